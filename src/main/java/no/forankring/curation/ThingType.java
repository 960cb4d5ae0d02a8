package no.forankring.curation;

import static no.forankring.curation.Field.END;
import static no.forankring.curation.Field.GATHERINGS;
import static no.forankring.curation.Field.GATHERINGS_PER_YEAR;
import static no.forankring.curation.Field.MUNICIPALITIES;
import static no.forankring.curation.Field.NAME;
import static no.forankring.curation.Field.PARTICIPANTS;
import static no.forankring.curation.Field.PROGRESS;
import static no.forankring.curation.Field.START;
import static no.forankring.curation.Field.TEAMS;
import static no.forankring.curation.Field.TYPE;
import static no.forankring.curation.Field.YEAR;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// The types of things that people curate, named as in the vocabulary. A thing may change its type within its kind,
/// which is part of its address.
public enum ThingType {
    NETWORK("Network", Addresses.NETWORK),
    LEARNING_NETWORK("LearningNetwork", Addresses.NETWORK),
    ACTIVITY("Activity", Addresses.ACTIVITY),
    GATHERING("Gathering", Addresses.ACTIVITY),
    COURSE("Course", Addresses.ACTIVITY),
    CONFERENCE("Conference", Addresses.ACTIVITY),
    E_LEARNING("ELearning", Addresses.ACTIVITY),
    PROJECT("Project", Addresses.ACTIVITY),
    RESEARCH_PROJECT("ResearchProject", Addresses.ACTIVITY),
    GOAL("Goal", Addresses.GOAL),
    TARGET_GROUP("TargetGroup", Addresses.TARGET_GROUP),
    ORGANISATION("Organisation", Addresses.ORGANIZATION),
    BODY("Body", Addresses.ORGANIZATION);

    private final String term;
    private final String kind;

    ThingType(String term, String kind) {
        this.term = term;
        this.kind = kind;
    }

    /// The local name of its class, as in `LearningNetwork`.
    public String term() {
        return term;
    }

    /// As in addresses: `network`, `activity` …
    public String kind() {
        return kind;
    }

    Node node() {
        return NodeFactory.createURI(Fa.NS + term);
    }

    public static Optional<ThingType> of(String term) {
        return Arrays.stream(values()).filter(type -> type.term.equals(term)).findFirst();
    }

    /// The types of a kind, the general one first; none for a kind that is not curated.
    public static List<ThingType> ofKind(String kind) {
        return Arrays.stream(values()).filter(type -> type.kind.equals(kind)).toList();
    }

    /// What can be entered about things of a kind, in the order of the form.
    public static List<Field> fields(String kind) {
        return switch (kind) {
            case Addresses.NETWORK ->
                List.of(NAME, TYPE, YEAR, PARTICIPANTS, MUNICIPALITIES, TEAMS, GATHERINGS, GATHERINGS_PER_YEAR);
            case Addresses.ACTIVITY ->
                List.of(NAME, TYPE, YEAR, START, END, PROGRESS, PARTICIPANTS, MUNICIPALITIES, TEAMS, GATHERINGS);
            case Addresses.GOAL -> List.of(NAME, YEAR);
            case Addresses.ORGANIZATION -> List.of(NAME, TYPE);
            default -> List.of(NAME);
        };
    }
}
