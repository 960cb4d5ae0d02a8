package no.forankring.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.forankring.document.Language;
import no.forankring.search.ParsedQuery.Beginning;
import no.forankring.search.ParsedQuery.Clause;
import no.forankring.search.ParsedQuery.Item;
import no.forankring.search.ParsedQuery.Official;
import no.forankring.search.ParsedQuery.Phrase;
import no.forankring.search.ParsedQuery.Word;
import org.jspecify.annotations.Nullable;

/// Reads what a person typed. Nothing is an error: what makes no sense as a sign of ours is read as words.
///
/// `word`, `"exact phrase"`, `-without`, `one OR other` (also `ELLER`), `beginning*`, and fields with a value
/// (`type:mandat`, `utsteder:Helsedirektoratet`, `år:2022..2024`, `siterer:"Meld. St. 15 (2017–2018)"`), each also in
/// nynorsk, in English and without æ, ø and å.
final class ForgivingParser {

    static final int LONGEST_QUERY = 1_000;
    static final int MOST_CLAUSES = 60;

    /// Words and phrases in all, small words too.
    private static final int MOST_ITEMS = 120;

    /// Each beginning is looked up in the whole vocabulary.
    private static final int MOST_BEGINNINGS = 5;

    private static final String QUOTES = "\"“”„«»";

    /// What people type before the colon, to the facet's name; without æ, ø and å as [WordForms#fold] leaves it.
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("type", "type"),
            Map.entry("dokumenttype", "type"),
            Map.entry("utsteder", "issuer"),
            Map.entry("utstedar", "issuer"),
            Map.entry("utferdar", "issuer"),
            Map.entry("issuer", "issuer"),
            Map.entry("ar", "year"),
            Map.entry("year", "year"),
            Map.entry("sprak", "language"),
            Map.entry("malform", "language"),
            Map.entry("language", "language"),
            Map.entry("status", "status"),
            Map.entry("nettverk", "network"),
            Map.entry("network", "network"),
            Map.entry("kommune", "municipality"),
            Map.entry("municipality", "municipality"),
            Map.entry("siterer", "cites"),
            Map.entry("cites", "cites"),
            Map.entry("forankret", "anchored"),
            Map.entry("forankra", "anchored"),
            Map.entry("anchored", "anchored"),
            Map.entry("tema", "theme"),
            Map.entry("theme", "theme"));

    private static final Map<String, String> LANGUAGES =
            Map.of("bokmål", "nb", "bokmal", "nb", "norsk", "nb", "nynorsk", "nn", "engelsk", "en", "english", "en");

    /// Words that say nothing alone; they are not looked for beside words that do.
    private static final Set<String> SMALL_WORDS = Set.of(
            "og", "i", "på", "om", "for", "til", "av", "med", "som", "en", "et", "ei", "ein", "eit", "er", "de", "dei",
            "det", "den", "å", "at", "fra", "frå", "ved", "eller", "the", "of", "and", "in");

    static final int FIRST_YEAR = 1800;
    static final int LAST_YEAR = 2099;

    private static final Pattern YEARS = Pattern.compile("([12]\\d{3}|)(?:-|–|\\.{2,3}|…)([12]\\d{3}|)");

    private static final int LONGEST_SHOWN = 40;

    private static final List<String> WHITE_PAPER_FORMS =
            List.of("meld st", "meld st nr", "st meld", "st meld nr", "stortingsmelding", "stortingsmelding nr");

    private final String text;
    private final boolean shouting;
    private final List<List<Item>> clauses = new ArrayList<>();
    private final List<Item> excluded = new ArrayList<>();
    private final Map<String, Set<String>> filters = new TreeMap<>();
    private final List<Note> remarks = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private final List<Token> adjacent = new ArrayList<>();
    private boolean onlyWords = true;
    private boolean joinNext;
    private int items;
    private int beginnings;
    private int at;

    private ForgivingParser(String text) {
        this.text = text;
        this.shouting = text.chars().noneMatch(Character::isLowerCase);
    }

    static ParsedQuery parse(String typed) {
        String text = typed;
        boolean cut = typed.length() > LONGEST_QUERY;
        if (cut) {
            int end = Character.isHighSurrogate(typed.charAt(LONGEST_QUERY - 1)) ? LONGEST_QUERY - 1 : LONGEST_QUERY;
            text = typed.substring(0, end);
        }
        var parser = new ForgivingParser(text);
        if (cut) {
            parser.remarks.add(Note.of("cut-characters", LONGEST_QUERY));
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
        if (meaningful.size() > MOST_CLAUSES || items > MOST_ITEMS) {
            remarks.add(Note.of("cut-words", Math.min(meaningful.size(), MOST_CLAUSES)));
            meaningful = meaningful.subList(0, Math.min(meaningful.size(), MOST_CLAUSES));
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
        } else if (isMinus(chunk.charAt(0)) && isField(chunk.substring(1))) {
            flush();
            remarks.add(Note.of("no-excluded-field", shortened(chunk)));
        } else if (isMinus(chunk.charAt(0)) && chunk.length() > 1 && Character.isLetterOrDigit(chunk.charAt(1))) {
            flush();
            onlyWords = false;
            List<Token> tokens = Tokenizer.tokens(chunk.substring(1));
            if (tokens.size() == 1) {
                accept(new Word(tokens.getFirst(), chunk.substring(1)), true);
            } else if (!tokens.isEmpty()) {
                accept(new Phrase(tokens, chunk.substring(1)), true);
            }
        } else if (chunk.endsWith("*") && beginnings < MOST_BEGINNINGS && beginning(chunk) instanceof Item item) {
            beginnings++;
            flush();
            onlyWords = false;
            accept(item, false);
        } else if (!field(chunk)) {
            run.append(chunk).append(' ');
        }
    }

    private static @Nullable Item beginning(String chunk) {
        List<Token> tokens = Tokenizer.tokens(chunk);
        if (tokens.size() != 1 || tokens.getFirst().exact().length() < 2) {
            return null;
        }
        return new Beginning(tokens.getFirst().exact(), tokens.getFirst().exact() + "…");
    }

    private static boolean isField(String chunk) {
        return fieldOf(chunk) != null;
    }

    private static @Nullable String fieldOf(String chunk) {
        int colon = chunk.indexOf(':');
        return colon > 0 && colon <= LONGEST_SHOWN
                ? FIELDS.get(WordForms.fold(chunk.substring(0, colon).toLowerCase(Locale.ROOT)))
                : null;
    }

    /// Whether the chunk was a field with a value.
    private boolean field(String chunk) {
        int colon = chunk.indexOf(':');
        String name = fieldOf(chunk);
        if (name == null) {
            return false;
        }
        String value = chunk.substring(colon + 1);
        boolean quoted = value.isEmpty() && at < text.length() && isQuote(text.charAt(at));
        if (quoted) {
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
        // A name may hold a comma: tema:"mat, måltider og ernæring".
        for (String one : quoted ? List.of(value) : List.of(value.split(","))) {
            String stripped = one.strip();
            if (!stripped.isEmpty()) {
                values.addAll(valuesOf(name, stripped));
            }
        }
        if (values.isEmpty()) {
            remarks.add(Note.of("no-value", shortened(chunk)));
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
        if (field.equals("year")) {
            return years(value);
        }
        return List.of(value);
    }

    /// `2022`, `2022..2024`, `2022-2024`, `2022..` and `..2024`; what is none of these as it stands.
    private static List<String> years(String value) {
        var range = YEARS.matcher(value);
        if (!range.matches()) {
            return List.of(value);
        }
        int from = range.group(1).isEmpty() ? FIRST_YEAR : Integer.parseInt(range.group(1));
        int to = range.group(2).isEmpty() ? LAST_YEAR : Integer.parseInt(range.group(2));
        if (from > to) {
            int other = from;
            from = to;
            to = other;
        }
        return IntStream.rangeClosed(Math.max(from, FIRST_YEAR), Math.min(to, LAST_YEAR))
                .mapToObj(Integer::toString)
                .toList();
    }

    /// Reads the plain words gathered so far, together, since `§ 4-2` and `Meld. St. 15` span spaces.
    private void flush() {
        String words = run.toString();
        run.setLength(0);
        List<Token> tokens = Tokenizer.tokens(words);
        adjacent.addAll(tokens);
        for (int i = 0; i < tokens.size(); ) {
            int end = datedEnd(tokens, i);
            if (end > i) {
                String id = OfficialDate.endingAt(tokens, end - 1).orElseThrow().id();
                String shown = shown(words, tokens.subList(i, end));
                accept(new Word(new Token(id, 0, shown.length(), Token.Kind.IDENTIFIER, false), shown), false);
                i = end;
                continue;
            }
            end = officialNumberEnd(tokens, i);
            if (end > i) {
                List<Token> number = tokens.subList(i, end);
                accept(new Official(number, otherForms(number), shown(words, number)), false);
                i = end;
                continue;
            }
            end = i + 1;
            while (end < tokens.size() && tokens.get(end - 1).hyphenated()) {
                end++;
            }
            List<Token> part = tokens.subList(i, end);
            String shown = shown(words, part);
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

    private static String shown(String words, List<Token> tokens) {
        return words.substring(tokens.getFirst().start(), tokens.getLast().end());
    }

    private static String shortened(String typed) {
        return typed.length() <= LONGEST_SHOWN ? typed : typed.substring(0, LONGEST_SHOWN) + "…";
    }

    /// Where `24. juni 2011 nr. 30` that begins here ends; `from` when no such thing does. The date alone is no
    /// official
    /// id to one who types it: it may be that of a meeting.
    private static int datedEnd(List<Token> tokens, int from) {
        int last = from + 4;
        return last < tokens.size()
                        && OfficialDate.endingAt(tokens, last)
                                .filter(date -> date.first() == from)
                                .isPresent()
                ? last + 1
                : from;
    }

    /// Where a `Meld. St. 15`, `St.meld. nr. 47`, `Prop. 91 L`, `Innst. 206 S`, `Ot.prp. nr. 13`, `NOU 2023: 4` or
    /// `IS-1253` that begins here ends; `from` when none does. They are looked for as a whole.
    private static int officialNumberEnd(List<Token> tokens, int from) {
        String first = tokens.get(from).exact();
        int number = switch (first) {
            case "meld" -> is(tokens, from + 1, "st") ? withoutNr(tokens, from + 2) : -1;
            case "st" -> is(tokens, from + 1, "meld") ? withoutNr(tokens, from + 2) : -1;
            case "ot" -> is(tokens, from + 1, "prp") ? withoutNr(tokens, from + 2) : -1;
            case "stortingsmelding", "prop", "innst" -> withoutNr(tokens, from + 1);
            case "nou", "is" -> from + 1;
            default -> -1;
        };
        if (number < 0 || number >= tokens.size() || tokens.get(number).kind() != Token.Kind.NUMBER) {
            return from;
        }
        boolean kind = (first.equals("prop") || first.equals("innst"))
                && (is(tokens, number + 1, "s") || is(tokens, number + 1, "l") || is(tokens, number + 1, "ls"));
        return kind ? number + 2 : number + 1;
    }

    private static int withoutNr(List<Token> tokens, int at) {
        return is(tokens, at, "nr") ? at + 1 : at;
    }

    /// How else the number of a white paper is written: people say St.meld. of those that are Meld. St., and the other
    /// way round.
    private static List<List<Token>> otherForms(List<Token> number) {
        String first = number.getFirst().exact();
        if (!first.equals("meld") && !first.equals("st") && !first.equals("stortingsmelding")) {
            return List.of();
        }
        String last = number.getLast().exact();
        String typed = String.join(" ", number.stream().map(Token::exact).toList());
        return WHITE_PAPER_FORMS.stream()
                .map(form -> form + " " + last)
                .filter(form -> !form.equals(typed))
                .map(Tokenizer::tokens)
                .toList();
    }

    private static boolean is(List<Token> tokens, int i, String exact) {
        return i < tokens.size() && tokens.get(i).exact().equals(exact);
    }

    private void accept(Item item, boolean without) {
        if (items++ >= MOST_ITEMS) {
            joinNext = false;
            return;
        }
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
        return clause.size() == 1 && clause.getFirst() instanceof Word word && isSmall(word.token());
    }

    /// Whether the word says nothing alone.
    static boolean isSmall(Token token) {
        return SMALL_WORDS.contains(token.exact());
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '−' || c == '–';
    }
}
