package no.forankring.report;

import java.util.List;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;
import no.forankring.trace.TakingPart;

/// Which municipalities take part in what, year by year, and which of a county are never seen.
final class MunicipalityReport implements ComputedReport {

    private final TakingPart takingPart;

    MunicipalityReport(TakingPart takingPart) {
        this.takingPart = takingPart;
    }

    @Override
    public String name() {
        return "kommuner-over-tid";
    }

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        TakingPart.Found found = takingPart.all(asked.value("county"), asked.flag("suggestions"));
        return found.rows().stream()
                .filter(row -> asked.value("year").isEmpty()
                        || row.step().isEmpty()
                        || asked.value("year").equals(String.valueOf(row.year())))
                .map(row -> cells(row, found.searched(), asked))
                .toList();
    }

    private static List<ReportTable.Cell> cells(TakingPart.Row row, long searched, Asked asked) {
        if (row.step().isEmpty()) {
            return List.of(
                    asked.text(row.municipality()),
                    asked.text(row.number()),
                    asked.text(String.join(", ", row.earlier())),
                    asked.text(""),
                    asked.text(asked.word("never").formatted(searched)),
                    asked.text(""),
                    asked.text(""),
                    asked.text(""));
        }
        Step step = row.step().get();
        EvidenceView proof = step.evidence().getFirst();
        return List.of(
                asked.text(row.municipality()),
                asked.text(row.number().isEmpty() ? asked.word("unlisted") : row.number()),
                asked.text(String.join(", ", row.earlier())),
                asked.text(row.year() == 0 ? asked.word("undated") : String.valueOf(row.year())),
                asked.thing(step.subject()),
                asked.text(asked.word(step.predicate())),
                asked.text(asked.wordOr(step.status())),
                asked.quote(proof));
    }
}
