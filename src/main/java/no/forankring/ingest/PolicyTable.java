package no.forankring.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.forankring.citation.MeasuredTable;
import no.forankring.citation.TabSeparated;
import no.forankring.extraction.ExtractionReport.Counted;
import no.forankring.extraction.LinkKind;
import no.forankring.ingest.LinkPolicy.Measured;

/// `ontology/link-policy.tsv`: for each kind of link what was measured, what is asked, and whether it is automatic.
///
/// People set `threshold` and `floor` in the file; measuring anew keeps them and writes all else.
///
/// @param measured when
/// @param texts on which: `corpus/activities: 14 develop, 12 held-out`
public record PolicyTable(LocalDate measured, String texts, Map<LinkKind, Measured> kinds) {

    private static final String DATE = "#! measured: ";
    private static final String TEXTS = "#! texts: ";
    private static final String HEAD = """
            #! Which links a machine may state as facts by itself. A kind is automatic when the share that is right (precision)
            #! reaches the threshold, over all texts and over the unseen ones, and the lower end of Wilson's 95 % interval reaches
            #! the floor. Kinds that are not listed wait for a person. Set threshold and floor here; the rest is written by
            #!   bin/forankring evaluate corpus/activities --policy ontology/link-policy.tsv
            """;
    private static final List<String> COLUMNS = List.of(
            "sort",
            "name",
            "rule",
            "said",
            "right",
            "measured",
            "precision",
            "lower",
            "unseen-right",
            "unseen-measured",
            "threshold",
            "floor",
            "automatic");

    public PolicyTable {
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }

    /// What follows from a new measurement.
    ///
    /// @param all by kind, over all texts
    /// @param unseen by kind, over those that nobody had read who made rules
    /// @param earlier whose thresholds are kept
    public static PolicyTable of(
            LocalDate measured,
            String texts,
            Map<LinkKind, Counted> all,
            Map<LinkKind, Counted> unseen,
            Map<LinkKind, Measured> earlier) {
        Set<LinkKind> known = new TreeSet<>(all.keySet());
        // What people set for a kind outlives a measurement that did not meet it.
        earlier.forEach((kind, before) -> {
            if (!before.bar().equals(PolicyBar.usual(kind.sort()))) {
                known.add(kind);
            }
        });
        var kinds = new TreeMap<LinkKind, Measured>();
        for (LinkKind kind : known) {
            Measured before = earlier.get(kind);
            PolicyBar bar = before == null ? PolicyBar.usual(kind.sort()) : before.bar();
            Counted over = all.getOrDefault(kind, Counted.NONE);
            Counted fresh = unseen.getOrDefault(kind, Counted.NONE);
            kinds.put(kind, new Measured(over, fresh, bar, bar.isReached(over, fresh)));
        }
        return new PolicyTable(measured, texts, kinds);
    }

    /// @throws IllegalArgumentException when a line is broken, or automatic without being precise; the message names it
    public static PolicyTable parse(String text) {
        var kinds = new TreeMap<LinkKind, Measured>();
        for (Map<String, String> row : TabSeparated.rows(text)) {
            try {
                kinds.put(
                        new LinkKind(
                                LinkKind.Sort.of(TabSeparated.cell(row, "sort")),
                                TabSeparated.cell(row, "name"),
                                TabSeparated.cell(row, "rule"),
                                !TabSeparated.cell(row, "said").equals("inferred")),
                        new Measured(
                                counted(row, "measured", "right"),
                                counted(row, "unseen-measured", "unseen-right"),
                                new PolicyBar(
                                        Double.parseDouble(TabSeparated.cell(row, "threshold")),
                                        Double.parseDouble(TabSeparated.cell(row, "floor"))),
                                TabSeparated.cell(row, "automatic").equals("yes")));
            } catch (IllegalArgumentException broken) {
                throw new IllegalArgumentException(
                        "link-policy.tsv, the line of %s %s %s: %s. Mend it, or measure anew with evaluate --policy."
                                .formatted(
                                        TabSeparated.cell(row, "sort"),
                                        TabSeparated.cell(row, "name"),
                                        TabSeparated.cell(row, "rule"),
                                        broken.getMessage()),
                        broken);
            }
        }
        return new PolicyTable(LocalDate.parse(head(text, DATE)), head(text, TEXTS), kinds);
    }

    private static String head(String text, String mark) {
        return text.lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("link-policy.tsv lacks the line '%s'".formatted(mark)));
    }

    private static Counted counted(Map<String, String> row, String measured, String right) {
        return new Counted(
                Integer.parseInt(TabSeparated.cell(row, measured)), Integer.parseInt(TabSeparated.cell(row, right)));
    }

    public String text() {
        var text = new StringBuilder(HEAD)
                .append(DATE)
                .append(measured)
                .append('\n')
                .append(TEXTS)
                .append(texts)
                .append('\n')
                .append(String.join("\t", COLUMNS))
                .append('\n');
        kinds.forEach(
                (kind, of) -> text.append(String.join("\t", cells(kind, of))).append('\n'));
        return text.toString();
    }

    private static List<String> cells(LinkKind kind, Measured of) {
        return List.of(
                kind.sort().code(),
                kind.name(),
                kind.rule(),
                kind.sort() != LinkKind.Sort.RELATION ? "" : kind.explicit() ? "explicit" : "inferred",
                Integer.toString(of.all().right()),
                Integer.toString(of.all().measured()),
                MeasuredTable.decimals(PolicyBar.precision(of.all())),
                MeasuredTable.decimals(PolicyBar.lower(of.all())),
                Integer.toString(of.unseen().right()),
                Integer.toString(of.unseen().measured()),
                hundredths(of.bar().precision()),
                hundredths(of.bar().floor()),
                of.automatic() ? "yes" : "no");
    }

    /// A part of a page in Markdown, without headings.
    public String markdown() {
        var rows = new ArrayList<List<String>>();
        kinds.forEach((kind, of) -> {
            List<String> cells = cells(kind, of);
            rows.add(List.of(
                    kind.sort().code() + " " + kind.name(),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4) + "/" + cells.get(5),
                    of.all().measured() == 0 ? "" : cells.get(6),
                    cells.get(7),
                    cells.get(8) + "/" + cells.get(9),
                    cells.get(10) + " / " + cells.get(11),
                    of.automatic() ? "**yes**" : "no"));
        });
        return "Measured %s on %s.\n\n".formatted(measured, texts)
                + new MeasuredTable(
                                "kind of link",
                                List.of(
                                        "rule",
                                        "said",
                                        "right",
                                        "precision",
                                        "lower end",
                                        "unseen right",
                                        "threshold / floor",
                                        "automatic"),
                                rows)
                        .piped();
    }

    private static String hundredths(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }

    /// As in `0,98`.
    static String comma(double share) {
        // Cut, not rounded: 0.996 is not 1.
        return String.format(Locale.ROOT, "%.2f", Math.floor(share * 100 + 1e-9) / 100)
                .replace('.', ',');
    }
}
