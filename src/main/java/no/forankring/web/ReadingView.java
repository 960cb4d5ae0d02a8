package no.forankring.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.forankring.citation.Explanation;
import no.forankring.document.DocumentText;
import no.forankring.document.Language;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.document.Withheld;
import no.forankring.extraction.DocumentOwner;
import no.forankring.trace.DocumentView;
import no.forankring.trace.MentionView;

/// A document as one reads it: its text with every mention marked, and the list of mentions beside it.
///
/// @param readable false when the text is not at hand, so that only the original can be fetched
/// @param lines facts about the document
/// @param withheld how much of the text is not shown, in words; empty when all is
/// @param withheldHref where those with the right see what
record ReadingView(
        String title,
        String kind,
        String language,
        List<Line> lines,
        String fileHref,
        String traceHref,
        String alikeHref,
        boolean readable,
        List<Block> blocks,
        List<Contents> contents,
        List<MentionRow> mentions,
        String mentionCount,
        String withheld,
        String withheldHref) {

    private static final String WITHHELD = "withheld";

    record Line(String name, String value) {}

    /// A piece of text in its own element.
    ///
    /// @param kind heading, paragraph, list, table or page
    /// @param level 2 to 6 for a heading
    /// @param page for a page mark, in words
    /// @param items one for a heading or paragraph, several for a list or a table
    /// @param columns the column headings of a table
    record Block(String kind, int level, String page, List<Item> items, List<String> columns) {}

    /// @param cells one, or one for each cell of a table row
    /// @param indent of a list item, from 1
    record Item(String id, String language, int indent, List<List<Piece>> cells) {

        public List<Piece> pieces() {
            return cells.getFirst();
        }
    }

    /// A run of text, marked when it is a mention.
    ///
    /// @param state resolved, ambiguous, unresolved, withheld, or empty for plain text
    /// @param href where the mention leads: its target, or its row in the list where it has none or several
    /// @param id for coming back from the list; empty for plain text
    record Piece(String text, String state, String href, String hint, String id) {

        public boolean mention() {
            return !state.isEmpty() && !withheld();
        }

        /// Whether it stands in place of words that are not shown.
        public boolean withheld() {
            return state.equals(WITHHELD);
        }
    }

    record Contents(String title, int level, String href) {}

    /// @param why the reasons behind it, as a tree
    record MentionRow(
            String id,
            String textHref,
            String quote,
            String state,
            String stateWord,
            String colour,
            List<ThingLink> targets,
            String provision,
            String reason,
            List<Why> why) {}

    /// @param explanations one for each mention, in the same order
    static ReadingView of(
            DocumentView document, Optional<DocumentText> text, List<Explanation> explanations, Words words) {
        var numbered = new ArrayList<Numbered>();
        for (MentionView mention : document.mentions()) {
            numbered.add(new Numbered(numbered.size() + 1, mention));
        }
        List<Passage> passages = text.map(DocumentText::passages).orElse(List.of());
        return new ReadingView(
                words.shown(document.title().isEmpty() ? document.fileName() : document.title()),
                words.documentKind(document.kind()),
                htmlLanguage(document.language()),
                lines(document, text, words),
                Paths.document(document.id()) + "/fil",
                "/sporing?id=" + Paths.encode(document.id()),
                AlikePage.href(document.id(), ""),
                text.isPresent(),
                new Blocks(numbered, text.map(DocumentText::withheld).orElse(List.of()), words).of(passages),
                contents(passages, words),
                rows(numbered, passages, explanations, words),
                words.count("document.mentions", numbered.size()),
                text.map(shown -> shown.withheld().size())
                        .filter(count -> count > 0)
                        .map(count -> words.count("withheld.note", count))
                        .orElse(""),
                Paths.withheld(document.id()));
    }

    private static List<Line> lines(DocumentView document, Optional<DocumentText> text, Words words) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(words.of("document.file"), document.fileName()));
        text.flatMap(DocumentOwner::of)
                .ifPresent(owner -> lines.add(
                        new Line(words.of("document.owner"), owner.owner().name())));
        if (!document.date().isEmpty()) {
            lines.add(new Line(words.of("document.date"), words.date(document.date())));
        }
        lines.add(new Line(
                words.of("document.language"),
                words.languageName(Language.parse(document.language()).tag())));
        if (document.pages() > 0) {
            lines.add(new Line(words.of("document.pages"), words.number(document.pages())));
        }
        if (document.version() > 1) {
            lines.add(new Line(words.of("document.version"), words.number(document.version())));
        }
        lines.add(new Line(words.of("document.checksum"), document.sha256()));
        return lines;
    }

    private static List<Contents> contents(List<Passage> passages, Words words) {
        return passages.stream()
                .filter(passage -> passage.kind() == Passage.Kind.HEADING
                        && passage.level() <= 2
                        && !passage.text().isBlank())
                .map(passage -> new Contents(
                        words.shown(passage.text().strip()),
                        Math.max(1, passage.level()),
                        "#" + passage.id().value()))
                .toList();
    }

    private static List<MentionRow> rows(
            List<Numbered> mentions, List<Passage> passages, List<Explanation> explanations, Words words) {
        var texts = new HashMap<String, String>();
        passages.forEach(passage -> texts.put(passage.id().value(), passage.text()));
        var rows = new ArrayList<MentionRow>();
        for (Numbered numbered : mentions) {
            MentionView mention = numbered.mention();
            String state = switch (mention.status()) {
                case "Suggested" -> mention.state().equals("resolved") ? "suggested" : mention.state();
                case "Rejected" -> "rejected";
                case "Confirmed" -> "confirmed";
                default -> mention.state();
            };
            rows.add(new MentionRow(
                    "m-" + numbered.number(),
                    "#t-" + numbered.number(),
                    words.shown(cut(texts.getOrDefault(mention.passage(), ""), mention.start(), mention.end())),
                    state,
                    words.state(state),
                    switch (state) {
                        case "resolved", "confirmed" -> "success";
                        case "ambiguous", "suggested" -> "warning";
                        default -> "neutral";
                    },
                    mention.targets().stream()
                            .map(target -> ThingLink.of(target, words))
                            .toList(),
                    mention.provision(),
                    mention.reason(),
                    Why.of(explanations.get(numbered.number() - 1), words).because()));
        }
        return rows;
    }

    private static String cut(String text, int start, int end) {
        return start < 0 || end > text.length() || start > end ? "" : text.substring(start, end);
    }

    private static String htmlLanguage(String tag) {
        Language language = Language.parse(tag);
        return language == Language.UNDETERMINED ? "no" : language.tag();
    }

    private record Numbered(int number, MentionView mention) {}

    /// Puts passages together to headings, paragraphs, lists and tables.
    private static final class Blocks {

        private final Map<String, List<Numbered>> byPassage = new HashMap<>();
        private final Words words;
        private final TreeMap<Integer, Withheld> withheld = new TreeMap<>();
        private final List<Block> blocks = new ArrayList<>();
        private int page;
        private int headingLevel = 1;

        Blocks(List<Numbered> mentions, List<Withheld> withheld, Words words) {
            this.words = words;
            withheld.forEach(hidden -> this.withheld.put(hidden.span().start(), hidden));
            for (Numbered numbered : mentions) {
                byPassage
                        .computeIfAbsent(numbered.mention().passage(), passage -> new ArrayList<>())
                        .add(numbered);
            }
            byPassage
                    .values()
                    .forEach(list -> list.sort(Comparator.comparingInt(
                            numbered -> numbered.mention().start())));
        }

        List<Block> of(List<Passage> passages) {
            String open = "";
            var items = new ArrayList<Item>();
            List<String> columns = List.of();
            for (Passage passage : passages) {
                if (passage.text().isBlank()) {
                    continue;
                }
                String kind = switch (passage.kind()) {
                    case HEADING -> "heading";
                    case PARAGRAPH -> "paragraph";
                    case LIST_ITEM -> "list";
                    case TABLE_ROW -> "table";
                };
                boolean goesOn = kind.equals(open)
                        && passage.page() <= page
                        && (kind.equals("list") || kind.equals("table") && columns.equals(passage.columns()));
                if (!goesOn) {
                    close(open, items, columns);
                    open = kind;
                    columns = passage.columns();
                    turnTo(passage.page());
                }
                items.add(item(passage));
                if (kind.equals("heading")) {
                    // Documents skip levels; a reader with a screen reader must not meet a gap.
                    headingLevel = Math.clamp(passage.level() + 1, 2, Math.min(headingLevel + 1, 6));
                }
            }
            close(open, items, columns);
            return List.copyOf(blocks);
        }

        private void turnTo(int next) {
            if (next > page) {
                page = next;
                blocks.add(
                        new Block("page", 0, words.of("document.page", Integer.toString(next)), List.of(), List.of()));
            }
        }

        private void close(String kind, List<Item> items, List<String> columns) {
            if (items.isEmpty()) {
                return;
            }
            blocks.add(new Block(kind, headingLevel, "", List.copyOf(items), columns));
            items.clear();
        }

        private Item item(Passage passage) {
            List<Numbered> mentions = byPassage.getOrDefault(passage.id().value(), List.of());
            String language = passage.language() == Language.UNDETERMINED
                    ? ""
                    : passage.language().tag();
            var cells = new ArrayList<List<Piece>>();
            if (passage.kind() == Passage.Kind.TABLE_ROW) {
                for (Span cell : passage.cells()) {
                    cells.add(pieces(passage, cell.relativeTo(passage.span().start()), mentions));
                }
            }
            if (cells.isEmpty()) {
                cells.add(pieces(passage, new Span(0, passage.text().length()), mentions));
            }
            return new Item(passage.id().value(), language, Math.max(1, passage.level()), cells);
        }

        private List<Piece> pieces(Passage passage, Span part, List<Numbered> mentions) {
            String text = passage.text();
            int origin = passage.span().start();
            var pieces = new ArrayList<Piece>();
            int at = part.start();
            for (Numbered numbered : mentions) {
                MentionView mention = numbered.mention();
                if (mention.start() < at || mention.end() > part.end() || mention.end() <= mention.start()) {
                    continue;
                }
                if (mention.start() > at) {
                    plain(text, at, mention.start(), origin, pieces);
                }
                pieces.add(marked(text.substring(mention.start(), mention.end()), numbered));
                at = mention.end();
            }
            if (at < part.end()) {
                plain(text, at, part.end(), origin, pieces);
            }
            return pieces;
        }

        private Piece marked(String text, Numbered numbered) {
            MentionView mention = numbered.mention();
            boolean sure = mention.state().equals("resolved")
                    && (mention.status().equals("Automatic") || mention.status().equals("Confirmed"))
                    && mention.targets().size() == 1;
            String hint = sure
                    ? mention.targets().getFirst().label() + ". " + mention.reason()
                    : words.state(mention.state()) + ". " + mention.reason();
            return new Piece(
                    words.shown(text),
                    sure ? "resolved" : mention.state().equals("unresolved") ? "unresolved" : "ambiguous",
                    sure ? Paths.of(mention.targets().getFirst()) : "#m-" + numbered.number(),
                    hint.strip(),
                    "t-" + numbered.number());
        }

        /// Text that is no mention, with a word in place of what is withheld in it.
        ///
        /// @param origin where the passage begins in the document
        private void plain(String text, int from, int to, int origin, List<Piece> pieces) {
            int at = from;
            var before = withheld.floorEntry(origin + from);
            int first =
                    before != null && before.getValue().span().end() > origin + from ? before.getKey() : origin + from;
            for (Withheld hidden : withheld.subMap(first, origin + to).values()) {
                int start = Math.max(at, hidden.span().start() - origin);
                int end = Math.min(to, hidden.span().end() - origin);
                if (start > at) {
                    pieces.add(new Piece(text.substring(at, start), "", "", "", ""));
                }
                if (end > start) {
                    pieces.add(new Piece(
                            words.of("withheld.place." + hidden.kind()), WITHHELD, "", words.of("withheld.hint"), ""));
                }
                at = Math.max(at, end);
            }
            if (at < to) {
                pieces.add(new Piece(text.substring(at, to), "", "", "", ""));
            }
        }
    }
}
