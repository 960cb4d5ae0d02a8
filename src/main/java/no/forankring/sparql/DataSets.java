package no.forankring.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import no.forankring.graph.Change;
import no.forankring.graph.GraphException;
import no.forankring.graph.GraphStore;
import no.forankring.graph.HowFar;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Whole data sets, out and in: N-Quads and TriG with every named graph, or with the graphs of facts alone.
public final class DataSets {

    private static final int TOLD_EVERY = 1000;

    private final GraphStore store;

    public DataSets(GraphStore store) {
        SafeArq.harden();
        this.store = store;
    }

    /// What a dump holds.
    public enum Content {
        /// The graphs of facts.
        FACTS,
        /// Every named graph: suggestions, decisions and provenance too.
        ALL
    }

    /// Writes a dump of one consistent state.
    ///
    /// @param lang [Lang#NQUADS] or [Lang#TRIG]
    /// @param known the change after which the state is meant; empty for the newest
    public void write(Content content, Lang lang, OptionalLong known, OutputStream out) {
        store.readAt(known.orElse(Long.MAX_VALUE), dataset -> {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, lang);
            writer.start();
            if (lang.equals(Lang.TRIG)) {
                Prefixes.ALL.forEach(writer::prefix);
            }
            Predicate<Node> held = content == Content.ALL ? graph -> true : store.addresses()::holdsFacts;
            // Graph by graph, so that TriG keeps each together.
            for (Node graph : Iter.toList(Iter.filter(dataset.listGraphNodes(), held))) {
                quads(dataset, graph).forEachRemaining(writer::quad);
            }
            writer.finish();
            return Boolean.TRUE;
        });
    }

    private Iterator<Quad> quads(DatasetGraph dataset, Node graph) {
        return Iter.filter(
                dataset.findNG(graph, Node.ANY, Node.ANY, Node.ANY),
                quad -> !quad.getPredicate().equals(no.forankring.graph.Fa.lastChange));
    }

    /// Reads a file into the store in one change, checked by the shapes like every other. Blank nodes get addresses,
    /// and
    /// statements outside named graphs go to the graph of confirmed facts.
    ///
    /// @param replace true to take away all that the file does not state; false to add
    /// @throws SparqlException when the file cannot be read or the shapes object; nothing is changed then
    public Change load(String who, String why, Path file, Lang lang, boolean replace) {
        return load(who, why, file, lang, replace, HowFar.UNHEARD);
    }

    /// Like [#load(String, String, Path, Lang, boolean)].
    ///
    /// @param heard told of statements twice: first without a total, while it only looks whether all can be read; then
    /// as they are taken in
    public Change load(String who, String why, Path file, Lang lang, boolean replace, HowFar heard) {
        long all = check(file, lang, heard);
        var read = new AtomicLong();
        try {
            return store.write(who, why, state -> {
                        var view = new StoreView(state, store.addresses());
                        Set<Quad> stated = new HashSet<>();
                        parse(file, lang, quad -> {
                            told(heard, read.incrementAndGet(), all);
                            Quad meant = quad.isDefaultGraph() ? inConfirmed(quad) : quad;
                            view.add(meant);
                            if (replace) {
                                stated.add(meant);
                            }
                        });
                        if (replace) {
                            Iter.toList(Iter.filter(
                                            state.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY),
                                            quad -> !stated.contains(quad)))
                                    .forEach(state::delete);
                        }
                    })
                    .join();
        } catch (CompletionException failure) {
            Throwable cause = failure.getCause();
            if (cause instanceof GraphException graph && !graph.violations().isEmpty()) {
                throw SparqlException.violations(graph.violations(), graph);
            }
            throw SparqlException.failed("Datasettet ble ikke lest inn", cause == null ? failure : cause);
        }
    }

    private Quad inConfirmed(Quad quad) {
        return Quad.create(store.addresses().confirmedGraph(), quad.asTriple());
    }

    // All of it once before anything waits in the queue, so that a broken file holds nobody up.
    private static long check(Path file, Lang lang, HowFar heard) {
        var count = new AtomicLong();
        parse(file, lang, quad -> told(heard, count.incrementAndGet(), 0));
        if (count.get() == 0) {
            throw SparqlException.badRequest("Filen har ingen utsagn. Send et datasett som N-Quads eller TriG.");
        }
        return count.get();
    }

    private static void told(HowFar heard, long read, long all) {
        if (read % TOLD_EVERY == 0 || read == all) {
            heard.at(read, all);
        }
    }

    private static void parse(Path file, Lang lang, java.util.function.Consumer<Quad> quads) {
        try (InputStream in = opened(file)) {
            RDFParser.source(in)
                    .forceLang(lang)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void quad(Quad quad) {
                            quads.accept(quad);
                        }

                        @Override
                        public void triple(org.apache.jena.graph.Triple triple) {
                            quads.accept(Quad.create(Quad.defaultGraphIRI, triple));
                        }
                    });
        } catch (RiotException unreadable) {
            throw SparqlException.unreadable("Datasettet", unreadable);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static InputStream opened(Path file) throws IOException {
        InputStream in = new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
