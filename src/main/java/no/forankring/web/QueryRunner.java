package no.forankring.web;

import java.util.List;
import java.util.Map;

/// Runs a reader's SPARQL query for the page `/sparql-editor`.
public interface QueryRunner {

    /// Never throws for what the reader wrote: that ends as [QueryAnswer.Refused].
    QueryAnswer run(String query);

    /// What one who writes a query may want to name.
    Terms terms();

    /// @param prefixes short names with what they stand for
    record Terms(Map<String, String> prefixes, List<String> classes, List<String> properties) {
        public Terms {
            prefixes = Map.copyOf(prefixes);
            classes = List.copyOf(classes);
            properties = List.copyOf(properties);
        }
    }
}
