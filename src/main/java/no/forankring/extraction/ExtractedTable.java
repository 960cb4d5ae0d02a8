package no.forankring.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forankring.citation.TabSeparated;
import no.forankring.extraction.ExtractionReport.Worth;

/// What one run found, missed and got wrong: what the next run is compared with.
///
/// As text tab-separated values with the columns `what file kind subject object state`. The same run gives the same
/// text.
public record ExtractedTable(List<Line> lines) {

    private static final String HEADER = "what\tfile\tkind\tsubject\tobject\tstate\n";
    private static final Set<String> RIGHT = Set.of("found", "fact");

    /// One marked thing, statement or figure, or one of ours that is wrong.
    ///
    /// @param what `entity`, `relation`, `inferred` (a relation that needs inference) or `figure`
    /// @param kind a class, a relation or a figure's name
    /// @param subject a slug; our own name for what is wrong
    /// @param object a slug or a document's id; the number of a figure; empty for entities
    /// @param state `found`, `fact` (found, and a fact without a person), `missed`, `wrong`, `wrong-fact`
    public record Line(String what, String file, String kind, String subject, String object, String state) {

        boolean isRight() {
            return RIGHT.contains(state);
        }

        boolean isWrong() {
            return state.startsWith("wrong");
        }
    }

    /// What only one of two runs has right, or wrong.
    ///
    /// @param gained true for what is right now, or wrong no longer
    public record Difference(boolean gained, Line line) {}

    private record Key(Line line, int occurrence) {}

    public ExtractedTable {
        lines = List.copyOf(lines);
    }

    public static ExtractedTable of(ExtractionReport report) {
        var lines = new ArrayList<Line>();
        report.things()
                .forEach(each -> lines.add(new Line(
                        "entity",
                        each.thing().file(),
                        each.group(),
                        each.thing().slug(),
                        "",
                        each.worth() == Worth.RIGHT ? "found" : "missed")));
        report.taken().stream()
                .filter(each -> each.worth() != Worth.RIGHT && each.worth() != Worth.ELSEWHERE)
                .forEach(each -> lines.add(new Line(
                        "entity", each.file(), each.group(), each.entity().name(), "", "wrong")));
        report.relations()
                .forEach(each -> lines.add(new Line(
                        each.relation().explicit() ? "relation" : "inferred",
                        each.relation().file(),
                        each.relation().kind(),
                        each.relation().subject(),
                        each.relation().object(),
                        each.automatic() ? "fact" : each.found() ? "found" : "missed")));
        report.stated().stream()
                .filter(each -> each.worth() != Worth.RIGHT && each.worth() != Worth.ELSEWHERE)
                .forEach(each -> lines.add(new Line(
                        "relation",
                        each.file(),
                        each.relation().type().term(),
                        each.subject(),
                        each.object(),
                        each.automatic() ? "wrong-fact" : "wrong")));
        report.figures().forEach(each -> {
            if (!each.marked().isEmpty()) {
                lines.add(new Line(
                        "figure",
                        each.file(),
                        each.figure(),
                        each.thing(),
                        each.marked(),
                        each.right() ? "found" : "missed"));
            }
            if (!each.ours().isEmpty() && !each.right()) {
                lines.add(new Line("figure", each.file(), each.figure(), each.thing(), each.ours(), "wrong"));
            }
        });
        return new ExtractedTable(lines);
    }

    /// Whether a text is such a table, judged by how it begins.
    public static boolean is(String text) {
        return text.startsWith(HEADER);
    }

    public static ExtractedTable parse(String text) {
        var lines = new ArrayList<Line>();
        for (Map<String, String> row : TabSeparated.rows(text)) {
            lines.add(new Line(
                    TabSeparated.cell(row, "what"),
                    TabSeparated.cell(row, "file"),
                    TabSeparated.cell(row, "kind"),
                    TabSeparated.unescape(TabSeparated.cell(row, "subject")),
                    TabSeparated.unescape(TabSeparated.cell(row, "object")),
                    TabSeparated.cell(row, "state")));
        }
        return new ExtractedTable(lines);
    }

    public String text() {
        var text = new StringBuilder(HEADER);
        for (Line line : lines) {
            text.append(String.join(
                            "\t",
                            line.what(),
                            line.file(),
                            line.kind(),
                            TabSeparated.escape(line.subject()),
                            TabSeparated.escape(line.object()),
                            line.state()))
                    .append('\n');
        }
        return text.toString();
    }

    /// What is right here and was not earlier, what is wrong here and was not earlier, and the other ways round. Marked
    /// things that only one of the two has are left out.
    public List<Difference> since(ExtractedTable earlier) {
        Map<Key, Line> before = earlier.byKey();
        Map<Key, Line> now = byKey();
        var differences = new ArrayList<Difference>();
        now.forEach((key, line) -> {
            Line old = before.get(key);
            if (line.isWrong()) {
                if (old == null) {
                    differences.add(new Difference(false, line));
                }
            } else if (old != null && old.isRight() != line.isRight()) {
                differences.add(new Difference(line.isRight(), line));
            }
        });
        before.forEach((key, line) -> {
            if (line.isWrong() && !now.containsKey(key)) {
                differences.add(new Difference(true, line));
            }
        });
        return List.copyOf(differences);
    }

    /// Whether both tables speak of the same marked things.
    public boolean hasSameMarks(ExtractedTable other) {
        return marks().equals(other.marks());
    }

    private Set<Key> marks() {
        var marks = new HashSet<Key>();
        byKey().forEach((key, line) -> {
            if (!line.isWrong()) {
                marks.add(key);
            }
        });
        return marks;
    }

    /// A sentence for each class, kind or figure of which less is found, or a smaller share of ours is right, than
    /// earlier; of facts too.
    public List<String> worseThan(ExtractedTable earlier) {
        Map<String, int[]> before = earlier.counts();
        var worse = new ArrayList<String>();
        counts().forEach((name, now) -> {
            int[] then = before.getOrDefault(name, new int[3]);
            if (now[0] < then[0]) {
                worse.add("%s: found %d, was %d".formatted(name, now[0], then[0]));
            }
            int ours = now[1] + now[2];
            int theirs = then[1] + then[2];
            if ((long) now[1] * theirs < (long) then[1] * ours) {
                worse.add("%s: %d of %d right, was %d of %d".formatted(name, now[1], ours, then[1], theirs));
            }
        });
        return List.copyOf(worse);
    }

    /// By kind: how many that must be found are, how many of ours are right, and how many wrong.
    private Map<String, int[]> counts() {
        var counts = new LinkedHashMap<String, int[]>();
        for (Line line : lines) {
            String what = line.what().equals("inferred") ? "relation" : line.what();
            int[] of = counts.computeIfAbsent(what + " " + line.kind(), name -> new int[3]);
            int[] facts = counts.computeIfAbsent("fact " + line.kind(), name -> new int[3]);
            of[0] += line.isRight() && !line.what().equals("inferred") ? 1 : 0;
            of[1] += line.isRight() ? 1 : 0;
            of[2] += line.isWrong() ? 1 : 0;
            facts[1] += line.state().equals("fact") ? 1 : 0;
            facts[2] += line.state().equals("wrong-fact") ? 1 : 0;
        }
        return counts;
    }

    private Map<Key, Line> byKey() {
        var byKey = new LinkedHashMap<Key, Line>();
        var seen = new HashMap<Line, Integer>();
        for (Line line : lines) {
            var plain = new Line(
                    line.what(),
                    line.file(),
                    line.kind(),
                    line.subject(),
                    line.object(),
                    line.isWrong() ? "wrong" : "marked");
            byKey.put(new Key(plain, seen.merge(plain, 1, Integer::sum)), line);
        }
        return byKey;
    }
}
