package no.forankring.sparql;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.apache.jena.query.Query;

/// Counts queries and their time by kind and outcome, in the metric `forankring.sparql`.
final class QueryMeter {

    private QueryMeter() {}

    static void measure(Query query, Runnable run) {
        Timer.Sample sample = Timer.start(Metrics.globalRegistry);
        String outcome = "failed";
        try {
            run.run();
            outcome = "answered";
        } catch (SparqlException refused) {
            outcome = refused.kind().slug();
            throw refused;
        } catch (ClientGoneException gone) {
            outcome = "client-gone";
            throw gone;
        } finally {
            sample.stop(Timer.builder("forankring.sparql")
                    .description("SPARQL queries over HTTP, by kind and outcome")
                    .tag("kind", String.valueOf(query.queryType()).toLowerCase(Locale.ROOT))
                    .tag("outcome", outcome)
                    .register(Metrics.globalRegistry));
        }
    }
}
