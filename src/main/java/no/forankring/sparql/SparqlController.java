package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import no.forankring.graph.GraphStore;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/sparql`: the query half of the SPARQL 1.1 protocol, and the description of the service.
@RestController
class SparqlController {

    private static final long MOST_ROWS_IN_MEMORY = 10_000;

    private final GraphStore store;
    private final SparqlQueries queries;
    private final SparqlSettings settings;

    SparqlController(GraphStore store, SparqlQueries queries, SparqlSettings settings) {
        this.store = store;
        this.queries = queries;
        this.settings = settings;
    }

    @GetMapping("/sparql")
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = only(request, "query");
        if (query == null) {
            describe(request, response);
        } else {
            answer(query, request, response);
        }
    }

    @PostMapping("/sparql")
    void post(HttpServletRequest request, HttpServletResponse response) {
        String query = switch (RequestBody.mediaType(request)) {
            case "application/sparql-query" ->
                RequestBody.text(request, settings.maxQuery().toBytes(), "Spørringen");
            case "application/x-www-form-urlencoded" -> required(only(request, "query"));
            case "application/sparql-update" ->
                throw SparqlException.unsupported("Dette er en oppdatering. Send den til /update.");
            default ->
                throw SparqlException.unsupported(
                        "Send spørringen som application/sparql-query, eller i feltet query som application/x-www-form-urlencoded.");
        };
        answer(query, request, response);
    }

    private static String required(@Nullable String query) {
        if (query == null) {
            throw SparqlException.badRequest("Feltet query mangler. Send spørringen i det.");
        }
        return query;
    }

    private static @Nullable String only(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values == null) {
            return null;
        }
        if (values.length > 1) {
            throw SparqlException.badRequest(
                    "Feltet %s er sendt %d ganger. Send det én gang.".formatted(name, values.length));
        }
        return values[0];
    }

    private void answer(String text, HttpServletRequest request, HttpServletResponse response) {
        Query query = queries.parse(text);
        dataset(query, request);
        Negotiation.Choice<ResultFormat> format = Answers.format(request, ResultFormat.fitting(query));
        Limits limits = settings.limits();
        Double seconds = number(request, "timeout");
        if (seconds != null) {
            limits = limits.within(Duration.ofMillis(Math.max(1, Math.round(seconds * 1000))));
        }
        Double rows = number(request, "max-rows");
        OptionalLong cut = rows == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        (long) Math.clamp(rows, 1.0, (double) Math.min(MOST_ROWS_IN_MEMORY, settings.maxRows())));
        OptionalLong known = Moments.asked(request, store);
        long change = known.orElseGet(store::lastChange);
        response.setBufferSize(64 * 1024);
        Limits within = limits;
        QueryMeter.measure(
                query,
                () -> queries.run(
                        query,
                        format.value(),
                        truncated -> {
                            response.setContentType(Answers.contentType(format.mediaType()));
                            response.setHeader("Vary", "Accept");
                            response.setHeader(Answers.CHANGE, String.valueOf(change));
                            if (cut.isPresent()) {
                                response.setHeader(Answers.TRUNCATED, String.valueOf(truncated));
                            }
                            return response.getOutputStream();
                        },
                        within,
                        cut,
                        known));
    }

    private static @Nullable Double number(HttpServletRequest request, String name) {
        String value = only(request, name);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            double number = Double.parseDouble(value.strip());
            if (number > 0 && number < 1e9) {
                return number;
            }
        } catch (NumberFormatException odd) {
            // Told below.
        }
        throw SparqlException.badRequest("%s=%s er ikke et tall over null.".formatted(name, value));
    }

    // The protocol's graphs go before FROM in the query. Graphs that the store does not hold are empty.
    private static void dataset(Query query, HttpServletRequest request) {
        List<String> defaults = graphs(request, "default-graph-uri");
        List<String> named = graphs(request, "named-graph-uri");
        if (defaults.isEmpty() && named.isEmpty()) {
            return;
        }
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        defaults.forEach(query::addGraphURI);
        named.forEach(query::addNamedGraphURI);
    }

    static List<String> graphs(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : List.of(values).stream().map(RequestBody::absolute).toList();
    }

    private void describe(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Negotiation.Choice<ResultFormat> format = Answers.format(request, ResultFormat.graphs());
        Answers.send(ServiceDescription.of(store.addresses()), format, response);
    }
}
