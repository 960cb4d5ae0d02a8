package no.forankring.search;

import java.util.List;
import no.forankring.document.DocumentId;
import no.forankring.search.SearchResult.PassageHit;

/// What is like a passage or a document, the most alike first.
public record Alike(List<AlikePassage> passages, List<AlikeDocument> documents) {

    public static final Alike NOTHING = new Alike(List.of(), List.of());

    public Alike {
        passages = List.copyOf(passages);
        documents = List.copyOf(documents);
    }

    /// @param passage with the words marked that it shares
    /// @param directives what both cite
    public record AlikePassage(DocumentId document, String title, PassageHit passage, List<About.Value> directives) {
        public AlikePassage {
            directives = List.copyOf(directives);
        }
    }

    /// @param directives what both documents cite
    public record AlikeDocument(
            DocumentId document, String title, String kind, String year, List<About.Value> directives) {
        public AlikeDocument {
            directives = List.copyOf(directives);
        }
    }
}
