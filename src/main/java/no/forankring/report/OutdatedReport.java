package no.forankring.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.forankring.register.GoverningDocument;
import no.forankring.register.ReferenceText;
import no.forankring.register.Standing;
import no.forankring.register.Successor;
import no.forankring.trace.Anchor;
import no.forankring.trace.Currency;

/// What rests on something that has grown old, in which way, who says so, and what to write instead.
final class OutdatedReport implements ComputedReport {

    private final Currency currency;

    OutdatedReport(Currency currency) {
        this.currency = currency;
    }

    @Override
    public String name() {
        return "utdaterte-forankringer-med-erstatning";
    }

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        return currency.anchors(true, asked.flag("suggestions")).stream()
                .filter(anchor -> asked.value("year").isEmpty()
                        || anchor.day().startsWith(asked.value("year"))
                        || anchor.year().equals(asked.value("year")))
                .map(anchor -> row(anchor, asked))
                .toList();
    }

    private static List<ReportTable.Cell> row(Anchor anchor, Asked asked) {
        return List.of(
                asked.thing(anchor.step().subject()),
                asked.text(anchor.year()),
                asked.thing(anchor.step().object()),
                asked.text(anchor.day().isEmpty() ? asked.word("undated") : state(anchor.then(), asked)),
                asked.text(anchor.day()),
                asked.text(state(anchor.now(), asked)),
                asked.text(anchor.now().since()),
                successors(anchor.now(), asked),
                source(anchor.now(), asked),
                instead(anchor, asked),
                asked.text(asked.wordOr(anchor.step().status())),
                asked.quote(anchor.step().evidence().getFirst()));
    }

    private static String state(Standing standing, Asked asked) {
        return asked.word(standing.state().name().toLowerCase(Locale.ROOT));
    }

    private static ReportTable.Cell successors(Standing now, Asked asked) {
        return asked.text(
                now.successors().isEmpty()
                        ? asked.word("no-successor")
                        : now.successors().stream()
                                .map(successor -> "%s (%s)"
                                        .formatted(
                                                successor.newer().label(),
                                                asked.word(
                                                        successor.kind().name().toLowerCase(Locale.ROOT))))
                                .collect(Collectors.joining("; ")));
    }

    private static ReportTable.Cell source(Standing now, Asked asked) {
        if (now.successors().isEmpty()) {
            return asked.text("");
        }
        Successor first = now.successors().getFirst();
        String address = first.source().orElse("");
        String checked = asked.word(first.checked() ? "checked" : "from-memory");
        return asked.linked(
                address.isEmpty() ? asked.word("no-source") + ", " + checked : address + " (" + checked + ")", address);
    }

    private static ReportTable.Cell instead(Anchor anchor, Asked asked) {
        if (anchor.now().state() == Standing.State.RENAMED
                && anchor.now().successors().isEmpty()) {
            return asked.thing(anchor.step().object());
        }
        if (anchor.instead().isEmpty()) {
            return asked.text(asked.word("nothing-instead"));
        }
        GoverningDocument first = anchor.instead().getFirst();
        return asked.linked(
                anchor.instead().stream().map(ReferenceText::of).collect(Collectors.joining("; ")),
                asked.base() + "/id/governing-document/" + first.id().value());
    }
}
