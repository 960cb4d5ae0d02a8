package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.forankring.citation.TabSeparated;
import no.forankring.document.Span;

/// A statement that people have marked: a row of `relations.tsv`.
///
/// @param subject the slug of a [GoldThing], or the id of a document
/// @param kind as in the vocabulary
/// @param object the slug of a thing, the id of a document, or words after `sted:`
/// @param span of the passage that says so, in UTF-16 units of the file
/// @param explicit said of this subject and this object; otherwise it takes coreference, or the document is ambiguous
/// @param evidence the beginning of the passage
public record GoldRelation(
        String subject, String kind, String object, String file, Span span, boolean explicit, String evidence) {

    /// Reads `subject relation object file start end certainty evidence …`.
    ///
    /// @throws NumberFormatException when an offset is none
    public static List<GoldRelation> read(String tsv) {
        var relations = new ArrayList<GoldRelation>();
        for (Map<String, String> row : TabSeparated.rows(tsv)) {
            relations.add(new GoldRelation(
                    TabSeparated.cell(row, "subject"),
                    TabSeparated.cell(row, "relation"),
                    TabSeparated.cell(row, "object"),
                    TabSeparated.fileName(TabSeparated.cell(row, "file")),
                    GoldThing.span(row),
                    !TabSeparated.cell(row, "certainty").equals("inferred"),
                    TabSeparated.unescape(TabSeparated.cell(row, "evidence"))));
        }
        return List.copyOf(relations);
    }
}
