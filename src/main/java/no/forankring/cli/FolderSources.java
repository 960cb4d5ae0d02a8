package no.forankring.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.forankring.ingest.Source;

/// The files under the paths that a person named, as sources for an ingest.
public final class FolderSources {

    /// Beside the sample documents lie their sources and the quality corpus, which are no documents to take in.
    private static final Set<String> NOT_DOCUMENTS = Set.of("source", "quality", "activities", "README.md");

    private FolderSources() {}

    /// Every ordinary file under the paths, in order of path; hidden files and folders are left out.
    /// A file is known by its folder's name and its own (`corpus/mandat.pdf`), so that taking in the folder and
    /// taking in the file alone mean the same document.
    ///
    /// @throws NoSuchFileException when a path does not exist
    public static List<Source> under(List<Path> paths) throws IOException {
        var sources = new ArrayList<Source>();
        for (Path path : paths) {
            Path start = path.toAbsolutePath().normalize();
            if (!Files.exists(start)) {
                throw new NoSuchFileException(path.toString());
            }
            Path root = start.getParent() == null ? start : start.getParent();
            if (Files.isDirectory(start)) {
                for (Path file : filesUnder(start)) {
                    sources.add(source(root, file));
                }
            } else {
                Path folder = root.getParent() == null ? root : root.getParent();
                sources.add(source(folder, start));
            }
        }
        return sources;
    }

    /// The documents of the sample corpus.
    public static List<Source> ofCorpus(Path corpus) throws IOException {
        return under(List.of(corpus)).stream()
                .filter(source -> {
                    String[] parts = source.name().split("/");
                    return parts.length < 2 || !NOT_DOCUMENTS.contains(parts[1]);
                })
                .toList();
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(file -> !isHidden(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") && part.toString().length() > 1) {
                return true;
            }
        }
        return false;
    }

    private static Source source(Path root, Path file) {
        String name = root.relativize(file).toString().replace('\\', '/');
        return new Source(name, () -> Files.newInputStream(file));
    }
}
