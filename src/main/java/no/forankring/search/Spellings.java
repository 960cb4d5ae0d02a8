package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.forankring.search.ParsedQuery.Clause;
import no.forankring.search.ParsedQuery.Item;
import no.forankring.search.ParsedQuery.Word;
import no.forankring.search.WordForms.Sought;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// Words that the index holds near those that it does not. Only words of documents that are there now: what was deleted
/// or withheld is no vocabulary.
final class Spellings {

    private static final int SHORTEST = 4;
    /// From this length on two letters may be wrong.
    private static final int TWO_FROM = 7;

    private static final int LOOKED_AT = 200;
    private static final int MOST = 3;
    /// Unknown words of one query that others are looked for.
    private static final int MOST_REPLACED = 6;

    private final BlockSearcher searcher;
    private final WordForms forms;
    private final Vocabulary vocabulary;

    Spellings(BlockSearcher searcher, WordForms forms) {
        this.searcher = searcher;
        this.forms = forms;
        this.vocabulary = new Vocabulary(searcher, forms);
    }

    /// The query as typed with other words in place of those that the index lacks, the likeliest first; empty when it
    /// has them all or nothing is near.
    List<String> of(String typed, ParsedQuery parsed) throws IOException {
        List<String> best = List.of(typed);
        boolean changed = false;
        int replaced = 0;
        for (Clause clause : parsed.clauses()) {
            for (Item item : clause.items()) {
                if (replaced < MOST_REPLACED && item instanceof Word word && isUnknown(word.token())) {
                    replaced++;
                    List<String> near = near(word.token().exact());
                    if (!near.isEmpty()) {
                        best = replaced(best, word.shown(), near);
                        changed = true;
                    }
                }
            }
        }
        return changed
                ? best.stream().filter(text -> !text.equals(typed)).limit(MOST).toList()
                : List.of();
    }

    private static List<String> replaced(List<String> texts, String word, List<String> near) {
        var replaced = new LinkedHashSet<String>();
        for (String text : texts) {
            int at = text.toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
            for (String other : near) {
                replaced.add(at < 0 ? text : text.substring(0, at) + other + text.substring(at + word.length()));
            }
        }
        // Each further word would make three of each.
        return replaced.stream().limit(MOST + 1).toList();
    }

    private boolean isUnknown(Token token) throws IOException {
        if (token.kind() != Token.Kind.WORD || token.exact().length() < SHORTEST) {
            return false;
        }
        for (Sought sought : forms.sought(token)) {
            for (Vocabulary.Held word : vocabulary.of(sought.term())) {
                if (isHeld(searcher, word.term())) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<String> near(String exact) throws IOException {
        Terms all = MultiTerms.getTerms(searcher.getIndexReader(), PassageIndexing.TEXT);
        if (all == null) {
            return List.of();
        }
        record Near(String word, float likeness, int passages) {}
        var near = new ArrayList<Near>();
        var term = new Term(PassageIndexing.TEXT, WordForms.EXACT + exact);
        // The sign of exact words and the first letter must agree.
        var words = new FuzzyTermsEnum(all, term, exact.length() >= TWO_FROM ? 2 : 1, 2, true);
        var boost = words.attributes().addAttribute(org.apache.lucene.search.BoostAttribute.class);
        for (BytesRef one = words.next(); one != null && near.size() < LOOKED_AT; one = words.next()) {
            near.add(new Near(one.utf8ToString().substring(1), boost.getBoost(), words.docFreq()));
        }
        var held = new LinkedHashSet<String>();
        for (Near one : near.stream()
                .sorted(Comparator.comparingDouble((Near word) -> -word.likeness)
                        .thenComparingInt(word -> -word.passages)
                        .thenComparing(Near::word))
                .toList()) {
            if (held.size() < MOST && isHeld(searcher, WordForms.EXACT + one.word())) {
                held.add(one.word());
            }
        }
        return List.copyOf(held);
    }

    /// Words that begin so, those of most passages first.
    List<String> beginningWith(String prefix, int limit) throws IOException {
        Terms all = MultiTerms.getTerms(searcher.getIndexReader(), PassageIndexing.TEXT);
        if (all == null || prefix.isEmpty()) {
            return List.of();
        }
        record Beginning(String word, int passages) {}
        var found = new ArrayList<Beginning>();
        TermsEnum terms = all.iterator();
        var sought = new BytesRef(WordForms.EXACT + prefix);
        if (terms.seekCeil(sought) == TermsEnum.SeekStatus.END) {
            return List.of();
        }
        int looked = 0;
        for (BytesRef term = terms.term();
                term != null && looked++ < LOOKED_AT && StringHelper.startsWith(term, sought);
                term = terms.next()) {
            found.add(new Beginning(term.utf8ToString().substring(1), terms.docFreq()));
        }
        found.sort(Comparator.comparingInt((Beginning word) -> -word.passages).thenComparing(Beginning::word));
        var words = new ArrayList<String>();
        for (Beginning one : found) {
            if (words.size() < limit && isHeld(searcher, WordForms.EXACT + one.word())) {
                words.add(one.word());
            }
        }
        return words;
    }

    /// Whether a document that was not deleted holds a term. Segments keep the terms of deleted ones until they are
    /// merged, but what was deleted or withheld is no vocabulary.
    static boolean isHeld(BlockSearcher searcher, String term) throws IOException {
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            PostingsEnum postings = leaf.reader().postings(new Term(PassageIndexing.TEXT, term), PostingsEnum.NONE);
            var live = leaf.reader().getLiveDocs();
            if (postings == null) {
                continue;
            }
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The words that count as those typed and were looked for beside them.
    Set<String> otherForms(ParsedQuery parsed, WrittenForms written) throws IOException {
        var others = new LinkedHashSet<String>();
        for (Clause clause : parsed.clauses()) {
            for (Item item : clause.items()) {
                if (item instanceof Word word && word.token().kind() == Token.Kind.WORD) {
                    others.addAll(written.others(word.token().exact()));
                }
            }
        }
        return others;
    }
}
