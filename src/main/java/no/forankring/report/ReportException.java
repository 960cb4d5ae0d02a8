package no.forankring.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report cannot be made. The message says why, in bokmål, and what to do.
public final class ReportException extends RuntimeException {

    private ReportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static ReportException unknown(String name, List<String> known) {
        return new ReportException(
                "Rapporten «%s» finnes ikke. Velg blant: %s.".formatted(name, String.join(", ", known)), null);
    }

    static ReportException unknownParameter(String report, String parameter, List<String> known) {
        return new ReportException(
                "Rapporten «%s» har ikke valget «%s». Den har: %s."
                        .formatted(report, parameter, known.isEmpty() ? "ingen" : String.join(", ", known)),
                null);
    }

    static ReportException missingParameter(String report, String parameter) {
        return new ReportException("Rapporten «%s» trenger valget «%s».".formatted(report, parameter), null);
    }

    static ReportException badValue(String parameter, String value, String wanted) {
        return new ReportException("«%s» kan ikke være «%s». Skriv %s.".formatted(parameter, value, wanted), null);
    }

    static ReportException notKept(String why, Throwable cause) {
        return new ReportException("Rapporten kan ikke vise hva som var kjent den dagen. " + why, cause);
    }

    static ReportException tooSlow(String report, long seconds) {
        return new ReportException(
                "Rapporten «%s» ble stanset etter %d sekunder. Velg et smalere utvalg.".formatted(report, seconds),
                null);
    }

    static ReportException tooManyRows(String report, int max) {
        return new ReportException(
                "Rapporten «%s» har mer enn %,d rader. Velg et smalere utvalg.".formatted(report, max), null);
    }

    static ReportException broken(String file, String what, @Nullable Throwable cause) {
        return new ReportException(
                "The report file %s is broken: %s. Mend it and build again.".formatted(file, what), cause);
    }

    static ReportException notWritten(String report, Throwable cause) {
        return new ReportException(
                "Rapporten «%s» lot seg ikke skrive: %s".formatted(report, cause.getMessage()), cause);
    }
}
