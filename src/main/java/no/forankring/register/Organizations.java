package no.forankring.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Bodies that texts name without saying what they are, with their other names and short forms.
///
/// Names are matched as written: a short form such as `KS` or `SOF` is told from a word by its capitals. Immutable;
/// safe
/// for many threads.
public final class Organizations {

    private static final String FILE = "ontology/organizations.tsv";

    private final SequencedMap<String, String> nameByWords;

    private Organizations(SequencedMap<String, String> nameByWords) {
        this.nameByWords = nameByWords;
    }

    /// Reads the list that is built into the program, `ontology/organizations.tsv`.
    ///
    /// @throws RegisterException when a line has no name, or two lines claim the same words; the message lists them
    public static Organizations builtIn() {
        return parse(ProgramFiles.text(FILE));
    }

    /// @throws RegisterException as [#builtIn()]
    static Organizations parse(String table) {
        var names = new LinkedHashMap<String, String>();
        var problems = new ArrayList<RegisterException.Problem>();
        int number = 0;
        for (String line : table.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            String name = columns[0].strip();
            if (name.isEmpty() || columns.length > 2) {
                problems.add(new RegisterException.Problem(
                        FILE, number, line, "has no name", "Write a name, a tab, and other names parted by |."));
                continue;
            }
            claim(names, name, name, number, problems);
            if (columns.length == 2) {
                for (String other : columns[1].split("\\|")) {
                    if (!other.isBlank()) {
                        claim(names, other.strip(), name, number, problems);
                    }
                }
            }
        }
        if (!problems.isEmpty()) {
            throw RegisterException.broken(problems);
        }
        return new Organizations(names);
    }

    private static void claim(
            Map<String, String> names, String words, String name, int line, List<RegisterException.Problem> problems) {
        String before = names.putIfAbsent(words, name);
        if (before != null) {
            problems.add(new RegisterException.Problem(
                    FILE, line, name, words + " means " + before + " already", "Keep it in one of the lines."));
        }
    }

    /// The name by which a body is known, for any of its names as written; empty for others.
    public Optional<String> find(String words) {
        return Optional.ofNullable(nameByWords.get(words));
    }

    /// All names and short forms, the longest first.
    public List<String> allWords() {
        return nameByWords.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
