package no.forankring.report;

import java.util.List;
import java.util.Locale;
import no.forankring.trace.Promise;
import no.forankring.trace.Promises;

/// Promised, planned and done, side by side with three passages.
final class PromiseReport implements ComputedReport {

    private final Promises promises;

    PromiseReport(Promises promises) {
        this.promises = promises;
    }

    @Override
    public String name() {
        return "lofte-plan-leveranse";
    }

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        String network = asked.value("network").toLowerCase(Locale.ROOT);
        return promises.all(asked.flag("suggestions")).stream()
                .filter(promise ->
                        asked.value("year").isEmpty() || asked.value("year").equals(String.valueOf(promise.year())))
                .filter(promise ->
                        promise.network().label().toLowerCase(Locale.ROOT).contains(network))
                .map(promise -> row(promise, asked))
                .toList();
    }

    private static List<ReportTable.Cell> row(Promise promise, Asked asked) {
        return List.of(
                asked.thing(promise.network()),
                asked.text(String.valueOf(promise.year())),
                asked.figure(String.valueOf(promise.promised()), promise.promise()),
                promise.plan()
                        .map(proof -> asked.figure(String.valueOf(promise.planned()), proof))
                        .orElseGet(() -> asked.text(asked.word("no-plan"))),
                promise.report()
                        .map(proof ->
                                asked.figure(String.valueOf(promise.reported().orElse(0)), proof))
                        .orElseGet(() -> asked.text(asked.word("no-report"))),
                asked.text(asked.word(promise.outcome().name().toLowerCase(Locale.ROOT))),
                asked.quote(promise.promise()),
                promise.plan().map(asked::quote).orElseGet(() -> asked.text("")),
                promise.report().map(asked::quote).orElseGet(() -> asked.text("")));
    }
}
