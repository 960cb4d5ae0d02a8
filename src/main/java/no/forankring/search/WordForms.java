package no.forankring.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The index terms of a token. All of them stand at the token's position in one field; the first character tells the
/// kind apart:
///
/// - `=sykehjemmet` the word as written, for phrases;
/// - `sykehjem` the stem, the same for bokmål and nynorsk;
/// - `~parorend` the stem with æ, ø and å folded, where that differs;
/// - `+demens` a part of a compound.
final class WordForms {

    static final char EXACT = '=';
    static final char FOLDED = '~';
    static final char PART = '+';

    /// Bounds the memory that remembered words take; a text has few words that come often.
    private static final int REMEMBERED = 30_000;

    private static final int SHORTEST_SAFELY_FOLDED = 6;

    private final Lexicon lexicon;
    private final ConcurrentHashMap<String, List<String>> remembered = new ConcurrentHashMap<>();

    WordForms(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// What is indexed for a token, the exact term first.
    ///
    /// @param next the token after it, when the two are one word with a hyphen
    List<String> indexed(Token token, @org.jspecify.annotations.Nullable Token next) {
        List<String> forms = remembered.get(token.exact());
        if (forms == null) {
            forms = List.copyOf(compute(token));
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(token.exact(), forms);
        }
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
                String stem = stem(exact);
                forms.add(stem);
                String folded = foldedStem(exact);
                if (!folded.equals(stem)) {
                    forms.add(FOLDED + folded);
                }
                for (String part : lexicon.parts(exact)) {
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
                forms.add(exact.substring(exact.indexOf('-') + 1));
            }
        }
        return forms;
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
