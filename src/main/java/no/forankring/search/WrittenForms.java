package no.forankring.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a word is written in the other written form of Norwegian, by the list of [Lexicon].
final class WrittenForms {

    private static final WrittenForms LOADED = new WrittenForms(Lexicon.lines("same-words.txt"));

    private record Piece(String bokmal, String nynorsk) {}

    private final Map<String, List<String>> sameByWord = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();

    private WrittenForms(List<String> lines) {
        for (String line : lines) {
            // Sounds that differ by rule are never shown, and words that mean nearly the same are no other form.
            if (line.startsWith("%") || line.contains("~")) {
                continue;
            }
            List<String> sides = List.of(line.replaceFirst("^\\*", "").split("\\s*=\\s*"));
            if (line.startsWith("*")) {
                pieces.add(new Piece(sides.get(0).strip(), sides.get(1).strip()));
            } else {
                sides.forEach(side -> sameByWord.put(Stemmer.stem(side.strip()), sides));
            }
        }
    }

    static WrittenForms load() {
        return LOADED;
    }

    /// The other words that count as this one, in lower case; empty where both forms write the same.
    Set<String> others(String word) {
        var others = new LinkedHashSet<String>();
        List<String> same = sameByWord.getOrDefault(Stemmer.stem(word), List.of());
        others.addAll(same);
        if (others.isEmpty()) {
            for (Piece piece : pieces) {
                if (word.contains(piece.nynorsk())) {
                    others.add(word.replace(piece.nynorsk(), piece.bokmal()));
                    break;
                }
                if (word.contains(piece.bokmal())) {
                    others.add(word.replace(piece.bokmal(), piece.nynorsk()));
                    break;
                }
            }
        }
        String stem = Stemmer.stem(word);
        others.removeIf(other -> other.equals(word) || Stemmer.stem(other).equals(stem));
        return others;
    }
}
