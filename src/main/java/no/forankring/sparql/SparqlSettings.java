package no.forankring.sparql;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits of the SPARQL endpoints. They protect the service from one request; raise them for a machine of your own.
///
/// @param queryTimeout how long a query may run; a client may ask for less with `timeout=` in seconds
/// @param updateTimeout how long an update may search for what to change
/// @param maxRows rows or triples in one answer; a longer answer is refused, never cut in silence
/// @param maxAnswer bytes in one answer
/// @param maxQuery bytes in the text of a query
/// @param maxUpdate bytes in the text of an update
/// @param maxGraph bytes in the body of a graph store request
/// @param maxLoad bytes in the body that puts a whole data set in
/// @param maxNesting how deep brackets may be nested in a query
/// @param concurrent queries that run at once
/// @param waiting queries that may wait for a turn; the next one is asked to come back later
/// @param threadStack stack of each query thread; deep property paths and long unions need room
/// @param maxDescribed triples in the description of one thing under `/data`
/// @param allowedOrigins sites whose scripts may read our data in a visitor's browser, as in `https://analyse.example`;
/// `*` for all; none where nothing is configured
@ConfigurationProperties("forankring.sparql")
public record SparqlSettings(
        @DefaultValue("30s") Duration queryTimeout,
        @DefaultValue("30s") Duration updateTimeout,
        @DefaultValue("100000") long maxRows,
        @DefaultValue("50MB") DataSize maxAnswer,
        @DefaultValue("256KB") DataSize maxQuery,
        @DefaultValue("5MB") DataSize maxUpdate,
        @DefaultValue("50MB") DataSize maxGraph,
        @DefaultValue("500MB") DataSize maxLoad,
        @DefaultValue("200") int maxNesting,
        @DefaultValue("4") int concurrent,
        @DefaultValue("16") int waiting,
        @DefaultValue("64MB") DataSize threadStack,
        @DefaultValue("5000") int maxDescribed,
        @DefaultValue("") List<String> allowedOrigins) {

    public SparqlSettings {
        allowedOrigins =
                allowedOrigins.stream().filter(origin -> !origin.isBlank()).toList();
        if (queryTimeout.isNegative()
                || queryTimeout.isZero()
                || updateTimeout.isNegative()
                || updateTimeout.isZero()) {
            throw new IllegalArgumentException(
                    "forankring.sparql.query-timeout and update-timeout must be longer than nothing, as in 30s");
        }
        if (maxRows < 1 || maxNesting < 1 || concurrent < 1 || waiting < 1 || maxDescribed < 1) {
            throw new IllegalArgumentException(
                    "forankring.sparql.max-rows, max-nesting, concurrent, waiting and max-described must be at least 1");
        }
    }

    /// The values that hold where nothing is configured.
    public static SparqlSettings defaults() {
        return new SparqlSettings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                100_000,
                DataSize.ofMegabytes(50),
                DataSize.ofKilobytes(256),
                DataSize.ofMegabytes(5),
                DataSize.ofMegabytes(50),
                DataSize.ofMegabytes(500),
                200,
                4,
                16,
                DataSize.ofMegabytes(64),
                5_000,
                List.of());
    }

    /// What one query may use.
    public Limits limits() {
        return new Limits(queryTimeout, maxRows, maxAnswer.toBytes());
    }
}
