package no.forankring.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// A hash of the set of quads in each named graph that does not depend on their order, so that two states can be
/// compared without holding either: the sum of the hashes of the quads. Deleting subtracts.
final class GraphHashes {

    private final Map<Node, Sum> sums = new HashMap<>();
    private final MessageDigest digest;

    GraphHashes() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Sum {
        long quads;
        long high;
        long low;
    }

    void add(Quad quad) {
        count(quad, 1);
    }

    void delete(Quad quad) {
        count(quad, -1);
    }

    private void count(Quad quad, int times) {
        digest.reset();
        ByteBuffer hash =
                ByteBuffer.wrap(digest.digest(Terms.text(quad.getSubject(), quad.getPredicate(), quad.getObject())
                        .getBytes(StandardCharsets.UTF_8)));
        Sum sum = sums.computeIfAbsent(quad.getGraph(), graph -> new Sum());
        sum.quads += times;
        sum.high += times * hash.getLong(0);
        sum.low += times * hash.getLong(8);
    }

    long quads(Node graph) {
        Sum sum = sums.get(graph);
        return sum == null ? 0 : sum.quads;
    }

    /// The addresses of graphs whose sets of quads differ.
    Set<String> differing(GraphHashes other) {
        var differing = new TreeSet<String>();
        for (Map<Node, Sum> graphs : java.util.List.of(sums, other.sums)) {
            graphs.keySet().forEach(graph -> {
                Sum one = sums.getOrDefault(graph, new Sum());
                Sum two = other.sums.getOrDefault(graph, new Sum());
                if (one.quads != two.quads || one.high != two.high || one.low != two.low) {
                    differing.add(graph.getURI());
                }
            });
        }
        return differing;
    }
}
