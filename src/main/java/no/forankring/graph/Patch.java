package no.forankring.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.sparql.core.Quad;

/// One change with its quads, written as an RDF Patch: headers, then what was deleted, then what was added.
///
/// @param deleted quads of named graphs that stood there before
/// @param added quads of named graphs that did not
public record Patch(Change change, List<Quad> deleted, List<Quad> added) {

    public Patch {
        deleted = List.copyOf(deleted);
        added = List.copyOf(added);
    }

    /// Whether a quad of the graph was deleted or added.
    public boolean touches(Node graph) {
        return Stream.concat(deleted.stream(), added.stream())
                .anyMatch(quad -> quad.getGraph().equals(graph));
    }

    byte[] encoded() {
        var bytes = new ByteArrayOutputStream(256 + 200 * (deleted.size() + added.size()));
        AWriter out = IO.wrap(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        header(out, "number", Long.toString(change.number()));
        header(out, "at", change.at().toString());
        header(out, "who", change.who());
        header(out, "why", change.why());
        header(out, "added", Long.toString(change.added()));
        header(out, "deleted", Long.toString(change.deleted()));
        out.print("TX .\n");
        deleted.forEach(quad -> line(out, "D ", quad));
        added.forEach(quad -> line(out, "A ", quad));
        out.print("TC .\n");
        out.flush();
        return bytes.toByteArray();
    }

    private static void header(AWriter out, String name, String value) {
        out.print("H " + name + " ");
        Terms.write(out, NodeFactory.createLiteralString(value));
        out.print(".\n");
    }

    private static void line(AWriter out, String code, Quad quad) {
        out.print(code);
        Terms.write(out, quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph());
        out.print(".\n");
    }

    static Patch decoded(byte[] bytes) {
        var deleted = new ArrayList<Quad>();
        var added = new ArrayList<Quad>();
        new RDFPatchReaderText(new ByteArrayInputStream(bytes)).apply(new RDFChangesBase() {
            @Override
            public void add(Node g, Node s, Node p, Node o) {
                added.add(Quad.create(g, s, p, o));
            }

            @Override
            public void delete(Node g, Node s, Node p, Node o) {
                deleted.add(Quad.create(g, s, p, o));
            }
        });
        return new Patch(decodedChange(new ByteArrayInputStream(bytes)), deleted, added);
    }

    /// The headers alone; reads little more of the stream than them.
    static Change decodedChange(InputStream in) {
        PatchHeader header = RDFPatchReaderText.readerHeader(in);
        return new Change(
                Long.parseLong(value(header, "number")),
                Instant.parse(value(header, "at")),
                value(header, "who"),
                value(header, "why"),
                Long.parseLong(value(header, "added")),
                Long.parseLong(value(header, "deleted")));
    }

    private static String value(PatchHeader header, String name) {
        Node value = header.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return value.getLiteralLexicalForm();
    }
}
