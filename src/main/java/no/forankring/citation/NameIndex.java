package no.forankring.citation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import no.forankring.register.Register;
import org.jspecify.annotations.Nullable;

/// All names and numbers of a register, made ready for one pass over a text: a trie over words.
///
/// Built once per register; afterwards only read. Looking at a token costs the same whatever the register's size.
final class NameIndex {

    /// How far a name may be trusted when it stands alone.
    enum Strength {
        /// An everyday phrase: needs quotation marks, a kind word or a number beside it.
        WEAK,
        /// Some words that might be said by chance: needs a capital inside a sentence, or other evidence.
        MEDIUM,
        STRONG
    }

    /// All that a row of words can name.
    static final class Name {
        final Map<Row, Option.Source> options = new LinkedHashMap<>();
        private List<Option> list = List.of();
        Strength strength = Strength.WEAK;
        /// Written in capitals only, as in GDPR.
        boolean capitals;
        /// A single word in the definite form: with a capital inside a sentence it is a proper name.
        boolean definite;
        /// A few letters and a kind word with a hyphen between: without it, the letters must be capitals.
        boolean tied;
        /// Too short to allow a space or sign inside.
        boolean glued;

        /// Content words of the name.
        int content;

        /// A phrase that a reform and its paper share ("Leve hele livet") is better known than one of a single title.
        Strength trust() {
            return strength == Strength.WEAK && options.size() > 1 && content > 1 ? Strength.MEDIUM : strength;
        }

        /// The same list at every call, once the index is built.
        List<Option> list() {
            return list;
        }

        private void close() {
            var all = new ArrayList<Option>(options.size());
            options.forEach((row, source) -> all.add(Option.of(row, source)));
            list = List.copyOf(all);
        }
    }

    /// A name found in a text, as tokens `[from, to)`.
    record Match(List<Option> options, Strength strength, int to, boolean prefix, boolean fuzzy, boolean definite) {

        Match(List<Option> options, Strength strength, int to, boolean prefix, boolean fuzzy) {
            this(options, strength, to, prefix, fuzzy, false);
        }
    }

    private static final int MANY = -2;
    private static final int NONE = -1;
    private static final int LONGEST = 64;
    private static final int FUZZY_CHILDREN = 24;

    // In this order: the words that come first take the written forms that they share with later ones.
    private static final List<String> STOP = List.of(
            "og", "i", "på", "for", "til", "av", "om", "med", "en", "ei", "et", "ein", "eit", "den", "det", "de", "som",
            "er", "å", "ved", "mot", "fra", "frå", "mv", "mm", "m", "v", "nr", "der", "eller", "sin", "sitt", "sine",
            "at", "innen", "etter", "under", "over", "mellom", "vi", "meg", "seg", "kan", "skal", "ikke", "mer", "se",
            "noen", "alle", "hva", "hele", "dei", "vår", "våre", "andre", "nå");

    /// Words of titles that say nothing of the topic.
    private static final List<String> PALE = List.of(
            "nasjonal",
            "nasjonale",
            "nasjonalt",
            "regjeringens",
            "helse",
            "faglig",
            "faglige",
            "endringer",
            "norge",
            "norsk",
            "nye",
            "bedre",
            "gode",
            "god",
            "lov",
            "forskrift",
            "plan",
            "strategi",
            "veileder",
            "retningslinje",
            "retningslinjer",
            "melding",
            "reform",
            "handlingsplan",
            "program",
            "rapport",
            "stortingsmelding",
            "omsorg",
            "omsorgstjenesten",
            "helsetjeneste",
            "kommunal",
            "kommunale",
            "kommune",
            "kommunen",
            "personer",
            "mennesker",
            "tjenester",
            "samfunn",
            "muligheter",
            "liv",
            "handling",
            "felles",
            "arbeid",
            "utvikling",
            "kvalitet");

    final Register register;
    final Lexicon lexicon = new Lexicon();
    /// The register's own rows, then those of further acts.
    final List<Row> rows = new ArrayList<>();

    final LocalPlans localPlans;

    /// How many of the rows are the register's own.
    int listed;

    /// While building: what is added now comes after all that stands beside it.
    private boolean further;

    private final Map<String, Row> byId = new HashMap<>();
    private final Map<String, Row> byDesignation = new HashMap<>();
    private final Map<String, List<Row>> byNumber = new HashMap<>();
    private final Map<String, List<Row>> byShortTitle = new HashMap<>();
    private final Map<String, Row> byAddress = new HashMap<>();
    private int longestAddress;
    private final Map<Integer, List<Option>> abbreviations = new HashMap<>();
    private final BitSet capitalAbbreviations = new BitSet();
    private final BitSet abbreviated = new BitSet();
    private final LongWords longWords = new LongWords();
    private final RegulationTitles regulations = new RegulationTitles(lexicon);

    /// The rows that a word is a topic of, by the word's number; longer numbers have none.
    private final List<List<Row>> postings = new ArrayList<>();

    private final BitSet stop = new BitSet();
    private final BitSet pale = new BitSet();
    private @Nullable String[] spelling = new String[1 << 10];
    /// The node that a name beginning with the word comes to first, by the word's number; 0 where none begins so.
    private int[] beginnings = new int[0];

    private int nodes = 1;
    private long[] edgeKeys = new long[1 << 10];
    private int[] edgeTargets = new int[1 << 10];
    private int edges;
    private @Nullable Name[] names = new Name[1 << 9];
    private int[] only = new int[1 << 9];
    private int[] content = new int[1 << 9];
    private boolean[] title = new boolean[1 << 9];
    private int[] firstChild = new int[1 << 9];
    private int[] sibling = new int[1 << 9];
    private int[] arriving = new int[1 << 9];

    NameIndex(Register register) {
        this.register = register;
        for (String word : STOP) {
            stop.set(lexicon.wordFor(word));
        }
        for (String word : PALE) {
            pale.set(lexicon.wordFor(word));
        }
        Arrays.fill(only, NONE);
        // Ambiguous forms first, so that a title that is an everyday phrase is known as one.
        var ambiguous = new HashSet<String>();
        for (GoverningDocument document : register.all()) {
            for (String alias : document.ambiguousAliases()) {
                ambiguous.add(alias.toLowerCase(Locale.ROOT));
            }
        }
        for (GoverningDocument document : register.all()) {
            var row = new Row(rows.size(), document, new WordSet());
            rows.add(row);
            byId.put(document.id().value(), row);
            byShortTitle.computeIfAbsent(kinKey(row), key -> new ArrayList<>()).add(row);
            if (document.type() != DocumentType.GRANT) {
                // Money is no governing document, so its name cites nothing.
                addNames(row, ambiguous);
            }
            addNumbers(row);
            addAddress(row);
        }
        listed = rows.size();
        further = true;
        for (GoverningDocument act : register.acts()) {
            addAct(act, ambiguous);
        }
        localPlans = new LocalPlans(rows.subList(0, listed));
        indexTopics();
        indexBeginnings();
        indexDates();
        lexicon.finish();
        for (Name name : names) {
            if (name != null) {
                name.close();
            }
        }
    }

    /// One of the acts of which only the official names are known. It is no row of the register: no topic leads to it,
    /// and the register's own names are tried first.
    private void addAct(GoverningDocument act, Set<String> ambiguous) {
        var row = new Row(rows.size(), act, new WordSet());
        rows.add(row);
        byId.put(act.id().value(), row);
        if (act.type() == DocumentType.REGULATION) {
            addRegulation(row, ambiguous);
        } else {
            addNames(row, ambiguous);
        }
    }

    /// Of a regulation the index holds the name of one word, all longer ones are [RegulationTitles].
    private void addRegulation(Row row, Set<String> ambiguous) {
        GoverningDocument document = row.document();
        for (String alias : document.ambiguousAliases()) {
            addAlias(row, alias, Option.Source.AMBIGUOUS);
        }
        if (hasWordForName(row)) {
            addUnlessAmbiguous(row, document.shortTitle(), ambiguous);
        }
        regulations.add(row);
    }

    private static boolean hasWordForName(Row row) {
        String name = row.document().shortTitle();
        return !name.isBlank() && name.indexOf(' ') < 0;
    }

    private void indexTopics() {
        stop.stream().forEach(word -> {
            for (Row row : rows) {
                row.topics().remove(word);
            }
        });
        for (int word = 0; word < lexicon.wordCount(); word++) {
            postings.add(List.of());
        }
        for (Row row : rows.subList(0, listed)) {
            for (int word : row.topics().toArray()) {
                if (postings.get(word).isEmpty()) {
                    postings.set(word, new ArrayList<>(2));
                }
                postings.get(word).add(row);
            }
        }
    }

    private void indexBeginnings() {
        beginnings = new int[lexicon.wordCount()];
        for (int child = firstChild[0]; child != 0; child = sibling[child]) {
            if (arriving[child] >= 0) {
                beginnings[arriving[child]] = child;
            }
        }
    }

    // ---- names ----

    private void addNames(Row row, Set<String> ambiguous) {
        GoverningDocument document = row.document();
        for (String alias : document.aliases()) {
            addAlias(row, alias, Option.Source.UNIQUE);
        }
        for (String alias : document.ambiguousAliases()) {
            addAlias(row, alias, Option.Source.AMBIGUOUS);
        }
        for (String alias : document.erroneousAliases()) {
            addAlias(row, alias, Option.Source.ERRONEOUS);
        }
        String shortTitle = document.shortTitle();
        int bracket = shortTitle.indexOf(" (");
        if (bracket > 0) {
            addUnlessAmbiguous(row, shortTitle, ambiguous);
            String bare = shortTitle.substring(0, bracket);
            boolean known = document.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(bare));
            if (!known) {
                // "kommuneloven (1992)" shares its bare name; "Grunnloven (bokmål)" does not.
                boolean year = Character.isDigit(shortTitle.charAt(bracket + 2));
                addAlias(row, bare, year ? Option.Source.AMBIGUOUS : Option.Source.UNIQUE);
            }
        } else if (!shortTitle.isBlank()) {
            addUnlessAmbiguous(row, shortTitle, ambiguous);
        }
        if (isPaperOnAnAct(document.type())) {
            // A proposition carries the title of the act that it proposes, and is cited by its number.
            String plain = stripTail(document.title().replaceAll(" \\([^)]*\\)$", ""));
            addPath(row, plain, Option.Source.SUBTITLE, true);
        } else {
            addTitle(row, document.title(), ambiguous);
        }
    }

    private static boolean isPaperOnAnAct(DocumentType type) {
        return switch (type) {
            case PROPOSITION,
                    PROPOSITION_OLD,
                    BUDGET_PROPOSITION_OLD,
                    RECOMMENDATION,
                    LEGISLATIVE_DECISION,
                    AMENDING_LAW -> true;
            default -> false;
        };
    }

    private void addUnlessAmbiguous(Row row, String name, Set<String> ambiguous) {
        boolean isAmbiguous = ambiguous.contains(name.toLowerCase(Locale.ROOT));
        addAlias(row, name, isAmbiguous ? Option.Source.AMBIGUOUS : Option.Source.UNIQUE);
    }

    private void addTitle(Row row, String whole, Set<String> ambiguous) {
        if (whole.isBlank()) {
            return;
        }
        String words = whole;
        // "Lov om folkehelsearbeid (folkehelseloven)", "Lov om arkiv [arkivlova]"
        int open = Math.max(words.lastIndexOf('('), words.lastIndexOf('['));
        if (open > 0 && (words.endsWith(")") || words.endsWith("]"))) {
            String inside = words.substring(open + 1, words.length() - 1).strip();
            String before = words.substring(0, open).strip();
            if (row.isAct() && inside.indexOf(' ') < 0 || Inflection.kindOf(inside.toLowerCase(Locale.ROOT)) != null) {
                addUnlessAmbiguous(row, inside, ambiguous);
                words = before;
            } else if (isPeriod(inside)) {
                addAlias(row, whole, Option.Source.UNIQUE);
                words = before;
            } else {
                addPath(row, whole, Option.Source.UNIQUE, true);
                words = before;
            }
        }
        words = stripTail(words);
        String plain = stripPeriod(words);
        if (!plain.equals(words)) {
            addPath(row, words, Option.Source.UNIQUE, true);
            words = plain;
        }
        String[] lines = words.split(" — | – (?=[A-ZÆØÅ])", 2);
        if (lines.length == 2 && words.contains(" — ")) {
            addPath(row, words, Option.Source.UNIQUE, true);
            addUnlessAmbiguous(row, lines[0], ambiguous);
            addPath(row, lines[1], Option.Source.SUBTITLE, true);
        } else {
            boolean isAmbiguous = ambiguous.contains(words.toLowerCase(Locale.ROOT));
            addPath(row, words, isAmbiguous ? Option.Source.AMBIGUOUS : Option.Source.UNIQUE, true);
        }
        int dot = words.indexOf(". ");
        if (dot > 0) {
            addPath(row, words.substring(0, dot), Option.Source.UNIQUE, true);
            addPath(row, words.substring(dot + 2), Option.Source.SUBTITLE, true);
        }
    }

    private static boolean isPeriod(String words) {
        return words.length() >= 4 && words.chars().allMatch(c -> Character.isDigit(c) || !Character.isLetter(c));
    }

    static String stripTail(String words) {
        for (String tail : List.of(" m.m.", " mv.", " m.v.", " o.l.", " m.fl.")) {
            if (words.endsWith(tail)) {
                return words.substring(0, words.length() - tail.length());
            }
        }
        return words;
    }

    /// "Nasjonal helse- og sykehusplan 2020–2023" without its years; a single year belongs to the name.
    private static String stripPeriod(String words) {
        int space = words.lastIndexOf(' ');
        if (space > 0 && words.length() - space - 1 == 9 && isPeriod(words.substring(space + 1))) {
            return words.substring(0, space);
        }
        return words;
    }

    private void addAlias(Row row, String alias, Option.Source source) {
        if (row.isAct() && isAbbreviation(alias, row.document())) {
            String letters = alias.endsWith(".") ? alias.substring(0, alias.length() - 1) : alias;
            int word = lexicon.wordFor(letters.toLowerCase(Locale.ROOT));
            if (Character.isUpperCase(letters.charAt(0))) {
                capitalAbbreviations.set(word);
            }
            abbreviated.set(word);
            var list = abbreviations.computeIfAbsent(word, w -> new ArrayList<>());
            if (list.stream().noneMatch(option -> option.row() == row)) {
                list.add(Option.of(row, source));
            }
            return;
        }
        addPath(row, alias, source, false);
        int bracket = alias.indexOf(" (");
        if (source == Option.Source.UNIQUE && !row.isAct() && bracket > 0 && isYear(alias.substring(bracket + 1))) {
            // "omsorgsmeldingen (2006)": there will be others.
            addPath(row, alias.substring(0, bracket), Option.Source.AMBIGUOUS, false);
        }
    }

    private static boolean isYear(String words) {
        return words.matches("\\((19|20)\\d\\d\\)");
    }

    private static boolean isAbbreviation(String alias, GoverningDocument document) {
        if (alias.indexOf(' ') >= 0 || alias.length() > 13 || alias.indexOf('-') >= 0) {
            return false;
        }
        if (alias.endsWith(".")) {
            return true;
        }
        return document.aliases().contains(alias + ".")
                || document.ambiguousAliases().contains(alias + ".")
                || document.aliases().contains(alias.toLowerCase(Locale.ROOT) + ".");
    }

    private void addPath(Row row, String words, Option.Source source, boolean isTitle) {
        var tokens = new Tokens(words, lexicon, List.of());
        int count = tokens.count();
        if (count == 0 || count > LONGEST) {
            return;
        }
        if (source == Option.Source.SUBTITLE && !speaksOfTopic(tokens)) {
            // "Demens — Nasjonal faglig retningslinje": the second line is but the kind.
            return;
        }
        int node = 0;
        int contentWords = 0;
        int letters = 0;
        int longest = 0;
        boolean digits = false;
        boolean kind = false;
        boolean capitals = true;
        for (int i = 0; i < count; i++) {
            int code;
            if (tokens.isNumber(i)) {
                code = numberCode(tokens.value(i));
                digits = true;
            } else if (tokens.isSection(i)) {
                code = Tokens.SECTION;
            } else {
                String folded = tokens.foldedText(i);
                int word = lexicon.wordFor(folded);
                spell(word, folded);
                code = word;
                letters += folded.length();
                longest = Math.max(longest, folded.length());
                capitals &= tokens.allCaps(i);
                if (!stop.get(word)) {
                    if (folded.length() > 2) {
                        contentWords++;
                        row.topics().set(word);
                    }
                    Cue compound = Inflection.kindOf(folded);
                    kind |= compound != null && compound != Cue.NOU && compound != Cue.FORORDNING;
                }
                Cue cue = Cue.of(word);
                kind |= i < 3 && count > i + 2 && cue != null && cue.isKind();
                kind |= cue == Cue.SUSTAINABLE_GOAL;
                // "ROP-retningslinjen", "Tett på-meldingen"
                kind |= i > 0 && cue != null && cue.isKind() && tokens.gap(i) == Tokens.HYPHEN;
                kind |= i > 0 && cue == Cue.LAW && tokens.form(i) == Lexicon.DEFINITE;
            }
            node = child(node, code);
            only[node] = only[node] == NONE || only[node] == row.index() ? row.index() : MANY;
            content[node] = Math.max(content[node], contentWords);
            title[node] |= isTitle;
        }
        if (letters == 0 || count == 1 && tokens.is(0, Cue.ESCALATION_PLAN)) {
            // "opptrappingsplanen" alone is the one named before.
            return;
        }
        Name name = names[node];
        if (name == null) {
            name = new Name();
            names[node] = name;
        }
        Option.Source known = name.options.get(row);
        if (known == null || source.compareTo(known) < 0) {
            name.options.put(row, source);
        }
        if (known == Option.Source.AMBIGUOUS || source == Option.Source.AMBIGUOUS) {
            name.options.put(row, Option.Source.AMBIGUOUS);
        }
        name.content = contentWords;
        name.tied |= count == 2 && tokens.gap(1) == Tokens.HYPHEN && tokens.foldedLength(0) <= 3;
        name.glued |= letters <= 3;
        name.capitals |= capitals && letters <= 8 && count <= 2 && !kind;
        Strength strength;
        if (kind || contentWords >= 4 || name.capitals || digits && letters > 3) {
            strength = Strength.STRONG;
        } else if (contentWords >= 2) {
            strength = Strength.MEDIUM;
        } else {
            strength = source == Option.Source.UNIQUE && longest >= 13 ? Strength.STRONG : Strength.WEAK;
        }
        if (source == Option.Source.AMBIGUOUS && !kind && !digits) {
            strength = Strength.WEAK;
        }
        if (source == Option.Source.SUBTITLE) {
            strength = contentWords >= 4 ? Strength.MEDIUM : Strength.WEAK;
        }
        if (source == Option.Source.ERRONEOUS && contentWords == 1 && !digits) {
            strength = Strength.WEAK;
        }
        name.definite |= count == 1 && letters >= 6 && isDefinite(tokens.foldedText(0));
        if (!isTitle && !kind && !digits && isAdvice(row.type()) && !(count == 1 && longest >= 13)) {
            // "Kvalitet i tjenester til …" may be the aim as well as the guidance on it.
            strength = Strength.WEAK;
        }
        if (strength.compareTo(name.strength) > 0) {
            name.strength = strength;
        }
        if (count == 1 && letters >= 12 && source != Option.Source.SUBTITLE && (kind || longest >= 16)) {
            for (String form : Inflection.formsOf(tokens.foldedText(0))) {
                longWords.add(form, Option.of(row, source));
            }
        }
    }

    /// `Normen`, `Hjertespråket`
    private static boolean isDefinite(String word) {
        return word.endsWith("en") || word.endsWith("et") || word.endsWith("ene");
    }

    private boolean speaksOfTopic(Tokens tokens) {
        int topics = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.isWord(i) && !isPale(tokens.word(i)) && tokens.foldedLength(i) > 2) {
                topics++;
            }
        }
        return topics >= 2;
    }

    private void spell(int word, String folded) {
        if (word >= spelling.length) {
            spelling = Arrays.copyOf(spelling, Math.max(word + 1, spelling.length * 2));
        }
        if (spelling[word] == null) {
            spelling[word] = folded;
        }
    }

    private static boolean isAdvice(DocumentType type) {
        return switch (type) {
            case GUIDANCE, GUIDELINE, NATIONAL_ADVICE, PATHWAY -> true;
            default -> false;
        };
    }

    private static int numberCode(int value) {
        return -100 - Math.max(value, -1);
    }

    private int child(int node, int code) {
        int found = edge(node, code);
        if (found > 0) {
            return found;
        }
        if ((edges + 1) * 2 > edgeKeys.length) {
            long[] keys = edgeKeys;
            int[] targets = edgeTargets;
            edgeKeys = new long[keys.length * 2];
            edgeTargets = new int[keys.length * 2];
            for (int i = 0; i < keys.length; i++) {
                if (targets[i] != 0) {
                    placeEdge(keys[i], targets[i]);
                }
            }
        }
        int created = nodes++;
        if (created == names.length) {
            int size = created * 2;
            names = Arrays.copyOf(names, size);
            content = Arrays.copyOf(content, size);
            title = Arrays.copyOf(title, size);
            firstChild = Arrays.copyOf(firstChild, size);
            sibling = Arrays.copyOf(sibling, size);
            arriving = Arrays.copyOf(arriving, size);
            only = Arrays.copyOf(only, size);
            Arrays.fill(only, created, size, NONE);
        }
        placeEdge(key(node, code), created);
        edges++;
        arriving[created] = code;
        if (further && firstChild[node] != 0) {
            int last = firstChild[node];
            while (sibling[last] != 0) {
                last = sibling[last];
            }
            sibling[last] = created;
        } else {
            sibling[created] = firstChild[node];
            firstChild[node] = created;
        }
        return created;
    }

    private static long key(int node, int code) {
        return ((long) node << 32) | (code & 0xffffffffL);
    }

    private static int spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    private void placeEdge(long key, int target) {
        int mask = edgeKeys.length - 1;
        int slot = spread(key) & mask;
        while (edgeTargets[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        edgeKeys[slot] = key;
        edgeTargets[slot] = target;
    }

    private int edge(int node, int code) {
        long key = key(node, code);
        int mask = edgeKeys.length - 1;
        int slot = spread(key) & mask;
        while (edgeTargets[slot] != 0) {
            if (edgeKeys[slot] == key) {
                return edgeTargets[slot];
            }
            slot = (slot + 1) & mask;
        }
        return 0;
    }

    /// True when some name begins with the word.
    boolean begins(int word) {
        return word >= 0 && (beginnings[word] != 0 || regulations.begins(word));
    }

    /// The longest name that begins at the token, or null.
    @Nullable
    Match match(Tokens tokens, int from) {
        int word = tokens.word(from);
        if (!begins(word)) {
            return null;
        }
        Match name = beginnings[word] == 0 ? null : walk(tokens, from, from, beginnings[word]);
        return longer(name, regulations.match(tokens, from));
    }

    /// At the same length the register's own name is meant.
    private static @Nullable Match longer(@Nullable Match name, @Nullable Match regulation) {
        if (name == null || regulation != null && regulation.to() > name.to()) {
            return regulation;
        }
        return name;
    }

    /// The longest name that begins with the kind word and goes on at the token: "lov … om folkehelsearbeid".
    @Nullable
    Match matchAfter(Cue kind, Tokens tokens, int token) {
        int first = edge(0, kind.ordinal());
        int second = first == 0 || code(tokens, token) == Tokens.UNKNOWN ? 0 : edge(first, code(tokens, token));
        Match name = second == 0 ? null : walk(tokens, token, token, second);
        return longer(name, regulations.matchAfter(kind, tokens, token));
    }

    private static int code(Tokens tokens, int token) {
        int word = tokens.word(token);
        return word == Tokens.NUMBER ? numberCode(tokens.value(token)) : word;
    }

    private @Nullable Match walk(Tokens tokens, int from, int at, int reached) {
        int node = reached;
        int i = at;
        boolean fuzzy = false;
        Name best = null;
        int bestTo = 0;
        boolean bestFuzzy = false;
        int prefixTo = 0;
        int prefixRow = NONE;
        int limit = Math.min(tokens.count(), from + LONGEST);
        while (true) {
            Name name = names[node];
            if (name != null && fits(name, tokens, from, i + 1)) {
                best = name;
                bestTo = i + 1;
                bestFuzzy = fuzzy;
            }
            if (content[node] >= 4 && title[node] && only[node] >= 0 && tokens.isWord(i) && !isStop(tokens.word(i))) {
                prefixTo = i + 1;
                prefixRow = only[node];
            }
            i++;
            if (i >= limit || !passable(tokens, i)) {
                break;
            }
            int code = code(tokens, i);
            int next = code == Tokens.UNKNOWN ? 0 : edge(node, code);
            if (next == 0 && !fuzzy && code == Tokens.UNKNOWN && i > from) {
                next = near(node, tokens, i);
                fuzzy = next != 0;
            }
            if (next == 0) {
                break;
            }
            node = next;
        }
        if (best != null && bestTo >= prefixTo) {
            return new Match(best.list(), best.trust(), bestTo, false, bestFuzzy, best.definite);
        }
        if (prefixTo > 0 && (best == null || prefixTo > bestTo) && endsCleanly(tokens, prefixTo)) {
            Row row = rows.get(prefixRow);
            return new Match(List.of(Option.of(row, Option.Source.PREFIX)), Strength.STRONG, prefixTo, true, fuzzy);
        }
        return best == null ? null : new Match(best.list(), best.trust(), bestTo, false, bestFuzzy, best.definite);
    }

    private static boolean endsCleanly(Tokens tokens, int to) {
        // "Forskrift om krav til beredskapsplanlegging-" is cut inside a word.
        return tokens.gap(to) != Tokens.HYPHEN;
    }

    static boolean passable(Tokens tokens, int token) {
        int gap = tokens.gap(token);
        if ((gap & (Tokens.BARRIER | Tokens.SEMICOLON | Tokens.SIGN | Tokens.DOLLAR)) != 0) {
            return false;
        }
        if ((gap & (Tokens.OPEN | Tokens.CLOSE)) != 0 && !tokens.isNumber(token)) {
            return (gap & Tokens.CLOSE) == 0 && (gap & Tokens.OPEN) != 0 && tokens.isWord(token);
        }
        if ((gap & Tokens.DOT) != 0 && tokens.isNumber(token)) {
            return false;
        }
        return (gap & Tokens.BLANK) == 0 || tokens.isNumber(token) || !tokens.capital(token);
    }

    private static boolean fits(Name name, Tokens tokens, int from, int to) {
        if (name.capitals) {
            for (int i = from; i < to; i++) {
                if (tokens.isWord(i) && !tokens.allCaps(i)) {
                    return false;
                }
            }
        }
        if (name.glued) {
            for (int i = from + 1; i < to; i++) {
                if (tokens.gap(i) != 0 && !(tokens.isNumber(i) && tokens.gap(i) == Tokens.SPACE)) {
                    return false;
                }
            }
        }
        if (name.tied && tokens.gap(from + 1) == Tokens.SPACE && !tokens.allCaps(from)) {
            // "Se LOV-1999-…" is not the SE-loven.
            return false;
        }
        // "Demensplan 2020–2025" is not Demensplan 2020: a year followed by a dash and a year is a period.
        if (tokens.isNumber(to - 1)
                && tokens.isNumber(to)
                && (tokens.gap(to) & (Tokens.DASH | Tokens.HYPHEN | Tokens.SLASH)) != 0
                && (tokens.gap(to) & (Tokens.OPEN | Tokens.CLOSE)) == 0) {
            return false;
        }
        return true;
    }

    private int near(int node, Tokens tokens, int token) {
        int length = tokens.foldedLength(token);
        if (length < 6) {
            return 0;
        }
        int allowed = length >= 12 ? 2 : 1;
        int seen = 0;
        for (int child = firstChild[node]; child != 0 && seen < FUZZY_CHILDREN; child = sibling[child], seen++) {
            tokens.looked(1);
            if (arriving[child] < 0) {
                continue;
            }
            String word = spelling[arriving[child]];
            if (word != null && word.length() >= 6 && Spelling.within(word, tokens, token, allowed)) {
                return child;
            }
        }
        return 0;
    }

    /// A long one-word name with one or two typing errors, or null.
    @Nullable
    Match nearWord(Tokens tokens, int token) {
        List<Option> options = longWords.near(tokens, token);
        return options.isEmpty() ? null : new Match(options, Strength.STRONG, token + 1, false, true);
    }

    /// The name that the tokens `[from, to)` are when the last word, cut short, gets its ending back:
    /// "helse- og omsorgstjeneste-" and "loven".
    @Nullable
    Match completed(Tokens tokens, int from, int to, String ending) {
        char[] letters = (tokens.foldedText(to - 1) + ending).toCharArray();
        int entry = lexicon.entry(letters, 0, letters.length);
        if (entry < 0) {
            return null;
        }
        int node = 0;
        for (int i = from; i < to - 1; i++) {
            node = edge(node, code(tokens, i));
            if (node == 0) {
                return null;
            }
        }
        node = edge(node, lexicon.word(entry));
        Name name = node == 0 ? null : names[node];
        return name == null ? null : new Match(name.list(), name.trust(), to, false, false);
    }

    /// Rows whose name is these tokens followed by a single year: "demensplanen" → Demensplan 2015, 2020 and 2025.
    List<Row> withYears(Tokens tokens, int from, int to) {
        int node = 0;
        for (int i = from; i < to; i++) {
            node = edge(node, code(tokens, i));
            if (node == 0) {
                return List.of();
            }
        }
        var found = new ArrayList<Row>();
        int seen = 0;
        for (int child = firstChild[node]; child != 0 && seen < 64; child = sibling[child], seen++) {
            tokens.looked(1);
            int year = -100 - arriving[child];
            Name name = names[child];
            if (arriving[child] <= -100 && year > 1900 && year < 2100 && name != null) {
                name.options.forEach((row, source) -> {
                    if (source == Option.Source.UNIQUE && !found.contains(row)) {
                        found.add(row);
                    }
                });
            }
        }
        return found;
    }

    /// True for an act of which only the official names are known.
    boolean isFurther(Row row) {
        return row.index() >= listed;
    }

    List<Option> abbreviation(int word) {
        return abbreviations.getOrDefault(word, List.of());
    }

    boolean isAbbreviation(int word) {
        return abbreviated.get(word);
    }

    /// True for one written with a capital, as in Grl.
    boolean isCapitalAbbreviation(int word) {
        return capitalAbbreviations.get(word);
    }

    boolean isStop(int word) {
        return word >= 0 && stop.get(word);
    }

    /// Says nothing of a topic: stop words, kind words and the words that every title in the field has.
    boolean isPale(int word) {
        return word >= 0 && (stop.get(word) || pale.get(word) || word < Cue.ALL.length);
    }

    List<Row> rowsWith(int word) {
        return word < postings.size() ? postings.get(word) : List.of();
    }

    // ---- numbers and addresses ----

    private void addNumbers(Row row) {
        GoverningDocument document = row.document();
        var forms = new ArrayList<String>(document.aliases());
        forms.add(document.shortTitle());
        forms.add(document.title());
        for (String alias : forms) {
            Numbers.readWhole(alias, lexicon).ifPresent(designation -> put(designation, row));
        }
        fromId(document.id().value()).ifPresent(designation -> put(designation, row));
    }

    private void put(Designation designation, Row row) {
        if (designation.complete()) {
            byDesignation.putIfAbsent(designation.id(), row);
        }
        var list = byNumber.computeIfAbsent(designation.key(), key -> new ArrayList<>());
        if (designation.complete() && !list.contains(row)) {
            list.add(row);
        }
    }

    /// `meldst-15-2017-2018`, `stmeld-50-1996-97`, `prop-91-l-2010-2011`
    private static Optional<Designation> fromId(String id) {
        String[] parts = id.split("-");
        if (parts.length < 4) {
            return Optional.empty();
        }
        for (Series series : Series.values()) {
            if (series.code.equals(parts[0])
                    && series != Series.CIRCULAR
                    && series != Series.DIRECTORATE
                    && series != Series.EU_ACT
                    && series != Series.LAW
                    && series != Series.REGULATION
                    && parts[parts.length - 2].matches("\\d{4}")
                    && parts[1].matches("\\d+")) {
                String letter = parts.length == 5 ? parts[2] : "";
                return Optional.of(Designation.of(series, parts[1], letter, Integer.parseInt(parts[parts.length - 2])));
            }
        }
        return Optional.empty();
    }

    private void addAddress(Row row) {
        row.document().officialAddress().ifPresent(address -> {
            String key = Addresses.key(address);
            if (!key.isEmpty()) {
                putAddress(key, row);
            }
        });
        String path = Addresses.directoratePath(row.type());
        if (!path.isEmpty()) {
            String main = row.document().title().split(" — ", 2)[0];
            putAddress("helsedirektoratet.no" + path + Addresses.slug(main), row);
        }
    }

    /// The row and all that bear its short title, such as a reform and its white paper.
    List<Row> kin(Row row) {
        return byShortTitle.getOrDefault(kinKey(row), List.of(row));
    }

    private static String kinKey(Row row) {
        return row.document().label().split(" [—(]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private void putAddress(String key, Row row) {
        byAddress.putIfAbsent(key, row);
        longestAddress = Math.max(longestAddress, key.length());
    }

    /// The letters of the longest address of the register.
    int longestAddress() {
        return longestAddress;
    }

    @Nullable
    Row row(String id) {
        return byId.get(id);
    }

    /// The row for a complete designation, by number or by id, or null.
    @Nullable
    Row row(Designation designation) {
        Row row = byDesignation.get(designation.id());
        return row != null ? row : byId.get(designation.id());
    }

    /// All rows of a series with the number, whatever their session.
    List<Row> rowsNumbered(Designation designation) {
        return byNumber.getOrDefault(designation.key(), List.of());
    }

    @Nullable
    Row address(String key) {
        return byAddress.get(key);
    }

    /// Acts of the register passed on a day, for a law cited by its date alone.
    List<Row> dated(String prefix) {
        var found = new ArrayList<Row>();
        Row exact = byId.get(prefix);
        if (exact != null) {
            found.add(exact);
        }
        var list = byDate.get(prefix);
        if (list != null) {
            found.addAll(list);
        }
        return found;
    }

    private final Map<String, List<Row>> byDate = new HashMap<>();

    private void indexDates() {
        for (Row row : rows) {
            String id = row.document().id().value();
            int last = id.lastIndexOf('-');
            // Nobody cites a regulation by its day alone unless it is known by a name.
            boolean known = !isFurther(row) || row.type() != DocumentType.REGULATION || hasWordForName(row);
            if (known && (id.startsWith("lov-") || id.startsWith("for-")) && last > 12) {
                byDate.computeIfAbsent(id.substring(0, last), key -> new ArrayList<>())
                        .add(row);
            }
        }
    }
}
