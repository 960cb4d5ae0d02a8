package no.forankring.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what a number in a series means: complete, with a year only, or with no session at all.
final class NumberResolver {

    private final Reading reading;
    private final NameIndex names;
    private final TextTime time;
    private final TopicWords topics;
    private final NamedDocuments named;

    NumberResolver(Reading reading, TextTime time, TopicWords topics, NamedDocuments named) {
        this.reading = reading;
        this.names = reading.names;
        this.time = time;
        this.topics = topics;
        this.named = named;
    }

    /// Rows with the number in the series, or in the one that came before or after it.
    static List<Row> numbered(NameIndex names, Designation designation) {
        List<Row> own = names.rowsNumbered(designation);
        boolean relatives = !siblings(designation.series()).isEmpty() || designation.series() == Series.PROPOSITION;
        if (!relatives) {
            return own;
        }
        var rows = new LinkedHashSet<>(own);
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

    @Nullable
    Decision decide(Finding finding, boolean last) {
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
        TopicWords.Topic topic = others.isEmpty() ? null : topics.near(finding, others);
        if (topic != null && topic.strong()) {
            reasons.add(topic.reason());
            reasons.add(Reason.of(
                    "session-repaired-by-title", topic.row().document().label()));
            return Decision.resolved(Option.of(topic.row(), Option.Source.EXACT), Rule.REPAIR, 0.8, reasons);
        }
        Row kin = neighbourNamedElsewhere(others, right.session());
        if (kin != null) {
            reasons.add(Reason.of("named-elsewhere", kin.document().label()));
            reasons.add(Reason.of("session-repaired-by-title", kin.document().label()));
            return Decision.resolved(Option.of(kin, Option.Source.EXACT), Rule.REPAIR, 0.75, reasons);
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

    /// The paper with the number from the session before or after, when the text names it, or its reform, by title
    /// too: then the session is a slip.
    private @Nullable Row neighbourNamedElsewhere(List<Row> numbered, int session) {
        Row found = null;
        for (Row row : numbered) {
            if (Math.abs(sessionOf(row) - session) == 1
                    && names.kin(row).stream()
                            .anyMatch(member -> named.has(member.document().id()))) {
                if (found != null) {
                    return null;
                }
                found = row;
            }
        }
        return found;
    }

    /// Without a session: only what stands beside it or its year can settle it in the first round.
    private @Nullable Decision fromNeighbours(Finding finding, Designation designation) {
        List<Row> rows = numbered(names, designation);
        if (rows.isEmpty()) {
            return null;
        }
        TopicWords.Topic topic = topics.near(finding, rows);
        if (topic != null) {
            topics.cover(finding, topic.row());
            var reasons = new ArrayList<>(finding.evidence);
            reasons.add(shared(designation, rows));
            reasons.add(topic.reason());
            Rule rule = designation.period() ? Rule.REPAIR : Rule.CONTEXT;
            return Decision.resolved(
                    Option.of(topic.row(), Option.Source.AMBIGUOUS),
                    rule,
                    topic.strong() ? 0.9 : 0.82,
                    rest(rows, topic.row()),
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

    private @Nullable Decision incomplete(Finding finding, Designation designation) {
        List<Row> rows = numbered(names, designation);
        List<Row> elsewhere =
                rows.stream().filter(row -> named.has(row.document().id())).toList();
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
        String only = named.onlyOne(designation);
        if (only != null && elsewhere.isEmpty()) {
            Option unlisted = reading.option(only);
            return Decision.resolved(
                    unlisted, Rule.CONTEXT, 0.8, List.of(Reason.of("named-elsewhere", unlisted.label())));
        }
        if (reading.tokens.is(finding.from, Cue.PAPER)) {
            // "melding 3" may be any message.
            return null;
        }
        if (rows.size() > 1) {
            var ranked = new ArrayList<Decision.Ranked>();
            for (Row row : rows) {
                ranked.add(new Decision.Ranked(
                        Option.of(row, Option.Source.AMBIGUOUS),
                        time.closeness(row.document()),
                        time.dateReasons(row.document())));
            }
            ranked.sort(Comparator.comparingDouble(Decision.Ranked::score).reversed());
            return Decision.ambiguous(ranked, List.of(shared(designation, rows)));
        }
        if (rows.size() == 1
                && isSingular(designation)
                && !time.isLater(rows.getFirst().document())) {
            Row row = rows.getFirst();
            return Decision.resolved(
                    Option.of(row, Option.Source.AMBIGUOUS),
                    Rule.CONTEXT,
                    0.7,
                    List.of(
                            Reason.of("number-without-session"),
                            Reason.of("only-known", row.document().label())));
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

    /// High numbers with a letter ("Innst. 581 L") are seldom used twice in the years that people write of.
    private static boolean isSingular(Designation designation) {
        boolean lettered = !designation.letter().isEmpty()
                && (designation.series() == Series.PROPOSITION || designation.series() == Series.RECOMMENDATION);
        return lettered && designation.number().length() >= 2;
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
}
