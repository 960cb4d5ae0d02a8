package no.forankring.anchorcheck;

import java.util.List;
import java.util.Optional;
import no.forankring.citation.Resolution;
import no.forankring.register.GoverningDocumentId;

/// One mention in an item of the list.
///
/// @param resolution the words, what they were linked to, and why
/// @param document what they name; empty unless one fits
/// @param whole how the document is written rightly; empty unless one fits
/// @param provision the part of it that is named, as in `§ 3-1`; empty for the whole
/// @param remarks never empty
public record CheckedAnchor(
        Resolution resolution,
        Optional<GoverningDocumentId> document,
        String whole,
        String provision,
        List<Remark> remarks) {

    public CheckedAnchor {
        remarks = List.copyOf(remarks);
    }

    /// How it is written rightly, with the provision; empty unless one document fits.
    public String reference() {
        return provision.isEmpty() ? whole : whole + " " + provision;
    }

    public String words() {
        return resolution.mention().text();
    }
}
