package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/// The words that one state of the index holds, by their stems.
///
/// Terms of deleted documents count until their segment is merged.
final class Vocabulary {

    private final BlockSearcher searcher;
    private final WordForms forms;
    private final Map<String, List<Held>> byStem = new HashMap<>();

    Vocabulary(BlockSearcher searcher, WordForms forms) {
        this.searcher = searcher;
        this.forms = forms;
    }

    /// A term of [PassageIndexing#TEXT] that the index holds.
    record Held(String term, TermStates states) {

        int passages() {
            return states.docFreq();
        }
    }

    /// What is held of a form as [WordForms] gives it; empty when nothing is.
    List<Held> of(String form) throws IOException {
        List<Held> known = byStem.get(form);
        if (known == null) {
            known = switch (form.charAt(0)) {
                case WordForms.EXACT, WordForms.PART -> exactly(form).stream().toList();
                case WordForms.FOLDED -> all(listed(form));
                default -> ofStem(form);
            };
            byStem.put(form, known);
        }
        return known;
    }

    /// In how many passages any of the words of a form stands, each word counted for itself.
    long passages(String form) throws IOException {
        return of(form).stream().mapToLong(Held::passages).sum();
    }

    /// Passages that hold a word just as it is written.
    int passagesWith(String exact) throws IOException {
        return searcher.getIndexReader().docFreq(new Term(PassageIndexing.TEXT, WordForms.EXACT + exact));
    }

    /// Shorter stems begin so many words that a list of endings is quicker than looking at all.
    private static final int LONG = 6;

    private Optional<Held> exactly(String term) throws IOException {
        TermStates states = TermStates.build(searcher, new Term(PassageIndexing.TEXT, term), true);
        return states.docFreq() == 0 ? Optional.empty() : Optional.of(new Held(term, states));
    }

    private List<Held> all(Collection<String> words) throws IOException {
        var all = new ArrayList<Held>();
        for (String word : words) {
            exactly(WordForms.EXACT + word).ifPresent(all::add);
        }
        return all;
    }

    private List<Held> ofStem(String stem) throws IOException {
        Map<String, TermStates> found = new LinkedHashMap<>();
        var prefix = new BytesRef(WordForms.EXACT + stem);
        CompiledAutomaton words = null;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Terms terms = leaf.reader().terms(PassageIndexing.TEXT);
            TermsEnum beginning = terms == null ? null : seek(terms, prefix);
            if (beginning == null || !StringHelper.startsWith(beginning.term(), prefix)) {
                continue;
            }
            if (stem.length() >= LONG) {
                for (BytesRef term = beginning.term();
                        term != null && StringHelper.startsWith(term, prefix);
                        term = beginning.next()) {
                    if (term.length <= prefix.length + Stemmer.LONGEST_ENDING) {
                        register(beginning, term, stem, leaf, found);
                    }
                }
            } else {
                if (words == null) {
                    words = automaton(Stemmer.words(stem));
                }
                TermsEnum held = terms.intersect(words, null);
                for (BytesRef term = held.next(); term != null; term = held.next()) {
                    register(held, term, stem, leaf, found);
                }
            }
        }
        var all = new ArrayList<Held>();
        found.forEach((term, states) -> all.add(new Held(term, states)));
        for (String word : listed(stem)) {
            if (!found.containsKey(WordForms.EXACT + word)) {
                exactly(WordForms.EXACT + word).ifPresent(all::add);
            }
        }
        // A number may also be a part of another one.
        if (!isLetters(stem)) {
            exactly(stem).ifPresent(all::add);
        }
        return all;
    }

    private void register(
            TermsEnum at, BytesRef term, String stem, LeafReaderContext leaf, Map<String, TermStates> found)
            throws IOException {
        String text = term.utf8ToString();
        if (Stemmer.isEnding(stem, text.substring(1 + stem.length()))
                && forms.stem(text.substring(1)).equals(stem)) {
            found.computeIfAbsent(text, none -> new TermStates(searcher.getTopReaderContext()))
                    .register(at.termState(), leaf.ord, at.docFreq(), at.totalTermFreq());
        }
    }

    private static boolean isLetters(String stem) {
        return stem.chars().allMatch(Character::isLetter);
    }

    private static CompiledAutomaton automaton(SortedSet<String> words) {
        // In the order of their bytes, which is not that of their letters outside the basic plane.
        List<BytesRef> terms = words.stream()
                .map(word -> new BytesRef(WordForms.EXACT + word))
                .sorted()
                .toList();
        return new CompiledAutomaton(Automata.makeBinaryStringUnion(terms), true, true, true);
    }

    /// The words whose stem or folded stem does not show in their letters.
    private Set<String> listed(String form) throws IOException {
        var words = new LinkedHashSet<String>();
        String beginning = form + WordForms.HAS;
        var prefix = new BytesRef(beginning);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Terms terms = leaf.reader().terms(PassageIndexing.STEMS);
            TermsEnum listed = terms == null ? null : seek(terms, prefix);
            if (listed == null) {
                continue;
            }
            for (BytesRef term = listed.term();
                    term != null && StringHelper.startsWith(term, prefix);
                    term = listed.next()) {
                words.add(term.utf8ToString().substring(beginning.length()));
            }
        }
        return words;
    }

    private static @Nullable TermsEnum seek(Terms terms, BytesRef prefix) throws IOException {
        TermsEnum found = terms.iterator();
        return found.seekCeil(prefix) == TermsEnum.SeekStatus.END ? null : found;
    }
}
