package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.graph.Addresses;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.out.NodeFmtLib;
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
        send(bytes, format, response);
    }

    /// Sends a graph with a tag of what it states, or only says that it is what the client has already.
    static void sendTagged(
            Graph graph,
            Negotiation.Choice<ResultFormat> format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        RDFDataMgr.write(bytes, graph, pretty(format.value()));
        // The order of lines is not promised, so the tag is of the statements.
        String statements = graph.stream()
                .map(triple -> NodeFmtLib.strNodesNT(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .sorted()
                .collect(Collectors.joining("\n"));
        String tag = "W/\""
                + Addresses.fingerprint(format.mediaType() + "\n" + statements).substring(0, 32) + "\"";
        response.setHeader("ETag", tag);
        String known = request.getHeader("If-None-Match");
        if (known != null && List.of(known.split("\\s*,\\s*")).contains(tag)) {
            response.setHeader("Vary", "Accept");
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            send(bytes, format, response);
        }
    }

    private static void send(
            ByteArrayOutputStream bytes, Negotiation.Choice<ResultFormat> format, HttpServletResponse response)
            throws IOException {
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

    /// The path of the request behind a prefix.
    static String after(HttpServletRequest request, String prefix) {
        return request.getRequestURI().substring(request.getContextPath().length() + prefix.length());
    }

    /// The path without escapes; only what may stand in an address.
    static String decoded(String path) {
        String text;
        try {
            text = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            throw SparqlException.badRequest("Adressen har et ugyldig %-tegn.");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0)) {
            throw SparqlException.badRequest("Adressen har tegn som ikke kan stå i en adresse.");
        }
        return text;
    }
}
