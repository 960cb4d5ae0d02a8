package no.forankring.citation;

import java.util.Locale;
import no.forankring.register.DocumentType;

/// Web addresses brought to one form, so that variants of the same page meet.
final class Addresses {

    private Addresses() {}

    /// Host without `www.` and path without what only decorates it; `regjeringen.no/id123` for pages with an id.
    static String key(String address) {
        String rest = address.toLowerCase(Locale.ROOT).strip();
        int scheme = rest.indexOf("://");
        if (scheme >= 0) {
            rest = rest.substring(scheme + 3);
        }
        if (rest.startsWith("www.")) {
            rest = rest.substring(4);
        }
        int cut = firstOf(rest, '?', '#');
        if (cut >= 0) {
            rest = rest.substring(0, cut);
        }
        int end = rest.length();
        while (end > 0 && "/.,".indexOf(rest.charAt(end - 1)) >= 0) {
            end--;
        }
        rest = rest.substring(0, end);
        if (rest.startsWith("regjeringen.no/")) {
            String id = pageId(rest);
            if (!id.isEmpty()) {
                return "regjeringen.no/" + id;
            }
        }
        return rest.indexOf('/') < 0 ? "" : rest;
    }

    private static int firstOf(String text, char one, char other) {
        int a = text.indexOf(one);
        int b = text.indexOf(other);
        return a < 0 ? b : b < 0 ? a : Math.min(a, b);
    }

    private static String pageId(String path) {
        int at = path.lastIndexOf("/id");
        if (at < 0) {
            return "";
        }
        int end = at + 3;
        while (end < path.length() && Character.isDigit(path.charAt(end))) {
            end++;
        }
        return end - at > 5 ? path.substring(at + 1, end) : "";
    }

    /// The folder in which the directorate keeps its documents of a type; empty for other types.
    static String directoratePath(DocumentType type) {
        return switch (type) {
            case GUIDELINE -> "/retningslinjer/";
            case GUIDANCE -> "/veiledere/";
            case NATIONAL_ADVICE -> "/faglige-rad/";
            case PATHWAY -> "/nasjonale-forlop/";
            case CIRCULAR -> "/rundskriv/";
            default -> "";
        };
    }

    /// A title as the directorate writes it in addresses.
    static String slug(String title) {
        var slug = new StringBuilder();
        for (char c : title.toLowerCase(Locale.ROOT).toCharArray()) {
            char letter = switch (c) {
                case 'å', 'æ' -> 'a';
                case 'ø' -> 'o';
                case 'é' -> 'e';
                default -> c;
            };
            boolean plain = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
            if (c == 'æ') {
                slug.append("ae");
            } else if (plain) {
                slug.append(letter);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.toString();
    }
}
