package no.forankring.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Passage;
import no.forankring.document.ReadOutcome;
import no.forankring.document.Span;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.privacy.PersonalDataRegister.AboutPerson;
import no.forankring.privacy.PersonalDataRegister.PersonPlace;
import no.forankring.privacy.PersonalDataRegister.PersonStatement;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/// Finds all that is held about a person in the texts as read, withheld or not, and in what people have written. Reads
/// every text, one by one.
final class PersonSearch {

    static final int SHORTEST = 4;

    private final GraphStore graph;
    private final Documents documents;
    private final Withholding withholding;
    private final Pattern sought;

    /// @param words a name, an e-mail address or a number
    PersonSearch(GraphStore graph, Documents documents, Withholding withholding, String words) {
        this.graph = graph;
        this.documents = documents;
        this.withholding = withholding;
        this.sought = pattern(words.strip());
    }

    /// A number is found however it is grouped; words with any white space or line break between.
    private static Pattern pattern(String words) {
        if (words.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "Skriv minst %d tegn av navnet, adressen eller nummeret.".formatted(SHORTEST));
        }
        String regex = words.matches("[+\\d\\s.-]+") && words.chars().anyMatch(Character::isDigit)
                ? words.chars()
                        .filter(c -> c == '+' || Character.isDigit(c))
                        .mapToObj(c -> Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining("[\\s.\u00a0-]{0,2}"))
                : Arrays.stream(words.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("[\\s\u00a0]+"));
        return Pattern.compile(
                "(?<![\\p{L}\\d])" + regex + "(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    AboutPerson find() {
        Map<DocumentId, ReleaseRdf.Described> held = graph.read(state -> {
            var rdf = new ReleaseRdf(state, graph.addresses());
            var all = new LinkedHashMap<DocumentId, ReleaseRdf.Described>();
            state.findNG(Node.ANY, Node.ANY, RDF.type.asNode(), Fa.Document)
                    .forEachRemaining(quad -> rdf.describe(quad.getSubject()).ifPresent(one -> all.put(one.id(), one)));
            return all;
        });
        var places = new ArrayList<PersonPlace>();
        int unread = 0;
        for (ReleaseRdf.Described document : held.values()) {
            if (documents.readUnveiled(document.sha256(), document.fileName()) instanceof ReadOutcome.Read read) {
                places.addAll(places(document, read.text()));
            } else {
                unread++;
            }
        }
        return new AboutPerson(held.size(), unread, places, statements());
    }

    private List<PersonPlace> places(ReleaseRdf.Described document, DocumentText text) {
        Matcher matcher = sought.matcher(text.text());
        if (!matcher.find()) {
            return List.of();
        }
        Map<String, Release> releases =
                graph.read(state -> new ReleaseRdf(state, graph.addresses()).of(document.id())).stream()
                        .collect(Collectors.toMap(Release::fingerprint, one -> one, (first, second) -> first));
        List<PersonalData> found = withholding.find(text);
        DocumentText shown = withholding.shown(text, document.id()).text();
        var places = new ArrayList<PersonPlace>();
        do {
            int start = matcher.start();
            int end = matcher.end();
            Optional<Passage> passage =
                    text.passageAt(start).filter(one -> one.span().end() > start);
            Optional<PersonalData> finding = found.stream()
                    .filter(data -> data.span().start() < end && data.span().end() > start)
                    .findFirst();
            Optional<Release> release = finding.map(data -> withholding.fingerprint(data, document.id()))
                    .flatMap(print -> Optional.ofNullable(releases.get(print)));
            boolean withheld = !new Span(start, end).cut(shown.text()).equals(matcher.group());
            places.add(new PersonPlace(
                    document.id(),
                    document.title(),
                    passage.map(one -> shown.passages().get(one.ordinal()).id().value())
                            .orElse(""),
                    passage.map(Passage::page).orElse(0),
                    matcher.group().replaceAll("\\s+", " "),
                    passage.map(Passage::text).orElse(""),
                    withheld,
                    release));
        } while (matcher.find());
        return places;
    }

    /// What people wrote, in every graph that no document makes.
    private List<PersonStatement> statements() {
        Addresses addresses = graph.addresses();
        String documents = addresses.documentGraph("").getURI();
        return graph.read(state -> {
            var statements = new ArrayList<PersonStatement>();
            state.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                String name = quad.getGraph().getURI();
                if (quad.getObject().isLiteral()
                        && !name.startsWith(documents)
                        && !quad.getGraph().equals(addresses.registerGraph())
                        && !quad.getGraph().equals(addresses.ontologyGraph())
                        && !quad.getGraph().equals(addresses.geographyGraph())
                        && sought.matcher(quad.getObject().getLiteralLexicalForm())
                                .find()) {
                    statements.add(new PersonStatement(
                            name,
                            quad.getSubject().getURI(),
                            quad.getPredicate().getURI(),
                            quad.getObject().getLiteralLexicalForm()));
                }
            });
            return statements;
        });
    }
}
