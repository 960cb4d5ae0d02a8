package no.forankring.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.forankring.citation.MeasuredTable;
import no.forankring.citation.TabSeparated;
import no.forankring.document.Span;
import no.forankring.extraction.ExtractedTable.Difference;
import no.forankring.extraction.ExtractionReport.RelationScore;
import no.forankring.extraction.ExtractionReport.Score;
import no.forankring.extraction.ExtractionReport.ThingScore;
import no.forankring.extraction.ExtractionReport.Worth;

/// Shows an [ExtractionReport] as tables, in a terminal or on a page. The same reports give the same text.
public final class ExtractionTables {

    private static final List<String> SCORE = List.of("marked", "found", "recall", "ours", "right", "precision", "F1");
    private static final List<String> PROPERTIES = List.of("set", "language");

    private final ExtractionReport perFile;
    private final ExtractionReport overFiles;
    private final Map<String, Map<String, String>> properties;

    /// @param properties what is known of each file, by its name: `set`, `language`
    public ExtractionTables(
            ExtractionReport perFile, ExtractionReport overFiles, Map<String, Map<String, String>> properties) {
        this.perFile = perFile;
        this.overFiles = overFiles;
        this.properties = Map.copyOf(properties);
    }

    /// Lines for a terminal.
    public String text() {
        var text = new StringBuilder();
        tables().forEach(table -> text.append(table.aligned()).append('\n'));
        return text.toString();
    }

    /// A part of a page in Markdown, without headings.
    ///
    /// @param differences what was gained and lost since the last time; empty when there was no last time
    public String markdown(Optional<List<Difference>> differences) {
        var text = new StringBuilder();
        tables().forEach(table -> text.append(table.piped()).append('\n'));
        differences.ifPresent(since -> {
            long gained = since.stream().filter(Difference::gained).count();
            text.append("Since the last time: %d gained, %d lost.\n".formatted(gained, since.size() - gained));
        });
        return text.toString();
    }

    private List<MeasuredTable> tables() {
        var tables = new ArrayList<MeasuredTable>();
        Map<String, ExtractionReport> parts = parts();
        if (!parts.isEmpty()) {
            var things = new LinkedHashMap<String, ThingScore>();
            parts.forEach((name, part) -> things.put(name, part.thingScore()));
            tables.add(things("entities by text", things));
        }
        tables.add(things("entity", withAll(perFile.byClass(), perFile.thingScore())));
        tables.add(things("entity, over files", withAll(overFiles.byClass(), overFiles.thingScore())));
        if (!parts.isEmpty()) {
            var relations = new LinkedHashMap<String, RelationScore>();
            parts.forEach((name, part) -> relations.put(name, part.relationScore()));
            tables.add(relations("relations by text", relations));
        }
        tables.add(relations("relation", withAll(perFile.byKind(), perFile.relationScore())));
        tables.add(relations("relation, over files", withAll(overFiles.byKind(), overFiles.relationScore())));
        parts.forEach((name, part) -> {
            if (name.equals("held-out")) {
                tables.add(things("entity, " + name, withAll(part.byClass(), part.thingScore())));
                tables.add(relations("relation, " + name, withAll(part.byKind(), part.relationScore())));
            }
        });
        tables.add(automatic(withAll(perFile.byKind(), perFile.relationScore())));
        tables.add(figures());
        return tables;
    }

    /// The report of each value of each property; empty when no file has any.
    private Map<String, ExtractionReport> parts() {
        var parts = new LinkedHashMap<String, ExtractionReport>();
        for (String property : PROPERTIES) {
            var values = new TreeSet<String>();
            properties.values().forEach(known -> values.add(known.getOrDefault(property, "")));
            values.remove("");
            for (String value : values) {
                parts.put(
                        value,
                        perFile.of(file -> value.equals(
                                properties.getOrDefault(file, Map.of()).get(property))));
            }
        }
        if (!parts.isEmpty()) {
            parts.put("all", perFile);
        }
        return parts;
    }

    private static <T> Map<String, T> withAll(Map<String, T> parts, T all) {
        var with = new LinkedHashMap<>(parts);
        with.put("all", all);
        return with;
    }

    private static MeasuredTable things(String name, Map<String, ThingScore> scores) {
        var rows = new ArrayList<List<String>>();
        scores.forEach((label, score) -> {
            var row = row(label, score.strict());
            row.add(decimals(
                    score.lenient().marked() + score.lenient().ours(),
                    score.lenient().f1()));
            row.add(Integer.toString(score.duplicates()));
            row.add(Integer.toString(score.elsewhere()));
            rows.add(row);
        });
        return new MeasuredTable(name, columns("lenient F1", "duplicates", "elsewhere"), rows);
    }

    private static MeasuredTable relations(String name, Map<String, RelationScore> scores) {
        var rows = new ArrayList<List<String>>();
        scores.forEach((label, score) -> {
            var row = row(label, score.all());
            row.add(Integer.toString(score.apart()));
            row.add(score.inferredFound() + "/" + score.inferred());
            row.add(Integer.toString(score.otherKind()));
            row.add(Integer.toString(score.elsewhere()));
            rows.add(row);
        });
        return new MeasuredTable(name, columns("apart", "inferred found", "other kind", "elsewhere"), rows);
    }

    private static MeasuredTable automatic(Map<String, RelationScore> scores) {
        var rows = new ArrayList<List<String>>();
        scores.forEach((label, score) -> rows.add(row(label, score.automatic())));
        return new MeasuredTable("becomes fact by itself", SCORE, rows);
    }

    private MeasuredTable figures() {
        var rows = new ArrayList<List<String>>();
        perFile.byFigure().forEach((name, score) -> rows.add(row(name, score)));
        rows.add(row("all figures", perFile.figureScore()));
        return new MeasuredTable("figure", SCORE, rows);
    }

    private static List<String> columns(String... more) {
        var columns = new ArrayList<>(SCORE);
        columns.addAll(List.of(more));
        return columns;
    }

    private static List<String> row(String label, Score score) {
        var row = new ArrayList<String>();
        row.add(label);
        row.add(Integer.toString(score.marked()));
        row.add(Integer.toString(score.found()));
        row.add(decimals(score.marked(), score.recall()));
        row.add(Integer.toString(score.ours()));
        row.add(Integer.toString(score.right()));
        row.add(decimals(score.ours(), score.precision()));
        row.add(decimals(score.marked() * score.ours(), score.f1()));
        return row;
    }

    private static String decimals(int count, double share) {
        return count == 0 ? "" : MeasuredTable.decimals(share);
    }

    /// A line for each thing, statement and figure that was missed or is wrong, parted by tabs: `missed entity file
    /// start end class slug words`, `wrong relation file start end kind subject object`.
    public static List<String> errors(ExtractionReport report) {
        var errors = new ArrayList<String>();
        report.things().stream()
                .filter(each -> each.worth() != Worth.RIGHT)
                .map(ExtractionReport.ThingOutcome::thing)
                .forEach(thing -> errors.add(line(
                        "missed",
                        "entity",
                        thing.file(),
                        thing.span(),
                        thing.className(),
                        thing.slug(),
                        thing.name())));
        report.taken().stream()
                .filter(each -> each.worth() != Worth.RIGHT && each.worth() != Worth.ELSEWHERE)
                .forEach(each -> errors.add(line(
                        said(each.worth()),
                        "entity",
                        each.file(),
                        each.entity().span(),
                        each.entity().type().term(),
                        each.entity().key(),
                        each.entity().name())));
        report.relations().stream()
                .filter(each -> !each.found() && each.relation().explicit())
                .forEach(each -> errors.add(line(
                        each.apart() ? "missed-apart" : "missed",
                        "relation",
                        each.relation().file(),
                        each.relation().span(),
                        each.relation().kind(),
                        each.relation().subject() + " → " + each.relation().object(),
                        each.relation().evidence())));
        report.stated().stream()
                .filter(each -> each.worth() != Worth.RIGHT && each.worth() != Worth.ELSEWHERE)
                .forEach(each -> errors.add(line(
                        said(each.worth()) + (each.automatic() ? "-fact" : ""),
                        "relation",
                        each.file(),
                        each.relation().evidence(),
                        each.relation().type().term(),
                        each.subject() + " → " + each.object(),
                        each.relation().explicit() ? "explicit" : "inferred")));
        report.figures().stream()
                .filter(each -> !each.right())
                .forEach(each -> errors.add(String.join(
                        "\t",
                        each.ours().isEmpty() ? "missed" : "wrong",
                        "figure",
                        each.file(),
                        "",
                        "",
                        each.figure(),
                        TabSeparated.oneLine(each.thing()),
                        "marked %s, ours %s".formatted(dash(each.marked()), dash(each.ours())))));
        return List.copyOf(errors);
    }

    private static String said(Worth worth) {
        return switch (worth) {
            case KIN -> "other-kind";
            case DUPLICATE -> "duplicate";
            case RIGHT, ELSEWHERE, WRONG -> "wrong";
        };
    }

    private static String dash(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private static String line(
            String outcome, String what, String file, Span span, String kind, String name, String words) {
        return String.join(
                "\t",
                outcome,
                what,
                file,
                Integer.toString(span.start()),
                Integer.toString(span.end()),
                kind,
                TabSeparated.oneLine(name),
                TabSeparated.oneLine(words));
    }
}
