package no.forankring.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.forankring.document.Span;

/// Finds e-mail addresses, save those of shared mailboxes.
///
/// `kari.eksempel@fjordvik.example`, `kari.eksempel(at)fjordvik.example`, `kari [at] fjordvik [dot] example`,
/// `kari@fjordvik.⏎example` where a line was cut after the dot.
final class EmailFinder {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 255;
    /// `post@`, `postmottak.helse@`: nobody's own.
    private static final Set<String> SHARED = Set.of(
            "post",
            "postmottak",
            "postmottaket",
            "firmapost",
            "epost",
            "mail",
            "kontakt",
            "kontakter",
            "contact",
            "info",
            "informasjon",
            "servicetorg",
            "servicesenter",
            "servicekontor",
            "service",
            "resepsjon",
            "sentralbord",
            "support",
            "hjelp",
            "brukerstøtte",
            "brukerstotte",
            "noreply",
            "no-reply",
            "ikkesvar",
            "presse",
            "redaksjon",
            "redaksjonen",
            "arkiv",
            "dokumentsenter",
            "dokumentasjon",
            "faktura",
            "fakturamottak",
            "invoice",
            "kundeservice",
            "kundesenter",
            "personvern",
            "personvernombud",
            "webmaster",
            "postmaster",
            "office",
            "innbyggertorg",
            "innbyggerservice",
            "kommunepost",
            "sekretariat",
            "sekretariatet",
            "påmelding",
            "pamelding");

    private final String text;
    private final List<PersonalData> found;
    long steps;

    EmailFinder(String text, List<PersonalData> found) {
        this.text = text;
        this.found = found;
    }

    void find() {
        int from = 0;
        int before = 0;
        while (from < text.length()) {
            int sign = from;
            int length = 0;
            while (sign < text.length() && (length = signLength(sign)) == 0) {
                sign++;
            }
            steps += sign - from + 1;
            if (length == 0) {
                return;
            }
            int start = startOfLocal(sign, before);
            int end = endOfDomain(sign + length);
            if (start < sign && end > sign + length) {
                String local = text.substring(start, skipBack(sign, before));
                if (!isShared(local)) {
                    found.add(new PersonalData(
                            PersonalData.Kind.E_MAIL,
                            new Span(start, end),
                            normal(local) + "@" + normal(text.substring(sign + length, end))));
                }
                before = end;
                from = end;
            } else {
                from = sign + length;
            }
        }
    }

    /// `@`, `(at)`, `[at]`, `{at}`, ` [ at ] `, `(a)`, `(krøllalfa)`; 0 where none begins here.
    private int signLength(int at) {
        char c = text.charAt(at);
        if (c == '@' || c == '\uff20' || c == '\ufe6b') {
            return 1;
        }
        if (c != '(' && c != '[' && c != '{') {
            return 0;
        }
        return bracketed(at, "at", "a", "krøllalfa", "alfakrøll", "snabel-a");
    }

    private int bracketed(int at, String... words) {
        int i = at + 1;
        if (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        for (String word : words) {
            int end = i + word.length();
            if (text.regionMatches(true, i, word, 0, word.length())) {
                if (end < text.length() && text.charAt(end) == ' ') {
                    end++;
                }
                if (end < text.length() && ")]}".indexOf(text.charAt(end)) >= 0) {
                    return end + 1 - at;
                }
            }
        }
        return 0;
    }

    /// One space may part the local part from a written-out sign.
    private int skipBack(int sign, int before) {
        boolean written = text.charAt(sign) == '(' || text.charAt(sign) == '[' || text.charAt(sign) == '{';
        return written && sign > before && text.charAt(sign - 1) == ' ' ? sign - 1 : sign;
    }

    private int startOfLocal(int sign, int before) {
        int end = skipBack(sign, before);
        int start = end;
        while (start > before && end - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
            steps++;
        }
        // "E-post:kari@…" has no colon in the local part; dots and hyphens before it belong to the sentence.
        while (start < end && (text.charAt(start) == '.' || text.charAt(start) == '-')) {
            start++;
        }
        return start == end ? sign : start;
    }

    private int endOfDomain(int from) {
        int at = from;
        if (at < text.length() && text.charAt(at) == ' ' && text.charAt(from - 1) != '@') {
            at++;
        }
        int end = from;
        boolean dot = false;
        while (at - from < LONGEST_DOMAIN) {
            int label = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                at++;
            }
            steps += at - label + 1;
            if (at == label || at - from > LONGEST_DOMAIN) {
                break;
            }
            if (dot) {
                end = at;
            }
            int next = dotLength(at);
            if (next == 0) {
                break;
            }
            at += next;
            dot = true;
        }
        while (end > from && text.charAt(end - 1) == '-') {
            end--;
        }
        return end;
    }

    /// A dot within an address, also written out or at the end of a line; 0 where none begins here.
    private int dotLength(int at) {
        if (at >= text.length()) {
            return 0;
        }
        if (text.charAt(at) == '.') {
            int next = at + 1;
            while (next < text.length() && next - at < 4 && " \r\n".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            if (next == at + 1) {
                return 1;
            }
            // "… kari@fjordvik.⏎example": only over a line end, and only a small letter goes on.
            boolean line = text.substring(at + 1, next).indexOf('\n') >= 0;
            return line && next < text.length() && Character.isLowerCase(text.charAt(next)) && isTopLevel(next)
                    ? next - at
                    : 0;
        }
        int space = text.charAt(at) == ' ' ? 1 : 0;
        int begin = at + space;
        if (begin < text.length() && "([{".indexOf(text.charAt(begin)) >= 0) {
            int written = bracketed(begin, "dot", "punktum", "prikk");
            int after = begin + written;
            if (written > 0) {
                return after + (after < text.length() && text.charAt(after) == ' ' ? 1 : 0) - at;
            }
        }
        return 0;
    }

    /// Whether the rest of an address cut by a line end stands here: `no`, `kommune.no`.
    private boolean isTopLevel(int at) {
        int end = at;
        int last = at;
        while (end < text.length()
                && end - at < LONGEST_LOCAL
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '.'
                        || text.charAt(end) == '-')) {
            if (text.charAt(end) == '.' && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1))) {
                last = end + 1;
            }
            end++;
        }
        steps += end - at;
        String label = text.substring(last, end).toLowerCase(Locale.ROOT).replace(".", "");
        return Set.of("no", "com", "org", "net", "eu", "se", "dk", "example").contains(label);
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'&=".indexOf(c) >= 0;
    }

    static boolean isShared(String local) {
        String whole = normal(local);
        int cut = 0;
        while (cut < whole.length() && ".-_+".indexOf(whole.charAt(cut)) < 0) {
            cut++;
        }
        return SHARED.contains(whole) || SHARED.contains(whole.substring(0, cut));
    }

    private static String normal(String part) {
        return part.toLowerCase(Locale.ROOT)
                .replaceAll("[\\[({] ?(?:dot|punktum|prikk) ?[\\])}]", ".")
                .replaceAll("\\s+", "");
    }
}
