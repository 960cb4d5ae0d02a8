package no.forankring.identity;

import java.util.Set;
import java.util.TreeSet;

/// The words of a goal or an area of effort, to be held beside others: bokmål and nynorsk, inflection, linking words
/// and
/// what numbers it in a list do not count.
///
/// Likeness makes a suggestion, never a fact.
public final class Wording {

    // "3.1 ", "2) ", "Innsatsområde 2: ", "Mål: ", "Delmål 1.2 – "
    private static final String NUMBERED =
            "(?iU)^\\s*(?:(?:innsatsområde|satsingsområde|satsningsområde|hovedmål|delmål|mål|tiltak)\\s*)?"
                    + "(?:\\d{1,2}(?:\\.\\d{1,2})*\\.?\\)?\\s*)?[:–-]?\\s*";
    private static final int FEWEST = 2;
    private static final double HALF = 0.5;

    private final Set<String> stems;

    private Wording(Set<String> stems) {
        this.stems = stems;
    }

    public static Wording of(String words) {
        return new Wording(WordStems.all(bare(words)));
    }

    /// Without what numbers it; all of it where nothing else is left.
    public static String bare(String words) {
        String bare = words.replaceFirst(NUMBERED, "").strip();
        return bare.isEmpty() ? words.strip() : bare;
    }

    /// The same words, whatever forms they have.
    public boolean equalTo(Wording other) {
        return !stems.isEmpty() && stems.equals(other.stems);
    }

    /// Half of the longer wording is in the other, and at least two words: worth a person's look.
    public boolean alike(Wording other) {
        return shared(other) >= FEWEST && likeness(other) >= HALF;
    }

    /// How much of the longer wording the other has, from 0 to 1.
    public double likeness(Wording other) {
        int longer = Math.max(stems.size(), other.stems.size());
        return longer == 0 ? 0 : (double) shared(other) / longer;
    }

    private int shared(Wording other) {
        var both = new TreeSet<>(stems);
        both.retainAll(other.stems);
        return both.size();
    }
}
