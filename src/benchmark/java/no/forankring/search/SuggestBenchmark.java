package no.forankring.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.forankring.document.Passage;

/// How long suggestions take while somebody types, and what likeness and filters cost beside them.
public final class SuggestBenchmark {

    private static final int ROUNDS = 2_000;
    private static final int THINGS = 20_000;

    private SuggestBenchmark() {}

    public static void main(String[] args) throws Exception {
        int documents = args.length > 0 ? Integer.parseInt(args[0]) : 4_000;
        List<IndexedDocument> all = SearchBenchmark.generated(documents, 75);
        Path folder = Files.createTempDirectory("forankring-benchmark");
        try (PassageSearch search = PassageSearch.open(folder)) {
            all.forEach(search::put);
            search.commit(1);
            search.refresh();
            search.nameThings(things(all));
            List<String> typed = typed(all);
            System.out.printf(
                    "%,d documents, %,d passages, %,d things, %,d texts typed%n",
                    all.size(), all.stream().mapToLong(d -> d.passages().size()).sum(), THINGS, typed.size());
            measure("suggest", typed, text -> search.suggest(text, 4).size());
            measure("things", typed, text -> search.things(text, 6).size());
            measure(
                    "misspelled",
                    misspelled(all),
                    text -> search.search(new SearchQuery(text, Map.of(), 1, 10))
                            .hits()
                            .size());
            List<String> ids = all.stream().map(d -> d.id().value()).toList();
            measure("like a passage", ids.subList(0, Math.min(500, ids.size())), id -> {
                IndexedDocument document = all.get(ids.indexOf(id));
                Passage passage = document.passages().get(1);
                return search.like(document.id(), java.util.Optional.of(passage.id()), 20)
                        .passages()
                        .size();
            });
        } finally {
            SearchBenchmark.delete(folder);
        }
    }

    private interface Asking {
        int ask(String text);
    }

    private static void measure(String what, List<String> texts, Asking asking) {
        long found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            found += asking.ask(texts.get(i % texts.size()));
        }
        var times = new long[ROUNDS];
        var worked = new long[ROUNDS];
        var thread = java.lang.management.ManagementFactory.getThreadMXBean();
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            long workedBefore = thread.getCurrentThreadCpuTime();
            found += asking.ask(texts.get(i % texts.size()));
            worked[i] = thread.getCurrentThreadCpuTime() - workedBefore;
            times[i] = System.nanoTime() - before;
        }
        Arrays.sort(times);
        Arrays.sort(worked);
        System.out.printf(
                "%-16s p50 %.3f ms, p99 %.3f ms, longest %.3f ms; of the processor p99 %.3f ms, longest %.3f ms"
                        + " (%,d answers)%n",
                what,
                times[ROUNDS / 2] / 1e6,
                times[(int) (ROUNDS * 0.99)] / 1e6,
                times[ROUNDS - 1] / 1e6,
                worked[(int) (ROUNDS * 0.99)] / 1e6,
                worked[ROUNDS - 1] / 1e6,
                found);
    }

    /// What stands in the box after each letter of some titles and headings.
    private static List<String> typed(List<IndexedDocument> all) {
        var random = new Random(3);
        var typed = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            String title = all.get(random.nextInt(all.size())).title();
            for (int end = 1; end <= Math.min(20, title.length()); end++) {
                typed.add(title.substring(0, end));
            }
        }
        return typed;
    }

    private static List<String> misspelled(List<IndexedDocument> all) {
        var random = new Random(4);
        var words = new ArrayList<String>();
        while (words.size() < 200) {
            String title = all.get(random.nextInt(all.size())).title();
            for (String word : title.split(" ")) {
                if (word.length() > 6) {
                    words.add(word.substring(0, 3) + word.charAt(4) + word.charAt(3) + word.substring(5) + "q");
                }
            }
        }
        return words;
    }

    private static List<NamedThing> things(List<IndexedDocument> all) {
        var things = new ArrayList<NamedThing>();
        for (int i = 0; i < THINGS; i++) {
            things.add(new NamedThing(
                    List.of("network", "governing-document", "provision", "activity")
                            .get(i % 4),
                    "ting-" + i,
                    all.get(i % all.size()).title() + " " + i,
                    List.of(),
                    "",
                    i % 50));
        }
        return things;
    }
}
