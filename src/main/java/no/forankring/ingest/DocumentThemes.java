package no.forankring.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.search.About.Value;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/// Which themes of our list a document is about: those named in its title or a heading, or in three of its passages.
///
/// A theme is named by its label or another name of it in bokmål or nynorsk, with any ending and as the first part of a
/// compound: `demens` is named by «demensen» and «demensplan».
final class DocumentThemes {

    private static final int PASSAGES = 3;
    private static final Pattern WORD = Pattern.compile("\\p{L}++");
    /// Shorter first words begin too much else.
    private static final int SHORTEST_BEGINNING = 5;

    private static final int SHORTEST_STEMMED = 8;
    private static final int LONGEST_ENDING = 4;

    private final Map<String, List<Name>> byBeginning = new HashMap<>();
    private final Map<String, Value> themes = new TreeMap<>();

    private record Name(String theme, List<String> words) {}

    private DocumentThemes() {}

    /// The themes of the vocabulary that a state of the graph holds.
    static DocumentThemes of(DatasetGraph state, Node ontology) {
        var themes = new DocumentThemes();
        state.find(ontology, Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
                .forEachRemaining(quad -> themes.add(state, ontology, quad.getSubject()));
        return themes;
    }

    private void add(DatasetGraph state, Node ontology, Node theme) {
        if (!theme.isURI()) {
            return;
        }
        String id = theme.getURI().substring(theme.getURI().lastIndexOf('/') + 1);
        for (Node property : List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())) {
            state.find(ontology, theme, property, Node.ANY).forEachRemaining(quad -> {
                String language = quad.getObject().getLiteralLanguage();
                String label = quad.getObject().getLiteralLexicalForm();
                if (language.equals("nb") && property.equals(SKOS.prefLabel.asNode())) {
                    themes.put(id, new Value(id, label));
                }
                if (language.equals("nb") || language.equals("nn")) {
                    List<String> words =
                            words(label).stream().map(DocumentThemes::stem).toList();
                    byBeginning
                            .computeIfAbsent(beginning(words.getFirst()), none -> new ArrayList<>())
                            .add(new Name(id, words));
                }
            });
        }
    }

    /// In the order of their ids.
    List<Value> in(DocumentText text) {
        var found = new HashSet<String>(named(text.title()));
        var counted = new HashMap<String, Integer>();
        for (Passage passage : text.passages()) {
            Set<String> named = named(passage.text());
            if (passage.kind() == Passage.Kind.HEADING) {
                found.addAll(named);
            } else {
                for (String theme : named) {
                    if (counted.merge(theme, 1, Integer::sum) == PASSAGES) {
                        found.add(theme);
                    }
                }
            }
        }
        return themes.values().stream()
                .filter(theme -> found.contains(theme.id()))
                .toList();
    }

    private Set<String> named(String text) {
        List<String> words = words(text);
        var named = new HashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            for (Name name : byBeginning.getOrDefault(beginning(words.get(i)), List.of())) {
                if (stands(name.words(), words, i)) {
                    named.add(name.theme());
                }
            }
        }
        return named;
    }

    /// Every word of a name must stand there, in any inflection of it; a name of one word may begin a compound.
    private static boolean stands(List<String> name, List<String> words, int at) {
        if (at + name.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            String wanted = name.get(i);
            String word = words.get(at + i);
            boolean compound = name.size() == 1 && wanted.length() >= SHORTEST_BEGINNING;
            boolean same = word.startsWith(wanted) && (compound || word.length() - wanted.length() <= LONGEST_ENDING);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /// Without the ending of the plural, so that `heimetenester` also names itself in «heimetenestene».
    private static String stem(String word) {
        boolean plural = word.length() >= SHORTEST_STEMMED && (word.endsWith("er") || word.endsWith("ar"));
        return plural ? word.substring(0, word.length() - 2) : word;
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(3, word.length()));
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
