package no.forankring.document;

/// A line of running text as a [LineStructure] takes it.
///
/// @param start of its first character that is no white space, in the text
/// @param end after its last character that is no white space
/// @param blanksBefore the number of blank lines between it and the line before
/// @param page 0 where there are no pages
/// @param heading the depth that bookmarks or type size give it as a heading; 0 when they do not
/// @param style a number that is the same for lines set alike; lines of different style are not joined
/// @param furniture a page number, or a page header or footer: text, but no passage
record Line(int start, int end, int blanksBefore, int page, int heading, int style, boolean furniture) {

    int length() {
        return end - start;
    }
}
