package no.forankring.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.IntroSorter;

/// Texts by the beginnings of their words, so that those are found that a person has begun to type.
///
/// Letters are compared as in [TitleOrder]: case, accents and signs do not count.
final class WordStarts {

    /// More headings than this of one segment are left out: suggestions show ten.
    private static final int MOST_PHRASES = 200_000;

    private static final int FEWEST_WORDS = 2;
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_PHRASE = 60;

    private final String[] keys;
    private final int[] owners;
    /// Which text each start is in, and where; sorted by what stands from there on.
    private final int[] texts;

    private final int[] places;

    private WordStarts(List<String> keys, int[] owners, int[] texts, int[] places) {
        this.keys = keys.toArray(String[]::new);
        this.owners = owners;
        this.texts = texts;
        this.places = places;
        new Sorter().sort(0, texts.length);
    }

    /// What a start leads to; false ends the walk.
    interface Visitor {
        /// @param owner as given to the builder
        /// @param whole whether the text itself begins so, and not one of its later words
        /// @param key the whole text, as [TitleOrder#key] gives it
        boolean visit(int owner, boolean whole, String key);
    }

    static final class Builder {
        private final List<String> keys = new ArrayList<>();
        private final List<Integer> owners = new ArrayList<>();
        private final List<int[]> starts = new ArrayList<>();

        /// A text to be found by any of its words.
        void add(String text, int owner) {
            String key = TitleOrder.key(text).strip();
            if (key.isEmpty()) {
                return;
            }
            int number = put(key, owner);
            for (int i = 0; i < key.length(); i++) {
                if (i == 0 || key.charAt(i - 1) == ' ') {
                    starts.add(new int[] {number, i});
                }
            }
        }

        /// A text to be found by its beginning, when it is of a length that one may want to search for.
        void addPhrase(String text, int owner) {
            if (text.length() > LONGEST_PHRASE || keys.size() == MOST_PHRASES) {
                return;
            }
            String key = TitleOrder.key(text).strip();
            long words = key.chars().filter(c -> c == ' ').count() + 1;
            if (!key.isEmpty() && words >= FEWEST_WORDS && words <= MOST_WORDS && Character.isLetter(key.charAt(0))) {
                starts.add(new int[] {put(key, owner), 0});
            }
        }

        private int put(String key, int owner) {
            keys.add(key);
            owners.add(owner);
            return keys.size() - 1;
        }

        WordStarts build() {
            return new WordStarts(
                    keys,
                    owners.stream().mapToInt(Integer::intValue).toArray(),
                    starts.stream().mapToInt(start -> start[0]).toArray(),
                    starts.stream().mapToInt(start -> start[1]).toArray());
        }
    }

    /// Walks in alphabetical order through the texts with a word from which on they read as typed.
    ///
    /// @param typed as [TitleOrder#key] gives it
    void visit(String typed, Visitor visitor) {
        int low = 0;
        int high = texts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(keys[texts[middle]], places[middle], typed, 0) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < texts.length && keys[texts[i]].startsWith(typed, places[i]); i++) {
            if (!visitor.visit(owners[texts[i]], places[i] == 0, keys[texts[i]])) {
                return;
            }
        }
    }

    private static int compare(String one, int from, String other, int otherFrom) {
        int length = Math.min(one.length() - from, other.length() - otherFrom);
        for (int i = 0; i < length; i++) {
            int difference = one.charAt(from + i) - other.charAt(otherFrom + i);
            if (difference != 0) {
                return difference;
            }
        }
        return (one.length() - from) - (other.length() - otherFrom);
    }

    private final class Sorter extends IntroSorter {
        private String pivot = "";
        private int pivotPlace;
        private int pivotText;

        @Override
        protected void setPivot(int i) {
            pivot = keys[texts[i]];
            pivotPlace = places[i];
            pivotText = texts[i];
        }

        @Override
        protected int comparePivot(int j) {
            int difference = WordStarts.compare(pivot, pivotPlace, keys[texts[j]], places[j]);
            return difference != 0 ? difference : Integer.compare(pivotText, texts[j]);
        }

        @Override
        protected void swap(int i, int j) {
            int text = texts[i];
            texts[i] = texts[j];
            texts[j] = text;
            int place = places[i];
            places[i] = places[j];
            places[j] = place;
        }
    }
}
