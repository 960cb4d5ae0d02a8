package no.forankring.document;

import java.util.regex.Pattern;

/// Names a passage within its document; the same after a re-read as long as the passage's words are the same.
///
/// Shape: `p-` and ten hexadecimal digits of the SHA-256 of the passage's words with white space folded,
/// then `-2`, `-3` … where the same words stand more than once.
public record PassageId(String value) {

    private static final Pattern SHAPE = Pattern.compile("p-[0-9a-f]{10}(-[0-9]+)?");

    public PassageId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A passage id looks like p-0123456789 or p-0123456789-2, but got " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
