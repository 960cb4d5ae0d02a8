package no.forankring.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.forankring.citation.TabSeparated;

/// A question of an adviser, how it is asked, and the whole right answer: a row of a table of questions.
///
/// @param way `trace`, `search` or `report`
/// @param parameters what the way takes, see [Questions]
/// @param expected the whole answer
/// @param evidence words that the answer must show, each in one of its passages
/// @param open why the product does not answer it yet; empty when it does
record QuestionRow(
        String id,
        String question,
        String way,
        Map<String, String> parameters,
        List<ExpectedAnswer> expected,
        List<String> evidence,
        String open) {

    QuestionRow {
        parameters = Map.copyOf(parameters);
        expected = List.copyOf(expected);
        evidence = List.copyOf(evidence);
    }

    /// Reads `id question way parameters expected evidence open`: parameters are `key=value` parted by `;`, answers and
    /// evidence are parted by ` ; `.
    static List<QuestionRow> read(String tsv) {
        return TabSeparated.rows(tsv).stream()
                .map(row -> new QuestionRow(
                        TabSeparated.cell(row, "id"),
                        TabSeparated.cell(row, "question"),
                        TabSeparated.cell(row, "way"),
                        parameters(TabSeparated.cell(row, "parameters")),
                        parts(TabSeparated.cell(row, "expected")).stream()
                                .map(ExpectedAnswer::parse)
                                .toList(),
                        parts(TabSeparated.cell(row, "evidence")),
                        TabSeparated.cell(row, "open").strip()))
                .toList();
    }

    private static Map<String, String> parameters(String written) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : written.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return parameters;
    }

    static List<String> parts(String written) {
        return Arrays.stream(written.split("\\s;\\s", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return id + " " + question;
    }
}
