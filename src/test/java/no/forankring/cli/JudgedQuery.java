package no.forankring.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What one types, and which documents must come up.
///
/// @param kind what it tries, as in `title` or `misspelling`
/// @param expected beginnings of file names, or what they hold after the first hyphen; any of them is right
record JudgedQuery(String text, String kind, List<String> expected) {

    JudgedQuery {
        expected = List.copyOf(expected);
    }

    /// The rows of a table of this package.
    static List<JudgedQuery> read(String table) throws IOException {
        var queries = new ArrayList<JudgedQuery>();
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(JudgedQuery.class.getResourceAsStream(table), table), StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                if (line.startsWith("#") || line.isBlank()) {
                    continue;
                }
                String[] cells = line.split("\t");
                if (cells.length != 3) {
                    throw new IOException("%s needs query, kind and documents in: %s".formatted(table, line));
                }
                queries.add(new JudgedQuery(cells[0], cells[1], List.of(cells[2].split(","))));
            }
        }
        return queries;
    }

    boolean isRight(String fileName) {
        String base = fileName.replaceFirst("\\.[a-z]+$", "");
        return expected.stream()
                .anyMatch(one -> base.equals(one) || base.startsWith(one + "-") || base.endsWith("-" + one));
    }

    /// Where the first right one stands, from 1; 0 when none does.
    int rank(List<String> fileNames) {
        for (int i = 0; i < fileNames.size(); i++) {
            if (isRight(fileNames.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
