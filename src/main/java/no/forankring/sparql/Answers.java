package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.jspecify.annotations.Nullable;

/// What the controllers share: choosing a format, naming the one who asks, sending a small graph.
final class Answers {

    static final String TRUNCATED = "X-Forankring-Truncated";
    static final String CHANGE = "X-Forankring-Change";

    private Answers() {}

    /// By `format=`, `results=` or `output=`, else by `Accept`.
    static Negotiation.Choice<ResultFormat> format(HttpServletRequest request, List<ResultFormat> formats) {
        String named = named(request);
        if (named != null) {
            boolean table = formats.getFirst().isTable();
            return ResultFormat.named(named, table)
                    .map(format -> new Negotiation.Choice<>(format, format.mediaType()))
                    .orElseThrow(() -> SparqlException.notAcceptable(named, SparqlQueries.offered(formats)));
        }
        String accept = request.getHeader("Accept");
        return Negotiation.choose(accept, Negotiation.offers(formats))
                .orElseThrow(
                        () -> SparqlException.notAcceptable(String.valueOf(accept), SparqlQueries.offered(formats)));
    }

    private static @Nullable String named(HttpServletRequest request) {
        for (String name : List.of("format", "results", "output")) {
            String value = request.getParameter(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    static String contentType(String mediaType) {
        // The others are UTF-8 by definition.
        return mediaType.startsWith("text/") ? mediaType + ";charset=UTF-8" : mediaType;
    }

    /// The one who asks, as the access rules in front have found out.
    static String writer(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(java.security.Principal::getName)
                .orElseThrow(SparqlException::unknownWriter);
    }

    /// Sends a graph that is held in memory.
    static void send(Graph graph, Negotiation.Choice<ResultFormat> format, HttpServletResponse response)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        RDFDataMgr.write(bytes, graph, pretty(format.value()));
        response.setContentType(contentType(format.mediaType()));
        response.setHeader("Vary", "Accept");
        response.setContentLength(bytes.size());
        bytes.writeTo(response.getOutputStream());
    }

    private static RDFFormat pretty(ResultFormat format) {
        return switch (format) {
            case TURTLE -> RDFFormat.TURTLE_PRETTY;
            case TRIG -> RDFFormat.TRIG_PRETTY;
            case RDFXML -> RDFFormat.RDFXML_PRETTY;
            default -> format.rdf();
        };
    }
}
