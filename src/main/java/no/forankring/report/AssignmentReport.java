package no.forankring.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.trace.Assignments;
import no.forankring.trace.Thing;

/// What two years' assignments have in common, and what was added, dropped or moved, with whom it touches.
final class AssignmentReport implements ComputedReport {

    private final Assignments assignments;

    AssignmentReport(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public String name() {
        return "oppdraget-ar-for-ar";
    }

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        Assignments.Found found = assignments.between(
                asked.value("series"), asked.value("from"), asked.value("to"), asked.flag("suggestions"));
        if (found.older().isEmpty() || found.newer().isEmpty()) {
            return List.of(missing(found, asked));
        }
        return found.rows().stream()
                .filter(row -> !asked.flag("changed") || row.change() != Assignments.Change.KEPT)
                .map(row -> row(row, asked))
                .toList();
    }

    private static List<ReportTable.Cell> row(Assignments.Row row, Asked asked) {
        Assignments.Item either = row.newer().or(row::older).orElseThrow();
        return List.of(
                asked.text(asked.word(row.change().name().toLowerCase(Locale.ROOT))),
                asked.text(asked.word(either.kind().name().toLowerCase(Locale.ROOT))),
                asked.thing(new Thing(
                        either.thing().iri(),
                        either.thing().kind(),
                        either.thing().id(),
                        either.label(),
                        either.thing().type())),
                asked.text(row.older().map(Assignments.Item::under).orElse("")),
                asked.text(row.newer().map(Assignments.Item::under).orElse("")),
                quote(row.older(), asked),
                quote(row.newer(), asked),
                asked.text(asked.word(
                        Stream.of(row.older(), row.newer())
                                        .flatMap(Optional::stream)
                                        .allMatch(Assignments.Item::fact)
                                ? "fact"
                                : "suggested")),
                row.touched().isEmpty()
                        ? asked.text(asked.word("touches-nothing"))
                        : asked.proved(
                                row.touched().stream()
                                        .map(touched -> "%s (%s)"
                                                .formatted(
                                                        touched.thing().label(),
                                                        touched.proof().documentTitle()))
                                        .collect(Collectors.joining("; ")),
                                row.touched().getFirst().proof()));
    }

    private static ReportTable.Cell quote(Optional<Assignments.Item> item, Asked asked) {
        return item.map(said -> asked.quote(said.proof())).orElseGet(() -> asked.text(""));
    }

    /// A document that was not read says nothing of what was dropped.
    private static List<ReportTable.Cell> missing(Assignments.Found found, Asked asked) {
        String side = found.older().isEmpty() && found.newer().isEmpty()
                ? asked.value("from") + ", " + asked.value("to")
                : found.older().isEmpty() ? asked.value("from") : asked.value("to");
        return List.of(
                asked.text(asked.word("not_read")),
                asked.text(""),
                asked.text(asked.word("no-document").formatted(side)),
                asked.text(""),
                asked.text(""),
                asked.text(titles(found.older())),
                asked.text(titles(found.newer())),
                asked.text(""),
                asked.text(""));
    }

    private static String titles(List<Thing> documents) {
        return documents.stream().map(Thing::label).collect(Collectors.joining("; "));
    }
}
