package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.forankring.citation.Candidate;
import no.forankring.citation.Mention;
import no.forankring.citation.Reason;
import no.forankring.citation.Resolution;
import no.forankring.citation.Rule;
import no.forankring.citation.Target;
import no.forankring.document.DocumentText;
import no.forankring.document.Language;
import no.forankring.document.Passage;
import no.forankring.document.PassageId;
import no.forankring.document.Span;
import no.forankring.register.GoverningDocumentId;

/// Makes documents and their citations from a few lines: `# ` begins a heading (one mark for each level), `- ` a list
/// item,
/// `| a | b |` a table row under the columns of the row before it that is written `|= a | b |`, all else is a
/// paragraph.
final class TextExamples {

    private static final Reason REASON = Reason.of("unique-name");

    private final StringBuilder text = new StringBuilder();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Resolution> citations = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private List<String> columns = List.of();

    private TextExamples() {}

    static TextExamples document(String markup) {
        var example = new TextExamples();
        markup.lines().forEach(example::add);
        return example;
    }

    private void add(String line) {
        if (line.isBlank()) {
            text.append('\n');
        } else if (line.matches("#+ .+")) {
            int level = line.indexOf(' ');
            while (path.size() >= level) {
                path.removeLast();
            }
            add(Passage.Kind.HEADING, line.substring(level + 1), level, List.of(), List.of());
            path.add(line.substring(level + 1));
        } else if (line.startsWith("- ")) {
            add(Passage.Kind.LIST_ITEM, line.substring(2), 1, List.of(), List.of());
        } else if (line.startsWith("|=")) {
            columns = cells(line.substring(2));
        } else if (line.startsWith("|")) {
            List<String> cells = cells(line.substring(1));
            var spans = new ArrayList<Span>();
            int at = text.length();
            for (String cell : cells) {
                spans.add(new Span(at, at + cell.length()));
                at += cell.length() + 1;
            }
            add(
                    Passage.Kind.TABLE_ROW,
                    String.join("\t", cells),
                    0,
                    spans,
                    columns.size() == cells.size() ? columns : List.of());
        } else {
            add(Passage.Kind.PARAGRAPH, line.replace("⏎", "\n"), 0, List.of(), List.of());
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.strip().replaceAll("\\|$", "").split("\\|")).stream()
                .map(String::strip)
                .toList();
    }

    private void add(Passage.Kind kind, String words, int level, List<Span> cells, List<String> columns) {
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
                columns));
    }

    /// Every occurrence of the words is a citation of one document.
    TextExamples cites(String words, String id) {
        for (Span span : occurrences(words)) {
            citations.add(new Resolution.Resolved(
                    new Mention(span, words, "name"), target(id), Rule.UNIQUE_NAME, 1, List.of(REASON), List.of()));
        }
        return this;
    }

    /// Every occurrence of the words may mean any of the documents.
    TextExamples mayCite(String words, String... ids) {
        for (Span span : occurrences(words)) {
            var candidates = new ArrayList<Candidate>();
            for (String id : ids) {
                candidates.add(new Candidate(target(id), 0.5, List.of(REASON)));
            }
            citations.add(new Resolution.Ambiguous(new Mention(span, words, "number"), candidates, List.of(REASON)));
        }
        return this;
    }

    private List<Span> occurrences(String words) {
        var spans = new ArrayList<Span>();
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            spans.add(new Span(at, at + words.length()));
        }
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("The example does not hold the words " + words);
        }
        return spans;
    }

    private static Target target(String id) {
        return Target.whole(new GoverningDocumentId(id));
    }

    DocumentText text() {
        String title = passages.isEmpty() || passages.getFirst().kind() != Passage.Kind.HEADING
                ? ""
                : passages.getFirst().text();
        return new DocumentText(text.toString(), title, Language.NOB, Optional.empty(), 0, passages);
    }

    Extraction extract() {
        citations.sort((a, b) -> a.mention().span().compareTo(b.mention().span()));
        return new ActivityExtractor().extract(text(), citations);
    }
}
