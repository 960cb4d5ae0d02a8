package no.forankring.citation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The words that matter: cues and the words of names, each with a number, found by any of their written forms.
///
/// One open hash table, so a look-up costs the same however many names the register holds. Filled once, then only read.
final class Lexicon {

    static final byte BASE = 0;
    static final byte DEFINITE = 1;
    static final byte GENITIVE = 2;
    static final byte PLURAL = 3;

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /// Stands for a letter that could not be decoded.
    static final char REPLACED = '\uFFFD';

    private static final int SEVERAL = -2;

    private int[] slots = new int[1 << 12];
    private String[] surfaces = new String[1 << 10];
    private long[] hashes = new long[1 << 10];
    private int[] words = new int[1 << 10];
    private byte[] forms = new byte[1 << 10];
    private int size;
    private int wordCount;
    private final Map<Long, Integer> lookalikes = new HashMap<>();
    private boolean building = true;

    Lexicon() {
        for (Cue cue : Cue.ALL) {
            for (String marked : cue.surfaces()) {
                switch (marked.charAt(0)) {
                    case '+' -> add(marked.substring(1), cue.ordinal(), DEFINITE);
                    case '\'' -> add(marked.substring(1), cue.ordinal(), GENITIVE);
                    case '*' -> add(marked.substring(1), cue.ordinal(), PLURAL);
                    default -> add(marked, cue.ordinal(), BASE);
                }
            }
        }
        wordCount = Cue.ALL.length;
    }

    /// The number of a folded word of a name; a new word brings its inflected forms along.
    int wordFor(String folded) {
        int entry = entry(folded.toCharArray(), 0, folded.length());
        if (entry >= 0) {
            return words[entry];
        }
        int word = wordCount++;
        for (String form : Inflection.formsOf(folded)) {
            byte mark = form.equals(folded) || form.length() < folded.length() ? BASE : DEFINITE;
            add(form, word, mark);
        }
        return word;
    }

    int wordCount() {
        return wordCount;
    }

    /// The entry of the word in `letters[from, to)`, or -1.
    int entry(char[] letters, int from, int to) {
        return entry(letters, from, to, hash(letters, from, to));
    }

    int entry(char[] letters, int from, int to, long hash) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (true) {
            int entry = slots[slot] - 1;
            if (entry < 0) {
                return -1;
            }
            if (hashes[entry] == hash && same(surfaces[entry], letters, from, to)) {
                return entry;
            }
            slot = (slot + 1) & mask;
        }
    }

    int word(int entry) {
        return words[entry];
    }

    byte form(int entry) {
        return forms[entry];
    }

    String surface(int entry) {
        return surfaces[entry];
    }

    /// False once all words are known.
    boolean isBuilding() {
        return building;
    }

    /// Ends the building: from now on words can be found by what they look like.
    void finish() {
        for (int entry = 0; entry < size; entry++) {
            char[] letters = surfaces[entry].toCharArray();
            if (letters.length >= 2) {
                note(outline(letters, 0, letters.length, false), entry);
                if (letters.length >= 4) {
                    note(outline(letters, 0, letters.length, true), entry);
                }
            }
        }
        building = false;
    }

    private void note(long outline, int entry) {
        lookalikes.merge(outline, entry, (one, other) -> one != SEVERAL && words[one] == words[other] ? one : SEVERAL);
    }

    /// The entry that `letters[from, to)` look like when scanned badly, or -1 when none or several do.
    int lookalike(char[] letters, int from, int to) {
        boolean replaced = false;
        for (int i = from; i < to; i++) {
            replaced |= letters[i] == REPLACED;
        }
        int entry = lookalikes.getOrDefault(outline(letters, from, to, replaced), -1);
        return entry == SEVERAL ? -1 : entry;
    }

    /// A hash of the letters in which those that scanners take for each other are one: `l`, `i` and `1`, `rn` and `m`;
    /// with `replaced`, the letters outside ASCII instead.
    private static long outline(char[] letters, int from, int to, boolean replaced) {
        long hash = replaced ? ~SEED : SEED * 31;
        for (int i = from; i < to; i++) {
            char letter = letters[i];
            if (replaced) {
                letter = letter > 0x7F ? REPLACED : letter;
            } else if (letter == 'r' && i + 1 < to && letters[i + 1] == 'n') {
                letter = 'm';
                i++;
            } else {
                letter = letter == 'i' ? 'l' : letter;
            }
            hash = step(hash, letter);
        }
        return hash;
    }

    static long hash(char[] letters, int from, int to) {
        long hash = SEED;
        for (int i = from; i < to; i++) {
            hash = (hash ^ letters[i]) * PRIME;
        }
        return hash;
    }

    static long start() {
        return SEED;
    }

    static long step(long hash, char letter) {
        return (hash ^ letter) * PRIME;
    }

    private static int spread(long hash) {
        return (int) (hash ^ (hash >>> 32));
    }

    private static boolean same(String surface, char[] letters, int from, int to) {
        int length = to - from;
        if (surface.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (surface.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void add(String surface, int word, byte form) {
        char[] letters = surface.toCharArray();
        long hash = hash(letters, 0, letters.length);
        if (entry(letters, 0, letters.length, hash) >= 0) {
            return;
        }
        if (size == surfaces.length) {
            surfaces = Arrays.copyOf(surfaces, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
            words = Arrays.copyOf(words, size * 2);
            forms = Arrays.copyOf(forms, size * 2);
        }
        surfaces[size] = surface;
        hashes[size] = hash;
        words[size] = word;
        forms[size] = form;
        size++;
        if (size * 3 > slots.length) {
            slots = new int[slots.length * 2];
            for (int i = 0; i < size; i++) {
                place(i);
            }
        } else {
            place(size - 1);
        }
    }

    private void place(int entry) {
        int mask = slots.length - 1;
        int slot = spread(hashes[entry]) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = entry + 1;
    }
}
