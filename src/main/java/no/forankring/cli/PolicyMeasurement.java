package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.forankring.extraction.ExtractionReport;
import no.forankring.extraction.ExtractionReport.Counted;
import no.forankring.extraction.LinkKind;
import no.forankring.ingest.PolicyTable;

/// Measures how precise each kind of link is over folders of marked texts: what `ontology/link-policy.tsv` says.
final class PolicyMeasurement {

    private static final String HELD_OUT = "held-out";

    private final Map<LinkKind, Counted> all = new TreeMap<>();
    private final Map<LinkKind, Counted> unseen = new TreeMap<>();
    private final List<String> texts = new ArrayList<>();

    /// Counts a folder in.
    ///
    /// @param name how the file tells of it
    PolicyMeasurement add(String name, ThingsMeasured measured) {
        var sets = new TreeMap<String, Integer>();
        measured.files().forEach(file -> sets.merge(set(measured, file), 1, Integer::sum));
        var parts = new ArrayList<String>();
        sets.forEach((set, count) -> parts.add(count + " " + set));
        texts.add("%s (%s)".formatted(name, String.join(", ", parts)));
        sum(all, measured.perFile());
        sum(unseen, measured.perFile().of(file -> set(measured, file).equals(HELD_OUT)));
        return this;
    }

    private static String set(ThingsMeasured measured, String file) {
        return measured.sets().getOrDefault(file, Map.of()).getOrDefault("set", "texts");
    }

    private static void sum(Map<LinkKind, Counted> sums, ExtractionReport report) {
        report.byLinkKind().forEach((kind, counted) -> sums.merge(kind, counted, Counted::and));
    }

    /// What follows from it for a policy.
    ///
    /// @param earlier whose thresholds are kept
    PolicyTable table(LocalDate today, PolicyTable earlier) {
        return PolicyTable.of(today, String.join(", ", texts), all, unseen, earlier.kinds());
    }

    /// Writes the file anew, with the thresholds that stand in it.
    PolicyTable renew(Path file, LocalDate today) throws IOException {
        PolicyTable table = table(today, PolicyTable.parse(PlainTextFile.read(file)));
        Files.writeString(file, table.text());
        return table;
    }
}
