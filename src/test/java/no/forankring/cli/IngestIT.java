package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import no.forankring.document.ParseLimits;
import no.forankring.extraction.EntityType;
import no.forankring.extraction.LinkKind;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.LinkPolicy;
import no.forankring.ingest.Source;
import no.forankring.review.ReviewQueue;
import no.forankring.search.SearchQuery;
import no.forankring.trace.Step;
import no.forankring.trace.Trace;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestIT {

    private static final String MANDATE = """
            Mandat for nettverk i ernæring

            Mål

            • Øke kompetansen om ernæring i kommunene

            Nettverket er forankret i følgende styrende dokumenter

            • Meld. St. 15 (2017–2018) Leve hele livet
            • Helse- og omsorgstjenesteloven § 4-1
            • Stortingsmelding 24

            """;

    @TempDir
    Path folder;

    private OpenHome home;

    @BeforeEach
    void open() {
        home = OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void linksADocumentToWhatItCitesWithTheSentenceThatSaysSo() {
        FileOutcome outcome = take("mappe/mandat.txt", MANDATE);

        assertThat(outcome).isInstanceOf(FileOutcome.Ingested.class);
        Trace trace = home.traces().trace("meldst-15-2017-2018", true).orElseThrow();
        assertThat(trace.incoming())
                .filteredOn(step -> step.predicate().equals("anchoredIn"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.status()).isEqualTo(published(step) ? "Automatic" : "Suggested");
                    assertThat(step.subject().label()).containsIgnoringCase("nettverk i ernæring");
                    assertThat(step.evidence()).anyMatch(proof -> proof.text().contains("Leve hele livet"));
                });
    }

    @Test
    void keepsAnAmbiguousNumberAmongTheSuggestions() {
        take("mappe/mandat.txt", MANDATE);

        assertThat(citations("meldst-24-2019-2020", false)).isEmpty();
        assertThat(citations("meldst-24-2019-2020", true)).isNotEmpty();
        assertThat(citations("meldst-24-2022-2023", true)).isNotEmpty();
    }

    @Test
    void answersUnchangedForTheSameBytesAlsoUnderAnotherName() {
        FileOutcome.Ingested first = (FileOutcome.Ingested) take("mappe/mandat.txt", MANDATE);

        assertThat(take("mappe/mandat.txt", MANDATE)).isEqualTo(new FileOutcome.Unchanged(first.document()));
        assertThat(take("kopi.txt", MANDATE)).isEqualTo(new FileOutcome.Unchanged(first.document()));
    }

    @Test
    void takesTwoCopiesInOneJobOnce() {
        List<FileOutcome> outcomes = takeAll(source("a/x.txt", MANDATE), source("b/y.txt", MANDATE));

        assertThat(outcomes).hasAtLeastOneElementOfType(FileOutcome.Ingested.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(FileOutcome.Unchanged.class);
    }

    @Test
    void replacesWhatTheEarlierVersionSaid() {
        take("mappe/mandat.txt", MANDATE);
        String changed = MANDATE.replace("• Meld. St. 15 (2017–2018) Leve hele livet\n", "");

        FileOutcome.Ingested second = (FileOutcome.Ingested) take("mappe/mandat.txt", changed);

        assertThat(second.version()).isEqualTo(2);
        assertThat(home.traces()
                        .trace("meldst-15-2017-2018", true)
                        .orElseThrow()
                        .incoming())
                .isEmpty();
        assertThat(home.index().size()).isEqualTo(1);
        assertThat(search("\"Leve hele livet\"")).isZero();
    }

    @Test
    void keepsADecisionWhenTheDocumentIsReadAgain() {
        take("mappe/mandat.txt", MANDATE);
        Step suggestion = citations("meldst-24-2019-2020", true).getFirst();
        home.reviews()
                .decide(suggestion.link(), ReviewQueue.Verdict.ACCEPTED, "kari")
                .join();

        take("mappe/mandat.txt", MANDATE + "\nEt nytt avsnitt om samarbeid mellom kommunene.\n");

        assertThat(citations("meldst-24-2019-2020", false))
                .singleElement()
                .satisfies(step -> assertThat(step.status()).isEqualTo("Confirmed"));
        assertThat(home.reviews().waiting()).doesNotContain(suggestion.link());
    }

    @Test
    void showsASuggestionToNobodyWhoDidNotAskForIt() {
        take("mappe/mandat.txt", MANDATE);

        boolean seen = home.graph()
                .read(state -> state.getDefaultGraph()
                        .find(Node.ANY, Fa.status, Fa.Suggested)
                        .hasNext());

        assertThat(seen).isFalse();
    }

    @Test
    void readsTheGoodFilesBesideTheBadOne() {
        List<FileOutcome> outcomes = takeAll(
                source("m/god.txt", MANDATE),
                source("m/tom.pdf", ""),
                source("m/god2.txt", MANDATE.replace("ernæring", "velferdsteknologi")));

        assertThat(outcomes).filteredOn(FileOutcome.Ingested.class::isInstance).hasSize(2);
        assertThat(outcomes)
                .filteredOn(FileOutcome.Failed.class::isInstance)
                .singleElement()
                .satisfies(failed ->
                        assertThat(((FileOutcome.Failed) failed).message()).isNotBlank());
    }

    @Test
    void rebuildsADeletedIndexOnTheNextStart() throws Exception {
        take("mappe/mandat.txt", MANDATE);
        home.close();
        try (var walk = java.nio.file.Files.walk(folder.resolve("home/index"))) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                java.nio.file.Files.delete(path);
            }
        }

        open();
        home.ingest().catchUp();

        assertThat(search("ernæring")).isEqualTo(1);
        assertThat(home.ingest().check()).isEmpty();
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void namesTheGraphsOfADocumentWithTheirProvenance() {
        FileOutcome.Ingested ingested = (FileOutcome.Ingested) take("mappe/mandat.txt", MANDATE);
        Addresses addresses = home.graph().addresses();

        boolean known = home.graph()
                .read(state -> state.contains(
                        addresses.provenanceGraph(),
                        addresses.documentGraph(ingested.document().value()),
                        Node.ANY,
                        addresses.of(Addresses.DOCUMENT, ingested.document().value())));

        assertThat(known).isTrue();
    }

    @Test
    void statesAThingAFactWhereItsClassIsPreciseOrAFactRestsOnIt() {
        take("mappe/mandat.txt", MANDATE);

        List<Step> types =
                home
                        .traces()
                        .suggestions(home.traces()
                                .list(Addresses.DOCUMENT)
                                .getFirst()
                                .thing()
                                .id())
                        .stream()
                        .filter(step -> step.predicate().equals("type"))
                        .toList();
        assertThat(types)
                .noneMatch(step -> home.graph()
                        .read(state -> state.getDefaultGraph()
                                .contains(NodeFactory.createURI(step.subject().iri()), RDF.type.asNode(), Node.ANY)))
                .allSatisfy(step -> {
                    assertThat(step.subject().label()).isNotBlank();
                    assertThat(step.subject().type())
                            .isEqualTo(step.object().iri().substring(Fa.NS.length()));
                    assertThat(published(LinkKind.of(type(step.subject().type()))))
                            .isFalse();
                });
        assertThat(home.traces().list(Addresses.NETWORK).isEmpty())
                .isEqualTo(!published(LinkKind.of(EntityType.NETWORK))
                        && types.stream().anyMatch(step -> step.subject().type().equals("Network")));
    }

    private static EntityType type(String term) {
        return Arrays.stream(EntityType.values())
                .filter(type -> type.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    private static boolean published(Step step) {
        return published(
                LinkKind.ofRelation(step.predicate(), step.evidence().getFirst().rule()));
    }

    private static boolean published(LinkKind kind) {
        var measured = LinkPolicy.PUBLISHED.kinds().get(kind);
        return measured != null && measured.automatic();
    }

    private List<Step> citations(String id, boolean withSuggestions) {
        return home.traces().trace(id, withSuggestions).orElseThrow().incoming().stream()
                .filter(step -> step.predicate().equals("cites"))
                .toList();
    }

    private long search(String words) {
        return home.index().search(new SearchQuery(words, Map.of(), 1, 10)).hits().stream()
                .filter(hit -> !hit.passages().isEmpty())
                .count();
    }

    private FileOutcome take(String name, String text) {
        return takeAll(source(name, text)).getFirst();
    }

    private List<FileOutcome> takeAll(Source... sources) {
        String id = home.ingest().submit("test", "test", Arrays.asList(sources));
        while (true) {
            Job job = home.ingest().job(id).orElseThrow();
            if (job.finished().isPresent()) {
                return job.files().stream()
                        .map(file -> file.outcome().orElseThrow())
                        .toList();
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static Source source(String name, String text) {
        return new Source(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
