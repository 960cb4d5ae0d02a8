package no.forankring.register;

import java.time.LocalDate;
import java.time.YearMonth;

/// A date of which only the year, or year and month, may be known. Written `2021`, `2021-05` or `2021-05-06`.
public record PartialDate(String text) {

    public PartialDate {
        if (!text.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?")) {
            throw new IllegalArgumentException("A date is written 2021, 2021-05 or 2021-05-06, but got " + text);
        }
        if (text.length() == 10) {
            LocalDate.parse(text);
        }
    }

    public int year() {
        return Integer.parseInt(text.substring(0, 4));
    }

    /// The first day that it may be.
    public LocalDate earliest() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(year(), 1, 1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /// The last day that it may be.
    public LocalDate latest() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(year(), 12, 31);
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
