package no.forankring.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The answer that no ready page gives: a query in SPARQL, its result as a table.
@Controller
class QueryPage {

    private static final String EXAMPLE = """
            PREFIX fa: <https://w3id.org/forankring/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

            SELECT ?styrende ?navn (COUNT(DISTINCT ?ting) AS ?antall)
            WHERE {
              ?ting fa:anchoredIn ?styrende .
              ?styrende rdfs:label ?navn .
            }
            GROUP BY ?styrende ?navn
            ORDER BY DESC(?antall)
            LIMIT 20
            """;

    private final PageSources sources;
    private final MessageSource messages;

    QueryPage(PageSources sources, MessageSource messages) {
        this.sources = sources;
        this.messages = messages;
    }

    @GetMapping("/sparql-editor")
    String query(@RequestParam(defaultValue = "") String query, Model model, Locale locale) {
        var words = new Words(messages, locale);
        model.addAttribute("view", query.isBlank() ? View.unasked(EXAMPLE) : view(query, sources.ask(query), words));
        return "query";
    }

    private static View view(String query, QueryAnswer answer, Words words) {
        return switch (answer) {
            case QueryAnswer.Table table ->
                new View(
                        query,
                        words.count("query.rows", table.rows().size())
                                + (table.complete() ? "" : " " + words.of("query.more")),
                        "",
                        table.columns(),
                        table.rows());
            case QueryAnswer.Answer yesOrNo ->
                new View(query, words.of(yesOrNo.yes() ? "query.yes" : "query.no"), "", List.of(), List.of());
            case QueryAnswer.Refused refused -> new View(query, "", refused.message(), List.of(), List.of());
        };
    }

    /// @param result what came out, in words; empty before asking and when refused
    /// @param refusal what is wrong; empty when all is well
    record View(String query, String result, String refusal, List<String> columns, List<List<QueryAnswer.Cell>> rows) {

        static View unasked(String example) {
            return new View(example, "", "", List.of(), List.of());
        }
    }
}
