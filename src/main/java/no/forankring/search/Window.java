package no.forankring.search;

import java.util.Arrays;

/// A stretch of neighbouring Lucene documents whose scores are added up, one sought term after the other.
///
/// Term by term over a short stretch stays in the processor's cache and costs nothing per further term, where walking
/// all terms side by side would compare them at every step.
final class Window {

    static final int SIZE = 4096;

    final float[] scores = new float[SIZE];

    /// The clauses that each document holds, a bit for each.
    final long[] clauses = new long[SIZE];

    /// Which documents hold any clause.
    final long[] touched = new long[SIZE / 64];

    int base;

    int end() {
        return base + SIZE;
    }

    void add(int doc, float score, long clause) {
        int i = doc - base;
        scores[i] += score;
        clauses[i] |= clause;
        touched[i >> 6] |= 1L << i;
    }

    /// Adds to the score only; does not make the document a hit.
    void addBonus(int doc, float score) {
        scores[doc - base] += score;
    }

    void clear() {
        Arrays.fill(scores, 0f);
        Arrays.fill(clauses, 0L);
        Arrays.fill(touched, 0L);
    }
}
