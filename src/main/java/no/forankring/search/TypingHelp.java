package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/// Documents and phrases that a person may have begun to type, of one state of the index.
final class TypingHelp {

    /// So many titles or headings are looked at in each segment; enough for the first letter of a large index.
    private static final int MOST_VISITED = 300;

    private static final int SHORTEST_FOR_WORDS = 3;

    private final BlockSearcher searcher;
    private final WordForms forms;

    TypingHelp(BlockSearcher searcher, WordForms forms) {
        this.searcher = searcher;
        this.forms = forms;
    }

    List<Suggestion> of(String typed, int perKind) throws IOException {
        String key = TitleOrder.key(typed).strip();
        if (key.isEmpty()) {
            return List.of();
        }
        var suggestions = new ArrayList<>(titles(key, perKind));
        suggestions.addAll(phrases(typed, key, perKind));
        return suggestions;
    }

    private record Place(LeafReaderContext leaf, int doc, String key) {}

    private List<Suggestion> titles(String key, int limit) throws IOException {
        record Title(Place place, boolean whole) {}
        var titles = new ArrayList<Title>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            SegmentTable table = searcher.table(leaf);
            Bits live = leaf.reader().getLiveDocs();
            var byHead = new HashMap<Integer, Boolean>();
            int[] visited = {0};
            table.titles.visit(key, (head, whole, title) -> {
                if (live == null || live.get(head)) {
                    byHead.merge(head, whole, Boolean::logicalOr);
                }
                return ++visited[0] < MOST_VISITED;
            });
            byHead.forEach((head, whole) ->
                    titles.add(new Title(new Place(leaf, head, table.titleKeys[table.blockOf(head, 0)]), whole)));
        }
        titles.sort(Comparator.comparing((Title title) -> !title.whole())
                .thenComparing(title -> title.place().key()));
        var suggestions = new ArrayList<Suggestion>();
        BlockSearcher.Shown shown = searcher.shown();
        for (Title title : titles.subList(0, Math.min(limit, titles.size()))) {
            var document = shown.document(title.place().leaf(), title.place().doc());
            suggestions.add(new Suggestion(Suggestion.DOCUMENT, document.id(), document.title(), document.fileName()));
        }
        return suggestions;
    }

    /// Headings that begin so, those of most documents first; then the typed words with the last one made whole.
    private List<Suggestion> phrases(String typed, String key, int limit) throws IOException {
        Map<String, Place> places = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Bits live = leaf.reader().getLiveDocs();
            int[] visited = {0};
            searcher.table(leaf).phrases.visit(key, (doc, whole, phrase) -> {
                if (live == null || live.get(doc)) {
                    counts.merge(phrase, 1, Integer::sum);
                    places.putIfAbsent(phrase, new Place(leaf, doc, phrase));
                }
                return ++visited[0] < MOST_VISITED;
            });
        }
        var texts = new LinkedHashSet<String>();
        List<String> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        // Only what is shown is read from the index.
        BlockSearcher.Shown shown = searcher.shown();
        for (String phrase : most) {
            Place place = java.util.Objects.requireNonNull(places.get(phrase));
            texts.add(shown.passage(place.leaf(), place.doc()).text().strip());
        }
        if (texts.size() < limit) {
            completed(typed, limit - texts.size()).forEach(texts::add);
        }
        return texts.stream()
                .limit(limit)
                .map(text -> new Suggestion(Suggestion.PHRASE, "", text, ""))
                .toList();
    }

    private List<String> completed(String typed, int limit) throws IOException {
        List<Token> tokens = Tokenizer.tokens(typed);
        if (tokens.isEmpty()) {
            return List.of();
        }
        Token last = tokens.getLast();
        if (last.kind() != Token.Kind.WORD
                || last.end() != typed.length()
                || last.exact().length() < SHORTEST_FOR_WORDS) {
            return List.of();
        }
        String before = typed.substring(0, last.start());
        return new Spellings(searcher, forms)
                .beginningWith(last.exact(), limit + 1).stream()
                        .filter(word -> !word.equals(last.exact()))
                        .limit(limit)
                        .map(word -> before + word.toLowerCase(Locale.ROOT))
                        .toList();
    }
}
