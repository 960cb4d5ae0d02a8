package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forankring.search.ParsedQuery.Beginning;
import no.forankring.search.ParsedQuery.Clause;
import no.forankring.search.ParsedQuery.Item;
import no.forankring.search.ParsedQuery.Official;
import no.forankring.search.ParsedQuery.Phrase;
import no.forankring.search.ParsedQuery.Word;
import no.forankring.search.Vocabulary.Held;
import no.forankring.search.WordForms.Sought;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// A parsed query prepared for one state of the index: its words looked up, misspelled ones replaced by what the index
/// holds, and the [Leg]s of each segment on demand.
///
/// What one long query may cost is bounded by counts, not by time: how many words are looked for in other spellings, in
/// their parts, joined, or by other names.
final class SoughtQuery {

    /// Bit of the clauses that must not hold; those that should hold take the bits from 0 on.
    static final long EXCLUDED = 1L << 63;

    /// Of a longer query only the first words are looked for in more ways than the plain ones.
    private static final int MOST_HELPED = 12;

    private static final int MOST_RESPELLED = 6;
    private static final float SECTION_WEIGHT = 0.3f;
    private static final float BEGINNING_WEIGHT = 2f;
    private static final float JOINED_WEIGHT = 1.5f;
    private static final float NEAR_WEIGHT = 0.4f;
    private static final float NAME_WEIGHT = 0.5f;
    private static final float BEARER_WEIGHT = 1f;
    /// A shorter name may stand in any title.
    private static final int SHORTEST_TITLE = 3;

    private static final float OTHER_NUMBER_WEIGHT = 0.7f;
    private static final float TOGETHER_WEIGHT = 1f;
    /// Words between the parts of a compound that is written apart: medvirkning fra brukere.
    private static final int NEAR = 4;
    /// Words between those typed, for a passage to be the closer one.
    private static final int TOGETHER = 4;

    private final BlockSearcher searcher;
    private final WordForms forms;
    private final Vocabulary vocabulary;
    private final OtherSpellings spellings;
    private final float[] lengthParts;
    private final List<SoughtTerm> terms = new ArrayList<>();
    private final List<SoughtOther> others = new ArrayList<>();
    private final Marks.Builder marks = new Marks.Builder();
    private final Found found = new Found();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> respelled = new LinkedHashMap<>();
    private int helped;
    private int soughtOtherwise;
    private long wanted;

    private record SoughtTerm(String field, List<Held> forms, float weight, long clause) {}

    private record SoughtOther(Weight weight, long clause) {}

    SoughtQuery(BlockSearcher searcher, WordForms forms, NameIndex names, ParsedQuery parsed) throws IOException {
        this.searcher = searcher;
        this.forms = forms;
        this.vocabulary = new Vocabulary(searcher, forms);
        this.spellings = new OtherSpellings(searcher, forms, vocabulary);
        this.lengthParts = Leg.TermLeg.lengthParts(searcher.averageLength());
        List<Clause> clauses = parsed.clauses();
        List<Clause> helpedOnes = clauses.subList(0, Math.min(clauses.size(), MOST_HELPED));
        List<NameIndex.Match> typed = names.matches(helpedOnes);
        long named = typed.stream().mapToLong(SoughtQuery::bits).reduce(0, (one, other) -> one | other);
        for (int i = 0; i < clauses.size(); i++) {
            wanted |= 1L << i;
            found.clause(clauses.get(i));
            prepare(clauses.get(i), 1L << i, (named & 1L << i) != 0);
        }
        for (NameIndex.Match match : typed) {
            seek(match);
        }
        if (!respelled.isEmpty()) {
            for (NameIndex.Match match :
                    names.matches(helpedOnes.stream().map(this::asSpelled).toList())) {
                if ((bits(match) & named) == 0) {
                    seek(match);
                }
            }
        }
        for (int i = 0; i + 1 < Math.min(clauses.size(), MOST_HELPED); i++) {
            seekJoined(clauses.get(i), clauses.get(i + 1), 3L << i);
        }
        for (Item item : parsed.excluded()) {
            switch (item) {
                case Word word -> seekExcluded(word);
                case Phrase phrase -> seekExactly(phrase.tokens(), EXCLUDED, 1f, Found.How.EXACT);
                case Official official -> seekExactly(official.tokens(), EXCLUDED, 1f, Found.How.EXACT);
                case Beginning beginning -> seek(beginning, EXCLUDED);
            }
        }
        if (!parsed.adjacent().isEmpty()) {
            List<String> stems = parsed.adjacent().stream().map(forms::base).toList();
            seekPhrase(stems, 0, TOGETHER_WEIGHT, TOGETHER);
        }
    }

    /// How many terms and phrases are looked for.
    int size() {
        return terms.size() + others.size();
    }

    /// The bits of all clauses that should hold.
    long wanted() {
        return wanted;
    }

    /// What to mark in the passages shown.
    Marks marks() {
        return marks.build();
    }

    /// What was looked for, to explain a hit by.
    Found found() {
        return found;
    }

    /// Words that the index does not hold, and what was looked for in their place.
    Map<String, String> respelled() {
        return respelled;
    }

    /// What was looked for beside the words as typed.
    List<Note> notes() {
        return notes;
    }

    /// @param named whether the clause is a name, or part of one: then it is no misspelling of another word
    private void prepare(Clause clause, long bit, boolean named) throws IOException {
        boolean known = named;
        for (Item item : clause.items()) {
            known |= switch (item) {
                case Word word -> seek(word, bit);
                case Phrase phrase -> {
                    seekExactly(phrase.tokens(), bit, 1f, Found.How.EXACT);
                    yield true;
                }
                case Official official -> {
                    seekExactly(official.tokens(), bit, 1f, Found.How.EXACT);
                    for (List<Token> other : official.others()) {
                        seekExactly(other, bit, OTHER_NUMBER_WEIGHT, Found.How.NAME);
                    }
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
                    seekOtherwise(word, bit);
                }
            }
        }
    }

    /// Looks a word up, and a compound also in parts that stand near one another; false when the index holds the word
    /// itself in no form.
    private boolean seek(Word word, long bit) throws IOException {
        List<Sought> sought = forms.sought(word.token());
        for (Sought one : sought) {
            found.term(bit, one.term(), word.token());
        }
        boolean known = seek(sought, bit);
        List<String> parts = forms.parts(word.token());
        if (parts.size() > 1 && helped < MOST_HELPED) {
            helped++;
            seekNear(parts, bit);
        }
        return known;
    }

    private boolean seek(List<Sought> sought, long bit) throws IOException {
        var held = new ArrayList<List<Held>>();
        long documents = 0;
        for (Sought one : sought) {
            List<Held> words = vocabulary.of(one.term());
            held.add(words);
            documents += passages(words);
            if (bit != EXCLUDED) {
                marks.word(Marks.Wanted.of(words));
            }
        }
        float rarity = rarity(documents);
        for (int i = 0; i < sought.size(); i++) {
            add(held.get(i), rarity * sought.get(i).weight(), bit);
        }
        if (bit != EXCLUDED) {
            var term = new Term(PassageIndexing.SECTION, sought.getFirst().term());
            TermStates state = TermStates.build(searcher, term, true);
            if (state.docFreq() > 0) {
                terms.add(new SoughtTerm(
                        PassageIndexing.SECTION, List.of(new Held(term.text(), state)), rarity * SECTION_WEIGHT, 0));
            }
        }
        return documents > 0;
    }

    private static long passages(List<Held> words) {
        long passages = 0;
        for (Held word : words) {
            passages += word.passages();
        }
        return passages;
    }

    private void add(List<Held> words, float weight, long bits) {
        if (!words.isEmpty()) {
            terms.add(new SoughtTerm(PassageIndexing.TEXT, words, weight, bits));
        }
    }

    private void seekExcluded(Word word) throws IOException {
        // Only the word itself takes documents away, never its folded look-alikes or the parts of compounds.
        seek(List.of(forms.sought(word.token()).getFirst()), EXCLUDED);
    }

    /// Looks for tokens exactly as written, one after the other.
    private void seekExactly(List<Token> tokens, long bit, float weight, Found.How how) throws IOException {
        List<String> exact =
                tokens.stream().map(token -> WordForms.EXACT + token.exact()).toList();
        if (bit != EXCLUDED) {
            marks.phrase(exact.stream()
                    .map(term -> Marks.Wanted.ofTerms(List.of(term)))
                    .toList());
            found.phrase(bit, exact, how);
        }
        seekPhrase(exact, bit, weight, 0);
    }

    /// Looks for forms that stand one after the other, or with some other words between them.
    private void seekPhrase(List<String> forms, long bits, float weight, int slop) throws IOException {
        if (forms.size() == 1) {
            List<Held> words = vocabulary.of(forms.getFirst());
            add(words, rarity(passages(words)) * weight, bits);
            return;
        }
        Query query = phrase(forms, slop);
        if (query != null) {
            addOther(query, weight * oneForEach(forms), bits);
        }
    }

    /// What Lucene's weight of a phrase is to be multiplied by to weigh each form once, with all its words together,
    /// where
    /// Lucene adds up the rarity of every word.
    private float oneForEach(Collection<String> forms) throws IOException {
        double once = 0;
        double each = 0;
        for (String form : forms) {
            List<Held> words = vocabulary.of(form);
            once += words.isEmpty() ? 0 : rarity(passages(words));
            for (Held word : words) {
                each += rarity(word.passages());
            }
        }
        return each == 0 ? 1f : (float) (once / each);
    }

    /// Null when the index lacks one of the forms.
    private @Nullable Query phrase(List<String> forms, int slop) throws IOException {
        var query = new MultiPhraseQuery.Builder();
        query.setSlop(slop);
        for (String form : forms) {
            List<Held> words = vocabulary.of(form);
            if (words.isEmpty()) {
                return null;
            }
            query.add(terms(words));
        }
        return query.build();
    }

    private static Term[] terms(List<Held> words) {
        return words.stream()
                .map(word -> new Term(PassageIndexing.TEXT, word.term()))
                .toArray(Term[]::new);
    }

    private void seek(Beginning beginning, long bit) throws IOException {
        if (bit != EXCLUDED) {
            marks.beginning(beginning.prefix());
            found.beginning(bit, beginning.prefix());
        }
        addOther(
                new PrefixQuery(new Term(PassageIndexing.TEXT, WordForms.EXACT + beginning.prefix())),
                BEGINNING_WEIGHT,
                bit);
    }

    /// Looks for the parts of a compound near one another, in any order: brukermedvirkning is medvirkning fra brukere.
    private void seekNear(List<String> stems, long bit) throws IOException {
        var query = new MultiPhraseQuery.Builder();
        // Two more where they stand in the other order.
        query.setSlop(NEAR + 2);
        var parts = new ArrayList<Set<String>>();
        var all = new ArrayList<String>();
        var wanted = new ArrayList<Marks.Wanted>();
        for (String stem : stems) {
            var either = new LinkedHashSet<String>();
            var words = new ArrayList<Held>();
            for (String one : forms.withNeighbours(stem)) {
                either.add(one);
                either.add(WordForms.PART + one);
            }
            for (String one : either) {
                words.addAll(vocabulary.of(one));
            }
            if (words.isEmpty()) {
                return;
            }
            parts.add(Set.copyOf(either));
            all.addAll(either);
            wanted.add(Marks.Wanted.of(words));
            query.add(terms(words));
        }
        marks.near(wanted, NEAR);
        found.near(bit, parts, NEAR);
        addOther(query.build(), NEAR_WEIGHT * oneForEach(all), bit);
    }

    /// Looks for two words as one: demens team is demensteam, and plan for smittevern is smittevernplan.
    private void seekJoined(Clause first, Clause second, long bits) throws IOException {
        if (first.tokens().size() != 1 || second.tokens().size() != 1) {
            return;
        }
        Token one = first.tokens().getFirst();
        Token two = second.tokens().getFirst();
        if (one.kind() != Token.Kind.WORD || two.kind() != Token.Kind.WORD) {
            return;
        }
        var joined = new LinkedHashSet<String>();
        for (String link : List.of("", "s", "e")) {
            joined.add(forms.stem(one.exact() + link + two.exact()));
            joined.add(forms.stem(two.exact() + link + one.exact()));
        }
        for (String term : joined) {
            List<Held> words = vocabulary.of(term);
            if (!words.isEmpty()) {
                add(words, rarity(passages(words)) * JOINED_WEIGHT, bits);
                marks.word(Marks.Wanted.of(words));
                found.joined(bits, term);
            }
        }
    }

    private static long bits(NameIndex.Match match) {
        long bits = 0;
        for (int i = match.first(); i <= match.last(); i++) {
            bits |= 1L << i;
        }
        return bits;
    }

    /// Looks for what a typed name is also called.
    private void seek(NameIndex.Match match) throws IOException {
        long bits = bits(match);
        for (List<Token> name : match.others()) {
            List<String> stems = name.stream().map(forms::base).toList();
            // A phrase weighs as the sum of its words; a name shall weigh less than the word that was typed.
            seekPhrase(stems, bits, NAME_WEIGHT / stems.size(), 0);
            var wanted = new ArrayList<Marks.Wanted>();
            for (String stem : stems) {
                wanted.add(Marks.Wanted.of(vocabulary.of(stem)));
            }
            marks.phrase(wanted);
            found.phrase(bits, stems, Found.How.NAME);
            if (stems.size() >= SHORTEST_TITLE) {
                seekBearer(stems);
            }
        }
        notes.add(Note.of("also-called", match.typed(), Understood.quoted(match.shown())));
    }

    /// The clause with the word that was found in place of a misspelled one.
    private Clause asSpelled(Clause clause) {
        return clause.items().size() == 1
                        && clause.items().getFirst() instanceof Word word
                        && respelled.get(word.shown()) instanceof String spelled
                ? new Clause(List.of(new Word(
                        new Token(spelled, word.token().start(), word.token().end(), Token.Kind.WORD, false),
                        word.shown())))
                : clause;
    }

    /// Adds to a document that bears a name as its title, or in it: it is the one that is meant, and not one of those
    /// that speak of it.
    private void seekBearer(List<String> stems) throws IOException {
        Query phrase = phrase(stems, 0);
        if (phrase == null) {
            return;
        }
        Query title = new BooleanQuery.Builder()
                .add(phrase, BooleanClause.Occur.MUST)
                .add(
                        new TermQuery(new Term(PassageIndexing.ROLE, PassageIndexing.ROLE_DOCUMENT)),
                        BooleanClause.Occur.FILTER)
                .build();
        addOther(title, BEARER_WEIGHT / (float) Math.sqrt(stems.size()) * oneForEach(stems), 0);
    }

    private void addOther(Query query, float boost, long bits) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, boost);
        others.add(new SoughtOther(weight, bits));
    }

    /// Looks for an unknown word in its parts, and in the spellings nearest to it.
    private void seekOtherwise(Word word, long bit) throws IOException {
        if (word.token().kind() != Token.Kind.WORD || soughtOtherwise++ >= MOST_RESPELLED) {
            return;
        }
        String exact = word.token().exact();
        // The parts of our list were looked for already; the index may know others, as in ernærings-fagdag.
        List<String> parts = spellings.parts(exact).stream().map(forms::stem).toList();
        if (!parts.isEmpty()) {
            seekNear(parts, bit);
        }
        List<Sought> near = spellings.near(exact, !parts.isEmpty());
        if (!near.isEmpty()) {
            seek(near, bit);
            near.forEach(one -> found.spelling(bit, one.term()));
            respelled.put(word.shown(), near.getFirst().term().substring(1));
        } else if (!parts.isEmpty()) {
            notes.add(Note.of("parted", word.shown(), Understood.quoted(parts)));
        }
    }

    private float rarity(long documents) {
        IndexReader reader = searcher.getIndexReader();
        long all = Math.max(1, reader.maxDoc());
        long some = Math.min(all, documents);
        return (float) Math.log(1 + (all - some + 0.5) / (some + 0.5));
    }

    /// All that is sought, within one segment.
    List<Leg> legs(LeafReaderContext leaf) throws IOException {
        var legs = new ArrayList<Leg>();
        LeafReader reader = leaf.reader();
        for (SoughtTerm sought : terms) {
            Terms field = reader.terms(sought.field);
            if (field == null) {
                continue;
            }
            boolean text = sought.field.equals(PassageIndexing.TEXT);
            var postings = new ArrayList<PostingsEnum>();
            TermsEnum found = field.iterator();
            for (Held form : sought.forms) {
                IOSupplier<TermState> supplier = form.states().get(leaf);
                TermState state = supplier == null ? null : supplier.get();
                if (state != null) {
                    found.seekExact(new BytesRef(form.term()), state);
                    postings.add(found.postings(null, text ? PostingsEnum.FREQS : PostingsEnum.NONE));
                }
            }
            if (!postings.isEmpty()) {
                legs.add(new Leg.TermLeg(
                        postings,
                        text ? reader.getNormValues(PassageIndexing.TEXT) : null,
                        lengthParts,
                        sought.weight,
                        sought.clause));
            }
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
