package no.forankring.graph;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// What a thing is called among the facts.
public final class Labels {

    private Labels() {}

    /// The name to show: its own before those that are names of it beside, and of several the longest, for that one
    /// says most; bokmål before other languages. Empty when no fact names it.
    public static Optional<String> of(DatasetGraph state, Node thing) {
        Optional<String> own = best(state, thing, false);
        return own.isPresent() ? own : best(state, thing, true);
    }

    /// The name or title to show in the first of some languages that has one, its own before those beside it. Empty
    /// when no
    /// fact names it in any of them.
    ///
    /// @param languages tags, as in `nb`; empty for names without a language
    public static Optional<String> of(Graph facts, Node thing, List<String> languages) {
        for (Node property : List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), DCTerms.title.asNode())) {
            List<Node> names = facts.find(thing, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(Node::isLiteral)
                    .toList();
            List<Node> own = names.stream()
                    .filter(name -> !facts.contains(thing, SKOS.altLabel.asNode(), name))
                    .toList();
            for (List<Node> some : List.of(own, names)) {
                for (String language : languages) {
                    for (Node name : some) {
                        if (language.equals(name.getLiteralLanguage())) {
                            return Optional.of(name.getLiteralLexicalForm());
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// True when a name is one of several that documents use, beside the thing's own.
    public static boolean isOther(DatasetGraph state, Node thing, Node name) {
        return state.contains(Quad.defaultGraphNodeGenerated, thing, SKOS.altLabel.asNode(), name);
    }

    private static Optional<String> best(DatasetGraph state, Node thing, boolean others) {
        String best = "";
        Iterator<Quad> labels = state.find(Quad.defaultGraphNodeGenerated, thing, RDFS.label.asNode(), Node.ANY);
        while (labels.hasNext()) {
            Node label = labels.next().getObject();
            if (!others && isOther(state, thing, label)) {
                continue;
            }
            boolean bokmal = label.getLiteralLanguage().isEmpty()
                    || label.getLiteralLanguage().equals("nb");
            if (best.isEmpty() || (bokmal && label.getLiteralLexicalForm().length() > best.length())) {
                best = label.getLiteralLexicalForm();
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }
}
