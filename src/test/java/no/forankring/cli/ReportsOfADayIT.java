package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.forankring.curation.Basis;
import no.forankring.curation.Field;
import no.forankring.curation.LinkDraft;
import no.forankring.curation.LinkType;
import no.forankring.curation.ThingDraft;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.report.Report;
import no.forankring.report.ReportException;
import no.forankring.report.ReportTable;
import no.forankring.report.Reports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every report of an earlier day tells what was known then, as it told it then.
class ReportsOfADayIT {

    private static final Basis SAID = Basis.of("sagt på planmøtet");

    @TempDir
    Path folder;

    private final Days days = new Days();
    private OpenHome home;
    private Reports reports;

    /// The same moment until the next day is begun.
    private static final class Days extends Clock {

        private Instant now = Instant.parse("2025-03-10T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() {
        home = OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, days);
        reports = Reports.open(home.graph(), home.register(), days);
        entered("Nettverket for lov", "2025", "plan-demensplan-2025");
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void theSameReportOfTheSameDayHasTheSameContent() {
        var first = new HashMap<String, ReportTable>();
        for (Report report : reports.list()) {
            first.put(report.name(), reports.run(report.name(), asked(report, "2025-03-10"), "nb"));
        }
        assertThat(texts(of(first, "utdaterte-forankringer-med-erstatning"))).isEmpty();
        assertThat(texts(of(first, "hull-med-grunn")))
                .extracting(List::getFirst)
                .contains("styrende dokument");

        days.now = Instant.parse("2026-09-01T09:00:00Z");
        entered("Nettverk som kom til", "2026", "plan-demensplan-2020");

        assertThat(texts(reports.run("utdaterte-forankringer-med-erstatning", Map.of(), "nb")))
                .extracting(List::getFirst)
                .contains("Nettverk som kom til");
        for (Report report : reports.list()) {
            ReportTable again = reports.run(report.name(), asked(report, "2025-03-10"), "nb");
            assertThat(again.rows())
                    .as(report.name())
                    .isEqualTo(of(first, report.name()).rows());
            assertThat(again.change())
                    .as(report.name())
                    .isEqualTo(of(first, report.name()).change());
            assertThat(again.chosen())
                    .as(report.name())
                    .isEqualTo(of(first, report.name()).chosen())
                    .contains("Det som var kjent 2025-03-10.");
            assertThat(again.date().toString()).isEqualTo("2026-09-01");
        }
        // Before anything was known.
        for (String report : List.of("utdaterte-forankringer-med-erstatning", "hull-med-grunn")) {
            assertThat(reports.run(report, Map.of(Reports.KNOWN_ON, "2020-01-01"), "nb")
                            .rows())
                    .isEmpty();
        }
        assertThatThrownBy(() -> reports.run("hull-med-grunn", Map.of(Reports.KNOWN_ON, "i fjor"), "nb"))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("2026-01-31");
    }

    private static ReportTable of(Map<String, ReportTable> tables, String report) {
        return Objects.requireNonNull(tables.get(report));
    }

    private static Map<String, String> asked(Report report, String day) {
        var asked = new HashMap<String, String>();
        report.parameters().stream()
                .filter(parameter -> !parameter.optional())
                .forEach(parameter -> asked.put(parameter.name(), "2025"));
        asked.put(Reports.KNOWN_ON, day);
        return asked;
    }

    private static List<List<String>> texts(ReportTable table) {
        return table.rows().stream()
                .map(row -> row.stream().map(ReportTable.Cell::text).toList())
                .toList();
    }

    private void entered(String name, String year, String governing) {
        String iri = home.curation()
                .create(
                        new ThingDraft(Addresses.NETWORK, Map.of(Field.NAME, name, Field.YEAR, year)),
                        SAID,
                        false,
                        "kari")
                .thing()
                .iri();
        home.curation().link(new LinkDraft(iri, LinkType.ANCHORED_IN, governing, "Anchored", false), SAID, "kari");
    }
}
