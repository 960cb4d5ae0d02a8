package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.document.DocumentId;
import no.forankring.document.PassageId;
import no.forankring.search.Alike.AlikeDocument;
import no.forankring.search.Alike.AlikePassage;
import no.forankring.search.PassageIndexing.ShownDocument;
import no.forankring.search.PassageIndexing.ShownPassage;
import no.forankring.search.SearchResult.PassageHit;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Finds what speaks of the same as a passage or a document: by its most telling words, and by the governing documents
/// that it cites.
final class LikeThis {

    private static final int MOST_WORDS = 12;
    private static final int MOST_WORDS_OF_A_DOCUMENT = 25;
    private static final int CANDIDATES = 200;
    private static final int LONGEST_READ = 400;
    private static final int MOST_LOOKED_FOR = 300;
    /// A directive in common weighs as much as a rather rare word.
    private static final float DIRECTIVE = 6f;

    private final BlockSearcher searcher;
    private final BlockSearcher.Shown shown;
    private final WordForms forms;
    private final Vocabulary vocabulary;

    LikeThis(BlockSearcher searcher, WordForms forms) {
        this.searcher = searcher;
        this.shown = searcher.shown();
        this.forms = forms;
        this.vocabulary = new Vocabulary(searcher, forms);
    }

    /// What the likeness is taken from.
    private record Original(ShownDocument document, List<String> texts, Set<String> cites) {}

    /// @param passage empty to take the whole document
    Alike find(DocumentId document, Optional<PassageId> passage, int limit) throws IOException {
        Optional<Original> original = original(document, passage);
        if (original.isEmpty()) {
            return Alike.NOTHING;
        }
        Map<String, Float> words =
                telling(original.get().texts(), passage.isPresent() ? MOST_WORDS : MOST_WORDS_OF_A_DOCUMENT);
        var alike = new BooleanQuery.Builder();
        for (var word : words.entrySet()) {
            alike.add(anyOf(vocabulary.of(word.getKey()), word.getValue()), Occur.SHOULD);
        }
        // One word in common says nothing unless there is little more to have in common; one directive does.
        alike.setMinimumNumberShouldMatch(words.size() > 2 ? 2 : 1);
        var either = new BooleanQuery.Builder().add(alike.build(), Occur.SHOULD);
        for (String cited : original.get().cites()) {
            either.add(constant(PassageIndexing.CITED, cited, DIRECTIVE), Occur.SHOULD);
        }
        var query = new BooleanQuery.Builder().add(either.build(), Occur.MUST);
        query.add(new TermQuery(new Term(PassageIndexing.DOCUMENT, document.value())), Occur.MUST_NOT);
        query.add(new TermQuery(new Term(PassageIndexing.ROLE, PassageIndexing.ROLE_HEADING)), Occur.MUST_NOT);
        query.add(new TermQuery(new Term(PassageIndexing.ROLE, PassageIndexing.ROLE_DOCUMENT)), Occur.MUST_NOT);
        BooleanQuery built = query.build();
        if (words.isEmpty() && original.get().cites().isEmpty()) {
            return Alike.NOTHING;
        }
        ScoreDoc[] found = searcher.search(built, CANDIDATES).scoreDocs;
        return alike(original.get(), words.keySet(), found, limit);
    }

    private static Query anyOf(List<Vocabulary.Held> words, float weight) {
        var terms = words.stream().map(word -> new BytesRef(word.term())).toList();
        return new BoostQuery(new ConstantScoreQuery(new TermInSetQuery(PassageIndexing.TEXT, terms)), weight);
    }

    private static Query constant(String field, String term, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, term))), weight);
    }

    private Alike alike(Original original, Set<String> words, ScoreDoc[] found, int limit) throws IOException {
        var marks = new Marks.Builder();
        for (String word : words) {
            marks.word(Marks.Wanted.of(vocabulary.of(word)));
        }
        Marks shared = marks.build();
        var passages = new ArrayList<AlikePassage>();
        Map<Integer, Float> scores = new LinkedHashMap<>();
        Map<Integer, Integer> counted = new HashMap<>();
        var perDocument = new HashMap<Integer, Integer>();
        for (ScoreDoc hit : found) {
            LeafReaderContext leaf =
                    searcher.getLeafContexts().get(ReaderUtil.subIndex(hit.doc, searcher.getLeafContexts()));
            SegmentTable table = searcher.table(leaf);
            int head = table.heads[table.blockOf(hit.doc - leaf.docBase, 0)];
            int global = leaf.docBase + head;
            // The best three passages of a document speak for it.
            if (counted.merge(global, 1, Integer::sum) <= Matching.MOST_PASSAGES) {
                scores.merge(global, hit.score, Float::sum);
            }
            if (passages.size() < limit && perDocument.merge(global, 1, Integer::sum) <= 2) {
                ShownDocument holder = shown.document(leaf, head);
                ShownPassage passage = shown.passage(leaf, hit.doc - leaf.docBase);
                passages.add(new AlikePassage(
                        new DocumentId(holder.id()),
                        holder.title(),
                        new PassageHit(
                                new PassageId(passage.id()),
                                passage.page(),
                                passage.sectionPath(),
                                shared.segments(passage.text(), forms)),
                        directives(holder, citedBy(leaf, hit.doc - leaf.docBase, original.cites()))));
            }
        }
        var documents = new ArrayList<AlikeDocument>();
        for (int global : scores.entrySet().stream()
                .sorted(Map.Entry.<Integer, Float>comparingByValue().reversed())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList()) {
            LeafReaderContext leaf =
                    searcher.getLeafContexts().get(ReaderUtil.subIndex(global, searcher.getLeafContexts()));
            ShownDocument holder = shown.document(leaf, global - leaf.docBase);
            var ours = new HashSet<String>();
            original.document().facets().get(Facets.CITES).forEach(value -> ours.add(value.id()));
            documents.add(new AlikeDocument(
                    new DocumentId(holder.id()),
                    holder.title(),
                    holder.first(Facets.TYPE),
                    holder.first(Facets.YEAR),
                    directives(holder, ours)));
        }
        return new Alike(passages, documents);
    }

    private static List<About.Value> directives(ShownDocument holder, Set<String> among) {
        return holder.facets().get(Facets.CITES).stream()
                .filter(value -> among.contains(value.id()))
                .toList();
    }

    private Optional<Original> original(DocumentId id, Optional<PassageId> wanted) throws IOException {
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            PostingsEnum postings =
                    leaf.reader().postings(new Term(PassageIndexing.DOCUMENT, id.value()), PostingsEnum.NONE);
            var live = leaf.reader().getLiveDocs();
            if (postings == null) {
                continue;
            }
            SegmentTable table = searcher.table(leaf);
            var texts = new ArrayList<String>();
            var cites = new LinkedHashSet<String>();
            int head = -1;
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (live != null && !live.get(doc)) {
                    continue;
                }
                if (head < 0) {
                    head = table.heads[table.blockOf(doc, 0)];
                }
                if (doc == head) {
                    continue;
                }
                ShownPassage passage = shown.passage(leaf, doc);
                boolean meant =
                        wanted.map(one -> one.value().equals(passage.id())).orElse(texts.size() < LONGEST_READ);
                if (meant) {
                    texts.add(passage.text());
                    cites.addAll(citedBy(leaf, doc, null));
                }
            }
            if (head >= 0 && !texts.isEmpty()) {
                return Optional.of(new Original(shown.document(leaf, head), texts, cites));
            }
        }
        return Optional.empty();
    }

    /// What a passage cites.
    ///
    /// @param among only these; null for all that its document cites
    private Set<String> citedBy(LeafReaderContext leaf, int doc, @org.jspecify.annotations.Nullable Set<String> among)
            throws IOException {
        Set<String> asked = among;
        if (asked == null) {
            SegmentTable table = searcher.table(leaf);
            asked = new LinkedHashSet<>();
            for (About.Value value : shown.document(leaf, table.heads[table.blockOf(doc, 0)])
                    .facets()
                    .get(Facets.CITES)) {
                asked.add(value.id());
            }
        }
        var cited = new LinkedHashSet<String>();
        for (String one : asked) {
            PostingsEnum postings = leaf.reader().postings(new Term(PassageIndexing.CITED, one), PostingsEnum.NONE);
            if (postings != null && postings.advance(doc) == doc) {
                cited.add(one);
            }
        }
        return cited;
    }

    /// The words that tell most of the texts, with how much.
    private Map<String, Float> telling(List<String> texts, int most) throws IOException {
        var frequencies = new HashMap<String, Integer>();
        var written = new HashMap<String, Set<String>>();
        for (String text : texts) {
            List<Token> tokens = Tokenizer.tokens(text);
            for (Token token : tokens) {
                if (token.kind() == Token.Kind.WORD && token.exact().length() > 2) {
                    String stem = forms.stem(token.exact());
                    frequencies.merge(stem, 1, Integer::sum);
                    written.computeIfAbsent(stem, none -> new HashSet<>()).add(token.exact());
                }
            }
        }
        long all = Math.max(1, searcher.getIndexReader().maxDoc());
        var weights = new HashMap<String, Float>();
        int lookedFor = 0;
        for (var entry : frequencies.entrySet()) {
            // As often as the forms that stand in the texts; all others are looked for only of what seems to stand
            // nowhere
            // else, and not of everything that a long text alone holds.
            long held = 0;
            for (String word : written.getOrDefault(entry.getKey(), Set.of())) {
                held += vocabulary.passagesWith(word);
            }
            if (held <= 1 && lookedFor++ < MOST_LOOKED_FOR) {
                held = vocabulary.passages(entry.getKey());
            }
            // A word that stands in one passage only is shared with nobody, one in every fifth with everybody.
            if (held > 1 && (held <= 20 || held * 5 < all)) {
                double rarity = Math.log(1 + (all - held + 0.5) / (held + 0.5));
                weights.put(entry.getKey(), (float) (rarity * (1 + Math.log(entry.getValue()))));
            }
        }
        var telling = new LinkedHashMap<String, Float>();
        weights.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue()
                        .reversed()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .limit(most)
                .forEach(entry -> telling.put(entry.getKey(), entry.getValue()));
        return telling;
    }
}
