package no.forankring.citation;

import java.time.LocalDate;
import java.time.YearMonth;
import no.forankring.register.GoverningDocumentId;
import org.jspecify.annotations.Nullable;

/// One document that a finding may mean.
///
/// @param row empty for a numbered document that the register does not list
/// @param source how the words name it
record Option(GoverningDocumentId id, @Nullable Row row, Source source) {

    /// How a register names a document by some words, the safest first.
    enum Source {
        /// The number or address itself.
        EXACT,
        /// A title or an alias that fits this document alone.
        UNIQUE,
        /// The beginning of a long title.
        PREFIX,
        /// Fits several, or is an ordinary phrase.
        AMBIGUOUS,
        /// A wrong form seen in real text.
        ERRONEOUS,
        /// A second title line, which names the document only beside other evidence.
        SUBTITLE
    }

    static Option of(Row row, Source source) {
        return new Option(row.document().id(), row, source);
    }

    /// The day in a systematic id of an act, `lov-2011-06-24-30`; null for other ids.
    @Nullable
    LocalDate madeOn() {
        String value = id.value();
        if (!value.startsWith("lov-") && !value.startsWith("for-") || value.length() < 14) {
            return null;
        }
        int year = number(value, 4, 8);
        int month = number(value, 9, 11);
        int day = number(value, 12, 14);
        if (year < 0 || month < 1 || month > 12 || day < 1 || value.charAt(8) != '-' || value.charAt(11) != '-') {
            return null;
        }
        return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    /// The number that the digits are, or -1 where something else stands.
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    String label() {
        return row == null ? id.value() : row.document().label();
    }
}
