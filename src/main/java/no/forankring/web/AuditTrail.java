package no.forankring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import no.forankring.access.AuditLog;
import no.forankring.access.AuditLog.Event;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Notes, before it is done, what must be accounted for and is known by its route: reading what is withheld, releasing
/// it, deleting, loading. What cannot be noted is not done. Changes to accounts are noted where they are made.
@Component
class AuditTrail implements WebMvcConfigurer, HandlerInterceptor {

    private record Noted(String method, String pattern, Event event) {}

    private static final List<Noted> NOTED = List.of(
            new Noted("GET", "/personopplysninger/{id}", Event.WITHHELD_READ),
            new Noted("GET", "/api/personal-data/{document}", Event.WITHHELD_READ),
            new Noted("GET", "/dokumenter/{id}/fil", Event.ORIGINAL_READ),
            new Noted("POST", "/personopplysninger/{id}", Event.RELEASED),
            new Noted("POST", "/api/personal-data/{document}/release", Event.RELEASED),
            new Noted("POST", "/api/personal-data/{document}/withhold", Event.WITHHELD_AGAIN),
            new Noted("POST", "/dokumenter/{id}/slett", Event.DOCUMENT_DELETED),
            new Noted("DELETE", "/api/documents/{document}", Event.DOCUMENT_DELETED),
            new Noted("POST", "/personopplysninger/person", Event.PERSON_EXPORTED),
            new Noted("POST", "/api/personal-data/person", Event.PERSON_EXPORTED),
            new Noted("GET", "/dump/{name}", Event.DATA_SET_READ),
            new Noted("POST", "/dump/alt", Event.DATA_SET_LOADED),
            new Noted("PUT", "/dump/alt", Event.DATA_SET_LOADED),
            new Noted("POST", "/graphs", Event.GRAPH_UPDATED),
            new Noted("PUT", "/graphs", Event.GRAPH_UPDATED),
            new Noted("DELETE", "/graphs", Event.GRAPH_UPDATED),
            new Noted("POST", "/graph/{*name}", Event.GRAPH_UPDATED),
            new Noted("PUT", "/graph/{*name}", Event.GRAPH_UPDATED),
            new Noted("DELETE", "/graph/{*name}", Event.GRAPH_UPDATED),
            new Noted("POST", "/update", Event.GRAPH_UPDATED),
            new Noted("GET", "/revisjon", Event.AUDIT_READ));

    private final AuditLog audit;

    AuditTrail(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String who = request.getRemoteUser();
        if (pattern != null && who != null) {
            NOTED.stream()
                    .filter(noted -> noted.method().equals(request.getMethod())
                            && noted.pattern().equals(pattern.toString()))
                    .findFirst()
                    .ifPresent(noted -> audit.note(who, event(noted, request), about(request)));
        }
        return true;
    }

    /// One form releases and withholds.
    private static Event event(Noted noted, HttpServletRequest request) {
        String withhold = request.getParameter("hold");
        return noted.pattern().equals("/personopplysninger/{id}")
                        && noted.event() == Event.RELEASED
                        && withhold != null
                        && !withhold.isEmpty()
                ? Event.WITHHELD_AGAIN
                : noted.event();
    }

    /// What the path names, by its id.
    private static String about(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> named && !named.isEmpty()
                ? String.valueOf(named.values().iterator().next())
                : request.getRequestURI();
    }
}
