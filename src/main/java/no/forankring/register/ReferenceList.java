package no.forankring.register;

import java.util.List;
import java.util.stream.Collectors;

/// A list of governing documents for those who write: as text, for BibTeX and for RIS.
///
/// Each document once, in the order given. Titles stand as published; nothing is translated or shortened.
public final class ReferenceList {

    private ReferenceList() {}

    /// One reference on each line, as in [ReferenceText].
    public static String text(List<GoverningDocument> documents) {
        return documents.stream().map(ReferenceText::of).collect(Collectors.joining("\n", "", "\n"));
    }

    /// BibTeX in UTF-8. The key is the document's id.
    public static String bibtex(List<GoverningDocument> documents) {
        return documents.stream().map(ReferenceList::bibtexEntry).collect(Collectors.joining("\n"));
    }

    /// RIS, with CR LF as the format asks.
    public static String ris(List<GoverningDocument> documents) {
        return documents.stream().map(ReferenceList::risEntry).collect(Collectors.joining("\r\n"));
    }

    private static String bibtexEntry(GoverningDocument document) {
        var entry = new StringBuilder("@techreport{").append(document.id().value());
        field(entry, "title", "{" + escaped(title(document)) + "}");
        field(entry, "institution", escaped(document.issuer()));
        field(entry, "number", escaped(ReferenceText.number(document)));
        field(entry, "year", year(document));
        document.officialAddress().ifPresent(address -> field(entry, "url", address));
        field(entry, "note", escaped(ReferenceText.of(document)));
        return entry.append("\n}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        if (!value.isEmpty()) {
            entry.append(",\n  ").append(name).append(" = {").append(value).append('}');
        }
    }

    /// The signs that mean something in TeX.
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String risEntry(GoverningDocument document) {
        var entry = new StringBuilder();
        line(entry, "TY", risType(document.type()));
        line(entry, "ID", document.id().value());
        line(entry, "TI", title(document));
        line(entry, "AU", document.issuer());
        line(entry, "M1", ReferenceText.number(document));
        line(entry, "PY", year(document));
        line(entry, "UR", document.officialAddress().orElse(""));
        line(entry, "N1", ReferenceText.of(document));
        return entry.append("ER  - \r\n").toString();
    }

    private static void line(StringBuilder entry, String tag, String value) {
        if (!value.isEmpty()) {
            entry.append(tag)
                    .append("  - ")
                    .append(value.replaceAll("\\s+", " "))
                    .append("\r\n");
        }
    }

    private static String risType(DocumentType type) {
        return switch (type) {
            case LAW, AMENDING_LAW, REGULATION, EU_ACT -> "STAT";
            case PROPOSITION, PROPOSITION_OLD, BUDGET_PROPOSITION_OLD, LEGISLATIVE_DECISION -> "BILL";
            case WHITE_PAPER, WHITE_PAPER_OLD, RECOMMENDATION, PARLIAMENT_DOCUMENT, OFFICIAL_REPORT -> "GOVDOC";
            default -> "RPRT";
        };
    }

    private static String title(GoverningDocument document) {
        return document.title().replace(" — ", " – ").strip();
    }

    private static String year(GoverningDocument document) {
        return document.date()
                .map(date -> String.valueOf(date.year()))
                .orElseGet(() -> document.session().matches("\\d{4}.*")
                        ? document.session().substring(0, 4)
                        : "");
    }
}
