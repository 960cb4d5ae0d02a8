package no.forankring.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import no.forankring.register.DocumentType;
import org.jspecify.annotations.Nullable;

/// Decides what a name of the register means where it stands: alone, beside a kind word, in quotation marks, or shared.
final class NameResolver {

    private static final int NEAR = 3;
    /// How many years a white paper is spoken of by its nickname alone.
    private static final int LONGEST_TALKED_OF = 8;

    private final Reading reading;
    private final Tokens tokens;
    private final NameIndex names;
    private final TextTime time;
    private final TopicWords topics;
    private final NamedDocuments named;
    private final NameSigns signs;
    private final TitleEnds titles;

    NameResolver(Reading reading, TextTime time, TopicWords topics, NamedDocuments named) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.names = reading.names;
        this.time = time;
        this.topics = topics;
        this.named = named;
        this.signs = new NameSigns(reading, named);
        this.titles = new TitleEnds(reading, topics);
    }

    /// An id, address or date and number, already looked up.
    Decision exact(Finding finding) {
        var reasons = new ArrayList<>(finding.evidence);
        if (finding.options.isEmpty()) {
            reasons.add(Reason.of("not-in-register"));
            return Decision.unresolved(finding.type, reasons);
        }
        if (finding.options.size() > 1) {
            return ambiguous(finding, finding.options, "several-on-date");
        }
        Option option = finding.options.getFirst();
        if (option.row() == null) {
            reasons.add(Reason.of("not-in-register"));
        } else {
            reasons.add(Reason.of("register-knows", option.label()));
        }
        double confidence = finding.rule == Rule.REPAIR ? 0.8 : finding.rule == Rule.ADDRESS ? 1.0 : 0.99;
        return Decision.resolved(option, finding.rule, confidence, reasons);
    }

    @Nullable
    Decision decide(Finding finding, boolean last) {
        var reasons = new ArrayList<>(finding.evidence);
        List<Option> options = mainNames(finding.options);
        boolean kind = false;
        Cue cue = finding.cue;
        if (cue != null) {
            List<Option> ofKind = options.stream()
                    .filter(option -> option.row() != null
                            && cue.types().contains(option.row().type()))
                    .toList();
            if (!ofKind.isEmpty()) {
                kind = true;
                options = ofKind;
                reasons.add(Reason.of("kind-word", firstWord(finding)));
            } else if (finding.strength != NameIndex.Strength.STRONG) {
                return null;
            }
        }
        if (finding.quoted) {
            int before = signs.isCalled(finding.from - 1) ? finding.from - 2 : finding.from - 1;
            if (!kind && finding.strength == NameIndex.Strength.WEAK && signs.namesOtherThing(before)) {
                return null;
            }
            reasons.add(Reason.of("quoted"));
        }
        if (finding.rule == Rule.ADDRESS || finding.rule == Rule.DATE_NUMBER) {
            return exact(finding);
        }
        if (titles.isPowerToRegulate(finding, options)) {
            return null;
        }
        if (titles.isLocalRegulation(finding)) {
            return Decision.unresolved("regulation", List.of(Reason.of("local-regulation")));
        }
        if (titles.goesOn(finding, options)) {
            return Decision.unresolved(
                    finding.form.equals("law-name") ? "law" : "regulation",
                    List.of(Reason.of("title-goes-on", options.getFirst().label())));
        }
        if (!signs.standsAlone(finding, kind, options, last)) {
            return null;
        }
        if ((finding.local || ofPlace(finding, options))
                && !finding.quoted
                && (isPolicy(options) || namesPlan(finding))) {
            return Decision.unresolved("local_plan", List.of(Reason.of("local-owner")));
        }
        if (options.size() == 1 && options.getFirst().row() != null) {
            return single(finding, options.getFirst(), reasons, last, kind);
        }
        return several(finding, options, reasons, last, kind);
    }

    /// A subtitle, or the title of a proposition, yields to a document that bears the name itself.
    private static List<Option> mainNames(List<Option> options) {
        List<Option> main = options.stream()
                .filter(option -> option.source() != Option.Source.SUBTITLE)
                .toList();
        return main.isEmpty() ? options : main;
    }

    private String firstWord(Finding finding) {
        for (int i = finding.from; i < finding.to; i++) {
            Cue cue = NameForm.kindAt(tokens, i);
            if (cue != null) {
                return reading.document.text().substring(tokens.start(i), tokens.end(i));
            }
        }
        return tokens.foldedText(finding.from);
    }

    /// "Demensplan for Nordlia 2020–2024", "Demensplan Nordlia kommune": a plan of the same name for a place.
    private boolean ofPlace(Finding finding, List<Option> options) {
        boolean led = tokens.is(finding.to, Cue.FOR) && tokens.gapWithin(finding.to, Tokens.WHITE);
        int place = led ? finding.to + 1 : finding.to;
        return (led || tokens.foldedIs(place + 1, "kommune") && tokens.gapWithin(place + 1, Tokens.SPACE))
                && tokens.isWord(place)
                && tokens.gapWithin(place, Tokens.WHITE)
                && tokens.capital(place)
                && !tokens.allCaps(place)
                && options.stream().noneMatch(option -> option.row() != null && titles.inTitle(option.row(), place));
    }

    /// "egen handlingsplan for eldreomsorgen", also where a white paper bears that title.
    private boolean namesPlan(Finding finding) {
        Cue first = Cue.of(tokens.word(finding.from));
        return first == Cue.ACTION_PLAN || first == Cue.PLAN || first == Cue.STRATEGY;
    }

    private static boolean isPolicy(List<Option> options) {
        return options.stream()
                .allMatch(option -> option.row() != null
                        && switch (option.row().type()) {
                            case PLAN, STRATEGY, PROGRAM, LOCAL, LOCAL_KIND, STANDARD, GUIDANCE -> true;
                            default -> false;
                        });
    }

    private @Nullable Decision single(
            Finding finding, Option option, List<Reason> reasons, boolean last, boolean kind) {
        Row row = option.row();
        if (row == null) {
            return null;
        }
        DocumentType type = row.type();
        if (type == DocumentType.LOCAL || type == DocumentType.LOCAL_KIND || type == DocumentType.ASSIGNMENT) {
            if (option.source() == Option.Source.AMBIGUOUS || type == DocumentType.LOCAL_KIND) {
                return Decision.unresolved(
                        finding.cue == Cue.ASSIGNMENT || type == DocumentType.ASSIGNMENT ? "assignment" : "local_plan",
                        List.of(Reason.of("local-plan"), Reason.of("only-known", option.label())));
            }
        }
        String label = option.label();
        if (isCalledOld(finding, row)) {
            // "den forrige pasientjournalloven" is not the one in force.
            List<Option> older = row.document().replaces().stream()
                    .map(id -> reading.option(id.value()))
                    .filter(member -> BackReferences.typeOf(member) == type)
                    .toList();
            if (older.size() != 1) {
                return Decision.unresolved(
                        type.citeType(), List.of(Reason.of("not-in-register"), Reason.of("only-known", label)));
            }
            Option replaced = older.getFirst();
            reasons.add(Reason.of("called-old", tokens.foldedText(finding.from - 1), replaced.label()));
            return Decision.resolved(replaced, Rule.CONTEXT, 0.8, reasons);
        }
        if (finding.year == 0
                && !tokens.isNumber(finding.to - 1)
                && option.source() != Option.Source.EXACT
                && time.isLater(row.document())) {
            // A text does not cite what was made years later; an older document of the name is meant.
            List<Option> older = names.withYears(tokens, finding.from, finding.to).stream()
                    .filter(member -> member != row && !time.isLater(member.document()))
                    .map(member -> Option.of(member, Option.Source.AMBIGUOUS))
                    .toList();
            if (!older.isEmpty()) {
                return several(finding, older, reasons, last, kind);
            }
            return Decision.unresolved(
                    type.citeType(), List.of(Reason.of("made-later", label, Integer.toString(time.usualYear))));
        }
        switch (option.source()) {
            case ERRONEOUS -> {
                reasons.add(Reason.of("erroneous-name", label));
                return Decision.resolved(option, Rule.REPAIR, 0.85, reasons);
            }
            case AMBIGUOUS -> {
                return ambiguousName(finding, row, reasons, last, kind);
            }
            case PREFIX -> {
                reasons.add(Reason.of("title-prefix", label));
                return Decision.resolved(option, finding.fuzzy ? Rule.FUZZY_NAME : Rule.UNIQUE_NAME, 0.88, reasons);
            }
            case SUBTITLE -> {
                reasons.add(Reason.of("subtitle", label));
                return Decision.resolved(option, Rule.CONTEXT, 0.8, reasons);
            }
            case EXACT, UNIQUE -> {
                if (finding.fuzzy) {
                    reasons.add(Reason.of("fuzzy-name", label));
                    return Decision.resolved(option, Rule.FUZZY_NAME, 0.85, reasons);
                }
                reasons.add(Reason.of("unique-name", label));
                return Decision.resolved(option, Rule.UNIQUE_NAME, 0.95, reasons);
            }
        }
        return null;
    }

    /// One row carries the form, but the register says that the form alone is not enough.
    private @Nullable Decision ambiguousName(
            Finding finding, Row row, List<Reason> reasons, boolean last, boolean kind) {
        String label = row.document().label();
        Option option = Option.of(row, Option.Source.AMBIGUOUS);
        if (kind || finding.quoted && finding.strength != NameIndex.Strength.STRONG || finding.year != 0) {
            return Decision.resolved(option, Rule.CONTEXT, 0.85, reasons);
        }
        List<Row> family = new ArrayList<>(names.withYears(tokens, finding.from, finding.to));
        if (!family.contains(row)) {
            family.add(row);
        }
        if (family.size() > 1) {
            var options = family.stream()
                    .map(member -> Option.of(member, Option.Source.AMBIGUOUS))
                    .toList();
            return several(finding, options, reasons, last, false);
        }
        boolean pointed =
                finding.definite || tokens.form(finding.to - 1) == Lexicon.DEFINITE || finding.to - finding.from > 1;
        boolean heading = finding.strength == NameIndex.Strength.WEAK && tokens.beginsSentence(finding.from);
        if (pointed && !heading && named.has(row.document().id())) {
            reasons.add(Reason.of("named-elsewhere", label));
            return Decision.resolved(option, Rule.CONTEXT, 0.85, reasons);
        }
        if (!last) {
            return null;
        }
        Cue first = Cue.of(tokens.word(finding.from));
        if (finding.to - finding.from > 1
                && tokens.capital(finding.from)
                && first != null
                && first.types().contains(row.type())
                && !isPolicy(List.of(option))) {
            reasons.add(Reason.of("kind-word", tokens.foldedText(finding.from)));
            return Decision.resolved(option, Rule.CONTEXT, 0.75, reasons);
        }
        boolean listed =
                signs.inReferenceList(finding) || reading.beginsAnchor(finding.from) && signs.endsItem(finding);
        if (finding.to - finding.from > 1
                && tokens.capital(finding.from)
                && (listed || signs.kindFollows(finding, row))) {
            reasons.add(Reason.of(listed ? "own-item" : "kind-word", label));
            return Decision.resolved(option, Rule.CONTEXT, 0.75, reasons);
        }
        TopicWords.Topic topic = topics.near(finding, List.of(row));
        if (topic != null && topic.strong()) {
            reasons.add(topic.reason());
            return Decision.resolved(option, Rule.CONTEXT, 0.75, reasons);
        }
        if (finding.definite
                && finding.strength == NameIndex.Strength.WEAK
                && tokens.capital(finding.from)
                && !tokens.allCaps(finding.from)
                && !tokens.beginsSentence(finding.from)) {
            reasons.add(Reason.of("proper-name", label));
            return Decision.resolved(option, Rule.CONTEXT, 0.75, reasons);
        }
        if (finding.strength != NameIndex.Strength.STRONG) {
            return null;
        }
        if (pointed && latestPaper(List.of(option)) != null) {
            reasons.add(time.validity(option));
            return Decision.resolved(option, Rule.CONTEXT, 0.72, reasons);
        }
        if (finding.to - finding.from == 1 && !tokens.capital(finding.from) && isPolicy(List.of(option)) && !pointed) {
            return Decision.unresolved("local_plan", List.of(Reason.of("local-plan")));
        }
        String type = row.type().citeType();
        return Decision.unresolved(type, List.of(Reason.of("name-not-enough"), Reason.of("only-known", label)));
    }

    private @Nullable Decision several(
            Finding finding, List<Option> options, List<Reason> reasons, boolean last, boolean kind) {
        // A bare reform name is the reform; the paper is reached over the link between them.
        Option reform = null;
        boolean papers = true;
        for (Option option : options) {
            DocumentType type =
                    option.row() == null ? DocumentType.LAW : option.row().type();
            boolean program = type == DocumentType.REFORM || type == DocumentType.PLAN || type == DocumentType.STRATEGY;
            if (program && reform == null) {
                reform = option;
            } else if (type != DocumentType.WHITE_PAPER
                    && type != DocumentType.WHITE_PAPER_OLD
                    && type != DocumentType.PROPOSITION) {
                papers = false;
            }
        }
        if (reform != null
                && options.size() > 1
                && papers
                && finding.cue != Cue.PAPER
                && finding.cue != Cue.WHITE_PAPER
                && finding.cue != Cue.PROPOSITION) {
            boolean titled = isTitle(reform.row(), finding) || NameForm.kindAt(tokens, finding.to - 1) == Cue.REFORM;
            boolean knownPair = options.stream().anyMatch(option -> named.has(option.id()));
            if (titled || kind || finding.quoted || knownPair) {
                Option chosen = reform;
                reasons.add(Reason.of(titled || kind ? "reform-name" : "named-elsewhere", chosen.label()));
                return Decision.resolved(
                        chosen,
                        titled ? Rule.UNIQUE_NAME : Rule.CONTEXT,
                        titled ? 0.93 : 0.85,
                        ranked(options, chosen),
                        reasons);
            }
            if (!last) {
                return null;
            }
            return ambiguous(finding, options, "name-shared");
        }
        Decision aged = byAge(finding, options, reasons);
        if (aged != null) {
            return aged;
        }
        List<Option> elsewhere =
                options.stream().filter(option -> named.has(option.id())).toList();
        if (elsewhere.size() == 1) {
            Option chosen = elsewhere.getFirst();
            reasons.add(Reason.of("named-elsewhere", chosen.label()));
            return Decision.resolved(chosen, Rule.CONTEXT, 0.85, ranked(options, chosen), reasons);
        }
        List<Option> valid = options;
        if (time.usualYear != 0) {
            valid = options.stream()
                    .filter(option ->
                            option.row() != null && time.inForce(option.row().document()))
                    .toList();
            List<Option> begun = valid.stream().filter(NameResolver::hasBegun).toList();
            if (valid.size() > 1 && begun.size() == 1) {
                valid = begun;
            }
            if (valid.size() == 1 && (time.date != null || time.validUntil(valid.getFirst(), options))) {
                Option chosen = valid.getFirst();
                reasons.add(time.validity(chosen));
                return Decision.resolved(
                        chosen, Rule.CONTEXT, time.date != null ? 0.86 : 0.72, ranked(options, chosen), reasons);
            }
            if (valid.isEmpty()) {
                valid = options;
            }
        }
        if (!last) {
            return null;
        }
        List<Row> rows = new ArrayList<>();
        for (Option option : valid) {
            if (option.row() != null) {
                rows.add(option.row());
            }
        }
        TopicWords.Topic topic = topics.near(finding, rows);
        boolean far = topic != null && !topic.strong() && topic.distance() > NEAR && latestPaper(valid) != null;
        if (topic != null && !far) {
            Option chosen = Option.of(topic.row(), Option.Source.AMBIGUOUS);
            reasons.add(topic.reason());
            return Decision.resolved(
                    chosen, Rule.CONTEXT, topic.strong() ? 0.85 : 0.75, ranked(options, chosen), reasons);
        }
        Option latest = latestPaper(valid);
        if (latest != null) {
            reasons.add(time.validity(latest));
            return Decision.resolved(latest, Rule.CONTEXT, 0.72, ranked(options, latest), reasons);
        }
        return ambiguous(finding, options, "name-shared");
    }

    /// "ny arkivlov" is the youngest that the text can know, "den gamle kommuneloven" the one that it replaced.
    private @Nullable Decision byAge(Finding finding, List<Option> options, List<Reason> reasons) {
        int before = finding.from - 1;
        boolean young = tokens.is(before, Cue.NEW) && tokens.gapWithin(finding.from, Tokens.WHITE);
        boolean old = tokens.is(before, Cue.OLD) && tokens.gapWithin(finding.from, Tokens.WHITE);
        if (!young && !old || finding.year != 0) {
            return null;
        }
        var dated = new ArrayList<Option>();
        for (Option option : options) {
            if (option.row() != null
                    && option.row().document().date().isPresent()
                    && !time.isLater(option.row().document())) {
                dated.add(option);
            }
        }
        dated.sort(Comparator.comparing(NameResolver::year));
        if (dated.size() < 2 || year(dated.getFirst()) == year(dated.getLast())) {
            return null;
        }
        Option chosen = young ? dated.getLast() : dated.get(dated.size() - 2);
        reasons.add(Reason.of(young ? "called-new" : "called-old", tokens.foldedText(before), chosen.label()));
        return Decision.resolved(chosen, Rule.CONTEXT, 0.75, ranked(options, chosen), reasons);
    }

    /// Called the old one though the register knows of none that has come after it.
    private boolean isCalledOld(Finding finding, Row row) {
        return (row.type() == DocumentType.LAW || row.type() == DocumentType.REGULATION)
                && finding.year == 0
                && tokens.is(finding.from - 1, Cue.OLD)
                && tokens.gapWithin(finding.from, Tokens.WHITE)
                && row.document().replacedBy().isEmpty()
                && row.document().inForceTo().isEmpty();
    }

    private static int year(Option option) {
        return option.row() == null
                ? 0
                : option.row().document().date().map(made -> made.year()).orElse(0);
    }

    /// Of white papers that share a nickname ("folkehelsemeldingen") the one laid before the Storting last, when the
    /// text's own date says which that was.
    private @Nullable Option latestPaper(List<Option> options) {
        if (time.date == null) {
            return null;
        }
        Option latest = null;
        for (Option option : options) {
            if (option.row() == null
                    || option.row().type() != DocumentType.WHITE_PAPER
                            && option.row().type() != DocumentType.WHITE_PAPER_OLD) {
                return null;
            }
            if (year(option) <= time.date.getYear() && (latest == null || year(option) > year(latest))) {
                latest = option;
            }
        }
        return latest != null && time.date.getYear() - year(latest) <= LONGEST_TALKED_OF ? latest : null;
    }

    private boolean isTitle(@Nullable Row row, Finding finding) {
        if (row == null) {
            return false;
        }
        var written = new StringBuilder();
        for (int i = finding.from; i < finding.to; i++) {
            written.append(written.isEmpty() ? "" : " ").append(tokens.foldedText(i));
        }
        String words = fold(written.toString());
        return words.equals(fold(row.document().title()))
                || words.equals(fold(row.document().shortTitle()))
                || fold(row.document().title()).startsWith(words + " (")
                || finding.to - finding.from > 1;
    }

    private static String fold(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    Decision ambiguous(Finding finding, List<Option> options, String key) {
        var ranked = new ArrayList<Decision.Ranked>();
        for (Option option : options) {
            double score =
                    option.row() == null ? 0 : time.closeness(option.row().document());
            if (option.row() != null
                    && time.usualYear != 0
                    && time.inForce(option.row().document())) {
                score = Math.min(1, score + 0.3);
            }
            ranked.add(new Decision.Ranked(
                    option,
                    score,
                    option.row() == null
                            ? List.of()
                            : time.dateReasons(option.row().document())));
        }
        ranked.sort(Comparator.comparingDouble(Decision.Ranked::score).reversed());
        var reasons = new ArrayList<>(finding.evidence);
        reasons.add(Reason.of(key, Integer.toString(options.size())));
        return Decision.ambiguous(ranked, reasons);
    }

    private static List<Decision.Ranked> ranked(List<Option> options, Option chosen) {
        var rest = new ArrayList<Decision.Ranked>();
        for (Option option : options) {
            if (!option.id().equals(chosen.id()) && rest.size() < 8) {
                rest.add(new Decision.Ranked(option, 0.2, List.of()));
            }
        }
        return rest;
    }

    /// False for a law of which it is not known that it has come into force.
    private static boolean hasBegun(Option option) {
        return option.row() == null
                || option.row().type() != DocumentType.LAW
                || option.row().document().inForceFrom().isPresent();
    }
}
