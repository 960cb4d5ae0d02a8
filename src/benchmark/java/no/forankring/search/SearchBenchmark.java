package no.forankring.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import no.forankring.document.DocumentId;
import no.forankring.document.Language;
import no.forankring.document.Passage;
import no.forankring.document.PassageId;
import no.forankring.document.Span;

/// How fast documents are indexed and searched, beside a plain Lucene loop over the same passages.
public final class SearchBenchmark {

    private static final int ROUNDS = 3;
    private static final int SEARCHES_PER_ROUND = 200;

    private SearchBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<IndexedDocument> documents = documents(args);
        long passages = documents.stream().mapToLong(d -> d.passages().size()).sum();
        long bytes = documents.stream()
                .flatMap(d -> d.passages().stream())
                .mapToLong(p -> p.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        say(
                "%,d documents, %,d passages, %,d bytes of text; Java %s, %d processors, heap %,d MB",
                documents.size(),
                passages,
                bytes,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);

        Path folder = Files.createTempDirectory("forankring-benchmark");
        try (PassageSearch search = PassageSearch.open(folder.resolve("ours"));
                var plain = new PlainLucene(folder.resolve("plain"), new PlainLucene.Stemmed())) {
            long before = System.nanoTime();
            documents.forEach(search::put);
            search.commit(1);
            search.refresh();
            double ours = (System.nanoTime() - before) / 1e9;
            before = System.nanoTime();
            for (IndexedDocument document : documents) {
                plain.put(document);
            }
            plain.commit();
            double theirs = (System.nanoTime() - before) / 1e9;
            say(
                    "indexing: %,.0f passages/s (%.1f s), plain %,.0f passages/s (%.1f s), ratio %.2f",
                    passages / ours, ours, passages / theirs, theirs, theirs / ours);
            double same = indexed(documents, folder.resolve("same"));
            say(
                    "the same words in plain Lucene: %,.0f passages/s (%.1f s), ratio %.2f",
                    passages / same, same, same / ours);
            say(
                    "on disk: %,d MB, %.2f of the text; plain %,d MB, %.2f; the same words %,d MB, %.2f",
                    size(folder.resolve("ours")) >> 20,
                    size(folder.resolve("ours")) / (double) bytes,
                    size(folder.resolve("plain")) >> 20,
                    size(folder.resolve("plain")) / (double) bytes,
                    size(folder.resolve("same")) >> 20,
                    size(folder.resolve("same")) / (double) bytes);

            Map<String, List<String>> kinds = queries(documents);
            ToLongFunction<String> oursSearch = text ->
                    search.search(new SearchQuery(text, Map.of(), 1, 10)).total();
            kinds.forEach((kind, queries) -> compare(kind, queries, oursSearch, plain::search));
            List<String> mixed = kinds.values().stream().flatMap(List::stream).toList();
            for (int clients : new int[] {1, 2, 4}) {
                say(
                        "throughput, %d clients: %,.0f searches/s, plain %,.0f",
                        clients, throughput(mixed, oursSearch, clients), throughput(mixed, plain::search, clients));
            }
            before = System.nanoTime();
            List<String> findings = search.check();
            say("check: %.1f s, %d findings", (System.nanoTime() - before) / 1e9, findings.size());
        } finally {
            delete(folder);
        }
    }

    /// Seconds to index the documents' passages with the words that we index.
    private static double indexed(List<IndexedDocument> documents, Path folder) throws IOException {
        long before = System.nanoTime();
        try (var same = new PlainLucene(folder, new PlainLucene.Ours())) {
            for (IndexedDocument document : documents) {
                same.put(document);
            }
            same.commit();
            return (System.nanoTime() - before) / 1e9;
        }
    }

    /// The documents of the folder that is named first, or generated ones.
    static List<IndexedDocument> documents(String[] args) throws IOException {
        return args.length > 0 ? read(Path.of(args[0])) : generated(4_000, 75);
    }

    private static void compare(
            String kind, List<String> queries, ToLongFunction<String> ours, ToLongFunction<String> plain) {
        var oursTimes = new ArrayList<Long>();
        var plainTimes = new ArrayList<Long>();
        long matches = 0;
        long plainMatches = 0;
        // The first round warms up; then the two take turns.
        for (int round = 0; round <= ROUNDS; round++) {
            for (int i = 0; i < SEARCHES_PER_ROUND; i++) {
                String query = queries.get(i % queries.size());
                long start = System.nanoTime();
                matches += ours.applyAsLong(query);
                long between = System.nanoTime();
                plainMatches += plain.applyAsLong(query);
                long end = System.nanoTime();
                if (round > 0) {
                    oursTimes.add(between - start);
                    plainTimes.add(end - between);
                }
            }
        }
        say(
                "%-22s p50 %.2f ms, p99 %.2f ms; plain p50 %.2f ms, p99 %.2f ms; ratio p50 %.2f, p99 %.2f; %,d documents, %,d passages on average",
                kind,
                at(oursTimes, 0.5),
                at(oursTimes, 0.99),
                at(plainTimes, 0.5),
                at(plainTimes, 0.99),
                at(oursTimes, 0.5) / at(plainTimes, 0.5),
                at(oursTimes, 0.99) / at(plainTimes, 0.99),
                matches / ((ROUNDS + 1) * SEARCHES_PER_ROUND),
                plainMatches / ((ROUNDS + 1) * SEARCHES_PER_ROUND));
    }

    private static double at(List<Long> times, double part) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * part))] / 1e6;
    }

    private static double throughput(List<String> queries, ToLongFunction<String> search, int clients)
            throws Exception {
        int each = 1_000 / clients;
        var matches = new LongAdder();
        long before = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (int client = 0; client < clients; client++) {
                int offset = client * 37;
                running.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        matches.add(search.applyAsLong(queries.get((offset + i) % queries.size())));
                    }
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        if (matches.sum() == 0) {
            throw new IllegalStateException("Nothing was found, so nothing was measured");
        }
        return each * clients / ((System.nanoTime() - before) / 1e9);
    }

    /// Words of the documents themselves: common, middling and rare, alone, in pairs and as phrases.
    private static Map<String, List<String>> queries(List<IndexedDocument> documents) {
        var frequencies = new HashMap<String, Integer>();
        for (IndexedDocument document : documents) {
            for (Passage passage : document.passages()) {
                for (String word : words(passage.text())) {
                    frequencies.merge(word, 1, Integer::sum);
                }
            }
        }
        List<String> ranked = frequencies.entrySet().stream()
                .filter(entry -> entry.getKey().length() > 4)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        var random = new Random(7);
        var kinds = new java.util.LinkedHashMap<String, List<String>>();
        kinds.put("one common word", some(random, ranked.subList(0, Math.min(50, ranked.size())), 1));
        kinds.put("one middling word", some(random, ranked.subList(300, 3_000), 1));
        kinds.put("two middling words", some(random, ranked.subList(100, 1_000), 2));
        kinds.put("three common words", some(random, ranked.subList(0, 200), 3));
        var phrases = new ArrayList<String>();
        while (phrases.size() < 100) {
            IndexedDocument document = documents.get(random.nextInt(documents.size()));
            if (document.passages().isEmpty()) {
                continue;
            }
            Passage passage =
                    document.passages().get(random.nextInt(document.passages().size()));
            List<String> words = words(passage.text());
            if (words.size() > 6) {
                int from = random.nextInt(words.size() - 3);
                phrases.add("\"" + String.join(" ", words.subList(from, from + 3)) + "\"");
            }
        }
        kinds.put("phrase of three", phrases);
        return kinds;
    }

    private static List<String> some(Random random, List<String> words, int each) {
        var queries = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            var query = new ArrayList<String>();
            for (int j = 0; j < each; j++) {
                query.add(words.get(random.nextInt(words.size())));
            }
            queries.add(String.join(" ", query));
        }
        return queries;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<IndexedDocument> read(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(file ->
                            file.toString().endsWith(".md") || file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        var documents = new ArrayList<IndexedDocument>();
        for (Path file : files) {
            List<String> parts = Arrays.stream(Files.readString(file).split("\n\\s*\n"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty() && !part.startsWith("---"))
                    .toList();
            String title = parts.isEmpty() ? "" : parts.getFirst().replaceFirst("^#+ ", "");
            documents.add(document(documents.size(), title, parts));
        }
        return documents;
    }

    /// Documents of made-up words whose frequencies fall as those of a language do.
    static List<IndexedDocument> generated(int count, int passagesEach) {
        var random = new Random(1);
        String[] syllables =
                "ta ke ri so mel fan gru ste nik lo vær på ful hei dra sky må tru bin al ner kom".split(" ");
        var words = new ArrayList<String>();
        for (int i = 0; i < 40_000; i++) {
            var word = new StringBuilder();
            int length = 1 + random.nextInt(4) + (i > 200 ? 1 : 0);
            for (int j = 0; j < length; j++) {
                word.append(syllables[random.nextInt(syllables.length)]);
            }
            words.add(word.toString());
        }
        var documents = new ArrayList<IndexedDocument>();
        for (int d = 0; d < count; d++) {
            var parts = new ArrayList<String>();
            for (int p = 0; p < passagesEach; p++) {
                parts.add(
                        (p % 10 == 0 ? "# " : "") + sentence(random, words, p % 10 == 0 ? 4 : 15 + random.nextInt(60)));
            }
            documents.add(document(d, sentence(random, words, 6), parts));
        }
        return documents;
    }

    private static String sentence(Random random, List<String> words, int length) {
        var sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            double rank = Math.exp(random.nextDouble() * Math.log(words.size())) - 1;
            sentence.append(i == 0 ? "" : " ").append(words.get((int) rank));
        }
        return sentence.toString();
    }

    private static IndexedDocument document(int number, String title, List<String> parts) {
        var passages = new ArrayList<Passage>();
        int at = 0;
        List<String> path = List.of();
        for (String part : parts) {
            boolean heading = part.startsWith("#");
            String text = heading ? part.replaceFirst("^#+ *", "") : part;
            if (text.isEmpty()) {
                continue;
            }
            passages.add(new Passage(
                    new PassageId("p-%010x".formatted(passages.size())),
                    heading ? Passage.Kind.HEADING : Passage.Kind.PARAGRAPH,
                    new Span(at, at + text.length()),
                    text,
                    passages.size(),
                    heading ? List.of() : path,
                    heading ? 1 : 0,
                    1 + passages.size() / 20,
                    Language.NOB,
                    List.of(),
                    List.of()));
            if (heading) {
                path = List.of(text);
            }
            at += text.length() + 1;
        }
        return new IndexedDocument(
                new DocumentId("dokument-" + number),
                "benchmark",
                title,
                number + ".md",
                List.of("lov", "forskrift", "mandat", "referat").get(number % 4),
                OptionalInt.of(1990 + number % 36),
                number % 9 == 0 ? Language.NNO : Language.NOB,
                List.of("lov-" + number % 300, "lov-" + number % 17),
                passages);
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
