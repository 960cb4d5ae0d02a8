package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import no.forankring.graph.Change;
import no.forankring.graph.GraphStore;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/graphs`: the SPARQL 1.1 graph store protocol, with `?graph=` or `?default`; and `/graph/{name}`, where the address
/// of
/// a graph of ours is asked itself.
///
/// Reading the default graph gives all facts; writing to it writes to the graph of confirmed facts.
@RestController
class GraphsController {

    private final GraphStore store;
    private final SparqlQueries queries;
    private final SparqlUpdates updates;
    private final SparqlSettings settings;

    GraphsController(GraphStore store, SparqlQueries queries, SparqlUpdates updates, SparqlSettings settings) {
        this.store = store;
        this.queries = queries;
        this.updates = updates;
        this.settings = settings;
    }

    @GetMapping("/graphs")
    void get(HttpServletRequest request, HttpServletResponse response) {
        Target target = target(request);
        Negotiation.Choice<ResultFormat> format = Answers.format(request, ResultFormat.graphs());
        send(target, format, response);
    }

    /// Sends one graph of the store; not found when it is empty.
    void send(Target target, Negotiation.Choice<ResultFormat> format, HttpServletResponse response) {
        long change = store.lastChange();
        response.setBufferSize(64 * 1024);
        queries.runGraph(
                dataset ->
                        target.isDefault() ? dataset.getDefaultGraph() : named(dataset.getGraph(target.name()), target),
                format.value(),
                truncated -> {
                    response.setContentType(Answers.contentType(format.mediaType()));
                    response.setHeader("Vary", "Accept");
                    response.setHeader(Answers.CHANGE, String.valueOf(change));
                    return response.getOutputStream();
                },
                new Limits(
                        settings.queryTimeout(),
                        Long.MAX_VALUE,
                        settings.maxAnswer().toBytes()),
                OptionalLong.empty());
    }

    private static Graph named(Graph graph, Target target) {
        if (graph.isEmpty()) {
            throw SparqlException.noSuchGraph(target.name().getURI());
        }
        return graph;
    }

    @PutMapping("/graphs")
    void put(HttpServletRequest request, HttpServletResponse response) {
        change(request, response, target(request), true);
    }

    @PostMapping("/graphs")
    void post(HttpServletRequest request, HttpServletResponse response) {
        if (request.getParameter("graph") == null && request.getParameter("default") == null) {
            // The protocol: the store itself is asked to keep a new graph and to name it.
            Node name = NodeFactory.createURI(store.addresses().base() + "/graph/new/" + UUID.randomUUID());
            response.setHeader("Location", name.getURI());
            change(request, response, new Target(name, false), false);
        } else {
            change(request, response, target(request), false);
        }
    }

    @PutMapping("/graph/{*name}")
    void putDirectly(HttpServletRequest request, HttpServletResponse response) {
        change(request, response, named(request), true);
    }

    @PostMapping("/graph/{*name}")
    void postDirectly(HttpServletRequest request, HttpServletResponse response) {
        change(request, response, named(request), false);
    }

    @DeleteMapping("/graph/{*name}")
    void deleteDirectly(HttpServletRequest request, HttpServletResponse response) {
        delete(request, response, named(request));
    }

    /// The graph whose own address is asked.
    Target named(HttpServletRequest request) {
        return new Target(
                NodeFactory.createURI(
                        store.addresses().base() + "/graph/" + Answers.decoded(Answers.after(request, "/graph/"))),
                false);
    }

    @DeleteMapping("/graphs")
    void delete(HttpServletRequest request, HttpServletResponse response) {
        delete(request, response, target(request));
    }

    private void delete(HttpServletRequest request, HttpServletResponse response, Target target) {
        String who = Answers.writer(request);
        var existed = new AtomicBoolean();
        Change change = updates.write(who, "Slettet grafen " + target, view -> {
            existed.set(target.isDefault() || view.containsGraph(target.name()));
            view.getGraph(target.name()).clear();
        });
        if (!existed.get()) {
            throw SparqlException.noSuchGraph(target.name().getURI());
        }
        done(response, HttpServletResponse.SC_NO_CONTENT, change);
    }

    private void change(HttpServletRequest request, HttpServletResponse response, Target target, boolean replace) {
        String who = Answers.writer(request);
        String base = target.isDefault()
                ? store.addresses().base() + "/"
                : target.name().getURI();
        List<Triple> triples = RequestBody.triples(request, settings.maxGraph().toBytes(), base);
        var existed = new AtomicBoolean();
        String why = (replace ? "Erstattet grafen " : "La til i grafen ") + target;
        Change change = updates.write(who, why, view -> {
            existed.set(target.isDefault() || view.containsGraph(target.name()));
            Graph graph = view.getGraph(target.name());
            if (replace) {
                // Only what differs is taken away, so that the change says what changed.
                Set<Triple> wanted = new HashSet<>(triples);
                Graph old = target.isDefault() ? view.getGraph(store.addresses().confirmedGraph()) : graph;
                old.find().filterDrop(wanted::contains).toList().forEach(old::delete);
            }
            triples.forEach(graph::add);
        });
        done(response, existed.get() ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_CREATED, change);
    }

    private static void done(HttpServletResponse response, int status, Change change) {
        response.setStatus(status);
        response.setHeader(Answers.CHANGE, String.valueOf(change.number()));
    }

    private Target target(HttpServletRequest request) {
        String[] graphs = request.getParameterValues("graph");
        boolean isDefault = request.getParameter("default") != null;
        if (isDefault ? graphs != null : graphs == null || graphs.length != 1) {
            throw SparqlException.badRequest("Skriv enten ?default eller ?graph= med adressen til én graf.");
        }
        return isDefault
                ? new Target(org.apache.jena.sparql.core.Quad.defaultGraphIRI, true)
                : new Target(NodeFactory.createURI(RequestBody.absolute(graphs[0])), false);
    }

    /// A graph of the store.
    record Target(Node name, boolean isDefault) {
        @Override
        public String toString() {
            return isDefault ? "med bekreftede fakta" : "<" + name.getURI() + ">";
        }
    }
}
