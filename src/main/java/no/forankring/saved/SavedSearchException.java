package no.forankring.saved;

import java.nio.file.Path;

/// A search that cannot be saved; the message says why and what to do, in bokmål for whoever asked.
public final class SavedSearchException extends RuntimeException {

    private SavedSearchException(String message) {
        super(message);
    }

    private SavedSearchException(String message, Throwable cause) {
        super(message, cause);
    }

    static SavedSearchException nothing() {
        return new SavedSearchException("Søket har verken ord eller filtre. Søk først, og lagre søket etterpå.");
    }

    static SavedSearchException tooLong(String what, int most) {
        return new SavedSearchException("Det er for mye i %s: høyst %d er mulig. Kort det ned.".formatted(what, most));
    }

    static SavedSearchException tooMany(int most) {
        return new SavedSearchException(
                "Kontoen har %d lagrede søk, og flere er ikke mulig. Slett noen først.".formatted(most));
    }

    static SavedSearchException noFacet(String facet) {
        return new SavedSearchException("Filteret «%s» finnes ikke. Ta det bort.".formatted(facet));
    }

    static SavedSearchException notWritten(Path file, Throwable cause) {
        return new SavedSearchException(
                "Filen %s kunne ikke skrives. Se etter at det er plass på disken, og prøv igjen.".formatted(file),
                cause);
    }

    static SavedSearchException notRead(Path file, Throwable cause) {
        return new SavedSearchException(
                "Filen %s kan ikke leses. Hent den fra en sikkerhetskopi, eller flytt den vekk for å begynne uten lagrede søk."
                        .formatted(file),
                cause);
    }
}
