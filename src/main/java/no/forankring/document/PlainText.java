package no.forankring.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts plain text into blocks without changing a character.
final class PlainText {

    private static final int LONGEST_PAGE_NUMBER = 4;
    private static final int LONGEST_PAGE_LINE = 20;
    // "Side 1 av 4", "side 2", "s. 3/12", "- 2 -"
    private static final Pattern PAGE_LINE = Pattern.compile(
            "(?:side|page|s\\.)\\s*\\d{1,4}(?:\\s*(?:av|of|/)\\s*\\d{1,4})?|[-–]\\s?\\d{1,3}\\s?[-–]",
            Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    static Draft draft(String text) {
        List<Line> lines = lines(text);
        return Draft.of(text, LineStructure.blocks(text, lines));
    }

    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int page = text.indexOf('\f') >= 0 ? 1 : 0;
        int blanks = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !isBreak(text.charAt(end))) {
                end++;
            }
            int start = at;
            int stop = end;
            while (start < stop && isBlank(text.charAt(start))) {
                start++;
            }
            while (stop > start && isBlank(text.charAt(stop - 1))) {
                stop--;
            }
            if (start == stop) {
                blanks++;
            } else {
                lines.add(new Line(
                        start,
                        stop,
                        lines.isEmpty() ? 3 : blanks,
                        page,
                        0,
                        0,
                        isPageNumber(text, start, stop, blanks) || isPageLine(text, start, stop)));
                blanks = 0;
            }
            if (end < text.length() && text.charAt(end) == '\f') {
                page++;
                blanks += 1;
            } else if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
                end++;
            }
            at = end + 1;
        }
        return lines;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    private static boolean isBlank(char c) {
        return StructureBuilder.isSpace(c) || c == '\u0000' || c == '\ufeff';
    }

    private static boolean isPageLine(String text, int start, int end) {
        return end - start <= LONGEST_PAGE_LINE
                && PAGE_LINE.matcher(text).region(start, end).matches();
    }

    private static boolean isPageNumber(String text, int start, int end, int blanks) {
        if (end - start > LONGEST_PAGE_NUMBER || blanks == 0) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
