package no.forankring.graph;

import static no.forankring.graph.GraphExamples.document;
import static no.forankring.graph.GraphExamples.store;
import static no.forankring.graph.GraphExamples.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.shacl.Shapes;

/// Prints how fast documents are replaced. Not a test: run it by hand, with the folder as the argument.
final class WriteRate {

    private WriteRate() {}

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory(Path.of(args[0]), "rate-");
        Shapes shapes = args.length > 1 ? GraphExamples.shapes("""
                        fa:PassageShape a sh:NodeShape ; sh:targetClass fa:Passage ;
                            sh:property [ sh:path fa:text ; sh:minCount 1 ; sh:maxCount 1 ] ;
                            sh:property [ sh:path fa:ordinal ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] ;
                            sh:property [ sh:path fa:partOf ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
                            sh:property [ sh:path fa:section ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
                            sh:property [ sh:path fa:page ; sh:maxCount 1 ; sh:datatype xsd:integer ] ;
                            sh:property [ sh:path fa:passageKind ; sh:maxCount 1 ] .
                        """) : GraphExamples.NO_SHAPES;
        var limits = StoreLimits.DEFAULT;
        try (var store =
                JournalledGraphStore.open(home, GraphExamples.ADDRESSES, GraphExamples.CLOCK, shapes, limits)) {
            for (int round = 0; round < 3; round++) {
                int turn = round;
                measure("one after the other, round " + round, 20, () -> {
                    for (int i = 0; i < 20; i++) {
                        write(store, document("d" + i, 2000, turn * 2));
                    }
                });
                measure("many waiting, round " + round, 100, () -> {
                    var waiting = new ArrayList<CompletableFuture<Change>>();
                    for (int i = 0; i < 100; i++) {
                        waiting.add(store.write("rate", "a document", document("d" + i, 2000, turn * 2 + 1)));
                    }
                    waiting.forEach(CompletableFuture::join);
                });
                measure("small changes one after the other, round " + round, 20, () -> {
                    for (int i = 0; i < 20; i++) {
                        int n = i + turn * 20;
                        write(
                                store,
                                d -> d.add(
                                        GraphExamples.ADDRESSES.decisionsGraph(),
                                        GraphExamples.thing("t" + n),
                                        GraphExamples.LABEL,
                                        GraphExamples.text("navn")));
                    }
                });
            }
            long start = System.nanoTime();
            var problems = store.check(false);
            System.out.printf("check: %d ms, %s%n", (System.nanoTime() - start) / 1_000_000, problems);
            start = System.nanoTime();
            Path snapshot = store.snapshot();
            System.out.printf(
                    "snapshot: %d ms, %d kB%n", (System.nanoTime() - start) / 1_000_000, Files.size(snapshot) >> 10);
        }
        DurableFiles.deleteTree(home.resolve("graph"));
        long start = System.nanoTime();
        store(home).close();
        System.out.printf("rebuild from the snapshot: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        DurableFiles.deleteTree(home);
    }

    private static void measure(String what, int documents, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %.1f per second, %.0f ms each%n", what, documents / seconds, 1000 * seconds / documents);
    }
}
