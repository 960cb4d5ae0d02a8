package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;

/// Renders the resolutions of a file as rows for programs: tab-separated values and JSON.
///
/// Columns: `file start end text type id pinpoint status candidates confidence reason`. Offsets count UTF-16 units, the
/// end is exclusive. In the tab-separated form newline, carriage return, tab and backslash are written `\n`, `\r`,
/// `\t` and `\\`, and candidates are joined by `|`.
public final class CiteTable {

    /// The header line, with its line break.
    public static final String HEADER =
            "file\tstart\tend\ttext\ttype\tid\tpinpoint\tstatus\tcandidates\tconfidence\treason\n";

    private final Register register;
    private final Locale locale;

    /// @param locale the language of the reasons
    public CiteTable(Register register, Locale locale) {
        this.register = register;
        this.locale = locale;
    }

    /// One mention as it is printed.
    ///
    /// @param id empty unless resolved
    /// @param candidates ids of what else was weighed; of an ambiguous mention all of them, best first
    public record Row(
            String file,
            int start,
            int end,
            String text,
            String type,
            String id,
            String pinpoint,
            String status,
            List<String> candidates,
            double confidence,
            String reason) {

        public Row {
            candidates = List.copyOf(candidates);
        }
    }

    /// One row for each resolution, in the same order.
    public List<Row> rows(String file, List<Resolution> resolutions) {
        var rows = new ArrayList<Row>(resolutions.size());
        for (Resolution resolution : resolutions) {
            rows.add(row(file, resolution));
        }
        return List.copyOf(rows);
    }

    /// The rows as lines, without the header.
    public String tsv(String file, List<Resolution> resolutions) {
        var lines = new StringBuilder();
        for (Row row : rows(file, resolutions)) {
            lines.append(escape(row.file())).append('\t');
            lines.append(row.start()).append('\t').append(row.end()).append('\t');
            lines.append(escape(row.text())).append('\t');
            lines.append(row.type()).append('\t');
            lines.append(row.id()).append('\t');
            lines.append(escape(row.pinpoint())).append('\t');
            lines.append(row.status()).append('\t');
            lines.append(String.join("|", row.candidates())).append('\t');
            lines.append(confidence(row.confidence())).append('\t');
            lines.append(escape(row.reason())).append('\n');
        }
        return lines.toString();
    }

    /// The rows as a JSON array, one object a line.
    public String json(String file, List<Resolution> resolutions) {
        var json = new StringBuilder("[");
        String separator = "\n";
        for (Row row : rows(file, resolutions)) {
            json.append(separator).append("  {\"file\": ").append(quote(row.file()));
            json.append(", \"start\": ")
                    .append(row.start())
                    .append(", \"end\": ")
                    .append(row.end());
            json.append(", \"text\": ").append(quote(row.text()));
            json.append(", \"type\": ").append(quote(row.type()));
            json.append(", \"id\": ").append(row.id().isEmpty() ? "null" : quote(row.id()));
            json.append(", \"pinpoint\": ").append(quote(row.pinpoint()));
            json.append(", \"status\": ").append(quote(row.status()));
            json.append(", \"candidates\": [");
            String comma = "";
            for (String candidate : row.candidates()) {
                json.append(comma).append(quote(candidate));
                comma = ", ";
            }
            json.append("], \"confidence\": ").append(confidence(row.confidence()));
            json.append(", \"reason\": ").append(quote(row.reason())).append('}');
            separator = ",\n";
        }
        return json.append(json.length() > 1 ? "\n]\n" : "]\n").toString();
    }

    private Row row(String file, Resolution resolution) {
        Mention mention = resolution.mention();
        String reason = reasons(resolution.reasons());
        return switch (resolution) {
            case Resolution.Resolved resolved ->
                new Row(
                        file,
                        mention.span().start(),
                        mention.span().end(),
                        mention.text(),
                        type(resolved.target().document()),
                        resolved.target().document().value(),
                        resolved.target().pinpoint().text(),
                        "resolved",
                        ids(resolved.alternatives()),
                        resolved.confidence(),
                        reason);
            case Resolution.Ambiguous ambiguous ->
                new Row(
                        file,
                        mention.span().start(),
                        mention.span().end(),
                        mention.text(),
                        type(ambiguous.candidates().getFirst().target().document()),
                        "",
                        ambiguous.candidates().getFirst().target().pinpoint().text(),
                        "ambiguous",
                        ids(ambiguous.candidates()),
                        0,
                        reason);
            case Resolution.Unresolved unresolved ->
                new Row(
                        file,
                        mention.span().start(),
                        mention.span().end(),
                        mention.text(),
                        unresolved.type(),
                        "",
                        "",
                        "unresolved",
                        List.of(),
                        0,
                        reason);
        };
    }

    private static List<String> ids(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.target().document().value())
                .distinct()
                .toList();
    }

    private String reasons(List<Reason> reasons) {
        var text = new StringBuilder();
        for (Reason reason : reasons) {
            if (!text.isEmpty()) {
                text.append("; ");
            }
            text.append(reason.text(locale));
        }
        return text.toString();
    }

    /// The coarse type of a document: the register's, else what its systematic id says.
    String type(GoverningDocumentId id) {
        return register.find(id).map(document -> document.type().citeType()).orElseGet(() -> typeOfSeries(id.value()));
    }

    /// Whether an id is the systematic one of a numbered document.
    static boolean isOfSeries(String id) {
        return !typeOfSeries(id).equals("other");
    }

    private static String typeOfSeries(String id) {
        for (Series series : Series.values()) {
            if (id.startsWith(series.code + "-")) {
                return series.citeType;
            }
        }
        return "other";
    }

    private static String confidence(double confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence);
    }

    /// One field of a tab-separated line.
    static String escape(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String quote(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) && !paired(text, i)) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean paired(String text, int index) {
        char c = text.charAt(index);
        return Character.isHighSurrogate(c)
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
}
