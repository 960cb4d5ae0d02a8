package no.forankring.document;

/// A half-open range of characters: `start` is included, `end` is not.
///
/// Offsets count UTF-16 units of the text as read, never of a cleaned or lower-cased copy, so the
/// words a reader sees can always be cut out with [#cut].
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "A span needs 0 <= start <= end, but got [%d, %d)".formatted(start, end));
        }
    }

    public String cut(String text) {
        return text.substring(start, end);
    }

    public int length() {
        return end - start;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /// The same range counted from `origin` on: a passage's own offsets from the document's.
    public Span relativeTo(int origin) {
        return new Span(start - origin, end - origin);
    }

    /// By start, and of those that start together the longest first.
    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(other.end, end);
    }
}
