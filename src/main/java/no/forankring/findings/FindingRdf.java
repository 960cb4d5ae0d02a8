package no.forankring.findings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.findings.FindingsDesk.Dismissal;
import no.forankring.findings.FindingsDesk.Place;
import no.forankring.findings.FindingsDesk.Stored;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/// Findings in the suggestions graphs of documents, and dismissals in the graph of decisions, as triples.
final class FindingRdf {

    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final String RULE = "number-sense";

    private final Addresses addresses;

    FindingRdf(Addresses addresses) {
        this.addresses = addresses;
    }

    // ---- what a document's numbers say ----

    /// The address rests on the words alone, so that a dismissal outlives a new reading.
    private Node address(String document, DocumentText text, Finding finding) {
        var words = new StringBuilder(finding.kind().code())
                .append('\n')
                .append(finding.claim().cut(text.text()));
        finding.counters().forEach(counter -> words.append('\n').append(counter.cut(text.text())));
        return addresses.of(
                Addresses.FINDING,
                document + "/"
                        + Addresses.fingerprint(words.toString().replaceAll("\\s+", " "))
                                .substring(0, 16));
    }

    Set<Quad> quads(String document, DocumentText text, List<Finding> findings) {
        var quads = new HashSet<Quad>();
        Node graph = addresses.suggestionsGraph(document);
        for (Finding finding : findings) {
            Optional<Node> claim = evidence(quads, graph, document, text, finding, finding.claim());
            if (claim.isEmpty()) {
                continue;
            }
            Node node = address(document, text, finding);
            quads.add(new Quad(graph, node, RDF.type.asNode(), Fa.Finding));
            quads.add(
                    new Quad(graph, node, Fa.findingKind, literal(finding.kind().code())));
            quads.add(new Quad(graph, node, Fa.claim, claim.get()));
            for (Span counter : finding.counters()) {
                evidence(quads, graph, document, text, finding, counter)
                        .ifPresent(evidence -> quads.add(new Quad(graph, node, Fa.counter, evidence)));
            }
            for (String language : LANGUAGES) {
                quads.add(new Quad(
                        graph,
                        node,
                        Fa.reason,
                        NodeFactory.createLiteralLang(finding.text(Locale.of(language)), language)));
            }
            quads.add(new Quad(
                    graph,
                    node,
                    Fa.confidence,
                    NodeFactory.createLiteralDT(
                            BigDecimal.valueOf(finding.confidence()).toPlainString(), XSDDatatype.XSDdecimal)));
            quads.add(new Quad(
                    graph, node, StandardTerms.PROV_WAS_DERIVED_FROM, addresses.of(Addresses.DOCUMENT, document)));
        }
        return quads;
    }

    private Optional<Node> evidence(
            Set<Quad> quads, Node graph, String document, DocumentText text, Finding finding, Span span) {
        Optional<Passage> found =
                text.passageAt(span.start()).filter(passage -> passage.span().contains(span));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Passage passage = found.get();
        String reason = finding.text(Locale.of("nb"));
        String place = "%s/%d-%d".formatted(document, span.start(), span.end());
        Node passageNode = addresses.of(Addresses.PASSAGE, document + "/" + passage.id());
        Node selector = addresses.of(Addresses.SELECTOR, place);
        Node evidence = addresses.of(
                Addresses.EVIDENCE,
                place + "-" + Addresses.fingerprint(RULE + "\n" + reason).substring(0, 8));
        Span local = span.relativeTo(passage.span().start());
        quads.add(new Quad(graph, evidence, RDF.type.asNode(), Fa.Evidence));
        quads.add(new Quad(graph, evidence, StandardTerms.OA_HAS_SOURCE, passageNode));
        quads.add(new Quad(graph, evidence, StandardTerms.OA_HAS_SELECTOR, selector));
        quads.add(new Quad(graph, evidence, Fa.rule, literal(RULE)));
        quads.add(new Quad(graph, evidence, Fa.reason, NodeFactory.createLiteralLang(reason, "nb")));
        quads.add(new Quad(graph, selector, RDF.type.asNode(), StandardTerms.OA_TEXT_QUOTE_SELECTOR));
        quads.add(new Quad(graph, selector, RDF.type.asNode(), StandardTerms.OA_TEXT_POSITION_SELECTOR));
        quads.add(new Quad(graph, selector, StandardTerms.OA_EXACT, literal(local.cut(passage.text()))));
        quads.add(new Quad(
                graph, selector, StandardTerms.OA_START, integer(passage.text().codePointCount(0, local.start()))));
        quads.add(new Quad(
                graph, selector, StandardTerms.OA_END, integer(passage.text().codePointCount(0, local.end()))));
        quads.add(new Quad(graph, passageNode, RDF.type.asNode(), Fa.Passage));
        quads.add(new Quad(graph, passageNode, DCTerms.isPartOf.asNode(), addresses.of(Addresses.DOCUMENT, document)));
        quads.add(new Quad(
                graph,
                passageNode,
                Fa.text,
                NodeFactory.createLiteralLang(passage.text(), passage.language().tag())));
        quads.add(new Quad(graph, passageNode, Fa.ordinal, integer(passage.ordinal())));
        quads.add(new Quad(
                graph,
                passageNode,
                Fa.passageKind,
                literal(passage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        if (passage.page() > 0) {
            quads.add(new Quad(graph, passageNode, Fa.page, integer(passage.page())));
        }
        if (!passage.sectionPath().isEmpty()) {
            quads.add(new Quad(graph, passageNode, Fa.section, literal(String.join(" › ", passage.sectionPath()))));
        }
        return Optional.of(evidence);
    }

    // ---- as stored ----

    List<Stored> all(DatasetGraph state) {
        return stored(state, state.findNG(Node.ANY, Node.ANY, RDF.type.asNode(), Fa.Finding));
    }

    List<Stored> of(DatasetGraph state, String document) {
        return stored(state, state.find(addresses.suggestionsGraph(document), Node.ANY, RDF.type.asNode(), Fa.Finding));
    }

    boolean isKnown(DatasetGraph state, String finding) {
        return state.findNG(Node.ANY, NodeFactory.createURI(finding), RDF.type.asNode(), Fa.Finding)
                .hasNext();
    }

    /// In the order of the text.
    private List<Stored> stored(DatasetGraph state, Iterator<Quad> found) {
        var ordered = new HashMap<String, Integer>();
        var stored = new ArrayList<Stored>();
        var quads = new ArrayList<Quad>();
        found.forEachRemaining(quads::add);
        for (Quad quad : quads) {
            Node graph = quad.getGraph();
            Node finding = quad.getSubject();
            Map<String, String> texts = new HashMap<>();
            state.find(graph, finding, Fa.reason, Node.ANY)
                    .forEachRemaining(reason -> texts.put(
                            reason.getObject().getLiteralLanguage(),
                            reason.getObject().getLiteralLexicalForm()));
            Optional<Placed> claim = object(state, graph, finding, Fa.claim).flatMap(node -> place(state, graph, node));
            if (claim.isEmpty()) {
                continue;
            }
            var counters = new ArrayList<Placed>();
            state.find(graph, finding, Fa.counter, Node.ANY)
                    .forEachRemaining(
                            counter -> place(state, graph, counter.getObject()).ifPresent(counters::add));
            counters.sort(Comparator.comparingInt(Placed::ordinal).thenComparingInt(Placed::start));
            String id =
                    addresses.parse(finding.getURI()).map(Addresses.Parts::id).orElse("/");
            ordered.put(finding.getURI(), claim.get().ordinal());
            stored.add(new Stored(
                    finding.getURI(),
                    id.substring(0, Math.max(0, id.lastIndexOf('/'))),
                    value(state, graph, finding, Fa.findingKind),
                    texts,
                    Double.parseDouble(value(state, graph, finding, Fa.confidence)),
                    claim.get().place(),
                    counters.stream().map(Placed::place).toList(),
                    dismissal(state, finding)));
        }
        stored.sort(Comparator.comparing(Stored::document)
                .thenComparing(finding -> ordered.getOrDefault(finding.address(), 0))
                .thenComparing(Stored::address));
        return stored;
    }

    private record Placed(int ordinal, int start, Place place) {}

    private Optional<Placed> place(DatasetGraph state, Node graph, Node evidence) {
        Optional<Node> passage = object(state, graph, evidence, StandardTerms.OA_HAS_SOURCE);
        Optional<Node> selector = object(state, graph, evidence, StandardTerms.OA_HAS_SELECTOR);
        if (passage.isEmpty() || selector.isEmpty()) {
            return Optional.empty();
        }
        String id = addresses
                .parse(passage.get().getURI())
                .map(Addresses.Parts::id)
                .map(whole -> whole.substring(whole.indexOf('/') + 1))
                .orElse("");
        return Optional.of(new Placed(
                number(state, graph, passage.get(), Fa.ordinal),
                number(state, graph, selector.get(), StandardTerms.OA_START),
                new Place(
                        id,
                        value(state, graph, passage.get(), Fa.section),
                        number(state, graph, passage.get(), Fa.page),
                        value(state, graph, selector.get(), StandardTerms.OA_EXACT))));
    }

    // ---- dismissals ----

    private Node dismissalOf(Node finding) {
        return addresses.of(
                Addresses.DISMISSAL, Addresses.fingerprint(finding.getURI()).substring(0, 16));
    }

    private Optional<Dismissal> dismissal(DatasetGraph state, Node finding) {
        Node graph = addresses.decisionsGraph();
        Node node = dismissalOf(finding);
        return object(state, graph, node, StandardTerms.PROV_WAS_ASSOCIATED_WITH)
                .map(who -> new Dismissal(
                        addresses.parse(who.getURI()).map(Addresses.Parts::id).orElse("?"),
                        Instant.parse(value(state, graph, node, StandardTerms.PROV_ENDED_AT_TIME)),
                        value(state, graph, node, Fa.reason)));
    }

    boolean isDismissed(DatasetGraph state, String finding) {
        return dismissal(state, NodeFactory.createURI(finding)).isPresent();
    }

    void dismiss(DatasetGraph state, String finding, Dismissal dismissal) {
        restore(state, finding);
        Node graph = addresses.decisionsGraph();
        Node about = NodeFactory.createURI(finding);
        Node node = dismissalOf(about);
        state.add(new Quad(graph, node, RDF.type.asNode(), Fa.Dismissal));
        state.add(new Quad(graph, node, Fa.dismisses, about));
        state.add(new Quad(graph, node, StandardTerms.PROV_WAS_ASSOCIATED_WITH, addresses.agent(dismissal.who())));
        state.add(new Quad(
                graph,
                node,
                StandardTerms.PROV_ENDED_AT_TIME,
                NodeFactory.createLiteralDT(dismissal.when().toString(), XSDDatatype.XSDdateTime)));
        if (!dismissal.why().isBlank()) {
            state.add(new Quad(
                    graph,
                    node,
                    Fa.reason,
                    NodeFactory.createLiteralLang(dismissal.why().strip(), "nb")));
        }
    }

    void restore(DatasetGraph state, String finding) {
        state.deleteAny(addresses.decisionsGraph(), dismissalOf(NodeFactory.createURI(finding)), Node.ANY, Node.ANY);
    }

    // ---- nodes ----

    private static Optional<Node> object(DatasetGraph state, Node graph, Node subject, Node property) {
        Iterator<Quad> found = state.find(graph, subject, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    private static String value(DatasetGraph state, Node graph, Node subject, Node property) {
        return object(state, graph, subject, property)
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .orElse("");
    }

    private static int number(DatasetGraph state, Node graph, Node subject, Node property) {
        String value = value(state, graph, subject, property);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static Node literal(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node integer(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }
}
