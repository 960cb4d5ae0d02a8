package no.forankring.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How sure the machine is of a suggestion, in words. The figure behind is only good for ranking, so people get four
/// steps.
public enum Certainty {
    /// From 0.90.
    VERY_SURE(0.90, "svaert-sikker"),
    /// From 0.75.
    SURE(0.75, "sikker"),
    /// From 0.60.
    FAIRLY_SURE(0.60, "noksa-sikker"),
    /// Below that, and whenever several may be meant.
    UNSURE(0, "usikker");

    private final double from;
    private final String word;

    Certainty(double from, String word) {
        this.from = from;
        this.word = word;
    }

    /// @param confidence between 0 and 1
    public static Certainty of(double confidence) {
        return Stream.of(values())
                .filter(step -> confidence >= step.from)
                .findFirst()
                .orElse(UNSURE);
    }

    /// Of a question with these candidates: of several none is sure.
    static Certainty of(List<Double> confidences) {
        return confidences.size() == 1 ? of(confidences.getFirst()) : UNSURE;
    }

    /// As in an address: `noksa-sikker`.
    public String word() {
        return word;
    }

    /// By its word or its name; empty for anything else.
    public static Optional<Certainty> parse(String text) {
        String asked = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of(values())
                .filter(step -> step.word.equals(asked)
                        || step.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(asked))
                .findFirst();
    }
}
