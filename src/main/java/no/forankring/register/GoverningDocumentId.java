package no.forankring.register;

/// The stable id of a governing document, as in `lov-2011-06-24-30`, `meldst-15-2017-2018`, `plan-demensplan-2025`.
///
/// Numbered documents have systematic ids, so a law that the register does not list still gets its right one.
public record GoverningDocumentId(String value) implements Comparable<GoverningDocumentId> {

    public GoverningDocumentId {
        if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "A governing document's id holds lower-case letters, digits and single hyphens, but got " + value);
        }
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
