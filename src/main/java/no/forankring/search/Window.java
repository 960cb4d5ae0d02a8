package no.forankring.search;

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

    /// How often the forms of one word stand in each document, while they are added up.
    final float[] frequencies = new float[SIZE];

    /// Which documents have a frequency.
    final long[] frequent = new long[SIZE / 64];

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

    void addFrequency(int doc, float frequency) {
        int i = doc - base;
        frequencies[i] += frequency;
        frequent[i >> 6] |= 1L << i;
    }

    /// Adds to the score of a document that is a hit already; makes none. So bonuses come last.
    void addBonus(int doc, float score) {
        int i = doc - base;
        if ((touched[i >> 6] & (1L << i)) != 0) {
            scores[i] += score;
        }
    }

    /// Forgets 64 documents, after they were looked at.
    void clear(int word) {
        for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
            int i = (word << 6) + Long.numberOfTrailingZeros(bits);
            scores[i] = 0f;
            clauses[i] = 0L;
        }
        touched[word] = 0L;
    }
}
