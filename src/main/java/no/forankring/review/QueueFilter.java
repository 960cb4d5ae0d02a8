package no.forankring.review;

import java.util.Optional;

/// A part of what waits.
///
/// @param document its id; empty for all
/// @param kind as in [QueueItem#kind]; empty for all
/// @param certainty empty for all
public record QueueFilter(String document, String kind, Optional<Certainty> certainty) {

    public static final QueueFilter ALL = new QueueFilter("", "", Optional.empty());

    public static QueueFilter ofDocument(String document) {
        return new QueueFilter(document, "", Optional.empty());
    }

    boolean fits(QueueItem item) {
        return fitsDocument(item) && fitsKind(item) && fitsCertainty(item);
    }

    boolean fitsDocument(QueueItem item) {
        return document.isEmpty() || item.document().equals(document);
    }

    boolean fitsKind(QueueItem item) {
        return kind.isEmpty() || item.kind().equals(kind);
    }

    boolean fitsCertainty(QueueItem item) {
        return certainty.isEmpty() || item.certainty() == certainty.get();
    }
}
