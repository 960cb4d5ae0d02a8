package no.forankring.web;

import no.forankring.document.Documents;
import no.forankring.findings.Findings;
import no.forankring.graph.Addresses;
import no.forankring.identity.Identities;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Ingest;
import no.forankring.review.Recognizers;
import no.forankring.review.ReviewQueue;
import no.forankring.review.SecondReadings;
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
            Recognizers recognizers,
            Explanations explanations,
            ReviewQueue reviews,
            SecondReadings secondReadings,
            Identities identities,
            Findings findings,
            Ingest ingest,
            QueryRunner queries) {
        return new DoorSources(
                addresses,
                traces,
                documents,
                recognizers,
                explanations,
                reviews,
                secondReadings,
                identities,
                findings,
                ingest,
                queries);
    }
}
