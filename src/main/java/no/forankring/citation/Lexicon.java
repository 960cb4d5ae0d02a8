package no.forankring.citation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /// What is written, one after the other: entry `e` stands at `letters[from[e], from[e + 1])`.
    private char[] letters = new char[1 << 13];

    private int[] from = new int[(1 << 10) + 1];
    /// Word and form of each entry, the form in the last two bits.
    private int[] words = new int[1 << 10];
    private int[] hashes = new int[1 << 10];
    private int size;
    private int wordCount;
    private volatile @Nullable Map<Long, Integer> lookalikes;
    private boolean building = true;
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

    String surface(int entry) {
        return new String(letters, from[entry], from[entry + 1] - from[entry]);
    }

    /// False once all words are known.
    boolean isBuilding() {
        return building;
    }

    /// Ends the building: from now on words can be found by what they look like.
    void finish() {
        building = false;
    }

    /// The entry that `letters[from, to)` look like when scanned badly, or -1 when none or several do.
    int lookalike(char[] letters, int from, int to) {
        boolean replaced = false;
        for (int i = from; i < to; i++) {
            replaced |= letters[i] == REPLACED;
        }
        int entry = lookalikes().getOrDefault(outline(letters, from, to, replaced), -1);
        return entry == SEVERAL ? -1 : entry;
    }

    /// Made when the first badly scanned text asks for it.
    private Map<Long, Integer> lookalikes() {
        Map<Long, Integer> known = lookalikes;
        if (known == null) {
            synchronized (this) {
                known = lookalikes;
                if (known == null) {
                    known = outlines();
                    lookalikes = known;
                }
            }
        }
        return known;
    }

    private Map<Long, Integer> outlines() {
        var outlines = new HashMap<Long, Integer>();
        for (int entry = 0; entry < size; entry++) {
            int length = from[entry + 1] - from[entry];
            if (length >= 2) {
                note(outlines, outline(letters, from[entry], from[entry + 1], false), entry);
            }
            if (length >= 3) {
                note(outlines, outline(letters, from[entry], from[entry + 1], true), entry);
            }
        }
        return outlines;
    }

    private void note(Map<Long, Integer> outlines, long outline, int entry) {
        outlines.merge(outline, entry, (one, other) -> one != SEVERAL && word(one) == word(other) ? one : SEVERAL);
    }

    /// A hash of the letters in which those that scanners take for each other are one: `l`, `i` and `1`, `rn` and `m`;
    /// with `replaced`, the letters outside ASCII instead.
    private static long outline(char[] letters, int from, int to, boolean replaced) {
        long hash = replaced ? ~SEED : step(SEED, REPLACED);
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
