package no.forankring.citation;

import java.util.Arrays;

/// A few words as numbers of the lexicon, in order. Small whatever the number of words in the lexicon.
final class WordSet {

    private int[] words = new int[4];
    private int size;

    void set(int word) {
        int at = Arrays.binarySearch(words, 0, size, word);
        if (at >= 0) {
            return;
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        int place = -at - 1;
        System.arraycopy(words, place, words, place + 1, size - place);
        words[place] = word;
        size++;
    }

    boolean get(int word) {
        int[] all = words;
        for (int i = 0; i < size; i++) {
            if (all[i] >= word) {
                return all[i] == word;
            }
        }
        return false;
    }

    void remove(int word) {
        int at = Arrays.binarySearch(words, 0, size, word);
        if (at >= 0) {
            System.arraycopy(words, at + 1, words, at, size - at - 1);
            size--;
        }
    }

    int[] toArray() {
        return Arrays.copyOf(words, size);
    }
}
