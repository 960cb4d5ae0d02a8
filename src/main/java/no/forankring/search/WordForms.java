package no.forankring.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The forms in which a token is found. The first character tells the kind apart:
///
/// - `=sykehjemmet` the word as written;
/// - `sykehjem` the stem, the same for bokmål and nynorsk, and the parts of numbers;
/// - `~parorend` the stem with æ, ø and å folded, where that differs;
/// - `+demens` a part of a compound.
///
/// Only words as written, parts and numbers are [#written] at the token's position. Which words have a stem is worked
/// out from the words of the index ([Vocabulary]), and for those whose stem does not show in their letters it is
/// [#listed] once for each document: that halves the index.
final class WordForms {

    static final char EXACT = '=';
    static final char FOLDED = '~';
    static final char PART = '+';

    /// Between a stem and the word that has it, in what is listed; no token holds a space.
    static final char HAS = ' ';

    /// Bounds the memory that remembered words take, twice; a text has few words that come often.
    private static final int REMEMBERED = 20_000;

    private static final int SHORTEST_SAFELY_FOLDED = 6;
    private static final float NEIGHBOUR_WEIGHT = 0.6f;

    private final Lexicon lexicon;
    private volatile ConcurrentHashMap<String, Forms> remembered = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<String, Forms> rememberedBefore = new ConcurrentHashMap<>();

    /// @param all all forms, the word as written first and the one that stands for it second
    /// @param written what stands at the token's position
    /// @param listed what is listed of the document
    private record Forms(List<String> all, List<String> written, List<String> listed) {}

    WordForms(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    private Forms forms(Token token) {
        String exact = token.exact();
        Forms forms = remembered.get(exact);
        if (forms == null) {
            forms = rememberedBefore.get(exact);
            if (forms == null) {
                forms = forms(token, compute(token));
            }
            if (remembered.size() >= REMEMBERED) {
                rememberedBefore = remembered;
                remembered = new ConcurrentHashMap<>();
            }
            remembered.put(exact, forms);
        }
        return forms;
    }

    private static Forms forms(Token token, Set<String> all) {
        var written = new ArrayList<String>();
        var listed = new ArrayList<String>();
        for (String form : all) {
            boolean isStem = token.kind() == Token.Kind.WORD && form.charAt(0) != EXACT && form.charAt(0) != PART;
            if (!isStem) {
                if (form.charAt(0) == EXACT || !form.equals(token.exact())) {
                    written.add(form);
                }
            } else if (!showsIn(token.exact(), form)) {
                listed.add(form + HAS + token.exact());
            }
        }
        return new Forms(List.copyOf(all), List.copyOf(written), List.copyOf(listed));
    }

    private static boolean showsIn(String word, String stem) {
        return word.startsWith(stem) && Stemmer.isEnding(stem, word.substring(stem.length()));
    }

    /// What is written of the texts of one document, one text after the other. For one thread.
    final class Writing {

        private final Map<String, Forms> known = new HashMap<>();
        private final Set<String> listed = new HashSet<>();

        /// What stands in the index at each token's position, the word as written first.
        List<List<String>> written(List<Token> tokens) {
            var all = new ArrayList<List<String>>(tokens.size());
            for (int i = 0; i < tokens.size(); i++) {
                all.add(withNext(tokens, i, formsOf(tokens.get(i)).written()));
            }
            return all;
        }

        private Forms formsOf(Token token) {
            Forms forms = known.get(token.exact());
            if (forms == null) {
                forms = forms(token);
                known.put(token.exact(), forms);
                listed.addAll(forms.listed());
            }
            return forms;
        }

        private List<String> withNext(List<Token> tokens, int at, List<String> written) {
            Token token = tokens.get(at);
            if (token.hyphenated() && at + 1 < tokens.size()) {
                // e-læring is also found as elæring.
                String joined = token.exact() + tokens.get(at + 1).exact();
                formsOf(new Token(joined, 0, 0, Token.Kind.WORD, false));
                return with(written, EXACT + joined);
            }
            return OfficialDate.endingAt(tokens, at)
                    .map(date -> with(written, date.id()))
                    .orElse(written);
        }

        /// The stems of the words so far that do not show in the words' own letters: stem, [#HAS], word.
        Set<String> listed() {
            return listed;
        }
    }

    /// What stands in the index at each token's position, the word as written first.
    List<List<String>> written(List<Token> tokens) {
        return new Writing().written(tokens);
    }

    /// What stands in the index at the position of a word, whatever stands beside it, the word as written first.
    List<String> written(Token token) {
        return forms(token).written();
    }

    private static List<String> with(List<String> forms, String another) {
        var more = new LinkedHashSet<>(forms);
        more.add(another);
        return List.copyOf(more);
    }

    /// What stands for a token whatever its form: the stem of a word, the number of an official id.
    String base(Token token) {
        return token.kind() == Token.Kind.IDENTIFIER
                ? number(token.exact())
                : forms(token).all().get(1);
    }

    /// All forms of a token, the word as written first.
    ///
    /// @param next the token after it, when the two are one word with a hyphen
    List<String> indexed(Token token, @Nullable Token next) {
        List<String> forms = forms(token).all();
        if (token.hyphenated() && next != null) {
            // e-læring is also found as elæring.
            var joined = new LinkedHashSet<>(forms);
            joined.add(stem(token.exact() + next.exact()));
            return List.copyOf(joined);
        }
        return forms;
    }

    private Set<String> compute(Token token) {
        String exact = token.exact();
        var forms = new LinkedHashSet<String>();
        forms.add(EXACT + exact);
        switch (token.kind()) {
            case WORD -> {
                String respelled = lexicon.respelled(exact);
                String stem = lexicon.canonical(Stemmer.stem(respelled));
                forms.add(stem);
                String bare = fold(respelled);
                String folded = lexicon.canonicalFolded(Stemmer.stem(bare));
                if (!folded.equals(stem)) {
                    forms.add(FOLDED + folded);
                }
                for (String part : lexicon.partsOfRespelled(respelled)) {
                    forms.add(PART + part);
                }
            }
            case NUMBER -> {
                forms.add(exact);
                forms.addAll(numberParts(exact));
            }
            case SECTION -> {
                forms.add(exact);
                forms.add(exact.substring(1));
            }
            case IDENTIFIER -> {
                forms.add(exact);
                forms.add(number(exact));
            }
        }
        return forms;
    }

    /// The date and number of an official id, without the word before them.
    static String number(String identifier) {
        return Character.isLetter(identifier.charAt(0))
                ? identifier.substring(identifier.indexOf('-') + 1)
                : identifier;
    }

    /// All forms of each token of a text, the word as written first.
    List<List<String>> indexed(List<Token> tokens) {
        var all = new ArrayList<List<String>>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            List<String> forms = indexed(tokens.get(i), i + 1 < tokens.size() ? tokens.get(i + 1) : null);
            Optional<OfficialDate> date = OfficialDate.endingAt(tokens, i);
            if (date.isPresent()) {
                var more = new LinkedHashSet<>(forms);
                more.add(date.get().id());
                forms = List.copyOf(more);
            }
            all.add(forms);
        }
        return all;
    }

    /// A stem and those that one also finds who looks for it.
    List<String> withNeighbours(String stem) {
        var all = new ArrayList<String>();
        all.add(stem);
        all.addAll(lexicon.neighbours(stem));
        return all;
    }

    /// Whether a word may have one of the parts, without parting it: false is certain.
    boolean mayHave(Set<String> parts, String exact) {
        String word = lexicon.respelled(exact);
        for (String part : parts) {
            for (String spelled : lexicon.spelledParts(part)) {
                if (word.contains(spelled)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The stems of the parts of a compound; empty for a word that is none.
    List<String> parts(Token token) {
        return token.kind() == Token.Kind.WORD ? lexicon.parts(token.exact()) : List.of();
    }

    /// The years and numbers inside `2017-2018` or `28.10.2016`, which people search for alone.
    private static List<String> numberParts(String number) {
        if (number.indexOf(',') >= 0) {
            return List.of();
        }
        var parts = new ArrayList<String>();
        for (String part : number.split("[-./:]")) {
            if (part.length() >= 2 && part.length() < number.length()) {
                parts.add(part);
            }
        }
        return parts;
    }

    String stem(String exact) {
        return lexicon.canonical(Stemmer.stem(lexicon.respelled(exact)));
    }

    private String foldedStem(String exact) {
        return lexicon.canonicalFolded(Stemmer.stem(fold(lexicon.respelled(exact))));
    }

    /// The terms that a query word looks for, with their weights; the first is the word itself.
    List<Sought> sought(Token token) {
        String exact = token.exact();
        if (token.kind() == Token.Kind.IDENTIFIER) {
            // The number tells: LOV-2011-06-24-30, «lov 24. juni 2011 nr. 30» and lov/2011-06-24-30 are the same.
            return List.of(new Sought(number(exact), 1f));
        }
        if (token.kind() != Token.Kind.WORD) {
            return List.of(new Sought(exact, 1f));
        }
        var sought = new ArrayList<Sought>();
        String stem = stem(exact);
        sought.add(new Sought(stem, 1f));
        String folded = foldedStem(exact);
        boolean special = !fold(exact).equals(exact);
        // Who writes får means får; but a file with broken letters may still hold parorende for pårørende.
        if (!folded.equals(stem) && (exact.length() >= SHORTEST_SAFELY_FOLDED || !hasNorwegianLetter(exact))) {
            sought.add(new Sought(folded, 0.4f));
        }
        if (!special || !hasNorwegianLetter(exact)) {
            sought.add(new Sought(FOLDED + folded, 0.4f));
        }
        sought.add(new Sought(PART + stem, 0.5f));
        for (String neighbour : lexicon.neighbours(stem)) {
            sought.add(new Sought(neighbour, NEIGHBOUR_WEIGHT));
        }
        return sought;
    }

    private static boolean hasNorwegianLetter(String word) {
        return word.indexOf('æ') >= 0 || word.indexOf('ø') >= 0 || word.indexOf('å') >= 0;
    }

    /// One term a query word looks for.
    record Sought(String term, float weight) {}

    /// æ, ø, å and other marked letters as a keyboard without them writes them: `å` and `aa` both become `a`.
    static String fold(String word) {
        boolean plain = true;
        for (int i = 0; i < word.length() && plain; i++) {
            char c = word.charAt(i);
            plain = c < 128
                    && !(c == 'e' && i > 0 && "ao".indexOf(word.charAt(i - 1)) >= 0)
                    && !(c == 'a' && i > 0 && word.charAt(i - 1) == 'a');
        }
        if (plain) {
            return word;
        }
        String bare = word.replace("æ", "ae")
                .replace("ä", "ae")
                .replace('ø', 'o')
                .replace("ö", "o")
                .replace('å', 'a');
        bare = Normalizer.normalize(bare, Normalizer.Form.NFD);
        var folded = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            char before = folded.isEmpty() ? ' ' : folded.charAt(folded.length() - 1);
            boolean digraph = (c == 'a' && before == 'a') || (c == 'e' && before == 'o');
            if (!digraph) {
                folded.append(c);
            }
        }
        return folded.toString();
    }
}
