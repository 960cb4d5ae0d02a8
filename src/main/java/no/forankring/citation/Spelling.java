package no.forankring.citation;

/// Edit distance, cut short as soon as it exceeds what is allowed.
final class Spelling {

    private Spelling() {}

    /// True when the token becomes the word with at most `allowed` (1 or 2) letters put in, left out or changed.
    static boolean within(String word, Tokens tokens, int token, int allowed) {
        int n = word.length();
        int m = tokens.foldedLength(token);
        if (Math.abs(n - m) > allowed || n > 100 || m > 100) {
            return false;
        }
        int band = allowed;
        int[] previous = new int[m + 1];
        int[] current = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            int low = Math.max(1, i - band);
            int high = Math.min(m, i + band);
            current[low - 1] = low == 1 ? i : allowed + 1;
            int best = current[low - 1];
            for (int j = low; j <= high; j++) {
                int substitute = previous[j - 1] + (word.charAt(i - 1) == tokens.foldedChar(token, j - 1) ? 0 : 1);
                int delete = j <= i - 1 + band ? previous[j] + 1 : allowed + 1;
                int insert = current[j - 1] + 1;
                current[j] = Math.min(substitute, Math.min(delete, insert));
                best = Math.min(best, current[j]);
            }
            if (best > allowed) {
                return false;
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[m] <= allowed;
    }
}
