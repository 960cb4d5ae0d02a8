package no.forankring.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of files a report can become.
public enum ReportFormat {
    /// UTF-8 with a byte order mark and semicolons: a spreadsheet with Norwegian settings then opens it by double-click
    /// with æøå and columns right.
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /// One page that needs nothing else.
    HTML("html", "text/html;charset=UTF-8");

    private final String suffix;
    private final String mediaType;

    ReportFormat(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /// The suffix of file names, as in `csv`.
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<ReportFormat> named(String suffix) {
        return Arrays.stream(values())
                .filter(format -> format.suffix.equals(suffix.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
