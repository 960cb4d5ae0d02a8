package no.forankring.citation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names that the text itself gives to an act, in brackets after its date and number:
/// `lov 6. juni 2008 nr. 37 om forvaltning av viltlevande marine ressursar (havressurslova)`.
///
/// From there on the name means that act, also where no register knows it.
final class LocalNames {

    private static final int LONGEST_TITLE = 60;
    private static final int ENDS_TITLE = Tokens.BLANK | Tokens.BARRIER | Tokens.SEMICOLON;

    private final Tokens tokens;
    private final Map<String, Option> names = new HashMap<>();

    LocalNames(Reading reading) {
        this.tokens = reading.tokens;
    }

    /// What a name in such brackets means, which is the act before them; empty for all else.
    @Nullable
    Decision define(Finding name, @Nullable Finding act) {
        if (act == null
                || act.decision == null
                || act.decision.chosen() == null
                || act.kind != Finding.Kind.EXACT
                || !act.pinpoint.isWhole()
                || !isName(name)
                || !isBracketed(name)
                || !isTitleBetween(act.to, name.from)
                        && (act.to != name.from || (tokens.gap(name.from) & Tokens.OPEN) == 0)) {
            return null;
        }
        Option option = act.decision.chosen();
        names.put(key(name), option);
        return Decision.resolved(
                option,
                act.decision.rule(),
                act.decision.confidence(),
                List.of(Reason.of("named-in-text", option.label())));
    }

    /// What a name means that the text has defined before; empty for others.
    @Nullable
    Decision recall(Finding name) {
        Option option = isName(name) ? names.get(key(name)) : null;
        return option == null
                ? null
                : Decision.resolved(option, Rule.CONTEXT, 0.9, List.of(Reason.of("named-in-text", option.label())));
    }

    /// Notes a short form in brackets right after an act or after its title: "lov om universiteter og høyskoler
    /// (uhl.)".
    void note(Finding act) {
        Option option = act.decision == null ? null : act.decision.chosen();
        if (option == null || !act.mayBeAct() || !act.pinpoint.isWhole()) {
            return;
        }
        int limit = act.form.equals("date-number") ? act.to + LONGEST_TITLE : act.to;
        for (int i = act.to; i <= limit && i + 1 < tokens.count(); i++) {
            if (i > act.to && (tokens.gap(i) & ENDS_TITLE) != 0) {
                return;
            }
            if ((tokens.gap(i) & Tokens.OPEN) != 0
                    && tokens.isWord(i)
                    && (tokens.gap(i + 1) & Tokens.CLOSE) != 0
                    && isShortForm(i)
                    && (i == act.to || isTitleBetween(act.to, i))) {
                names.put(tokens.foldedText(i), option);
                return;
            }
        }
    }

    /// What a short form means that the text has given before; empty for others.
    @Nullable
    Decision recallShortForm(int token) {
        Option option = names.get(tokens.foldedText(token));
        return option == null
                ? null
                : Decision.resolved(option, Rule.CONTEXT, 0.9, List.of(Reason.of("named-in-text", option.label())));
    }

    /// "uhl", "bvl": ends as the short forms of acts do, and as no word does.
    boolean isShortForm(int token) {
        int length = tokens.foldedLength(token);
        return length >= 2
                && length <= 7
                && tokens.foldedChar(token, length - 1) == 'l'
                && "aeiouyæøål".indexOf(tokens.foldedChar(token, length - 2)) < 0;
    }

    private static boolean isName(Finding finding) {
        return (finding.kind == Finding.Kind.NAME || finding.kind == Finding.Kind.UNKNOWN) && finding.mayBeAct();
    }

    private boolean isBracketed(Finding name) {
        if ((tokens.gap(name.to) & Tokens.CLOSE) == 0) {
            return false;
        }
        // "(universitets- og høyskoleloven)" begins before the word that was recognized.
        for (int i = name.from; i > 0 && name.from - i < 5; i--) {
            if ((tokens.gap(i) & Tokens.OPEN) != 0) {
                return true;
            }
        }
        return false;
    }

    /// Only the words of a title stand between: "om …", no sentence ends, no new paragraph begins.
    boolean isTitleBetween(int from, int to) {
        if (to - from > LONGEST_TITLE) {
            return false;
        }
        boolean begins = tokens.is(from, Cue.OM) || tokens.is(from, Cue.TIL) || tokens.is(from, Cue.FOR);
        if (from >= to || !begins && !tokens.foldedIs(from, "um")) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int gap = tokens.gap(i);
            boolean sentence = (gap & Tokens.DOT) != 0 && tokens.isWord(i) && tokens.capital(i) && i > from;
            if (sentence || (gap & (Tokens.BARRIER | Tokens.SEMICOLON | Tokens.BLANK)) != 0 || endsTitle(i)) {
                return false;
            }
        }
        return true;
    }

    /// A verb or conjunction that no title holds.
    private boolean endsTitle(int token) {
        if (!tokens.isWord(token) || tokens.foldedLength(token) > 9) {
            return false;
        }
        return switch (tokens.foldedText(token)) {
            case "gjelder",
                    "gjeld",
                    "skal",
                    "kan",
                    "er",
                    "blir",
                    "vert",
                    "trer",
                    "oppheves",
                    "opphevast",
                    "gjøres",
                    "jf",
                    "jfr",
                    "når",
                    "dersom",
                    "får",
                    "må",
                    "har" -> true;
            default -> false;
        };
    }

    private String key(Finding name) {
        String word = tokens.foldedText(name.to - 1);
        if (word.endsWith("s")) {
            word = word.substring(0, word.length() - 1);
        }
        return word.endsWith("lova") || word.endsWith("forskrifta")
                ? word.substring(0, word.length() - 1) + "en"
                : word;
    }
}
