package no.forankring.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import no.forankring.cli.FolderSources;
import no.forankring.cli.OpenHome;
import no.forankring.document.ParseLimits;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;

/// Documents per second of a whole ingest (journal and index included) beside Tika alone, in one run on the same
/// files and threads, in alternation.
///
/// Arguments: a folder of documents, or a number of documents to generate (default 400); then the number of rounds
/// (default 3).
public final class IngestBenchmark {

    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private IngestBenchmark() {}

    public static void main(String[] args) throws Exception {
        String what = args.length > 0 ? args[0] : "400";
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path work = Files.createTempDirectory("forankring-benchmark");
        List<Path> files = what.matches("\\d+")
                ? GeneratedDocuments.write(work.resolve("documents"), Integer.parseInt(what), 42)
                : filesUnder(Path.of(what));
        Path folder = what.matches("\\d+") ? work.resolve("documents") : Path.of(what);
        System.out.printf(
                Locale.ROOT,
                "%d files, %d threads, heap %d MB, Java %s, %s%n",
                files.size(),
                THREADS,
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.version(),
                System.getProperty("os.name"));
        tika(files.subList(0, Math.min(files.size(), 100)));
        var ratios = new ArrayList<Double>();
        for (int round = 1; round <= rounds; round++) {
            double tika = files.size() / tika(files);
            double ingest = files.size() / ingest(folder, work.resolve("home-" + round));
            ratios.add(ingest / tika);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: Tika alone %.1f documents/s, ingest %.1f documents/s, ratio %.2f, heap in use %d MB%n",
                    round,
                    tika,
                    ingest,
                    ingest / tika,
                    usedHeap());
        }
        ratios.sort(Double::compare);
        System.out.printf(
                Locale.ROOT,
                "median ratio %.2f (from %.2f to %.2f); aim 0.70%n",
                ratios.get(ratios.size() / 2),
                ratios.getFirst(),
                ratios.getLast());
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static double tika(List<Path> files) throws Exception {
        var parser = new AutoDetectParser();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (Path file : files) {
                tasks.add(() -> {
                    var handler = new BodyContentHandler(-1);
                    try (InputStream in = TikaInputStream.get(file)) {
                        parser.parse(in, handler, new Metadata(), new ParseContext());
                    } catch (Exception e) {
                        return 0;
                    }
                    return handler.toString().length();
                });
            }
            for (var task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double ingest(Path folder, Path home) throws Exception {
        try (OpenHome open = OpenHome.open(home, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC())) {
            var sources = FolderSources.under(List.of(folder));
            long start = System.nanoTime();
            String id = open.ingest().submit("benchmark", "benchmark", sources);
            Job job = open.ingest().job(id).orElseThrow();
            while (job.finished().isEmpty()) {
                Thread.sleep(Duration.ofMillis(50));
                job = open.ingest().job(id).orElseThrow();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long failed = job.files().stream()
                    .filter(file -> file.outcome().orElseThrow() instanceof FileOutcome.Failed)
                    .count();
            if (failed > 0) {
                System.out.printf("%d files were not read%n", failed);
            }
            return seconds;
        }
    }

    private static long usedHeap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
