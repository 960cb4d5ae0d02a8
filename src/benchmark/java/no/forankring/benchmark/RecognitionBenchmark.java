package no.forankring.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.citation.CitationRecognizer;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.register.Register;
import no.forankring.testing.GeneratedRegister;

/// How fast the recognizer reads on one thread, beside one regular expression with the same names and forms, and how
/// the time grows with the text and with the register.
///
/// Arguments: a folder of UTF-8 text (`.txt`, `.md`, or `.xml`, whose marks are left out), or none for generated text;
/// then the number of rounds (default 7, after three to warm up). Rates count the processor time of the thread, so that
/// other programs disturb them little; the time on the clock stands beside.
public final class RecognitionBenchmark {

    private static final int MOST_BYTES = 16_000_000;
    private static final int UNION_BYTES = 400_000;
    private static final int WARM_UP = 3;
    private static final int LARGE = 50_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Pattern MARK = Pattern.compile("<[^>]*>");

    /// Something that reads all texts and says how much it found.
    private interface Reader {
        long read(List<DocumentText> texts);
    }

    /// Seconds of each round: of the processor and on the clock.
    private record Times(double[] processor, double[] clock, long found) {
        double median() {
            return median(processor);
        }

        static double median(double[] seconds) {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        double least() {
            return Arrays.stream(processor).min().orElseThrow();
        }

        double most() {
            return Arrays.stream(processor).max().orElseThrow();
        }
    }

    private final int rounds;
    private final List<DocumentText> texts;
    private final CitationRecognizer recognizer = new CitationRecognizer(Register.builtIn());

    private RecognitionBenchmark(List<DocumentText> texts, int rounds) {
        this.texts = texts;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        List<String> strings = args.length > 0 ? read(Path.of(args[0])) : GeneratedDocuments.texts(1_500, 7);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        System.out.printf(
                Locale.ROOT,
                "Java %s, %s, one thread, %d rounds after %d to warm up%n",
                Runtime.version(),
                System.getProperty("os.name"),
                rounds,
                WARM_UP);
        List<DocumentText> texts = strings.stream().map(Documents::plainText).toList();
        documents(texts, rounds);
        var benchmark = new RecognitionBenchmark(texts, rounds);
        benchmark.speed();
        benchmark.registerGrowth();
        benchmark.textGrowth();
    }

    // ---- what is measured ----

    private static void documents(List<DocumentText> texts, int rounds) {
        Times times = measure(
                texts,
                Math.max(1, rounds / 2),
                list -> list.stream()
                        .mapToLong(text ->
                                Documents.plainText(text.text()).passages().size())
                        .sum());
        print("cutting into passages (no part of recognition)", texts, times, "passages");
    }

    private void speed() {
        Times alone = measure(texts, rounds, this::recognize);
        print("recognizer", texts, alone, "mentions");
        List<DocumentText> beginning = beginning(texts, UNION_BYTES);
        var union = new PatternUnion(Register.builtIn());
        Times patterns = measure(
                beginning,
                Math.max(3, rounds / 2),
                list -> list.stream().mapToLong(text -> union.find(text.text())).sum());
        System.out.printf(
                Locale.ROOT,
                "The union is too slow for the whole text and reads the first %.2f MB of it, with %d names.%n",
                bytes(beginning) / 1e6,
                union.names());
        print("union of regular expressions", beginning, patterns, "places");
        Times same = measure(beginning, rounds * 3, this::recognize);
        print("recognizer on the same beginning", beginning, same, "mentions");
        System.out.printf(Locale.ROOT, "recognizer / union: %.0f times; aim 20%n%n", patterns.median() / same.median());
    }

    private void registerGrowth() {
        List<DocumentText> part = beginning(texts, MOST_BYTES / 4);
        Register real = Register.builtIn();
        Register grown = GeneratedRegister.with(real, LARGE, 17);
        var large = new CitationRecognizer(grown);
        Reader reader = list -> {
            long found = 0;
            for (DocumentText text : list) {
                found += large.recognize(text).size();
            }
            return found;
        };
        // In alternation, so that both see the same machine.
        var ratios = new double[rounds];
        measure(part, 1, reader);
        measure(part, 1, this::recognize);
        for (int round = 0; round < rounds; round++) {
            double few = measureOnce(part, this::recognize)[0];
            double many = measureOnce(part, reader)[0];
            ratios[round] = many / few;
        }
        System.out.printf(
                Locale.ROOT,
                "register of %d rows against %d: %.2f times the time (from %.2f to %.2f); aim below 1.5%n%n",
                grown.all().size(),
                real.all().size(),
                Times.median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
    }

    private void textGrowth() {
        var once = new StringBuilder();
        for (DocumentText text : beginning(texts, 1_000_000)) {
            once.append(text.text()).append("\n\n");
        }
        double first = 0;
        for (int times = 1; times <= 8; times *= 2) {
            List<DocumentText> one = List.of(Documents.plainText(once.toString().repeat(times)));
            double seconds = measure(one, rounds, this::recognize).median();
            first = times == 1 ? seconds : first;
            System.out.printf(
                    Locale.ROOT,
                    "one text of %5.2f MB, %d times the first: %6.1f ms, %.2f times the time%n",
                    bytes(one) / 1e6,
                    times,
                    seconds * 1e3,
                    seconds / first);
        }
    }

    private long recognize(List<DocumentText> list) {
        long found = 0;
        for (DocumentText text : list) {
            found += recognizer.recognize(text).size();
        }
        return found;
    }

    // ---- measuring ----

    private static Times measure(List<DocumentText> texts, int rounds, Reader reader) {
        var processor = new double[rounds];
        var clock = new double[rounds];
        long found = 0;
        for (int round = -WARM_UP; round < rounds; round++) {
            double[] seconds = measureOnce(texts, reader);
            if (round >= 0) {
                processor[round] = seconds[0];
                clock[round] = seconds[1];
                found = (long) seconds[2];
            }
        }
        return new Times(processor, clock, found);
    }

    private static double[] measureOnce(List<DocumentText> texts, Reader reader) {
        long clock = System.nanoTime();
        long processor = THREADS.getCurrentThreadCpuTime();
        long found = reader.read(texts);
        double used = (THREADS.getCurrentThreadCpuTime() - processor) / 1e9;
        return new double[] {used, (System.nanoTime() - clock) / 1e9, found};
    }

    private static void print(String what, List<DocumentText> texts, Times times, String found) {
        double megabytes = bytes(texts) / 1e6;
        double characters =
                texts.stream().mapToLong(text -> text.text().length()).sum() / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f MB/s (from %.2f to %.2f), %.2f million characters/s; %.2f MB/s on the clock; "
                        + "%d %s in %.2f MB%n",
                what,
                megabytes / times.median(),
                megabytes / times.most(),
                megabytes / times.least(),
                characters / times.median(),
                megabytes / Times.median(times.clock),
                times.found,
                found,
                megabytes);
    }

    // ---- texts ----

    private static long bytes(List<DocumentText> texts) {
        return texts.stream()
                .mapToLong(text -> text.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static List<DocumentText> beginning(List<DocumentText> texts, int most) {
        var part = new ArrayList<DocumentText>();
        int letters = 0;
        for (DocumentText text : texts) {
            if (letters >= most) {
                break;
            }
            int rest = Math.min(text.text().length(), most - letters);
            part.add(
                    rest == text.text().length()
                            ? text
                            : Documents.plainText(text.text().substring(0, rest)));
            letters += rest;
        }
        return part;
    }

    private static List<String> read(Path folder) throws IOException {
        var texts = new ArrayList<String>();
        long letters = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(RecognitionBenchmark::isText).sorted().toList()) {
                String text = Files.readString(file);
                if (file.toString().endsWith(".xml")) {
                    text = MARK.matcher(text).replaceAll(" ");
                }
                texts.add(text);
                letters += text.length();
                if (letters > MOST_BYTES) {
                    break;
                }
            }
        }
        if (texts.isEmpty()) {
            throw new IOException("No .txt, .md or .xml file lies under " + folder);
        }
        return texts;
    }

    private static boolean isText(Path path) {
        String name = path.toString();
        return Files.isRegularFile(path) && (name.endsWith(".txt") || name.endsWith(".md") || name.endsWith(".xml"));
    }
}
