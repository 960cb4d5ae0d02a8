package no.forankring.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a person's words were read as.
///
/// @param clauses all should hold; of a clause one item must
/// @param excluded none of these may hold
/// @param filters facet name to the values typed as `type:mandat`
/// @param adjacent the plain words in order when that is all there is, since they then likely belong together
/// @param remarks what was left out
record ParsedQuery(
        List<Clause> clauses,
        List<Item> excluded,
        Map<String, Set<String>> filters,
        List<Token> adjacent,
        List<Note> remarks) {

    record Clause(List<Item> items) {
        Clause {
            items = List.copyOf(items);
        }

        /// The tokens of a clause of one item, as typed; none when there are several, or only a beginning.
        List<Token> tokens() {
            if (items.size() != 1) {
                return List.of();
            }
            return switch (items.getFirst()) {
                case Word word -> List.of(word.token());
                case Official official -> official.tokens();
                case Phrase phrase -> List.of();
                case Beginning beginning -> List.of();
            };
        }
    }

    /// One thing that a passage may hold.
    sealed interface Item {

        /// As shown to the reader.
        String shown();
    }

    /// A word in any inflection.
    record Word(Token token, String shown) implements Item {}

    /// Words exactly as written, one after the other.
    record Phrase(List<Token> tokens, String shown) implements Item {
        Phrase {
            tokens = List.copyOf(tokens);
        }
    }

    /// The number of an official document, `Meld. St. 15`.
    ///
    /// @param others how else people write it, as in `St.meld. nr. 15`
    record Official(List<Token> tokens, List<List<Token>> others, String shown) implements Item {
        Official {
            tokens = List.copyOf(tokens);
            others = List.copyOf(others);
        }
    }

    /// Every word that begins so.
    record Beginning(String prefix, String shown) implements Item {}

    ParsedQuery {
        clauses = List.copyOf(clauses);
        excluded = List.copyOf(excluded);
        filters = Map.copyOf(filters);
        adjacent = List.copyOf(adjacent);
        remarks = List.copyOf(remarks);
    }

    boolean browses() {
        return clauses.isEmpty();
    }

    ParsedQuery withFilters(Map<String, Set<String>> others) {
        return new ParsedQuery(clauses, excluded, others, adjacent, remarks);
    }
}
