package no.forankring.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of standard vocabularies that Jena has no constants for: PROV-O, ELI and the Web Annotation's positions.
public final class StandardTerms {

    public static final Node PROV_ACTIVITY = prov("Activity");
    public static final Node PROV_WAS_GENERATED_BY = prov("wasGeneratedBy");
    public static final Node PROV_WAS_DERIVED_FROM = prov("wasDerivedFrom");
    public static final Node PROV_GENERATED_AT_TIME = prov("generatedAtTime");
    public static final Node PROV_WAS_ATTRIBUTED_TO = prov("wasAttributedTo");
    public static final Node PROV_WAS_ASSOCIATED_WITH = prov("wasAssociatedWith");
    public static final Node PROV_STARTED_AT_TIME = prov("startedAtTime");
    public static final Node PROV_INVALIDATED_AT_TIME = prov("invalidatedAtTime");
    public static final Node PROV_WAS_INVALIDATED_BY = prov("wasInvalidatedBy");
    public static final Node PROV_ENDED_AT_TIME = prov("endedAtTime");

    public static final Node ELI_IS_PART_OF = NodeFactory.createURI("http://data.europa.eu/eli/ontology#is_part_of");

    public static final Node OA_HAS_SOURCE = oa("hasSource");
    public static final Node OA_HAS_SELECTOR = oa("hasSelector");
    public static final Node OA_EXACT = oa("exact");
    public static final Node OA_START = oa("start");
    public static final Node OA_END = oa("end");
    public static final Node OA_TEXT_QUOTE_SELECTOR = oa("TextQuoteSelector");
    public static final Node OA_TEXT_POSITION_SELECTOR = oa("TextPositionSelector");

    public static final Node SCHEMA_START_DATE = NodeFactory.createURI("http://schema.org/startDate");
    public static final Node SCHEMA_END_DATE = NodeFactory.createURI("http://schema.org/endDate");

    private StandardTerms() {}

    private static Node prov(String name) {
        return NodeFactory.createURI("http://www.w3.org/ns/prov#" + name);
    }

    private static Node oa(String name) {
        return NodeFactory.createURI("http://www.w3.org/ns/oa#" + name);
    }
}
