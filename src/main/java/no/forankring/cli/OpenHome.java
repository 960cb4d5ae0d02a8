package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.forankring.document.Documents;
import no.forankring.document.ParseLimits;
import no.forankring.extraction.ActivityExtractor;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Ingest;
import no.forankring.ingest.LinkPolicy;
import no.forankring.register.Register;
import no.forankring.review.Recognizers;
import no.forankring.review.ReviewQueue;
import no.forankring.search.PassageSearch;
import no.forankring.trace.Traces;

/// Every door of one home folder, opened in order and closed in the opposite one.
public final class OpenHome implements AutoCloseable {

    /// The base of all addresses unless the settings say otherwise.
    public static final String DEFAULT_BASE = "http://localhost:8080";

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final GraphStore graph;
    private final Register register;
    private final Documents documents;
    private final PassageSearch index;
    private final Recognizers recognizers;
    private final ActivityExtractor extractor;
    private final Ingest ingest;
    private final Explanations explanations;
    private final Traces traces;
    private final ReviewQueue reviews;

    private OpenHome(Path home, String base, ParseLimits limits, Clock clock) {
        try {
            register = Register.builtIn();
            graph = opened(GraphStore.open(home, new Addresses(base), clock));
            documents = opened(Documents.open(home, limits));
            index = opened(PassageSearch.open(home.resolve("index")));
            recognizers = new Recognizers(graph, register);
            traces = new Traces(graph, register);
            reviews = new ReviewQueue(graph, traces, documents, register, recognizers, clock);
            explanations = new Explanations(recognizers, reviews, register, LinkPolicy.PUBLISHED);
            extractor = new ActivityExtractor();
            Seed.write(graph, register);
            ingest = opened(new Ingest(
                    graph,
                    documents,
                    register,
                    recognizers,
                    reviews,
                    extractor,
                    index,
                    LinkPolicy.PUBLISHED,
                    clock,
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
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Mappen %s kan ikke lages (%s). Velg en annen med --home.".formatted(home, e.getMessage()), e);
        }
        return new OpenHome(home, base, limits, clock);
    }

    private <T extends AutoCloseable> T opened(T door) {
        opened.add(door);
        return door;
    }

    public GraphStore graph() {
        return graph;
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
