package no.forankring.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.forankring.search.ParsedQuery.Clause;

/// All ways in which the clauses of a query were looked for, to tell which of them a text answers to, and how.
final class Found {

    /// How the words of a text answer to what was typed, best first.
    enum How {
        EXACT("how-exact"),
        INFLECTED("how-inflected"),
        NAME("how-name"),
        PART("how-part"),
        NEAR("how-near"),
        BEGINNING("how-beginning"),
        FOLDED("how-folded"),
        SPELLING("how-spelling");

        private final String key;

        How(String key) {
            this.key = key;
        }

        Note note(String words) {
            return Note.of(key, words);
        }
    }

    private sealed interface Way {
        long bits();
    }

    private record OneTerm(long bits, String term, How how) implements Way {}

    private record InARow(long bits, List<String> terms, How how) implements Way {}

    private record Near(long bits, List<Set<String>> parts, int most) implements Way {}

    private record Begins(long bits, String prefix) implements Way {}

    /// Words of a text that answer to a clause.
    record Answer(How how, String words) {}

    private final List<String> shown = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final Map<Long, Set<String>> typed = new LinkedHashMap<>();

    void clause(Clause clause) {
        shown.add(clause.items().stream().map(ParsedQuery.Item::shown).collect(Collectors.joining(" / ")));
    }

    void term(long bit, String term, Token token) {
        typed.computeIfAbsent(bit, none -> new LinkedHashSet<>()).add(WordForms.EXACT + token.exact());
        How how = switch (term.charAt(0)) {
            case WordForms.FOLDED -> How.FOLDED;
            case WordForms.PART -> How.PART;
            default -> How.INFLECTED;
        };
        ways.add(new OneTerm(bit, term, how));
    }

    void spelling(long bit, String term) {
        ways.add(new OneTerm(bit, term, How.SPELLING));
    }

    void joined(long bits, String term) {
        ways.add(new OneTerm(bits, term, How.PART));
    }

    void phrase(long bits, List<String> terms, How how) {
        ways.add(new InARow(bits, terms, how));
    }

    void near(long bit, List<Set<String>> parts, int most) {
        ways.add(new Near(bit, parts, most));
    }

    void beginning(long bit, String prefix) {
        ways.add(new Begins(bit, prefix));
    }

    /// The clauses as typed, in order.
    List<String> shown() {
        return shown;
    }

    /// For each clause that a text answers to, by its place, the best answers of the text's words.
    Map<Integer, Answer> answers(String text, WordForms forms) {
        List<Token> tokens = Tokenizer.tokens(text);
        List<List<String>> indexed = forms.indexed(tokens);
        var best = new LinkedHashMap<Integer, Answer>();
        for (Way way : ways) {
            for (int at = 0; at < tokens.size(); at++) {
                int end = end(way, tokens, indexed, at);
                if (end > at) {
                    String words = text.substring(
                            tokens.get(at).start(), tokens.get(end - 1).end());
                    keep(best, way.bits(), new Answer(how(way, indexed.get(at)), words));
                }
            }
        }
        return best;
    }

    private How how(Way way, List<String> forms) {
        return switch (way) {
            case OneTerm one ->
                one.how == How.INFLECTED
                                && typed.getOrDefault(one.bits, Set.of()).contains(forms.getFirst())
                        ? How.EXACT
                        : one.how;
            case InARow row -> row.how;
            case Near near -> How.NEAR;
            case Begins begins -> How.BEGINNING;
        };
    }

    private static void keep(Map<Integer, Answer> best, long bits, Answer answer) {
        for (long left = bits; left != 0; left &= left - 1) {
            best.merge(
                    Long.numberOfTrailingZeros(left),
                    answer,
                    (known, other) -> other.how().compareTo(known.how()) < 0 ? other : known);
        }
    }

    /// Where the way that begins with the token at `at` ends; `at` when it does not.
    private static int end(Way way, List<Token> tokens, List<List<String>> indexed, int at) {
        return switch (way) {
            case OneTerm one -> indexed.get(at).contains(one.term) ? at + 1 : at;
            case InARow row -> stands(row.terms, indexed, at) ? at + row.terms.size() : at;
            case Near near ->
                Marks.nearEnd(
                        near.parts.size(),
                        near.most,
                        tokens.size(),
                        at,
                        (part, word) -> indexed.get(word).stream().anyMatch(near.parts.get(part)::contains));
            case Begins begins -> tokens.get(at).exact().startsWith(begins.prefix) ? at + 1 : at;
        };
    }

    /// Whether the terms stand one after the other from `at` on.
    private static boolean stands(List<String> terms, List<List<String>> indexed, int at) {
        if (at + terms.size() > indexed.size()) {
            return false;
        }
        for (int i = 0; i < terms.size(); i++) {
            if (!indexed.get(at + i).contains(terms.get(i))) {
                return false;
            }
        }
        return true;
    }
}
