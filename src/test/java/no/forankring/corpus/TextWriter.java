package no.forankring.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import no.forankring.corpus.CorpusSource.Block;
import no.forankring.corpus.CorpusSource.Cell;

/// Plain text as people save it from an editor: underlined headings, lines of at most 92 characters.
final class TextWriter {

    private static final int WIDTH = 92;

    private TextWriter() {}

    static byte[] write(CorpusSource source) {
        return text(source.blocks()).getBytes(UTF_8);
    }

    static String text(List<Block> blocks) {
        var text = new StringBuilder();
        for (Block block : blocks) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            switch (block) {
                case Block.Heading heading -> {
                    String words = CorpusSource.plain(heading.text());
                    text.append(words).append('\n');
                    if (heading.level() < 3) {
                        text.append((heading.level() == 1 ? "=" : "-").repeat(words.length()))
                                .append('\n');
                    }
                }
                case Block.Paragraph paragraph -> append(text, "", paragraph.text());
                case Block.Items items -> {
                    int number = 1;
                    for (String item : items.items()) {
                        append(text, items.ordered() ? number++ + ". " : "- ", item);
                    }
                }
                case Block.Table table -> {
                    if (!table.columns().isEmpty()) {
                        text.append(String.join("\t", table.columns())).append('\n');
                    }
                    for (var row : table.rows()) {
                        text.append(String.join(
                                        "\t", row.stream().map(Cell::text).toList()))
                                .append('\n');
                    }
                }
                case Block.PageBreak pageBreak -> text.append('\f');
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String mark, String words) {
        boolean first = true;
        for (String line : wrap(CorpusSource.plain(words), WIDTH - mark.length())) {
            text.append(first ? mark : " ".repeat(mark.length())).append(line).append('\n');
            first = false;
        }
    }

    private static List<String> wrap(String words, int width) {
        var lines = new ArrayList<String>();
        for (String part : words.split("\n", -1)) {
            var line = new StringBuilder();
            for (String word : part.split(" ", -1)) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
