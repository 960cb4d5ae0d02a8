package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.forankring.document.DocumentText;
import no.forankring.document.Owner;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.PartialDate;
import no.forankring.register.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LocalPlansTest {

    private static final Owner CENTER = new Owner("usht-fjordvik", "USHT Fjordvik");
    private static final Owner MUNICIPALITY = new Owner("fjordvik-kommune", "Fjordvik kommune");
    private static final CitationRecognizer RECOGNIZER = new CitationRecognizer(new Register(List.of(
            plan("lokal-a-plan", "Handlingsplan for USHT Fjordvik", "USHT Fjordvik", ""),
            plan("lokal-a-aktivitet-2022", "Aktivitetsplan 2022", "USHT Fjordvik", "2022"),
            plan("lokal-a-aktivitet-2023", "Aktivitetsplan 2023", "USHT Fjordvik", "2023"),
            plan("lokal-b-demens", "Demensplan", "Fjordvik kommune", ""),
            plan("lokal-c-plan", "Kompetanseplan", "USHT Viken (Akershus)", ""))));

    @ParameterizedTest(name = "{0}")
    @MethodSource("ownersBeside")
    void anOwnerBesideTheMentionSettlesIt(String text, List<String> expected) {
        assertThat(CitationExamples.outcomes(RECOGNIZER.recognize(CitationExamples.document(text))))
                .isEqualTo(expected);
    }

    static Stream<Arguments> ownersBeside() {
        return CitationExamples.table("""
                Vi følger Fjordvik kommunes demensplan. => lokal-b-demens
                Vi følger Fjordvik kommune sin nye demensplan. => lokal-b-demens
                Vi følger demensplanen i Fjordvik kommune. => lokal-b-demens
                Se USHT Fjordvik sin handlingsplan. => lokal-a-plan
                Se USHT Fjordviks handlingsplan. => lokal-a-plan
                Se handlingsplanen til USHT Fjordvik. => lokal-a-plan
                Handlingsplanen er USHT Fjordvik sitt viktigste verktøy. => lokal-a-plan
                Se handlingsplanen til Utviklingssenter for sykehjem og hjemmetjenester (USHT) Fjordvik. => lokal-a-plan
                Se aktivitetsplan 2023 for USHT Fjordvik. => lokal-a-aktivitet-2023
                Se kompetanseplanen til USHT Akershus. => lokal-c-plan
                Se kompetanseplanen til USHT Viken (Akershus). => lokal-c-plan
                Se kompetanseplanen til USHT Viken. => ?local_plan
                Se aktivitetsplan 2024 for USHT Fjordvik. => ?local_plan
                Se aktivitetsplanen til USHT Fjordvik. => ?local_plan
                Vi følger Nordre Fjordvik kommunes demensplan. => ?local_plan
                Se handlingsplanen til USHT Fjordvika. => ?local_plan
                Se handlingsplanen til Fjordvik kommune. => ?local_plan
                Se handlingsplanen. => ?local_plan
                """);
    }

    @Test
    void anOwnerBesideMakesAFactAndTheOwnerOfTheDocumentASuggestion() {
        Resolution beside = only("Se USHT Fjordvik sin handlingsplan.", Optional.empty());
        Resolution inferred = only("Se handlingsplanen.", Optional.of(CENTER));

        assertThat(confidence(beside)).isGreaterThan(0.8);
        assertThat(confidence(inferred)).isLessThan(0.8);
        assertThat(words(beside)).contains("USHT Fjordvik står ved siden av");
        assertThat(words(inferred)).contains("dokumentet kommer fra USHT Fjordvik");
    }

    @Test
    void anotherOwnerBesideGoesBeforeTheOwnerOfTheDocument() {
        assertThat(read("Se Nordvik kommunes handlingsplan.", Optional.of(CENTER)))
                .containsExactly("?local_plan");
        assertThat(read("Se handlingsplanen for Storsykehuset.", Optional.of(CENTER)))
                .containsExactly("?local_plan");
        assertThat(read("Se handlingsplanen.", Optional.of(MUNICIPALITY))).containsExactly("?local_plan");
        assertThat(read("Se handlingsplanen.", Optional.of(CENTER))).containsExactly("lokal-a-plan");
    }

    @Test
    void saysWhyNoPlanIsLinked() {
        assertThat(words(only("Se handlingsplanen.", Optional.of(MUNICIPALITY))))
                .contains("registeret kjenner ingen slik plan fra Fjordvik kommune");
        assertThat(words(only("Se demensplanen til USHT Fjordvik.", Optional.empty())))
                .contains("registeret kjenner ingen slik plan fra USHT Fjordvik");
    }

    @Test
    void aPlanForAYearIsMeantInATextOfThatYear() {
        assertThat(read("Se aktivitetsplanen.", 2022, CENTER)).containsExactly("lokal-a-aktivitet-2022");
        assertThat(read("Se aktivitetsplanen.", 2026, CENTER)).containsExactly("?local_plan");
        assertThat(read("Se aktivitetsplan 2023.", 2026, CENTER)).containsExactly("lokal-a-aktivitet-2023");
    }

    @Test
    void aPlanNamedWithItsOwnerIsMeantElsewhereToo() {
        List<Resolution> found = RECOGNIZER.recognize(
                CitationExamples.document("Handlingsplanen er ny. Se handlingsplanen til USHT Fjordvik."));

        assertThat(CitationExamples.outcomes(found)).containsExactly("lokal-a-plan", "lokal-a-plan");
        assertThat(confidence(found.getFirst())).isLessThan(0.8);
        assertThat(confidence(found.getLast())).isGreaterThan(0.8);
    }

    private static Resolution only(String text, Optional<Owner> owner) {
        return RECOGNIZER.recognize(CitationExamples.document(text), owner).getFirst();
    }

    private static List<String> read(String text, Optional<Owner> owner) {
        return CitationExamples.outcomes(RECOGNIZER.recognize(CitationExamples.document(text), owner));
    }

    private static List<String> read(String text, int year, Owner owner) {
        DocumentText document = CitationExamples.document(text, LocalDate.of(year, 5, 1));
        return CitationExamples.outcomes(RECOGNIZER.recognize(document, Optional.of(owner)));
    }

    private static double confidence(Resolution resolution) {
        return resolution instanceof Resolution.Resolved resolved ? resolved.confidence() : 0;
    }

    private static String words(Resolution resolution) {
        return String.join(
                "; ",
                resolution.reasons().stream()
                        .map(reason -> reason.text(Locale.forLanguageTag("nb")))
                        .toList());
    }

    private static GoverningDocument plan(String id, String title, String issuer, String year) {
        Optional<PartialDate> when = year.isEmpty() ? Optional.empty() : Optional.of(new PartialDate(year));
        return new GoverningDocument(
                new GoverningDocumentId(id),
                DocumentType.LOCAL,
                "",
                year,
                title,
                "nob",
                "",
                List.of(),
                List.of(title.replace(" for " + issuer, "")),
                List.of(),
                issuer,
                when,
                when,
                when,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                GoverningDocument.Certainty.VERIFIED,
                Set.of("title"));
    }
}
