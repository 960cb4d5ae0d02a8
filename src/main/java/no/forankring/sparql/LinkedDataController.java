package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.identity.IdentityDesk;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/// Linked data: the address of a thing leads people to its page and programs to its data.
@RestController
class LinkedDataController {

    private static final List<ResultFormat> DATA =
            List.of(ResultFormat.TURTLE, ResultFormat.JSONLD, ResultFormat.NTRIPLES, ResultFormat.RDFXML);

    private final GraphStore store;
    private final GraphsController graphs;
    private final SparqlSettings settings;
    private final IdentityDesk identities;

    LinkedDataController(GraphStore store, GraphsController graphs, SparqlSettings settings, IdentityDesk identities) {
        this.store = store;
        this.graphs = graphs;
        this.settings = settings;
        this.identities = identities;
    }

    /// 303 to the page when HTML is asked for by name, else to the data.
    @GetMapping("/id/{kind}/{*id}")
    void id(HttpServletRequest request, HttpServletResponse response) {
        Addresses.Parts parts = parts(request, "/id/");
        Negotiation.Choice<Optional<ResultFormat>> choice = Negotiation.choose(
                        request.getHeader("Accept"), pageAndData())
                .orElseThrow(() -> SparqlException.notAcceptable(
                        String.valueOf(request.getHeader("Accept")), "text/html, " + SparqlQueries.offered(DATA)));
        Node thing = store.addresses().of(parts.kind(), parts.id());
        Optional<Addresses.Parts> merged = identities.forward(thing.getURI()).flatMap(store.addresses()::parse);
        String path = store.read(dataset -> {
            if (merged.isPresent()) {
                return path("/id/", merged.get());
            }
            if (!isKnown(dataset, thing)) {
                throw unknown(thing);
            }
            return choice.value().isPresent() ? path("/data/", parts) : page(dataset, parts, thing);
        });
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Vary", "Accept");
        response.setHeader("Location", request.getContextPath() + path);
    }

    // Wildcards get data; browsers name HTML.
    private static List<Negotiation.Offer<Optional<ResultFormat>>> pageAndData() {
        var offers = new java.util.ArrayList<Negotiation.Offer<Optional<ResultFormat>>>();
        for (ResultFormat format : DATA) {
            offers.add(new Negotiation.Offer<>(Optional.of(format), format.mediaTypes()));
        }
        offers.add(new Negotiation.Offer<>(Optional.empty(), List.of("text/html")));
        offers.add(new Negotiation.Offer<>(Optional.empty(), List.of("application/xhtml+xml")));
        return offers;
    }

    @GetMapping("/data/{kind}/{*id}")
    void data(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Addresses.Parts parts = parts(request, "/data/");
        Optional<ResultFormat> suffix = DATA.stream()
                .filter(format -> parts.id().endsWith("." + format.code()))
                .findFirst();
        String id = suffix.map(format -> parts.id()
                        .substring(0, parts.id().length() - format.code().length() - 1))
                .orElse(parts.id());
        Negotiation.Choice<ResultFormat> format = suffix.map(
                        named -> new Negotiation.Choice<>(named, named.mediaType()))
                .orElseGet(() -> Answers.format(request, DATA));
        Node thing = store.addresses().of(parts.kind(), id);
        Optional<Addresses.Parts> merged = identities.forward(thing.getURI()).flatMap(store.addresses()::parse);
        if (merged.isPresent()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location",
                    request.getContextPath()
                            + path("/data/", merged.get())
                            + suffix.map(named -> "." + named.code()).orElse(""));
            return;
        }
        long change = store.lastChange();
        Descriptions.Description description = store.read(dataset -> {
            Descriptions.Description found = Descriptions.of(dataset, thing, settings.maxDescribed());
            if (found.graph().isEmpty()) {
                List<String> others = elsewhere(dataset, thing);
                throw others.isEmpty()
                        ? unknown(thing)
                        : SparqlException.noSuchThing(
                                "Ingen fakta sier noe om <%s>. Den er bare nevnt i grafer som ikke er fakta: %s. Hent dem ved navn."
                                        .formatted(thing.getURI(), String.join(", ", others)));
            }
            return found;
        });
        response.setHeader(Answers.TRUNCATED, String.valueOf(description.truncated()));
        response.setHeader(Answers.CHANGE, String.valueOf(change));
        response.setHeader(
                "Link",
                "<%s>; rel=\"describes\"".formatted(UriUtils.encodePath(thing.getURI(), StandardCharsets.UTF_8)));
        // Nothing of it is newer than the newest change to the graph.
        store.change(change)
                .ifPresent(newest ->
                        response.setDateHeader("Last-Modified", newest.at().toEpochMilli()));
        Answers.sendTagged(description.graph(), format, request, response);
    }

    /// A named graph; those that are not facts too, for here they are asked for by name.
    @GetMapping("/graph/{*name}")
    void graph(HttpServletRequest request, HttpServletResponse response) {
        graphs.send(graphs.named(request), Answers.format(request, ResultFormat.graphs()), response);
    }

    /// The vocabulary.
    @GetMapping("/ns")
    void vocabulary(HttpServletRequest request, HttpServletResponse response) {
        graphs.send(
                new GraphsController.Target(store.addresses().ontologyGraph(), false),
                Answers.format(request, ResultFormat.graphs()),
                response);
    }

    private static boolean isKnown(DatasetGraph dataset, Node thing) {
        return dataset.contains(Quad.defaultGraphIRI, thing, Node.ANY, Node.ANY)
                || dataset.contains(Quad.defaultGraphIRI, Node.ANY, Node.ANY, thing)
                || !elsewhere(dataset, thing).isEmpty();
    }

    private static List<String> elsewhere(DatasetGraph dataset, Node thing) {
        return Iter.toList(Iter.limit(
                Iter.distinct(Iter.map(
                        Iter.concat(
                                dataset.findNG(Node.ANY, thing, Node.ANY, Node.ANY),
                                dataset.findNG(Node.ANY, Node.ANY, Node.ANY, thing)),
                        quad -> quad.getGraph().getURI())),
                5));
    }

    private static SparqlException unknown(Node thing) {
        return SparqlException.noSuchThing(
                "Ingenting er kjent om <%s>. Se etter skrivefeil i adressen, eller søk på /sok."
                        .formatted(thing.getURI()));
    }

    private String page(DatasetGraph dataset, Addresses.Parts parts, Node thing) {
        String id = parts.id();
        return switch (parts.kind()) {
            case Addresses.GOVERNING_DOCUMENT -> path("/styrende-dokumenter/", id);
            case Addresses.NETWORK -> path("/nettverk/", id);
            case Addresses.ACTIVITY -> path("/aktiviteter/", id);
            case Addresses.DOCUMENT -> path("/dokumenter/", id);
            case Addresses.PASSAGE -> passage(id);
            case Addresses.EVIDENCE ->
                Descriptions.passageOf(dataset, thing)
                        .flatMap(passage -> store.addresses().parse(passage.getURI()))
                        .map(passage -> passage(passage.id()))
                        .orElseGet(() -> path("/dokumenter/", id.split("/", 2)[0]));
            default -> path("/ting/", parts);
        };
    }

    // The id is {document}/{passage}.
    private static String passage(String id) {
        String[] pieces = id.split("/", 2);
        return path("/dokumenter/", pieces[0])
                + (pieces.length < 2 ? "" : "#" + UriUtils.encodeFragment(pieces[1], StandardCharsets.UTF_8));
    }

    private static String path(String prefix, Addresses.Parts parts) {
        return path(prefix + parts.kind() + "/", parts.id());
    }

    private static String path(String prefix, String id) {
        return prefix + UriUtils.encodePath(id, StandardCharsets.UTF_8);
    }

    private static Addresses.Parts parts(HttpServletRequest request, String prefix) {
        String rest = Answers.decoded(Answers.after(request, prefix));
        int slash = rest.indexOf('/');
        if (slash <= 0 || slash == rest.length() - 1) {
            throw SparqlException.noSuchThing("Adressen mangler id: %s{slag}/{id}".formatted(prefix));
        }
        return new Addresses.Parts(rest.substring(0, slash), rest.substring(slash + 1));
    }
}
