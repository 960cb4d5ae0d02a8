package no.forankring.document;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.document.PdfBoxFilledAreas.Area;
import org.apache.pdfbox.text.TextPosition;

/// Tells which words of a page stand on a filled rectangle that was drawn before them, and where in a line there is one
/// without words: a cell that says what it says by its color alone.
final class PdfBoxCellColors {

    private static final float TALLEST_CELL = 300;
    /// So many comparisons of words and rectangles on one page; each costs nanoseconds.
    private static final long MOST_PAIRS = 20_000_000;

    private final PdfBoxFilledAreas areas;
    /// How many rectangles had been drawn when a letter was.
    private final Map<TextPosition, Integer> drawnAfter = new IdentityHashMap<>();
    private final List<OfLine> lines = new ArrayList<>();
    private List<Word> words = new ArrayList<>();

    PdfBoxCellColors(PdfBoxFilledAreas areas) {
        this.areas = areas;
    }

    /// @param start first character in its line
    /// @param turn how the text runs: 0, 90, 180 or 270 degrees
    private record Word(int start, int end, float x, float y, int turn, int drawnAfter) {

        /// How far along the line a point of the page is.
        float along(float pointX, float pointY) {
            return switch (turn) {
                case 90 -> pointY;
                case 180 -> -pointX;
                case 270 -> -pointY;
                default -> pointX;
            };
        }

        /// How far down.
        float down(float pointX, float pointY) {
            return switch (turn) {
                case 90 -> pointX;
                case 180 -> pointY;
                case 270 -> -pointX;
                default -> -pointY;
            };
        }
    }

    /// @param shadings of the line, filled in when the page has ended; offsets in the line
    private record OfLine(List<Word> words, List<Shading> shadings, int length) {}

    void startPage() {
        drawnAfter.clear();
        lines.clear();
        words = new ArrayList<>();
    }

    void letter(TextPosition letter) {
        if (!areas.areas().isEmpty()) {
            drawnAfter.put(letter, areas.areas().size());
        }
    }

    /// @param start of the words in the line as gathered so far
    void words(int start, int end, TextPosition first) {
        if (!areas.areas().isEmpty()) {
            float height = first.getFontSizeInPt() * 0.25f;
            float half = Math.min(first.getWidthDirAdj() / 2, 3);
            int turn = Math.floorMod(Math.round(first.getDir()), 360);
            float x = first.getTextMatrix().getTranslateX();
            float y = first.getTextMatrix().getTranslateY();
            words.add(new Word(
                    start,
                    end,
                    switch (turn) {
                        case 90 -> x - height;
                        case 180 -> x - half;
                        case 270 -> x + height;
                        default -> x + half;
                    },
                    switch (turn) {
                        case 90 -> y + half;
                        case 180 -> y - height;
                        case 270 -> y - half;
                        default -> y + height;
                    },
                    turn,
                    drawnAfter.getOrDefault(first, areas.areas().size())));
        }
    }

    /// Ends the line at hand.
    ///
    /// @param offset how many characters at its beginning were dropped
    /// @return what will be filled in when the page ends
    List<Shading> endLine(int offset, int length) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Word> shifted = new ArrayList<>(words.size());
        for (Word word : words) {
            int start = Math.clamp(word.start - offset, 0, length);
            shifted.add(new Word(
                    start, Math.clamp(word.end - offset, start, length), word.x, word.y, word.turn, word.drawnAfter));
        }
        words = new ArrayList<>();
        var line = new OfLine(shifted, new ArrayList<>(), length);
        lines.add(line);
        return line.shadings;
    }

    /// Drops the line at hand.
    void dropLine() {
        words.clear();
    }

    void endPage() {
        List<Area> drawn = areas.areas();
        if (drawn.stream().noneMatch(area -> area.color().isPresent())) {
            return;
        }
        long pairs = lines.stream().mapToLong(line -> line.words.size()).sum() * drawn.size();
        if (pairs > MOST_PAIRS) {
            areas.giveUp();
            return;
        }
        boolean[] used = new boolean[drawn.size()];
        for (OfLine line : lines) {
            int before = -1;
            for (Word word : line.words) {
                int on = -1;
                for (int i = 0; i < drawn.size(); i++) {
                    if (drawn.get(i).holds(word.x, word.y)) {
                        used[i] = true;
                        on = i < word.drawnAfter ? i : on;
                    }
                }
                Optional<CellColor> color =
                        on < 0 ? Optional.empty() : drawn.get(on).color();
                if (color.isPresent()) {
                    boolean goesOn = on == before && !line.shadings.isEmpty();
                    int start = goesOn ? line.shadings.removeLast().span().start() : word.start;
                    line.shadings.add(new Shading(new Span(start, word.end), color.get()));
                }
                before = on;
            }
        }
        for (int i = 0; i < drawn.size(); i++) {
            if (!used[i] && drawn.get(i).color().isPresent() && !isCovered(drawn, i)) {
                addEmpty(drawn.get(i));
            }
        }
        lines.forEach(line -> line.shadings.sort(java.util.Comparator.comparingInt(
                        (Shading shading) -> shading.span().start())
                .thenComparingInt(shading -> shading.span().end())));
    }

    private static boolean isCovered(List<Area> drawn, int index) {
        Area area = drawn.get(index);
        float x = (area.left() + area.right()) / 2;
        float y = (area.bottom() + area.top()) / 2;
        for (int i = index + 1; i < drawn.size(); i++) {
            if (drawn.get(i).holds(x, y)) {
                return true;
            }
        }
        return false;
    }

    /// A filled cell without words belongs to the topmost line beside it.
    private void addEmpty(Area area) {
        OfLine best = null;
        float top = Float.MAX_VALUE;
        for (OfLine line : lines) {
            Word first = line.words.getFirst();
            float one = first.down(area.left(), area.bottom());
            float other = first.down(area.right(), area.top());
            float down = first.down(first.x, first.y);
            if (Math.min(one, other) <= down
                    && down <= Math.max(one, other)
                    && Math.abs(one - other) <= TALLEST_CELL
                    && down < top) {
                top = down;
                best = line;
            }
        }
        if (best == null) {
            return;
        }
        int at = 0;
        for (Word word : best.words) {
            float middle = (word.along(area.left(), area.bottom()) + word.along(area.right(), area.top())) / 2;
            if (word.along(word.x, word.y) < middle) {
                at = Math.max(at, word.end);
            }
        }
        best.shadings.add(new Shading(new Span(at, at), area.color().orElseThrow()));
    }
}
