package no.forankring.search;

import java.util.Locale;

/// Titles in alphabetical order: æ, ø and å come last, case and leading signs do not count.
final class TitleOrder {

    private static final int KEY_LENGTH = 60;

    private TitleOrder() {}

    /// A key whose plain order is that of the titles, as far as its first sixty letters tell.
    static String key(String title) {
        var key = new StringBuilder();
        for (int i = 0; i < title.length() && key.length() < KEY_LENGTH; i++) {
            char c = title.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(c);
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        }
        return key.toString()
                .toLowerCase(Locale.ROOT)
                .replace('é', 'e')
                .replace('æ', '\ue000')
                .replace('ø', '\ue001')
                .replace('å', '\ue002');
    }
}
