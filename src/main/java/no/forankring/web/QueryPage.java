package no.forankring.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forankring.report.Reports;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
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

    private static final String TEXT_SEARCH = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX text: <https://w3id.org/forankring/text#>

            SELECT ?poeng ?tittel ?side ?utdrag
            WHERE {
              (?sted ?poeng ?utdrag ?side ?dokument) text:search ("lindrende behandling" 20) .
              ?dokument dcterms:title ?tittel .
            }
            ORDER BY DESC(?poeng)
            """;

    private static final String WORDS_AND_ANCHORS = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX fa: <https://w3id.org/forankring/ns#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX text: <https://w3id.org/forankring/text#>

            SELECT ?tittel ?styrende ?navn ?ordene
            WHERE {
              (?sted ?poeng ?utdrag ?side ?dokument) text:search ("pårørende" 50) .
              ?dokument dcterms:title ?tittel .
              ?kobling rdf:subject ?dokument ; rdf:predicate fa:cites ; rdf:object ?styrende ; fa:evidence ?belegg .
              ?belegg oa:hasSource ?sted ; oa:hasSelector/oa:exact ?ordene .
              ?styrende rdfs:label ?navn .
            }
            """;

    private static final List<String> FILES = List.of("csv", "json", "xml", "tsv");

    private final PageSources sources;
    private final Reports reports;
    private final MessageSource messages;

    QueryPage(PageSources sources, Reports reports, MessageSource messages) {
        this.sources = sources;
        this.reports = reports;
        this.messages = messages;
    }

    /// @param example the name of a ready report, or of one of our own examples, to begin with
    @GetMapping("/sparql-editor")
    String query(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(name = "eksempel", defaultValue = "") String example,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        if (query.isBlank()) {
            model.addAttribute("view", View.unasked(example(example)));
        } else {
            QueryAnswer answer = sources.ask(query);
            model.addAttribute("view", view(query, answer, words));
            if (answer instanceof QueryAnswer.Table table) {
                QueryChart.of(table).ifPresent(chart -> model.addAttribute("chart", chart));
            }
        }
        model.addAttribute("examples", examples(words));
        model.addAttribute("files", query.isBlank() ? List.of() : files(query));
        return "query";
    }

    /// What the editor completes.
    @GetMapping("/sparql-editor/ord")
    ResponseEntity<QueryRunner.Terms> terms() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)))
                .body(sources.terms());
    }

    private String example(String name) {
        return switch (name) {
            case "tekst" -> TEXT_SEARCH;
            case "tekst-og-forankring" -> WORDS_AND_ANCHORS;
            default -> reports.query(name).orElse(EXAMPLE);
        };
    }

    private List<Example> examples(Words words) {
        var examples = new ArrayList<Example>();
        examples.add(new Example(words.of("query.example.text"), "/sparql-editor?eksempel=tekst"));
        examples.add(new Example(words.of("query.example.anchors"), "/sparql-editor?eksempel=tekst-og-forankring"));
        reports.list()
                .forEach(report -> examples.add(
                        new Example(report.title().in(words.language()), "/sparql-editor?eksempel=" + report.name())));
        return examples;
    }

    private static List<Example> files(String query) {
        return FILES.stream()
                .map(format -> new Example(
                        format.toUpperCase(Locale.ROOT), "/sparql?format=" + format + "&query=" + Paths.encode(query)))
                .toList();
    }

    /// A link by name.
    record Example(String text, String href) {}

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
