package no.forankring.sparql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import no.forankring.graph.Change;
import no.forankring.graph.GraphException;
import no.forankring.graph.GraphStore;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.update.UpdateRequest;
import org.jspecify.annotations.Nullable;

/// Changes the graph for those who ask in SPARQL or by the graph store protocol.
///
/// What comes in is parsed already; only finished requests enter the store's queue.
final class SparqlUpdates {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("update-watch").factory());

    private final GraphStore store;
    private final SparqlSettings settings;
    private final SparqlText reader;
    private final Function<DatasetGraph, StoreView> view;

    SparqlUpdates(GraphStore store, SparqlSettings settings) {
        this(store, settings, dataset -> new StoreView(dataset, store.addresses()));
    }

    SparqlUpdates(GraphStore store, SparqlSettings settings, Function<DatasetGraph, StoreView> view) {
        SafeArq.harden();
        this.store = store;
        this.settings = settings;
        this.reader = new SparqlText(store.addresses().base() + "/", settings.maxNesting());
        this.view = view;
    }

    UpdateRequest parse(String text) {
        return reader.update(text, settings.maxUpdate().toBytes());
    }

    /// @throws SparqlException when the update fails, is objected to or takes too long; nothing is changed then
    Change run(String who, UpdateRequest request) {
        return write(who, "SPARQL-oppdatering", dataset -> {
            UpdateExec execution = UpdateExec.newBuilder()
                    .dataset(dataset)
                    .update(request)
                    .set(ARQConstants.sysOptimizerFactory, new SafeRewrite())
                    .set(ARQConstants.sysOpExecutorFactory, SparqlQueries.executor(dataset))
                    .set(ARQ.httpServiceAllowed, false)
                    .build();
            // ARQ's own update timeout gives the second operation of a request no time at all.
            Future<?> end =
                    WATCH.schedule(execution::abort, settings.updateTimeout().toMillis(), TimeUnit.MILLISECONDS);
            try {
                execution.execute();
            } catch (QueryCancelledException stopped) {
                throw SparqlException.updateTimeout(settings.updateTimeout().toSeconds());
            } catch (ARQException failed) {
                throw SparqlException.badRequest(
                        "Oppdateringen lot seg ikke utføre, og ingenting er endret: " + failed.getMessage());
            } finally {
                end.cancel(false);
            }
        });
    }

    /// Runs a change and waits until it is durable.
    ///
    /// @throws SparqlException when the store objects or the change throws; nothing is changed then
    Change write(String who, String why, Consumer<StoreView> change) {
        var reason = new AtomicReference<@Nullable SparqlException>();
        CompletableFuture<Change> written = store.write(who, why, dataset -> {
            try {
                change.accept(view.apply(dataset));
            } catch (SparqlException known) {
                reason.set(known);
                throw known;
            } catch (StackOverflowError tooDeep) {
                SparqlException known = SparqlException.tooComplex();
                reason.set(known);
                throw known;
            }
        });
        try {
            return written.get(wait(settings.updateTimeout()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            SparqlException known = reason.get();
            if (known != null) {
                throw known;
            }
            throw told(failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException late) {
            throw SparqlException.stillWriting();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw SparqlException.stillWriting();
        }
    }

    // Other changes may stand first in the queue.
    private static long wait(Duration own) {
        return own.multipliedBy(4).toMillis();
    }

    private static SparqlException told(Throwable cause) {
        return cause instanceof GraphException graph && !graph.violations().isEmpty()
                ? SparqlException.violations(graph.violations(), graph)
                : SparqlException.failed("Endringen ble ikke lagret", cause);
    }
}
