package no.forankring.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.CellColor;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Shading;

/// What a document says that its colors mean: "Grønn: gjennomført", "pågår (gul)", or a filled cell with the word in it
/// or beside it.
final class ColorLegend {

    private static final String COLOR =
            "(?:mørke?|lyse?)?(?:grøn(?:n|ne|t|e)?|gult?|gule|oransje|raudt?|raude|rødt?|røde|blått?|blå|grått?|grå|lilla|rosa)";
    private static final Pattern NAMED = Cues.pattern("(?<!\\p{L})(" + COLOR
            + ")(?:\\s(?:farge|felt|celle|rute|markering|lys))?\\s{0,4}(?:[:=–→\\t(-]|betyr|betyd|tyder|viser|står\\sfor|er(?=\\s))"
            + "\\s{0,4}([^;.\\n\\t)]{2,80}?)(?=[;.\\n\\t)]|$|,?\\s{1,4}(?:og\\s)?" + COLOR + "(?!\\p{L}))");
    private static final Pattern IN_BRACKETS =
            Cues.pattern("(?<![\\p{L}/])([\\p{L}][\\p{L} /]{2,40})\\s?\\((" + COLOR + ")\\)");
    private static final Pattern COLOR_ALONE = Cues.pattern("\\s*(" + COLOR + ")\\s*");
    private static final int LONGEST_PASSAGE = 2_000;
    /// A row of a plan has more cells than a row of a legend.
    private static final int MOST_CELLS = 3;

    /// What one color means.
    ///
    /// @param words as the document has them
    record Entry(StatusWords.Meaning meaning, String words) {}

    private final Map<CellColor.Name, Entry> entries = new EnumMap<>(CellColor.Name.class);
    private boolean inWords;

    private ColorLegend() {}

    static ColorLegend of(DocumentText document) {
        var legend = new ColorLegend();
        for (Passage passage : document.passages()) {
            if (passage.text().length() <= LONGEST_PASSAGE
                    && (passage.kind() != Passage.Kind.TABLE_ROW
                            || passage.cells().size() <= MOST_CELLS)) {
                legend.readWords(passage.text());
                legend.readCells(passage, document.text());
            }
        }
        return legend;
    }

    /// Whether a color is explained by its name, so that words tell of colors that may not have come with the file.
    boolean isInWords() {
        return inWords;
    }

    Optional<Entry> find(CellColor.Name color) {
        Optional<Entry> known = Optional.ofNullable(entries.get(color));
        if (known.isPresent()) {
            return known;
        }
        // What one calls orange, the other calls yellow; then it is not certain.
        CellColor.Name other = switch (color) {
            case ORANGE -> CellColor.Name.YELLOW;
            case YELLOW -> CellColor.Name.ORANGE;
            case PINK -> CellColor.Name.RED;
            default -> color;
        };
        return Optional.ofNullable(entries.get(other))
                .map(entry -> new Entry(new StatusWords.Meaning(entry.meaning().readings(), false, 0), entry.words()));
    }

    /// All that is explained, in the order of the colors.
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    private void readWords(String text) {
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            explain(named.group(1), named.group(2), named.group());
        }
        Matcher bracketed = IN_BRACKETS.matcher(text);
        while (bracketed.find()) {
            explain(bracketed.group(2), bracketed.group(1), bracketed.group());
        }
    }

    private void explain(String color, String meaning, String whole) {
        Optional<StatusWords.Meaning> found = StatusWords.of(meaning);
        Optional<CellColor.Name> name = name(color);
        if (found.isPresent() && name.isPresent()) {
            inWords = true;
            put(name.get(), found.get(), Words.clean(whole.replace('\t', ' ')));
        }
    }

    /// Filled cells that hold nothing but a step, or one without words before nothing but a step.
    private void readCells(Passage passage, String text) {
        List<Shading> shadings = passage.shadings();
        if (shadings.isEmpty() || shadings.size() > MOST_CELLS) {
            return;
        }
        int covered = shadings.stream()
                .mapToInt(shading ->
                        shading.span().cut(text).replaceAll("\\s", "").length())
                .sum();
        if (shadings.size() == 1 && covered == 0) {
            StatusWords.of(passage.text())
                    .filter(meaning -> meaning.rest() == 0)
                    .ifPresent(
                            meaning -> put(shadings.getFirst().color().name(), meaning, Words.clean(passage.text())));
        } else if (covered == passage.text().replaceAll("\\s", "").length()) {
            for (Shading shading : shadings) {
                String words = shading.span().cut(text);
                StatusWords.of(words)
                        .filter(meaning -> meaning.rest() == 0)
                        .ifPresent(meaning -> put(shading.color().name(), meaning, Words.clean(words)));
            }
        }
    }

    /// A color that is explained in two ways is not certain.
    private void put(CellColor.Name color, StatusWords.Meaning meaning, String words) {
        Entry known = entries.get(color);
        if (known == null) {
            entries.put(color, new Entry(meaning, words));
        } else if (!known.meaning().readings().equals(meaning.readings())) {
            var readings = new ArrayList<>(known.meaning().readings());
            readings.addAll(meaning.readings());
            entries.put(
                    color,
                    new Entry(
                            new StatusWords.Meaning(readings.stream().distinct().toList(), false, 0), known.words()));
        }
    }

    /// The color that a cell names instead of having it: "Grønn".
    static Optional<CellColor.Name> named(String cell) {
        Matcher alone = COLOR_ALONE.matcher(cell);
        return alone.matches() ? name(alone.group(1)) : Optional.empty();
    }

    private static Optional<CellColor.Name> name(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceFirst("^(?:mørke?|lyse?)", "");
        return switch (plain.substring(0, Math.min(3, plain.length()))) {
            case "grø" -> Optional.of(CellColor.Name.GREEN);
            case "gul" -> Optional.of(CellColor.Name.YELLOW);
            case "ora" -> Optional.of(CellColor.Name.ORANGE);
            case "rau", "rød" -> Optional.of(CellColor.Name.RED);
            case "blå" -> Optional.of(CellColor.Name.BLUE);
            case "grå" -> Optional.of(CellColor.Name.GREY);
            case "lil" -> Optional.of(CellColor.Name.PURPLE);
            case "ros" -> Optional.of(CellColor.Name.PINK);
            default -> Optional.empty();
        };
    }

    /// As a sentence names it.
    static String word(CellColor.Name color) {
        return switch (color) {
            case GREEN -> "grønn";
            case YELLOW -> "gul";
            case ORANGE -> "oransje";
            case RED -> "rød";
            case PINK -> "rosa";
            case PURPLE -> "lilla";
            case BLUE -> "blå";
            case GREY -> "grå";
        };
    }
}
