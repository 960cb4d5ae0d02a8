package no.forankring.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The long one-word names in all their written forms, found also with one or two typing errors.
///
/// An error leaves the first seven letters or the last seven as they are, so a word is compared only with those that
/// share one of the two. Filled once, then only read.
final class LongWords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 80;
    private static final int EDGE = 7;
    private static final int LETTER_BITS = 9;
    /// An edge that more words share says too little.
    private static final int MOST = 200;

    private record Word(String letters, List<Option> options) {}

    private final Map<String, Word> words = new HashMap<>();
    private final List<List<Word>> sharing = new ArrayList<>();

    /// Open addressing, at most half full: an edge and the place of its words in `sharing`, plus one.
    private long[] edges = new long[1 << 10];

    private int[] places = new int[1 << 10];

    void add(String letters, Option option) {
        if (letters.length() < SHORTEST) {
            return;
        }
        Word word = words.get(letters);
        if (word == null) {
            word = new Word(letters, new ArrayList<>());
            words.put(letters, word);
            char[] all = letters.toCharArray();
            sharing(packed(all, 0, EDGE)).add(word);
            sharing(~packed(all, all.length - EDGE, all.length)).add(word);
        }
        if (word.options.stream().noneMatch(known -> known.id().equals(option.id()))) {
            word.options.add(option);
        }
    }

    /// What the word names that is written nearly like the token; empty when there is none.
    List<Option> near(Tokens tokens, int token) {
        int length = tokens.foldedLength(token);
        if (length < SHORTEST || length > LONGEST) {
            return List.of();
        }
        int allowed = length >= 18 ? 2 : 1;
        List<Option> found = nearest(tokens.packed(token, 0, EDGE), tokens, token, allowed);
        return found.isEmpty() ? nearest(~tokens.packed(token, length - EDGE, length), tokens, token, allowed) : found;
    }

    private List<Option> nearest(long edge, Tokens tokens, int token, int allowed) {
        int place = places[slot(edge)] - 1;
        if (place < 0) {
            return List.of();
        }
        List<Word> candidates = sharing.get(place);
        if (candidates.size() > MOST) {
            return List.of();
        }
        int length = tokens.foldedLength(token);
        char last = tokens.foldedChar(token, length - 1);
        char before = tokens.foldedChar(token, length - 2);
        for (int i = 0; i < candidates.size(); i++) {
            Word word = candidates.get(i);
            int letters = word.letters.length();
            // "folkehelsemeldinger" is a plural, not a typing error: the ending must be the name's own.
            if (Math.abs(letters - length) <= allowed
                    && word.letters.charAt(letters - 1) == last
                    && word.letters.charAt(letters - 2) == before
                    && Spelling.within(word.letters, tokens, token, allowed)) {
                return word.options;
            }
        }
        tokens.looked(candidates.size());
        return List.of();
    }

    /// Up to seven letters as one number.
    static long packed(char[] letters, int from, int to) {
        long packed = 0;
        for (int i = from; i < to; i++) {
            packed = packed << LETTER_BITS ^ letters[i];
        }
        return packed;
    }

    private List<Word> sharing(long edge) {
        int slot = slot(edge);
        if (places[slot] == 0) {
            sharing.add(new ArrayList<>(2));
            if (sharing.size() * 2 > edges.length) {
                grow();
                slot = slot(edge);
            }
            edges[slot] = edge;
            places[slot] = sharing.size();
        }
        return sharing.get(places[slot] - 1);
    }

    private void grow() {
        long[] oldEdges = edges;
        int[] oldPlaces = places;
        edges = new long[oldEdges.length * 2];
        places = new int[oldEdges.length * 2];
        for (int i = 0; i < oldEdges.length; i++) {
            if (oldPlaces[i] != 0) {
                int slot = slot(oldEdges[i]);
                edges[slot] = oldEdges[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    /// Where the edge stands or may be put.
    private int slot(long edge) {
        int mask = edges.length - 1;
        int slot = (int) (edge * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (places[slot] != 0 && edges[slot] != edge) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
