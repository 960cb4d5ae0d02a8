package no.forankring.citation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Measures the rows of [CiteTable] against mentions that people have marked, overall and per type.
///
/// Only sure mentions count as missed or wrong; of ambiguous ones each of the marked documents is right, and so is
/// leaving the choice open; vague ones never count. Anaphoric mentions ("reformen") are counted apart. A reform and the
/// white paper that launched it count as the same document.
public final class Evaluation {

    /// One mention marked by people.
    ///
    /// @param alternatives further ids that are right as well
    /// @param certainty `sure`, `ambiguous` or `vague`
    /// @param scope `national` or `local`
    public record Gold(
            String file,
            int start,
            int end,
            String text,
            String type,
            String id,
            List<String> alternatives,
            String pinpoint,
            String certainty,
            String scope,
            boolean anaphora) {

        public Gold {
            alternatives = List.copyOf(alternatives);
        }

        boolean sure() {
            return certainty.equals("sure");
        }
    }

    /// How well one type, or all, were recognized.
    ///
    /// @param mentions sure mentions that are no anaphora
    /// @param found those that some row overlaps
    /// @param foundExactly those that some row covers to the character
    /// @param linked those whose row is resolved to the right document
    /// @param linkedExactly those linked by a row that covers them to the character
    /// @param wrong those resolved to a wrong document only, the costly error
    /// @param resolved resolved rows that count
    /// @param right resolved rows that are right
    public record Figures(
            int mentions,
            int found,
            int foundExactly,
            int linked,
            int linkedExactly,
            int wrong,
            int resolved,
            int right) {

        /// Share of resolved rows that are right; 1 where there are none.
        public double precision() {
            return resolved == 0 ? 1 : (double) right / resolved;
        }

        /// Share of mentions linked right; 1 where there are none.
        public double recall() {
            return mentions == 0 ? 1 : (double) linked / mentions;
        }

        /// As recall, but the row must cover the mention to the character.
        public double strictRecall() {
            return mentions == 0 ? 1 : (double) linkedExactly / mentions;
        }

        public double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    /// All figures of one run.
    ///
    /// @param byType in the order of the types' names
    public record Report(
            Figures overall,
            Map<String, Figures> byType,
            int anaphora,
            int anaphoraLinked,
            int pinpoints,
            int pinpointsRead,
            List<String> errors) {

        public Report {
            byType = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byType));
            errors = List.copyOf(errors);
        }
    }

    /// A mention that one run links right and another does not.
    ///
    /// @param gained true when the new run has it, false when it lost it
    public record Difference(boolean gained, Gold mention) {}

    private static final List<Set<String>> SAME = List.of(
            Set.of("meldst-15-2017-2018", "reform-leve-hele-livet"),
            Set.of("meldst-24-2022-2023", "reform-bo-trygt-hjemme"),
            Set.of("stmeld-47-2008-2009", "reform-samhandlingsreformen"),
            Set.of("meldst-25-2020-2021", "reform-likeverdsreformen"),
            Set.of("veileder-parorende", "hdir-is-2587"),
            Set.of("veileder-sammen-om-mestring", "hdir-is-2076"),
            Set.of("veileder-saksbehandling", "hdir-is-2442"),
            Set.of("rundskriv-pbrl", "hdir-is-8-2015"),
            Set.of("eu-2016-679", "lov-2018-06-15-38"));

    private final List<Gold> gold;
    private final boolean localToo;

    /// @param localToo also count the plans of municipalities and centres
    public Evaluation(List<Gold> gold, boolean localToo) {
        this.gold = List.copyOf(gold);
        this.localToo = localToo;
    }

    /// Reads a table of marked mentions: `file start end text kind id alt pinpoint certainty scope anaphora …`.
    public static List<Gold> readGold(String tsv) {
        var rows = new ArrayList<Gold>();
        for (Map<String, String> row : table(tsv)) {
            rows.add(new Gold(
                    fileName(cell(row, "file")),
                    Integer.parseInt(cell(row, "start")),
                    Integer.parseInt(cell(row, "end")),
                    unescape(cell(row, "text")),
                    cell(row, "kind"),
                    cell(row, "id"),
                    parts(cell(row, "alt")),
                    cell(row, "pinpoint"),
                    cell(row, "certainty"),
                    cell(row, "scope"),
                    cell(row, "anaphora").equals("yes")));
        }
        return List.copyOf(rows);
    }

    /// Reads what `cite` has printed as tab-separated values, header included.
    public static List<CiteTable.Row> readPredictions(String tsv) {
        var rows = new ArrayList<CiteTable.Row>();
        for (Map<String, String> row : table(tsv)) {
            String confidence = cell(row, "confidence");
            rows.add(new CiteTable.Row(
                    fileName(cell(row, "file")),
                    Integer.parseInt(cell(row, "start")),
                    Integer.parseInt(cell(row, "end")),
                    unescape(cell(row, "text")),
                    cell(row, "type"),
                    cell(row, "id"),
                    cell(row, "pinpoint"),
                    cell(row, "status"),
                    parts(cell(row, "candidates")),
                    confidence.isEmpty() ? 0 : Double.parseDouble(confidence),
                    unescape(cell(row, "reason"))));
        }
        return List.copyOf(rows);
    }

    public Report report(List<CiteTable.Row> predictions) {
        Map<String, List<CiteTable.Row>> byFile = byFile(predictions);
        var counts = new TreeMap<String, int[]>();
        var all = new int[8];
        var errors = new ArrayList<String>();
        int anaphora = 0;
        int anaphoraLinked = 0;
        int pinpoints = 0;
        int pinpointsRead = 0;
        for (Gold mention : gold) {
            if (!mention.sure() || !inScope(mention)) {
                continue;
            }
            List<CiteTable.Row> hits = overlapping(mention, byFile.getOrDefault(fileName(mention.file()), List.of()));
            boolean linked = false;
            boolean linkedExactly = false;
            boolean exactly = false;
            boolean resolved = false;
            boolean pinpoint = false;
            for (CiteTable.Row hit : hits) {
                boolean sameSpan = hit.start() == mention.start() && hit.end() == mention.end();
                exactly |= sameSpan;
                if (hit.status().equals("resolved")) {
                    resolved = true;
                    if (right(mention, hit)) {
                        linked = true;
                        linkedExactly |= sameSpan;
                        pinpoint |= !hit.pinpoint().isBlank();
                    }
                }
            }
            if (mention.anaphora()) {
                anaphora++;
                anaphoraLinked += linked ? 1 : 0;
                continue;
            }
            if (!mention.pinpoint().isEmpty()) {
                pinpoints++;
                pinpointsRead += pinpoint ? 1 : 0;
            }
            for (int[] count : List.of(all, counts.computeIfAbsent(mention.type(), type -> new int[8]))) {
                count[0]++;
                count[1] += hits.isEmpty() ? 0 : 1;
                count[2] += exactly ? 1 : 0;
                count[3] += linked ? 1 : 0;
                count[4] += linkedExactly ? 1 : 0;
                count[5] += resolved && !linked ? 1 : 0;
            }
            if (!linked) {
                String kind = resolved ? "wrong" : hits.isEmpty() ? "missed" : "unlinked";
                errors.add("%s\t%s\t%d\t%s\t%s"
                        .formatted(kind, mention.file(), mention.start(), oneLine(mention.text()), mention.id()));
            }
        }
        for (CiteTable.Row row : predictions) {
            judge(row, all, counts, errors);
        }
        var byType = new LinkedHashMap<String, Figures>();
        counts.forEach((type, count) -> byType.put(type, figures(count)));
        return new Report(figures(all), byType, anaphora, anaphoraLinked, pinpoints, pinpointsRead, errors);
    }

    private void judge(CiteTable.Row row, int[] all, Map<String, int[]> counts, List<String> errors) {
        if (!row.status().equals("resolved")) {
            return;
        }
        List<Gold> marked = new ArrayList<>();
        for (Gold mention : gold) {
            if (fileName(mention.file()).equals(fileName(row.file()))
                    && mention.start() < row.end()
                    && row.start() < mention.end()) {
                marked.add(mention);
            }
        }
        boolean right = marked.stream().anyMatch(mention -> right(mention, row));
        boolean vague = marked.stream().anyMatch(mention -> mention.certainty().equals("vague"));
        boolean outside = !marked.isEmpty() && marked.stream().noneMatch(this::inScope);
        boolean local = row.id().startsWith("lokal-") || row.id().startsWith("plantype-");
        if (vague && !right || outside && local) {
            return;
        }
        String type = marked.isEmpty() ? row.type() : marked.getFirst().type();
        for (int[] count : List.of(all, counts.computeIfAbsent(type, key -> new int[8]))) {
            count[6]++;
            count[7] += right ? 1 : 0;
        }
        if (marked.isEmpty()) {
            errors.add("false\t%s\t%d\t%s\t%s".formatted(row.file(), row.start(), oneLine(row.text()), row.id()));
        }
    }

    /// What the new predictions link right and the earlier ones did not, and the other way round.
    public List<Difference> against(List<CiteTable.Row> earlier, List<CiteTable.Row> now) {
        Map<String, List<CiteTable.Row>> before = byFile(earlier);
        Map<String, List<CiteTable.Row>> after = byFile(now);
        var differences = new ArrayList<Difference>();
        for (Gold mention : gold) {
            if (!mention.sure() || !inScope(mention)) {
                continue;
            }
            boolean had = isLinked(mention, before);
            boolean has = isLinked(mention, after);
            if (had != has) {
                differences.add(new Difference(has, mention));
            }
        }
        return List.copyOf(differences);
    }

    /// The report as lines for people, with the errors last.
    public static String text(Report report) {
        var text = new StringBuilder();
        text.append("%-22s %8s %8s %8s %8s %8s %8s %8s %8s%n"
                .formatted("type", "mentions", "found", "linked", "strict", "wrong", "prec.", "recall", "F1"));
        report.byType().forEach((type, figures) -> text.append(line(type, figures)));
        text.append(line("all", report.overall()));
        text.append("anaphora %d of %d, pinpoints %d of %d%n"
                .formatted(report.anaphoraLinked(), report.anaphora(), report.pinpointsRead(), report.pinpoints()));
        for (String error : report.errors()) {
            text.append(error).append('\n');
        }
        return text.toString();
    }

    private static String line(String type, Figures figures) {
        return String.format(
                Locale.ROOT,
                "%-22s %8d %8d %8d %8d %8d %8.3f %8.3f %8.3f%n",
                type,
                figures.mentions(),
                figures.found(),
                figures.linked(),
                figures.linkedExactly(),
                figures.wrong(),
                figures.precision(),
                figures.recall(),
                figures.f1());
    }

    private static Figures figures(int[] count) {
        return new Figures(count[0], count[1], count[2], count[3], count[4], count[5], count[6], count[7]);
    }

    private boolean inScope(Gold mention) {
        return localToo || mention.scope().equals("national");
    }

    private static boolean isLinked(Gold mention, Map<String, List<CiteTable.Row>> byFile) {
        return overlapping(mention, byFile.getOrDefault(fileName(mention.file()), List.of())).stream()
                .anyMatch(row -> row.status().equals("resolved") && right(mention, row));
    }

    private static Map<String, List<CiteTable.Row>> byFile(List<CiteTable.Row> rows) {
        var byFile = new HashMap<String, List<CiteTable.Row>>();
        for (CiteTable.Row row : rows) {
            byFile.computeIfAbsent(fileName(row.file()), file -> new ArrayList<>())
                    .add(row);
        }
        return byFile;
    }

    private static List<CiteTable.Row> overlapping(Gold mention, List<CiteTable.Row> rows) {
        return rows.stream()
                .filter(row -> row.start() < mention.end() && mention.start() < row.end())
                .toList();
    }

    private static boolean right(Gold mention, CiteTable.Row row) {
        return same(mention.id(), row.id())
                || mention.alternatives().stream().anyMatch(alternative -> same(alternative, row.id()));
    }

    private static boolean same(String one, String other) {
        return one.equals(other) || SAME.stream().anyMatch(set -> set.contains(one) && set.contains(other));
    }

    private static List<Map<String, String>> table(String tsv) {
        List<String> lines = tsv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        String[] header = lines.getFirst().split("\t", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < header.length && i < cells.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static List<String> parts(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\\|", -1));
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String unescape(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        var text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\' || i + 1 == field.length()) {
                text.append(c);
                continue;
            }
            i++;
            switch (field.charAt(i)) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                default -> text.append(field.charAt(i));
            }
        }
        return text.toString();
    }
}
