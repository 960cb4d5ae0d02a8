package no.forankring.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// Searches everything taken in and prints documents with their best passages.
@CommandLine.Command(name = "search", description = "Søk i det som er lest inn.")
final class SearchCommand extends Command.OnHome {

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "Ordene det søkes etter.")
    List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "Antall dokumenter (standard: 10).")
    int limit;

    @Option(names = "--json", description = "Skriv JSON.")
    boolean json;

    @Option(names = "--why", description = "Si hvorfor hvert dokument kom opp.")
    boolean why;

    @Override
    public Integer call() {
        try (OpenHome home = openHome()) {
            home.ingest().catchUp();
            var query = new SearchQuery(String.join(" ", words), Map.of(), 1, Math.clamp(limit, 1, 100));
            SearchResult result = home.index().search(query);
            if (json) {
                out().println(JsonMapper.builder().build().writeValueAsString(result));
            } else {
                print(result, home, query);
            }
            out().flush();
            return OK;
        }
    }

    private void print(SearchResult result, OpenHome home, SearchQuery query) {
        out().println("%d dokumenter for %s".formatted(result.total(), result.understood()));
        for (String spelling : result.help().spellings()) {
            out().println("Mente du: " + spelling);
        }
        if (!result.help().otherForms().isEmpty()) {
            out().println("Søket lette også etter: "
                    + String.join(", ", result.help().otherForms()));
        }
        for (SearchResult.Hit hit : result.hits()) {
            out().println();
            out().println("%s  (%s, %s)".formatted(hit.title(), hit.fileName(), hit.document()));
            for (SearchResult.PassageHit passage : hit.passages()) {
                var text = new StringBuilder();
                for (SearchResult.Segment segment : passage.segments()) {
                    text.append(segment.marked() ? "»" + segment.text() + "«" : segment.text());
                }
                String where = passage.page() > 0 ? "s. %d: ".formatted(passage.page()) : "";
                out().println("    " + where + TraceCommand.oneLine(text.toString()));
            }
            if (why) {
                home.index()
                        .explain(query, hit.document())
                        .forEach(note -> out().println("    – " + note.text(Locale.of("nb"))));
            }
        }
    }
}
