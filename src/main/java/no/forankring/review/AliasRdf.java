package no.forankring.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import no.forankring.citation.LearnedAlias;
import no.forankring.document.Owner;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import no.forankring.register.GoverningDocumentId;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Learned aliases as triples in the graph of decisions. Reads and writes a state given by the store; keeps nothing.
final class AliasRdf {

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node decisions;

    AliasRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.decisions = addresses.decisionsGraph();
    }

    /// The oldest first.
    List<LearnedAlias> all() {
        var aliases = new ArrayList<LearnedAlias>();
        for (Node alias : subjects(RDF.type.asNode(), Fa.LearnedAlias)) {
            if (isReadable(alias)) {
                aliases.add(alias(alias));
            }
        }
        aliases.sort(
                Comparator.comparing((LearnedAlias alias) -> alias.provenance().when())
                        .thenComparing(LearnedAlias::id));
        return aliases;
    }

    Optional<LearnedAlias> find(String id) {
        Node alias = addresses.of(Addresses.ALIAS, id);
        return state.contains(decisions, alias, RDF.type.asNode(), Fa.LearnedAlias)
                ? Optional.of(alias(alias))
                : Optional.empty();
    }

    /// Those that stem from a judgment.
    List<LearnedAlias> of(Node judgment) {
        return subjects(StandardTerms.PROV_WAS_GENERATED_BY, judgment).stream()
                .map(this::alias)
                .toList();
    }

    void add(LearnedAlias alias) {
        Node node = addresses.of(Addresses.ALIAS, alias.id());
        add(node, RDF.type.asNode(), Fa.LearnedAlias);
        add(
                node,
                RDF.subject.asNode(),
                addresses.of(Addresses.GOVERNING_DOCUMENT, alias.document().value()));
        add(node, RDF.predicate.asNode(), SKOS.altLabel.asNode());
        add(node, RDF.object.asNode(), NodeFactory.createLiteralString(alias.words()));
        add(
                node,
                StandardTerms.PROV_WAS_GENERATED_BY,
                addresses.of(Addresses.JUDGMENT, alias.provenance().judgment()));
        add(
                node,
                StandardTerms.PROV_WAS_DERIVED_FROM,
                addresses.of(Addresses.DOCUMENT, alias.provenance().document()));
        alias.owner().ifPresent(owner -> {
            Node organization = addresses.of(Addresses.ORGANIZATION, owner.key());
            add(node, Fa.owner, organization);
            if (!state.contains(decisions, organization, RDFS.label.asNode(), Node.ANY)) {
                add(organization, RDF.type.asNode(), Fa.Organisation);
                add(organization, RDFS.label.asNode(), NodeFactory.createLiteralLang(owner.name(), "nb"));
            }
        });
    }

    /// Takes an alias out, and its owner's description with the owner's last alias.
    void remove(String id) {
        Node node = addresses.of(Addresses.ALIAS, id);
        Optional<Node> owner = object(node, Fa.owner);
        state.deleteAny(decisions, node, Node.ANY, Node.ANY);
        owner.filter(organization -> !state.contains(decisions, Node.ANY, Fa.owner, organization))
                .ifPresent(organization -> state.deleteAny(decisions, organization, Node.ANY, Node.ANY));
    }

    /// False for what somebody wrote from outside that the shapes allow and nobody can use.
    private boolean isReadable(Node alias) {
        boolean named = object(alias, RDF.object.asNode())
                .filter(words -> !words.getLiteralLexicalForm().isBlank())
                .isPresent();
        boolean governing = object(alias, RDF.subject.asNode())
                .flatMap(subject -> addresses.parse(subject.getURI()))
                .filter(parts -> parts.kind().equals(Addresses.GOVERNING_DOCUMENT))
                .isPresent();
        return named && governing;
    }

    private LearnedAlias alias(Node alias) {
        Node judgment = object(alias, StandardTerms.PROV_WAS_GENERATED_BY).orElseThrow();
        return new LearnedAlias(
                id(alias),
                object(alias, RDF.object.asNode()).orElseThrow().getLiteralLexicalForm(),
                new GoverningDocumentId(id(object(alias, RDF.subject.asNode()).orElseThrow())),
                object(alias, Fa.owner).map(this::owner),
                new LearnedAlias.Provenance(
                        id(judgment),
                        object(judgment, StandardTerms.PROV_WAS_ASSOCIATED_WITH)
                                .map(this::id)
                                .orElse("?"),
                        object(judgment, StandardTerms.PROV_ENDED_AT_TIME)
                                .map(time -> Instant.parse(time.getLiteralLexicalForm()))
                                .orElse(Instant.EPOCH),
                        object(alias, StandardTerms.PROV_WAS_DERIVED_FROM)
                                .map(this::id)
                                .orElse("")));
    }

    private Owner owner(Node organization) {
        String key = id(organization);
        return new Owner(
                key,
                object(organization, RDFS.label.asNode())
                        .map(Node::getLiteralLexicalForm)
                        .orElse(key));
    }

    private String id(Node node) {
        return addresses.parse(node.getURI()).map(Addresses.Parts::id).orElse(node.getURI());
    }

    private Optional<Node> object(Node subject, Node property) {
        Iterator<Quad> found = state.find(decisions, subject, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    private List<Node> subjects(Node property, Node value) {
        var subjects = new ArrayList<Node>();
        state.find(decisions, Node.ANY, property, value).forEachRemaining(quad -> subjects.add(quad.getSubject()));
        return subjects;
    }

    private void add(Node subject, Node property, Node value) {
        state.add(new Quad(decisions, subject, property, value));
    }
}
