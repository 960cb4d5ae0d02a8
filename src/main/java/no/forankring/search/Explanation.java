package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import no.forankring.document.DocumentId;
import no.forankring.search.Found.Answer;
import no.forankring.search.PassageIndexing.ShownPassage;
import org.apache.lucene.index.LeafReaderContext;

/// Tells why a document came up: which of the words it holds, where and in which form.
///
/// Reads the document's own words again, so it says what stands there and not what the index computed; asked of one
/// document at a time.
final class Explanation {

    private static final int MOST_EXAMPLES = 3;

    private final BlockSearcher searcher;
    private final WordForms forms;
    private final SoughtQuery sought;
    private final ParsedQuery parsed;

    /// Where a clause is answered to.
    private static final class Places {
        private final Map<String, List<Answer>> answers = new HashMap<>();
        private int passages;

        List<Answer> of(String where) {
            return answers.getOrDefault(where, List.of());
        }
    }

    private static final String TITLE = "in-title";
    private static final String HEADING = "in-heading";
    private static final String TEXT = "in-text";
    private static final String ONE_TEXT = "in-one-text";

    Explanation(BlockSearcher searcher, WordForms forms, SoughtQuery sought, ParsedQuery parsed) {
        this.searcher = searcher;
        this.forms = forms;
        this.sought = sought;
        this.parsed = parsed;
    }

    List<Note> of(DocumentId document) throws IOException {
        if (parsed.clauses().isEmpty()) {
            return List.of();
        }
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            SegmentTable table = searcher.table(leaf);
            var live = leaf.reader().getLiveDocs();
            for (int block = 0; block < table.heads.length; block++) {
                if (table.ids[block].equals(document.value()) && (live == null || live.get(table.heads[block]))) {
                    return of(leaf, table, block);
                }
            }
        }
        return List.of();
    }

    private List<Note> of(LeafReaderContext leaf, SegmentTable table, int block) throws IOException {
        int clauses = parsed.clauses().size();
        var places = new ArrayList<Places>();
        for (int i = 0; i < clauses; i++) {
            places.add(new Places());
        }
        BlockSearcher.Shown read = searcher.shown();
        var shown = read.document(leaf, table.heads[block]);
        Map<Integer, Answer> title = sought.found().answers(shown.title(), forms);
        note(title, TITLE, places);
        boolean together = false;
        for (int doc = table.start(block); doc < table.heads[block]; doc++) {
            ShownPassage passage = read.passage(leaf, doc);
            Map<Integer, Answer> answers = sought.found().answers(passage.text(), forms);
            together |= answers.size() == clauses;
            note(answers, table.headings.get(doc) ? HEADING : TEXT, places);
        }
        var notes = new ArrayList<Note>();
        for (int i = 0; i < clauses; i++) {
            addNotes(sought.found().shown().get(i), places.get(i), notes);
        }
        if (clauses > 1) {
            if (title.size() == clauses) {
                notes.add(Note.of("together-title"));
            }
            if (together) {
                notes.add(Note.of("together"));
            }
        }
        notes.add(Note.of("order"));
        return notes;
    }

    private static void note(Map<Integer, Answer> answers, String where, List<Places> places) {
        answers.forEach((clause, answer) -> {
            Places place = places.get(clause);
            place.answers.computeIfAbsent(where, none -> new ArrayList<>()).add(answer);
            if (where.equals(TEXT)) {
                place.passages++;
            }
        });
    }

    private static void addNotes(String shown, Places places, List<Note> notes) {
        if (places.answers.isEmpty()) {
            notes.add(Note.of("not-there", shown));
            return;
        }
        for (String where : List.of(TITLE, HEADING)) {
            if (places.answers.containsKey(where)) {
                notes.add(new Note(where, List.of(shown), examples(places.of(where))));
            }
        }
        if (places.passages == 1) {
            notes.add(new Note(ONE_TEXT, List.of(shown), examples(places.of(TEXT))));
        } else if (places.passages > 1) {
            notes.add(new Note(TEXT, List.of(shown, Integer.toString(places.passages)), examples(places.of(TEXT))));
        }
    }

    /// The best answers, each wording once.
    private static List<Note> examples(List<Answer> answers) {
        var words = new LinkedHashSet<Note>();
        answers.stream()
                .sorted(java.util.Comparator.comparing(Answer::how))
                .map(answer -> answer.how().note(answer.words()))
                .forEach(words::add);
        return words.stream().limit(MOST_EXAMPLES).toList();
    }
}
