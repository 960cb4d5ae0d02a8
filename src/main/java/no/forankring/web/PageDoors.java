package no.forankring.web;

import no.forankring.document.Documents;
import no.forankring.graph.Addresses;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Ingest;
import no.forankring.review.ReviewQueue;
import no.forankring.trace.Traces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ties the pages to the doors. Tests leave this class out and give their own [PageSources].
@Configuration(proxyBeanMethods = false)
class PageDoors {

    @Bean
    PageSources pageSources(
            Addresses addresses,
            Traces traces,
            Documents documents,
            Explanations explanations,
            ReviewQueue reviews,
            Ingest ingest,
            QueryRunner queries) {
        return new DoorSources(addresses, traces, documents, explanations, reviews, ingest, queries);
    }
}
