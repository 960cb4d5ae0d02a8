package no.forankring.citation;

import no.forankring.register.GoverningDocumentId;

/// What is cited: a governing document, or a part of it.
public record Target(GoverningDocumentId document, Pinpoint pinpoint) {

    public static Target whole(GoverningDocumentId document) {
        return new Target(document, Pinpoint.WHOLE);
    }
}
