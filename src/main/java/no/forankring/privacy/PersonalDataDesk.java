package no.forankring.privacy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Passage;
import no.forankring.document.ReadOutcome;
import no.forankring.document.Span;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;

/// What is withheld, for those who may see it, and their decisions to release it. Safe for many threads.
///
/// Nothing found is stored: it is found again in the text as read, each time it is asked for. Whoever releases or
/// withholds must let the document be linked again afterwards.
public final class PersonalDataDesk implements PersonalDataRegister {

    private final GraphStore graph;
    private final Documents documents;
    private final Withholding withholding;
    private final Clock clock;

    public PersonalDataDesk(GraphStore graph, Documents documents, Withholding withholding, Clock clock) {
        this.graph = graph;
        this.documents = documents;
        this.withholding = withholding;
        this.clock = clock;
    }

    @Override
    public List<Holding> holdings() {
        return graph.read(state -> {
            var rdf = new ReleaseRdf(state, graph.addresses());
            var holdings = new ArrayList<Holding>();
            for (var document : rdf.documents()) {
                rdf.describe(document)
                        .ifPresent(known -> holdings.add(
                                new Holding(known.id(), known.title(), known.withheld(), known.released())));
            }
            return holdings;
        });
    }

    @Override
    public Optional<List<Finding>> findings(DocumentId document) {
        Optional<ReleaseRdf.Described> known = graph.read(state -> new ReleaseRdf(state, graph.addresses())
                .describe(graph.addresses().of(Addresses.DOCUMENT, document.value())));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (!(documents.readUnveiled(known.get().sha256(), known.get().fileName()) instanceof ReadOutcome.Read read)) {
            return Optional.of(List.of());
        }
        return Optional.of(findings(document, read.text()));
    }

    private List<Finding> findings(DocumentId document, DocumentText text) {
        Map<String, Release> releases =
                graph.read(state -> new ReleaseRdf(state, graph.addresses()).of(document)).stream()
                        .collect(Collectors.toMap(Release::fingerprint, release -> release, (first, second) -> first));
        var findings = new LinkedHashMap<String, Finding>();
        DocumentText shown = withholding.shown(text, document).text();
        for (PersonalData data : withholding.find(text)) {
            String fingerprint = withholding.fingerprint(data, document);
            Place place = place(text, shown, data.span());
            findings.merge(
                    fingerprint,
                    new Finding(
                            fingerprint,
                            data.kind(),
                            data.span().cut(text.text()).replaceAll("\\s+", " "),
                            List.of(place),
                            Optional.ofNullable(releases.get(fingerprint))),
                    (first, second) -> first.and(place));
        }
        return List.copyOf(findings.values());
    }

    private static Place place(DocumentText text, DocumentText shown, Span span) {
        Optional<Passage> passage =
                text.passageAt(span.start()).filter(found -> found.span().end() > span.start());
        return new Place(
                passage.map(found -> shown.passages().get(found.ordinal()).id().value())
                        .orElse(""),
                passage.map(Passage::page).orElse(0),
                passage.map(found -> String.join(
                                " › ", shown.passages().get(found.ordinal()).sectionPath()))
                        .orElse(""));
    }

    @Override
    public int release(DocumentId document, Collection<String> fingerprints, String who, String why) {
        Set<String> wanted = Set.copyOf(fingerprints);
        List<Finding> chosen = findings(document).orElse(List.of()).stream()
                .filter(finding -> wanted.contains(finding.fingerprint())
                        && finding.release().isEmpty())
                .toList();
        String reason = withholding.maskedReason(why.strip());
        if (!chosen.isEmpty()) {
            write(
                    who,
                    "release personal data in " + document,
                    rdf -> chosen.forEach(finding -> rdf.add(new Release(
                            document, finding.fingerprint(), finding.kind().code(), who, clock.instant(), reason))));
        }
        return chosen.size();
    }

    @Override
    public int withhold(DocumentId document, Collection<String> fingerprints, String who) {
        List<String> chosen = graph.read(state -> new ReleaseRdf(state, graph.addresses()).of(document)).stream()
                .map(Release::fingerprint)
                .filter(fingerprints::contains)
                .toList();
        if (!chosen.isEmpty()) {
            write(
                    who,
                    ShownPast.WITHHELD_AGAIN + document,
                    rdf -> chosen.forEach(fingerprint -> rdf.remove(document, fingerprint)));
        }
        return chosen.size();
    }

    @Override
    public AboutPerson about(String words) {
        return new PersonSearch(graph, documents, withholding, words).find();
    }

    private void write(String who, String why, java.util.function.Consumer<ReleaseRdf> operation) {
        try {
            graph.write(who, why, state -> operation.accept(new ReleaseRdf(state, graph.addresses())))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
