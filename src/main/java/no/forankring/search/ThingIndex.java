package no.forankring.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.forankring.search.ParsedQuery.Beginning;
import no.forankring.search.ParsedQuery.Clause;
import no.forankring.search.ParsedQuery.Item;
import no.forankring.search.ParsedQuery.Official;
import no.forankring.search.ParsedQuery.Phrase;
import no.forankring.search.ParsedQuery.Word;

/// Things by their names. Immutable: other names are another index.
final class ThingIndex {

    static final ThingIndex EMPTY = new ThingIndex(List.of(), new WordForms(Lexicon.load()));

    private static final Set<String> OF_LAW = Set.of("provision", "governing-document");

    private static final int MOST_VISITED = 5_000;

    private final List<NamedThing> things;
    private final WordForms forms;
    private final WordStarts starts;
    private final Map<String, BitSet> byTerm = new HashMap<>();
    private final List<Set<String>> exactNames = new ArrayList<>();
    /// Things by how much they are spoken of, then the shortest first; and the place of each thing in that order.
    private final int[] byRank;

    private final int[] rank;

    ThingIndex(Collection<NamedThing> things, WordForms forms) {
        this.things = List.copyOf(things);
        this.forms = forms;
        var builder = new WordStarts.Builder();
        for (int i = 0; i < this.things.size(); i++) {
            NamedThing thing = this.things.get(i);
            var names = new LinkedHashSet<String>();
            names.add(thing.label());
            names.addAll(thing.otherNames());
            var exact = new HashSet<String>();
            for (String name : names) {
                builder.add(name, i);
                exact.add(TitleOrder.key(name).strip());
                for (String term : terms(name)) {
                    byTerm.computeIfAbsent(term, none -> new BitSet()).set(i);
                }
            }
            exactNames.add(exact);
        }
        this.starts = builder.build();
        this.byRank = IntStream.range(0, this.things.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -this.things.get(i).uses())
                        .thenComparing(i -> this.things.get(i).label().length())
                        .thenComparing(i -> this.things.get(i).label())
                        .thenComparing(i -> this.things.get(i).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.rank = new int[byRank.length];
        for (int place = 0; place < byRank.length; place++) {
            rank[byRank[place]] = place;
        }
    }

    private Set<String> terms(String name) {
        List<Token> tokens = Tokenizer.tokens(name);
        var terms = new HashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            terms.addAll(forms.indexed(tokens.get(i), i + 1 < tokens.size() ? tokens.get(i + 1) : null));
        }
        return terms;
    }

    /// The things whose names hold every clause of a query and no excluded word, those named just so first, then those
    /// that are spoken of most.
    List<NamedThing> search(ParsedQuery parsed, String text, int limit) {
        if (parsed.clauses().isEmpty() || things.isEmpty()) {
            return List.of();
        }
        var held = new BitSet();
        held.set(0, things.size());
        for (Clause clause : parsed.clauses()) {
            var either = new BitSet();
            clause.items().forEach(item -> either.or(holding(item)));
            held.and(either);
        }
        parsed.excluded().forEach(item -> held.andNot(holding(item)));
        String exact = TitleOrder.key(text).strip();
        return held.stream()
                .mapToLong(i -> ((exactNames.get(i).contains(exact) ? 0L : 1L) << 32) | rank[i])
                .sorted()
                .limit(limit)
                .mapToObj(one -> things.get(byRank[(int) one]))
                .toList();
    }

    private BitSet holding(Item item) {
        var holding = new BitSet();
        switch (item) {
            case Word word -> forms.sought(word.token()).forEach(sought -> or(holding, sought.term()));
            case Phrase phrase -> holding.or(holdingAll(phrase.tokens()));
            case Official official -> {
                holding.or(holdingAll(official.tokens()));
                official.others().forEach(other -> holding.or(holdingAll(other)));
            }
            case Beginning beginning ->
                starts.visit(TitleOrder.key(beginning.prefix()).strip(), (thing, whole, name) -> {
                    holding.set(thing);
                    return true;
                });
        }
        return holding;
    }

    private BitSet holdingAll(List<Token> tokens) {
        var holding = new BitSet();
        holding.set(0, things.size());
        for (Token token : tokens) {
            holding.and(byTerm.getOrDefault(WordForms.EXACT + token.exact(), new BitSet()));
        }
        return holding;
    }

    private void or(BitSet holding, String term) {
        BitSet more = byTerm.get(term);
        if (more != null) {
            holding.or(more);
        }
    }

    /// The things with a name that reads as typed from the beginning of one of its words on; of each kind the most
    /// spoken of, those first that begin so.
    ///
    /// @param perKind how many of one kind
    List<Suggestion> suggest(String typed, int perKind) {
        String key = TitleOrder.key(typed).strip();
        if (key.isEmpty()) {
            return List.of();
        }
        var whole = new BitSet();
        var found = new BitSet();
        int[] visited = {0};
        starts.visit(key, (thing, begins, name) -> {
            found.set(thing);
            if (begins) {
                whole.set(thing);
            }
            return ++visited[0] < MOST_VISITED;
        });
        // Exact names first, then those that begin so, then by rank; in one number, so that a letter that thousands of
        // names begin with is sorted at once.
        long[] order = found.stream()
                .mapToLong(i -> ((exactNames.get(i).contains(key) ? 0L : whole.get(i) ? 1L : 2L) << 32) | rank[i])
                .sorted()
                .toArray();
        boolean ofLaw = typed.indexOf('§') >= 0;
        var taken = new HashMap<String, Integer>();
        var suggestions = new ArrayList<Suggestion>();
        for (long one : order) {
            NamedThing thing = things.get(byRank[(int) one]);
            // Hol is a municipality too, but not with a § after it.
            if ((!ofLaw || OF_LAW.contains(thing.kind())) && taken.merge(thing.kind(), 1, Integer::sum) <= perKind) {
                suggestions.add(new Suggestion(thing.kind(), thing.id(), thing.label(), thing.detail()));
            }
        }
        return suggestions;
    }
}
