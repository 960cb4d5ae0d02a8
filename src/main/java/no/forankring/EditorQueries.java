package no.forankring;

import java.util.ArrayList;
import java.util.List;
import no.forankring.sparql.EditorTerms;
import no.forankring.sparql.SparqlException;
import no.forankring.sparql.SparqlQueries;
import no.forankring.sparql.SparqlTable;
import no.forankring.web.QueryAnswer;
import no.forankring.web.QueryRunner;
import org.jspecify.annotations.Nullable;

/// Runs the queries of the editor page with the endpoint's own engine and limits, for so many rows as a page shows.
final class EditorQueries implements QueryRunner {

    private static final long ROWS_ON_A_PAGE = 1_000;

    private final SparqlQueries queries;
    private final Terms terms;

    EditorQueries(SparqlQueries queries) {
        this.queries = queries;
        EditorTerms builtIn = EditorTerms.builtIn();
        this.terms = new Terms(builtIn.prefixes(), List.copyOf(builtIn.classes()), List.copyOf(builtIn.properties()));
    }

    @Override
    public Terms terms() {
        return terms;
    }

    @Override
    public QueryAnswer run(String query) {
        SparqlTable table;
        try {
            table = queries.table(query, queries.limits().upTo(ROWS_ON_A_PAGE));
        } catch (SparqlException e) {
            return new QueryAnswer.Refused(String.valueOf(e.getMessage()));
        }
        var rows = new ArrayList<List<QueryAnswer.Cell>>();
        for (List<SparqlTable.@Nullable Cell> row : table.rows()) {
            rows.add(row.stream().map(EditorQueries::cell).toList());
        }
        return new QueryAnswer.Table(table.columns(), rows, !table.truncated());
    }

    private static QueryAnswer.Cell cell(SparqlTable.@Nullable Cell cell) {
        return cell == null
                ? new QueryAnswer.Cell("", "", "")
                : new QueryAnswer.Cell(
                        cell.text(), cell.iri().orElse(""), cell.language().orElse(""));
    }
}
