package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import no.forankring.backup.Backup;
import no.forankring.document.DocumentId;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.privacy.PersonalDataRegister.Finding;
import no.forankring.review.AliasScope;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.saved.SavedSearches;
import no.forankring.search.NamedThing;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchQuery.Sort;
import no.forankring.search.SearchResult;
import no.forankring.search.SearchResult.FacetValue;
import no.forankring.search.Suggestion;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index follows the graph, whoever changes it, and searches go on meanwhile.
class FollowingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String MANDATE = """
            Mandat for nettverk for demens i Fjordvik

            Avsender: USHT Fjordvik

            Dato: 12.03.2018

            Bakgrunn

            Nettverk for demens i Fjordvik er forankret i Demensplan 2020 og i Meld. St. 15 (2017–2018) Leve hele livet.

            Nettverket følger opp helse- og omsorgstjenesteloven § 3-1. Bergen kommune deltar i nettverket.

            Om demens

            Målet er trygge overganger for personer med demens.
            """;

    private static final String PERSONAL = """
            Referat fra samling om ernæring

            Kontaktperson: Kari Eksempel, kari.eksempel@fjordvik.example, 412 34 567

            Samlingen handlet om måltider på sykehjem.
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
    void findsADocumentWhileItsJobStillRuns() {
        var seen = new AtomicBoolean();
        String job = home.ingest()
                .submit("test", "to filer", List.of(source("mandat.txt", MANDATE), new Source("treg.txt", () -> {
                    seen.set(waited(() -> total("demens") == 1));
                    return new ByteArrayInputStream("Noe annet.".getBytes(StandardCharsets.UTF_8));
                })));

        finished(job);

        assertThat(seen).isTrue();
    }

    @Test
    void countsByWhatTheFactsOfADocumentSay() {
        take("mandat.txt", MANDATE);

        SearchResult found = search("demens");

        assertThat(labels(found, "issuer")).containsExactly("USHT Fjordvik");
        assertThat(labels(found, "theme")).contains("demens");
        assertThat(labels(found, "cites")).contains("Leve hele livet", "Demensplan 2020");
        // The plan of 2020 ended long after the mandate was written.
        assertThat(values(found, "status")).containsExactly("since-replaced");
        assertThat(values(found, "relation")).contains("cites-ended");
        assertThat(found.hits().getFirst().date()).isEqualTo("2018-03-12");
        assertThat(found.hits().getFirst().uses()).isPositive();
        String facts = home.graph().read(state -> {
            var all = new StringBuilder();
            state.find(
                            home.graph()
                                    .addresses()
                                    .documentGraph(
                                            found.hits().getFirst().document().value()),
                            Node.ANY,
                            Node.ANY,
                            Node.ANY)
                    .forEachRemaining(quad -> all.append(quad).append('\n'));
            return all.toString();
        });
        // As far as the policy makes facts of such links.
        assertThat(labels(found, "network").isEmpty()).isEqualTo(!facts.contains("ns#Network"));
        assertThat(values(found, "anchored").isEmpty()).isEqualTo(!facts.contains("ns#anchoredIn"));
    }

    @Test
    void takesConfirmationsAndWhatPeopleTakeBackIn() {
        DocumentId document = take("notat.txt", """
                Notat om eldre

                Vi viser til Stortingsmelding 24 om dette.
                """);
        assertThat(values(search("eldre"), "cites")).isEmpty();
        var question = home.reviews().questions(document.value()).getFirst();
        String link = question.choices().getFirst().link();

        home.reviews().answer(new Answer(List.of(link), Verdict.ACCEPTED, AliasScope.NONE), "kari");

        await(() -> values(search("eldre"), "cites").size() == 1);
        assertThat(home.ingest().check()).isEmpty();
        assertThat(home.index()
                        .search(new SearchQuery("", Map.of("cites", values(search("eldre"), "cites")), 1, 10))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void forgetsADocumentThatIsDeletedFromTheGraph() {
        DocumentId document = take("mandat.txt", MANDATE);
        await(() -> !home.index().suggest("Mandat for", 3).isEmpty());
        Addresses addresses = home.graph().addresses();

        home.graph()
                .write("kari", "delete", state -> {
                    state.removeGraph(addresses.documentGraph(document.value()));
                    state.removeGraph(addresses.suggestionsGraph(document.value()));
                })
                .join();

        await(() -> total("demens") == 0 && home.index().size() == 0);
        assertThat(home.index().suggest("Mandat for", 3)).isEmpty();
        assertThat(home.index().like(document, Optional.empty(), 5).documents()).isEmpty();
        assertThat(home.ingest().check()).isEmpty();
    }

    @Test
    void showsWhatIsReleasedAndHidesWhatIsWithheldBeforeItIsLinkedAgain() {
        DocumentId document = take("referat.txt", PERSONAL);
        assertThat(total("\"Kari Eksempel\"")).isZero();
        List<String> kari = home.personalData().findings(document).orElseThrow().stream()
                .filter(finding -> finding.words().equals("Kari Eksempel"))
                .map(Finding::fingerprint)
                .toList();

        home.personalData().release(document, kari, "kari", "");
        await(() -> total("\"Kari Eksempel\"") == 1);

        home.personalData().withhold(document, kari, "kari");
        await(() -> total("\"Kari Eksempel\"") == 0);
        assertNoDoorTells("eksempel");
        // The words also leave the vocabulary that spellings are taken from.
        await(() -> home.index()
                .search(new SearchQuery("eksempell", Map.of(), 1, 1))
                .help()
                .spellings()
                .isEmpty());
        assertThat(search("eksempell").understood()).doesNotContain("«eksempel»");
    }

    private void assertNoDoorTells(String secret) {
        for (String typed : List.of("e", "ek", "eks", "eksem", "kari", "kari eks", "referat", "412", "samling")) {
            assertThat(home.index().suggest(typed, 20).toString().toLowerCase(java.util.Locale.ROOT))
                    .as(typed)
                    .doesNotContain(secret);
            assertThat(home.index().things(typed, 20).toString().toLowerCase(java.util.Locale.ROOT))
                    .as(typed)
                    .doesNotContain(secret);
        }
        assertThat(search("samling").facets().toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(secret);
        take("annet.txt", PERSONAL.replace("ernæring", "kosthold"));
        for (SearchResult.Hit hit : search("sykehjem").hits()) {
            assertThat(home.index()
                            .like(hit.document(), Optional.empty(), 20)
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(secret);
        }
    }

    @Test
    void searchesOnWhileTheIndexIsBuiltAgain() throws Exception {
        for (int i = 0; i < 12; i++) {
            take("notat-" + i + ".txt", "Notat " + i + "\n\nOm velferdsteknologi i hjemmet.\n");
        }
        var totals = new ArrayList<Long>();
        var done = new AtomicBoolean();
        Thread searching = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                totals.add(total("velferdsteknologi"));
            }
        });

        int rebuilt = home.ingest().rebuildIndex();
        done.set(true);
        searching.join();

        assertThat(rebuilt).isEqualTo(12);
        assertThat(totals).isNotEmpty().allMatch(total -> total == 12);
        assertThat(home.index().size()).isEqualTo(12);
        assertThat(home.index().check()).isEmpty();
        assertThat(home.ingest().check()).isEmpty();
    }

    @Test
    void takesInWhatWasChangedWhileTheIndexWasAway() {
        DocumentId document = take("mandat.txt", MANDATE);
        take("annet.txt", "Et annet notat\n\nOm demens.\n");
        home.close();
        home = OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        // Noted before it ended, so nothing is left to catch up with.
        assertThat(home.index().appliedChange()).contains(home.graph().lastChange());
        home.index().remove(document);
        home.index().refresh();
        home.index().commit(1);

        home.ingest().catchUp();

        assertThat(total("demens")).isEqualTo(2);
        assertThat(home.ingest().check()).isEmpty();
    }

    @Test
    void namesNetworksProvisionsAndWhatTheRegisterLists() {
        take("mandat.txt", MANDATE);

        await(() -> things("demensplan 2020").contains("governing-document"));
        await(() -> home.index().suggest("hol. § 3", 5).stream()
                .map(Suggestion::kind)
                .toList()
                .contains("provision"));
        assertThat(home.index().suggest("berg", 5)).extracting(Suggestion::kind).contains("municipality");
        assertThat(home.index().suggest("mandat for", 5))
                .extracting(Suggestion::text)
                .contains("Mandat for nettverk for demens i Fjordvik");
        assertThat(home.index().suggest("om dem", 5))
                .extracting(Suggestion::text)
                .contains("Om demens");
    }

    private List<String> things(String text) {
        return home.index().things(text, 10).stream().map(NamedThing::kind).toList();
    }

    @Test
    void knowsWhenAVersionArrivedAndThatLinkingAgainIsNoNews() throws Exception {
        DocumentId document = take("mandat.txt", MANDATE);
        Instant first = search("demens").hits().getFirst().arrived();
        Thread.sleep(2);

        finished(home.ingest().linkAgain("test", "test", List.of(document)));
        assertThat(search("demens").hits().getFirst().arrived()).isEqualTo(first);
        assertThat(home.index()
                        .search(new SearchQuery("demens", Map.of(), 1, 5, Sort.RELEVANCE, Optional.of(first)))
                        .total())
                .isZero();

        take("mandat.txt", MANDATE + "\nEt nytt avsnitt om demens.\n");
        assertThat(search("demens").hits().getFirst().arrived()).isAfter(first);
        assertThat(home.index()
                        .search(new SearchQuery("demens", Map.of(), 1, 5, Sort.RELEVANCE, Optional.of(first)))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void countsTheFilesThatCouldNotBeReadUntilTheyCan() {
        String bad = home.ingest().submit("test", "tomt", List.of(source("plan.txt", "  ")));
        assertThat(finished(bad)).hasOnlyElementsOfType(FileOutcome.Failed.class);
        assertThat(home.ingest().unread()).isEqualTo(1);
        finished(home.ingest().submit("test", "tomt", List.of(source("plan.txt", "\n \n"))));
        assertThat(home.ingest().unread()).isEqualTo(1);
        assertThat(home.graph().check(false)).isEmpty();

        take("plan.txt", "Plan for demens\n\nTekst som kan leses.\n");

        assertThat(home.ingest().unread()).isZero();
    }

    @Test
    void tellsWhatIsNewInASavedSearchAlsoAfterARestore() throws Exception {
        take("mandat.txt", MANDATE);
        SavedSearches saved = saved();
        String id = saved.save("kari", "", "demens", Map.of("theme", List.of("demens")), Sort.NEWEST)
                .id();
        assertThat(saved.withNews("kari")).isZero();
        Thread.sleep(2);
        take("referat.txt", "Referat om demens\n\nVi snakket om personer med demens og om hva de trenger hjemme.\n");

        assertThat(saved.find("kari", id)).hasValueSatisfying(found -> {
            assertThat(found.total()).isEqualTo(2);
            assertThat(found.fresh()).isEqualTo(1);
            assertThat(found.saved().name()).isEqualTo("demens");
        });
        home.close();
        Path backup = folder.resolve("copy.zip");
        Backup.write(folder.resolve("home"), backup);
        Backup.restore(backup, folder.resolve("restored"));
        home = OpenHome.open(folder.resolve("restored"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        home.ingest().catchUp();
        SavedSearches restored = SavedSearches.open(folder.resolve("restored"), home.index(), Clock.systemUTC());

        assertThat(restored.find("kari", id).orElseThrow().fresh()).isEqualTo(1);
        Thread.sleep(2);
        assertThat(restored.seen("kari", id)).isTrue();
        assertThat(restored.find("kari", id).orElseThrow().fresh()).isZero();
        assertThat(restored.of("ola")).isEmpty();
    }

    private SavedSearches saved() {
        return SavedSearches.open(folder.resolve("home"), home.index(), Clock.systemUTC());
    }

    // Made in one line

    private SearchResult search(String text) {
        return home.index().search(new SearchQuery(text, Map.of(), 1, 20));
    }

    private long total(String text) {
        return search(text).total();
    }

    private static List<String> labels(SearchResult found, String facet) {
        return found.facets().getOrDefault(facet, List.of()).stream()
                .map(FacetValue::label)
                .toList();
    }

    private static List<String> values(SearchResult found, String facet) {
        return found.facets().getOrDefault(facet, List.of()).stream()
                .map(FacetValue::value)
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        assertThat(waited(condition)).isTrue();
    }

    private static boolean waited(BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (condition.getAsBoolean()) {
                return true;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static Source source(String name, String text) {
        return new Source(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private DocumentId take(String name, String text) {
        List<FileOutcome> outcomes = finished(home.ingest().submit("test", name, List.of(source(name, text))));
        return switch (outcomes.getFirst()) {
            case FileOutcome.Ingested ingested -> ingested.document();
            default -> throw new AssertionError(outcomes.toString());
        };
    }

    private List<FileOutcome> finished(String id) {
        await(() -> home.ingest().job(id).orElseThrow().finished().isPresent());
        return home.ingest().job(id).orElseThrow().files().stream()
                .map(Job.FileProgress::outcome)
                .flatMap(Optional::stream)
                .toList();
    }
}
