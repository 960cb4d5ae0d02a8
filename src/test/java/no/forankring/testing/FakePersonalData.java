package no.forankring.testing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.forankring.document.DocumentId;
import no.forankring.privacy.PersonalData;
import no.forankring.privacy.PersonalDataRegister;
import no.forankring.privacy.Release;

/// One document with an address that is withheld and a name that is released; remembers the last decision.
public final class FakePersonalData implements PersonalDataRegister {

    public static final String E_MAIL = "0a".repeat(32);
    public static final String NAME = "0b".repeat(32);

    private static final DocumentId DOCUMENT = new DocumentId(EdgeExamples.DOCUMENT);

    public volatile String decided = "";

    @Override
    public List<Holding> holdings() {
        return List.of(new Holding(DOCUMENT, "Mandat for nettverk om mat og måltider i Fjordvik", 1, 1));
    }

    @Override
    public Optional<List<Finding>> findings(DocumentId document) {
        if (!document.equals(DOCUMENT)) {
            return Optional.empty();
        }
        var place = new Place("p-0000000007", 2, "Forankring");
        return Optional.of(List.of(
                new Finding(
                        E_MAIL,
                        PersonalData.Kind.E_MAIL,
                        "kari@fjordvik.example",
                        List.of(place, new Place("", 0, "")),
                        Optional.empty()),
                new Finding(
                        NAME,
                        PersonalData.Kind.NAME,
                        "Kari Eksempel",
                        List.of(place),
                        Optional.of(new Release(
                                DOCUMENT,
                                NAME,
                                "name",
                                "kari",
                                Instant.parse("2025-03-03T09:20:00Z"),
                                "Har samtykket.")))));
    }

    @Override
    public int release(DocumentId document, Collection<String> fingerprints, String who, String why) {
        decided = "%s releases %s: %s".formatted(who, fingerprints, why);
        return fingerprints.size();
    }

    @Override
    public int withhold(DocumentId document, Collection<String> fingerprints, String who) {
        decided = "%s withholds %s".formatted(who, fingerprints);
        return fingerprints.size();
    }

    @Override
    public AboutPerson about(String words) {
        if (words.length() < 4) {
            throw new IllegalArgumentException("Skriv minst 4 tegn.");
        }
        return new AboutPerson(
                12,
                1,
                List.of(new PersonPlace(
                        DOCUMENT,
                        "Mandat for nettverk om mat og måltider i Fjordvik",
                        "p-0000000007",
                        2,
                        words,
                        "Kontaktperson: " + words,
                        true,
                        Optional.empty())),
                List.of());
    }
}
