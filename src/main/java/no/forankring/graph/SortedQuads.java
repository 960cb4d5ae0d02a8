package no.forankring.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Writes the named graphs so that equal content gives equal bytes: graphs in the order of their addresses, and the
/// statements of each in the order of their lines.
///
/// Without the store's own note of the last change. Holds the lines of one graph at a time.
final class SortedQuads {

    private final DatasetGraph dataset;
    private final Addresses addresses;
    private final BooleanSupplier stop;
    private long written;

    /// @param stop asked before each graph; when true, writing ends with a [Stopped]
    SortedQuads(DatasetGraph dataset, Addresses addresses, BooleanSupplier stop) {
        this.dataset = dataset;
        this.addresses = addresses;
        this.stop = stop;
    }

    static final class Stopped extends RuntimeException {}

    /// Number of statements written so far.
    long written() {
        return written;
    }

    void nquads(OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        for (Node graph : graphs()) {
            String end = " " + Terms.text(graph) + " .\n";
            for (String line : lines(graph)) {
                write(buffered, line);
                write(buffered, end);
            }
        }
        buffered.flush();
    }

    void trig(OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        for (Node graph : graphs()) {
            List<String> lines = lines(graph);
            if (lines.isEmpty()) {
                continue;
            }
            write(buffered, Terms.text(graph) + " {\n");
            for (String line : lines) {
                write(buffered, "  " + line + " .\n");
            }
            write(buffered, "}\n\n");
        }
        buffered.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Node> graphs() {
        List<Node> graphs = new ArrayList<>(Iter.toList(dataset.listGraphNodes()));
        graphs.sort(Comparator.comparing(Node::getURI));
        return graphs;
    }

    private List<String> lines(Node graph) {
        if (stop.getAsBoolean()) {
            throw new Stopped();
        }
        var lines = new ArrayList<String>();
        Iterator<Quad> quads = dataset.findNG(graph, Node.ANY, Node.ANY, Node.ANY);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            if (!isOurs(quad)) {
                lines.add(Terms.text(quad.getSubject(), quad.getPredicate(), quad.getObject()));
            }
        }
        lines.sort(Comparator.naturalOrder());
        written += lines.size();
        return lines;
    }

    private boolean isOurs(Quad quad) {
        return quad.getPredicate().equals(Fa.lastChange)
                && quad.getGraph().equals(addresses.provenanceGraph())
                && quad.getSubject().equals(quad.getGraph());
    }
}
