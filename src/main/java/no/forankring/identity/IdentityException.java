package no.forankring.identity;

/// A decision that cannot be taken, with what to do instead, in bokmål.
public final class IdentityException extends RuntimeException {

    private IdentityException(String message) {
        super(message);
    }

    public static IdentityException unknown(String address) {
        return new IdentityException(
                "Ingenting har adressen %s. Det kan være slått sammen med noe annet eller borte fordi dokumentet er lest på nytt; last siden igjen."
                        .formatted(address));
    }

    static IdentityException outOfUse(String address) {
        return new IdentityException(
                "%s er tatt ut av bruk. Ta den i bruk igjen før du slår den sammen med noe.".formatted(address));
    }

    static IdentityException notTwo(String address) {
        return new IdentityException("%s er allerede én og den samme. Velg to forskjellige.".formatted(address));
    }

    static IdentityException otherKinds(String one, String other) {
        return new IdentityException(
                "%s og %s er av så ulike slag at de ikke kan slås sammen. Nettverk og aktiviteter kan slås sammen med hverandre, ellers må begge være av samme slag."
                        .formatted(one, other));
    }

    static IdentityException nothingToSplit() {
        return new IdentityException("Velg minst ett av navnene som skal bli en egen ting, og la minst ett bli igjen.");
    }

    static IdentityException unknownDecision(String id) {
        return new IdentityException(
                "Ingen avgjørelse har id-en %s. Den kan være tatt tilbake alt; last siden igjen.".formatted(id));
    }
}
