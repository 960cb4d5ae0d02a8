package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.backup.Backup;
import no.forankring.document.DocumentId;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Fa;
import no.forankring.identity.Comparison.Outcome;
import no.forankring.identity.IdentityDecision.Verdict;
import no.forankring.identity.IdentityDesk.Decided;
import no.forankring.identity.IdentityDesk.Pair;
import no.forankring.identity.IdentityException;
import no.forankring.identity.Naming;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.trace.Trace;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same thing in several documents, from the names to a person's decisions and back.
class IdentityIT {

    private static final String MANDATE = """
            # Mandat for nettverk i ledelse og fagutvikling

            USHT Fjordvik har ansvar for nettverket.

            Nettverket er forankret i følgende styrende dokumenter

            - Meld. St. 15 (2017–2018) Leve hele livet
            """;
    private static final String REPORT = """
            # Årsrapport 2022 USHT Fjordvik

            ## Fagnettverk innen leiing og fagutvikling

            Nettverket bygger på Demensplan 2025.
            """;
    private static final String PLAN = """
            # Aktivitetsplan 2023 USHT Fjordvik

            ## Fagnettverk i ledelse og kvalitet

            Nettverket bygger på Kompetanseløft 2025.
            """;
    private static final String OTHERS = """
            # Årsrapport 2022 USHT Strandvik

            ## Nettverk i ledelse og fagutvikling

            Nettverket bygger på Demensplan 2025.
            """;

    @TempDir
    Path folder;

    private OpenHome home;

    @BeforeEach
    void open() {
        home = open(folder.resolve("home"));
    }

    private static OpenHome open(Path folder) {
        return OpenHome.open(folder, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        home.close();
    }

    // ---- by themselves ----

    @Test
    void makesOneOfANetworkUnderTwoNamesOfTheSameOwnerAndKeepsTheOtherName() {
        take("mandat.md", MANDATE);
        take("rapport.md", REPORT);

        assertThat(networks()).hasSize(1);
        String network = networks().getFirst();
        assertThat(anchors(network)).contains("meldst-15-2017-2018", "plan-demensplan-2025");
        assertThat(home.identities().names(network))
                .extracting(naming -> naming.sighting().name())
                .containsExactlyInAnyOrder(
                        "nettverk i ledelse og fagutvikling", "Fagnettverk innen leiing og fagutvikling");
        assertThat(literals(network, SKOS.altLabel.asNode()))
                .containsExactly("Fagnettverk innen leiing og fagutvikling");
        assertThat(home.traces().trace(network, false).orElseThrow().root().label())
                .isEqualTo("nettverk i ledelse og fagutvikling");
        assertThat(home.identities().pairs()).isEmpty();
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void keepsNetworksOfTwoOwnersApartThoughTheNamesAreEqual() {
        take("mandat.md", MANDATE);
        take("andre.md", OTHERS);

        assertThat(networks()).hasSize(2);
        assertThat(home.identities().pairs()).isEmpty();
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void asksAPersonAboutNamesThatAreOnlyAlike() {
        take("mandat.md", MANDATE);
        take("plan.md", PLAN);

        assertThat(networks()).hasSize(2);
        assertThat(home.identities().pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.comparison().forIt())
                    .extracting(ground -> ground.text(java.util.Locale.of("nb")))
                    .anyMatch(ground -> ground.contains("felles ord: ledelse"))
                    .anyMatch(ground -> ground.contains("begge hører til USHT Fjordvik"));
            assertThat(pair.comparison().against()).isEmpty();
        });
    }

    @Test
    void asksAboutGoalsOfOneNetworkThatAreWordedDifferentlyAndMergesThemOnlyWhenTold() {
        take("a.md", """
                # Mandat for nettverk i ernæring og mat

                USHT Fjordvik har ansvar for nettverket.

                ## Mål

                - Øke kompetansen om ernæring hos eldre
                - Styrke samarbeidet mellom kommunene
                """);
        take("b.md", """
                # Årsrapport 2022 USHT Fjordvik

                ## Nettverk i ernæring og mat

                Mål for nettverket:

                - Økt kompetanse om ernæring hos eldre
                - Bedre oppfølging av pårørende
                """);
        assertThat(networks()).hasSize(1);
        assertThat(named("goal")).hasSize(4);

        Pair pair = home.identities().pairs().getFirst();

        assertThat(home.identities().pairs()).hasSize(1);
        assertThat(pair.one() + pair.other()).contains("/goal/").contains("ernaering");
        assertThat(pair.comparison().outcome()).isEqualTo(Outcome.DOUBTFUL);
        home.identities().decide(pair.one(), pair.other(), Verdict.SAME, "", "kari");
        assertThat(named("goal")).hasSize(3).contains(pair.one());
        linkAgain(documents());
        assertThat(named("goal")).hasSize(3).contains(pair.one());
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void knowsACentreUnderTheNamesItHadOverTime() {
        take(
                "a.md",
                "# Mandat\n\nUtviklingssenter for sykehjem og hjemmetjenester (USHT) i Viken (Akershus) deltar.\n");
        take("b.md", "# Notat\n\nUSHT Viken (Akershus) og USHT Akershus er det samme senteret.\n");

        assertThat(things("organization")).containsExactly("usht-akershus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "3210", "2031", "1302"})
    void comesToTheSameWhateverIsReadFirst(String order) {
        List<String> texts = List.of(MANDATE, REPORT, OTHERS, """
                # Notat fra USHT Strandvik og USHT Fjordvik

                Vi deltar i Nettverk i ledelse og fagutvikling.
                """);

        order.chars().map(at -> at - '0').forEach(at -> take(at + ".md", texts.get(at)));
        settle();

        List<Set<String>> grouping = grouping();
        assertThat(grouping)
                .anyMatch(group -> group.containsAll(Set.of("0", "1")))
                .noneMatch(group -> group.containsAll(Set.of("0", "2")));
        assertThat(home.identities().unsettled(documents())).isEmpty();
        linkAgain(documents().reversed());
        assertThat(grouping()).containsExactlyInAnyOrderElementsOf(grouping);
    }

    // ---- merging ----

    @Test
    void mergesWhatAPersonSaysIsOneAndForwardsTheOldAddress() {
        Pair pair = doubtful();

        Decided decided = home.identities().decide(pair.one(), pair.other(), Verdict.SAME, "samme gruppe", "kari");

        assertThat(networks()).containsExactly(pair.one());
        assertThat(anchors(pair.one())).contains("meldst-15-2017-2018", "plan-kompetanseloft-2025");
        assertThat(home.identities().forward(pair.other())).contains(pair.one());
        assertThat(home.identities().pairs()).isEmpty();
        assertThat(decided.linkAgain()).isEmpty();
        assertThat(home.identities().decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.who()).isEqualTo("kari");
            assertThat(decision.why()).isEqualTo("samme gruppe");
        });
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void keepsAMergeWhenDocumentsAreReadAgainReplacedAndRestored() throws IOException {
        Pair pair = doubtful();
        home.identities().decide(pair.one(), pair.other(), Verdict.SAME, "", "kari");
        String one = pair.one();

        linkAgain(documents());
        assertThat(networks()).containsExactly(one);

        take("plan.md", PLAN + "\nOgså dette er nytt i planen.\n");
        assertThat(networks()).containsExactly(one);
        assertThat(anchors(one)).contains("plan-kompetanseloft-2025");

        home.close();
        Backup.write(folder.resolve("home"), folder.resolve("kopi.zip"));
        Backup.restore(folder.resolve("kopi.zip"), folder.resolve("ny"));
        home = open(folder.resolve("ny"));

        assertThat(networks()).containsExactly(one);
        assertThat(home.identities().forward(pair.other())).contains(one);
        linkAgain(documents());
        assertThat(networks()).containsExactly(one);
    }

    @Test
    void partsAMergeAgainWhenItIsTakenBack() {
        Pair pair = doubtful();
        Map<String, Set<String>> before = anchors();
        Decided decided = home.identities().decide(pair.one(), pair.other(), Verdict.SAME, "", "kari");

        Decided undone =
                home.identities().takeBack(decided.decisions().getFirst().id(), "kari");
        linkAgain(undone.linkAgain());

        assertThat(anchors()).isEqualTo(before);
        assertThat(home.identities().pairs()).hasSize(1);
        assertThat(home.identities().forward(pair.other())).isEmpty();
        assertThat(home.identities().decisions()).isEmpty();
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void movesWhatPeopleEnteredWithAMergeAndBackExactly() {
        Pair pair = doubtful();
        Node other = NodeFactory.createURI(pair.other());
        Node confirmed = home.graph().addresses().confirmedGraph();
        home.graph()
                .write("ola", "test", state -> {
                    state.add(new Quad(confirmed, other, RDF.type.asNode(), Fa.Network));
                    state.add(new Quad(
                            confirmed, other, RDFS.label.asNode(), NodeFactory.createLiteralLang("Lederforum", "nb")));
                })
                .join();
        Set<Quad> before = confirmed();

        Decided decided = home.identities().decide(pair.one(), pair.other(), Verdict.SAME, "", "kari");

        assertThat(confirmed()).allMatch(quad -> quad.getSubject().getURI().equals(pair.one()));
        assertThat(literals(pair.one(), SKOS.altLabel.asNode())).contains("Lederforum");
        home.identities().takeBack(decided.decisions().getFirst().id(), "kari");
        assertThat(confirmed()).isEqualTo(before);
    }

    @Test
    void neverAsksAgainAboutWhatAPersonSaidIsNotOne() {
        Pair pair = doubtful();

        home.identities().decide(pair.one(), pair.other(), Verdict.DIFFERENT, "", "kari");
        linkAgain(documents());

        assertThat(home.identities().pairs()).isEmpty();
        assertThat(networks()).hasSize(2);
        take("plan.md", PLAN + "\nNytt.\n");
        assertThat(home.identities().pairs()).isEmpty();

        home.identities().takeBack(home.identities().decisions().getFirst().id(), "kari");
        assertThat(home.identities().pairs()).hasSize(1);
    }

    @Test
    void refusesToMergeWhatIsUnknownTheSameOrOfAnotherKind() {
        Pair pair = doubtful();
        String goal =
                home.graph().addresses().of("organization", "usht-fjordvik").getURI();

        assertThatThrownBy(() -> home.identities().decide(pair.one(), pair.one() + "-x", Verdict.SAME, "", "kari"))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("Ingenting har adressen");
        assertThatThrownBy(() -> home.identities().decide(pair.one(), pair.one(), Verdict.SAME, "", "kari"))
                .isInstanceOf(IdentityException.class);
        assertThatThrownBy(() -> home.identities().decide(pair.one(), goal, Verdict.SAME, "", "kari"))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("slag");
        assertThat(home.identities().decisions()).isEmpty();
    }

    // ---- splitting ----

    @Test
    void partsTheNamesThatAPersonPointsOutAndKeepsThemParted() {
        take("mandat.md", MANDATE);
        take("rapport.md", REPORT);
        String network = networks().getFirst();
        Naming ofReport = home.identities().names(network).stream()
                .filter(naming -> naming.document().startsWith("rapport"))
                .findFirst()
                .orElseThrow();

        Decided decided = home.identities().split(network, List.of(ofReport.id()), "et annet nettverk", "kari");
        linkAgain(decided.linkAgain());

        assertThat(networks()).hasSize(2);
        assertThat(anchors(network)).containsExactly("meldst-15-2017-2018");
        take("rapport.md", REPORT + "\nNytt.\n");
        linkAgain(documents());
        assertThat(networks()).hasSize(2);
        assertThat(home.identities().pairs()).isEmpty();

        Decided undone = home.identities()
                .takeBack(home.identities().decisions().getFirst().id(), "kari");
        linkAgain(undone.linkAgain());
        assertThat(networks()).containsExactly(network);
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void refusesASplitThatLeavesNothing() {
        take("mandat.md", MANDATE);
        String network = networks().getFirst();
        List<String> all =
                home.identities().names(network).stream().map(Naming::id).toList();

        assertThatThrownBy(() -> home.identities().split(network, all, "", "kari"))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("la minst ett bli igjen");
    }

    // ---- the shared texts ----

    @Test
    void makesOneOfTheLeadershipNetworkAndOfTheCentreInTheSharedTexts() throws IOException {
        Path shared = Path.of("..", "shared", "corpus");
        assumeThat(shared)
                .as("The shared texts are not beside the repository, in ../shared/corpus")
                .isDirectory();
        var sources = new ArrayList<Source>();
        try (Stream<Path> files = Files.list(shared)) {
            files.sorted().forEach(file -> sources.add(source(file)));
        }
        finished(home.ingest().submit("test", "test", sources));
        settle();

        Trace network = networks().stream()
                .filter(address -> home.identities().names(address).stream()
                        .anyMatch(naming -> naming.document().startsWith("000")))
                .map(address -> home.traces().trace(address, false).orElseThrow())
                .findFirst()
                .orElseThrow();
        assertThat(home.identities().names(network.root().iri()))
                .extracting(naming -> naming.document().substring(0, 3))
                .contains("000", "001");
        assertThat(things("organization"))
                .contains("usht-akershus", "usht-buskerud")
                .doesNotContain("usht-viken-akershus");
        // The plan's "ledelse og kvalitet" may be it: a person is asked.
        assertThat(home.identities().pairs())
                .anyMatch(pair ->
                        Set.of(pair.one(), pair.other()).contains(network.root().iri())
                                && (pair.one() + pair.other()).contains("ledelse-og-kvalitet"));
    }

    // ---- help ----

    private Pair doubtful() {
        take("mandat.md", MANDATE);
        take("plan.md", PLAN);
        return home.identities().pairs().getFirst();
    }

    private List<String> networks() {
        return named("network");
    }

    private Set<String> things(String kind) {
        return named(kind).stream()
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What documents name, fact or suggestion, in the order of the addresses.
    private List<String> named(String kind) {
        String prefix = home.graph().addresses().of(kind, "").getURI();
        return home.graph().read(state -> {
            var things = new TreeSet<String>();
            state.findNG(Node.ANY, Node.ANY, Fa.names, Node.ANY)
                    .forEachRemaining(quad -> things.add(quad.getObject().getURI()));
            return things.stream().filter(thing -> thing.startsWith(prefix)).toList();
        });
    }

    private Set<String> anchors(String thing) {
        return home.traces().trace(thing, true).orElseThrow().outgoing().stream()
                .filter(step -> step.predicate().equals("anchoredIn")
                        || step.predicate().equals("fulfils"))
                .map(step -> step.object().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Set<String>> anchors() {
        var anchors = new TreeMap<String, Set<String>>();
        networks().forEach(network -> anchors.put(network, anchors(network)));
        return anchors;
    }

    /// Which documents name one network together, by the first letter of their names.
    private List<Set<String>> grouping() {
        return networks().stream()
                .<Set<String>>map(network -> home.identities().names(network).stream()
                        .map(naming -> naming.document().substring(0, 1))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .toList();
    }

    private Set<String> literals(String thing, Node property) {
        return home.graph().read(state -> {
            var found = new TreeSet<String>();
            state.find(Quad.defaultGraphNodeGenerated, NodeFactory.createURI(thing), property, Node.ANY)
                    .forEachRemaining(quad -> found.add(quad.getObject().getLiteralLexicalForm()));
            return found;
        });
    }

    private Set<Quad> confirmed() {
        return home.graph().read(state -> {
            var found = new java.util.HashSet<Quad>();
            state.find(home.graph().addresses().confirmedGraph(), Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(found::add);
            return found;
        });
    }

    private List<String> documents() {
        return home.traces().list("document").stream()
                .map(listing -> listing.thing().id())
                .toList();
    }

    private void take(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String id = home.ingest()
                .submit("test", "test", List.of(new Source("m/" + name, () -> new ByteArrayInputStream(bytes))));
        assertThat(finished(id).getFirst()).isInstanceOf(FileOutcome.Ingested.class);
        settle();
    }

    private static Source source(Path file) {
        return new Source(file.getFileName().toString(), () -> {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void linkAgain(List<String> documents) {
        if (!documents.isEmpty()) {
            finished(home.ingest()
                    .linkAgain(
                            "test",
                            "test",
                            documents.stream().map(DocumentId::new).toList()));
            settle();
        }
    }

    /// Waits for what jobs leave to jobs that follow.
    private void settle() {
        while (home.ingest().jobs().stream().anyMatch(job -> job.finished().isEmpty())) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private List<FileOutcome> finished(String id) {
        while (true) {
            Job job = home.ingest().job(id).orElseThrow();
            if (job.finished().isPresent()) {
                return job.files().stream()
                        .map(Job.FileProgress::outcome)
                        .flatMap(Optional::stream)
                        .toList();
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
