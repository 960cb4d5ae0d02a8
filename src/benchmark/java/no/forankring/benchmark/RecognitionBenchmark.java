package no.forankring.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.forankring.citation.CitationRecognizer;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.register.Register;

/// Megabytes of text per second and core that the recognizer reads.
///
/// Arguments: a folder of UTF-8 text files (law texts, say), or none for generated text; then the number of rounds
/// (default 5, after two to warm up).
public final class RecognitionBenchmark {

    private static final long MOST_BYTES = 30_000_000;

    private RecognitionBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<DocumentText> texts = args.length > 0 ? read(Path.of(args[0])) : generated();
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        long bytes = texts.stream()
                .mapToLong(text -> text.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        var recognizer = new CitationRecognizer(Register.builtIn());
        var rates = new ArrayList<Double>();
        for (int round = -2; round < rounds; round++) {
            long start = System.nanoTime();
            long mentions = 0;
            for (DocumentText text : texts) {
                mentions += recognizer.recognize(text).size();
            }
            double rate = bytes / 1e6 / ((System.nanoTime() - start) / 1e9);
            if (round >= 0) {
                rates.add(rate);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %.1f MB/s, %d mentions in %.1f MB%n",
                        round + 1,
                        rate,
                        mentions,
                        bytes / 1e6);
            }
        }
        rates.sort(Double::compare);
        System.out.printf(
                Locale.ROOT,
                "median %.1f MB/s on one core (from %.1f to %.1f); aim 20%n",
                rates.get(rates.size() / 2),
                rates.getFirst(),
                rates.getLast());
    }

    private static List<DocumentText> read(Path folder) throws Exception {
        var texts = new ArrayList<DocumentText>();
        long bytes = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String text = Files.readString(file);
                bytes += text.length();
                texts.add(Documents.plainText(text));
                if (bytes > MOST_BYTES) {
                    break;
                }
            }
        }
        return texts;
    }

    private static List<DocumentText> generated() throws Exception {
        Path folder = Files.createTempDirectory("forankring-benchmark");
        var texts = new ArrayList<DocumentText>();
        for (Path path : GeneratedDocuments.write(folder, 400, 7)) {
            if (path.toString().endsWith(".txt")) {
                texts.add(Documents.plainText(Files.readString(path)));
            }
        }
        return texts;
    }
}
