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
import java.util.TreeSet;
import java.util.function.Function;
import no.forankring.citation.Evaluation;
import no.forankring.citation.Evaluation.Gold;
import no.forankring.citation.Evaluation.Lookalike;
import no.forankring.citation.LinkedTable;
import no.forankring.citation.MarkedText;
import no.forankring.citation.TabSeparated;
import no.forankring.extraction.ExtractedTable;
import no.forankring.extraction.GoldRelation;
import no.forankring.extraction.GoldThing;
import no.forankring.register.Register;
import org.jspecify.annotations.Nullable;

/// A folder of texts that people have marked. What is cited stands in marked `.txt` files, or beside plain ones in
/// `mentions.tsv` and, if there are any look-alikes, `negatives.tsv`; networks, activities and the like, and what is
/// said of them, in `entities.tsv` and `relations.tsv`. `sets.tsv` tells of each plain file what set it belongs to.
final class GoldFolder {

    private static final String MENTIONS = "mentions.tsv";
    private static final String LOOKALIKES = "negatives.tsv";
    private static final String LINKED = "linked.tsv";
    private static final String THINGS = "entities.tsv";
    private static final String RELATIONS = "relations.tsv";
    private static final String SETS = "sets.tsv";
    private static final String EXTRACTED = "extracted.tsv";

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

    /// Whether something is marked as cited: the folder has `mentions.tsv`, or no tables at all.
    boolean hasMentions() {
        return hasTable() || !hasThings();
    }

    /// Whether networks, activities and the like are marked, or what is said of them.
    boolean hasThings() {
        return Files.exists(folder.resolve(THINGS)) || Files.exists(folder.resolve(RELATIONS));
    }

    List<GoldThing> things() throws IOException {
        return rows(THINGS, GoldThing::read);
    }

    List<GoldRelation> relations() throws IOException {
        return rows(RELATIONS, GoldRelation::read);
    }

    /// What `sets.tsv` tells of each file, by its name; empty without that table.
    Map<String, Map<String, String>> sets() throws IOException {
        var sets = new LinkedHashMap<String, Map<String, String>>();
        for (Map<String, String> row : rows(SETS, TabSeparated::rows)) {
            sets.put(TabSeparated.fileName(TabSeparated.cell(row, "file")), Map.copyOf(row));
        }
        return sets;
    }

    /// The plain texts that the tables of things speak of, by name.
    ///
    /// @throws IOException when one is missing; the message says where it should lie
    Map<String, String> plainTexts() throws IOException {
        var names = new TreeSet<String>();
        things().forEach(thing -> names.add(thing.file()));
        relations().forEach(relation -> names.add(relation.file()));
        names.addAll(sets().keySet());
        var texts = new LinkedHashMap<String, String>();
        for (Map.Entry<String, Path> path : paths(List.copyOf(names)).entrySet()) {
            texts.put(path.getKey(), PlainTextFile.read(path.getValue()));
        }
        return texts;
    }

    /// What the last measured run took out, `extracted.tsv`; empty when there is none.
    Optional<ExtractedTable> extracted() throws IOException {
        Path file = folder.resolve(EXTRACTED);
        return Files.exists(file) ? Optional.of(ExtractedTable.parse(PlainTextFile.read(file))) : Optional.empty();
    }

    /// Writes `extracted.tsv`, but only beside `sets.tsv`: other folders are not ours to write in.
    void renewExtracted(ExtractedTable table) throws IOException {
        if (Files.exists(folder.resolve(SETS))) {
            Files.writeString(folder.resolve(EXTRACTED), table.text());
        }
    }

    private <T> List<T> rows(String table, Function<String, List<T>> reader) throws IOException {
        Path file = folder.resolve(table);
        try {
            return Files.exists(file) ? reader.apply(PlainTextFile.read(file)) : List.of();
        } catch (NumberFormatException e) {
            throw unfit(file, e);
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
            throw new IOException(
                    "%s har verken %s, %s eller merkede tekster (.txt).".formatted(folder, MENTIONS, THINGS));
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
                "%s har ingen rader som kan leses. Den skal være skilt med tabulator, med minst kolonnene file, start og end i første linje."
                        .formatted(file),
                cause);
    }
}
