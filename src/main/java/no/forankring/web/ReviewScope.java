package no.forankring.web;

import java.util.ArrayList;
import java.util.Optional;
import no.forankring.review.Certainty;
import no.forankring.review.QueueFilter;

/// The part of the queue that a page shows, as it stands in its address.
///
/// @param document empty for all, as the others
/// @param type the kind of link
/// @param certainty as in `noksa-sikker`; what is no such word lets everything through
record ReviewScope(String document, String type, String certainty) {

    QueueFilter filter() {
        return new QueueFilter(document, type, step());
    }

    private Optional<Certainty> step() {
        return certainty.isEmpty() ? Optional.empty() : Certainty.parse(certainty);
    }

    ReviewScope withDocument(String value) {
        return new ReviewScope(value, type, certainty);
    }

    ReviewScope withType(String value) {
        return new ReviewScope(document, value, certainty);
    }

    ReviewScope withCertainty(String value) {
        return new ReviewScope(document, type, value);
    }

    /// As in `dokument=…&type=…`; empty for everything.
    public String query() {
        var parts = new ArrayList<String>();
        add(parts, "dokument", document);
        add(parts, "type", type);
        add(parts, "sikkerhet", certainty);
        return String.join("&", parts);
    }

    private static void add(ArrayList<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + Paths.encode(value));
        }
    }

    /// @param item the key of the item to show; may be empty
    String href(String item) {
        return href(query(), item);
    }

    static String href(String query, String item) {
        String all = query + (item.isEmpty() ? "" : (query.isEmpty() ? "" : "&") + "sak=" + Paths.encode(item));
        return ReviewPage.ADDRESS + (all.isEmpty() ? "" : "?" + all);
    }
}
