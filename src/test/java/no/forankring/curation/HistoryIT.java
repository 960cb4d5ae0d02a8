package no.forankring.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.GraphStore;
import no.forankring.register.Register;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryIT {

    private static final Addresses ADDRESSES = new Addresses("http://localhost:8080");
    private static final int CHANGES = 10_000;
    private static final int THINGS = 200;

    @TempDir
    Path folder;

    @Test
    void answersForOneThingWithoutReadingTenThousandChanges() {
        Register register = new Register(List.of());
        try (GraphStore graph = GraphStore.open(folder.resolve("home"), ADDRESSES, Clock.systemUTC())) {
            write(graph);
            try (History history = History.open(graph, register, folder.resolve("history"))) {
                assertThat(history.changes(HistoryFilter.ALL, 0, 1, 1).total()).isEqualTo(CHANGES);
            }
            try (History history = History.open(graph, register, folder.resolve("history"))) {
                String thing = ADDRESSES.of(Addresses.NETWORK, "n7").getURI();
                long begun = System.nanoTime();

                History.Page page = history.changes(HistoryFilter.of(thing), 0, 25, 12);

                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                assertThat(page.total()).isEqualTo(CHANGES / THINGS);
                assertThat(page.changes().getFirst().differences())
                        .containsExactly(new Difference(thing, "Navn 9807", "name", "Navn 9607", "Navn 9807"));
                // Far more than it takes, far less than reading every change would.
                assertThat(took).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    private static void write(GraphStore graph) {
        var waiting = new ArrayList<CompletableFuture<Change>>();
        for (int i = 0; i < CHANGES; i++) {
            int number = i;
            Node thing = ADDRESSES.of(Addresses.NETWORK, "n" + i % THINGS);
            waiting.add(graph.write("kari", "curate edit network/n" + i % THINGS, state -> {
                Node confirmed = ADDRESSES.confirmedGraph();
                state.deleteAny(confirmed, thing, RDFS.label.asNode(), Node.ANY);
                state.add(new Quad(confirmed, thing, RDF.type.asNode(), ThingType.NETWORK.node()));
                state.add(new Quad(
                        confirmed, thing, RDFS.label.asNode(), NodeFactory.createLiteralLang("Navn " + number, "nb")));
            }));
            if (waiting.size() == 500) {
                CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new))
                        .join();
                waiting.clear();
            }
        }
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
    }

    @Test
    void isMadeAnewWhenItIsOfAnotherJournal() {
        Register register = new Register(List.of());
        try (GraphStore graph = GraphStore.open(folder.resolve("home"), ADDRESSES, Clock.systemUTC())) {
            var index = new ChangeIndex(folder.resolve("history"));
            index.add(List.of(new ChangeIndex.Line(
                    new Change(1, java.time.Instant.EPOCH, "ola", "av en annen", 1, 0), List.of("x:y"))));
            graph.write(
                            "kari",
                            "curate create",
                            state -> state.add(new Quad(
                                    ADDRESSES.confirmedGraph(),
                                    ADDRESSES.of(Addresses.GOAL, "g"),
                                    RDFS.label.asNode(),
                                    NodeFactory.createLiteralLang("Mål", "nb"))))
                    .join();

            try (History history = History.open(graph, register, folder.resolve("history"))) {
                assertThat(history.changes(HistoryFilter.ALL, 0, 10, 10).changes())
                        .extracting(ChangeView::who)
                        .containsExactly("kari");
                assertThat(history.change(1, 5).map(ChangeView::why)).isEqualTo(Optional.of(""));
            }
        }
    }
}
