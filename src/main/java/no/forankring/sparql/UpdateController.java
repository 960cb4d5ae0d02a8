package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import no.forankring.graph.Change;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateWithUsing;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/update`: the update half of the SPARQL 1.1 protocol.
///
/// Statements outside `GRAPH` go to the graph of confirmed facts. Blank nodes get addresses.
@RestController
class UpdateController {

    private final SparqlUpdates updates;
    private final SparqlSettings settings;

    UpdateController(SparqlUpdates updates, SparqlSettings settings) {
        this.updates = updates;
        this.settings = settings;
    }

    @PostMapping("/update")
    void post(HttpServletRequest request, HttpServletResponse response) {
        String who = Answers.writer(request);
        UpdateRequest update = updates.parse(text(request));
        using(update, request);
        Change change = updates.run(who, update);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader(Answers.CHANGE, String.valueOf(change.number()));
    }

    private String text(HttpServletRequest request) {
        return switch (RequestBody.mediaType(request)) {
            case "application/sparql-update" ->
                RequestBody.text(request, settings.maxUpdate().toBytes(), "Oppdateringen");
            case "application/x-www-form-urlencoded" -> form(request);
            case "application/sparql-query" ->
                throw SparqlException.unsupported("Dette er en spørring. Send den til /sparql.");
            default ->
                throw SparqlException.unsupported(
                        "Send oppdateringen som application/sparql-update, eller i feltet update som application/x-www-form-urlencoded.");
        };
    }

    private static String form(HttpServletRequest request) {
        String[] values = request.getParameterValues("update");
        if (values == null || values.length != 1) {
            throw SparqlException.badRequest("Send oppdateringen i feltet update, nøyaktig én gang.");
        }
        return values[0];
    }

    private static void using(UpdateRequest update, HttpServletRequest request) {
        List<String> defaults = SparqlController.graphs(request, "using-graph-uri");
        List<String> named = SparqlController.graphs(request, "using-named-graph-uri");
        if (defaults.isEmpty() && named.isEmpty()) {
            return;
        }
        for (Update operation : update) {
            switch (operation) {
                case UpdateWithUsing pattern -> {
                    if (pattern.getWithIRI() != null
                            || !pattern.getUsing().isEmpty()
                            || !pattern.getUsingNamed().isEmpty()) {
                        throw SparqlException.badRequest(
                                "Oppdateringen har USING eller WITH, så using-graph-uri og using-named-graph-uri kan ikke brukes.");
                    }
                    defaults.forEach(graph -> pattern.addUsing(NodeFactory.createURI(graph)));
                    named.forEach(graph -> pattern.addUsingNamed(NodeFactory.createURI(graph)));
                }
                case UpdateDeleteWhere shorthand ->
                    throw SparqlException.badRequest(
                            "DELETE WHERE kan ikke brukes med using-graph-uri. Skriv DELETE { … } WHERE { … }.");
                default -> {}
            }
        }
    }
}
