package no.forankring.search;

/// A word, number, `§` with its number or official id as it stands in a text.
///
/// @param exact lower case and composed, dashes as `-`, with æ, ø and å kept
/// @param start where it begins in the text it was read from, in UTF-16 units
/// @param end where it ends, exclusive
/// @param hyphenated whether a hyphen and another word follow directly, as after `e` in `e-læring`
record Token(String exact, int start, int end, Kind kind, boolean hyphenated) {

    enum Kind {
        WORD,
        NUMBER,
        /// `§ 4-2`, read as `§4-2`.
        SECTION,
        /// `FOR-2016-10-28-1250`.
        IDENTIFIER
    }
}
