package no.forankring.access;

import no.forankring.access.AccountFile.StoredVouching;

/// Someone whom a login service vouches for.
///
/// @param issuer the address of the service
/// @param subject what the service always calls this person, which need not be a name
/// @param shown what to call this person on pages
public record VouchedFor(String issuer, String subject, String shown) {

    private static final int LONGEST_SHOWN = 100;

    public VouchedFor {
        if (issuer.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("A login service names itself and the person, but one is missing");
        }
        // No line breaks, and nothing that turns the writing around.
        String clean = shown.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        shown = clean.substring(0, Math.min(clean.length(), LONGEST_SHOWN));
    }

    StoredVouching stored() {
        return new StoredVouching(issuer, subject, shown);
    }
}
