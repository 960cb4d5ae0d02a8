package no.forankring.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// How long the queries of `HostileQueriesIT` take: ten thousand that no sane person types.
public final class HostileBenchmark {

    private static final int SEEDS = 20;
    private static final int EACH = 500;
    private static final int SLOWEST_SHOWN = 5;
    private static final int LONGEST_SHOWN = 70;

    private HostileBenchmark() {}

    private record Asked(String typed, long nanoseconds) {}

    public static void main(String[] args) throws Exception {
        List<IndexedDocument> documents = SearchBenchmark.documents(args);
        Path folder = Files.createTempDirectory("forankring-benchmark");
        try (PassageSearch search = PassageSearch.open(folder)) {
            documents.forEach(search::put);
            search.commit(1);
            search.refresh();
            System.out.printf("%,d documents, %,d queries%n", documents.size(), SEEDS * EACH);
            // The first round warms up.
            ask(search);
            List<Asked> asked = ask(search);
            asked.sort(Comparator.comparingLong(Asked::nanoseconds));
            System.out.printf(
                    "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, the slowest %.1f ms, above 100 ms: %d%n",
                    at(asked, 0.5),
                    at(asked, 0.99),
                    at(asked, 0.999),
                    at(asked, 1),
                    asked.stream().filter(one -> one.nanoseconds > 100_000_000).count());
            for (Asked one : asked.reversed().subList(0, SLOWEST_SHOWN)) {
                System.out.printf(
                        "%.1f ms, %,d characters: %s%n",
                        one.nanoseconds / 1e6,
                        one.typed.length(),
                        one.typed
                                .substring(0, Math.min(LONGEST_SHOWN, one.typed.length()))
                                .replaceAll("\\p{C}", "."));
            }
        } finally {
            SearchBenchmark.delete(folder);
        }
    }

    private static List<Asked> ask(PassageSearch search) {
        var asked = new ArrayList<Asked>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            for (int i = 0; i < EACH; i++) {
                String typed = HostileQueries.any(random);
                long before = System.nanoTime();
                search.search(new SearchQuery(typed, Map.of(), 1, 10));
                asked.add(new Asked(typed, System.nanoTime() - before));
            }
        }
        return asked;
    }

    private static double at(List<Asked> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(sorted.size() * part))).nanoseconds / 1e6;
    }
}
