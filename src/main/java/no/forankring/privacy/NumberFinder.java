package no.forankring.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.forankring.document.Span;

/// Finds numbers that lead to one person: identity numbers, account numbers, telephone numbers, HPR and DUF numbers.
///
/// A number is read whole, with the single spaces, dots or hyphens in it: `010190 12345`, `1234.56.78901`,
/// `+47 912 34 567`. A digit group that goes on to either side is another kind of number. One pass.
final class NumberFinder {

    private static final int CONTEXT = 30;
    private static final int LONGEST = 24;

    // "Fødselsnr.:", "f.nr.", "personnummer", "D-nummer", "fødsels- og personnummer"
    private static final Pattern IDENTITY =
            Pattern.compile("(?:fødselsn|føds\\.?\\s?n|f\\.?n(?:umme)?r|personn|d-n(?:umme)?r|pnr)[^\\d]{0,12}$");
    // "Kontonr.", "kto.", "bankkonto", "konto"
    private static final Pattern ACCOUNT = Pattern.compile("(?:konto|kto\\b|bankgiro)[^\\d]{0,12}$");
    // "HPR-nr.", "HPR nummer:", "HPR"
    private static final Pattern HPR = Pattern.compile("\\bhpr[^\\d\\n]{0,12}$");
    private static final Pattern DUF = Pattern.compile("\\bduf[^\\d\\n]{0,12}$");
    // "tlf.", "Telefon:", "mob", "Mobil", "ring", "SMS til", "tel", "T:", "M +47", "phone"
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?:\\btlf|\\btel|telefon|\\bmob|mobil|\\bring(?:e)?\\b|\\bsms|phone|\\bvipps|\\b[tm]:|☎|✆|📞)[^\\d\\n]{0,16}$");
    // "sentralbord", "vakttelefon": nobody's own
    private static final Pattern SHARED = Pattern.compile(
            "(?:sentralbord|servicetorg|servicesenter|servicekontor|innbyggertorg|vakttelefon|legevakt|døgnåpen|nødnummer|kundesenter|kundeservice|hjelpetelefon)[^\\d]{0,16}$");
    // "org.nr.", "organisasjonsnummer", "ISBN", "ISSN", "sak", "saksnr.", "arkivref", "ref.", "faktura", "kr", "NOK"
    private static final Pattern OTHER = Pattern.compile(
            "(?:org|organisasjons|isbn|issn|\\bsak|saks|journal|arkiv|\\bref|faktura|ordre|\\bkr|nok|€|\\$|løpen|dokument|\\bjp|\\bid|gnr|bnr|/|§|doi|versjon|\\bnr|kid|postnr|orcid)[^\\d\\n]{0,12}$");
    // "12 345 678 kroner", "mill.", "prosent"
    private static final Pattern AMOUNT = Pattern.compile(
            "^\\s?(?:kr\\b|kroner|nok|mill|mrd|prosent|%|,\\d|\\.\\d|euro|,-|/|personer|innbygg|stk|timer|m²|kvm)");

    private final String text;
    private final List<PersonalData> found;
    long steps;

    NumberFinder(String text, List<PersonalData> found) {
        this.text = text;
        this.found = found;
    }

    void find() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            steps++;
            if (!isDigit(c) || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
                at++;
                continue;
            }
            int end = at;
            var digits = new StringBuilder();
            var shape = new StringBuilder();
            int group = 0;
            while (end < text.length() && end - at <= LONGEST) {
                char d = text.charAt(end);
                if (isDigit(d)) {
                    digits.append((char) ('0' + Character.digit(d, 10)));
                    group++;
                } else if (isSeparator(d) && end + 1 < text.length() && isDigit(text.charAt(end + 1))) {
                    shape.append(group).append(d == '.' ? '.' : d == '-' ? '-' : ' ');
                    group = 0;
                } else {
                    break;
                }
                end++;
            }
            shape.append(group);
            steps += end - at + CONTEXT;
            boolean goesOn = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
            if (goesOn) {
                while (end < text.length() && (isDigit(text.charAt(end)) || isSeparator(text.charAt(end)))) {
                    end++;
                    steps++;
                }
                if (end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
            } else {
                judge(at, end, digits.toString(), shape.toString());
            }
            at = end;
        }
    }

    private void judge(int start, int end, String digits, String shape) {
        String before = text.substring(Math.max(0, start - CONTEXT), start).toLowerCase(Locale.ROOT);
        boolean fits = start == 0 || "/-.,".indexOf(text.charAt(start - 1)) < 0 || before.endsWith(" -");
        if (HPR.matcher(before).find() && digits.length() >= 4 && digits.length() <= 9) {
            add(PersonalData.Kind.HPR_NUMBER, start, end, digits);
        } else if (DUF.matcher(before).find() && digits.length() >= 10 && digits.length() <= 12) {
            add(PersonalData.Kind.DUF_NUMBER, start, end, digits);
        } else if (digits.length() == 11
                && !(start > 0 && text.charAt(start - 1) == '+')
                && (!shape.contains("-") || shape.equals("6-5"))) {
            eleven(start, end, digits, shape, before);
        } else if (fits) {
            for (Part part : parts(start, end, digits, shape)) {
                telephone(part, before);
            }
        }
    }

    private void eleven(int start, int end, String digits, String shape, String before) {
        boolean asAccount = shape.equals("4.2.5") || shape.equals("4 2 5");
        boolean asIdentity = shape.equals("11") || shape.equals("6 5") || shape.equals("6-5");
        CheckDigits.Identity identity = CheckDigits.identity(digits);
        boolean account = CheckDigits.isBankAccount(digits);
        if (IDENTITY.matcher(before).find()) {
            // A mistyped number under that name is still somebody's.
            add(
                    identity == CheckDigits.Identity.SYNTHETIC
                            ? PersonalData.Kind.SYNTHETIC_ID
                            : PersonalData.Kind.NATIONAL_ID,
                    start,
                    end,
                    digits);
        } else if ((asAccount || ACCOUNT.matcher(before).find()) && account) {
            add(PersonalData.Kind.BANK_ACCOUNT, start, end, digits);
        } else if (asIdentity && identity != CheckDigits.Identity.NONE) {
            add(
                    identity == CheckDigits.Identity.REAL
                            ? PersonalData.Kind.NATIONAL_ID
                            : PersonalData.Kind.SYNTHETIC_ID,
                    start,
                    end,
                    digits);
        }
    }

    private record Part(int start, int end, String digits, String shape, boolean alone) {}

    /// `912 34 567` alone, or several numbers in a row: `912 34 567 / 22 33 44 55` are read apart already by their
    /// sign.
    private List<Part> parts(int start, int end, String digits, String shape) {
        var parts = new ArrayList<Part>();
        String number = digits;
        String groups = shape;
        int from = start;
        boolean plus = start > 0 && text.charAt(start - 1) == '+';
        if (plus && number.startsWith("47") && number.length() == 10) {
            from = start - 1;
            groups = groups.startsWith("2 ") ? groups.substring(2) : "10";
            parts.add(new Part(from, end, number.substring(2), "+" + groups, true));
        } else if (number.startsWith("0047") && number.length() == 12) {
            parts.add(new Part(from, end, number.substring(4), "+" + groups, true));
        } else if (number.startsWith("47") && number.length() == 10 && groups.startsWith("2 ")) {
            parts.add(new Part(from, end, number.substring(2), groups.substring(2), true));
        } else if (plus && number.length() >= 9 && number.length() <= 15) {
            parts.add(new Part(start - 1, end, number, "+", true));
        } else if (number.length() == 8) {
            parts.add(new Part(from, end, number, groups, true));
        }
        return parts;
    }

    private void telephone(Part part, String before) {
        boolean abroad = part.shape().startsWith("+");
        char first = part.digits().charAt(0);
        if (!abroad
                && (first < '2'
                        || part.digits().startsWith("80")
                        || part.digits().startsWith("81"))) {
            return;
        }
        if (SHARED.matcher(before).find()) {
            return;
        }
        boolean named = TELEPHONE.matcher(before).find();
        if (!abroad && !named) {
            String after = text.substring(part.end(), Math.min(text.length(), part.end() + CONTEXT))
                    .toLowerCase(Locale.ROOT);
            if (OTHER.matcher(before).find() || AMOUNT.matcher(after).find()) {
                return;
            }
            boolean mobile = first == '4' || first == '9';
            boolean grouped = part.shape().equals("3 2 3") || part.shape().equals("2 2 2 2");
            // Eight digits in a row are years, amounts and order numbers as often, unless they begin as a mobile does.
            if (!grouped && !(mobile && part.shape().equals("8") && standsAlone(part))) {
                return;
            }
            if (part.shape().equals("2 2 2 2") && looksLikeYears(part.digits())) {
                return;
            }
        }
        if (part.shape().contains(".") && !named && !abroad) {
            return;
        }
        add(PersonalData.Kind.TELEPHONE, part.start(), part.end(), part.digits());
    }

    private static boolean looksLikeYears(String digits) {
        return digits.startsWith("20") || digits.startsWith("19");
    }

    /// An unmarked number of eight digits counts where nothing but its sign, a comma or a line end is beside it.
    private boolean standsAlone(Part part) {
        char before = part.start() == 0 ? '\n' : text.charAt(part.start() - 1);
        char after = part.end() == text.length() ? '\n' : text.charAt(part.end());
        return " \t\n\r,;:(\u00a0".indexOf(before) >= 0 && " \t\n\r,;.)\u00a0".indexOf(after) >= 0;
    }

    private void add(PersonalData.Kind kind, int start, int end, String value) {
        found.add(new PersonalData(kind, new Span(start, end), value));
    }

    private static boolean isDigit(char c) {
        return Character.isDigit(c);
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '.' || c == '-';
    }
}
