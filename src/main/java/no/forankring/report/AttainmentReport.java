package no.forankring.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.trace.Attainments;
import no.forankring.trace.Step;

/// The goals of each network: what carries them out, what the evaluations say of them, and with which figures.
final class AttainmentReport implements ComputedReport {

    private final Attainments attainments;

    AttainmentReport(Attainments attainments) {
        this.attainments = attainments;
    }

    @Override
    public String name() {
        return "maloppnaelse-per-nettverk";
    }

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        String network = asked.value("network").toLowerCase(Locale.ROOT);
        return attainments.all(asked.flag("suggestions")).stream()
                .filter(row -> row.network().label().toLowerCase(Locale.ROOT).contains(network))
                .filter(row ->
                        asked.value("year").isEmpty() || asked.value("year").equals(String.valueOf(row.year())))
                .map(row -> row(row, asked))
                .toList();
    }

    private static List<ReportTable.Cell> row(Attainments.Row row, Asked asked) {
        var cells = new ArrayList<ReportTable.Cell>();
        cells.add(asked.thing(row.network()));
        cells.add(asked.thing(row.goal().object()));
        String verdict = asked.word(row.verdict().name().toLowerCase(Locale.ROOT));
        cells.add(row.proof().map(proof -> asked.proved(verdict, proof)).orElseGet(() -> asked.text(verdict)));
        cells.add(asked.text(row.year() == 0 ? "" : String.valueOf(row.year())));
        cells.add(works(row, asked));
        cells.add(asked.quote(row.goal().evidence().getFirst()));
        cells.add(row.proof().map(asked::quote).orElseGet(() -> asked.text("")));
        cells.add(asked.text(asked.word(row.fact() ? "fact" : "suggested")));
        for (String figure : List.of("invited", "respondents", "responseShare", "score")) {
            cells.add(figure(row.figures(), figure, asked));
        }
        return cells;
    }

    private static ReportTable.Cell works(Attainments.Row row, Asked asked) {
        if (row.activities().isEmpty()) {
            return asked.text(asked.word("no-activity"));
        }
        return asked.proved(
                row.activities().stream()
                        .map(work -> "%s (%s)"
                                .formatted(
                                        work.activity().label(),
                                        work.progress().isEmpty()
                                                ? asked.word("unknown")
                                                : asked.wordOr(work.progress())))
                        .collect(Collectors.joining("; ")),
                row.activities().getFirst().proof());
    }

    private static ReportTable.Cell figure(Map<String, Step> figures, String name, Asked asked) {
        return Optional.ofNullable(figures.get(name))
                .map(step -> asked.figure(step.object().label(), step.evidence().getFirst()))
                .orElseGet(() -> asked.text(asked.word("unknown")));
    }
}
