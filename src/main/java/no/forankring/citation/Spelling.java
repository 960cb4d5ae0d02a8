package no.forankring.citation;

/// Whether two words differ by a typing error or two.
final class Spelling {

    private static final int LONGEST = 100;

    private Spelling() {}

    /// True when the token becomes the word with at most `allowed` (1 or 2) letters put in, left out or changed.
    ///
    /// Takes no more steps than the shorter of the two has letters, times a small constant.
    static boolean within(String word, Tokens tokens, int token, int allowed) {
        int n = word.length();
        int m = tokens.foldedLength(token);
        if (Math.abs(n - m) > allowed || n > LONGEST || m > LONGEST) {
            return false;
        }
        tokens.looked(n);
        return within(word, 0, tokens, token, 0, allowed);
    }

    /// The same for the rest of the word from `i` and the rest of the token from `j`.
    private static boolean within(String word, int i, Tokens tokens, int token, int j, int allowed) {
        int n = word.length();
        int m = tokens.foldedLength(token);
        while (i < n && j < m && word.charAt(i) == tokens.foldedChar(token, j)) {
            i++;
            j++;
        }
        if (i == n || j == m) {
            return n - i + m - j <= allowed;
        }
        // Equal letters never need mending, so the first two that differ are where an error stands.
        return allowed > 0
                && (within(word, i + 1, tokens, token, j + 1, allowed - 1)
                        || within(word, i + 1, tokens, token, j, allowed - 1)
                        || within(word, i, tokens, token, j + 1, allowed - 1));
    }
}
