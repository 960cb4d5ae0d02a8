package no.forankring.graph;

import java.io.StringWriter;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeIdInline;

/// What may stand in a stored quad, and how it is written.
///
/// Whatever is let in here reads back as the same term from the journal, from a snapshot and from TDB2.
final class Terms {

    private static final NodeFormatterNT FORMAT = new NodeFormatterNT();

    private Terms() {}

    /// The quad as it is stored: numbers and times in the form that TDB2 gives them.
    ///
    /// @throws GraphException for blank nodes, and for terms that no file of RDF can hold
    static Quad stored(Node graph, Node subject, Node predicate, Node object) {
        if (graph.isBlank() || subject.isBlank() || predicate.isBlank() || object.isBlank()) {
            throw GraphException.blankNode(text(graph, subject, predicate, object));
        }
        if (!graph.isURI() || !subject.isURI() || !predicate.isURI()) {
            throw GraphException.badTerm(
                    text(graph, subject, predicate, object), "graph, subject and predicate must be addresses");
        }
        checkIri(graph.getURI());
        checkIri(subject.getURI());
        checkIri(predicate.getURI());
        checkObject(object);
        return Quad.create(graph, subject, predicate, canonical(object));
    }

    /// Numbers and times as TDB2 gives them back: `"01"` as an integer is stored as `1`.
    static Node canonical(Node node) {
        if (!node.isLiteral() || !NodeIdInline.hasInlineDatatype(node)) {
            return node;
        }
        var id = NodeIdInline.inline(node);
        if (id == null) {
            return node;
        }
        Node inline = NodeIdInline.extract(id);
        return inline == null ? node : inline;
    }

    private static void checkObject(Node object) {
        if (object.isURI()) {
            checkIri(object.getURI());
        } else if (object.isLiteral()) {
            if (unpairedSurrogate(object.getLiteralLexicalForm())) {
                throw GraphException.badTerm("a text", "it holds half a character (an unpaired surrogate)");
            }
            checkIri(object.getLiteralDatatypeURI());
        } else if (object.isTripleTerm()) {
            var triple = object.getTriple();
            stored(triple.getPredicate(), triple.getSubject(), triple.getPredicate(), triple.getObject());
        } else {
            throw GraphException.badTerm(text(object), "an object is an address, a text or number, or a triple term");
        }
    }

    private static void checkIri(String iri) {
        int colon = -1;
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == '{' || c == '}' || c == '|' || c == '\\'
                    || c == '^' || c == '`') {
                throw GraphException.badTerm(
                        "the address <" + iri + ">", "the character at position " + i + " may not stand in an address");
            }
            if (c == ':' && colon < 0) {
                colon = i;
            }
        }
        if (colon <= 0 || iri.startsWith("_:")) {
            throw GraphException.badTerm("the address <" + iri + ">", "it has no scheme such as https:");
        }
        if (unpairedSurrogate(iri)) {
            throw GraphException.badTerm("an address", "it holds half a character (an unpaired surrogate)");
        }
    }

    static boolean unpairedSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /// In the syntax of N-Quads.
    static String text(Node... nodes) {
        var text = new StringWriter();
        AWriter out = IO.wrap(text);
        for (Node node : nodes) {
            FORMAT.format(out, node);
            out.print(' ');
        }
        out.flush();
        return text.toString().strip();
    }

    static void write(AWriter out, Node... nodes) {
        for (Node node : nodes) {
            FORMAT.format(out, node);
            out.print(' ');
        }
    }
}
