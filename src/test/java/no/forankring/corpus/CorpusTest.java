package no.forankring.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.Tika;
import org.apache.tika.exception.TikaException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `-Dgolden=update` rewrites the documents from their sources.
class CorpusTest {

    private static final Path CORPUS = Path.of("corpus");
    private static final Tika TIKA = new Tika();
    private static final Map<String, String> READ = new HashMap<>();
    private static final Path SOURCES = CORPUS.resolve("source");

    @BeforeAll
    static void updateWhenAsked() throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            CorpusBuilder.build(SOURCES, CORPUS);
        }
    }

    static List<CorpusSource> sources() throws IOException {
        return CorpusBuilder.read(SOURCES);
    }

    static Stream<String> fileNames() throws IOException {
        return sources().stream().map(CorpusSource::fileName);
    }

    @Test
    void everyDocumentIsBuiltFromItsSourceByteForByte(@TempDir Path built) throws IOException {
        CorpusBuilder.build(SOURCES, built);

        for (String name : fileNames().toList()) {
            assertThat(built.resolve(name))
                    .as("%s differs from its source; rebuild it with mvn test -Dtest=CorpusTest -Dgolden=update", name)
                    .hasSameBinaryContentAs(CORPUS.resolve(name));
        }
    }

    @Test
    void theFolderHoldsNothingButTheDocuments() throws IOException {
        try (var files = Files.list(CORPUS)) {
            Set<String> names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(names).isEqualTo(fileNames().collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void everyFormatAndBothLanguagesArePresent() throws IOException {
        assertThat(sources()).extracting(CorpusSource::format).contains("pdf", "docx", "odt", "html", "txt", "eml");
        assertThat(sources()).extracting(source -> source.get("language")).contains("nb", "nn");
        assertThat(sources()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theDocumentReadsAsItsSource(CorpusSource source) throws IOException, TikaException {
        String read = read(source.fileName());
        String squeezed = squeezed(source.format().equals("pdf") ? read.replace(source.get("header"), "") : read);

        for (String expected : words(source)) {
            assertThat(squeezed).contains(squeezed(CorpusSource.plain(expected)));
        }
    }

    @Test
    void onePdfPartsWordsAtTheEndOfLines() throws IOException, TikaException {
        String read = read("mandat-fagnettverk-lindrende-behandling-2021.pdf");

        assertThat(read).containsPattern("\\p{L}{3,}-\\s*\\R\\s*\\p{Ll}{4,}");
    }

    @ParameterizedTest
    @MethodSource("fileNames")
    void noPersonCanBeWrittenToOrCalled(String fileName) throws IOException, TikaException {
        String read = read(fileName);

        assertThat(read.replaceAll("[\\w.]+@[\\w.]+\\.example", ""))
                .doesNotContain("@")
                .doesNotContainPattern("(?i)tlf|telefon");
    }

    private static String read(String fileName) throws IOException, TikaException {
        String read = READ.get(fileName);
        if (read == null) {
            read = TIKA.parseToString(CORPUS.resolve(fileName));
            READ.put(fileName, read);
        }
        return read;
    }

    private static List<String> words(CorpusSource source) {
        return source.blocks().stream()
                .flatMap(block -> switch (block) {
                    case CorpusSource.Block.Heading heading -> Stream.of(heading.text());
                    case CorpusSource.Block.Paragraph paragraph -> Stream.of(paragraph.text());
                    case CorpusSource.Block.Items items -> items.items().stream();
                    case CorpusSource.Block.Table table ->
                        table.rows().stream().flatMap(row -> row.stream().map(CorpusSource.Cell::text));
                    case CorpusSource.Block.PageBreak pageBreak -> Stream.empty();
                })
                .toList();
    }

    /// Letters and digits alone: where lines and pages break is each format's own.
    private static String squeezed(String text) {
        return text.replaceAll("Side \\d+ av \\d+", "").replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
