package no.forankring.sparql;

import no.forankring.graph.GraphStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the endpoints over the store.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SparqlSettings.class)
class SparqlConfiguration {

    @Bean
    SparqlQueries sparqlQueries(GraphStore store, SparqlSettings settings) {
        return new SparqlQueries(store, settings);
    }

    @Bean
    SparqlUpdates sparqlUpdates(GraphStore store, SparqlSettings settings) {
        return new SparqlUpdates(store, settings);
    }
}
