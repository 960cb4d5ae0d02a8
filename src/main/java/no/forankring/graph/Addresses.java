package no.forankring.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// The addresses of things and named graphs under one base, as in `{base}/id/document/mandat-1a2b3c4d`.
///
/// @param base scheme and host without a slash at the end, as in `http://localhost:8080`
public record Addresses(String base) {

    private static final String SUGGESTIONS = "/suggestions";
    private static final String SET_ASIDE = "/set-aside";

    public Addresses {
        if (!base.matches("https?://[^\\s/]+(/[^\\s]*[^/\\s])?")) {
            throw new IllegalArgumentException(
                    "The base address looks like http://localhost:8080, without a slash at the end, but got " + base);
        }
    }

    /// The address of a thing. `kind` is one of the constants below; `id` may hold slashes.
    public Node of(String kind, String id) {
        return NodeFactory.createURI(base + "/id/" + kind + "/" + id);
    }

    /// The address of whoever asks for changes; the same name always gives the same one.
    ///
    /// @param who an account or a program, as in `admin`
    public Node agent(String who) {
        String id = who.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        return of(AGENT, id.isEmpty() ? "unknown" : id);
    }

    /// The address of what a document states. The same whenever the document is read, so that a decision about the link
    /// outlives the reading.
    public Node link(String documentId, Node subject, Node predicate, Node object) {
        String said = object.isLiteral() ? object.getLiteralLexicalForm() : object.getURI();
        String stated = subject.getURI() + " " + predicate.getURI() + " " + said;
        return of(LINK, documentId + "/" + fingerprint(stated).substring(0, 16));
    }

    /// The SHA-256 of words, in 64 hexadecimal digits, for addresses that depend on them alone.
    public static String fingerprint(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public static final String GOVERNING_DOCUMENT = "governing-document";
    public static final String PROVISION = "provision";
    public static final String DOCUMENT = "document";
    public static final String PASSAGE = "passage";
    public static final String EVIDENCE = "evidence";
    public static final String SELECTOR = "selector";
    public static final String LINK = "link";
    public static final String MENTION = "mention";
    public static final String NETWORK = "network";
    public static final String ACTIVITY = "activity";
    public static final String GOAL = "goal";
    public static final String TARGET_GROUP = "target-group";
    public static final String ORGANIZATION = "organization";
    public static final String MUNICIPALITY = "municipality";
    public static final String COUNTY = "county";
    public static final String ROLE = "role";
    /// A plan or strategy that a document itself is.
    public static final String PLAN = "plan";
    public static final String THEME = "theme";
    public static final String ISSUER = "issuer";
    public static final String AGENT = "agent";
    public static final String CHANGE = "change";
    public static final String JUDGMENT = "judgment";
    public static final String ALIAS = "alias";
    public static final String WITHHELD = "withheld";
    public static final String RELEASE = "release";
    /// A file that could not be read.
    public static final String UNREAD_FILE = "unread-file";
    public static final String SECOND_READING = "second-reading";
    public static final String SECOND_OPINION = "second-opinion";
    public static final String REVIEW_PLACE = "review-place";
    /// What a person entered: who, when and why.
    public static final String ENTRY = "entry";
    public static final String CORRECTION = "correction";
    public static final String RETIREMENT = "retirement";
    public static final String NAMING = "naming";
    public static final String IDENTITY = "identity";
    public static final String FINDING = "finding";
    public static final String DISMISSAL = "dismissal";

    /// Kind and id of an address of ours; empty for any other.
    public Optional<Parts> parse(String iri) {
        String prefix = base + "/id/";
        if (!iri.startsWith(prefix)) {
            return Optional.empty();
        }
        String rest = iri.substring(prefix.length());
        int slash = rest.indexOf('/');
        return slash <= 0 || slash == rest.length() - 1
                ? Optional.empty()
                : Optional.of(new Parts(rest.substring(0, slash), rest.substring(slash + 1)));
    }

    /// @param kind as in `governing-document`
    /// @param id as in `meldst-15-2017-2018`
    public record Parts(String kind, String id) {}

    public Node ontologyGraph() {
        return graph("ontology");
    }

    public Node registerGraph() {
        return graph("register");
    }

    /// Counties and municipalities with their history.
    public Node geographyGraph() {
        return graph("geography");
    }

    /// Facts that people entered or confirmed.
    public Node confirmedGraph() {
        return graph("confirmed");
    }

    /// What people decided about suggestions, accepted or not, and the spellings learned from it.
    public Node decisionsGraph() {
        return graph("decisions");
    }

    /// How far each person has come in the review.
    public Node reviewersGraph() {
        return graph("reviewers");
    }

    /// Who made which named graph, from what, when.
    public Node provenanceGraph() {
        return graph("provenance");
    }

    /// The facts that one document states.
    public Node documentGraph(String documentId) {
        return graph("document/" + documentId);
    }

    /// What one document may state; waits for a person.
    public Node suggestionsGraph(String documentId) {
        return graph("document/" + documentId + SUGGESTIONS);
    }

    /// What a graph stated and a person has corrected or retired: kept, but neither fact nor suggestion.
    public Node setAsideGraph(Node graph) {
        return NodeFactory.createURI(graph.getURI() + SET_ASIDE);
    }

    /// True when what the graph holds was set aside.
    public static boolean isSetAside(Node graph) {
        return graph.isURI() && graph.getURI().endsWith(SET_ASIDE);
    }

    /// True when the graph's statements are facts, and so part of the default graph that a query sees without `FROM`.
    public boolean holdsFacts(Node graph) {
        if (!graph.isURI()) {
            return false;
        }
        String iri = graph.getURI();
        return iri.startsWith(base + "/graph/document/")
                ? !iri.endsWith(SUGGESTIONS) && !iri.endsWith(SET_ASIDE)
                : graph.equals(ontologyGraph())
                        || graph.equals(registerGraph())
                        || graph.equals(geographyGraph())
                        || graph.equals(confirmedGraph());
    }

    private Node graph(String name) {
        return NodeFactory.createURI(base + "/graph/" + name);
    }
}
