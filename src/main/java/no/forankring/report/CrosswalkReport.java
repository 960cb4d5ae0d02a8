package no.forankring.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.trace.Crosswalks;
import no.forankring.trace.SaidItem;

/// The areas of a governing document beside those of the one that came in its place.
final class CrosswalkReport implements ComputedReport {

    private final Crosswalks crosswalks;

    CrosswalkReport(Crosswalks crosswalks) {
        this.crosswalks = crosswalks;
    }

    @Override
    public String name() {
        return "overgang-fra-gammel-til-ny";
    }

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        Optional<GoverningDocumentId> about =
                Optional.of(asked.value("about")).filter(id -> !id.isEmpty()).map(GoverningDocumentId::new);
        return crosswalks.all(about, asked.flag("suggestions")).stream()
                .map(row -> row(row, asked))
                .toList();
    }

    private static List<ReportTable.Cell> row(Crosswalks.Row row, Asked asked) {
        return List.of(
                governing(row.from(), asked),
                asked.text(row.older().map(CrosswalkReport::label).orElse("")),
                asked.text(asked.word(row.state().name().toLowerCase(Locale.ROOT))),
                governing(row.to().newer(), asked),
                asked.text(row.newer().map(CrosswalkReport::label).orElse("")),
                asked.text(asked.word(row.to().kind().name().toLowerCase(Locale.ROOT))),
                asked.linked(
                        row.to().source().orElse(asked.word("no-source")),
                        row.to().source().orElse("")),
                asked.text(status(row, asked)),
                row.older().map(item -> asked.quote(item.proof())).orElseGet(() -> asked.text("")),
                row.newer().map(item -> asked.quote(item.proof())).orElseGet(() -> asked.text("")));
    }

    private static String status(Crosswalks.Row row, Asked asked) {
        List<SaidItem> items =
                Stream.of(row.older(), row.newer()).flatMap(Optional::stream).toList();
        return items.isEmpty() ? "" : asked.word(items.stream().allMatch(SaidItem::fact) ? "fact" : "suggested");
    }

    private static String label(SaidItem item) {
        return item.number().isEmpty() ? item.label() : item.number() + " " + item.label();
    }

    private static ReportTable.Cell governing(GoverningDocument document, Asked asked) {
        return asked.linked(
                document.label(),
                asked.base() + "/id/governing-document/" + document.id().value());
    }
}
