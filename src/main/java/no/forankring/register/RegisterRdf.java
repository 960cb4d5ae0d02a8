package no.forankring.register;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The register in triples: the only place that knows both its values and their form in the graph.
///
/// A numbered document that a row points to, but that is no row, is described by what its id says, with the
/// certainty `unlisted`. No blank nodes.
public final class RegisterRdf {

    private static final String ELI = "http://data.europa.eu/eli/ontology#";
    private static final Node ELI_LEGAL_RESOURCE = NodeFactory.createURI(ELI + "LegalResource");
    private static final Node ELI_DATE = NodeFactory.createURI(ELI + "date_document");
    private static final Node ELI_IN_FORCE_FROM = NodeFactory.createURI(ELI + "first_date_entry_in_force");
    private static final Node ELI_IN_FORCE_TO = NodeFactory.createURI(ELI + "date_no_longer_in_force");
    private static final String UNLISTED = "unlisted";

    // Endings and words that only nynorsk has, as in "helse- og omsorgstenestelova" and "Bu trygt heime".
    private static final Pattern NYNORSK =
            Pattern.compile("(?iU)(lova|forskrifta|forordninga|meldinga|reforma|måla|heime|heile|eit|ikkje|teneste\\w*"
                    + "|kvalitetsforbetring|leiing|rettleiar\\w*|verdigheit\\w*|frivilligheit\\w*|brukarrett\\w*"
                    + "|menneskerettar|personar|morgondagens|byggje|faglege|lindrande|retningslinja|kosthandboka"
                    + "|allmennlegetenesta|bustad\\w*|verjemål\\w*|offentleg\\w*)\\b");
    // An abbreviation or a name of capitals and digits is of no language: "hpl.", "GDPR", "TEK17", "IS-2442".
    private static final Pattern NO_LANGUAGE =
            Pattern.compile("(?U)\\p{Lower}{1,12}\\.|[\\p{Upper}\\d\\W]+|\\p{Lower}{1,4}");

    private final Register register;

    public RegisterRdf(Register register) {
        this.register = register;
    }

    /// Replaces the register's named graph by what the register says.
    public void write(DatasetGraph dataset, Addresses addresses) {
        Node name = addresses.registerGraph();
        dataset.removeGraph(name);
        triples(addresses)
                .find()
                .forEachRemaining(
                        triple -> dataset.add(name, triple.getSubject(), triple.getPredicate(), triple.getObject()));
    }

    /// The register's whole graph.
    public Graph triples(Addresses addresses) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (GoverningDocument document : register.all()) {
            describe(document, addresses, graph);
            Lineage lineage = document.lineage();
            for (List<GoverningDocumentId> targets : List.of(
                    document.replacedBy(),
                    document.replaces(),
                    document.followsUp(),
                    lineage.revises(),
                    lineage.continues(),
                    lineage.renames())) {
                for (GoverningDocumentId target : targets) {
                    if (register.find(target).isEmpty()) {
                        describeUnlisted(target, register, addresses, graph);
                    }
                }
            }
        }
        return graph;
    }

    /// The classes of a document of a type, the most general first.
    public static List<Node> classes(DocumentType type) {
        return switch (type) {
            case LAW -> List.of(Fa.GoverningDocument, ELI_LEGAL_RESOURCE, Fa.Law);
            case AMENDING_LAW -> List.of(Fa.GoverningDocument, ELI_LEGAL_RESOURCE, Fa.Law, Fa.AmendingLaw);
            case REGULATION -> List.of(Fa.GoverningDocument, ELI_LEGAL_RESOURCE, Fa.Regulation);
            case WHITE_PAPER, WHITE_PAPER_OLD -> of(Fa.WhitePaper);
            case PROPOSITION, PROPOSITION_OLD, BUDGET_PROPOSITION_OLD -> of(Fa.Proposition);
            case RECOMMENDATION -> of(Fa.Recommendation);
            case LEGISLATIVE_DECISION -> of(Fa.LegislativeDecision);
            case PARLIAMENT_DOCUMENT -> of(Fa.ParliamentDocument);
            case OFFICIAL_REPORT -> of(Fa.OfficialReport);
            case STRATEGY -> of(Fa.Strategy);
            case PLAN -> of(Fa.Plan);
            case PROGRAM -> List.of(Fa.GoverningDocument, Fa.Plan, Fa.Program);
            case INITIATIVE -> List.of(Fa.GoverningDocument, Fa.Plan, Fa.Initiative);
            case PLATFORM -> List.of(Fa.GoverningDocument, Fa.Plan, Fa.Platform);
            case EXPECTATIONS -> List.of(Fa.GoverningDocument, Fa.Plan, Fa.Expectations);
            case REFORM -> of(Fa.Reform);
            case GUIDELINE -> of(Fa.Guideline);
            case GUIDANCE -> of(Fa.Guidance);
            case NATIONAL_ADVICE -> of(Fa.NationalAdvice);
            case PATHWAY -> of(Fa.Pathway);
            case CIRCULAR -> of(Fa.Circular);
            case STANDARD -> of(Fa.Standard);
            case ASSIGNMENT -> of(Fa.Assignment);
            case REPORT -> of(Fa.Report);
            case EU_ACT -> List.of(Fa.GoverningDocument, ELI_LEGAL_RESOURCE, Fa.International);
            case UN -> of(Fa.International);
            case LOCAL -> of(Fa.LocalPlan);
            case LOCAL_KIND -> List.of(Fa.GoverningDocument, Fa.LocalPlan, Fa.LocalPlanKind);
            case GROUP -> of(Fa.DocumentGroup);
            case GRANT -> of(Fa.Grant);
            case BOOKLET -> of(Fa.Booklet);
        };
    }

    private static List<Node> of(Node type) {
        return List.of(Fa.GoverningDocument, type);
    }

    /// Adds what one row says.
    public static void describe(GoverningDocument document, Addresses addresses, Graph graph) {
        var subject = new Subject(address(document.id(), addresses), graph);
        String language = language(document.titleLanguage());
        classes(document.type()).forEach(type -> subject.add(RDF.type.asNode(), type));
        subject.add(DCTerms.identifier.asNode(), text(document.id().value()));
        subject.add(DCTerms.title.asNode(), NodeFactory.createLiteralLang(document.title(), language));
        subject.add(
                RDFS.label.asNode(),
                document.shortTitle().isEmpty()
                        ? NodeFactory.createLiteralLang(document.title(), language)
                        : name(document.shortTitle()));
        document.aliases().forEach(alias -> subject.add(SKOS.altLabel.asNode(), name(alias)));
        document.ambiguousAliases().forEach(alias -> subject.add(SKOS.hiddenLabel.asNode(), name(alias)));
        document.erroneousAliases().forEach(alias -> subject.add(SKOS.hiddenLabel.asNode(), name(alias)));
        subject.addText(Fa.number, document.number());
        subject.addText(Fa.session, document.session());
        subject.addText(Fa.issuer, document.issuer());
        boolean legal = classes(document.type()).contains(ELI_LEGAL_RESOURCE);
        subject.addDate(legal ? ELI_DATE : DCTerms.date.asNode(), document.date());
        subject.addDate(Fa.inForceFrom, document.inForceFrom());
        subject.addDate(Fa.inForceTo, document.inForceTo());
        if (legal) {
            subject.addDate(ELI_IN_FORCE_FROM, document.inForceFrom().filter(RegisterRdf::isDay));
            subject.addDate(ELI_IN_FORCE_TO, document.inForceTo().filter(RegisterRdf::isDay));
        }
        document.replacedBy().forEach(id -> subject.add(Fa.replacedBy, address(id, addresses)));
        document.replaces().forEach(id -> subject.add(Fa.replaces, address(id, addresses)));
        document.followsUp().forEach(id -> subject.add(Fa.followsUp, address(id, addresses)));
        document.lineage().revises().forEach(id -> subject.add(Fa.revises, address(id, addresses)));
        document.lineage().continues().forEach(id -> subject.add(Fa.continues, address(id, addresses)));
        document.lineage().renames().forEach(id -> subject.add(Fa.renames, address(id, addresses)));
        document.officialAddress()
                .ifPresent(official -> subject.add(
                        official.contains("/eli/") ? OWL.sameAs.asNode() : RDFS.seeAlso.asNode(),
                        NodeFactory.createURI(official)));
        subject.add(Fa.certainty, text(document.certainty().code()));
        document.checkedFields().forEach(field -> subject.add(Fa.checkedField, text(field)));
    }

    /// Adds what the id says of a numbered document that is no row, and its official name where that is known, with the
    /// certainty `unlisted`.
    ///
    /// Nothing but the identifier and the certainty when the id is no systematic one.
    public static void describeUnlisted(GoverningDocumentId id, Register register, Addresses addresses, Graph graph) {
        var subject = new Subject(address(id, addresses), graph);
        subject.add(RDF.type.asNode(), Fa.GoverningDocument);
        subject.add(DCTerms.identifier.asNode(), text(id.value()));
        subject.add(Fa.certainty, text(UNLISTED));
        Optional<SystematicId> systematic = SystematicId.parse(id);
        if (systematic.isEmpty()) {
            subject.add(RDFS.label.asNode(), text(id.value()));
            return;
        }
        SystematicId parsed = systematic.get();
        classes(parsed.type()).forEach(type -> subject.add(RDF.type.asNode(), type));
        subject.add(RDFS.label.asNode(), NodeFactory.createLiteralLang(labelOfUnlisted(id, register), "nb"));
        subject.addText(Fa.number, parsed.number());
        subject.addText(Fa.session, parsed.session());
        if (!parsed.date().isEmpty()) {
            subject.add(ELI_DATE, NodeFactory.createLiteralDT(parsed.date(), XSDDatatype.XSDdate));
            String kind = parsed.type() == DocumentType.REGULATION ? "forskrift" : "lov";
            subject.add(
                    OWL.sameAs.asNode(),
                    NodeFactory.createURI("https://lovdata.no/eli/" + kind + "/"
                            + parsed.date().replace('-', '/')
                            + (parsed.number().isEmpty() ? "" : "/" + parsed.number())));
        }
    }

    /// The official name of an act, else what the id gives, as in "Lov 20. mai 2005 nr. 28"; the id itself when it is
    /// no
    /// systematic one.
    public static String labelOfUnlisted(GoverningDocumentId id, Register register) {
        return register.findNamed(id)
                .map(GoverningDocument::label)
                .or(() -> SystematicId.parse(id).map(SystematicId::label))
                .orElse(id.value());
    }

    private static Node address(GoverningDocumentId id, Addresses addresses) {
        return addresses.of(Addresses.GOVERNING_DOCUMENT, id.value());
    }

    private static String language(String code) {
        return switch (code) {
            case "nno" -> "nn";
            case "eng" -> "en";
            default -> "nb";
        };
    }

    private static Node name(String text) {
        if (NO_LANGUAGE.matcher(text).matches()) {
            return text(text);
        }
        return NodeFactory.createLiteralLang(
                text, NYNORSK.matcher(text.toLowerCase(Locale.ROOT)).find() ? "nn" : "nb");
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static boolean isDay(PartialDate date) {
        return date.text().length() == 10;
    }

    /// The node that is being described.
    private record Subject(Node node, Graph graph) {

        void add(Node predicate, Node object) {
            graph.add(node, predicate, object);
        }

        void addText(Node predicate, String text) {
            if (!text.isEmpty()) {
                add(predicate, RegisterRdf.text(text));
            }
        }

        /// As precise as it is known: xsd:date, xsd:gYearMonth or xsd:gYear.
        void addDate(Node predicate, Optional<PartialDate> date) {
            date.ifPresent(known -> {
                RDFDatatype type = switch (known.text().length()) {
                    case 4 -> XSDDatatype.XSDgYear;
                    case 7 -> XSDDatatype.XSDgYearMonth;
                    default -> XSDDatatype.XSDdate;
                };
                add(predicate, NodeFactory.createLiteralDT(known.text(), type));
            });
        }
    }
}
