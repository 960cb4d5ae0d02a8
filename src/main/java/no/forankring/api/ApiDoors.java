package no.forankring.api;

import no.forankring.document.Documents;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Ingest;
import no.forankring.review.Recognizers;
import no.forankring.review.ReviewQueue;
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
            Ingest ingest) {
        return new DoorSources(traces, documents, recognizers, explanations, reviews, ingest);
    }
}
