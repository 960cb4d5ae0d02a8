package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.citation.Evaluation;
import no.forankring.citation.Evaluation.Gold;
import no.forankring.citation.Evaluation.Lookalike;
import no.forankring.citation.LinkedTable;
import no.forankring.citation.MarkedText;
import no.forankring.register.Register;
import org.jspecify.annotations.Nullable;

/// A folder of texts in which people have marked what is cited: marked `.txt` files, or plain ones with the marks in
/// `mentions.tsv` and, if there are any, the look-alikes in `negatives.tsv`.
final class GoldFolder {

    private static final String MENTIONS = "mentions.tsv";
    private static final String LOOKALIKES = "negatives.tsv";
    private static final String LINKED = "linked.tsv";

    private final Path folder;

    GoldFolder(Path folder) {
        this.folder = folder;
    }

    /// The texts, in order of their names or as the table has them.
    ///
    /// @throws IOException when something is missing or cannot be read; the message says what to do
    /// @throws IllegalArgumentException when a mark is broken; the message names file and line
    List<MarkedText> texts(Register register) throws IOException {
        return hasTable() ? textsOfTable() : markedTexts(register);
    }

    /// What the last measured run linked right: `linked.tsv` beside marked texts; empty when there is none.
    Optional<LinkedTable> linked() throws IOException {
        Path file = folder.resolve(LINKED);
        return Files.exists(file) ? Optional.of(LinkedTable.parse(PlainTextFile.read(file))) : Optional.empty();
    }

    /// Writes `linked.tsv`, but only beside marked texts: other folders are not ours to write in.
    void renewLinked(LinkedTable table) throws IOException {
        if (!hasTable()) {
            Files.writeString(folder.resolve(LINKED), table.text());
        }
    }

    private boolean hasTable() {
        return Files.exists(folder.resolve(MENTIONS));
    }

    private List<MarkedText> markedTexts(Register register) throws IOException {
        List<Path> files;
        try (var listed = Files.list(folder)) {
            files = listed.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new IOException("Finner ikke mappen %s.".formatted(folder), e);
        }
        if (files.isEmpty()) {
            throw new IOException("%s har verken %s eller merkede tekster (.txt).".formatted(folder, MENTIONS));
        }
        var texts = new ArrayList<MarkedText>();
        for (Path file : files) {
            texts.add(MarkedText.parse(file.getFileName().toString(), PlainTextFile.read(file), register));
        }
        return texts;
    }

    private List<MarkedText> textsOfTable() throws IOException {
        Path table = folder.resolve(MENTIONS);
        var byFile = new LinkedHashMap<String, List<Gold>>();
        try {
            for (Gold mention : Evaluation.readGold(PlainTextFile.read(table))) {
                byFile.computeIfAbsent(mention.file(), file -> new ArrayList<>())
                        .add(mention);
            }
        } catch (NumberFormatException e) {
            throw unfit(table, e);
        }
        if (byFile.isEmpty()) {
            throw unfit(table, null);
        }
        List<Lookalike> lookalikes = lookalikes();
        Map<String, Path> paths = paths(List.copyOf(byFile.keySet()));
        var texts = new ArrayList<MarkedText>();
        for (Map.Entry<String, Path> path : paths.entrySet()) {
            String file = path.getKey();
            texts.add(new MarkedText(
                    file,
                    PlainTextFile.read(path.getValue()),
                    Map.of(),
                    byFile.getOrDefault(file, List.of()),
                    lookalikes.stream()
                            .filter(words -> words.file().equals(file))
                            .toList()));
        }
        return texts;
    }

    private List<Lookalike> lookalikes() throws IOException {
        Path table = folder.resolve(LOOKALIKES);
        try {
            return Files.exists(table) ? Evaluation.readLookalikes(PlainTextFile.read(table)) : List.of();
        } catch (NumberFormatException e) {
            throw unfit(table, e);
        }
    }

    /// Where each text lies; one that is missing would make the figures wrong, so then nothing is measured.
    private Map<String, Path> paths(List<String> names) throws IOException {
        var paths = new LinkedHashMap<String, Path>();
        var missing = new ArrayList<String>();
        for (String name : names) {
            List.of(
                            folder.resolve(name),
                            folder.toAbsolutePath().resolveSibling("corpus").resolve(name))
                    .stream()
                    .map(Path::normalize)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresentOrElse(path -> paths.put(name, path), () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            throw new IOException("Finner ikke tekstene %s. Legg dem i %s eller i mappen corpus ved siden av."
                    .formatted(String.join(", ", missing), folder));
        }
        return paths;
    }

    static IOException unfit(Path file, @Nullable Exception cause) {
        return new IOException(
                "%s har ingen rader som kan leses. Den skal være skilt med tabulator, med minst kolonnene file, start, end, text og id i første linje."
                        .formatted(file),
                cause);
    }
}
