package no.forankring.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import no.forankring.sparql.ResultFormat;
import no.forankring.sparql.SparqlException;
import no.forankring.sparql.SparqlQueries;
import no.forankring.sparql.SparqlSettings;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers a SPARQL query over the graph of a home folder.
@CommandLine.Command(name = "query", description = "Svar på en SPARQL-spørring.")
final class QueryCommand extends Command.OnHome {

    enum Results {
        json,
        csv,
        tsv,
        xml,
        table
    }

    @Parameters(paramLabel = "FILE|-", description = "Filen med spørringen, eller - for standard inn.")
    String file = "-";

    @Option(
            names = "--results",
            paramLabel = "json|csv|tsv|xml|table",
            defaultValue = "table",
            description = "Format (standard: table). CONSTRUCT og DESCRIBE svarer med JSON-LD, RDF/XML eller Turtle.")
    Results results = Results.table;

    @Override
    public Integer call() throws IOException {
        String query = file.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : PlainTextFile.read(Path.of(file));
        String text = query.startsWith("\uFEFF") ? query.substring(1) : query;
        // Held back until it is whole, so that standard output never has half an answer.
        var answer = new ByteArrayOutputStream();
        try (OpenHome home = openHome()) {
            var queries =
                    new SparqlQueries(home.graph(), SparqlSettings.defaults(), java.util.Optional.of(home.index()));
            try {
                queries.run(text, tableFormat(), answer, queries.limits());
            } catch (SparqlException e) {
                if (e.kind() != SparqlException.Kind.NOT_ACCEPTABLE) {
                    throw e;
                }
                answer.reset();
                queries.run(text, graphFormat(), answer, queries.limits());
            }
        }
        out().print(answer.toString(StandardCharsets.UTF_8));
        out().flush();
        return OK;
    }

    private ResultFormat tableFormat() {
        return ResultFormat.valueOf(results.name().toUpperCase(Locale.ROOT));
    }

    /// For queries whose answer is a graph, where no table fits.
    private ResultFormat graphFormat() {
        return switch (results) {
            case json -> ResultFormat.JSONLD;
            case xml -> ResultFormat.RDFXML;
            case csv, tsv, table -> ResultFormat.TURTLE;
        };
    }
}
