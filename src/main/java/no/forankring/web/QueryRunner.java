package no.forankring.web;

/// Runs a reader's SPARQL query for the page `/sparql-editor`.
public interface QueryRunner {

    /// Never throws for what the reader wrote: that ends as [QueryAnswer.Refused].
    QueryAnswer run(String query);
}
