package no.forankring.citation;

import java.util.Arrays;

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

    private int[] slots = new int[1 << 12];
    private String[] surfaces = new String[1 << 10];
    private long[] hashes = new long[1 << 10];
    private int[] words = new int[1 << 10];
    private byte[] forms = new byte[1 << 10];
    private int size;
    private int wordCount;

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
