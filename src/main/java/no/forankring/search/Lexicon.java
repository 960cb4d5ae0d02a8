package no.forankring.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Our own word lists: which words are the same in bokmål and nynorsk, and which words compounds are made of.
///
/// `same-words.txt` and `compound-words.txt` beside this class; each says in its head how to add a line. A change to
/// them changes what is indexed, so raise [LucenePassageSearch#FORMAT] with it.
final class Lexicon {

    /// Shorter words have no parts.
    static final int SHORTEST_COMPOUND = 6;
    private static final int MOST_PARTS = 4;
    private static final int BEGINNINGS = 1 << 15;

    private final Map<String, String> canonical = new HashMap<>();
    private final Map<String, String> canonicalFolded = new HashMap<>();
    private final Map<String, List<String>> neighbours = new HashMap<>();
    private final List<Respelling> respellings = new ArrayList<>();
    private final Set<String> partWords = new HashSet<>();
    private final Set<String> partStems = new HashSet<>();
    private final Map<String, List<String>> spelledParts = new HashMap<>();
    private final Set<String> wholeStems = new HashSet<>();
    /// The first three letters of nynorsk pieces, each three as one bit; most words have none of them.
    private final BitSet beginnings = new BitSet(BEGINNINGS);
    private int longestPart;

    private record Respelling(String nynorsk, String bokmal) {}

    static Lexicon load() {
        var lexicon = new Lexicon();
        List<String> pairs = lines("same-words.txt");
        for (String line : pairs) {
            if (isPiece(line)) {
                String[] sides = line.substring(1).split("=", 2);
                String nynorsk = sides[1].strip();
                lexicon.respellings.add(new Respelling(nynorsk, sides[0].strip()));
                lexicon.beginnings.set(beginning(nynorsk, 0));
            }
        }
        for (String line : pairs) {
            if (!isPiece(line) && line.indexOf('=') > 0) {
                lexicon.same(line.split("="));
            }
        }
        for (String line : pairs) {
            if (line.indexOf('~') > 0) {
                lexicon.neighbours(line.split("~"));
            }
        }
        for (String line : lines("compound-words.txt")) {
            boolean whole = line.startsWith("!");
            String word = lexicon.respelled(whole ? line.substring(1) : line);
            if (whole) {
                lexicon.wholeStems.add(Stemmer.stem(word));
            } else {
                lexicon.partWords.add(word);
                String stem = Stemmer.stem(word);
                lexicon.partStems.add(stem);
                lexicon.spelledParts
                        .computeIfAbsent(lexicon.canonical(stem), none -> new ArrayList<>())
                        .add(stem);
                lexicon.longestPart = Math.max(lexicon.longestPart, word.length());
            }
        }
        return lexicon;
    }

    private static boolean isPiece(String line) {
        return line.startsWith("*") || line.startsWith("%");
    }

    private void same(String[] words) {
        String first = Stemmer.stem(respelled(words[0].strip()));
        for (int i = 1; i < words.length; i++) {
            String word = respelled(words[i].strip());
            canonical.put(Stemmer.stem(word), first);
            canonicalFolded.put(
                    Stemmer.stem(WordForms.fold(word)), Stemmer.stem(WordForms.fold(respelled(words[0].strip()))));
        }
    }

    private void neighbours(String[] words) {
        List<String> stems = java.util.Arrays.stream(words)
                .map(word -> canonical(Stemmer.stem(respelled(word.strip()))))
                .toList();
        for (String stem : stems) {
            neighbours.put(
                    stem, stems.stream().filter(other -> !other.equals(stem)).toList());
        }
    }

    /// The stems that one also finds who looks for this one; most often none.
    List<String> neighbours(String stem) {
        return neighbours.getOrDefault(stem, List.of());
    }

    /// The stem that stands for all words of the same meaning.
    String canonical(String stem) {
        return canonical.getOrDefault(stem, stem);
    }

    String canonicalFolded(String foldedStem) {
        return canonicalFolded.getOrDefault(foldedStem, foldedStem);
    }

    /// The word with nynorsk pieces, also inside compounds, written as in bokmål.
    String respelled(String word) {
        if (!mayHoldPiece(word)) {
            return word;
        }
        String result = word;
        for (Respelling respelling : respellings) {
            if (result.contains(respelling.nynorsk)) {
                result = result.replace(respelling.nynorsk, respelling.bokmal);
            }
        }
        return result;
    }

    /// The letters of which one stands in every word, as [#respelled], that has the part.
    List<String> spelledParts(String part) {
        return spelledParts.getOrDefault(part, List.of());
    }

    private boolean mayHoldPiece(String word) {
        for (int i = 0; i + 2 < word.length(); i++) {
            if (beginnings.get(beginning(word, i))) {
                return true;
            }
        }
        return false;
    }

    private static int beginning(String word, int at) {
        return ((word.charAt(at) * 31 + word.charAt(at + 1)) * 31 + word.charAt(at + 2)) % BEGINNINGS;
    }

    /// The stems of the parts of a compound; empty for a word that is none, or that we do not know how to part.
    List<String> parts(String exact) {
        return exact.length() < SHORTEST_COMPOUND ? List.of() : partsOfRespelled(respelled(exact));
    }

    /// The same of a word that was respelled already.
    List<String> partsOfRespelled(String word) {
        if (word.length() < SHORTEST_COMPOUND) {
            return List.of();
        }
        String stem = Stemmer.stem(word);
        if (partStems.contains(stem) || wholeStems.contains(stem)) {
            return List.of();
        }
        for (int most = 2; most <= MOST_PARTS; most++) {
            var parts = new ArrayList<String>();
            if (split(word, 0, most, parts)) {
                return parts.stream().map(part -> canonical(Stemmer.stem(part))).toList();
            }
        }
        return List.of();
    }

    /// Fills `parts` with the words that cover `word` from `from` on, the longest first part first.
    private boolean split(String word, int from, int most, List<String> parts) {
        String rest = word.substring(from);
        if (from > 0 && partStems.contains(Stemmer.stem(rest))) {
            parts.add(rest);
            return true;
        }
        if (most == 1) {
            return false;
        }
        for (int end = Math.min(word.length() - 3, from + longestPart); end >= from + 3; end--) {
            String part = word.substring(from, end);
            if (!partWords.contains(part)) {
                continue;
            }
            parts.add(part);
            // Norwegian joins with s or e, or with nothing: omsorgs-, barne-, pleie-.
            boolean linked = word.charAt(end) == 's' || word.charAt(end) == 'e';
            if (split(word, end, most - 1, parts) || (linked && split(word, end + 1, most - 1, parts))) {
                return true;
            }
            parts.removeLast();
        }
        return false;
    }

    static List<String> lines(String resource) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Lexicon.class.getResourceAsStream(resource),
                        () -> "The file " + resource + " is missing from the program; build it again"),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
