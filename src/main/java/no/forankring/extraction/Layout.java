package no.forankring.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Passage.Kind;
import no.forankring.document.Span;

/// The passages of a document as a reader takes them, where the text out of a file has parted or joined them otherwise.
///
/// Items that a tab parts from their bullet are no rows of a table. A heading that runs on in the next line, a heading
/// and the text under it in one passage, and a list whose numbers stand apart from their words by spaces are told from
/// one another. Running heads, page numbers and tables of contents are left out. All spans are those of the document.
/// Linear in the text.
final class Layout {

    private static final Pattern BULLET = Pattern.compile("[•▪◦·*o\\uF0B7\\uF0A7–—-]{1,2}|✓|✔");
    private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]{0,80}\\R\\s{0,80}");
    // "1   Helsedirektoratet (2012): …", "A  Vanskeligstilte …", "R1  80 prosent …"
    private static final Pattern MARK =
            Pattern.compile("^\\s{0,20}(\\p{Lu}?)(\\d{0,2})(?: {2,20}|\\t)(?=[\\p{L}\\d«])");
    private static final Pattern WIDE_GAP = Pattern.compile("\\S(?: {3,}|\\t)\\S");
    private static final Pattern NUMBERED =
            Pattern.compile("^\\s{0,20}(\\d{1,2}(?:\\.\\d{1,2}){0,3})\\.?\\s{1,4}(?=\\p{Lu})");
    private static final Pattern PAGE =
            Pattern.compile("(?i)(?:side|page|s\\.)?\\s{0,4}#{1,3}(?:\\s{0,3}(?:av|/|of)\\s{0,3}#{1,3})?$");
    private static final Pattern ONLY_PAGE = Pattern.compile(
            "(?iu)\\s*(?:[–-]\\s*)?(?:side\\s+)?\\d{1,3}(?:\\s*(?:av|/)\\s*\\d{1,3})?(?:\\s*[–-])?\\s*");
    private static final Pattern CONTENTS = Pattern.compile("(?s).{2,90}(?:\\t|\\.{5,}\\s?)\\s{0,4}\\d{1,3}\\s*");
    private static final Pattern OUTERMOST = Cues.pattern(
            "^(?:vedlegg|del\\s|kapittel|innsatsområde|satsn?ingsområde|fokusområde|aktivitetsplan|handlingsplan)");
    // "… fra hver av kommunene:⏎Fjordvik", where the other names stand below by themselves
    private static final Pattern FIRST_OF_LIST = Pattern.compile(":[ \\t]*\\R[ \\t]*(\\p{Lu}[^,.:;\\n]{1,40})\\s*$");
    private static final Pattern DASHED = Pattern.compile("^\\s*\\p{Lu}.* [–-] .* [–-] ");
    private static final Pattern RULE = Pattern.compile("\\s*[-=_–—~*.]{4,200}\\s*");
    private static final int LONGEST_HEADING = 90;
    private static final int SHORTEST_WRAPPED = 60;
    private static final int FEWEST_NUMBERED = 3;

    private final DocumentText document;
    private final List<Passage> passages = new ArrayList<>();

    private Layout(DocumentText document) {
        this.document = document;
    }

    static List<Passage> of(DocumentText document) {
        var layout = new Layout(document);
        Map<String, Integer> running = layout.running();
        for (Passage passage : document.passages()) {
            if (!layout.isFurniture(passage, running)) {
                layout.split(passage);
            }
        }
        layout.underlined();
        layout.markItems();
        layout.markHeadings();
        layout.joinWrapped();
        layout.setLevels();
        return List.copyOf(layout.passages);
    }

    // ----- what is no part of the text

    /// How often each short line stands in the document, whatever its numbers.
    private Map<String, Integer> running() {
        var counts = new HashMap<String, Integer>();
        for (Passage passage : document.passages()) {
            if (passage.text().length() < 2 * LONGEST_HEADING) {
                counts.merge(withoutNumbers(passage.text()), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String withoutNumbers(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("\\d{1,3}(?!\\d)(?<!\\d{4})", "#");
    }

    private boolean isFurniture(Passage passage, Map<String, Integer> running) {
        String text = passage.text();
        if (ONLY_PAGE.matcher(text).matches()
                || passage.kind() != Kind.TABLE_ROW && CONTENTS.matcher(text).matches()) {
            return true;
        }
        if (text.length() >= 2 * LONGEST_HEADING || passage.kind() == Kind.TABLE_ROW) {
            return false;
        }
        String plain = withoutNumbers(text);
        return running.getOrDefault(plain, 0) > 1 && PAGE.matcher(plain).find() && plain.length() > 8;
    }

    // ----- one passage that is several

    private void split(Passage passage) {
        if (passage.kind() == Kind.TABLE_ROW) {
            passages.add(isBulleted(passage) ? item(passage) : passage);
            return;
        }
        int start = 0;
        Matcher blank = BLANK_LINE.matcher(passage.text());
        while (blank.find()) {
            splitLines(passage, start, blank.start());
            start = blank.end();
        }
        splitLines(passage, start, passage.text().length());
    }

    private static boolean isBulleted(Passage row) {
        return row.cells().size() == 2
                && BULLET.matcher(row.text()
                                .substring(
                                        row.cells().getFirst().start()
                                                - row.span().start(),
                                        row.cells().getFirst().end()
                                                - row.span().start())
                                .strip())
                        .matches();
    }

    private Passage item(Passage row) {
        Span span = new Span(row.cells().getLast().start(), row.span().end());
        return piece(row, span.start() - row.span().start(), row.text().length(), Kind.LIST_ITEM, 1);
    }

    private void splitLines(Passage passage, int start, int end) {
        String part = passage.text().substring(start, end);
        if (part.isBlank()) {
            return;
        }
        Kind kind = start == 0 ? passage.kind() : kindOf(part);
        int level = start == 0 ? passage.level() : kind == Kind.HEADING ? 1 : 0;
        if (part.indexOf('\n') < 0) {
            passages.add(piece(passage, start, end, kind, level));
            return;
        }
        int firstEnd = part.indexOf('\n');
        String first = part.substring(0, firstEnd).strip();
        String rest = part.substring(firstEnd + 1);
        boolean numbered = NUMBERED.matcher(first).find()
                && first.length() < LONGEST_HEADING
                && !first.matches("(?s).*[.:;,]")
                && !WIDE_GAP.matcher(first).find();
        if (numbered
                && !rest.isBlank()
                && Character.isUpperCase(rest.strip().charAt(0))
                && kind != Kind.TABLE_ROW
                && isShort(first, rest)) {
            passages.add(piece(passage, start, start + firstEnd, Kind.HEADING, 2));
            splitLines(
                    passage,
                    start + firstEnd + 1,
                    end,
                    kind == Kind.HEADING && NUMBERED.matcher(rest).find());
            return;
        }
        Matcher listed = FIRST_OF_LIST.matcher(part);
        if (kind == Kind.PARAGRAPH && listed.find()) {
            passages.add(piece(passage, start, start + listed.start(1), kind, level));
            passages.add(piece(passage, start + listed.start(1), end, kind, level));
            return;
        }
        if (kind == Kind.PARAGRAPH && isTelegraphic(part)) {
            int from = 0;
            for (int at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
                if (at + 1 < part.length() && !Character.isLowerCase(part.charAt(at + 1))) {
                    passages.add(piece(passage, start + from, start + at, Kind.LIST_ITEM, 1));
                    from = at + 1;
                }
            }
            passages.add(piece(passage, start + from, end, Kind.LIST_ITEM, 1));
            return;
        }
        splitMarked(passage, start, end, kind, level);
    }

    /// "Kurs i observasjon – for assistenter – 58 stk" on each of several lines: each line is an item.
    private static boolean isTelegraphic(String part) {
        return part.lines().count() > 1
                && part.lines()
                        .allMatch(line -> line.isBlank()
                                || DASHED.matcher(line).find()
                                || Character.isLowerCase(line.strip().charAt(0)))
                && part.lines().filter(line -> DASHED.matcher(line).find()).count() > 1;
    }

    private void splitLines(Passage passage, int start, int end, boolean heading) {
        passages.add(piece(passage, start, end, heading ? Kind.HEADING : Kind.PARAGRAPH, heading ? 2 : 0));
    }

    /// A line that ends well before the lines below it do was not broken by the margin.
    private static boolean isShort(String first, String rest) {
        int longest = rest.lines().mapToInt(String::length).max().orElse(0);
        String word = rest.strip().split("\\s", 2)[0];
        return first.length() + word.length() + 1 < Math.max(longest, SHORTEST_WRAPPED)
                || NUMBERED.matcher(rest).find();
    }

    /// Lines that each begin with a mark of their own are items.
    private void splitMarked(Passage passage, int start, int end, Kind kind, int level) {
        String part = passage.text().substring(start, end);
        int from = 0;
        boolean marked = MARK.matcher(part).find() && hasMark(part);
        int at = part.indexOf('\n');
        while (marked && at >= 0) {
            int next = part.indexOf('\n', at + 1);
            String line = part.substring(at + 1, next < 0 ? part.length() : next);
            if (MARK.matcher(line).find() && hasMark(line)) {
                passages.add(piece(passage, start + from, start + at, kind, level));
                from = at + 1;
            }
            at = next;
        }
        passages.add(piece(passage, start + from, end, kind, level));
    }

    private static Kind kindOf(String part) {
        String text = part.strip();
        boolean capitals = text.length() < LONGEST_HEADING
                && text.length() > 3
                && text.equals(text.toUpperCase(java.util.Locale.ROOT))
                && text.matches("(?s).*\\p{L}{3}.*")
                && text.indexOf('\n') < 0;
        boolean numbered = NUMBERED.matcher(text).find()
                && text.length() < LONGEST_HEADING
                && text.indexOf('\n') < 0
                && !text.matches("(?s).*[.:;,]");
        return capitals || numbered ? Kind.HEADING : Kind.PARAGRAPH;
    }

    private Passage piece(Passage passage, int start, int end, Kind kind, int level) {
        Span trimmed = Sentences.trim(passage.text(), start, end);
        Span span = Scene.offset(trimmed, passage.span().start());
        return new Passage(
                passage.id(),
                kind,
                span,
                trimmed.cut(passage.text()),
                passage.ordinal(),
                passage.sectionPath(),
                level,
                passage.page(),
                passage.language(),
                List.of(),
                List.of());
    }

    private static Passage as(Passage passage, Kind kind, int level) {
        return new Passage(
                passage.id(),
                kind,
                passage.span(),
                passage.text(),
                passage.ordinal(),
                passage.sectionPath(),
                level,
                passage.page(),
                passage.language(),
                passage.cells(),
                passage.columns());
    }

    // ----- several passages that go together

    /// A short line with a rule below it is a heading; the rule itself tells nothing.
    private void underlined() {
        for (int i = passages.size() - 1; i >= 0; i--) {
            if (!RULE.matcher(passages.get(i).text()).matches()) {
                continue;
            }
            passages.remove(i);
            if (i > 0
                    && passages.get(i - 1).kind() == Kind.PARAGRAPH
                    && passages.get(i - 1).text().length() < LONGEST_HEADING
                    && !passages.get(i - 1).text().matches("(?s).*[.:;,\\n].*")) {
                passages.set(i - 1, as(passages.get(i - 1), Kind.HEADING, 3));
            }
        }
    }

    private static boolean hasMark(String text) {
        return !mark(text).isEmpty();
    }

    /// "A", "R2" or "3" where a wide gap parts it from words that no other gap parts; empty when none does.
    private static String mark(String text) {
        Matcher mark = MARK.matcher(text);
        if (!mark.find() || mark.group(1).isEmpty() && mark.group(2).isEmpty()) {
            return "";
        }
        int line = text.indexOf('\n', mark.end());
        String words = text.substring(mark.end(), line < 0 ? text.length() : line);
        return WIDE_GAP.matcher(words).find() ? "" : mark.group(1) + mark.group(2);
    }

    private static boolean follows(String mark, String before) {
        if (before.isEmpty() || mark.isEmpty()) {
            return false;
        }
        if (Character.isLetter(mark.charAt(0)) != Character.isLetter(before.charAt(0))) {
            return false;
        }
        String number = mark.replaceAll("\\D", "");
        String earlier = before.replaceAll("\\D", "");
        if (number.isEmpty() || earlier.isEmpty()) {
            return number.equals(earlier) && mark.charAt(0) == before.charAt(0) + 1;
        }
        boolean sameLetter = number.equals(mark) || mark.charAt(0) == before.charAt(0);
        return sameLetter
                ? Integer.parseInt(number) == Integer.parseInt(earlier) + 1
                : Integer.parseInt(number) == 1 && mark.charAt(0) == before.charAt(0) + 1;
    }

    /// Two or more passages with marks in order are the items of a list.
    private void markItems() {
        for (int i = 0; i < passages.size(); i++) {
            String mark = mark(passages.get(i).text());
            boolean afterOne = i > 0 && follows(mark, mark(passages.get(i - 1).text()));
            boolean beforeOne =
                    i + 1 < passages.size() && follows(mark(passages.get(i + 1).text()), mark);
            if (!mark.isEmpty() && (afterOne || beforeOne) && passages.get(i).kind() != Kind.TABLE_ROW) {
                passages.set(i, as(passages.get(i), Kind.LIST_ITEM, 1));
            }
        }
    }

    /// "2. Hvem vi er" among numbered headings is one of them.
    private void markHeadings() {
        var numbers = new java.util.HashSet<Integer>();
        for (Passage passage : passages) {
            if (passage.kind() == Kind.HEADING) {
                number(passage).ifPresent(numbers::add);
            }
        }
        for (int i = 0; i + 1 < passages.size(); i++) {
            boolean headsBullets = passages.get(i).kind() == Kind.LIST_ITEM
                    && passages.get(i).text().length() < LONGEST_HEADING / 2
                    && !passages.get(i).text().matches("(?s).*[.:;,]")
                    && passages.get(i + 1).kind() == Kind.LIST_ITEM
                    && number(passages.get(i + 1)).isEmpty();
            if (headsBullets) {
                number(passages.get(i)).ifPresent(numbers::add);
            }
        }
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            Optional<Integer> number = passage.kind() == Kind.LIST_ITEM ? number(passage) : Optional.empty();
            if (number.isEmpty()
                    || passage.text().length() > LONGEST_HEADING
                    || passage.text().matches("(?s).*[.:;,]")) {
                continue;
            }
            boolean inList = i > 0 && isNumber(passages.get(i - 1), number.get() - 1)
                    || i + 1 < passages.size() && isNumber(passages.get(i + 1), number.get() + 1);
            if (!inList && (numbers.contains(number.get() - 1) || numbers.contains(number.get() + 1))) {
                passages.set(i, as(passage, Kind.HEADING, 1));
                numbers.add(number.get());
            }
        }
    }

    private static boolean isNumber(Passage passage, int number) {
        return number(passage).filter(other -> other == number).isPresent();
    }

    private static Optional<Integer> number(Passage passage) {
        Matcher number = NUMBERED.matcher(passage.text());
        return number.find() && number.group(1).indexOf('.') < 0
                ? Optional.of(Integer.valueOf(number.group(1)))
                : Optional.empty();
    }

    /// A heading that is the first line of a sentence goes with the paragraph right below it.
    private void joinWrapped() {
        var joined = new ArrayList<Passage>();
        for (Passage below : passages) {
            if (!joined.isEmpty() && goesOn(joined.getLast(), below)) {
                joined.add(with(joined.removeLast(), below));
            } else {
                joined.add(below);
            }
        }
        passages.clear();
        passages.addAll(joined);
    }

    /// The next line begins right below a long one that no sign ends.
    private boolean goesOn(Passage line, Passage below) {
        String last = line.text().substring(line.text().lastIndexOf('\n') + 1);
        boolean sentence = line.kind() == Kind.PARAGRAPH
                || line.kind() == Kind.HEADING
                        && NameFinder.isSentence(line.text())
                        && !NUMBERED.matcher(line.text()).find();
        return sentence
                && below.kind() == Kind.PARAGRAPH
                && last.length() >= SHORTEST_WRAPPED
                && !last.matches("(?s).*[.:;!?]")
                && !WIDE_GAP.matcher(last).find()
                && !WIDE_GAP.matcher(below.text()).find()
                && mark(below.text()).isEmpty()
                && below.span().start() > line.span().end()
                && below.span().start() - line.span().end() < SHORTEST_WRAPPED
                && document.text()
                        .substring(line.span().end(), below.span().start())
                        .matches("[ \\t]*\\R?[ \\t]*");
    }

    private Passage with(Passage line, Passage below) {
        Span span = new Span(line.span().start(), below.span().end());
        return new Passage(
                line.id(),
                Kind.PARAGRAPH,
                span,
                span.cut(document.text()),
                line.ordinal(),
                line.sectionPath(),
                0,
                line.page(),
                line.language(),
                List.of(),
                List.of());
    }

    /// Where headings are numbered their numbers tell how deep they stand; one without stands below the last that has.
    private void setLevels() {
        long numbered = passages.stream()
                .filter(passage -> passage.kind() == Kind.HEADING
                        && NUMBERED.matcher(passage.text()).find())
                .count();
        if (numbered < FEWEST_NUMBERED) {
            return;
        }
        int last = 0;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (passage.kind() != Kind.HEADING) {
                continue;
            }
            Matcher number = NUMBERED.matcher(passage.text());
            int level;
            if (number.find()) {
                last = number.group(1).split("\\.").length;
                level = last;
            } else if (OUTERMOST.matcher(passage.text()).find()) {
                level = Math.max(1, last);
            } else {
                level = last + 1;
            }
            passages.set(i, as(passage, Kind.HEADING, level));
        }
    }
}
