package no.forankring.sparql;

import java.util.HexFormat;
import org.apache.jena.query.QueryParseException;

/// Reads `\\uXXXX` and `\\UXXXXXXXX` as SPARQL 1.2 has them: within texts and addresses only, never half a character,
/// and
/// what stands for a quote or a backslash ends and escapes nothing.
///
/// ARQ replaces them anywhere before it parses, as SPARQL 1.1 had it.
final class CodePointEscapes {

    private final String text;
    private final StringBuilder read = new StringBuilder();

    private CodePointEscapes(String text) {
        this.text = text;
    }

    /// The same text without such escapes.
    ///
    /// @throws QueryParseException where one may not stand or stands for no character
    static String read(String text) {
        return text.contains("\\u") || text.contains("\\U") ? new CodePointEscapes(text).read() : text;
    }

    private String read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\'' -> i = within(i, SparqlText.endOfString(text, i), true);
                case '<' -> i = within(i, endOfAddress(i), false);
                case '#' -> {
                    int end = SparqlText.endOfLine(text, i);
                    read.append(text, i, Math.min(end + 1, text.length()));
                    i = end;
                }
                case '\\' -> {
                    if (isEscape(i)) {
                        throw wrong(i, "\\u and \\U may stand in texts and addresses only");
                    }
                    read.append(c);
                }
                default -> read.append(c);
            }
        }
        return read.toString();
    }

    private boolean isEscape(int at) {
        return at + 1 < text.length() && (text.charAt(at + 1) == 'u' || text.charAt(at + 1) == 'U');
    }

    // "<" may also be less-than.
    private int endOfAddress(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c <= ' ' || "<\"{}|^`".indexOf(c) >= 0 || (c == '\\' && !isEscape(i))) {
                return start;
            }
        }
        return start;
    }

    private int within(int start, int end, boolean isText) {
        int last = Math.min(end, text.length() - 1);
        for (int i = start; i <= last; i++) {
            char c = text.charAt(i);
            if (c != '\\' || i == last) {
                read.append(c);
            } else if (isEscape(i)) {
                int digits = text.charAt(i + 1) == 'u' ? 4 : 8;
                append(codePoint(i, digits), isText, i);
                i += 1 + digits;
            } else {
                read.append(c).append(text.charAt(++i));
            }
        }
        return end;
    }

    private int codePoint(int at, int digits) {
        int from = at + 2;
        if (from + digits <= text.length()) {
            String hex = text.substring(from, from + digits);
            if (hex.chars().allMatch(HexFormat::isHexDigit)) {
                long point = HexFormat.fromHexDigitsToLong(hex);
                if (point <= Character.MAX_CODE_POINT && !(point >= 0xD800 && point <= 0xDFFF)) {
                    return (int) point;
                }
            }
        }
        throw wrong(at, "this escape stands for no character");
    }

    private void append(int point, boolean isText, int at) {
        switch (point) {
            case '"', '\'', '\\' -> {
                if (!isText) {
                    throw wrong(at, "this character may not stand in an address");
                }
                read.append('\\').appendCodePoint(point);
            }
            case '\n' -> read.append("\\n");
            case '\r' -> read.append("\\r");
            default -> {
                if (!isText && (point <= ' ' || "<>{}|^`".indexOf(point) >= 0)) {
                    throw wrong(at, "this character may not stand in an address");
                }
                read.appendCodePoint(point);
            }
        }
    }

    private QueryParseException wrong(int at, String what) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - text.lastIndexOf('\n', at);
        return new QueryParseException("Line %d, column %d: %s".formatted(line, column, what), line, column);
    }
}
