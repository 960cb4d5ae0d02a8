package no.forankring.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes every sample document from its source.
final class CorpusBuilder {

    private CorpusBuilder() {}

    /// Takes the folder of sources and the folder to write to; without arguments those of the repository.
    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments.length > 0 ? arguments[0] : "corpus/source");
        Path target = Path.of(arguments.length > 1 ? arguments[1] : "corpus");
        build(source, target);
    }

    /// Every document whose source lies in `sources`, by file name.
    static List<CorpusSource> read(Path sources) throws IOException {
        try (var files = Files.list(sources)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".md")
                            && !file.getFileName().toString().equals("README.md"))
                    .sorted()
                    .map(CorpusBuilder::parse)
                    .toList();
        }
    }

    static void build(Path sources, Path target) throws IOException {
        for (CorpusSource source : read(sources)) {
            Files.write(target.resolve(source.fileName()), bytes(source));
        }
    }

    static byte[] bytes(CorpusSource source) throws IOException {
        return switch (source.format()) {
            case "docx" -> PoiDocxWriter.write(source);
            case "odt" -> OdtWriter.write(source);
            case "pdf" -> PdfBoxWriter.write(source);
            case "html" -> HtmlWriter.write(source);
            case "txt" -> TextWriter.write(source);
            case "eml" -> MailWriter.write(source);
            default ->
                throw new IllegalArgumentException(
                        "A sample document is docx, odt, pdf, html, txt or eml, but got " + source.fileName());
        };
    }

    private static CorpusSource parse(Path file) {
        try {
            return CorpusSource.parse(Files.readString(file));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("Cannot read the source " + file + ": " + e.getMessage(), e);
        }
    }
}
