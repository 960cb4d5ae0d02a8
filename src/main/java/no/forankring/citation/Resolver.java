package no.forankring.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forankring.document.DocumentKind;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import org.jspecify.annotations.Nullable;

/// Decides what each finding means, with the reason in words.
///
/// First what stands by itself; then what needs to know which documents the text names elsewhere; last, in text order,
/// what hangs on something named before: provisions and "reformen", "loven".
final class Resolver {

    private static final int WINDOW = 12;
    private static final int LOOK_BACK = 60;

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

    private final Reading reading;
    private final Tokens tokens;
    private final NameIndex names;
    private final @Nullable LocalDate date;
    private final int usualYear;
    /// The latest year that the text speaks of, as far as it is not plainly a goal to come.
    private int latestYear;
    private final boolean legal;
    private final Map<GoverningDocumentId, Integer> named = new HashMap<>();
    private final Set<Finding> dropped = new HashSet<>();
    /// The tokens between the neighbours of the finding being decided, which its mention may come to cover.
    private int free;

    private int taken;

    Resolver(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.names = reading.names;
        this.date = reading.document.date().orElse(null);
        this.usualYear = date == null ? usualYear() : date.getYear();
        this.legal = isLegalText();
    }

    List<Finding> resolve() {
        List<Finding> open = new ArrayList<>();
        for (int i = 0; i < reading.findings.size(); i++) {
            Finding finding = reading.findings.get(i);
            free = i == 0 ? 0 : reading.findings.get(i - 1).to;
            taken = i + 1 < reading.findings.size() ? reading.findings.get(i + 1).from : tokens.count();
            if (finding.kind == Finding.Kind.SECTION || finding.kind == Finding.Kind.BACK) {
                continue;
            }
            if (finding.decision == null) {
                finding.decision = decide(finding, false);
            }
            if (finding.decision == null) {
                open.add(finding);
                continue;
            }
            finding.decision = LearnedNames.settle(finding, finding.decision);
            if (finding.decision.chosen() != null) {
                named.merge(finding.decision.chosen().id(), 1, Integer::sum);
            }
        }
        for (Finding finding : open) {
            finding.decision = LearnedNames.settle(finding, decide(finding, true));
            if (finding.decision == null) {
                dropped.add(finding);
            }
        }
        if (!dropped.isEmpty()) {
            reading.findings.removeIf(dropped::contains);
        }
        followUp();
        return reading.findings;
    }

    // ---- what stands by itself ----

    private @Nullable Decision decide(Finding finding, boolean last) {
        return switch (finding.kind) {
            case EXACT -> exact(finding);
            case NUMBER -> number(finding, last);
            case NAME -> name(finding, last);
            case TOPIC -> topic(finding);
            case LOCAL -> Decision.unresolved("local_plan", List.of(Reason.of("local-plan")));
            case UNKNOWN -> Decision.unresolved(finding.type, List.of(Reason.of("not-in-register")));
            case SECTION, BACK -> null;
        };
    }

    private Decision exact(Finding finding) {
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

    private Decision topic(Finding finding) {
        Option option = finding.options.getFirst();
        return Decision.resolved(option, Rule.CONTEXT, 0.7, finding.evidence);
    }

    // ---- numbers ----

    /// Rows with the number in the series, or in the one that came before or after it.
    static List<Row> numbered(NameIndex names, Designation designation) {
        var rows = new LinkedHashSet<>(names.rowsNumbered(designation));
        for (Series other : siblings(designation.series())) {
            rows.addAll(names.rowsNumbered(new Designation(other, designation.number(), "", 0, false, false, false)));
        }
        if (designation.letter().isEmpty() && designation.series() == Series.PROPOSITION) {
            for (String letter : List.of("l", "s", "ls")) {
                rows.addAll(names.rowsNumbered(
                        new Designation(designation.series(), designation.number(), letter, 0, false, false, false)));
            }
        }
        return List.copyOf(rows);
    }

    private static List<Series> siblings(Series series) {
        return switch (series) {
            case WHITE_PAPER -> List.of(Series.WHITE_PAPER_OLD);
            case WHITE_PAPER_OLD -> List.of(Series.WHITE_PAPER);
            default -> List.of();
        };
    }

    /// The row of a complete designation, in the series that its session uses.
    static @Nullable Row completeRow(NameIndex names, Designation designation) {
        Row row = names.row(inRightSeries(designation));
        if (row == null && designation.letter().isEmpty() && designation.series() == Series.PROPOSITION) {
            for (String letter : List.of("l", "s", "ls")) {
                row = names.row(
                        Designation.of(designation.series(), designation.number(), letter, designation.session()));
                if (row != null) {
                    return row;
                }
            }
        }
        return row;
    }

    private static Designation inRightSeries(Designation designation) {
        int session = designation.session();
        Series series = switch (designation.series()) {
            case WHITE_PAPER, WHITE_PAPER_OLD -> designation.series().inSession(session);
            case PROPOSITION_OLD -> session >= Series.NEW_SERIES ? Series.PROPOSITION : Series.PROPOSITION_OLD;
            case BUDGET_PROPOSITION_OLD ->
                session >= Series.NEW_SERIES ? Series.PROPOSITION : Series.BUDGET_PROPOSITION_OLD;
            default -> designation.series();
        };
        if (series == designation.series()) {
            return designation;
        }
        String letter = switch (designation.series()) {
            case PROPOSITION_OLD -> "l";
            case BUDGET_PROPOSITION_OLD -> "s";
            default -> designation.letter();
        };
        return new Designation(series, designation.number(), letter, session, false, false, designation.spoken());
    }

    private @Nullable Decision number(Finding finding, boolean last) {
        Designation designation = finding.designation;
        if (designation == null) {
            return null;
        }
        if (!finding.options.isEmpty()) {
            return settled(finding, designation);
        }
        if (designation.complete()) {
            return complete(finding, designation);
        }
        return last ? incomplete(finding, designation) : fromNeighbours(finding, designation);
    }

    private Decision settled(Finding finding, Designation designation) {
        Option option = finding.options.getFirst();
        var reasons = new ArrayList<>(finding.evidence);
        if (finding.rule == Rule.SERIES_NUMBER
                && inRightSeries(designation).series() != designation.series()
                && !designation.spoken()) {
            reasons.add(repairedSeries(designation));
            return Decision.resolved(option, Rule.REPAIR, 0.92, reasons);
        }
        double confidence = switch (finding.rule) {
            case SERIES_NUMBER -> 0.99;
            case REPAIR -> 0.88;
            default -> 0.9;
        };
        return Decision.resolved(option, finding.rule, confidence, reasons);
    }

    private static Reason repairedSeries(Designation designation) {
        return Reason.of(
                "series-repaired",
                designation.session() >= Series.NEW_SERIES ? "2009–2010" : "2008–2009",
                inRightSeries(designation).id());
    }

    private Decision complete(Finding finding, Designation designation) {
        var reasons = new ArrayList<>(finding.evidence);
        Designation right = inRightSeries(designation);
        Row row = completeRow(names, designation);
        boolean repaired = right.series() != designation.series() && !designation.spoken();
        if (repaired) {
            reasons.add(repairedSeries(designation));
        } else {
            reasons.add(Reason.of("series-number"));
        }
        if (row != null) {
            reasons.add(Reason.of("register-knows", row.document().label()));
            return Decision.resolved(
                    Option.of(row, Option.Source.EXACT),
                    repaired ? Rule.REPAIR : Rule.SERIES_NUMBER,
                    repaired ? 0.9 : 0.98,
                    reasons);
        }
        // A wrong session that the title words beside it mend: "Meld. St. 15 (2018-2019) om Leve hele livet".
        List<Row> others = numbered(names, designation);
        Topic topic = others.isEmpty() ? null : topic(finding, others);
        if (topic != null && topic.strong()) {
            reasons.add(topic.reason());
            reasons.add(
                    Reason.of("session-repaired-by-title", topic.row.document().label()));
            return Decision.resolved(Option.of(topic.row, Option.Source.EXACT), Rule.REPAIR, 0.8, reasons);
        }
        reasons.add(Reason.of("not-in-register"));
        boolean letterMissing =
                right.series() == Series.PROPOSITION && right.letter().isEmpty();
        if (letterMissing) {
            return Decision.unresolved(right.series().citeType, reasons);
        }
        Option option = reading.option(right.id());
        return Decision.resolved(option, repaired ? Rule.REPAIR : Rule.SERIES_NUMBER, repaired ? 0.85 : 0.95, reasons);
    }

    /// Without a session: only what stands beside it or its year can settle it in the first round.
    private @Nullable Decision fromNeighbours(Finding finding, Designation designation) {
        List<Row> rows = numbered(names, designation);
        if (rows.isEmpty()) {
            return null;
        }
        Topic topic = topic(finding, rows);
        if (topic != null) {
            coverTopic(finding, topic.row);
            var reasons = new ArrayList<>(finding.evidence);
            reasons.add(shared(designation, rows));
            reasons.add(topic.reason());
            Rule rule = designation.period() ? Rule.REPAIR : Rule.CONTEXT;
            return Decision.resolved(
                    Option.of(topic.row, Option.Source.AMBIGUOUS),
                    rule,
                    topic.strong() ? 0.9 : 0.82,
                    rest(rows, topic.row),
                    reasons);
        }
        if (designation.yearOnly() || designation.period()) {
            List<Row> fitting = rows.stream()
                    .filter(row -> {
                        int session = sessionOf(row);
                        return designation.period()
                                ? session == designation.session()
                                : session == designation.session() || session == designation.session() - 1;
                    })
                    .toList();
            if (fitting.size() == 1) {
                Row row = fitting.getFirst();
                Reason reason = designation.period()
                        ? Reason.of("session-repaired", Integer.toString(designation.session()))
                        : Reason.of(
                                "year-in-session",
                                Integer.toString(designation.session()),
                                row.document().session());
                return Decision.resolved(
                        Option.of(row, Option.Source.AMBIGUOUS),
                        designation.period() ? Rule.REPAIR : Rule.CONTEXT,
                        0.75,
                        rest(rows, row),
                        List.of(reason));
            }
        }
        return null;
    }

    private Decision incomplete(Finding finding, Designation designation) {
        List<Row> rows = numbered(names, designation);
        List<Row> elsewhere = rows.stream()
                .filter(row -> named.containsKey(row.document().id()))
                .toList();
        if (elsewhere.size() == 1) {
            Row row = elsewhere.getFirst();
            return Decision.resolved(
                    Option.of(row, Option.Source.AMBIGUOUS),
                    Rule.CONTEXT,
                    0.85,
                    rest(rows, row),
                    List.of(
                            shared(designation, rows),
                            Reason.of("named-elsewhere", row.document().label())));
        }
        Option unlisted = unlistedElsewhere(designation);
        if (unlisted != null && elsewhere.isEmpty()) {
            return Decision.resolved(
                    unlisted, Rule.CONTEXT, 0.8, List.of(Reason.of("named-elsewhere", unlisted.label())));
        }
        if (rows.size() > 1) {
            var ranked = new ArrayList<Decision.Ranked>();
            for (Row row : rows) {
                ranked.add(new Decision.Ranked(
                        Option.of(row, Option.Source.AMBIGUOUS),
                        closeness(row.document()),
                        dateReasons(row.document())));
            }
            ranked.sort(Comparator.comparingDouble(Decision.Ranked::score).reversed());
            return Decision.ambiguous(ranked, List.of(shared(designation, rows)));
        }
        return Decision.unresolved(
                designation.series().citeType,
                rows.isEmpty()
                        ? List.of(Reason.of("number-without-session"))
                        : List.of(
                                Reason.of("number-without-session"),
                                Reason.of(
                                        "only-known", rows.getFirst().document().label())));
    }

    private @Nullable Option unlistedElsewhere(Designation designation) {
        Option found = null;
        String stem = designation.key() + "-";
        for (GoverningDocumentId id : named.keySet()) {
            String value = id.value();
            if (value.startsWith(stem) && value.length() == stem.length() + 9) {
                if (found != null) {
                    return null;
                }
                found = reading.option(value);
            }
        }
        return found;
    }

    private static Reason shared(Designation designation, List<Row> rows) {
        return rows.size() > 1
                ? Reason.of("number-shared", designation.number(), Integer.toString(rows.size()))
                : Reason.of("number-without-session");
    }

    private static int sessionOf(Row row) {
        String session = row.document().session();
        return session.length() >= 4 && Character.isDigit(session.charAt(0))
                ? Integer.parseInt(session.substring(0, 4))
                : 0;
    }

    private static List<Decision.Ranked> rest(List<Row> rows, Row chosen) {
        var rest = new ArrayList<Decision.Ranked>();
        for (Row row : rows) {
            if (row != chosen && rest.size() < 8) {
                rest.add(new Decision.Ranked(Option.of(row, Option.Source.AMBIGUOUS), 0.2, List.of()));
            }
        }
        return rest;
    }

    // ---- topic words ----

    /// The row whose own words stand near, with the nearest of them.
    private record Topic(Row row, int hits, String word, int distance, boolean after) {
        boolean strong() {
            return hits >= 2;
        }

        Reason reason() {
            return Reason.of(
                    after ? "topic-word-after" : "topic-word-before", word, Integer.toString(Math.max(1, distance)));
        }
    }

    private @Nullable Topic topic(Finding finding, List<Row> rows) {
        var hits = new HashMap<Row, Topic>();
        int from = finding.from;
        for (int i = from; i > 0 && from - i < WINDOW; i--) {
            if (stopsTopic(i)) {
                break;
            }
            count(hits, rows, i - 1, from - i + 1, false);
        }
        for (int i = finding.to; i < tokens.count() && i - finding.to < WINDOW; i++) {
            if (stopsTopic(i)) {
                break;
            }
            count(hits, rows, i, i - finding.to + 1, true);
        }
        Topic best = null;
        boolean tied = false;
        for (Topic topic : hits.values()) {
            if (best == null || topic.hits > best.hits) {
                tied = false;
                best = topic;
            } else if (topic.hits == best.hits) {
                tied = true;
            }
        }
        return tied ? null : best;
    }

    private boolean stopsTopic(int token) {
        int gap = tokens.gap(token);
        return (gap & (Tokens.SIGN | Tokens.BARRIER | Tokens.SEMICOLON)) != 0
                || (gap & Tokens.BLANK) != 0 && tokens.isWord(token) && tokens.capital(token);
    }

    private void count(Map<Row, Topic> hits, List<Row> rows, int token, int distance, boolean after) {
        int word = tokens.word(token);
        if (word < 0 || names.isPale(word) || tokens.foldedLength(token) < 5) {
            return;
        }
        Row only = null;
        for (Row row : rows) {
            if (row.topics().get(word)) {
                if (only != null) {
                    return;
                }
                only = row;
            }
        }
        if (only == null || names.rowsWith(word).size() > Math.max(8, names.rows.size() / 20)) {
            return;
        }
        Row row = only;
        hits.merge(
                row,
                new Topic(row, 1, tokens.foldedText(token), distance, after),
                (old, fresh) -> fresh.distance < old.distance
                        ? new Topic(row, old.hits + 1, fresh.word, fresh.distance, fresh.after)
                        : new Topic(row, old.hits + 1, old.word, old.distance, old.after));
    }

    /// Lets the mention cover the topic words right beside it: "Lindrende behandling stortingsmelding 24".
    private void coverTopic(Finding finding, Row row) {
        int from = finding.from;
        while (from > free
                && tokens.gapWithin(from, Tokens.WHITE | Tokens.DASH | Tokens.HYPHEN | Tokens.COLON)
                && isTopic(row, from - 1)) {
            from--;
        }
        int to = finding.to;
        int ahead = to;
        if (tokens.is(ahead, Cue.I) || tokens.is(ahead, Cue.OM)) {
            ahead++;
        }
        while (ahead < taken
                && tokens.gapWithin(ahead, Tokens.WHITE | Tokens.DASH | Tokens.HYPHEN | Tokens.COLON | Tokens.QUOTE)
                && isTopic(row, ahead)) {
            ahead++;
            to = ahead;
        }
        if (from < finding.from) {
            finding.from = from;
            finding.start = tokens.start(from);
        }
        if (to > finding.to) {
            finding.to = to;
            finding.end = tokens.end(to - 1);
        }
    }

    private boolean isTopic(Row row, int token) {
        int word = tokens.word(token);
        return word >= Cue.ALL.length && row.topics().get(word);
    }

    // ---- names ----

    private @Nullable Decision name(Finding finding, boolean last) {
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
            reasons.add(Reason.of("quoted"));
        }
        if (finding.rule == Rule.ADDRESS || finding.rule == Rule.DATE_NUMBER) {
            return exact(finding);
        }
        if (goesOn(finding, options)) {
            return Decision.unresolved(
                    finding.form.equals("law-name") ? "law" : "regulation",
                    List.of(Reason.of("title-goes-on", options.getFirst().label())));
        }
        if (!standsAlone(finding, kind, options, last)) {
            return null;
        }
        if (finding.local && !finding.quoted && isPolicy(options)) {
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

    /// "forskrift om individuell plan etter helselovgivningen" bears a longer title than the one that was matched.
    private boolean goesOn(Finding finding, List<Option> options) {
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
                || tokens.foldedIs(next, "under");
        if (!leads || !tokens.isWord(next + 1) || !tokens.gapWithin(next + 1, Tokens.WHITE)) {
            return false;
        }
        return tokens.foldedLength(next + 1) > 3 && !AFTER_TITLES.contains(tokens.foldedText(next + 1));
    }

    private static boolean isPolicy(List<Option> options) {
        return options.stream()
                .allMatch(option -> option.row() != null
                        && switch (option.row().type()) {
                            case PLAN, STRATEGY, PROGRAM, LOCAL, LOCAL_KIND, STANDARD, GUIDANCE -> true;
                            default -> false;
                        });
    }

    private boolean standsAlone(Finding finding, boolean kind, List<Option> options, boolean last) {
        if (kind || finding.quoted || finding.year != 0) {
            return true;
        }
        boolean known = last && options.stream().anyMatch(option -> named.containsKey(option.id()));
        boolean capital = tokens.isNumber(finding.from) || tokens.capital(finding.from);
        return switch (finding.strength) {
            case STRONG -> true;
            case MEDIUM -> capital && (known || !beginsSentence(finding.from) || ownLine(finding));
            case WEAK -> known && capital && !beginsSentence(finding.from) && finding.to - finding.from > 1;
        };
    }

    private boolean beginsSentence(int token) {
        int gap = tokens.gap(token);
        return token == 0
                || (gap & (Tokens.DOT | Tokens.BANG | Tokens.COLON | Tokens.BLANK | Tokens.BARRIER | Tokens.SIGN)) != 0;
    }

    /// The name fills its line or list item.
    private boolean ownLine(Finding finding) {
        int before = tokens.gap(finding.from);
        int after = tokens.gap(finding.to);
        int edge = Tokens.LINE | Tokens.BLANK | Tokens.BARRIER;
        return (finding.from == 0 || (before & (edge | Tokens.SIGN)) != 0) && (after & edge) != 0;
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
        if (date != null
                && finding.year == 0
                && !tokens.isNumber(finding.to - 1)
                && option.source() != Option.Source.EXACT
                && row.document()
                        .date()
                        .map(made -> made.year() > date.getYear() + 1)
                        .orElse(false)) {
            // A text does not cite what was made years later; an older document of the name is meant.
            return Decision.unresolved(
                    type.citeType(), List.of(Reason.of("made-later", label, Integer.toString(date.getYear()))));
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
        boolean pointed = tokens.form(finding.to - 1) == Lexicon.DEFINITE || finding.to - finding.from > 1;
        if (pointed && named.containsKey(row.document().id())) {
            reasons.add(Reason.of("named-elsewhere", label));
            return Decision.resolved(option, Rule.CONTEXT, 0.85, reasons);
        }
        if (!last) {
            return null;
        }
        Topic topic = topic(finding, List.of(row));
        if (topic != null && topic.strong()) {
            reasons.add(topic.reason());
            return Decision.resolved(option, Rule.CONTEXT, 0.75, reasons);
        }
        if (finding.strength != NameIndex.Strength.STRONG) {
            return null;
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
            boolean titled = isTitle(reform.row(), finding);
            boolean knownPair = options.stream().anyMatch(option -> named.containsKey(option.id()));
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
        List<Option> valid = options;
        if (usualYear != 0) {
            valid = options.stream()
                    .filter(option ->
                            option.row() != null && inForce(option.row().document()))
                    .toList();
            if (valid.size() == 1 && (date != null || validUntil(valid.getFirst(), options))) {
                Option chosen = valid.getFirst();
                reasons.add(validity(chosen));
                return Decision.resolved(
                        chosen, Rule.CONTEXT, date != null ? 0.86 : 0.72, ranked(options, chosen), reasons);
            }
            if (valid.isEmpty()) {
                valid = options;
            }
        }
        List<Option> elsewhere =
                valid.stream().filter(option -> named.containsKey(option.id())).toList();
        if (elsewhere.size() == 1) {
            Option chosen = elsewhere.getFirst();
            reasons.add(Reason.of("named-elsewhere", chosen.label()));
            return Decision.resolved(chosen, Rule.CONTEXT, 0.85, ranked(options, chosen), reasons);
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
        Topic topic = topic(finding, rows);
        if (topic != null) {
            Option chosen = Option.of(topic.row, Option.Source.AMBIGUOUS);
            reasons.add(topic.reason());
            return Decision.resolved(
                    chosen, Rule.CONTEXT, topic.strong() ? 0.85 : 0.75, ranked(options, chosen), reasons);
        }
        return ambiguous(finding, options, "name-shared");
    }

    private boolean isTitle(@Nullable Row row, Finding finding) {
        if (row == null) {
            return false;
        }
        String words = fold(reading.document.text().substring(finding.start, finding.end));
        return words.equals(fold(row.document().title()))
                || words.equals(fold(row.document().shortTitle()))
                || fold(row.document().title()).startsWith(words + " (")
                || finding.to - finding.from > 1;
    }

    private static String fold(String words) {
        return words.toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
    }

    private Reason validity(Option option) {
        GoverningDocument document = option.row() == null ? null : option.row().document();
        String from = document == null
                ? ""
                : document.inForceFrom()
                        .or(document::date)
                        .map(d -> Integer.toString(d.year()))
                        .orElse("?");
        return date != null
                ? Reason.of("valid-on-date", Integer.toString(date.getYear()), from)
                : Reason.of("valid-in-usual-year", Integer.toString(usualYear), from);
    }

    /// True when the same document alone is valid also in the latest year that the text speaks of: without a date of
    /// its own the text may be as young as that.
    private boolean validUntil(Option chosen, List<Option> options) {
        LocalDate day = LocalDate.of(latestYear, 7, 1);
        return options.stream()
                .allMatch(option ->
                        option.row() != null && option.row().document().mayBeInForceOn(day) == option.equals(chosen));
    }

    private boolean inForce(GoverningDocument document) {
        LocalDate day = date != null ? date : LocalDate.of(usualYear, 7, 1);
        return document.mayBeInForceOn(day);
    }

    private List<Reason> dateReasons(GoverningDocument document) {
        if (usualYear == 0) {
            return List.of();
        }
        String from = document.inForceFrom()
                .or(document::date)
                .map(d -> Integer.toString(d.year()))
                .orElse("?");
        return inForce(document)
                ? List.of(Reason.of("valid-on-date", Integer.toString(usualYear), from))
                : List.of(Reason.of("not-valid-on-date", Integer.toString(usualYear)));
    }

    /// Between 0 and 1: newest before the document's own date first.
    private double closeness(GoverningDocument document) {
        int year = document.date().map(d -> d.year()).orElse(0);
        if (usualYear == 0 || year == 0) {
            return year / 4000.0;
        }
        int age = usualYear - year;
        return age < 0 ? 0.1 / (1 - age) : 1.0 / (1 + age);
    }

    private Decision ambiguous(Finding finding, List<Option> options, String key) {
        var ranked = new ArrayList<Decision.Ranked>();
        for (Option option : options) {
            double score = option.row() == null ? 0 : closeness(option.row().document());
            if (option.row() != null && usualYear != 0 && inForce(option.row().document())) {
                score = Math.min(1, score + 0.3);
            }
            ranked.add(new Decision.Ranked(
                    option,
                    score,
                    option.row() == null ? List.of() : dateReasons(option.row().document())));
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

    // ---- what hangs on something named before ----

    private void followUp() {
        List<Finding> all = reading.findings;
        var kept = new ArrayList<Finding>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Finding finding = all.get(i);
            boolean keep = switch (finding.kind) {
                case BACK -> back(finding, kept, i + 1 < all.size() ? all.get(i + 1) : null);
                case SECTION -> section(finding, kept, all, i);
                default -> true;
            };
            if (keep) {
                kept.add(finding);
            }
        }
        reading.findings.clear();
        for (Finding finding : kept) {
            if (!dropped.contains(finding)) {
                reading.findings.add(finding);
            }
        }
    }

    /// "reformen", "loven": the nearest document of the kind named before.
    private boolean back(Finding finding, List<Finding> before, @Nullable Finding next) {
        Cue cue = finding.cue;
        if (cue == null) {
            return false;
        }
        boolean act = cue == Cue.LAW || cue == Cue.REGULATION;
        boolean withSection = next != null
                && next.kind == Finding.Kind.SECTION
                && next.from == finding.to
                && tokens.gapWithin(next.from, Tokens.WHITE | Tokens.OPEN);
        if (act && legal && !finding.same) {
            // In a law or regulation these words speak of the text itself.
            return false;
        }
        int reach = act ? withSection || finding.same ? 400 : 120 : 320;
        Set<DocumentType> types = backTypes(cue);
        Finding found = null;
        int looked = 0;
        for (int i = before.size() - 1; i >= 0 && looked < LOOK_BACK; i--, looked++) {
            Finding earlier = before.get(i);
            if (finding.from - earlier.to > reach) {
                break;
            }
            Decision decision = earlier.decision;
            if (decision == null || earlier.kind == Finding.Kind.SECTION && !act) {
                continue;
            }
            if (earlier.kind == Finding.Kind.LOCAL && (cue == Cue.PLAN || cue == Cue.STRATEGY)) {
                break;
            }
            boolean fits = decision.chosen() != null
                    ? types.contains(typeOf(decision.chosen()))
                    : decision.type().equals(cue.citeType());
            if (!fits) {
                continue;
            }
            if (found == null) {
                found = earlier;
                if (finding.same || act && withSection) {
                    break;
                }
            } else if (!sameTarget(found, earlier) && finding.from - earlier.to < 100) {
                // Two of the kind have just been named; the word may mean either.
                return false;
            }
        }
        if (found == null || found.decision == null) {
            if (act && withSection && !legal) {
                finding.decision = Decision.unresolved(finding.type, List.of(Reason.of("nothing-named-before")));
                return true;
            }
            return false;
        }
        Option chosen = found.decision.chosen();
        String said = reading.document.text().substring(finding.start, finding.end);
        if (chosen == null) {
            if (!withSection) {
                return false;
            }
            finding.decision = found.decision;
            return true;
        }
        finding.rule = Rule.BACK_REFERENCE;
        finding.decision = Decision.resolved(
                chosen,
                Rule.BACK_REFERENCE,
                withSection || finding.same ? 0.8 : 0.7,
                List.of(Reason.of("back-reference", said, chosen.label())));
        return true;
    }

    private static Set<DocumentType> backTypes(Cue cue) {
        return cue == Cue.PLAN || cue == Cue.ACTION_PLAN || cue == Cue.ESCALATION_PLAN
                ? java.util.EnumSet.of(DocumentType.PLAN, DocumentType.PROGRAM, DocumentType.PROPOSITION)
                : cue == Cue.STRATEGY ? java.util.EnumSet.of(DocumentType.STRATEGY) : cue.types();
    }

    private static DocumentType typeOf(Option option) {
        if (option.row() != null) {
            return option.row().type();
        }
        String id = option.id().value();
        return id.startsWith("lov-")
                ? DocumentType.LAW
                : id.startsWith("for-")
                        ? DocumentType.REGULATION
                        : id.startsWith("meldst-")
                                ? DocumentType.WHITE_PAPER
                                : id.startsWith("stmeld-")
                                        ? DocumentType.WHITE_PAPER_OLD
                                        : id.startsWith("nou-")
                                                ? DocumentType.OFFICIAL_REPORT
                                                : id.startsWith("prop-")
                                                        ? DocumentType.PROPOSITION
                                                        : DocumentType.BOOKLET;
    }

    private static boolean sameTarget(Finding one, Finding other) {
        Option a = one.decision == null ? null : one.decision.chosen();
        Option b = other.decision == null ? null : other.decision.chosen();
        return a != null && b != null && a.id().equals(b.id());
    }

    /// Ties a provision to its act.
    private boolean section(Finding finding, List<Finding> kept, List<Finding> all, int index) {
        Finding previous = kept.isEmpty() ? null : kept.getLast();
        // Another provision of the same list: same act.
        if (previous != null
                && previous.kind == Finding.Kind.SECTION
                && previous.group == finding.group
                && finding.group >= 0
                && previous.decision != null) {
            tie(finding, previous.decision, Reason.of("section-in-list"));
            return true;
        }
        if (previous != null
                && isAct(previous)
                && previous.kind != Finding.Kind.SECTION
                && previous.pinpoint.isWhole()
                && touches(previous, finding)) {
            attach(finding, previous);
            return true;
        }
        Finding after = actAfter(finding, all, index);
        if (after != null && after.decision != null) {
            tie(finding, after.decision, Reason.of("section-before-act"));
            if (after.kind == Finding.Kind.BACK) {
                return true;
            }
            if (after.from - finding.to <= 1 && lastOfGroup(finding, all, index)) {
                finding.to = after.to;
                finding.end = after.end;
                dropped.add(after);
            }
            return true;
        }
        if (finding.form.equals("chapter")) {
            return false;
        }
        if (previous != null
                && previous.decision != null
                && (previous.kind == Finding.Kind.SECTION || !previous.pinpoint.isWhole())
                && isAct(previous)
                && listed(previous, finding)) {
            tie(finding, previous.decision, Reason.of("section-in-list"));
            return true;
        }
        if (legal) {
            return false;
        }
        Finding nearest = nearestAct(finding, kept);
        if (nearest != null && nearest.decision != null) {
            Option chosen = nearest.decision.chosen();
            if (chosen != null) {
                finding.decision = Decision.resolved(
                        chosen, Rule.BACK_REFERENCE, 0.65, List.of(Reason.of("section-inferred", chosen.label())));
                return true;
            }
        }
        finding.decision = Decision.unresolved("law", List.of(Reason.of("section-without-act")));
        return true;
    }

    private static boolean isAct(Finding finding) {
        return finding.mayBeAct()
                || finding.kind == Finding.Kind.SECTION
                || finding.kind == Finding.Kind.BACK && (finding.cue == Cue.LAW || finding.cue == Cue.REGULATION);
    }

    /// Only a space, a bracket or a comma, or "sin", "jf." stands between the act and its §.
    private boolean touches(Finding act, Finding section) {
        int words = section.from - act.to;
        if (words > 1 || section.start - act.end > 24) {
            return false;
        }
        int allowed = Tokens.SPACE
                | Tokens.LINE
                | Tokens.OPEN
                | Tokens.CLOSE
                | Tokens.COMMA
                | Tokens.DOLLAR
                | Tokens.HYPHEN
                | Tokens.DASH
                | Tokens.QUOTE;
        if (words == 1 || reading.document.text().charAt(act.end - 1) == '.') {
            // "hol. § 3-2", "… m.m. § 3", "helsepersonelloven jf. § 4"; else a full stop ends what the act can reach.
            allowed |= Tokens.DOT;
        }
        if (!tokens.gapWithin(section.from, allowed)) {
            return false;
        }
        if (words == 0) {
            return true;
        }
        return tokens.is(act.to, Cue.JF) || tokens.foldedIs(act.to, "sin") || tokens.foldedIs(act.to, "sine");
    }

    private void attach(Finding section, Finding act) {
        Decision decision = act.decision;
        if (decision == null) {
            return;
        }
        int gap = tokens.gap(section.from);
        boolean direct = section.from == act.to && (gap & (Tokens.OPEN | Tokens.CLOSE | Tokens.COMMA)) == 0;
        Reason reason = Reason.of(section.dotted ? "section-dotted" : "section-of-act", section.pinpoint.text());
        tie(section, decision, reason);
        section.form = act.kind == Finding.Kind.BACK ? "back-reference" : act.form;
        section.cue = act.cue;
        if (act.kind == Finding.Kind.BACK) {
            section.same = true;
        }
        section.options = act.options;
        if (direct) {
            section.from = act.from;
            section.start = act.start;
            dropped.add(act);
        }
    }

    private static void tie(Finding section, Decision decision, Reason reason) {
        var reasons = new ArrayList<>(decision.reasons());
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        section.decision = new Decision(
                decision.chosen(), decision.rule(), decision.confidence(), decision.others(), decision.type(), reasons);
    }

    /// `§ 15 i forvaltningslova`, `§ 12 hol.`, `§ 4 og § 5 i helsepersonelloven`
    private @Nullable Finding actAfter(Finding section, List<Finding> all, int index) {
        int to = section.to;
        for (int i = index + 1; i < all.size() && i < index + LOOK_BACK; i++) {
            Finding next = all.get(i);
            if (next.kind == Finding.Kind.SECTION) {
                boolean linked = next.group >= 0 && next.group == section.group
                        || next.from == to && (tokens.gap(to) & Tokens.COMMA) != 0
                        || next.from == to + 1 && reading.isAnd(to);
                if (!linked || next.from - to > 2) {
                    return null;
                }
                to = next.to;
                continue;
            }
            boolean within = next.from == to + 1
                    && (tokens.is(to, Cue.I) || tokens.is(to, Cue.AV))
                    && tokens.gapWithin(to, Tokens.WHITE)
                    && tokens.gapWithin(next.from, Tokens.WHITE);
            boolean abbreviated = next.from == to
                    && next.form.equals("abbreviation")
                    && tokens.gapWithin(to, Tokens.WHITE)
                    && !tokens.isSection(next.to);
            if ((within || abbreviated) && isAct(next)) {
                if (next.decision == null && next.kind == Finding.Kind.BACK) {
                    var kept = new ArrayList<Finding>(all.subList(Math.max(0, index - LOOK_BACK), index));
                    if (!back(next, kept, section)) {
                        return null;
                    }
                }
                return next;
            }
            return null;
        }
        return null;
    }

    private static boolean lastOfGroup(Finding section, List<Finding> all, int index) {
        return index + 1 >= all.size() || all.get(index + 1).kind != Finding.Kind.SECTION;
    }

    /// "… § 4-1, jf. § 3-10", "§ 4 og § 5"
    private boolean listed(Finding previous, Finding section) {
        int words = section.from - previous.to;
        if (words > 2 || (tokens.gap(section.from) & Tokens.BARRIER) != 0) {
            return false;
        }
        for (int i = previous.to; i < section.from; i++) {
            if (!tokens.is(i, Cue.JF) && !reading.isAnd(i)) {
                return false;
            }
        }
        int gap = tokens.gap(section.from);
        return (gap & Tokens.BLANK) == 0 && (words > 0 || (gap & Tokens.COMMA) != 0);
    }

    /// The act named last in the paragraph, unless two stand equally near.
    private @Nullable Finding nearestAct(Finding section, List<Finding> kept) {
        int looked = 0;
        Finding found = null;
        for (int i = kept.size() - 1; i >= 0 && looked < 12; i--, looked++) {
            Finding earlier = kept.get(i);
            if (section.from - earlier.to > 80 || paragraphBetween(earlier.to, section.from)) {
                break;
            }
            if (!isAct(earlier) || earlier.decision == null || dropped.contains(earlier)) {
                continue;
            }
            if (found == null) {
                found = earlier;
            } else if (!sameTarget(found, earlier)) {
                return null;
            }
        }
        return found;
    }

    private boolean paragraphBetween(int from, int to) {
        for (int i = from; i <= to && i < tokens.count(); i++) {
            int gap = tokens.gap(i);
            if ((gap & Tokens.BARRIER) != 0 || (gap & Tokens.BLANK) != 0 && tokens.isWord(i) && tokens.capital(i)) {
                return true;
            }
        }
        return false;
    }

    // ---- the document ----

    private boolean isLegalText() {
        String title = reading.document.title();
        if (!title.isBlank()) {
            DocumentKind kind = DocumentKind.of(title, "");
            if ((kind == DocumentKind.LAW || kind == DocumentKind.REGULATION) && sectionHeadings() >= 2) {
                return true;
            }
        }
        return sectionHeadings() >= 3 && beginsAsAct();
    }

    private int sectionHeadings = -1;

    /// Lines that begin with a §.
    private int sectionHeadings() {
        if (sectionHeadings < 0) {
            int count = 0;
            for (Finding finding : reading.findings) {
                if (finding.kind == Finding.Kind.SECTION
                        && (tokens.gap(finding.from) & (Tokens.LINE | Tokens.BLANK | Tokens.BARRIER)) != 0) {
                    count++;
                }
            }
            sectionHeadings = count;
        }
        return sectionHeadings;
    }

    private boolean beginsAsAct() {
        int limit = Math.min(tokens.count(), 60);
        for (int i = 0; i < limit; i++) {
            boolean word = tokens.is(i, Cue.LAW) || tokens.is(i, Cue.REGULATION);
            if (word
                    && tokens.capital(i)
                    && beginsSentence(i) | i == 0
                    && (tokens.is(i + 1, Cue.OM) || tokens.is(i + 1, Cue.TIL) || tokens.is(i + 1, Cue.FOR))) {
                return true;
            }
        }
        return sectionHeadings() >= 5;
    }

    /// The year that the text speaks of most, for texts without a date; 0 when no year stands out.
    private int usualYear() {
        var years = new int[201];
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.isNumber(i) && tokens.length(i) == 4) {
                int year = tokens.value(i) - 1900;
                if (year >= 60 && year <= 150) {
                    years[year]++;
                }
            }
        }
        for (Finding finding : reading.findings) {
            for (int i = finding.from; i < finding.to; i++) {
                if (tokens.isNumber(i) && tokens.length(i) == 4) {
                    int year = tokens.value(i) - 1900;
                    if (year >= 0 && year < years.length && years[year] > 0) {
                        years[year]--;
                    }
                }
            }
        }
        int best = 0;
        for (int year = 0; year < years.length; year++) {
            if (years[year] >= 2 && (best == 0 || years[year] > years[best])) {
                best = year;
            }
        }
        // A text that cites a session is not older than the session.
        int cited = 0;
        for (Finding finding : reading.findings) {
            Designation designation = finding.designation;
            if (designation != null && designation.complete() && designation.session() < 2100) {
                cited = Math.max(cited, designation.session());
            }
        }
        int usual = best == 0 ? cited : Math.max(best + 1900, cited);
        latestYear = usual;
        for (int year = usual - 1900 + 1; usual != 0 && year <= usual - 1900 + 3 && year < years.length; year++) {
            latestYear = years[year] > 0 ? year + 1900 : latestYear;
        }
        return usual;
    }
}
