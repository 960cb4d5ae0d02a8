package no.forankring.register;

/// The stable id of a governing document, as in `lov-2011-06-24-30`, `meldst-15-2017-2018`, `plan-demensplan-2025`.
///
/// Numbered documents have systematic ids, so a law that the register does not list still gets its right one.
public record GoverningDocumentId(String value) implements Comparable<GoverningDocumentId> {

    public GoverningDocumentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A governing document's id holds lower-case letters, digits and single hyphens, but got " + value);
        }
    }

    /// `[a-z0-9]+(-[a-z0-9]+)*`, without a pattern: recognition makes one for every number it reads.
    private static boolean isValid(String value) {
        char before = '-';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!plain && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-';
    }

    @Override
    public int compareTo(GoverningDocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
