package no.forankring.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.forankring.document.DocumentText;
import no.forankring.document.Language;
import no.forankring.document.Passage;
import no.forankring.document.PassageId;
import no.forankring.document.Span;

/// Makes documents of a few lines of Markdown: headings, items, tables with a head, paragraphs.
final class Texts {

    private final StringBuilder text = new StringBuilder();
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private List<String> columns = List.of();

    private Texts() {}

    static DocumentText of(String markdown) {
        var texts = new Texts();
        var paragraph = new StringBuilder();
        for (String line : (markdown + "\n").split("\n", -1)) {
            boolean plain = !line.isBlank() && !line.matches("(?:#+ |- |\\d+\\. |\\|).*");
            if (plain) {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            } else {
                if (!paragraph.isEmpty()) {
                    texts.add(Passage.Kind.PARAGRAPH, paragraph.toString(), 0, List.of());
                    paragraph.setLength(0);
                }
                texts.line(line);
            }
        }
        return new DocumentText(texts.text.toString(), "", Language.NOB, Optional.empty(), 0, texts.passages);
    }

    private void line(String line) {
        if (!line.startsWith("|")) {
            columns = List.of();
        }
        if (line.startsWith("#")) {
            int level = line.indexOf(' ');
            while (path.size() >= level) {
                path.removeLast();
            }
            add(Passage.Kind.HEADING, line.substring(level + 1), level, List.of());
            path.add(line.substring(level + 1));
        } else if (line.matches("(?:- |\\d+\\. ).*")) {
            add(Passage.Kind.LIST_ITEM, line.substring(line.indexOf(' ') + 1), 1, List.of());
        } else if (line.startsWith("|") && !line.startsWith("|-")) {
            List<String> cells = Arrays.stream(
                            line.substring(1, line.length() - 1).split("\\|", -1))
                    .map(String::strip)
                    .toList();
            if (columns.isEmpty()) {
                columns = cells;
                return;
            }
            var spans = new ArrayList<Span>();
            int at = text.length();
            for (String cell : cells) {
                spans.add(new Span(at, at + cell.length()));
                at += cell.length() + 1;
            }
            add(Passage.Kind.TABLE_ROW, String.join("\t", cells), 0, spans);
        }
    }

    private void add(Passage.Kind kind, String words, int level, List<Span> cells) {
        int start = text.length();
        text.append(words).append('\n');
        passages.add(new Passage(
                new PassageId("p-%010x".formatted(passages.size())),
                kind,
                new Span(start, start + words.length()),
                words,
                passages.size(),
                List.copyOf(path),
                level,
                0,
                Language.NOB,
                cells,
                cells.isEmpty() ? List.of() : columns));
    }
}
