package no.forankring.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import no.forankring.citation.Candidate;
import no.forankring.citation.Reason;
import no.forankring.citation.Resolution;
import no.forankring.citation.Target;
import no.forankring.document.DocumentId;
import no.forankring.document.Language;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.extraction.Entity;
import no.forankring.extraction.EntityType;
import no.forankring.extraction.Figure;
import no.forankring.extraction.LinkKind;
import no.forankring.extraction.PlanStatus;
import no.forankring.extraction.Progress;
import no.forankring.extraction.Relation;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import no.forankring.identity.Sighting;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Says in quads what was found in one document: its facts in one named graph, its suggestions in another.
///
/// The only place that knows both the values of citation and extraction and their triples.
final class DocumentRdf {

    private static final Locale BOKMAL = Locale.of("nb");
    private static final double UNMEASURED = 0.5;

    private final Addresses addresses;
    private final Register register;
    private final LinkPolicy policy;
    private final Set<String> rejected;
    private final DocumentId id;
    private final ReadDocument read;
    private final Node document;
    private final Node facts;
    private final Node suggestions;
    private final Set<Quad> quads = new HashSet<>();
    private final Map<LinkKey, LinkNode> links = new LinkedHashMap<>();
    private final Map<String, Node> entities = new LinkedHashMap<>();
    private final Map<String, Node> classes = new LinkedHashMap<>();
    private final Map<String, Node> namedBy = new LinkedHashMap<>();
    private final Map<EvidenceKey, Node> evidences = new LinkedHashMap<>();
    private final Set<GoverningDocumentId> citedAsFact = new HashSet<>();
    private final Set<Described> unlisted = new HashSet<>();
    private int factLinks;
    private int suggestedLinks;

    private record LinkKey(Node graph, Node subject, Node predicate, Node object) {}

    private record Described(Node graph, Node thing) {}

    private record EvidenceKey(Node graph, Span span, String rule, String reason, String provision) {}

    private static final class LinkNode {
        final Node node;
        double confidence;
        Relation.Strength strength = Relation.Strength.NAMED;
        boolean hasStrength;

        LinkNode(Node node) {
            this.node = node;
        }
    }

    private DocumentRdf(
            Addresses addresses,
            Register register,
            LinkPolicy policy,
            Set<String> rejected,
            DocumentId id,
            ReadDocument read) {
        this.addresses = addresses;
        this.register = register;
        this.policy = policy;
        this.rejected = rejected;
        this.id = id;
        this.read = read;
        this.document = addresses.of(Addresses.DOCUMENT, id.value());
        this.facts = addresses.documentGraph(id.value());
        this.suggestions = addresses.suggestionsGraph(id.value());
    }

    /// What one version of a document states.
    ///
    /// @param facts how many links are facts
    /// @param suggestions how many links wait for a person
    /// @param sightings the things that the document names, each at the address that its name alone gives
    record Stated(Set<Quad> quads, int facts, int suggestions, List<Sighting> sightings) {

        /// The same with more to say.
        Stated with(Set<Quad> more) {
            var all = new HashSet<>(quads);
            all.addAll(more);
            return new Stated(all, facts, suggestions, sightings);
        }
    }

    /// The quads of one version of a document.
    ///
    /// @param rejected the addresses of links that a person has rejected: what a rule is sure of stays a suggestion
    static Stated of(
            Addresses addresses,
            Register register,
            LinkPolicy policy,
            Set<String> rejected,
            DocumentId id,
            int version,
            ReadDocument read) {
        var rdf = new DocumentRdf(addresses, register, policy, rejected, id, read);
        rdf.describeDocument(version);
        rdf.stateCitations();
        rdf.stateEntities();
        rdf.stateRelations();
        rdf.stateStatuses();
        rdf.closeLinks();
        return new Stated(rdf.quads, rdf.factLinks, rdf.suggestedLinks, Sightings.of(read, rdf.entities, rdf.namedBy));
    }

    private void describeDocument(int version) {
        var text = read.text();
        String title = text.title().isBlank() ? read.fileName() : text.title();
        add(facts, document, RDF.type.asNode(), Fa.Document);
        add(facts, document, DCTerms.title.asNode(), literal(title, text.language()));
        add(facts, document, DCTerms.language.asNode(), literal(text.language().tag()));
        text.date()
                .ifPresent(date ->
                        add(facts, document, DCTerms.date.asNode(), typed(date.toString(), XSDDatatype.XSDdate)));
        add(facts, document, DCTerms.format.asNode(), literal(read.mediaType()));
        add(facts, document, Fa.sha256, literal(read.sha256().hex()));
        add(facts, document, Fa.fileName, literal(read.fileName()));
        add(facts, document, Fa.source, literal(read.source()));
        add(facts, document, Fa.documentKind, literal(read.kind().code()));
        add(facts, document, Fa.version, integer(version));
        add(facts, document, Fa.pages, integer(text.pages()));
        add(facts, document, Fa.passages, integer(text.passages().size()));
        add(facts, document, Fa.disclosure, literal(read.disclosure()));
        stateWithheld();
    }

    /// How much was withheld, never what.
    private void stateWithheld() {
        Map<String, Integer> counts = new TreeMap<>();
        read.text().withheld().forEach(withheld -> counts.merge(withheld.kind(), 1, Integer::sum));
        counts.forEach((kind, count) -> {
            Node node = addresses.of(Addresses.WITHHELD, id + "/" + kind);
            add(facts, document, Fa.withheld, node);
            add(facts, node, RDF.type.asNode(), Fa.Withheld);
            add(facts, node, Fa.dataKind, literal(kind));
            add(facts, node, Fa.count, integer(count));
        });
    }

    private void stateCitations() {
        for (Resolution resolution : read.citations()) {
            switch (resolution) {
                case Resolution.Resolved resolved -> stateResolved(resolved);
                case Resolution.Ambiguous ambiguous -> stateAmbiguous(ambiguous);
                case Resolution.Unresolved unresolved -> stateMention(unresolved, Fa.UnresolvedMention);
            }
        }
    }

    private void stateResolved(Resolution.Resolved resolved) {
        boolean fact = policy.isFact(resolved) && !isRejected(resolved.target());
        Node graph = fact ? facts : suggestions;
        evidence(graph, resolved.mention().span(), ruleName(resolved), explain(resolved.reasons()), resolved.target())
                .ifPresent(evidence -> {
                    Node governing = governing(graph, resolved.target().document());
                    link(graph, document, Fa.cites, governing, evidence, resolved.confidence());
                    if (fact) {
                        citedAsFact.add(resolved.target().document());
                    }
                    if (fact && !resolved.target().pinpoint().isWhole()) {
                        add(facts, document, Fa.cites, provision(facts, resolved.target()));
                    }
                });
    }

    private boolean isRejected(Target target) {
        return isRejected(document, Fa.cites, addressOf(target));
    }

    private boolean isRejected(Node subject, Node predicate, Relation relation) {
        Node object = switch (relation.object()) {
            case Relation.ObjectRef.Governing governing -> addressOf(governing.target());
            case Relation.ObjectRef.Other other -> entities.get(other.key());
        };
        return object != null && isRejected(subject, predicate, object);
    }

    private boolean isRejected(Node subject, Node predicate, Node object) {
        return rejected.contains(
                addresses.link(id.value(), subject, predicate, object).getURI());
    }

    private Node addressOf(Target target) {
        return addresses.of(Addresses.GOVERNING_DOCUMENT, target.document().value());
    }

    private void stateAmbiguous(Resolution.Ambiguous ambiguous) {
        Optional<Node> mention = stateMention(ambiguous, Fa.AmbiguousMention);
        if (mention.isEmpty()) {
            return;
        }
        for (Candidate candidate : ambiguous.candidates()) {
            evidence(
                            suggestions,
                            ambiguous.mention().span(),
                            "candidate",
                            explain(candidate.reasons()),
                            candidate.target())
                    .ifPresent(evidence -> {
                        Node governing =
                                governing(suggestions, candidate.target().document());
                        Node link = link(suggestions, document, Fa.cites, governing, evidence, candidate.score());
                        add(suggestions, link, Fa.mention, mention.get());
                    });
        }
    }

    private Optional<Node> stateMention(Resolution resolution, Node type) {
        Span span = resolution.mention().span();
        Optional<Node> evidence =
                evidence(suggestions, span, resolution.mention().form(), explain(resolution.reasons()), null);
        return evidence.map(proof -> {
            Node mention = addresses.of(Addresses.MENTION, "%s/%d-%d".formatted(id, span.start(), span.end()));
            add(suggestions, mention, RDF.type.asNode(), type);
            add(suggestions, mention, Fa.evidence, proof);
            return mention;
        });
    }

    /// What a thing is called stands with the facts in any case, so that what is suggested of it can be read; that it
    /// is
    /// a network is a fact only where the policy says so, or where a fact rests on it.
    private void stateEntities() {
        for (Entity entity : read.extraction().entities()) {
            if (isInPassage(entity.span())) {
                entities.put(entity.key(), addressOf(entity));
                classes.put(entity.key(), classOf(entity.type()));
            }
        }
        Set<String> ends = endsOfFacts();
        for (Entity entity : read.extraction().entities()) {
            Node node = entities.get(entity.key());
            if (node == null) {
                continue;
            }
            add(facts, node, RDFS.label.asNode(), literal(entity.name(), Language.NOB));
            if (entity.year().isPresent()) {
                add(facts, node, Fa.year, integer(entity.year().getAsInt()));
            }
            if (!entity.kind().isEmpty()) {
                add(facts, node, Fa.goalKind, literal(entity.kind()));
            }
            boolean fact =
                    !isRejectedThing(entity.key()) && (policy.isFact(entity.type()) || ends.contains(entity.key()));
            LinkKind kind = LinkKind.of(entity.type());
            Node graph = fact ? facts : suggestions;
            evidence(graph, entity.span(), kind.proof(), reason("named"), null).ifPresent(evidence -> {
                namedBy.put(entity.key(), evidence);
                link(graph, node, RDF.type.asNode(), classOf(entity.type()), evidence, confidence(kind));
            });
            entity.figures().forEach(figure -> stateFigure(node, figure, fact));
        }
    }

    private boolean isInPassage(Span span) {
        return span.length() > 0
                && read.text()
                        .passageAt(span.start())
                        .filter(passage -> span.start() < passage.span().end())
                        .isPresent();
    }

    /// The keys of the things that relations which are facts hold together.
    private Set<String> endsOfFacts() {
        var ends = new HashSet<String>();
        for (Relation relation : read.extraction().relations()) {
            if (isFact(relation)) {
                ends.add(relation.subject());
                if (relation.object() instanceof Relation.ObjectRef.Other other) {
                    ends.add(other.key());
                }
            }
        }
        return ends;
    }

    private boolean isRejectedThing(String key) {
        Node node = entities.get(key);
        Node type = classes.get(key);
        return node != null && type != null && isRejected(node, RDF.type.asNode(), type);
    }

    /// What is said of things is as sure as such links were when they were measured.
    private double confidence(LinkKind kind) {
        return policy.precision(kind).orElse(UNMEASURED);
    }

    private Node addressOf(Entity entity) {
        if (entity.isOfficialArea()) {
            return addresses.of(
                    entity.type() == EntityType.COUNTY ? Addresses.COUNTY : Addresses.MUNICIPALITY, entity.key());
        }
        return addresses.of(kindOf(entity.type()), entity.key());
    }

    /// A figure is a link like any other: the number with the sentence that gives it.
    private void stateFigure(Node node, Figure figure, boolean ofFact) {
        Node predicate = NodeFactory.createURI(Fa.NS + figure.kind().term());
        Node number = number(figure.value());
        LinkKind kind = LinkKind.of(figure.kind());
        Node graph =
                ofFact && policy.isFact(figure.kind()) && !isRejected(node, predicate, number) ? facts : suggestions;
        evidence(graph, figure.evidence(), kind.proof(), reason(figure.approximate() ? "figure-about" : "figure"), null)
                .ifPresent(evidence -> link(graph, node, predicate, number, evidence, confidence(kind)));
    }

    private static Node number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0
                ? typed(plain.toBigInteger().toString(), XSDDatatype.XSDinteger)
                : typed(plain.toPlainString(), XSDDatatype.XSDdecimal);
    }

    private void stateRelations() {
        for (Relation relation : read.extraction().relations()) {
            Node subject = entities.get(relation.subject());
            if (subject == null) {
                continue;
            }
            Node predicate = NodeFactory.createURI(Fa.NS + relation.type().term());
            Node graph = isFact(relation) ? facts : suggestions;
            String why = relation.explicit() ? "explicit" : "inferred";
            String rule = LinkKind.of(relation).proof();
            switch (relation.object()) {
                case Relation.ObjectRef.Governing governing -> {
                    evidence(graph, relation.evidence(), rule, reason(why), governing.target())
                            .ifPresent(evidence -> {
                                Node object =
                                        governing(graph, governing.target().document());
                                Node link = link(graph, subject, predicate, object, evidence, relation.confidence());
                                raise(graph, subject, predicate, object, link, relation.strength());
                                if (graph.equals(facts)
                                        && !governing.target().pinpoint().isWhole()) {
                                    add(facts, subject, predicate, provision(facts, governing.target()));
                                }
                            });
                }
                case Relation.ObjectRef.Other other -> {
                    Node object = entities.get(other.key());
                    if (object != null) {
                        evidence(graph, relation.evidence(), rule, reason(why), null)
                                .ifPresent(evidence -> {
                                    Node link =
                                            link(graph, subject, predicate, object, evidence, relation.confidence());
                                    raise(graph, subject, predicate, object, link, relation.strength());
                                });
                    }
                }
            }
        }
    }

    /// What a plan says of how far its items have come. Where it does not say it, every step is a suggestion, and all
    /// of
    /// them are one question.
    private void stateStatuses() {
        for (PlanStatus status : read.extraction().statuses()) {
            Node subject = entities.get(status.key());
            if (subject == null) {
                continue;
            }
            Optional<Node> question = status.isSaid() ? Optional.empty() : stateQuestion(status);
            for (Progress reading : status.readings()) {
                Node value = literal(reading.code());
                Node graph = PlanStatusWords.isFact(status)
                                && links.containsKey(new LinkKey(
                                        facts,
                                        subject,
                                        RDF.type.asNode(),
                                        classes.getOrDefault(status.key(), document)))
                                && !isRejected(subject, Fa.progress, value)
                        ? facts
                        : suggestions;
                evidence(
                                graph,
                                status.evidence(),
                                PlanStatusWords.rule(status, reading),
                                PlanStatusWords.reason(status, reading),
                                null)
                        .ifPresent(evidence -> {
                            Node link = link(
                                    graph,
                                    subject,
                                    Fa.progress,
                                    value,
                                    evidence,
                                    PlanStatusWords.confidence(status, reading));
                            question.ifPresent(asked -> add(suggestions, link, Fa.mention, asked));
                        });
            }
        }
    }

    private Optional<Node> stateQuestion(PlanStatus status) {
        Span span = status.evidence();
        return evidence(
                        suggestions,
                        span,
                        status.basis().rule(),
                        PlanStatusWords.reason(status, status.readings().getFirst()),
                        null)
                .map(proof -> {
                    Node question =
                            addresses.of(Addresses.MENTION, "%s/status-%d-%d".formatted(id, span.start(), span.end()));
                    add(suggestions, question, RDF.type.asNode(), Fa.StatusQuestion);
                    add(suggestions, question, Fa.evidence, proof);
                    return question;
                });
    }

    private boolean isFact(Relation relation) {
        Node subject = entities.get(relation.subject());
        return subject != null
                && policy.isFact(relation)
                && restsOnFacts(relation)
                && !isRejectedThing(relation.subject())
                && !isRejected(
                        subject, NodeFactory.createURI(Fa.NS + relation.type().term()), relation);
    }

    /// What is said of a governing document is no surer than that this document was meant.
    private boolean restsOnFacts(Relation relation) {
        return switch (relation.object()) {
            case Relation.ObjectRef.Governing governing ->
                citedAsFact.contains(governing.target().document());
            case Relation.ObjectRef.Other other -> entities.containsKey(other.key()) && !isRejectedThing(other.key());
        };
    }

    private void raise(Node graph, Node subject, Node predicate, Node object, Node link, Relation.Strength strength) {
        LinkNode node = links.get(new LinkKey(graph, subject, predicate, object));
        if (node != null && node.node.equals(link)) {
            node.hasStrength = true;
            if (strength.compareTo(node.strength) > 0) {
                node.strength = strength;
            }
        }
    }

    private Node link(Node graph, Node subject, Node predicate, Node object, Node evidence, double confidence) {
        var key = new LinkKey(graph, subject, predicate, object);
        LinkNode link = links.computeIfAbsent(
                key, absent -> new LinkNode(addresses.link(id.value(), subject, predicate, object)));
        link.confidence = Math.max(link.confidence, confidence);
        add(graph, link.node, Fa.evidence, evidence);
        return link.node;
    }

    private void closeLinks() {
        links.forEach((key, link) -> {
            boolean fact = key.graph().equals(facts);
            // A link that is a fact needs no suggestion beside it: other mentions of the same document only add doubt.
            if (!fact && links.containsKey(new LinkKey(facts, key.subject(), key.predicate(), key.object()))) {
                quads.removeIf(quad ->
                        quad.getGraph().equals(suggestions) && quad.getSubject().equals(link.node));
                return;
            }
            add(key.graph(), link.node, RDF.type.asNode(), Fa.Link);
            add(key.graph(), link.node, RDF.subject.asNode(), key.subject());
            add(key.graph(), link.node, RDF.predicate.asNode(), key.predicate());
            add(key.graph(), link.node, RDF.object.asNode(), key.object());
            add(key.graph(), link.node, Fa.status, fact ? Fa.Automatic : Fa.Suggested);
            add(key.graph(), link.node, Fa.confidence, decimal(link.confidence));
            add(key.graph(), link.node, StandardTerms.PROV_WAS_DERIVED_FROM, document);
            if (link.hasStrength) {
                add(key.graph(), link.node, Fa.strength, strengthOf(link.strength));
            }
            if (fact) {
                add(facts, key.subject(), key.predicate(), key.object());
                factLinks++;
            } else {
                suggestedLinks++;
            }
        });
    }

    /// The words that prove something; empty when they stand outside every passage, where nobody could open them.
    private Optional<Node> evidence(
            Node graph, Span span, String rule, String reason, @org.jspecify.annotations.Nullable Target target) {
        Optional<Passage> holder = read.text().passageAt(span.start());
        if (holder.isEmpty()
                || span.length() == 0
                || span.start() >= holder.get().span().end()) {
            return Optional.empty();
        }
        Passage passage = holder.get();
        Span inside = new Span(span.start(), Math.min(span.end(), passage.span().end()));
        String provision = target == null || target.pinpoint().isWhole() ? "" : provisionId(target);
        var key = new EvidenceKey(graph, inside, rule, reason, provision);
        Node known = evidences.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        String place = "%s/%d-%d".formatted(id, inside.start(), inside.end());
        String distinct =
                Addresses.fingerprint(rule + "\n" + reason + "\n" + provision).substring(0, 8);
        Node evidence = addresses.of(Addresses.EVIDENCE, place + "-" + distinct);
        Node selector = addresses.of(Addresses.SELECTOR, place);
        Node passageNode = passage(graph, passage);
        add(graph, evidence, RDF.type.asNode(), Fa.Evidence);
        add(graph, evidence, StandardTerms.OA_HAS_SOURCE, passageNode);
        add(graph, evidence, StandardTerms.OA_HAS_SELECTOR, selector);
        add(graph, evidence, Fa.rule, literal(rule));
        add(graph, evidence, Fa.reason, literal(reason, Language.NOB));
        if (!provision.isEmpty() && target != null) {
            add(graph, evidence, Fa.provision, provision(graph, target));
        }
        Span local = inside.relativeTo(passage.span().start());
        add(graph, selector, RDF.type.asNode(), StandardTerms.OA_TEXT_QUOTE_SELECTOR);
        add(graph, selector, RDF.type.asNode(), StandardTerms.OA_TEXT_POSITION_SELECTOR);
        add(graph, selector, StandardTerms.OA_EXACT, literal(clean(local.cut(passage.text()))));
        add(graph, selector, StandardTerms.OA_START, integer(passage.text().codePointCount(0, local.start())));
        add(graph, selector, StandardTerms.OA_END, integer(passage.text().codePointCount(0, local.end())));
        evidences.put(key, evidence);
        return Optional.of(evidence);
    }

    private Node passage(Node graph, Passage passage) {
        Node node = addresses.of(Addresses.PASSAGE, id + "/" + passage.id());
        add(graph, node, RDF.type.asNode(), Fa.Passage);
        add(graph, node, DCTerms.isPartOf.asNode(), document);
        add(graph, node, Fa.text, literal(clean(passage.text()), passage.language()));
        add(graph, node, Fa.ordinal, integer(passage.ordinal()));
        add(
                graph,
                node,
                Fa.passageKind,
                literal(passage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (passage.page() > 0) {
            add(graph, node, Fa.page, integer(passage.page()));
        }
        if (!passage.sectionPath().isEmpty()) {
            add(graph, node, Fa.section, literal(clean(String.join(" › ", passage.sectionPath()))));
        }
        return node;
    }

    private Node governing(Node graph, GoverningDocumentId governingId) {
        Node node = addresses.of(Addresses.GOVERNING_DOCUMENT, governingId.value());
        if (register.find(governingId).isEmpty() && unlisted.add(new Described(graph, node))) {
            Graph description = GraphFactory.createGraphMem();
            RegisterRdf.describeUnlisted(governingId, register, addresses, description);
            description.find().forEachRemaining(triple -> quads.add(new Quad(graph, triple)));
        }
        return node;
    }

    private Node provision(Node graph, Target target) {
        Node node = addresses.of(Addresses.PROVISION, provisionId(target));
        String label = RegisterRdf.labelOfUnlisted(target.document(), register);
        add(graph, node, RDF.type.asNode(), Fa.Provision);
        add(graph, node, StandardTerms.ELI_IS_PART_OF, governing(graph, target.document()));
        add(graph, node, Fa.pinpoint, literal(target.pinpoint().text()));
        add(
                graph,
                node,
                RDFS.label.asNode(),
                literal(label + " " + target.pinpoint().text(), Language.NOB));
        return node;
    }

    /// As in `lov-2011-06-24-30/para-4-1/ledd-3/bokstav-a`.
    static String provisionId(Target target) {
        return target.provisionId();
    }

    private static String ruleName(Resolution.Resolved resolved) {
        return resolved.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String reason(String key) {
        return ResourceBundle.getBundle("no.forankring.ingest.reasons", Locale.ROOT)
                .getString(key);
    }

    static String explain(List<Reason> reasons) {
        var sentences = new ArrayList<String>();
        for (Reason reason : reasons) {
            sentences.add(reason.text(BOKMAL));
        }
        return clean(String.join("; ", sentences));
    }

    /// Control characters other than line breaks and tabs cannot be written in XML results, so they become spaces here.
    private static String clean(String text) {
        boolean dirty = false;
        for (int i = 0; i < text.length() && !dirty; i++) {
            dirty = isForbidden(text, i);
        }
        if (!dirty) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            clean.append(isForbidden(text, i) ? ' ' : text.charAt(i));
        }
        return clean.toString();
    }

    private static boolean isForbidden(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
    }

    static String kindOf(EntityType type) {
        return switch (type) {
            case NETWORK, LEARNING_NETWORK -> Addresses.NETWORK;
            case ACTIVITY, GATHERING, COURSE, CONFERENCE, E_LEARNING, PROJECT, RESEARCH_PROJECT -> Addresses.ACTIVITY;
            case GOAL -> Addresses.GOAL;
            case TARGET_GROUP -> Addresses.TARGET_GROUP;
            case ROLE -> Addresses.ROLE;
            case LOCAL_PLAN -> Addresses.PLAN;
            case BODY, ORGANIZATION, MUNICIPALITY, COUNTY -> Addresses.ORGANIZATION;
        };
    }

    private static Node classOf(EntityType type) {
        return switch (type) {
            case NETWORK -> Fa.Network;
            case LEARNING_NETWORK -> Fa.LearningNetwork;
            case ACTIVITY -> Fa.Activity;
            case GATHERING -> Fa.Gathering;
            case COURSE -> Fa.Course;
            case CONFERENCE -> Fa.Conference;
            case E_LEARNING -> Fa.ELearning;
            case RESEARCH_PROJECT -> Fa.ResearchProject;
            case ROLE -> Fa.Role;
            case LOCAL_PLAN -> Fa.LocalPlan;
            case PROJECT -> Fa.Project;
            case BODY -> Fa.Body;
            case GOAL -> Fa.Goal;
            case TARGET_GROUP -> Fa.TargetGroup;
            // What an official number makes fa:Municipality is said with the lists of numbers, and not again here.
            case ORGANIZATION, MUNICIPALITY, COUNTY -> Fa.Organisation;
        };
    }

    private static Node strengthOf(Relation.Strength strength) {
        return switch (strength) {
            case NAMED -> Fa.Named;
            case ANCHORED -> Fa.Anchored;
            case PLANNED -> Fa.Planned;
            case CARRIED_OUT -> Fa.CarriedOut;
            case EVALUATED -> Fa.Evaluated;
            case EFFECT_MEASURED -> Fa.EffectMeasured;
        };
    }

    private void add(Node graph, Node subject, Node predicate, Node object) {
        quads.add(new Quad(graph, subject, predicate, object));
    }

    private static Node literal(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node literal(String text, Language language) {
        return NodeFactory.createLiteralLang(clean(text), language.tag());
    }

    private static Node typed(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    private static Node integer(int number) {
        return typed(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    private static Node decimal(double number) {
        var value = BigDecimal.valueOf(Math.round(number * 1000), 3).stripTrailingZeros();
        return typed(
                value.scale() < 1 ? value.setScale(1).toPlainString() : value.toPlainString(), XSDDatatype.XSDdecimal);
    }
}
