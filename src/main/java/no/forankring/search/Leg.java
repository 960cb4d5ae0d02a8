package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.jspecify.annotations.Nullable;

/// One sought thing within one segment, walked through from front to back.
sealed interface Leg {

    /// The next document that holds it; [DocIdSetIterator#NO_MORE_DOCS] at the end.
    int next();

    /// Adds everything up to the window's end to the window.
    void collect(Window window) throws IOException;

    /// Adds to scores without making hits.
    default boolean isBonus() {
        return false;
    }

    /// Postings of one word with our own BM25, so that all its forms are weighed by one and the same rarity, and count
    /// as
    /// often as all of them together stand in a text.
    final class TermLeg implements Leg {

        private static final float SATURATION = 1.2f;
        private static final float LENGTH_WEIGHT = 0.4f;

        private final List<PostingsEnum> forms;
        private final @Nullable NumericDocValues norms;
        private final float[] lengthParts;
        private final float weight;
        private final long clause;
        private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
        private long[] lengths = new long[0];
        private int next;

        /// @param clause the bit of the clause, or 0 for a bonus only
        TermLeg(
                List<PostingsEnum> forms,
                @Nullable NumericDocValues norms,
                float[] lengthParts,
                float weight,
                long clause)
                throws IOException {
            this.forms = new ArrayList<>(forms);
            this.norms = norms;
            this.lengthParts = lengthParts;
            this.weight = weight;
            this.clause = clause;
            for (PostingsEnum postings : forms) {
                postings.nextDoc();
            }
            this.next = nearest();
        }

        private int nearest() {
            int nearest = DocIdSetIterator.NO_MORE_DOCS;
            for (PostingsEnum postings : forms) {
                nearest = Math.min(nearest, postings.docID());
            }
            return nearest;
        }

        /// For each encoded length the part it adds under the fraction of BM25.
        static float[] lengthParts(float averageLength) {
            var parts = new float[256];
            for (int i = 0; i < 256; i++) {
                int length = org.apache.lucene.util.SmallFloat.byte4ToInt((byte) i);
                parts[i] = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / averageLength);
            }
            return parts;
        }

        @Override
        public int next() {
            return next;
        }

        @Override
        public boolean isBonus() {
            return clause == 0;
        }

        @Override
        public void collect(Window window) throws IOException {
            int end = window.end();
            if (next >= end) {
                return;
            }
            boolean summed = forms.size() > 1;
            for (PostingsEnum postings : forms) {
                if (postings.docID() < window.base) {
                    postings.advance(window.base);
                }
                while (postings.docID() < end) {
                    postings.nextPostings(end, buffer);
                    if (buffer.size == 0) {
                        break;
                    }
                    if (summed) {
                        for (int i = 0; i < buffer.size; i++) {
                            window.addFrequency(buffer.docs[i], buffer.features[i]);
                        }
                    } else {
                        add(window);
                    }
                }
            }
            if (summed) {
                addSummed(window);
            }
            forms.removeIf(postings -> postings.docID() == DocIdSetIterator.NO_MORE_DOCS);
            next = nearest();
        }

        private void addSummed(Window window) throws IOException {
            buffer.growNoCopy(Long.SIZE);
            for (int word = 0; word < window.frequent.length; word++) {
                buffer.size = 0;
                for (long bits = window.frequent[word]; bits != 0; bits &= bits - 1) {
                    int i = (word << 6) + Long.numberOfTrailingZeros(bits);
                    buffer.docs[buffer.size] = window.base + i;
                    buffer.features[buffer.size++] = window.frequencies[i];
                    window.frequencies[i] = 0f;
                }
                window.frequent[word] = 0L;
                if (buffer.size > 0) {
                    add(window);
                }
            }
        }

        /// Adds what the buffer holds.
        private void add(Window window) throws IOException {
            if (norms == null) {
                for (int i = 0; i < buffer.size; i++) {
                    add(window, buffer.docs[i], weight);
                }
                return;
            }
            if (lengths.length < buffer.size) {
                lengths = new long[Math.max(buffer.size, 128)];
            }
            norms.longValues(buffer.size, buffer.docs, lengths, 1L);
            for (int i = 0; i < buffer.size; i++) {
                float frequency = buffer.features[i];
                float score = weight * frequency / (frequency + lengthParts[(int) lengths[i] & 0xff]);
                add(window, buffer.docs[i], score);
            }
        }

        private void add(Window window, int doc, float score) {
            if (clause == 0) {
                window.addBonus(doc, score);
            } else {
                window.add(doc, score, clause);
            }
        }
    }

    /// A query that Lucene runs: a phrase or a beginning.
    final class ScorerLeg implements Leg {

        private final Scorer scorer;
        private final DocIdSetIterator iterator;
        private final long clause;

        /// @param clause the bit of the clause, or 0 for a bonus only
        ScorerLeg(Scorer scorer, long clause) throws IOException {
            this.scorer = scorer;
            this.iterator = scorer.iterator();
            this.clause = clause;
            iterator.nextDoc();
        }

        @Override
        public int next() {
            return iterator.docID();
        }

        @Override
        public boolean isBonus() {
            return clause == 0;
        }

        @Override
        public void collect(Window window) throws IOException {
            int doc = iterator.docID();
            if (doc < window.base) {
                doc = iterator.advance(window.base);
            }
            for (; doc < window.end(); doc = iterator.nextDoc()) {
                if (clause == 0) {
                    window.addBonus(doc, scorer.score());
                } else {
                    window.add(doc, scorer.score(), clause);
                }
            }
        }
    }
}
