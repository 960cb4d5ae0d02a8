package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import no.forankring.graph.Change;
import no.forankring.graph.GraphStore;
import no.forankring.graph.Patch;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/historikk/forskjell?fra=…&til=…`: what two states of the graph differ in, as an RDF patch or as JSON; and
/// `/historikk/atom`: the newest changes as a feed.
@RestController
class ChangesController {

    private static final int IN_FEED = 50;
    private static final int SOME = 50;

    private static final List<Negotiation.Offer<Boolean>> OFFERS = List.of(
            new Negotiation.Offer<>(true, List.of("application/json")),
            new Negotiation.Offer<>(false, List.of("application/rdf-patch", "text/rdf-patch", "text/plain")));

    private final GraphStore store;

    ChangesController(GraphStore store) {
        this.store = store;
    }

    /// The net difference: what was stated and taken back again in between is not in it.
    private record Difference(long from, long to, Set<Quad> deleted, Set<Quad> added) {}

    @GetMapping("/historikk/forskjell")
    void difference(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long from = Moments.read("fra", request.getParameter("fra"), store)
                .orElseThrow(() -> SparqlException.badRequest(
                        "Skriv fra=, og gjerne til=, med en dato som 2026-01-31 eller nummeret på en endring."));
        long to = Moments.read("til", request.getParameter("til"), store).orElseGet(store::lastChange);
        if (from > to) {
            throw SparqlException.badRequest("Tidspunktet i fra= ligger etter det i til=. Bytt dem om.");
        }
        boolean json = Negotiation.choose(request.getHeader("Accept"), OFFERS)
                .map(Negotiation.Choice::value)
                .orElse(true);
        if (request.getParameter("format") != null) {
            json = !request.getParameter("format").contains("patch");
        }
        Difference difference = between(from, to);
        byte[] body = (json ? json(difference) : patch(difference)).getBytes(StandardCharsets.UTF_8);
        response.setContentType(json ? "application/json" : "text/plain;charset=UTF-8");
        response.setHeader("Vary", "Accept");
        response.setHeader(Answers.CHANGE, String.valueOf(to));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Difference between(long from, long to) {
        Set<Quad> deleted = new LinkedHashSet<>();
        Set<Quad> added = new LinkedHashSet<>();
        long next = from;
        while (next < to) {
            List<Patch> patches = store.patchesAfter(next, SOME);
            if (patches.isEmpty() || patches.getFirst().change().number() != next + 1) {
                throw SparqlException.noSuchThing(
                        "Endringene etter nummer %d finnes ikke lenger hver for seg. Velg et senere tidspunkt."
                                .formatted(next));
            }
            for (Patch patch : patches) {
                if (patch.change().number() <= to) {
                    patch.deleted().forEach(quad -> move(quad, added, deleted));
                    patch.added().forEach(quad -> move(quad, deleted, added));
                    if (deleted.size() + added.size() > GraphStore.MOST_TAKEN_BACK) {
                        throw SparqlException.tooManyRows(GraphStore.MOST_TAKEN_BACK);
                    }
                }
                next = patch.change().number();
            }
        }
        return new Difference(from, to, deleted, added);
    }

    private static void move(Quad quad, Set<Quad> back, Set<Quad> there) {
        if (!back.remove(quad)) {
            there.add(quad);
        }
    }

    private static String patch(Difference difference) {
        var text = new StringBuilder("TX .\n");
        difference.deleted().forEach(quad -> line(text, "D ", quad));
        difference.added().forEach(quad -> line(text, "A ", quad));
        return text.append("TC .\n").toString();
    }

    private static void line(StringBuilder text, String code, Quad quad) {
        text.append(code);
        for (Node node : List.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())) {
            text.append(NodeFmtLib.strNT(node)).append(' ');
        }
        text.append(".\n");
    }

    private static String json(Difference difference) {
        JsonBuilder json = JsonBuilder.create()
                .startObject()
                .pair("from", difference.from())
                .pair("to", difference.to());
        json.key("deleted").startArray();
        difference.deleted().forEach(quad -> statement(json, quad));
        json.finishArray().key("added").startArray();
        difference.added().forEach(quad -> statement(json, quad));
        return json.finishArray().finishObject().build().toString();
    }

    private static void statement(JsonBuilder json, Quad quad) {
        json.startObject()
                .pair("graph", NodeFmtLib.strNT(quad.getGraph()))
                .pair("subject", NodeFmtLib.strNT(quad.getSubject()))
                .pair("predicate", NodeFmtLib.strNT(quad.getPredicate()))
                .pair("object", NodeFmtLib.strNT(quad.getObject()))
                .finishObject();
    }

    @GetMapping(path = "/historikk/atom", produces = AtomFeed.TYPE)
    String feed() throws XMLStreamException {
        var changes = new ArrayList<>(store.changesAfter(Math.max(0, store.lastChange() - IN_FEED), IN_FEED));
        String base = store.addresses().base();
        var feed = new AtomFeed(
                "nb",
                "Forankring: endringer i grafen",
                base + "/historikk/atom",
                base + "/historikk",
                changes.isEmpty() ? Instant.EPOCH : changes.getLast().at());
        for (Change change : changes.reversed()) {
            feed.entry(
                    "Endring %d: %d lagt til, %d fjernet".formatted(change.number(), change.added(), change.deleted()),
                    base + "/id/change/" + change.number(),
                    change.at(),
                    base + "/historikk/forskjell?fra=%d&til=%d".formatted(change.number() - 1, change.number()),
                    change.why());
        }
        return feed.text();
    }
}
