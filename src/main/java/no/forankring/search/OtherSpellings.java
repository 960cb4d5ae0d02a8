package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.forankring.search.WordForms.Sought;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// What the index holds in place of a word that it does not hold.
final class OtherSpellings {

    private static final int SHORTEST = 4;
    /// Two letters may be wrong in words from this length on.
    private static final int LONG = 8;

    /// What is near a longer word costs more to work out than it is worth.
    private static final int LONGEST = 36;

    private static final int MOST_LOOKED_AT = 60;
    private static final int MOST = 8;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PARTED = 40;
    /// Of those behind the most frequent one.
    private static final float OTHERS = 0.6f;

    private static final float[] WEIGHTS = {1f, 0.9f, 0.6f};

    private final BlockSearcher searcher;
    private final IndexReader reader;
    private final WordForms forms;
    private final Vocabulary vocabulary;

    OtherSpellings(BlockSearcher searcher, WordForms forms, Vocabulary vocabulary) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.forms = forms;
        this.vocabulary = vocabulary;
    }

    private record Candidate(String word, int documents) {}

    /// Words that begin with the given one, else those that differ from it by one letter, else by two, the most
    /// frequent
    /// first; empty when there are none.
    ///
    /// @param strict leave out those that differ by two letters
    List<Sought> near(String exact, boolean strict) throws IOException {
        Terms all = exact.length() < SHORTEST ? null : MultiTerms.getTerms(reader, PassageIndexing.TEXT);
        if (all == null) {
            return List.of();
        }
        List<Candidate> found = beginningWith(all, exact);
        int edits = 0;
        boolean bounded = exact.length() <= LONGEST;
        if (found.isEmpty() && bounded) {
            edits = 1;
            found = within(1, all, exact);
        }
        if (found.isEmpty() && bounded && exact.length() >= LONG && !strict) {
            edits = 2;
            found = within(2, all, exact);
        }
        float weight = WEIGHTS[edits];
        found.sort(Comparator.comparingInt(Candidate::documents).reversed().thenComparing(Candidate::word));
        var near = new ArrayList<Sought>();
        for (Candidate candidate : found) {
            if (near.size() == MOST || !Spellings.isHeld(searcher, WordForms.EXACT + candidate.word())) {
                continue;
            }
            near.add(new Sought(WordForms.EXACT + candidate.word(), near.isEmpty() ? weight : weight * OTHERS));
        }
        return near;
    }

    private List<Candidate> beginningWith(Terms all, String exact) throws IOException {
        var found = new ArrayList<Candidate>();
        TermsEnum terms = all.iterator();
        var prefix = new BytesRef(WordForms.EXACT + exact);
        if (terms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return found;
        }
        for (BytesRef term = terms.term();
                term != null && found.size() < MOST_LOOKED_AT && StringHelper.startsWith(term, prefix);
                term = terms.next()) {
            found.add(new Candidate(term.utf8ToString().substring(1), terms.docFreq()));
        }
        return found;
    }

    private static List<Candidate> within(int edits, Terms all, String exact) throws IOException {
        var found = new ArrayList<Candidate>();
        var term = new Term(PassageIndexing.TEXT, WordForms.EXACT + exact);
        // The sign of exact words and the first letter must agree.
        TermsEnum near = new FuzzyTermsEnum(all, term, edits, 2, true);
        for (BytesRef one = near.next(); one != null && found.size() < MOST_LOOKED_AT; one = near.next()) {
            found.add(new Candidate(one.utf8ToString().substring(1), near.docFreq()));
        }
        return found;
    }

    /// Two words of the index that the given one is made of, joined by nothing, s or e; of several ways that with the
    /// most frequent words. Empty when there is none.
    List<String> parts(String exact) throws IOException {
        if (exact.length() < 2 * SHORTEST_PART || exact.length() > LONGEST_PARTED) {
            return List.of();
        }
        List<String> best = List.of();
        double most = 0;
        for (int cut = SHORTEST_PART; cut <= exact.length() - SHORTEST_PART; cut++) {
            String second = exact.substring(cut);
            int seconds = documents(second);
            if (seconds == 0) {
                continue;
            }
            String first = exact.substring(0, cut);
            for (String one : List.of(first, withoutLink(first))) {
                double frequency = Math.sqrt((double) seconds * documents(one));
                // A longer second part is the likelier one: samfunns-oppdraget, not samfunnso-ppdraget.
                if (one.length() >= SHORTEST_PART && frequency > most) {
                    most = frequency;
                    best = List.of(one, second);
                }
            }
        }
        return best;
    }

    private static String withoutLink(String first) {
        return first.endsWith("s") || first.endsWith("e") ? first.substring(0, first.length() - 1) : first;
    }

    private int documents(String word) throws IOException {
        String stem = forms.stem(word);
        return Math.max(vocabulary.passagesWith(word), stem.equals(word) ? 0 : vocabulary.passagesWith(stem));
    }
}
