package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonBuilder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Tells clients what went wrong, as problem details (RFC 9457) or, to those who ask for it, as plain text.
@RestControllerAdvice(basePackageClasses = SparqlProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SparqlProblems {

    /// Problem types are this and the kind, as in `…#parse-error`.
    static final String TYPES = "https://w3id.org/forankring/problem#";

    private static final List<Negotiation.Offer<Boolean>> OFFERS = List.of(
            new Negotiation.Offer<>(true, List.of("application/problem+json", "application/json")),
            new Negotiation.Offer<>(false, List.of("text/plain")));

    @ExceptionHandler
    void tell(SparqlException problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            // Half an answer is out. The connection must break, so that nobody takes it for the whole.
            throw problem;
        }
        response.reset();
        SparqlException.Kind kind = problem.kind();
        response.setStatus(kind.status());
        response.setHeader("Vary", "Accept");
        response.setHeader("Cache-Control", "no-store");
        if (kind == SparqlException.Kind.BUSY) {
            response.setHeader("Retry-After", "5");
        }
        Optional<Negotiation.Choice<Boolean>> choice = Negotiation.choose(request.getHeader("Accept"), OFFERS);
        boolean json = choice.isEmpty() || choice.get().value();
        response.setContentType(json ? "application/problem+json" : "text/plain;charset=UTF-8");
        byte[] body = (json ? json(problem) : kind.title() + "\n\n" + problem.getMessage() + "\n")
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @ExceptionHandler
    void leave(ClientGoneException gone) {
        // Nobody is there to be told.
    }

    private static String json(SparqlException problem) {
        SparqlException.Kind kind = problem.kind();
        JsonBuilder json = JsonBuilder.create()
                .startObject()
                .pair("type", TYPES + kind.slug())
                .pair("title", kind.title())
                .pair("status", kind.status())
                .pair("detail", problem.getMessage() == null ? "" : problem.getMessage());
        if (!problem.violations().isEmpty()) {
            json.key("violations").startArray();
            problem.violations().forEach(json::value);
            json.finishArray();
        }
        return json.finishObject().build().toString();
    }
}
