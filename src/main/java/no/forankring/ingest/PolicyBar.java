package no.forankring.ingest;

import no.forankring.extraction.ExtractionReport.Counted;
import no.forankring.extraction.LinkKind;

/// What is asked of a kind of link before a machine may state it as a fact.
///
/// A share that was measured on few cases says little: 10 of 10 is what a kind that is right in 75 of 100 gives now and
/// then. So the lower end of the interval that holds the true share with 95 per cent confidence must reach a floor too.
/// For relations that takes 35 cases without an error.
///
/// @param precision the least share that was right, over all texts, and over the unseen ones where there are any
/// @param floor the least lower end of that interval (Wilson)
public record PolicyBar(double precision, double floor) {

    private static final double Z = 1.96;

    public PolicyBar {
        if (precision < 0 || precision > 1 || floor < 0 || floor > precision) {
            throw new IllegalArgumentException(
                    "A bar needs 0 <= floor <= precision <= 1, but got %s and %s".formatted(floor, precision));
        }
    }

    /// Where nobody has set another. A thing says least of a text: that these words name it, which the reader sees at
    /// once; what is said of it is measured by itself. A number is soon compared with its sentence.
    static PolicyBar usual(LinkKind.Sort sort) {
        return switch (sort) {
            case RELATION -> new PolicyBar(0.98, 0.90);
            case FIGURE -> new PolicyBar(0.95, 0.85);
            case THING -> new PolicyBar(0.75, 0.60);
        };
    }

    boolean isReached(Counted all, Counted unseen) {
        return all.measured() > 0
                && precision(all) >= precision
                && (unseen.measured() == 0 || precision(unseen) >= precision)
                && lower(all) >= floor;
    }

    /// The share that is right; of none it is 0.
    static double precision(Counted counted) {
        return counted.measured() == 0 ? 0 : (double) counted.right() / counted.measured();
    }

    /// The lower end of Wilson's interval at 95 per cent; 0 where nothing was measured.
    static double lower(Counted counted) {
        if (counted.measured() == 0) {
            return 0;
        }
        double n = counted.measured();
        double share = counted.right() / n;
        double center = share + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return Math.max(0, (center - spread) / (1 + Z * Z / n));
    }
}
