package no.forankring.api;

import no.forankring.citation.CitationRecognizer;
import no.forankring.document.Documents;
import no.forankring.ingest.Ingest;
import no.forankring.trace.Traces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ties the interface to the doors. Tests leave this class out and give their own [ApiSources].
@Configuration(proxyBeanMethods = false)
class ApiDoors {

    @Bean
    ApiSources apiSources(Traces traces, Documents documents, CitationRecognizer recognizer, Ingest ingest) {
        return new DoorSources(traces, documents, recognizer, ingest);
    }
}
