package no.forankring.curation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Months;

/// Dates as advisers write them.
final class Dates {

    /// "2025-03-12"
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T.*)?");
    /// "12.03.2025", "12.3.25", "12/3-2025"
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[.\\-/](\\d{2}|\\d{4})");
    /// "12. mars 2025", "12 mars 2025"
    private static final Pattern WORDS = Pattern.compile("(\\d{1,2})\\.? ?(\\p{L}{3,})\\.? (\\d{4})");
    /// "12.–13. mars 2025", "12.-13.03.2025": the first day lacks what the second says
    private static final Pattern DAYS = Pattern.compile("(\\d{1,2})\\.? ?[-–—] ?((\\d{1,2})(\\..*|\\. ?.*| .*))");

    private Dates() {}

    /// The first and the last day; the same where only one is given.
    record Range(LocalDate first, LocalDate last) {}

    static Optional<LocalDate> read(String text) {
        String words = text.strip().replaceAll("[\\s\\u00A0]+", " ");
        Matcher iso = ISO.matcher(words);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher numbers = NUMBERS.matcher(words);
        if (numbers.matches()) {
            String year = numbers.group(3);
            return date(year.length() == 2 ? "20" + year : year, numbers.group(2), numbers.group(1));
        }
        Matcher named = WORDS.matcher(words);
        if (named.matches()) {
            String month = named.group(2).toLowerCase(Locale.ROOT);
            for (int i = 0; i < Months.NAMES.size(); i++) {
                if (Months.NAMES.get(i).startsWith(month)) {
                    return date(named.group(3), String.valueOf(i + 1), named.group(1));
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Range> range(String text) {
        String words = text.strip().replaceAll("[\\s\\u00A0]+", " ");
        Optional<LocalDate> one = read(words);
        if (one.isPresent()) {
            return one.map(date -> new Range(date, date));
        }
        Matcher days = DAYS.matcher(words);
        if (days.matches()) {
            Optional<LocalDate> last = read(days.group(2));
            if (last.isPresent()) {
                return date(
                                String.valueOf(last.get().getYear()),
                                String.valueOf(last.get().getMonthValue()),
                                days.group(1))
                        .map(first -> new Range(first, last.get()));
            }
        }
        for (String dash : List.of(" – ", " - ", " — ", "–", " til ")) {
            int at = words.indexOf(dash);
            if (at > 0) {
                Optional<LocalDate> first = read(words.substring(0, at));
                Optional<LocalDate> last = read(words.substring(at + dash.length()));
                if (first.isPresent() && last.isPresent()) {
                    return Optional.of(new Range(first.get(), last.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
