package no.forankring.extraction;

import java.util.Comparator;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.ObjectRef;

/// The `extract` command's table: a block of entities and a block of relations, tab-separated, each with its header.
///
/// Entity rows are `entity file class name start end year numbers`; numbers are written
/// `deltakere=34;team=7`, a range as `75-150`; gatherings, courses and conferences have the class `Activity`.
/// Relation
/// rows are `relation file subject predicate object start end confidence status`; the subject is an entity's name, the
/// object an entity's name or a governing document's id, and the status is `explicit`, `inferred`, or `ambiguous` where
/// the
/// citation fits several documents. Offsets are UTF-16 units of the text as read, end exclusive; newline, tab and
/// backslash
/// are written `\n`, `\t`, `\\`.
public final class ExtractTable {

    private ExtractTable() {}

    /// The table for several files, by their names as the user wrote them.
    public static String of(SequencedMap<String, Extraction> files) {
        var table = new StringBuilder("entity\tfile\tclass\tname\tstart\tend\tyear\tnumbers\n");
        files.forEach((file, extraction) -> {
            for (Entity entity : extraction.entities()) {
                row(
                        table,
                        "entity",
                        file,
                        entity.type().classTerm(),
                        entity.name(),
                        Integer.toString(entity.span().start()),
                        Integer.toString(entity.span().end()),
                        entity.year().isPresent()
                                ? Integer.toString(entity.year().getAsInt())
                                : "",
                        figures(entity));
            }
        });
        table.append("relation\tfile\tsubject\tpredicate\tobject\tstart\tend\tconfidence\tstatus\n");
        files.forEach((file, extraction) -> {
            var names = new TreeMap<String, String>();
            extraction.entities().forEach(entity -> names.put(entity.key(), entity.name()));
            for (Relation relation : extraction.relations()) {
                Span evidence = relation.evidence();
                row(
                        table,
                        "relation",
                        file,
                        names.getOrDefault(relation.subject(), relation.subject()),
                        relation.type().term(),
                        switch (relation.object()) {
                            case ObjectRef.Governing governing ->
                                governing.target().document().value();
                            case ObjectRef.Other other -> names.getOrDefault(other.key(), other.key());
                        },
                        Integer.toString(evidence.start()),
                        Integer.toString(evidence.end()),
                        String.format(Locale.ROOT, "%.2f", relation.confidence()),
                        status(relation));
            }
        });
        return table.toString();
    }

    private static String status(Relation relation) {
        if (relation.object() instanceof ObjectRef.Governing governing && !governing.certain()) {
            return "ambiguous";
        }
        return relation.explicit() ? "explicit" : "inferred";
    }

    private static String figures(Entity entity) {
        return entity.figures().stream()
                .sorted(Comparator.comparing(figure -> figure.kind().column()))
                .map(figure -> figure.kind().column() + "=" + figure.text())
                .collect(Collectors.joining(";"));
    }

    private static void row(StringBuilder table, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            table.append(i == 0 ? "" : "\t")
                    .append(fields[i]
                            .replace("\\", "\\\\")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r")
                            .replace("\t", "\\t"));
        }
        table.append('\n');
    }
}
