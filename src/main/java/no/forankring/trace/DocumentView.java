package no.forankring.trace;

import java.util.List;

/// What the graph knows of a document that we hold.
///
/// @param sha256 of the newest version's original
/// @param date of the document itself, ISO; empty when unknown
/// @param mentions in text order
public record DocumentView(
        String id,
        String title,
        String fileName,
        String source,
        String kind,
        String language,
        String date,
        String sha256,
        String mediaType,
        int version,
        int pages,
        List<MentionView> mentions) {

    public DocumentView {
        mentions = List.copyOf(mentions);
    }
}
