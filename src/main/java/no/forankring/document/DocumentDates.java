package no.forankring.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the document's own date in its title, its first lines and its last ones.
///
/// Dates of other things are passed over: of the laws it cites (`lov 24. juni 2011 nr. 30`), of entry into force, of
/// deadlines. A title such as `Årsrapport 2021` dates the document to the end of that year, `Handlingsplan 2021–2024`
/// to the beginning of its first.
final class DocumentDates {

    private static final int FIRST = 25;
    private static final int LAST = 8;
    private static final int FIRST_WITHOUT_DAY = 5;
    private static final Pattern WITHOUT_DAY =
            Pattern.compile("\\b(?:(januar|jan\\.|februar|feb\\.|mars|april|mai|juni|juli|"
                    + "august|aug\\.|september|sept\\.|oktober|okt\\.|november|nov\\.|desember|des\\.) (20\\d\\d|19\\d\\d)"
                    + "|(våren|vinteren|sommeren|sommaren|høsten|hausten) (20\\d\\d|19\\d\\d)"
                    + "|nr\\.? ?\\d{1,2}/((?:20|19)\\d\\d))\\b");
    private static final int LONGEST_DATE_LINE = 90;
    private static final int LONGEST_LOOK = 600;

    private static final Set<String> REPORTS = Set.of(
            "årsrapport",
            "årsrapporten",
            "årsmelding",
            "årsmeldinga",
            "årsmeldingen",
            "rapport",
            "rapporten",
            "evaluering",
            "evalueringsrapport",
            "evalueringa",
            "sluttrapport",
            "statusrapport",
            "tertialrapport",
            "arsrapport",
            "arsmelding",
            "referat",
            "oppsummering",
            "regnskap",
            "rekneskap");
    private static final Set<String> PLANS = Set.of(
            "handlingsplan",
            "handlingsplanen",
            "aktivitetsplan",
            "aktivitetsplanen",
            "tiltaksplan",
            "årsplan",
            "virksomhetsplan",
            "verksemdsplan",
            "strategi",
            "strategien",
            "årshjul",
            "program",
            "programmet",
            "mandat",
            "plan",
            "budsjett",
            "læringsnettverk",
            "læringsnettverket");

    private DocumentDates() {}

    static Optional<LocalDate> find(String title, List<Passage> passages, Optional<LocalDate> created) {
        Optional<LocalDate> named = inTitle(title);
        Optional<LocalDate> inLines = inLines(passages);
        if (inLines.isPresent()) {
            // A report on 2021 is often signed in 2022; a line with a year far away dates something else.
            if (named.isEmpty()
                    || Math.abs(inLines.get().getYear() - named.get().getYear()) <= 1
                    || named.get().getYear() > inLines.get().getYear() + 1) {
                return inLines;
            }
        }
        if (named.isPresent()) {
            return named;
        }
        for (int i = 0; i < Math.min(6, passages.size()); i++) {
            Passage passage = passages.get(i);
            if (passage.text().length() <= LONGEST_DATE_LINE) {
                Optional<LocalDate> early = inTitle(passage.text());
                if (early.isPresent()) {
                    return early;
                }
            }
        }
        Optional<LocalDate> month = withoutDay(passages);
        return month.isPresent() ? month : created.filter(date -> mentionsYear(passages, date.getYear()));
    }

    /// The date that a title's kind of document and year give: `Årsrapport 2021`, `Strategi 2020–2024`.
    static Optional<LocalDate> inTitle(String title) {
        String look = title.length() > LONGEST_LOOK ? title.substring(0, LONGEST_LOOK) : title;
        String[] words = look.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        boolean report = false;
        boolean plan = false;
        for (int i = 0; i < words.length; i++) {
            report |= REPORTS.contains(words[i]);
            plan |= PLANS.contains(words[i]);
            OptionalInt year = year(words[i]);
            if (year.isPresent() && (report || plan)) {
                // "Demensplan 2025" in a title is the name of another document.
                String before = words[Math.max(0, i - 1)];
                boolean nameOfAnother = before.endsWith("plan") && !PLANS.contains(before);
                if (!nameOfAnother) {
                    boolean span = i + 1 < words.length && year(words[i + 1]).isPresent();
                    return Optional.of(
                            report && !span
                                    ? LocalDate.of(year.getAsInt(), 12, 31)
                                    : plan && !report
                                            ? LocalDate.of(year.getAsInt(), 1, 1)
                                            : LocalDate.of(
                                                    span ? year(words[i + 1]).getAsInt() : year.getAsInt(), 12, 31));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inLines(List<Passage> passages) {
        int size = passages.size();
        for (int i = 0; i < Math.min(FIRST, size); i++) {
            Optional<LocalDate> date = inLine(passages.get(i));
            if (date.isPresent()) {
                return date;
            }
        }
        for (int i = size - 1; i >= Math.max(FIRST, size - LAST); i--) {
            Optional<LocalDate> date = inLine(passages.get(i));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inLine(Passage passage) {
        String text = CleanText.of(passage.text()).text().replaceAll("\\s{2,}", " ");
        boolean shortLine = text.length() <= LONGEST_DATE_LINE;
        String look = withDigits(text.length() > LONGEST_LOOK ? text.substring(0, LONGEST_LOOK) : text)
                .toLowerCase(Locale.ROOT);
        for (int at = 0; at < look.length(); at++) {
            if (!Character.isDigit(look.charAt(at)) || (at > 0 && isWordPart(look.charAt(at - 1)))) {
                continue;
            }
            Found found = dateAt(look, at);
            if (found != null) {
                if (ownDate(look, at, found.end, shortLine)) {
                    return Optional.of(found.date);
                }
                at = found.end - 1;
            }
        }
        return Optional.empty();
    }

    /// `2O15`, `l5.` as scanned: letters beside a digit that are often read for one.
    private static String withDigits(String text) {
        var fixed = new StringBuilder(text);
        for (int i = 0; i < fixed.length(); i++) {
            char c = fixed.charAt(i);
            boolean beside = i > 0 && Character.isDigit(fixed.charAt(i - 1))
                    || i + 1 < fixed.length() && Character.isDigit(fixed.charAt(i + 1));
            if (beside && c == 'O') {
                fixed.setCharAt(i, '0');
            } else if (beside && (c == 'l' || c == 'I')) {
                fixed.setCharAt(i, '1');
            }
        }
        return fixed.toString();
    }

    /// `Mars 2014`, `hausten 2013`, `nr. 4/2018`: when the first lines give a month, a season or an issue, but no day.
    private static Optional<LocalDate> withoutDay(List<Passage> passages) {
        for (int i = 0; i < Math.min(FIRST_WITHOUT_DAY, passages.size()); i++) {
            String line = CleanText.of(passages.get(i).text()).text();
            if (line.length() > LONGEST_LOOK) {
                continue;
            }
            Matcher found = WITHOUT_DAY.matcher(withDigits(line).toLowerCase(Locale.ROOT));
            while (found.find()) {
                String before = line.substring(0, found.start()).stripTrailing();
                boolean day =
                        !before.isEmpty() && before.replaceFirst("\\.$", "").matches(".*\\d");
                if (day || before.endsWith("til") || before.endsWith("–") || before.endsWith("frist")) {
                    continue;
                }
                if (found.group(1) != null) {
                    return Optional.of(LocalDate.of(Integer.parseInt(found.group(2)), month(found.group(1)), 15));
                }
                if (found.group(3) != null) {
                    return Optional.of(LocalDate.of(Integer.parseInt(found.group(4)), season(found.group(3)), 1));
                }
                return Optional.of(LocalDate.of(Integer.parseInt(found.group(5)), 12, 31));
            }
        }
        return Optional.empty();
    }

    private static int month(String name) {
        for (int month = 0; month < Months.NAMES.size(); month++) {
            if (Months.NAMES.get(month).startsWith(name.substring(0, 3))) {
                return month + 1;
            }
        }
        throw new IllegalStateException("No month begins like " + name);
    }

    private static int season(String name) {
        return name.startsWith("vi") ? 1 : name.startsWith("v") ? 4 : name.startsWith("s") ? 7 : 10;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '/' || c == '–';
    }

    private static boolean ownDate(String text, int start, int end, boolean shortLine) {
        String after = text.substring(end, Math.min(text.length(), end + 8)).stripLeading();
        if (after.startsWith("nr")
                || after.startsWith("kl") && !shortLine
                || after.startsWith("–")
                || after.startsWith("til")) {
            return false;
        }
        String before = text.substring(Math.max(0, start - 40), start).strip();
        if (before.endsWith("gyldig fra") || before.endsWith("gjelder fra") || before.endsWith("gjeld frå")) {
            return true;
        }
        for (String word : new String[] {
            "lov",
            "forskrift",
            "res.",
            "kraft",
            "fra",
            "frå",
            "innen",
            "innan",
            "frist",
            "fristen",
            "til",
            "lov av",
            "forskrift av",
            "etter",
            "før",
            "og",
            "siden",
            "sidan",
            "fra og med",
            "endret",
            "endra",
            "trer i kraft"
        }) {
            if (before.endsWith(word)
                    && (before.length() == word.length()
                            || !Character.isLetter(before.charAt(before.length() - word.length() - 1)))) {
                return false;
            }
        }
        if (shortLine) {
            return !text.contains("kraft") && !text.contains("frist");
        }
        for (String word : new String[] {
            "vedtatt",
            "vedteke",
            "vedtatt i",
            "datert",
            "godkjent",
            "godkjend",
            "fastsatt",
            "fastsett",
            "revidert",
            "dato:",
            "oppdatert",
            "signert",
            "møtedato"
        }) {
            if (before.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private record Found(LocalDate date, int end) {}

    /// Reads `12. mars 2022`, `3. sept. 2021`, the last day of `4.–5. mai 2022`, `12.03.2022`, `12/3-2022`,
    /// `2022-03-12` at a digit.
    private static @org.jspecify.annotations.Nullable Found dateAt(String text, int at) {
        int end = digits(text, at, 4);
        int first = number(text, at, end);
        if (end - at == 4) {
            if (end < text.length() && text.charAt(end) == '-') {
                int monthEnd = digits(text, end + 1, 2);
                if (monthEnd == end + 3 && monthEnd < text.length() && text.charAt(monthEnd) == '-') {
                    int dayEnd = digits(text, monthEnd + 1, 2);
                    if (dayEnd == monthEnd + 3 && (dayEnd == text.length() || text.charAt(dayEnd) != '-')) {
                        return found(
                                first, number(text, end + 1, monthEnd), number(text, monthEnd + 1, dayEnd), dayEnd);
                    }
                }
            }
            return null;
        }
        if (end - at > 2) {
            return null;
        }
        int next = end;
        if (next < text.length() && (text.charAt(next) == '.' || text.charAt(next) == '/')) {
            next++;
            int monthEnd = digits(text, next, 2);
            if (monthEnd > next
                    && monthEnd < text.length()
                    && (text.charAt(monthEnd) == '.' || text.charAt(monthEnd) == '-' || text.charAt(monthEnd) == '/')) {
                int yearEnd = digits(text, monthEnd + 1, 4);
                if (yearEnd == monthEnd + 5) {
                    return found(number(text, monthEnd + 1, yearEnd), number(text, next, monthEnd), first, yearEnd);
                }
                return null;
            }
        }
        next = blanks(text, next);
        int second = lastOfRange(text, next);
        if (second > next) {
            int secondEnd = digits(text, second, 2);
            first = number(text, second, secondEnd);
            next = blanks(text, secondEnd < text.length() && text.charAt(secondEnd) == '.' ? secondEnd + 1 : secondEnd);
        }
        for (int month = 0; month < 12; month++) {
            int nameEnd = monthEnd(text, next, month);
            if (nameEnd > next) {
                int year = blanks(text, nameEnd);
                int yearEnd = digits(text, year, 4);
                return yearEnd == year + 4 ? found(number(text, year, yearEnd), month + 1, first, yearEnd) : null;
            }
        }
        return null;
    }

    /// Where the last day of `4.–5. mai`, `4. og 5. mai` stands; `at` when no such range goes on there.
    private static int lastOfRange(String text, int at) {
        int day = text.startsWith("og ", at)
                ? blanks(text, at + 3)
                : text.startsWith("–", at) || text.startsWith("-", at) ? blanks(text, at + 1) : at;
        int end = digits(text, day, 2);
        boolean dotted = end > day && end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ' ');
        return dotted ? day : at;
    }

    /// The end of a month's name or of its short form with a dot; `at` when neither stands there.
    private static int monthEnd(String text, int at, int month) {
        String name = Months.NAMES.get(month);
        if (text.startsWith(name, at)) {
            return at + name.length();
        }
        for (int length = 3; length < Math.min(5, name.length()); length++) {
            if (text.startsWith(name.substring(0, length) + ".", at)) {
                return at + length + 1;
            }
        }
        return at;
    }

    private static int blanks(String text, int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private static @org.jspecify.annotations.Nullable Found found(int year, int month, int day, int end) {
        if (year < 1600 || year > 2100) {
            return null;
        }
        try {
            return new Found(LocalDate.of(year, month, day), end);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int digits(String text, int at, int most) {
        int end = at;
        while (end < text.length() && end - at < most && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    private static OptionalInt year(String word) {
        if (word.length() != 4 || digits(word, 0, 4) != 4) {
            return OptionalInt.empty();
        }
        int year = number(word, 0, 4);
        return year >= 1900 && year <= 2100 ? OptionalInt.of(year) : OptionalInt.empty();
    }

    private static boolean mentionsYear(List<Passage> passages, int year) {
        String digits = Integer.toString(year);
        int looked = 0;
        for (Passage passage : passages) {
            if (passage.text().contains(digits)) {
                return true;
            }
            looked += passage.text().length();
            if (looked > 200_000) {
                return false;
            }
        }
        return false;
    }

    /// Reads an ISO date or date-time, or a date as written in words; empty when it is neither.
    static Optional<LocalDate> parse(String value) {
        String look = value.strip().toLowerCase(Locale.ROOT);
        if (look.isEmpty() || !Character.isDigit(look.charAt(0))) {
            return Optional.empty();
        }
        Found found = dateAt(look, 0);
        return found == null ? Optional.empty() : Optional.of(found.date);
    }

    /// The date within `FOR-2025-06-20-1088`, `forskrift/2025-09-25-1933` and their like.
    static Optional<LocalDate> inIdentifier(String identifier) {
        for (int at = 0; at + 10 <= identifier.length(); at++) {
            if (digits(identifier, at, 4) == at + 4
                    && identifier.charAt(at + 4) == '-'
                    && digits(identifier, at + 5, 2) == at + 7
                    && identifier.charAt(at + 7) == '-'
                    && digits(identifier, at + 8, 2) == at + 10) {
                Found found = found(
                        number(identifier, at, at + 4),
                        number(identifier, at + 5, at + 7),
                        number(identifier, at + 8, at + 10),
                        at + 10);
                return found == null ? Optional.empty() : Optional.of(found.date);
            }
        }
        return Optional.empty();
    }
}
