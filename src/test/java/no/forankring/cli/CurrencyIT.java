package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import no.forankring.curation.Basis;
import no.forankring.curation.Field;
import no.forankring.curation.LinkDraft;
import no.forankring.curation.LinkType;
import no.forankring.curation.ThingDraft;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.trace.Anchor;
import no.forankring.trace.Currency;
import no.forankring.trace.Suspect;
import no.forankring.trace.SuspectLinks;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What rests on something that has grown old, and what is to be looked at again.
class CurrencyIT {

    private static final Clock IN_2026 = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final Basis SAID = Basis.of("sagt på planmøtet");

    @TempDir
    Path folder;

    private OpenHome home;
    private Currency currency;
    private SuspectLinks suspects;

    @BeforeEach
    void open() {
        home = OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        currency = new Currency(home.graph(), home.register(), IN_2026);
        suspects = new SuspectLinks(home.graph());
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void judgesEachAnchorOnItsOwnDayAndToday() {
        entered("Nettverket i 2019", "2019", "plan-demensplan-2020");
        entered("Nettverket i 2022", "2022", "plan-demensplan-2020");
        entered("Reformnettverket", "2022", "reform-leve-hele-livet");
        entered("Lovnettverket", "2022", "lov-2011-06-24-30");

        List<Anchor> anchors = currency.anchors(true, false);

        assertThat(anchors)
                .extracting(anchor -> anchor.step().subject().label() + " "
                        + anchor.then().state() + " " + anchor.now().state())
                .containsExactlyInAnyOrder(
                        "Nettverket i 2019 IN_FORCE REPLACED",
                        "Nettverket i 2022 REPLACED REPLACED",
                        "Reformnettverket IN_FORCE CONTINUED");
        assertThat(anchors.stream()
                        .filter(anchor -> anchor.step().subject().label().equals("Reformnettverket")))
                .singleElement()
                .satisfies(anchor -> assertThat(anchor.instead())
                        .extracting(document -> document.id().value())
                        .containsExactly("reform-bo-trygt-hjemme"));
        assertThat(currency.anchors(false, false)).hasSize(4);
    }

    @Test
    void aChangedRowOfTheRegisterMakesOlderLinksSuspectUntilTheyAreConfirmedAgain() {
        String link = entered("Lovnettverket", "2022", "lov-2011-06-24-30");
        assertThat(suspects.suspects(false)).isEmpty();

        change("lov-2011-06-24-30", Fa.inForceTo, "2026-06-30");

        assertThat(suspects.suspects(false)).singleElement().satisfies(suspect -> {
            assertThat(suspect.step().link()).isEqualTo(link);
            assertThat(suspect.change().fields()).containsExactly("inForceTo");
            assertThat(suspect.confirmation().orElseThrow().who()).isEqualTo("kari");
        });
        entered("Nytt nettverk", "2026", "lov-2011-06-24-30");
        assertThat(suspects.suspects(false)).extracting(Suspect::step).hasSize(1);

        home.curation()
                .link(
                        new LinkDraft(
                                home.traces().step(link).orElseThrow().subject().iri(),
                                LinkType.ANCHORED_IN,
                                "lov-2011-06-24-30",
                                "Anchored",
                                false),
                        Basis.of("sett på igjen"),
                        "ola");

        assertThat(suspects.suspects(false)).isEmpty();
    }

    @Test
    void whatAChangeTouchedTellsAndNotWhatWasSaidOfIt() {
        String link = entered("Lovnettverket", "2022", "lov-2011-06-24-30");
        entered("Kommunenettverket", "2022", "lov-2018-06-22-83");
        Node register = home.graph().addresses().registerGraph();
        Node law = home.graph().addresses().of(Addresses.GOVERNING_DOCUMENT, "lov-2011-06-24-30");

        // Elsewhere than in the register, whatever it is called.
        home.graph()
                .write(
                        "kari",
                        "SPARQL-oppdatering av " + register.getURI(),
                        state -> state.add(home.graph().addresses().confirmedGraph(), law, Fa.replacedBy, register))
                .join();
        assertThat(suspects.suspects(false)).isEmpty();

        change("Erstattet hele datasettet", "lov-2011-06-24-30", Fa.inForceTo, "2026-06-30");
        assertThat(suspects.suspects(false))
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.step().link()).isEqualTo(link));

        change("La til et datasett", "lov-2018-06-22-83", Fa.inForceTo, "2027-12-31");
        assertThat(suspects.suspects(false)).hasSize(2);

        long last = home.graph().lastChange();
        home.graph()
                .write("kari", "Angret", state -> state.deleteAny(register, law, Fa.inForceTo, Node.ANY))
                .join();
        assertThat(suspects.suspects(false))
                .filteredOn(suspect -> suspect.step().link().equals(link))
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.change().change()).isGreaterThan(last));
    }

    @Test
    void aNewNameBesideTheTitleMakesNothingSuspect() {
        entered("Lovnettverket", "2022", "lov-2011-06-24-30");

        change("lov-2011-06-24-30", SKOS.altLabel.asNode(), "den nye omsorgsloven");

        assertThat(suspects.suspects(false)).isEmpty();
    }

    @Test
    void aNewDocumentThatContinuesAnOlderMakesTheOlderSuspect() {
        entered("Lovnettverket", "2022", "lov-2011-06-24-30");
        Node newer = home.graph().addresses().of(Addresses.GOVERNING_DOCUMENT, "lov-2030-01-01-1");
        Node older = home.graph().addresses().of(Addresses.GOVERNING_DOCUMENT, "lov-2011-06-24-30");

        home.graph()
                .write(
                        "kari",
                        "SPARQL-oppdatering",
                        state -> state.add(home.graph().addresses().registerGraph(), newer, Fa.continues, older))
                .join();

        assertThat(suspects.suspects(false))
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.change().fields()).containsExactly("continuedIn"));
    }

    private void change(String id, Node property, String value) {
        change("SPARQL-oppdatering", id, property, value);
    }

    private void change(String why, String id, Node property, String value) {
        home.graph()
                .write(
                        "kari",
                        why,
                        state -> state.add(
                                home.graph().addresses().registerGraph(),
                                home.graph().addresses().of(Addresses.GOVERNING_DOCUMENT, id),
                                property,
                                NodeFactory.createLiteralString(value)))
                .join();
    }

    private String entered(String name, String year, String governing) {
        String iri = home.curation()
                .create(
                        new ThingDraft(Addresses.NETWORK, Map.of(Field.NAME, name, Field.YEAR, year)),
                        SAID,
                        false,
                        "kari")
                .thing()
                .iri();
        home.curation().link(new LinkDraft(iri, LinkType.ANCHORED_IN, governing, "Anchored", false), SAID, "kari");
        return home.curation().find(iri).orElseThrow().links().stream()
                .filter(link -> link.predicate().equals("anchoredIn"))
                .findFirst()
                .orElseThrow()
                .iri();
    }
}
