package no.forankring.curation;

import java.util.Arrays;
import java.util.Optional;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// What can be entered about a thing itself. Each is one property in the graph.
public enum Field {
    NAME("name", RDFS.label.asNode()),
    TYPE("type", RDF.type.asNode()),
    YEAR("year", Fa.year),
    START("start", StandardTerms.SCHEMA_START_DATE),
    END("end", StandardTerms.SCHEMA_END_DATE),
    PROGRESS("progress", Fa.progress),
    PARTICIPANTS("participants", Fa.participants),
    MUNICIPALITIES("municipalities", Fa.municipalities),
    TEAMS("teams", Fa.teams),
    GATHERINGS("gatherings", Fa.gatherings),
    GATHERINGS_PER_YEAR("gatheringsPerYear", Fa.gatheringsPerYear);

    private final String code;
    private final Node property;

    Field(String code, Node property) {
        this.code = code;
        this.property = property;
    }

    /// Its name in forms, messages and the interface, as in `gatheringsPerYear`.
    public String code() {
        return code;
    }

    Node property() {
        return property;
    }

    boolean isDate() {
        return this == START || this == END;
    }

    /// True for a whole number.
    public boolean isNumber() {
        return switch (this) {
            case PARTICIPANTS, MUNICIPALITIES, TEAMS, GATHERINGS, GATHERINGS_PER_YEAR -> true;
            case NAME, TYPE, YEAR, START, END, PROGRESS -> false;
        };
    }

    public static Optional<Field> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }

    static Optional<Field> ofProperty(String address) {
        return Arrays.stream(values())
                .filter(field -> field.property.getURI().equals(address))
                .findFirst();
    }
}
