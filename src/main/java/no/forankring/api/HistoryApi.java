package no.forankring.api;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.curation.ChangeKind;
import no.forankring.curation.ChangeView;
import no.forankring.curation.Difference;
import no.forankring.curation.History;
import no.forankring.curation.HistoryFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What changed, who changed it, and can it be undone?
@RestController
class HistoryApi {

    private static final int SHOWN = 50;

    private final History history;

    HistoryApi(History history) {
        this.history = history;
    }

    /// The newest first.
    ///
    /// @param thing the address of a thing; all when left out
    /// @param kind curated, imported, judged, undone, read, program or other
    /// @param from the first day, as in 2026-03-12
    @GetMapping("/api/history")
    Listed changes(
            @RequestParam(defaultValue = "") String thing,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(defaultValue = "1") int page) {
        var limits = new PageLimits(page, size);
        var filter =
                new HistoryFilter(thing, who, kind(kind), CurationApi.date("from", from), CurationApi.date("to", to));
        History.Page found = history.changes(filter, (page - 1) * limits.size(), limits.size(), SHOWN);
        return new Listed(
                found.total(),
                page,
                size,
                found.changes().stream().map(ChangeJson::of).toList());
    }

    private static Optional<ChangeKind> kind(String code) {
        if (code.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(ChangeKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid("kind er en av %s, men var «%s»."
                        .formatted(
                                Arrays.stream(ChangeKind.values())
                                        .map(ChangeKind::code)
                                        .collect(Collectors.joining(", ")),
                                code))));
    }

    /// Undoes a change by a new one.
    @PostMapping("/api/history/undo")
    Undone undo(@RequestBody UndoBody body, Principal who, Locale locale) {
        String why = body.why() == null ? "" : body.why();
        return CurationApi.answered(
                locale,
                () -> new Undone(history.undo(body.number(), why, who.getName()).number()));
    }

    record UndoBody(long number, @Nullable String why) {}

    /// @param change the number of the change that undid it
    record Undone(long change) {}

    record Listed(long total, int page, int size, List<ChangeJson> changes) {}

    /// @param action create, edit, retire, restore, link, relink or unlink; empty for other kinds
    /// @param more how many differences are not told
    record ChangeJson(
            long number,
            String at,
            String who,
            String kind,
            String action,
            String why,
            List<DifferenceJson> differences,
            int more,
            boolean undoable) {

        static ChangeJson of(ChangeView change) {
            return new ChangeJson(
                    change.number(),
                    change.at().toString(),
                    change.who(),
                    change.kind().code(),
                    change.action(),
                    change.why(),
                    change.differences().stream().map(DifferenceJson::of).toList(),
                    change.more(),
                    change.undoable());
        }
    }

    record DifferenceJson(String thing, String label, String property, String before, String after) {

        static DifferenceJson of(Difference difference) {
            return new DifferenceJson(
                    difference.thing(),
                    difference.label(),
                    difference.property(),
                    difference.before(),
                    difference.after());
        }
    }
}
