package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.register.Register;
import org.junit.jupiter.api.Test;

/// Every row of the open gold set points at the words that it copies, and names classes, relations and ends that exist.
class GoldRowsTest {

    private static final Path FOLDER = Path.of("corpus/activities");
    private static final Set<String> CLASSES = Stream.of(EntityType.values())
            .map(type -> ThingClass.of(type.term()))
            .collect(Collectors.toSet());
    private static final Set<String> RELATIONS =
            Stream.of(Relation.Type.values()).map(Relation.Type::term).collect(Collectors.toSet());

    private record Row(List<String> columns, Map<String, Integer> places) {
        String get(String column) {
            return columns.get(java.util.Objects.requireNonNull(places.get(column)));
        }
    }

    private static List<Row> rows(String table) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(table));
        var places = new HashMap<String, Integer>();
        String[] heads = lines.getFirst().split("\t", -1);
        for (int i = 0; i < heads.length; i++) {
            places.put(heads[i], i);
        }
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> new Row(List.of(line.split("\t", -1)), places))
                .toList();
    }

    private static String text(Map<String, String> texts, String file) throws IOException {
        String known = texts.get(file);
        if (known == null) {
            known = Files.readString(FOLDER.resolve(file));
            texts.put(file, known);
        }
        return known;
    }

    private static boolean isCopied(Map<String, String> texts, Row row, String column) throws IOException {
        String text = text(texts, row.get("file"));
        int start = Integer.parseInt(row.get("start"));
        int end = Integer.parseInt(row.get("end"));
        if (start < 0 || end > text.length() || start >= end) {
            return false;
        }
        String words = text.substring(start, end)
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "");
        String copy = row.get(column);
        return words.equals(copy) || copy.endsWith("…") && words.startsWith(copy.substring(0, copy.length() - 1));
    }

    @Test
    void everyEntityIsNamedWhereItsRowSays() throws IOException {
        var texts = new HashMap<String, String>();
        var wrong = new ArrayList<String>();
        for (Row row : rows("entities.tsv")) {
            if (!isCopied(texts, row, "name") || !CLASSES.contains(row.get("class"))) {
                wrong.add(row.get("file") + " " + row.get("slug"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRelationIsProvedWhereItsRowSays() throws IOException {
        var texts = new HashMap<String, String>();
        var known = new HashSet<String>();
        rows("entities.tsv").forEach(row -> known.add(row.get("file") + " " + row.get("slug")));
        Set<String> ids = Register.builtIn().all().stream()
                .map(document -> document.id().value())
                .collect(Collectors.toSet());
        var wrong = new ArrayList<String>();
        for (Row row : rows("relations.tsv")) {
            boolean subject =
                    known.contains(row.get("file") + " " + row.get("subject")) || isDocument(ids, row.get("subject"));
            boolean object = known.contains(row.get("file") + " " + row.get("object"))
                    || isDocument(ids, row.get("object"))
                    || row.get("object").startsWith("sted:");
            boolean told = RELATIONS.contains(row.get("relation"))
                    && Set.of("explicit", "inferred").contains(row.get("certainty"));
            if (!subject || !object || !told || !isCopied(texts, row, "evidence")) {
                wrong.add("%s %s %s %s"
                        .formatted(row.get("file"), row.get("subject"), row.get("relation"), row.get("object")));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// A document of the register, a numbered one by its systematic id, a national programme, or a local document.
    private static boolean isDocument(Set<String> ids, String id) {
        return ids.contains(id)
                || id.startsWith("lokal-")
                || id.matches(
                        "(?:lov|for|meldst|prop|innst|nou|eu|hdir|rundskriv|plantype|otprp|stmeld|program|kampanje|samarbeid)-.+");
    }
}
