package no.forankring.privacy;

import java.util.Arrays;

/// The words of a text, each with the line it stands on. A word is letters with single hyphens and apostrophes inside.
final class TextWords {

    private final String text;
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] lines = new int[1024];
    private int count;
    private int[] lineStarts = new int[256];
    private int[] lineEnds = new int[256];
    private int lineCount;

    TextWords(String text) {
        this.text = text;
        int at = 0;
        int lineStart = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBreak(c)) {
                endLine(lineStart, at);
                at++;
                lineStart = at;
            } else if (isLetter(at)) {
                int start = at;
                at++;
                while (at < text.length()
                        && (isLetter(at) || (isJoint(text.charAt(at)) && at + 1 < text.length() && isLetter(at + 1)))) {
                    at++;
                }
                add(start, at);
            } else {
                at++;
            }
        }
        endLine(lineStart, text.length());
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    int line(int word) {
        return lines[word];
    }

    String word(int word) {
        return text.substring(starts[word], ends[word]);
    }

    int lineCount() {
        return lineCount;
    }

    int lineStart(int line) {
        return lineStarts[line];
    }

    int lineEnd(int line) {
        return lineEnds[line];
    }

    /// The line that holds the character at `offset`.
    int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, 0, lineCount, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /// The first word that begins at `offset` or after it; the number of words when none does.
    int firstFrom(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 1;
    }

    private boolean isLetter(int at) {
        char c = text.charAt(at);
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || c == '\'' || c == '\u2019';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            lines = Arrays.copyOf(lines, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        lines[count] = lineCount;
        count++;
    }

    private void endLine(int start, int end) {
        if (lineCount == lineStarts.length) {
            lineStarts = Arrays.copyOf(lineStarts, 2 * lineCount);
            lineEnds = Arrays.copyOf(lineEnds, 2 * lineCount);
        }
        lineStarts[lineCount] = start;
        lineEnds[lineCount] = end;
        lineCount++;
    }
}
