package no.forankring.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

/// A report as it lies in its file: comments that describe it, marked `#+` as in grlc, then the query.
///
/// ```
/// #+ title nb: …                                   (also nn, en; likewise description)
/// #+ parameter year integer optional: År | År | Year
/// #+ column network: Nettverk | Nettverk | Network
/// ```
///
/// Types of parameters are text, integer, date, flag and governing-document. A date parameter marked `today` is today
/// when
/// left out. A column marked `none` says so where nothing was found.
record ReportFile(Report report, Query query) {

    static ReportFile parse(String name, String text) {
        Header header = header(name, text);
        return new ReportFile(header.report(), query(name, text, header.report().columns()));
    }

    /// The comments of a file, which describe a report.
    ///
    /// @param words what cells may say, by key, from lines as in `#+ word replaced: erstattet | erstatta | replaced`
    record Header(Report report, Map<String, Texts> words) {}

    static Header header(String name, String text) {
        Map<String, Texts> said = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        List<Report.Parameter> parameters = new ArrayList<>();
        List<Report.Column> columns = new ArrayList<>();
        for (String line : text.lines().takeWhile(each -> each.startsWith("#+")).toList()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw ReportException.broken(name, "the line has no colon: " + line, null);
            }
            List<String> key = List.of(line.substring(2, colon).strip().split("\\s+"));
            String value = line.substring(colon + 1).strip();
            switch (key.getFirst()) {
                case "title", "description" -> words.put(String.join(" ", key), value);
                case "parameter" -> parameters.add(parameter(name, key, texts(name, value)));
                case "column" -> columns.add(new Report.Column(key.get(1), key.contains("none"), texts(name, value)));
                case "word" -> said.put(key.get(1), texts(name, value));
                default -> throw ReportException.broken(name, "unknown line: " + line, null);
            }
        }
        var report =
                new Report(name, words(name, words, "title"), words(name, words, "description"), parameters, columns);
        return new Header(report, Map.copyOf(said));
    }

    private static Query query(String name, String text, List<Report.Column> columns) {
        Query query;
        try {
            query = QueryFactory.create(text, Syntax.syntaxSPARQL_12);
        } catch (QueryParseException unreadable) {
            throw ReportException.broken(name, String.valueOf(unreadable.getMessage()), unreadable);
        }
        List<String> described = columns.stream().map(Report.Column::variable).toList();
        if (!query.isSelectType() || !query.getResultVars().equals(described)) {
            throw ReportException.broken(
                    name, "its columns are " + described + ", but the query selects " + query.getResultVars(), null);
        }
        return query;
    }

    private static Report.Parameter parameter(String file, List<String> key, Texts label) {
        if (key.size() < 3) {
            throw ReportException.broken(file, "a parameter needs a name and a type: " + key, null);
        }
        Report.Type type;
        try {
            type = Report.Type.valueOf(key.get(2).replace('-', '_').toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw ReportException.broken(file, "unknown type of parameter " + key.get(2), unknown);
        }
        return new Report.Parameter(key.get(1), type, key.contains("optional") || key.contains("today"), label);
    }

    private static Texts texts(String file, String value) {
        String[] parts = value.split("\\s*\\|\\s*", -1);
        if (parts.length != 3) {
            throw ReportException.broken(file, "needs nb | nn | en, but has " + value, null);
        }
        return new Texts(parts[0], parts[1], parts[2]);
    }

    private static Texts words(String file, Map<String, String> words, String key) {
        var found = new ArrayList<String>();
        for (String language : List.of("nb", "nn", "en")) {
            String text = words.get(key + " " + language);
            if (text == null) {
                throw ReportException.broken(file, key + " " + language + " is missing", null);
            }
            found.add(text);
        }
        return new Texts(found.get(0), found.get(1), found.get(2));
    }
}
