package no.forankring.citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.forankring.citation.EvaluationReport.Figures;

/// Which marked mentions one run linked right, and its figures: what the next run is compared with.
///
/// As text a line `#! linked=… right=… …` with the figures, then tab-separated values with the columns
/// `file start text id linked`, written as in [CiteTable]. The same run gives the same text.
///
/// @param figures those that must not get worse, by name, in a fixed order
public record LinkedTable(Map<String, Integer> figures, List<Line> lines) {

    private static final String HEADER = "file\tstart\ttext\tid\tlinked\n";
    private static final String FIGURES = "#! ";

    /// One sure mention.
    ///
    /// @param start in UTF-16 units
    public record Line(String file, int start, String text, String id, boolean linked) {}

    /// A mention that one run links right and another does not.
    ///
    /// @param gained true when the new run has it, false when it lost it
    public record Difference(boolean gained, Line mention) {}

    /// What makes a line the same one in two tables, also when the text before it has grown: the n-th such words in the
    /// file.
    private record Key(String file, String text, String id, int occurrence) {}

    public LinkedTable {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        lines = List.copyOf(lines);
    }

    public static LinkedTable of(EvaluationReport report) {
        Figures all = report.overall();
        var figures = new LinkedHashMap<String, Integer>();
        figures.put("mentions", all.mentions());
        figures.put("linked", all.linked());
        figures.put("links", all.links().all());
        figures.put("right", all.links().right());
        figures.put("wrong", all.wrong());
        figures.put("pinpoints", all.pinpoints().equal());
        figures.put("anaphora", all.anaphora().linked());
        figures.put(
                "lookalikes", report.lookalikes().all() - report.lookalikes().right());
        List<Line> lines = report.outcomes().stream()
                .map(outcome -> new Line(
                        outcome.mention().file(),
                        outcome.mention().start(),
                        outcome.mention().text(),
                        outcome.mention().id(),
                        outcome.linked()))
                .toList();
        return new LinkedTable(figures, lines);
    }

    /// Whether a text is such a table, judged by how it begins.
    public static boolean is(String text) {
        return text.startsWith(FIGURES) || text.startsWith(HEADER);
    }

    /// @throws NumberFormatException when a number is none
    public static LinkedTable parse(String text) {
        var figures = new LinkedHashMap<String, Integer>();
        if (text.startsWith(FIGURES)) {
            String first = text.lines().findFirst().orElseThrow().substring(FIGURES.length());
            for (String figure : first.split(" ", -1)) {
                int equals = figure.indexOf('=');
                figures.put(figure.substring(0, Math.max(0, equals)), Integer.parseInt(figure.substring(equals + 1)));
            }
        }
        var lines = new ArrayList<Line>();
        for (Map<String, String> row : TabSeparated.rows(text)) {
            lines.add(new Line(
                    TabSeparated.cell(row, "file"),
                    Integer.parseInt(TabSeparated.cell(row, "start")),
                    TabSeparated.unescape(TabSeparated.cell(row, "text")),
                    TabSeparated.cell(row, "id"),
                    TabSeparated.cell(row, "linked").equals("yes")));
        }
        return new LinkedTable(figures, lines);
    }

    public String text() {
        var text = new StringBuilder(FIGURES);
        text.append(String.join(
                " ",
                figures.entrySet().stream()
                        .map(figure -> figure.getKey() + "=" + figure.getValue())
                        .toList()));
        text.append('\n').append(HEADER);
        for (Line line : lines) {
            text.append(CiteTable.escape(line.file())).append('\t');
            text.append(line.start()).append('\t');
            text.append(CiteTable.escape(line.text())).append('\t');
            text.append(line.id()).append('\t');
            text.append(line.linked() ? "yes" : "no").append('\n');
        }
        return text.toString();
    }

    /// What is linked right here and was not earlier, and the other way round, in the order of this table. Mentions
    /// that
    /// only one of the two has are left out.
    public List<Difference> since(LinkedTable earlier) {
        Map<Key, Line> before = earlier.byKey();
        var differences = new ArrayList<Difference>();
        byKey().forEach((key, line) -> {
            Line old = before.get(key);
            if (old != null && old.linked() != line.linked()) {
                differences.add(new Difference(line.linked(), line));
            }
        });
        return List.copyOf(differences);
    }

    /// Whether both tables speak of the same mentions.
    public boolean hasSameMentions(LinkedTable other) {
        return byKey().keySet().equals(other.byKey().keySet());
    }

    /// A sentence for each figure that is worse than it was; of links the share that is right counts.
    public List<String> worseThan(LinkedTable earlier) {
        var worse = new ArrayList<String>();
        for (String more : List.of("linked", "pinpoints", "anaphora")) {
            if (figure(more) < earlier.figure(more)) {
                worse.add("%s: %d, was %d".formatted(more, figure(more), earlier.figure(more)));
            }
        }
        for (String fewer : List.of("wrong", "lookalikes")) {
            if (figure(fewer) > earlier.figure(fewer)) {
                worse.add("%s: %d, was %d".formatted(fewer, figure(fewer), earlier.figure(fewer)));
            }
        }
        if ((long) figure("right") * earlier.figure("links") < (long) earlier.figure("right") * figure("links")) {
            worse.add("right links: %d of %d, was %d of %d"
                    .formatted(figure("right"), figure("links"), earlier.figure("right"), earlier.figure("links")));
        }
        return List.copyOf(worse);
    }

    private int figure(String name) {
        return figures.getOrDefault(name, 0);
    }

    private Map<Key, Line> byKey() {
        var byKey = new LinkedHashMap<Key, Line>();
        var seen = new HashMap<Key, Integer>();
        for (Line line : lines) {
            var first = new Key(line.file(), line.text(), line.id(), 0);
            int occurrence = seen.merge(first, 1, Integer::sum);
            byKey.put(new Key(line.file(), line.text(), line.id(), occurrence), line);
        }
        return byKey;
    }
}
