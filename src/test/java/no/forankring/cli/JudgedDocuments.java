package no.forankring.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentKind;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Language;
import no.forankring.document.ParseLimits;
import no.forankring.document.Passage;
import no.forankring.document.PassageId;
import no.forankring.document.ReadOutcome;
import no.forankring.document.Span;
import no.forankring.search.IndexedDocument;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The documents that judged queries are asked of, read as an ingest reads them.
final class JudgedDocuments {

    private static final Path CORPUS = Path.of("corpus");
    /// Passages that are read of a regulation, so that the test stays short; laws are read whole.
    private static final int LONGEST_REGULATION = 40;

    private static final Pattern TITLE = Pattern.compile("(?m)^tittel: \"(.*)\"$");
    private static final Pattern MARK = Pattern.compile("⟦((?:[^¦⟧])*)(?:¦[^⟧]*)?⟧");

    private JudgedDocuments() {}

    /// The sample documents, and the texts of the two open sets that are not held out.
    static List<IndexedDocument> ofCorpus(Path home) throws IOException {
        var read = new ArrayList<IndexedDocument>();
        try (Documents documents = Documents.open(home, ParseLimits.DEFAULT)) {
            for (Path file : files(CORPUS)) {
                read.add(document(documents, file.getFileName().toString(), Files.readAllBytes(file)));
            }
            List<String> sets = Files.readAllLines(CORPUS.resolve("activities").resolve("sets.tsv"));
            for (Path file : files(CORPUS.resolve("activities"))) {
                String name = file.getFileName().toString();
                if (sets.stream().anyMatch(line -> line.startsWith(name + "\tdevelop\t"))) {
                    read.add(document(documents, name, Files.readAllBytes(file)));
                }
            }
            for (Path file : files(CORPUS.resolve("quality"))) {
                String marked = Files.readString(file);
                String head = marked.lines().findFirst().orElse("");
                if (head.startsWith("#!") && head.contains("set=develop")) {
                    String text = MARK.matcher(marked.substring(head.length())).replaceAll("$1");
                    read.add(document(documents, file.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return read;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(md|tsv)"))
                    .sorted()
                    .toList();
        }
    }

    private static IndexedDocument document(Documents documents, String fileName, byte[] bytes) throws IOException {
        var sha = documents.keep(new ByteArrayInputStream(bytes));
        return switch (documents.read(sha, fileName)) {
            case ReadOutcome.Read read -> indexed(fileName, read.text());
            case ReadOutcome.Unreadable unreadable -> throw new IOException(fileName + ": " + unreadable.message());
        };
    }

    private static IndexedDocument indexed(String fileName, DocumentText text) {
        String title = text.title().isBlank() ? fileName : text.title();
        Optional<LocalDate> date = text.date();
        return new IndexedDocument(
                id(fileName),
                "judged",
                title,
                fileName,
                DocumentKind.of(text.title(), fileName).code(),
                date.isPresent() ? OptionalInt.of(date.get().getYear()) : OptionalInt.empty(),
                text.language(),
                List.of(),
                text.passages());
    }

    /// Where the laws and central regulations in force are: `-Dforankring.laws=FILE`, else an archive of that name in
    /// `data/lovdata` of `../shared` or `../../shared`.
    static Optional<Path> laws() {
        return Stream.of(
                        System.getProperty("forankring.laws", ""),
                        "../shared/data/lovdata",
                        "../../shared/data/lovdata")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .flatMap(JudgedDocuments::archives)
                .findFirst();
    }

    private static Stream<Path> archives(Path path) {
        if (Files.isRegularFile(path)) {
            return Stream.of(path);
        }
        if (!Files.isDirectory(path)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files
                    .filter(file ->
                            file.getFileName().toString().matches("lover-og-sentrale-forskrifter-.*\\.tar\\.xz"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /// Reads the acts of an archive one after the other: the title from the head, then each part between blank lines.
    static void ofLaws(Path archive, Consumer<IndexedDocument> to) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                var unpacked = new XZCompressorInputStream(new BufferedInputStream(file));
                var tar = new TarArchiveInputStream(unpacked)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = Path.of(entry.getName()).getFileName().toString();
                if (entry.isFile() && name.endsWith(".md")) {
                    to.accept(act(name, new String(tar.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private static IndexedDocument act(String fileName, String markdown) {
        var titled = TITLE.matcher(markdown);
        String title = titled.find() ? titled.group(1) : fileName;
        var passages = new ArrayList<Passage>();
        List<String> path = List.of();
        int at = 0;
        for (String part : markdown.replaceFirst("(?s)^---.*?\n---", "").split("\n\\s*\n")) {
            if (passages.size() == LONGEST_REGULATION && !fileName.startsWith("lov")) {
                break;
            }
            String text = part.strip();
            boolean heading = text.startsWith("#");
            text = text.replaceFirst("^#+ *", "");
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
                    0,
                    Language.NOB,
                    List.of(),
                    List.of()));
            path = heading ? List.of(text) : path;
            at += text.length() + 1;
        }
        return new IndexedDocument(
                id(fileName),
                "judged",
                title,
                fileName,
                fileName.startsWith("lov") ? "lov" : "forskrift",
                OptionalInt.of(Integer.parseInt(fileName.replaceFirst("\\D+(\\d{4}).*", "$1"))),
                Language.NOB,
                List.of(),
                passages);
    }

    private static DocumentId id(String fileName) {
        return new DocumentId(
                fileName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""));
    }
}
