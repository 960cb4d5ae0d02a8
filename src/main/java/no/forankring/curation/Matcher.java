package no.forankring.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.citation.Candidate;
import no.forankring.citation.CitationRecognizer;
import no.forankring.citation.Resolution;
import no.forankring.citation.Target;
import no.forankring.document.Documents;
import no.forankring.graph.Addresses;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Finds what a person means by words, in one state of the graph: a thing by its name, a governing document by its id,
/// name or citation. Never chooses between two.
final class Matcher {

    private static final int OPTIONS_SHOWN = 12;

    private final CurationRdf rdf;
    private final Addresses addresses;
    private final Register register;
    private final CitationRecognizer recognizer;
    private final Map<Set<String>, Map<String, List<Node>>> byName = new LinkedHashMap<>();

    Matcher(CurationRdf rdf, Addresses addresses, Register register, CitationRecognizer recognizer) {
        this.rdf = rdf;
        this.addresses = addresses;
        this.register = register;
        this.recognizer = recognizer;
    }

    /// What the words mean as the object of a link.
    Match match(String words, LinkType type) {
        String asked = words.strip();
        if (asked.startsWith("http://") || asked.startsWith("https://")) {
            Optional<Match.One> known = byAddress(asked, type);
            if (known.isPresent()) {
                return known.get();
            }
        }
        Match named = named(asked, Set.copyOf(type.to()));
        if (!(named instanceof Match.None) || !type.to().contains(Addresses.GOVERNING_DOCUMENT)) {
            return named;
        }
        return governing(asked);
    }

    private Optional<Match.One> byAddress(String iri, LinkType type) {
        return addresses
                .parse(iri)
                .filter(parts -> type.to().contains(parts.kind()))
                .filter(parts -> rdf.isFact(rdf.now(NodeFactory.createURI(iri))))
                .map(parts -> new Match.One(
                        rdf.now(NodeFactory.createURI(iri)),
                        parts.kind().equals(Addresses.GOVERNING_DOCUMENT)
                                ? Optional.of(Target.whole(new GoverningDocumentId(parts.id())))
                                : Optional.empty()));
    }

    /// A thing of some kinds by its whole name, or by name and id as in `Leve hele livet (meldst-15-2017-2018)`.
    Match named(String words, Set<String> wanted) {
        Set<String> kinds = new LinkedHashSet<>(wanted);
        kinds.remove(Addresses.GOVERNING_DOCUMENT);
        if (kinds.isEmpty()) {
            return new Match.None();
        }
        Map<String, List<Node>> names = names(kinds);
        String asked = words.strip();
        List<Node> exact = inUse(names.getOrDefault(key(asked), List.of()));
        if (exact.isEmpty() && asked.endsWith(")") && asked.contains("(")) {
            String id = asked.substring(asked.lastIndexOf('(') + 1, asked.length() - 1);
            exact = names.values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .filter(node -> addresses
                            .parse(node.getURI())
                            .filter(parts -> parts.id().equals(id))
                            .isPresent())
                    .toList();
        }
        if (exact.size() == 1) {
            return new Match.One(exact.getFirst(), Optional.empty());
        }
        if (exact.size() > 1) {
            return new Match.Several(exact.stream().map(this::option).toList());
        }
        return new Match.None();
    }

    /// Things whose name holds the words, for a person to choose among.
    List<Option> near(String words, Set<String> kinds) {
        String key = key(words);
        var options = new LinkedHashSet<Option>();
        if (key.length() < 2) {
            return List.of();
        }
        names(kinds).forEach((name, nodes) -> {
            if (name.contains(key) || name.length() > 3 && key.contains(name)) {
                inUse(nodes).forEach(node -> options.add(option(node)));
            }
        });
        if (kinds.contains(Addresses.GOVERNING_DOCUMENT)) {
            for (GoverningDocument document : register.all()) {
                boolean fits = Stream.concat(Stream.of(document.title(), document.label()), document.aliases().stream())
                        .anyMatch(name -> key(name).contains(key));
                if (fits) {
                    options.add(option(document.id(), ""));
                }
            }
        }
        return options.stream().limit(OPTIONS_SHOWN).toList();
    }

    private List<Node> inUse(List<Node> nodes) {
        List<Node> now = nodes.stream().filter(node -> !rdf.isPast(node)).toList();
        return now.isEmpty() ? nodes : now;
    }

    private Map<String, List<Node>> names(Set<String> kinds) {
        return byName.computeIfAbsent(Set.copyOf(kinds), wanted -> {
            Map<String, List<Node>> names = new LinkedHashMap<>();
            rdf.named(wanted)
                    .forEach((node, labels) -> labels.stream()
                            .map(Matcher::key)
                            .distinct()
                            .forEach(name -> names.computeIfAbsent(name, none -> new ArrayList<>())
                                    .add(node)));
            return names;
        });
    }

    private Match governing(String words) {
        Set<Target> meant = targets(words);
        return switch (meant.size()) {
            case 0 -> new Match.None();
            case 1 -> one(meant.iterator().next());
            default ->
                new Match.Several(meant.stream()
                        .map(target ->
                                option(target.document(), target.pinpoint().text()))
                        .toList());
        };
    }

    Match.One one(Target target) {
        return new Match.One(
                addresses.of(Addresses.GOVERNING_DOCUMENT, target.document().value()), Optional.of(target));
    }

    private Set<Target> targets(String words) {
        String id = words.endsWith(")") ? words.substring(words.lastIndexOf('(') + 1, words.length() - 1) : words;
        Set<Target> listed = register.all().stream()
                .filter(document ->
                        document.id().value().equals(id) || document.label().equalsIgnoreCase(words))
                .map(document -> Target.whole(document.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!listed.isEmpty()) {
            return listed;
        }
        for (Resolution resolution : recognize(words)) {
            switch (resolution) {
                case Resolution.Resolved resolved -> listed.add(resolved.target());
                case Resolution.Ambiguous ambiguous ->
                    ambiguous.candidates().stream().map(Candidate::target).forEach(listed::add);
                case Resolution.Unresolved unresolved -> {}
            }
        }
        return listed;
    }

    List<Resolution> recognize(String words) {
        return recognizer.recognize(Documents.plainText(words));
    }

    Option option(Node node) {
        return new Option(
                node.getURI(),
                rdf.label(node),
                rdf.type(node),
                addresses.parse(node.getURI()).map(Addresses.Parts::id).orElse(""));
    }

    Option option(GoverningDocumentId document, String part) {
        Node node = addresses.of(Addresses.GOVERNING_DOCUMENT, document.value());
        return new Option(
                node.getURI(),
                RegisterRdf.labelOfUnlisted(document, register),
                rdf.type(node),
                part.isEmpty() ? document.value() : part);
    }

    /// The form in which names are compared.
    static String key(String name) {
        return name.strip().replaceAll("[\\s\\u00A0]+", " ").replace('–', '-').toLowerCase(Locale.ROOT);
    }
}
