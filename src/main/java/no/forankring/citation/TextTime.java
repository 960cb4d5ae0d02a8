package no.forankring.citation;

import java.time.LocalDate;
import java.util.List;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import org.jspecify.annotations.Nullable;

/// When a text speaks: its own date, or the year it speaks of most, and which documents were in force then.
final class TextTime {

    private final Reading reading;
    private final Tokens tokens;
    /// The document's own date, where it has one.
    final @Nullable LocalDate date;
    /// The year of the date, else the year that the text speaks of most; 0 when neither is known.
    final int usualYear;
    /// The latest year that the text speaks of, as far as it is not plainly a goal to come.
    private int latestYear;

    TextTime(Reading reading, LegalText legal) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.date = date(reading, legal);
        this.usualYear = date == null ? usualYear() : date.getYear();
    }

    /// A law is kept up to date: it speaks on the day of the latest act that it says has changed it.
    private static @Nullable LocalDate date(Reading reading, LegalText legal) {
        LocalDate date = reading.document.date().orElse(null);
        if (!legal.is()) {
            return date;
        }
        for (Finding finding : reading.findings) {
            if (finding.kind == Finding.Kind.EXACT && !finding.options.isEmpty()) {
                LocalDate cited = finding.options.getFirst().madeOn();
                date = cited != null && (date == null || cited.isAfter(date)) ? cited : date;
            }
        }
        return date;
    }

    Reason validity(Option option) {
        GoverningDocument document = option.row() == null ? null : option.row().document();
        String from = document == null
                ? ""
                : document.inForceFrom()
                        .or(document::date)
                        .map(d -> Integer.toString(d.year()))
                        .orElse("?");
        return date != null
                ? Reason.of("valid-on-date", Integer.toString(date.getYear()), from)
                : Reason.of("valid-in-usual-year", Integer.toString(usualYear), from);
    }

    /// True when the same document alone is valid also in the latest year that the text speaks of: without a date of
    /// its own the text may be as young as that.
    boolean validUntil(Option chosen, List<Option> options) {
        LocalDate day = LocalDate.of(latestYear, 7, 1);
        return options.stream()
                .allMatch(option ->
                        option.row() != null && option.row().document().mayBeInForceOn(day) == option.equals(chosen));
    }

    /// Made after the text, so that the text cannot mean it. Of a text without a date nobody knows; papers may be
    /// spoken of
    /// a year ahead, acts a few weeks.
    boolean isLater(GoverningDocument document) {
        if (date == null || isRevised(document)) {
            return false;
        }
        boolean act = isAct(document);
        return document.date()
                .map(made -> act ? made.earliest().isAfter(date.plusMonths(2)) : made.year() > date.getYear() + 1)
                .orElse(false);
    }

    private static boolean isAct(GoverningDocument document) {
        return document.type() == DocumentType.LAW || document.type() == DocumentType.REGULATION;
    }

    /// Guidelines and their like live under one name, and the register knows the day of the last revision only.
    private static boolean isRevised(GoverningDocument document) {
        return switch (document.type()) {
            case GUIDELINE, GUIDANCE, NATIONAL_ADVICE, PATHWAY -> true;
            default -> false;
        };
    }

    boolean inForce(GoverningDocument document) {
        LocalDate day = date != null ? date : LocalDate.of(usualYear, 7, 1);
        return document.mayBeInForceOn(day);
    }

    List<Reason> dateReasons(GoverningDocument document) {
        if (usualYear == 0) {
            return List.of();
        }
        String from = document.inForceFrom()
                .or(document::date)
                .map(d -> Integer.toString(d.year()))
                .orElse("?");
        return inForce(document)
                ? List.of(Reason.of("valid-on-date", Integer.toString(usualYear), from))
                : List.of(Reason.of("not-valid-on-date", Integer.toString(usualYear)));
    }

    /// Between 0 and 1: newest before the document's own date first.
    double closeness(GoverningDocument document) {
        int year = document.date().map(d -> d.year()).orElse(0);
        if (usualYear == 0 || year == 0) {
            return year / 4000.0;
        }
        int age = usualYear - year;
        return age < 0 ? 0.1 / (1 - age) : 1.0 / (1 + age);
    }

    /// The year that the text speaks of most, for texts without a date; 0 when no year stands out.
    private int usualYear() {
        var years = new int[201];
        tokens.looked(tokens.count());
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.isNumber(i) && tokens.length(i) == 4) {
                int year = tokens.value(i) - 1900;
                if (year >= 60 && year <= 150) {
                    years[year]++;
                }
            }
        }
        for (Finding finding : reading.findings) {
            tokens.looked(finding.to - finding.from);
            for (int i = finding.from; i < finding.to; i++) {
                if (tokens.isNumber(i) && tokens.length(i) == 4) {
                    int year = tokens.value(i) - 1900;
                    if (year >= 0 && year < years.length && years[year] > 0) {
                        years[year]--;
                    }
                }
            }
        }
        int best = 0;
        for (int year = 0; year < years.length; year++) {
            if (years[year] >= 2 && (best == 0 || years[year] > years[best])) {
                best = year;
            }
        }
        // A text that cites a session is not older than the session.
        int cited = 0;
        for (Finding finding : reading.findings) {
            Designation designation = finding.designation;
            if (designation != null && designation.complete() && designation.session() < 2100) {
                cited = Math.max(cited, designation.session());
            }
        }
        int usual = best == 0 ? cited : Math.max(best + 1900, cited);
        latestYear = usual;
        for (int year = Math.max(0, usual - 1900 + 1);
                usual != 0 && year <= usual - 1900 + 3 && year < years.length;
                year++) {
            latestYear = years[year] > 0 ? year + 1900 : latestYear;
        }
        return usual;
    }
}
