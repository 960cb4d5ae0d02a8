package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.forankring.curation.Corrections;
import no.forankring.curation.Curation;
import no.forankring.curation.History;
import no.forankring.curation.PlanImport;
import no.forankring.document.Documents;
import no.forankring.document.ParseLimits;
import no.forankring.extraction.ActivityExtractor;
import no.forankring.findings.Findings;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Identities;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Ingest;
import no.forankring.ingest.LinkPolicy;
import no.forankring.privacy.Deletions;
import no.forankring.privacy.PersonalDataDesk;
import no.forankring.privacy.ShownPast;
import no.forankring.privacy.Withholding;
import no.forankring.register.Register;
import no.forankring.review.Recognizers;
import no.forankring.review.ReviewQueue;
import no.forankring.review.SecondReadings;
import no.forankring.search.PassageSearch;
import no.forankring.trace.Traces;

/// Every door of one home folder, opened in order and closed in the opposite one.
public final class OpenHome implements AutoCloseable {

    /// The base of all addresses unless the settings say otherwise.
    public static final String DEFAULT_BASE = "http://localhost:8080";

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final GraphStore graph;
    private final GraphStore shown;
    private final Register register;
    private final Documents documents;
    private final PassageSearch index;
    private final Recognizers recognizers;
    private final ActivityExtractor extractor;
    private final Identities identities;
    private final Findings findings;
    private final Ingest ingest;
    private final Explanations explanations;
    private final Traces traces;
    private final ReviewQueue reviews;
    private final PersonalDataDesk personalData;
    private final SecondReadings secondReadings;
    private final Curation curation;
    private final PlanImport planImport;
    private final History history;

    private OpenHome(Path home, String base, ParseLimits limits, Clock clock, LinkPolicy policy) {
        try {
            register = Register.builtIn();
            graph = opened(GraphStore.open(home, new Addresses(base), clock));
            var withholding = Withholding.open(home, graph);
            documents = opened(Documents.open(home, limits, withholding));
            shown = new ShownPast(graph, documents, withholding);
            personalData = new PersonalDataDesk(graph, documents, withholding, clock);
            index = opened(PassageSearch.open(home.resolve("index"), RegisterNames.of(register)));
            recognizers = new Recognizers(graph, register);
            traces = new Traces(graph, register);
            reviews = new ReviewQueue(graph, traces, documents, register, recognizers, clock);
            secondReadings = new SecondReadings(graph, traces, reviews, clock);
            explanations = new Explanations(recognizers, reviews, register, policy);
            extractor = new ActivityExtractor();
            curation = new Curation(graph, traces, documents, register, recognizers::current, clock);
            planImport = new PlanImport(curation, clock);
            identities = new Identities(
                    graph, (state, thing) -> new Corrections(state, graph.addresses()).settle(thing), clock);
            findings = new Findings(graph, clock);
            Seed.write(graph, register);
            history = opened(History.open(graph, shown, register, home.resolve("history")));
            ingest = opened(new Ingest(
                    graph,
                    documents,
                    withholding,
                    register,
                    recognizers,
                    reviews,
                    extractor,
                    identities,
                    findings,
                    index,
                    policy,
                    Deletions.open(home),
                    clock,
                    home.resolve("queue"),
                    Math.max(2, Runtime.getRuntime().availableProcessors())));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Opens a home folder, making it where there is none.
    ///
    /// @throws IllegalArgumentException when the folder cannot be made
    public static OpenHome open(Path home, String base, ParseLimits limits, Clock clock) {
        return open(home, base, limits, clock, LinkPolicy.PUBLISHED);
    }

    /// The same with another policy than the published one.
    static OpenHome open(Path home, String base, ParseLimits limits, Clock clock, LinkPolicy policy) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Mappen %s kan ikke lages (%s). Velg en annen med --home.".formatted(home, e.getMessage()), e);
        }
        return new OpenHome(home, base, limits, clock, policy);
    }

    private <T extends AutoCloseable> T opened(T door) {
        opened.add(door);
        return door;
    }

    public GraphStore graph() {
        return graph;
    }

    /// The same graph as readers see it: the past without what must not be shown any more.
    public GraphStore shown() {
        return shown;
    }

    public Register register() {
        return register;
    }

    public Documents documents() {
        return documents;
    }

    public PassageSearch index() {
        return index;
    }

    public Recognizers recognizers() {
        return recognizers;
    }

    public ActivityExtractor extractor() {
        return extractor;
    }

    public Identities identities() {
        return identities;
    }

    public Findings findings() {
        return findings;
    }

    public Ingest ingest() {
        return ingest;
    }

    public Explanations explanations() {
        return explanations;
    }

    public Traces traces() {
        return traces;
    }

    public ReviewQueue reviews() {
        return reviews;
    }

    public PersonalDataDesk personalData() {
        return personalData;
    }

    public SecondReadings secondReadings() {
        return secondReadings;
    }

    public Curation curation() {
        return curation;
    }

    public PlanImport planImport() {
        return planImport;
    }

    public History history() {
        return history;
    }

    @Override
    public void close() {
        RuntimeException first = null;
        for (AutoCloseable door : opened.reversed()) {
            try {
                door.close();
            } catch (Exception e) {
                if (first == null) {
                    first = new IllegalStateException(
                            "Kunne ikke lukke %s".formatted(door.getClass().getSimpleName()), e);
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        opened.clear();
        if (first != null) {
            throw first;
        }
    }
}
