package no.forankring.citation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.forankring.citation.EvaluationReport.Figures;
import no.forankring.citation.EvaluationReport.Share;
import no.forankring.citation.LinkedTable.Difference;

/// Shows an [EvaluationReport] as tables, in a terminal or on a page. The same report gives the same text.
public final class EvaluationTables {

    private static final List<String> COLUMNS = List.of(
            "mentions",
            "found",
            "linked",
            "recall",
            "strict",
            "wrong",
            "right links",
            "precision",
            "anaphora linked",
            "anaphora right links",
            "pinpoints",
            "read",
            "equal");
    private static final List<String> PROPERTIES = List.of("set", "language", "noise");

    /// From the highest down; each band ends where the one before it begins.
    private static final List<Double> BANDS = List.of(0.95, 0.90, 0.85, 0.80, 0.70, 0.0);

    private EvaluationTables() {}

    /// Lines for a terminal, with what went wrong last.
    public static String text(EvaluationReport report) {
        var text = new StringBuilder();
        for (MeasuredTable table : tables(report)) {
            text.append(table.aligned()).append('\n');
        }
        text.append(lookalikes(report)).append('\n');
        report.errors().forEach(error -> text.append(error).append('\n'));
        return text.toString();
    }

    /// A part of a page in Markdown, without headings.
    ///
    /// @param differences what was gained and lost since the last time; empty when there was no last time
    public static String markdown(EvaluationReport report, Optional<List<Difference>> differences) {
        var text = new StringBuilder();
        for (MeasuredTable table : tables(report)) {
            text.append(table.piped()).append('\n');
        }
        if (report.lookalikes().all() > 0) {
            text.append(lookalikes(report)).append("\n\n");
        }
        differences.ifPresent(since -> text.append(list(since)));
        return text.toString();
    }

    private static String list(List<Difference> differences) {
        long gained = differences.stream().filter(Difference::gained).count();
        var text = new StringBuilder(
                "Since the last time: %d gained, %d lost.\n".formatted(gained, differences.size() - gained));
        if (!differences.isEmpty()) {
            text.append('\n');
        }
        for (Difference difference : differences) {
            LinkedTable.Line mention = difference.mention();
            text.append("- %s: `%s` (%s, %s)\n"
                    .formatted(
                            difference.gained() ? "gained" : "lost",
                            TabSeparated.oneLine(mention.text()).replace('`', '\''),
                            mention.id(),
                            mention.file()));
        }
        return text.toString();
    }

    private static List<MeasuredTable> tables(EvaluationReport report) {
        var tables = new ArrayList<MeasuredTable>();
        var overview = new LinkedHashMap<String, Figures>();
        PROPERTIES.forEach(property -> overview.putAll(report.by(property)));
        if (!overview.isEmpty()) {
            overview.put("all", report.overall());
            tables.add(figures("texts", overview));
        }
        var types = new LinkedHashMap<>(report.byType());
        types.put("all", report.overall());
        tables.add(figures("type", types));
        Map<Rule, Share> rules = report.byRule();
        if (!rules.isEmpty()) {
            var rows = new ArrayList<List<String>>();
            rules.forEach((rule, share) -> rows.add(shares(name(rule), share)));
            tables.add(new MeasuredTable("rule", List.of("links", "right", "precision"), rows));
        }
        tables.add(confidence(report));
        return tables;
    }

    private static MeasuredTable figures(String name, Map<String, Figures> figures) {
        var rows = new ArrayList<List<String>>();
        figures.forEach((label, each) -> rows.add(List.of(
                label,
                Integer.toString(each.mentions()),
                Integer.toString(each.found()),
                Integer.toString(each.linked()),
                each.mentions() == 0 ? "" : MeasuredTable.decimals(each.recall()),
                Integer.toString(each.linkedExactly()),
                Integer.toString(each.wrong()),
                of(each.links().right(), each.links().all()),
                each.links().all() == 0 ? "" : MeasuredTable.decimals(each.precision()),
                of(each.anaphora().linked(), each.anaphora().marked()),
                of(each.anaphora().links().right(), each.anaphora().links().all()),
                Integer.toString(each.pinpoints().given()),
                Integer.toString(each.pinpoints().read()),
                Integer.toString(each.pinpoints().equal()))));
        return new MeasuredTable(name, COLUMNS, rows);
    }

    private static MeasuredTable confidence(EvaluationReport report) {
        var rows = new ArrayList<List<String>>();
        double to = Double.POSITIVE_INFINITY;
        for (double from : BANDS) {
            String label = Double.isInfinite(to)
                    ? "%s and above".formatted(hundredths(from))
                    : from == 0
                            ? "below %s".formatted(hundredths(to))
                            : "%s to %s".formatted(hundredths(from), hundredths(to));
            var row = new ArrayList<>(shares(label, report.withConfidence(from, to)));
            row.addAll(shares("", report.withConfidence(from, Double.POSITIVE_INFINITY))
                    .subList(1, 4));
            rows.add(List.copyOf(row));
            to = from;
        }
        return new MeasuredTable(
                "confidence",
                List.of("links", "right", "precision", "links so far", "right so far", "precision so far"),
                rows);
    }

    private static List<String> shares(String label, Share share) {
        return List.of(
                label,
                Integer.toString(share.all()),
                Integer.toString(share.right()),
                share.all() == 0 ? "" : MeasuredTable.decimals(share.value()));
    }

    private static String lookalikes(EvaluationReport report) {
        Share share = report.lookalikes();
        return "Look-alikes linked: %d of %d.".formatted(share.all() - share.right(), share.all());
    }

    private static String name(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String of(int part, int all) {
        return part + "/" + all;
    }

    private static String hundredths(double confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence);
    }
}
