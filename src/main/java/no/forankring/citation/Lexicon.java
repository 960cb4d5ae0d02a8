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

    /// What is written, one after the other: entry `e` stands at `letters[from[e], from[e + 1])`.
    private char[] letters = new char[1 << 13];

    private int[] from = new int[(1 << 10) + 1];
    /// Word and form of each entry, the form in the last two bits.
    private int[] words = new int[1 << 10];
    private int[] hashes = new int[1 << 10];
    private int size;
    private int wordCount;
    private int longest;

    /// Open addressing, at most a third full: the hash in the upper half, the entry plus one in the lower, so that a
    /// word that is not here costs one look.
    private long[] slots = new long[1 << 12];

    /// Eight bits for every slot, one set where an entry may be. It fits the processor's caches where the table does
    /// not, and most words of a text are not here at all.
    private long[] filter = new long[slots.length >> 3];

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
            return word(entry);
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
        if (to - from > longest) {
            return -1;
        }
        int mixed = spread(hash);
        long[] bits = filter;
        if ((bits[mixed >>> 6 & bits.length - 1] & 1L << mixed) == 0) {
            return -1;
        }
        long[] table = slots;
        int mask = table.length - 1;
        int slot = mixed & mask;
        long found = table[slot];
        while (found != 0) {
            if ((int) (found >>> 32) == mixed && same((int) found - 1, letters, from, to)) {
                return (int) found - 1;
            }
            slot = (slot + 1) & mask;
            found = table[slot];
        }
        return -1;
    }

    int word(int entry) {
        return words[entry] >> 2;
    }

    byte form(int entry) {
        return (byte) (words[entry] & 3);
    }

    /// The letters of the longest written form.
    int longest() {
        return longest;
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

    private boolean same(int entry, char[] other, int start, int end) {
        int at = from[entry];
        int length = end - start;
        if (from[entry + 1] - at != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (letters[at + i] != other[start + i]) {
                return false;
            }
        }
        return true;
    }

    private void add(String surface, int word, byte form) {
        int length = surface.length();
        long hash = hash(surface.toCharArray(), 0, length);
        if (entry(surface.toCharArray(), 0, length, hash) >= 0) {
            return;
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
            from = Arrays.copyOf(from, size * 2 + 1);
        }
        int at = from[size];
        if (at + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, at + length));
        }
        surface.getChars(0, length, letters, at);
        from[size + 1] = at + length;
        words[size] = word << 2 | form;
        hashes[size] = spread(hash);
        longest = Math.max(longest, length);
        size++;
        if (size * 3 > slots.length) {
            slots = new long[slots.length * 2];
            filter = new long[slots.length >> 3];
            for (int i = 0; i < size; i++) {
                place(i);
            }
        } else {
            place(size - 1);
        }
    }

    private void place(int entry) {
        int mixed = hashes[entry];
        filter[mixed >>> 6 & filter.length - 1] |= 1L << mixed;
        int mask = slots.length - 1;
        int slot = mixed & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = (long) mixed << 32 | entry + 1;
    }
}
