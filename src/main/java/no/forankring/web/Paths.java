package no.forankring.web;

import java.nio.charset.StandardCharsets;
import no.forankring.graph.Addresses;
import no.forankring.trace.Thing;
import org.springframework.web.util.UriUtils;

/// Where the page of a thing is.
final class Paths {

    private Paths() {}

    /// The page of a thing; empty for a figure, which has none.
    static String of(Thing thing) {
        return thing.kind().isEmpty() ? "" : of(thing.kind(), thing.id());
    }

    static String of(String kind, String id) {
        String path = UriUtils.encodePath(id, StandardCharsets.UTF_8);
        return switch (kind) {
            case Addresses.GOVERNING_DOCUMENT -> "/styrende-dokumenter/" + path;
            case Addresses.DOCUMENT -> "/dokumenter/" + path;
            case Addresses.NETWORK -> "/nettverk/" + path;
            case Addresses.ACTIVITY -> "/aktiviteter/" + path;
            default -> "/ting/" + UriUtils.encodePathSegment(kind, StandardCharsets.UTF_8) + "/" + path;
        };
    }

    static String governing(String id) {
        return of(Addresses.GOVERNING_DOCUMENT, id);
    }

    static String document(String id) {
        return of(Addresses.DOCUMENT, id);
    }

    /// What is withheld of a document, for those who may see it.
    static String withheld(String document) {
        return "/personopplysninger/" + UriUtils.encodePath(document, StandardCharsets.UTF_8);
    }

    static String passage(String document, String passage) {
        return document(document) + "#" + passage;
    }

    static String trace(Thing thing) {
        return "/sporing?id=" + encode(thing.iri());
    }

    static String encodePath(String id) {
        return UriUtils.encodePath(id, StandardCharsets.UTF_8);
    }

    /// For use in a query string.
    static String encode(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
