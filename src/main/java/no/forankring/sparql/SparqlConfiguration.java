package no.forankring.sparql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.forankring.graph.GraphStore;
import no.forankring.search.PassageSearch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/// Wires the endpoints over the store.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SparqlSettings.class, CatalogSettings.class})
class SparqlConfiguration {

    @Bean
    SparqlQueries sparqlQueries(GraphStore store, SparqlSettings settings, ObjectProvider<PassageSearch> index) {
        return new SparqlQueries(store, settings, Optional.ofNullable(index.getIfAvailable()));
    }

    /// Lets the scripts of other sites read, where that is configured; never with a visitor's login.
    @Bean
    FilterRegistrationBean<CorsFilter> otherSites(SparqlSettings settings) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.allowedOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        rules.setAllowedHeaders(List.of("*"));
        rules.setExposedHeaders(List.of(Answers.CHANGE, Answers.TRUNCATED, "ETag", "Location", "Link"));
        rules.setMaxAge(Duration.ofHours(1));
        var paths = new UrlBasedCorsConfigurationSource();
        for (String path :
                List.of("/sparql", "/id/**", "/data/**", "/graph/**", "/graphs", "/ns", "/katalog", "/dump/**")) {
            paths.registerCorsConfiguration(path, rules);
        }
        var filter = new FilterRegistrationBean<>(new CorsFilter(paths));
        filter.setEnabled(!settings.allowedOrigins().isEmpty());
        // Before logins: a browser asks first without any.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    SparqlUpdates sparqlUpdates(GraphStore store, SparqlSettings settings) {
        return new SparqlUpdates(store, settings);
    }
}
