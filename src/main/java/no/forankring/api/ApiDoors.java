package no.forankring.api;

import no.forankring.document.Documents;
import no.forankring.findings.Findings;
import no.forankring.identity.Identities;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Ingest;
import no.forankring.review.Recognizers;
import no.forankring.review.ReviewQueue;
import no.forankring.review.SecondReadings;
import no.forankring.trace.Traces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ties the interface to the doors. Tests leave this class out and give their own [ApiSources].
@Configuration(proxyBeanMethods = false)
class ApiDoors {

    @Bean
    ApiSources apiSources(
            Traces traces,
            Documents documents,
            Recognizers recognizers,
            Explanations explanations,
            ReviewQueue reviews,
            SecondReadings secondReadings,
            Identities identities,
            Findings findings,
            Ingest ingest) {
        return new DoorSources(
                traces, documents, recognizers, explanations, reviews, secondReadings, identities, findings, ingest);
    }
}
