package no.forankring.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.forankring.document.Language;
import no.forankring.search.ParsedQuery.Beginning;
import no.forankring.search.ParsedQuery.Clause;
import no.forankring.search.ParsedQuery.Item;
import no.forankring.search.ParsedQuery.Phrase;
import no.forankring.search.ParsedQuery.Word;

/// Reads what a person typed. Nothing is an error: what makes no sense as a sign of ours is read as words.
///
/// `word`, `"exact phrase"`, `-without`, `one OR other` (also `ELLER`), `beginning*`, and the fields `type:`, `år:`
/// (`year:`), `språk:` (`language:`) and `siterer:` (`cites:`).
final class ForgivingParser {

    static final int LONGEST_QUERY = 1_000;
    static final int MOST_CLAUSES = 60;

    private static final String QUOTES = "\"“”„«»";

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("type", "type"),
            Map.entry("år", "year"),
            Map.entry("ar", "year"),
            Map.entry("aar", "year"),
            Map.entry("year", "year"),
            Map.entry("språk", "language"),
            Map.entry("sprak", "language"),
            Map.entry("language", "language"),
            Map.entry("siterer", "cites"),
            Map.entry("cites", "cites"));

    private static final Map<String, String> LANGUAGES =
            Map.of("bokmål", "nb", "bokmal", "nb", "norsk", "nb", "nynorsk", "nn", "engelsk", "en", "english", "en");

    /// Words that say nothing alone; they are not looked for beside words that do.
    private static final Set<String> SMALL_WORDS = Set.of(
            "og", "i", "på", "om", "for", "til", "av", "med", "som", "en", "et", "ei", "ein", "eit", "er", "de", "dei",
            "det", "den", "å", "at", "fra", "frå", "ved", "eller", "the", "of", "and", "in");

    private final String text;
    private final boolean shouting;
    private final List<List<Item>> clauses = new ArrayList<>();
    private final List<Item> excluded = new ArrayList<>();
    private final Map<String, Set<String>> filters = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private final List<Token> adjacent = new ArrayList<>();
    private boolean onlyWords = true;
    private boolean joinNext;
    private int at;

    private ForgivingParser(String text) {
        this.text = text;
        this.shouting = text.chars().noneMatch(Character::isLowerCase);
    }

    static ParsedQuery parse(String typed) {
        String text = typed;
        boolean cut = typed.length() > LONGEST_QUERY;
        if (cut) {
            text = typed.substring(0, LONGEST_QUERY);
        }
        var parser = new ForgivingParser(text);
        if (cut) {
            parser.remarks.add("Bare de første %d tegnene er lest".formatted(LONGEST_QUERY));
        }
        return parser.run();
    }

    private ParsedQuery run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isQuote(c)) {
                quoted(false);
            } else if (isMinus(c) && at + 1 < text.length() && isQuote(text.charAt(at + 1))) {
                at++;
                quoted(true);
            } else {
                chunk();
            }
        }
        flush();
        List<List<Item>> meaningful = withoutSmallWords();
        if (meaningful.size() > MOST_CLAUSES) {
            remarks.add("Bare de første %d ordene er brukt".formatted(MOST_CLAUSES));
            meaningful = meaningful.subList(0, MOST_CLAUSES);
        }
        boolean together = onlyWords && adjacent.size() >= 2 && adjacent.size() <= 6;
        return new ParsedQuery(
                meaningful.stream().map(Clause::new).toList(),
                excluded.size() > MOST_CLAUSES ? excluded.subList(0, MOST_CLAUSES) : excluded,
                filters,
                together ? adjacent : List.of(),
                remarks);
    }

    private void quoted(boolean without) {
        int close = at + 1;
        while (close < text.length() && !isQuote(text.charAt(close))) {
            close++;
        }
        if (close == text.length()) {
            // A quote that is never closed is just a sign.
            at++;
            return;
        }
        String inside = text.substring(at + 1, close);
        at = close + 1;
        flush();
        onlyWords = false;
        List<Token> tokens = Tokenizer.tokens(inside);
        if (!tokens.isEmpty()) {
            accept(new Phrase(tokens, inside.strip()), without);
        }
    }

    private void chunk() {
        int end = at;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && !(isQuote(text.charAt(end)) && end > at)) {
            end++;
        }
        String chunk = text.substring(at, end);
        at = end;
        boolean operator = chunk.equals("OR") || chunk.equals("|") || (chunk.equals("ELLER") && !shouting);
        if (operator) {
            flush();
            onlyWords = false;
            joinNext = !clauses.isEmpty();
        } else if (chunk.equals("AND") || chunk.equals("&&")) {
            flush();
        } else if (isMinus(chunk.charAt(0)) && chunk.length() > 1 && Character.isLetterOrDigit(chunk.charAt(1))) {
            flush();
            onlyWords = false;
            List<Token> tokens = Tokenizer.tokens(chunk.substring(1));
            if (tokens.size() == 1) {
                accept(new Word(tokens.getFirst(), chunk.substring(1)), true);
            } else if (!tokens.isEmpty()) {
                accept(new Phrase(tokens, chunk.substring(1)), true);
            }
        } else if (chunk.endsWith("*") && beginning(chunk) instanceof Item item) {
            flush();
            onlyWords = false;
            accept(item, false);
        } else if (!field(chunk)) {
            run.append(chunk).append(' ');
        }
    }

    private static @org.jspecify.annotations.Nullable Item beginning(String chunk) {
        List<Token> tokens = Tokenizer.tokens(chunk);
        if (tokens.size() != 1 || tokens.getFirst().exact().length() < 2) {
            return null;
        }
        return new Beginning(tokens.getFirst().exact(), tokens.getFirst().exact() + "…");
    }

    /// Whether the chunk was a field with a value.
    private boolean field(String chunk) {
        int colon = chunk.indexOf(':');
        String name = colon > 0 ? FIELDS.get(chunk.substring(0, colon).toLowerCase(Locale.ROOT)) : null;
        if (name == null) {
            return false;
        }
        String value = chunk.substring(colon + 1);
        if (value.isEmpty() && at < text.length() && isQuote(text.charAt(at))) {
            int close = at + 1;
            while (close < text.length() && !isQuote(text.charAt(close))) {
                close++;
            }
            value = text.substring(at + 1, close);
            at = Math.min(text.length(), close + 1);
        }
        flush();
        onlyWords = false;
        var values = new LinkedHashSet<String>();
        for (String one : value.split(",")) {
            String stripped = one.strip();
            if (!stripped.isEmpty()) {
                values.addAll(valuesOf(name, stripped));
            }
        }
        if (values.isEmpty()) {
            remarks.add("«%s» står uten verdi og er ikke brukt".formatted(chunk));
        } else {
            filters.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(values);
        }
        return true;
    }

    private static List<String> valuesOf(String field, String value) {
        if (field.equals("language")) {
            String lower = value.toLowerCase(Locale.ROOT);
            String known = LANGUAGES.get(lower);
            if (known != null) {
                return List.of(known);
            }
            Language language = Language.parse(lower);
            return List.of(language == Language.UNDETERMINED ? lower : language.tag());
        }
        if (field.equals("year") && value.matches("[12]\\d{3}(-|–|\\.\\.)[12]\\d{3}")) {
            int from = Integer.parseInt(value.substring(0, 4));
            int to = Integer.parseInt(value.substring(value.length() - 4));
            if (from <= to && to - from < 200) {
                var years = new ArrayList<String>();
                for (int year = from; year <= to; year++) {
                    years.add(Integer.toString(year));
                }
                return years;
            }
        }
        return List.of(value);
    }

    /// Reads the plain words gathered so far, together, since `§ 4-2` and `Meld. St. 15` span spaces.
    private void flush() {
        String words = run.toString();
        run.setLength(0);
        List<Token> tokens = Tokenizer.tokens(words);
        adjacent.addAll(tokens);
        for (int i = 0; i < tokens.size(); ) {
            int end = officialNumberEnd(tokens, i);
            if (end == i) {
                end = i + 1;
                while (end < tokens.size() && tokens.get(end - 1).hyphenated()) {
                    end++;
                }
            }
            List<Token> part = tokens.subList(i, end);
            String shown =
                    words.substring(part.getFirst().start(), part.getLast().end());
            accept(part.size() == 1 ? new Word(part.getFirst(), shown) : new Phrase(part, shown), false);
            if (part.size() == 2 && part.getFirst().hyphenated()) {
                // e-læring is also written elæring.
                Token joined = Tokenizer.tokens(
                                part.getFirst().exact() + part.getLast().exact())
                        .getFirst();
                joinNext = true;
                accept(new Word(joined, joined.exact()), false);
            }
            i = end;
        }
    }

    /// Where a `Meld. St. 15`, `St.meld. nr. 47`, `Prop. 91 L`, `Innst. 206 S`, `Ot.prp. nr. 13` or `NOU 2023: 4`
    /// that begins here ends; `from` when none does. They are looked for as a whole.
    private static int officialNumberEnd(List<Token> tokens, int from) {
        String first = tokens.get(from).exact();
        int number = switch (first) {
            case "meld" -> is(tokens, from + 1, "st") ? from + 2 : -1;
            case "st" -> is(tokens, from + 1, "meld") ? (is(tokens, from + 2, "nr") ? from + 3 : from + 2) : -1;
            case "ot" -> is(tokens, from + 1, "prp") ? (is(tokens, from + 2, "nr") ? from + 3 : from + 2) : -1;
            case "prop", "innst", "nou" -> from + 1;
            default -> -1;
        };
        if (number < 0 || number >= tokens.size() || tokens.get(number).kind() != Token.Kind.NUMBER) {
            return from;
        }
        boolean kind = (first.equals("prop") || first.equals("innst"))
                && (is(tokens, number + 1, "s") || is(tokens, number + 1, "l") || is(tokens, number + 1, "ls"));
        return kind ? number + 2 : number + 1;
    }

    private static boolean is(List<Token> tokens, int i, String exact) {
        return i < tokens.size() && tokens.get(i).exact().equals(exact);
    }

    private void accept(Item item, boolean without) {
        if (without) {
            excluded.add(item);
        } else if (joinNext) {
            clauses.getLast().add(item);
        } else {
            var clause = new ArrayList<Item>();
            clause.add(item);
            clauses.add(clause);
        }
        joinNext = false;
    }

    private List<List<Item>> withoutSmallWords() {
        List<List<Item>> large =
                clauses.stream().filter(clause -> !isSmall(clause)).toList();
        return large.isEmpty() ? clauses : large;
    }

    private static boolean isSmall(List<Item> clause) {
        return clause.size() == 1
                && clause.getFirst() instanceof Word word
                && SMALL_WORDS.contains(word.token().exact());
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '−' || c == '–';
    }
}
