package no.forankring.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forankring.graph.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which things each change touched, so that the history of one thing need not read them all.
///
/// In memory, and in a file with a line for each change: number, time, who, why, counts, then the things. The file is
/// derived: a line that is torn is cut, and a file that tells of another journal is written anew.
final class ChangeIndex {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeIndex.class);
    private static final String NAME = "changes.tsv";
    private static final String END = ".";
    private static final int FIELDS = 6;

    /// One line.
    record Line(Change change, List<String> things) {}

    private final Path file;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, int[]> byThing = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    ChangeIndex(Path folder) {
        this.file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                load();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read or write %s. Check that the folder may be written to and that the disk has room."
                            .formatted(folder),
                    e);
        }
    }

    private void load() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int good = 0;
        int at = 0;
        while (at < bytes.length) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            Line line = end == bytes.length ? null : parse(new String(bytes, at, end - at, StandardCharsets.UTF_8));
            if (line == null || !lines.isEmpty() && line.change().number() <= last()) {
                break;
            }
            remember(line);
            at = end + 1;
            good = at;
        }
        if (good < bytes.length) {
            LOG.warn("The end of {} is torn, so it is cut after change {}.", file, last());
            Files.write(file, Arrays.copyOf(bytes, good));
        }
    }

    private static @org.jspecify.annotations.Nullable Line parse(String text) {
        String[] parts = text.split("\t", -1);
        if (parts.length <= FIELDS || !parts[parts.length - 1].equals(END)) {
            return null;
        }
        try {
            var change = new Change(
                    Long.parseLong(parts[0]),
                    Instant.parse(parts[1]),
                    read(parts[2]),
                    read(parts[3]),
                    Long.parseLong(parts[4]),
                    Long.parseLong(parts[5]));
            return new Line(change, Arrays.asList(parts).subList(FIELDS, parts.length - 1));
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String written(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String read(String text) {
        var read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                read.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                read.append(c);
            }
        }
        return read.toString();
    }

    /// The number of the newest change; 0 when there is none.
    synchronized long last() {
        return lines.isEmpty() ? 0 : lines.getLast().change().number();
    }

    synchronized boolean agreesWith(Change newest) {
        return lines.getLast().change().equals(newest);
    }

    /// Forgets everything, to be filled anew.
    synchronized void clear() {
        lines.clear();
        byThing.clear();
        known.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(List<Line> more) {
        var text = new StringBuilder();
        for (Line line : more) {
            remember(line);
            Change change = line.change();
            text.append(change.number())
                    .append('\t')
                    .append(change.at())
                    .append('\t')
                    .append(written(change.who()))
                    .append('\t')
                    .append(written(change.why()))
                    .append('\t')
                    .append(change.added())
                    .append('\t')
                    .append(change.deleted())
                    .append('\t');
            line.things().forEach(thing -> text.append(thing).append('\t'));
            text.append(END).append('\n');
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(Line line) {
        List<String> things = line.things().stream()
                .map(thing -> known.computeIfAbsent(thing, same -> same))
                .toList();
        int at = lines.size();
        lines.add(new Line(line.change(), things));
        for (String thing : things) {
            byThing.merge(thing, new int[] {at}, (some, one) -> {
                int[] all = Arrays.copyOf(some, some.length + 1);
                all[some.length] = at;
                return all;
            });
        }
    }

    /// The newest first.
    synchronized List<Line> all() {
        return List.copyOf(lines.reversed());
    }

    /// Of one thing, the newest first.
    synchronized List<Line> of(String thing) {
        int[] places = byThing.getOrDefault(thing, new int[0]);
        var found = new ArrayList<Line>();
        for (int i = places.length - 1; i >= 0; i--) {
            found.add(lines.get(places[i]));
        }
        return found;
    }

    /// Changes after a number that touched any of these things, the oldest first.
    synchronized List<Line> after(long number, java.util.Collection<String> things) {
        return things.stream()
                .flatMap(thing -> of(thing).stream())
                .filter(line -> line.change().number() > number)
                .distinct()
                .sorted(java.util.Comparator.comparingLong(line -> line.change().number()))
                .toList();
    }
}
