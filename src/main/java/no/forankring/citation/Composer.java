package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins findings that stand side by side and name the same document: number and title, title and id, name and
/// short name in brackets. What the one leaves open the other may settle.
final class Composer {

    private Composer() {}

    static void compose(Reading reading) {
        List<Finding> before = reading.findings;
        var after = new ArrayList<Finding>(before.size());
        for (Finding next : before) {
            Finding last = after.isEmpty() ? null : after.getLast();
            reading.tokens.looked(last == null ? 1 : 1 + last.options.size() * next.options.size());
            if (last == null || !beside(reading.tokens, last, next) || !merge(reading, last, next)) {
                after.add(next);
            }
        }
        before.clear();
        before.addAll(after);
    }

    private static boolean joins(Finding finding) {
        return switch (finding.kind) {
            case NAME, NUMBER, EXACT, TOPIC -> finding.decision == null && finding.pinpoint.isWhole();
            default -> false;
        };
    }

    private static boolean beside(Tokens tokens, Finding first, Finding second) {
        if (!joins(first) || !joins(second)) {
            return false;
        }
        if (first.form.equals("address") || second.form.equals("address")) {
            return false;
        }
        int words = second.from - first.to;
        if (words > 1 || second.start - first.end > 40) {
            return false;
        }
        if (endsBefore(tokens, first, second)) {
            return false;
        }
        int gap = tokens.gap(second.from);
        if (words == 1) {
            if (!tokens.is(first.to, Cue.OM)
                    && !tokens.is(first.to, Cue.I)
                    && !tokens.is(first.to, Cue.AV)
                    && !tokens.is(first.to, Cue.FRA)) {
                return false;
            }
            gap |= tokens.gap(first.to);
        }
        if ((gap & Tokens.DOT) != 0 && first.designation != null && second.cue != null) {
            // "… Meld. St. 6 (2019–2020) Tett på. Stortingsmeldingen «Tett på» …" is two mentions.
            return false;
        }
        int barred = Tokens.BARRIER | Tokens.SIGN | Tokens.SEMICOLON | Tokens.BANG;
        if ((gap & barred) != 0) {
            // "Snakk om det! Strategi for seksuell helse"
            return (gap & barred) == Tokens.BANG && sharedId(first, second) != null;
        }
        return (gap & Tokens.BLANK) == 0 || !tokens.capital(second.from) || (gap & Tokens.QUOTE) != 0;
    }

    private static @Nullable Option sharedId(Finding first, Finding second) {
        for (Option one : optionsOf(first)) {
            for (Option other : second.options) {
                if (one.id().equals(other.id())) {
                    return one;
                }
            }
        }
        return null;
    }

    private static List<Option> optionsOf(Finding finding) {
        return finding.options;
    }

    /// After a full stop only a second title line or "Veileder om …" still belongs to the name.
    private static boolean endsBefore(Tokens tokens, Finding first, Finding second) {
        return first.kind == Finding.Kind.NAME
                && second.kind == Finding.Kind.NAME
                && (tokens.gap(second.from) & Tokens.DOT) != 0
                && second.cue == null
                && second.options.stream().noneMatch(option -> option.source() == Option.Source.SUBTITLE);
    }

    private static boolean merge(Reading reading, Finding first, Finding second) {
        boolean merged = first.designation != null || second.designation != null
                ? mergeNumber(reading, first, second)
                : mergeNames(first, second);
        if (!merged) {
            return false;
        }
        first.to = second.to;
        first.end = second.end;
        first.quoted |= second.quoted;
        closeBracket(reading, first, second);
        if (first.cue == null) {
            first.cue = second.cue;
        }
        reading.tokens.looked(second.evidence.size());
        first.evidence.addAll(second.evidence);
        first.local = false;
        return true;
    }

    private static void closeBracket(Reading reading, Finding first, Finding second) {
        String text = reading.document.text();
        if ((reading.tokens.gap(second.from) & Tokens.OPEN) != 0
                && second.end < text.length()
                && (text.charAt(second.end) == ')' || text.charAt(second.end) == ']')) {
            first.end = second.end + 1;
        }
    }

    private static boolean mergeNames(Finding first, Finding second) {
        var shared = new ArrayList<Option>();
        for (Option one : first.options) {
            for (Option other : second.options) {
                if (one.id().equals(other.id())) {
                    shared.add(one.source().compareTo(other.source()) <= 0 ? one : other);
                }
            }
        }
        if (shared.isEmpty()) {
            return false;
        }
        if (first.kind == Finding.Kind.NAME && second.kind == Finding.Kind.EXACT) {
            first.form = second.form;
            first.rule = second.rule;
        } else if (first.kind == Finding.Kind.EXACT) {
            // The number stays the reason.
            first.strength = NameIndex.Strength.STRONG;
        }
        if (second.strength.compareTo(first.strength) > 0) {
            first.strength = second.strength;
        }
        first.strength = NameIndex.Strength.STRONG;
        first.options = shared;
        return true;
    }

    private static boolean isProposition(Designation designation) {
        return designation.complete()
                && switch (designation.series()) {
                    case PROPOSITION, PROPOSITION_OLD, RECOMMENDATION, LEGISLATIVE_DECISION -> true;
                    default -> false;
                };
    }

    private static boolean proposesAct(Tokens tokens, Finding name) {
        return name.kind == Finding.Kind.NAME
                && name.mayBeAct()
                && tokens.is(name.from, Cue.LAW)
                && tokens.is(name.from + 1, Cue.OM);
    }

    private static boolean mergeNumber(Reading reading, Finding first, Finding second) {
        Finding number = first.designation != null ? first : second;
        Finding name = number == first ? second : first;
        if (name.designation != null || name.kind == Finding.Kind.EXACT) {
            return false;
        }
        Designation designation = number.designation;
        if (designation == null) {
            return false;
        }
        if (first == number && isProposition(designation) && proposesAct(reading.tokens, name)) {
            // "Prop. 91 L (2010–2011) Lov om …" is cited with the name of the act that it proposes.
            return true;
        }
        Option exact = null;
        Option sameNumber = null;
        List<Row> numbered = NumberResolver.numbered(reading.names, designation);
        reading.tokens.looked(numbered.size() * name.options.size());
        Row complete = designation.complete() ? NumberResolver.completeRow(reading.names, designation) : null;
        for (Option option : name.options) {
            Row row = option.row();
            if (row == null) {
                continue;
            }
            if (row == complete) {
                exact = option;
            } else if (numbered.contains(row)) {
                sameNumber = sameNumber == null ? option : sameNumber;
            }
        }
        Option chosen = exact != null ? exact : complete == null ? sameNumber : null;
        if (chosen == null) {
            return false;
        }
        first.form = number.form;
        first.designation = designation;
        first.options = List.of(chosen);
        if (exact != null) {
            first.rule = Rule.SERIES_NUMBER;
            first.evidence.add(Reason.of("title-beside", chosen.label()));
        } else if (designation.complete() || designation.period()) {
            first.rule = Rule.REPAIR;
            first.evidence.add(Reason.of("session-repaired-by-title", chosen.label()));
        } else {
            first.rule = Rule.CONTEXT;
            first.evidence.add(Reason.of("title-beside", chosen.label()));
        }
        first.strength = NameIndex.Strength.STRONG;
        return true;
    }
}
