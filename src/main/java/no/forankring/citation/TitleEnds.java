package no.forankring.citation;

import java.util.List;
import java.util.Set;

/// Whether the title of a law or regulation ends where the known words end, or goes on to be that of another one.
final class TitleEnds {

    /// Words that go on with the sentence, not with the title: "… om egenandelstak i forbindelse med …".
    private static final Set<String> AFTER_TITLES = Set.of(
            "tråd",
            "forbindelse",
            "henhold",
            "medhold",
            "samsvar",
            "kommunen",
            "kommunene",
            "kommunane",
            "arbeidet",
            "arbeid",
            "praksis",
            "alle",
            "hele",
            "dette",
            "denne",
            "disse",
            "våre",
            "norge",
            "noreg",
            "dagens",
            "tillegg",
            "stedet",
            "samarbeid",
            "tilknytning",
            "perioden");

    /// What is done with regulations that are yet to come: "kan gi forskrift om …".
    private static final Set<String> GIVING = Set.of(
            "gi",
            "gir",
            "gis",
            "gje",
            "gjev",
            "gjevast",
            "fastsette",
            "fastsetter",
            "fastsettes",
            "fastsetje",
            "fastset",
            "vedta",
            "vedtar",
            "vedtas",
            "lage",
            "lager",
            "utarbeide",
            "utarbeider",
            "utferdige",
            "utferdiger");

    /// How many words the name of a municipality has at most.
    private static final int LONGEST_PLACE = 3;

    private final Reading reading;
    private final Tokens tokens;
    private final NameIndex names;
    private final TopicWords topics;

    TitleEnds(Reading reading, TopicWords topics) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.names = reading.names;
        this.topics = topics;
    }

    /// "forskrift om individuell plan etter helselovgivningen" bears a longer title than the one that was matched.
    boolean goesOn(Finding finding, List<Option> options) {
        if (!finding.form.equals("law-name") && !finding.form.equals("regulation-name")
                || finding.to - finding.from < 3
                || finding.quoted
                || options.size() > 1 && options.getFirst().source() == Option.Source.EXACT) {
            return false;
        }
        Cue first = Cue.of(tokens.word(finding.from));
        int next = finding.to;
        if (first != Cue.LAW && first != Cue.REGULATION
                || !tokens.gapWithin(next, Tokens.WHITE)
                || finding.end > tokens.end(next - 1)) {
            return false;
        }
        boolean leads = tokens.is(next, Cue.I)
                || tokens.is(next, Cue.FOR)
                || tokens.foldedIs(next, "på")
                || tokens.foldedIs(next, "etter")
                || tokens.foldedIs(next, "hos")
                || tokens.foldedIs(next, "under")
                || isFurther(options) && leadsOn(next);
        if (!leads || !tokens.isWord(next + 1) || !tokens.gapWithin(next + 1, Tokens.WHITE)) {
            return false;
        }
        return tokens.foldedLength(next + 1) > 3
                && !AFTER_TITLES.contains(tokens.foldedText(next + 1))
                && !saysMoreOfTitle(finding, options, next);
    }

    /// Of an act known by its official names alone nothing tells whether a longer title begins like its own.
    private boolean leadsOn(int next) {
        return tokens.is(next, Cue.TIL)
                || tokens.is(next, Cue.VED)
                || tokens.is(next, Cue.MOT)
                || tokens.is(next, Cue.AV)
                || tokens.is(next, Cue.OM);
    }

    private boolean isFurther(List<Option> options) {
        return options.stream().allMatch(option -> option.row() != null && names.isFurther(option.row()));
    }

    /// "gi forskrift om tilfluktsrom", "forskrifter om tilfluktsrom": no regulation is named, though one has these
    /// words for its title.
    boolean isPowerToRegulate(Finding finding, List<Option> options) {
        if (Cue.of(tokens.word(finding.from)) != Cue.REGULATION || finding.quoted || !isFurther(options)) {
            return false;
        }
        if (tokens.form(finding.from) == Lexicon.PLURAL) {
            return options.stream()
                    .noneMatch(option -> option.row() != null
                            && option.row().document().title().startsWith("Forskrifter"));
        }
        int before = finding.from - 1;
        return before >= 0
                && !tokens.capital(finding.from)
                && tokens.isWord(before)
                && tokens.foldedLength(before) < 12
                && GIVING.contains(tokens.foldedText(before));
    }

    /// "lokal forskrift om gebyrer", "Fjordvik kommunes forskrift om …", "Forskrift om hundehold, Fjordvik kommune"
    boolean isLocalRegulation(Finding finding) {
        if (Cue.of(tokens.word(finding.from)) != Cue.REGULATION || finding.to - finding.from < 3) {
            return false;
        }
        if (finding.local) {
            return true;
        }
        int next = finding.to;
        if ((tokens.gap(next) & (Tokens.COMMA | Tokens.DASH)) == 0) {
            return false;
        }
        for (int i = next; i < next + LONGEST_PLACE && tokens.isWord(i) && tokens.capital(i); i++) {
            if (tokens.foldedIs(i + 1, "kommune") && tokens.gapWithin(i + 1, Tokens.WHITE)) {
                return true;
            }
        }
        return false;
    }

    /// "forskrift om råd for eldre, …": what follows are more words of the same title, so the mention grows to cover
    /// them.
    private boolean saysMoreOfTitle(Finding finding, List<Option> options, int next) {
        Row row = options.size() == 1 ? options.getFirst().row() : null;
        if (row == null || !inTitle(row, next + 1)) {
            return false;
        }
        int to = next + 2;
        int allowed = Tokens.WHITE | Tokens.COMMA | Tokens.HYPHEN;
        for (int i = to; i < topics.taken() && i - to < 4 && tokens.gapWithin(i, allowed); i++) {
            if (inTitle(row, i)) {
                to = i + 1;
            }
        }
        reading.extend(finding, to);
        return true;
    }

    boolean inTitle(Row row, int token) {
        return row.hasTopic(tokens.word(token));
    }
}
