package no.forankring.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.forankring.search.KnownNames.Thing;
import no.forankring.search.ParsedQuery.Clause;

/// The [KnownNames] by their stems, small words left out: whatever inflection or written form is typed is found.
///
/// Immutable; safe for many threads.
final class NameIndex {

    /// A name of more words is a sentence.
    private static final int MOST_TOKENS = 20;

    /// A name that fits more documents says too little.
    private static final int MOST_THINGS = 3;

    private static final int MOST_OTHERS = 8;

    private final Map<String, List<Thing>> byName = new HashMap<>();
    private final Map<String, List<Thing>> byAbbreviation = new HashMap<>();
    private final WordForms forms;

    NameIndex(KnownNames names, WordForms forms) {
        this.forms = forms;
        for (Thing thing : names.things()) {
            thing.names().forEach(name -> add(byName, name, thing));
            thing.onlyTyped().forEach(name -> add(byName, name, thing));
            thing.abbreviations().forEach(name -> add(byAbbreviation, name, thing));
        }
    }

    private void add(Map<String, List<Thing>> map, String name, Thing thing) {
        String key = key(Tokenizer.tokens(name));
        List<Thing> known = map.computeIfAbsent(key, none -> new ArrayList<>());
        if (!key.isEmpty() && !known.contains(thing)) {
            known.add(thing);
        }
    }

    /// A typed name.
    ///
    /// @param first the first clause of it
    /// @param last the last one
    /// @param others what else is looked for in its place, each word by word
    record Match(int first, int last, String typed, List<String> shown, List<List<Token>> others) {}

    /// The names among the clauses, the longest where they overlap, in order.
    List<Match> matches(List<Clause> clauses) {
        var matches = new ArrayList<Match>();
        // The key of several clauses is that of each one after the other, so each is read once.
        List<String> keys = clauses.stream().map(clause -> key(clause.tokens())).toList();
        for (int first = 0; first < clauses.size(); ) {
            int next = first + 1;
            for (int last = Math.min(clauses.size(), first + MOST_TOKENS) - 1; last >= first; last--) {
                List<Thing> things = byName.getOrDefault(String.join(" ", keys.subList(first, last + 1)), List.of());
                if (things.isEmpty() || things.size() > MOST_THINGS) {
                    continue;
                }
                List<Token> tokens = tokens(clauses, first, last);
                if (tokens.isEmpty()) {
                    continue;
                }
                Match match = match(first, last, clauses, tokens, things);
                if (!match.others().isEmpty()) {
                    matches.add(match);
                }
                next = last + 1;
                break;
            }
            abbreviation(clauses, first).ifPresent(matches::add);
            first = next;
        }
        return matches;
    }

    /// `hol` before a section, and the section with it: what is looked for is the law's name or another abbreviation.
    private java.util.Optional<Match> abbreviation(List<Clause> clauses, int at) {
        List<Token> tokens = clauses.get(at).tokens();
        if (tokens.size() != 1 || at + 1 >= clauses.size()) {
            return java.util.Optional.empty();
        }
        List<Thing> things = byAbbreviation.getOrDefault(key(tokens), List.of());
        if (things.isEmpty() || things.size() > MOST_THINGS || !isPart(clauses.get(at + 1))) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(match(at, at, clauses, tokens, things));
    }

    private static boolean isPart(Clause clause) {
        return clause.tokens().stream()
                .anyMatch(token ->
                        token.kind() == Token.Kind.SECTION || token.exact().matches("\\d+-\\d+[a-z]?|kap|kapittel"));
    }

    private Match match(int first, int last, List<Clause> clauses, List<Token> typed, List<Thing> things) {
        var others = new LinkedHashMap<String, List<Token>>();
        String own = key(typed);
        for (Thing thing : things) {
            for (String name : thing.names()) {
                List<Token> tokens = Tokenizer.tokens(name);
                if (!tokens.isEmpty()
                        && tokens.size() <= MOST_TOKENS
                        && !key(tokens).equals(own)) {
                    others.putIfAbsent(name, tokens);
                }
            }
            // The abbreviation alone is a word like another, so it is looked for together with the section.
            if (last + 1 < clauses.size()
                    && clauses.get(last + 1).tokens().size() == 1
                    && isPart(clauses.get(last + 1))) {
                Token section = clauses.get(last + 1).tokens().getFirst();
                for (String name : thing.abbreviations()) {
                    var tokens = new ArrayList<>(Tokenizer.tokens(name));
                    tokens.add(section);
                    others.putIfAbsent(name, tokens);
                }
            }
        }
        List<Map.Entry<String, List<Token>>> some =
                others.entrySet().stream().limit(MOST_OTHERS).toList();
        return new Match(
                first,
                last,
                clauses.subList(first, last + 1).stream()
                        .map(clause -> clause.items().getFirst().shown())
                        .collect(Collectors.joining(" ")),
                some.stream().map(Map.Entry::getKey).toList(),
                some.stream().map(Map.Entry::getValue).toList());
    }

    private static List<Token> tokens(List<Clause> clauses, int first, int last) {
        var tokens = new ArrayList<Token>();
        for (int i = first; i <= last; i++) {
            List<Token> more = clauses.get(i).tokens();
            if (more.isEmpty()) {
                return List.of();
            }
            tokens.addAll(more);
        }
        return tokens.size() > MOST_TOKENS ? List.of() : tokens;
    }

    private String key(List<Token> tokens) {
        List<String> stems = tokens.stream()
                .filter(token -> !ForgivingParser.isSmall(token))
                .map(this::stem)
                .toList();
        return String.join(
                " ", stems.isEmpty() ? tokens.stream().map(this::stem).toList() : stems);
    }

    private String stem(Token token) {
        return switch (token.kind()) {
            case WORD -> forms.stem(token.exact());
            case IDENTIFIER -> WordForms.number(token.exact());
            case NUMBER, SECTION -> token.exact();
        };
    }

    /// The query with names of governing documents among the values of `siterer:` and `forankret:` turned into ids.
    ParsedQuery withIds(ParsedQuery parsed) {
        if (!parsed.filters().containsKey("cites") && !parsed.filters().containsKey("anchored")) {
            return parsed;
        }
        var filters = new java.util.TreeMap<String, Set<String>>(parsed.filters());
        for (String field : List.of("cites", "anchored")) {
            filters.computeIfPresent(field, (name, values) -> {
                var ids = new LinkedHashSet<String>();
                for (String value : values) {
                    List<Thing> things = byName.getOrDefault(key(Tokenizer.tokens(value)), List.of());
                    if (things.isEmpty()) {
                        ids.add(value);
                    }
                    things.forEach(thing -> ids.add(thing.id()));
                }
                return ids;
            });
        }
        return parsed.withFilters(filters);
    }
}
