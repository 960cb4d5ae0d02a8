package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.forankring.citation.TabSeparated;
import no.forankring.document.Span;

/// A network, an activity or another thing that people have marked: a row of `entities.tsv`.
///
/// @param slug names it within the folder of texts
/// @param className as in the vocabulary
/// @param name the words that name or describe it, as they stand in the text
/// @param file where it is named best; it may be named in others too
/// @param span of the name, in UTF-16 units of the file
/// @param parent the slug of what it belongs to; empty when nothing is said
/// @param years `2022` or `2021-2024`; empty when nothing is said
/// @param otherNames what else it is called, so that two names of one thing are known to be one
/// @param figures as written, by name: `deltakere` to `75-150`, in the order of the row
public record GoldThing(
        String slug,
        String className,
        String name,
        String file,
        Span span,
        String parent,
        String years,
        List<String> otherNames,
        Map<String, String> figures) {

    public GoldThing {
        otherNames = List.copyOf(otherNames);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /// Reads `slug class name file start end parent year numbers …`, and `alt` with other names parted by `|`.
    ///
    /// @throws NumberFormatException when an offset is none
    public static List<GoldThing> read(String tsv) {
        var things = new ArrayList<GoldThing>();
        for (Map<String, String> row : TabSeparated.rows(tsv)) {
            things.add(new GoldThing(
                    TabSeparated.cell(row, "slug"),
                    TabSeparated.cell(row, "class"),
                    TabSeparated.unescape(TabSeparated.cell(row, "name")),
                    TabSeparated.fileName(TabSeparated.cell(row, "file")),
                    span(row),
                    TabSeparated.cell(row, "parent"),
                    TabSeparated.cell(row, "year"),
                    names(TabSeparated.unescape(TabSeparated.cell(row, "alt"))),
                    figures(TabSeparated.cell(row, "numbers"))));
        }
        return List.copyOf(things);
    }

    private static List<String> names(String joined) {
        return joined.isBlank() ? List.of() : List.of(joined.split("\\|", -1));
    }

    static Span span(Map<String, String> row) {
        return new Span(
                Integer.parseInt(TabSeparated.cell(row, "start")), Integer.parseInt(TabSeparated.cell(row, "end")));
    }

    private static Map<String, String> figures(String written) {
        var figures = new LinkedHashMap<String, String>();
        for (String figure : written.split(";", -1)) {
            int equals = figure.indexOf('=');
            if (equals > 0) {
                figures.put(
                        figure.substring(0, equals).strip(),
                        figure.substring(equals + 1).strip());
            }
        }
        return figures;
    }
}
