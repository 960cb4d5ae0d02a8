package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// Reads a table that ticks off which municipality takes part in which network: one row for each of those, one column
/// for each of these. Networks are told of before or after the table, so they are looked up when all is read.
final class MemberMatrix {

    private static final Pattern TICK = Pattern.compile("(?iu)x|✓|✔|●|ja|deltar|deltek|med");
    private static final Pattern NO_TICK = Pattern.compile("(?iu)[–—-]|nei|");
    private static final int SHORTEST_STEM = 5;

    private record Tick(String heading, Entity member, Span evidence) {}

    private final Scene scene;
    private final List<Tick> ticks = new ArrayList<>();

    MemberMatrix(Scene scene) {
        this.scene = scene;
    }

    static boolean isTick(String cell) {
        return TICK.matcher(cell.strip()).matches();
    }

    /// Whether a cell is ticked, or left without a tick.
    static boolean isTicked(String cell) {
        return isTick(cell) || NO_TICK.matcher(cell.strip()).matches();
    }

    /// Whether the cells behind the first tick something off.
    static boolean ticks(FlatTable.Row row) {
        List<String> cells = row.cells().subList(1, row.cells().size());
        return cells.size() > 1
                && cells.stream().anyMatch(MemberMatrix::isTick)
                && cells.stream().allMatch(MemberMatrix::isTicked);
    }

    void read(FlatTable.Row row, List<String> columns, List<Spoken> members) {
        for (int c = 1; c < columns.size(); c++) {
            if (isTick(row.cells().get(c))) {
                for (Spoken member : members) {
                    ticks.add(new Tick(columns.get(c), member.entity(), row.span()));
                }
            }
        }
    }

    /// States what was ticked off of the networks that the document tells of.
    void state() {
        for (Tick tick : ticks) {
            network(tick.heading())
                    .ifPresent(network -> scene.state(
                            network,
                            Type.PARTICIPANT,
                            tick.member(),
                            tick.evidence(),
                            Strength.NAMED,
                            true,
                            "member-matrix",
                            0.88));
        }
    }

    /// The one network whose name tells of what the heading says.
    private Optional<Entity> network(String heading) {
        String said = stem(heading);
        if (said.length() < SHORTEST_STEM - 1) {
            return Optional.empty();
        }
        List<Entity> fitting = scene.collector.all().stream()
                .filter(entity -> entity.type().isNetwork())
                .filter(entity -> entity.name().toLowerCase(Locale.ROOT).contains(said))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static String stem(String heading) {
        String lower = Words.clean(heading).toLowerCase(Locale.ROOT).replaceFirst("s?nettverk(?:et)?$", "");
        return lower.length() > 2 * SHORTEST_STEM ? lower.substring(0, lower.length() - 2) : lower;
    }
}
