package no.forankring.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.forankring.trace.PlanChains;
import no.forankring.trace.PlanLevel;

/// The areas of effort of a municipality by level of planning, with the words, the holes, and what was never read.
final class PlanChainReport implements ComputedReport {

    private final PlanChains chains;

    PlanChainReport(PlanChains chains) {
        this.chains = chains;
    }

    @Override
    public String name() {
        return "plankjede";
    }

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        PlanChains.Found found = chains.of(asked.value("municipality"), asked.flag("suggestions"));
        if (!found.rows().isEmpty()) {
            return found.rows().stream().map(row -> row(row, asked)).toList();
        }
        // Nothing to tell of is told too: what was read, and what was not.
        var cells = new ArrayList<ReportTable.Cell>();
        cells.add(asked.text(
                found.documents().isEmpty()
                        ? asked.word("no-plans").formatted(found.municipality(), found.searched())
                        : found.suggested() > 0
                                ? asked.word("only-suggested-areas").formatted(found.suggested())
                                : asked.word("no-areas")));
        for (PlanLevel level : PlanLevel.values()) {
            int plans = found.documents().getOrDefault(level, List.of()).size();
            cells.add(asked.text(
                    plans == 0 ? asked.word("not_read") : asked.word("read").formatted(plans)));
        }
        cells.add(asked.text(""));
        cells.add(asked.text(names(level -> !found.documents().containsKey(level), asked)));
        return List.of(cells);
    }

    private static List<ReportTable.Cell> row(PlanChains.Row row, Asked asked) {
        var cells = new ArrayList<ReportTable.Cell>();
        cells.add(asked.text(row.area()));
        for (PlanLevel level : PlanLevel.values()) {
            cells.add(cell(cellOf(row.cells(), level), asked));
        }
        cells.add(asked.text(names(level -> cellOf(row.cells(), level).state() == PlanChains.State.NOT_FOUND, asked)));
        cells.add(asked.text(names(level -> cellOf(row.cells(), level).state() == PlanChains.State.NOT_READ, asked)));
        return cells;
    }

    private static PlanChains.Cell cellOf(Map<PlanLevel, PlanChains.Cell> cells, PlanLevel level) {
        return Objects.requireNonNull(cells.get(level));
    }

    private static String names(Predicate<PlanLevel> wanted, Asked asked) {
        return Arrays.stream(PlanLevel.values())
                .filter(wanted)
                .map(level -> asked.word(level.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private static ReportTable.Cell cell(PlanChains.Cell cell, Asked asked) {
        return switch (cell.state()) {
            case FOUND -> quote(cell, cell.item().orElseThrow().fact() ? "" : asked.word("suggested") + " ", asked);
            case LIKE -> quote(cell, asked.word("like") + " ", asked);
            case ONLY_SUGGESTED -> asked.text(asked.word("only_suggested"));
            case NOT_FOUND -> asked.text(asked.word("not_found").formatted(cell.documents()));
            case NOT_READ -> asked.text(asked.word("not_read"));
        };
    }

    private static ReportTable.Cell quote(PlanChains.Cell cell, String before, Asked asked) {
        ReportTable.Cell quote = asked.quote(cell.item().orElseThrow().proof());
        return new ReportTable.Cell(before + quote.text(), false, quote.link());
    }
}
