package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.forankring.search.ParsedQuery.Beginning;
import no.forankring.search.ParsedQuery.Clause;
import no.forankring.search.ParsedQuery.Item;
import no.forankring.search.ParsedQuery.Phrase;
import no.forankring.search.ParsedQuery.Word;
import no.forankring.search.WordForms.Sought;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOSupplier;

/// A parsed query prepared for one state of the index: its words looked up, misspelled ones replaced by what the index
/// holds, and the [Leg]s of each segment on demand.
final class SoughtQuery {

    /// Bit of the clauses that must not hold; those that should hold take the bits from 0 on.
    static final long EXCLUDED = 1L << 63;

    private static final int MOST_SPELLINGS = 48;
    private static final float SECTION_WEIGHT = 0.3f;
    private static final float BEGINNING_WEIGHT = 2f;

    private final BlockSearcher searcher;
    private final WordForms forms;
    private final float[] lengthParts;
    private final List<SoughtTerm> terms = new ArrayList<>();
    private final List<SoughtOther> others = new ArrayList<>();
    private final Marks.Builder marks = new Marks.Builder();
    private final Map<String, String> respelled = new LinkedHashMap<>();
    private long wanted;

    private record SoughtTerm(Term term, TermStates states, float weight, long clause) {}

    private record SoughtOther(Weight weight, long clause) {}

    SoughtQuery(BlockSearcher searcher, WordForms forms, ParsedQuery parsed) throws IOException {
        this.searcher = searcher;
        this.forms = forms;
        this.lengthParts = Leg.TermLeg.lengthParts(searcher.averageLength());
        int bit = 0;
        for (Clause clause : parsed.clauses()) {
            prepare(clause, 1L << bit++);
        }
        for (Item item : parsed.excluded()) {
            switch (item) {
                case Word word -> seekExcluded(word);
                case Phrase phrase -> seek(phrase, EXCLUDED);
                case Beginning beginning -> seek(beginning, EXCLUDED);
            }
        }
        if (!parsed.adjacent().isEmpty()) {
            var phrase = new PhraseQuery.Builder();
            for (Token token : parsed.adjacent()) {
                phrase.add(new Term(
                        PassageIndexing.TEXT, forms.sought(token).getFirst().term()));
            }
            addOther(phrase.build(), 1f, 0);
        }
    }

    /// The bits of all clauses that should hold.
    long wanted() {
        return wanted;
    }

    /// What to mark in the passages shown.
    Marks marks() {
        return marks.build();
    }

    /// Words that the index does not hold, and what was looked for in their place.
    Map<String, String> respelled() {
        return respelled;
    }

    private void prepare(Clause clause, long bit) throws IOException {
        wanted |= bit;
        boolean known = false;
        for (Item item : clause.items()) {
            known |= switch (item) {
                case Word word -> seek(word, bit);
                case Phrase phrase -> {
                    seek(phrase, bit);
                    yield true;
                }
                case Beginning beginning -> {
                    seek(beginning, bit);
                    yield true;
                }
            };
        }
        if (!known) {
            for (Item item : clause.items()) {
                if (item instanceof Word word) {
                    seekOtherSpellings(word, bit);
                }
            }
        }
    }

    /// Looks a word up; false when the index holds it in no form.
    private boolean seek(Word word, long bit) throws IOException {
        List<Sought> sought = forms.sought(word.token());
        for (Sought one : sought) {
            marks.term(one.term());
        }
        return seek(sought, bit);
    }

    private boolean seek(List<Sought> sought, long bit) throws IOException {
        var states = new ArrayList<TermStates>();
        long documents = 0;
        for (Sought one : sought) {
            TermStates state = TermStates.build(searcher, new Term(PassageIndexing.TEXT, one.term()), true);
            states.add(state);
            documents += state.docFreq();
        }
        float rarity = rarity(documents);
        for (int i = 0; i < sought.size(); i++) {
            Sought one = sought.get(i);
            if (states.get(i).docFreq() > 0) {
                terms.add(new SoughtTerm(
                        new Term(PassageIndexing.TEXT, one.term()), states.get(i), rarity * one.weight(), bit));
            }
        }
        if (bit != EXCLUDED) {
            Sought first = sought.getFirst();
            var term = new Term(PassageIndexing.SECTION, first.term());
            TermStates state = TermStates.build(searcher, term, true);
            if (state.docFreq() > 0) {
                terms.add(new SoughtTerm(term, state, rarity * SECTION_WEIGHT, 0));
            }
        }
        return documents > 0;
    }

    private void seekExcluded(Word word) throws IOException {
        // Only the word itself takes documents away, never its folded look-alikes or the parts of compounds.
        seek(List.of(forms.sought(word.token()).getFirst()), EXCLUDED);
    }

    private void seek(Phrase phrase, long bit) throws IOException {
        List<String> exact = phrase.tokens().stream().map(Token::exact).toList();
        if (bit != EXCLUDED) {
            marks.phrase(exact);
        }
        if (exact.size() == 1) {
            seek(List.of(new Sought(WordForms.EXACT + exact.getFirst(), 1f)), bit);
            return;
        }
        var query = new PhraseQuery.Builder();
        for (String word : exact) {
            query.add(new Term(PassageIndexing.TEXT, WordForms.EXACT + word));
        }
        addOther(query.build(), 1f, bit);
    }

    private void seek(Beginning beginning, long bit) throws IOException {
        if (bit != EXCLUDED) {
            marks.beginning(beginning.prefix());
        }
        addOther(
                new PrefixQuery(new Term(PassageIndexing.TEXT, WordForms.EXACT + beginning.prefix())),
                BEGINNING_WEIGHT,
                bit);
    }

    private void addOther(Query query, float boost, long bit) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, boost);
        others.add(new SoughtOther(weight, bit));
    }

    /// Looks for words that begin with an unknown word, else for those that differ from it by one letter.
    private void seekOtherSpellings(Word word, long bit) throws IOException {
        String exact = word.token().exact();
        if (word.token().kind() != Token.Kind.WORD || exact.length() < 4) {
            return;
        }
        Terms all = MultiTerms.getTerms(searcher.getIndexReader(), PassageIndexing.TEXT);
        if (all == null) {
            return;
        }
        List<String> found = beginningWith(all, exact);
        if (found.isEmpty()) {
            found = oneLetterFrom(all, exact);
        }
        if (found.isEmpty()) {
            return;
        }
        var sought = new ArrayList<Sought>();
        for (String other : found) {
            sought.add(new Sought(WordForms.EXACT + other, 1f));
            marks.term(WordForms.EXACT + other);
        }
        seek(sought, bit);
        respelled.put(word.shown(), mostFrequent(found));
    }

    private static List<String> beginningWith(Terms all, String exact) throws IOException {
        var found = new ArrayList<String>();
        TermsEnum terms = all.iterator();
        var prefix = new BytesRef(WordForms.EXACT + exact);
        if (terms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return found;
        }
        for (BytesRef term = terms.term();
                term != null
                        && found.size() < MOST_SPELLINGS
                        && org.apache.lucene.util.StringHelper.startsWith(term, prefix);
                term = terms.next()) {
            found.add(term.utf8ToString().substring(1));
        }
        return found;
    }

    private static List<String> oneLetterFrom(Terms all, String exact) throws IOException {
        var found = new ArrayList<String>();
        var term = new Term(PassageIndexing.TEXT, WordForms.EXACT + exact);
        // Three letters must agree: the sign of exact words and the first two of the word.
        TermsEnum near = new FuzzyTermsEnum(all, term, 1, 3, true);
        for (BytesRef one = near.next(); one != null && found.size() < MOST_SPELLINGS; one = near.next()) {
            found.add(one.utf8ToString().substring(1));
        }
        return found;
    }

    private String mostFrequent(List<String> words) throws IOException {
        String best = words.getFirst();
        int most = -1;
        IndexReader reader = searcher.getIndexReader();
        for (String word : words) {
            int documents = reader.docFreq(new Term(PassageIndexing.TEXT, WordForms.EXACT + word));
            if (documents > most) {
                most = documents;
                best = word;
            }
        }
        return best;
    }

    private float rarity(long documents) {
        long all = Math.max(1, searcher.getIndexReader().maxDoc());
        long some = Math.min(all, documents);
        return (float) Math.log(1 + (all - some + 0.5) / (some + 0.5));
    }

    /// All that is sought, within one segment.
    List<Leg> legs(LeafReaderContext leaf) throws IOException {
        var legs = new ArrayList<Leg>();
        LeafReader reader = leaf.reader();
        for (SoughtTerm sought : terms) {
            IOSupplier<TermState> supplier = sought.states.get(leaf);
            TermState state = supplier == null ? null : supplier.get();
            Terms field = reader.terms(sought.term.field());
            if (state == null || field == null) {
                continue;
            }
            TermsEnum found = field.iterator();
            found.seekExact(sought.term.bytes(), state);
            boolean text = sought.term.field().equals(PassageIndexing.TEXT);
            legs.add(new Leg.TermLeg(
                    found.postings(null, text ? PostingsEnum.FREQS : PostingsEnum.NONE),
                    text ? reader.getNormValues(PassageIndexing.TEXT) : null,
                    lengthParts,
                    sought.weight,
                    sought.clause));
        }
        for (SoughtOther other : others) {
            var scorer = other.weight.scorer(leaf);
            if (scorer != null) {
                legs.add(new Leg.ScorerLeg(scorer, other.clause));
            }
        }
        // Bonuses are for documents that the others have made hits.
        legs.sort(Comparator.comparing(Leg::isBonus));
        return legs;
    }
}
