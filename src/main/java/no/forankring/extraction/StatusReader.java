package no.forankring.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.forankring.document.CellColor;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Shading;
import no.forankring.document.Span;
import no.forankring.extraction.PlanStatus.Basis;

/// Reads how far each item of a plan has come: from the words under "Status", else from the color of the cell.
///
/// What the colors mean is known when the whole document has been read, so the rows are gathered first.
final class StatusReader {

    /// What colors mean in most plans, best first. Without a legend that is a guess.
    private static final Map<CellColor.Name, List<Progress>> USUAL = Map.of(
            CellColor.Name.GREEN, List.of(Progress.CARRIED_OUT, Progress.ONGOING),
            CellColor.Name.YELLOW, List.of(Progress.ONGOING, Progress.POSTPONED),
            CellColor.Name.ORANGE, List.of(Progress.ONGOING, Progress.POSTPONED),
            CellColor.Name.RED, List.of(Progress.CANCELLED, Progress.POSTPONED, Progress.PLANNED));

    /// @param hasColumn whether the table has a column for status
    /// @param words under it
    private record Row(String key, Span span, boolean hasColumn, String words, Optional<CellColor.Name> color) {}

    private final DocumentText document;
    private final List<Row> rows = new ArrayList<>();

    StatusReader(DocumentText document) {
        this.document = document;
    }

    /// @param status the column for status; negative where there is none
    void read(FlatTable.Row row, int status, Entity subject) {
        String words = status < 0 ? "" : row.cells().get(status).strip();
        Optional<CellColor.Name> named = ColorLegend.named(words);
        rows.add(new Row(
                subject.key(),
                row.span(),
                status >= 0,
                named.isPresent() ? "" : words,
                named.or(() -> color(
                        row,
                        status < 0 ? Optional.empty() : Optional.of(row.spans().get(status))))));
    }

    /// The color of the status cell; where it has none, that of the row where it has but one.
    private Optional<CellColor.Name> color(FlatTable.Row row, Optional<Span> status) {
        List<Shading> shadings = shadings(row.span());
        if (status.isPresent() && status.get().start() >= row.span().start()) {
            Optional<CellColor.Name> own = shadings.stream()
                    .filter(shading -> shading.span().equals(status.get())
                            || shading.span().overlaps(status.get()))
                    .map(shading -> shading.color().name())
                    .findFirst();
            if (own.isPresent()) {
                return own;
            }
        }
        boolean wordless = status.isPresent() && shadings.stream().anyMatch(StatusReader::isWordless);
        Set<CellColor.Name> names = shadings.stream()
                .filter(shading -> !wordless || isWordless(shading))
                .map(shading -> shading.color().name())
                .filter(name -> wordless || USUAL.containsKey(name))
                .collect(Collectors.toSet());
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }

    private static boolean isWordless(Shading shading) {
        return shading.span().length() == 0;
    }

    private List<Shading> shadings(Span row) {
        var shadings = new ArrayList<Shading>();
        List<Passage> passages = document.passages();
        int at = document.passageAt(row.start()).map(Passage::ordinal).orElse(0);
        for (int i = at; i < passages.size() && passages.get(i).span().start() <= row.end(); i++) {
            // The span of a row ends with its last word, and a filled cell without words may stand behind it.
            boolean whole = i == at && passages.get(i).kind() == Passage.Kind.TABLE_ROW;
            for (Shading shading : passages.get(i).shadings()) {
                if (whole || row.contains(shading.span())) {
                    shadings.add(shading);
                }
            }
        }
        return shadings;
    }

    /// The status of each item of which something is to be said or asked, in the order of the rows.
    List<PlanStatus> statuses() {
        if (rows.isEmpty()) {
            return List.of();
        }
        ColorLegend legend = ColorLegend.of(document);
        boolean colored = rows.stream().anyMatch(row -> row.color().isPresent());
        boolean worded =
                rows.stream().anyMatch(row -> StatusWords.ofCell(row.words()).isPresent());
        boolean told = rows.stream()
                        .filter(row -> !row.hasColumn())
                        .flatMap(row -> row.color().stream())
                        .distinct()
                        .count()
                > 1;
        Map<String, PlanStatus> statuses = new LinkedHashMap<>();
        for (Row row : rows) {
            status(row, legend, colored, worded, told)
                    .ifPresent(status -> statuses.merge(
                            row.key(), status, (first, second) -> !first.isSaid() && second.isSaid() ? second : first));
        }
        return List.copyOf(statuses.values());
    }

    /// @param colored whether any row has a color
    /// @param worded whether any row says its status in words
    /// @param told whether colors tell rows apart where no column is for status; one color alone is decoration
    private Optional<PlanStatus> status(Row row, ColorLegend legend, boolean colored, boolean worded, boolean told) {
        Optional<Progress> said = StatusWords.ofCell(row.words());
        if (said.isPresent()) {
            return Optional.of(new PlanStatus(row.key(), Basis.WORDS, List.of(said.get()), row.span(), "", ""));
        }
        if (StatusWords.of(row.words()).isPresent()) {
            // Words that leave it open are not made certain by a color.
            return Optional.empty();
        }
        if (row.color().isPresent()) {
            return ofColor(row, row.color().get(), legend, row.hasColumn() || told);
        }
        boolean gone = row.words().isEmpty()
                && !colored
                && (legend.isInWords() || row.hasColumn() && !document.keepsColors() && !worded);
        return gone
                ? Optional.of(new PlanStatus(
                        row.key(),
                        Basis.COLOR_GONE,
                        Progress.allWith(legend.entries().stream()
                                .flatMap(entry ->
                                        entry.meaning().readings().stream().limit(1))
                                .toList()),
                        row.span(),
                        "",
                        legend.entries().stream().map(ColorLegend.Entry::words).collect(Collectors.joining("; "))))
                : Optional.empty();
    }

    private static Optional<PlanStatus> ofColor(Row row, CellColor.Name color, ColorLegend legend, boolean told) {
        String word = ColorLegend.word(color);
        Optional<ColorLegend.Entry> entry = legend.find(color);
        if (entry.isPresent()) {
            List<Progress> readings = entry.get().meaning().readings();
            return Optional.of(
                    entry.get().meaning().certain()
                            ? new PlanStatus(
                                    row.key(),
                                    Basis.LEGEND,
                                    readings,
                                    row.span(),
                                    word,
                                    entry.get().words())
                            : new PlanStatus(
                                    row.key(),
                                    Basis.VAGUE_LEGEND,
                                    Progress.allWith(readings),
                                    row.span(),
                                    word,
                                    entry.get().words()));
        }
        List<Progress> usual = USUAL.getOrDefault(color, List.of());
        return usual.isEmpty() || !told
                ? Optional.empty()
                : Optional.of(
                        new PlanStatus(row.key(), Basis.USUAL_COLOR, Progress.allWith(usual), row.span(), word, ""));
    }
}
