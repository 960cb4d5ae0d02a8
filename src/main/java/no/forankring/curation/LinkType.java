package no.forankring.curation;

import static no.forankring.graph.Addresses.ACTIVITY;
import static no.forankring.graph.Addresses.COUNTY;
import static no.forankring.graph.Addresses.GOAL;
import static no.forankring.graph.Addresses.GOVERNING_DOCUMENT;
import static no.forankring.graph.Addresses.MUNICIPALITY;
import static no.forankring.graph.Addresses.NETWORK;
import static no.forankring.graph.Addresses.ORGANIZATION;
import static no.forankring.graph.Addresses.TARGET_GROUP;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.forankring.graph.Fa;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// The relations that people enter, named as in the vocabulary.
public enum LinkType {
    ANCHORED_IN("anchoredIn", true, List.of(NETWORK, ACTIVITY, GOAL), List.of(GOVERNING_DOCUMENT)),
    FULFILS("fulfils", true, List.of(NETWORK, ACTIVITY), List.of(GOVERNING_DOCUMENT)),
    CONTRIBUTES_TO("contributesTo", true, List.of(NETWORK, ACTIVITY), List.of(GOAL, GOVERNING_DOCUMENT)),
    HAS_GOAL("hasGoal", false, List.of(NETWORK, ACTIVITY, ORGANIZATION), List.of(GOAL)),
    PART_OF(
            "partOf",
            false,
            List.of(NETWORK, ACTIVITY, GOAL, ORGANIZATION),
            List.of(NETWORK, ACTIVITY, GOAL, ORGANIZATION)),
    ORGANISED_BY("organisedBy", false, List.of(NETWORK, ACTIVITY), List.of(ORGANIZATION, MUNICIPALITY, COUNTY)),
    PARTICIPANT("participant", false, List.of(NETWORK, ACTIVITY), List.of(ORGANIZATION, MUNICIPALITY, COUNTY)),
    TARGET_GROUP_OF("targetGroup", false, List.of(NETWORK, ACTIVITY, GOAL), List.of(TARGET_GROUP)),
    TAKES_PLACE_AT("takesPlaceAt", false, List.of(ACTIVITY), List.of(ORGANIZATION, MUNICIPALITY, COUNTY)),
    EVALUATES("evaluates", false, List.of(ACTIVITY), List.of(NETWORK, ACTIVITY));

    private final String term;
    private final boolean onLadder;
    private final List<String> from;
    private final List<String> to;

    LinkType(String term, boolean onLadder, List<String> from, List<String> to) {
        this.term = term;
        this.onLadder = onLadder;
        this.from = from;
        this.to = to;
    }

    /// As in `anchoredIn`.
    public String term() {
        return term;
    }

    /// True when such a link has a step on the ladder from named to effect measured.
    public boolean onLadder() {
        return onLadder;
    }

    /// The kinds of things that it may lead to.
    public List<String> to() {
        return to;
    }

    Node node() {
        return NodeFactory.createURI(Fa.NS + term);
    }

    public static Optional<LinkType> of(String term) {
        return Arrays.stream(values()).filter(type -> type.term.equals(term)).findFirst();
    }

    /// Those that may begin in a thing of this kind.
    public static List<LinkType> from(String kind) {
        return Arrays.stream(values()).filter(type -> type.from.contains(kind)).toList();
    }
}
