package no.forankring.document;

/// Names a document we hold, over all its versions: a slug of its first name and eight hexadecimal digits of its
/// source.
public record DocumentId(String value) {

    public DocumentId {
        if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "A document id holds lower-case letters, digits and single hyphens, but got " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
