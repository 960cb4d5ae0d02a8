package no.forankring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import no.forankring.ingest.LinkPolicy;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages that only explain, and the login page.
@Controller
class PlainPages {

    private final UiSettings settings;
    private final OidcLogin oidc;
    private final MessageSource messages;

    PlainPages(UiSettings settings, OidcLogin oidc, MessageSource messages) {
        this.settings = settings;
        this.oidc = oidc;
        this.messages = messages;
    }

    @GetMapping("/hjelp")
    String help(Model model, Locale locale) {
        model.addAttribute("measured", MeasuredKind.of(LinkPolicy.PUBLISHED, new Words(messages, locale)));
        return "help";
    }

    /// Programs get the same in RDF.
    @GetMapping(path = "/katalog", produces = MediaType.TEXT_HTML_VALUE)
    String catalog() {
        return "catalog";
    }

    @GetMapping("/tilgjengelighet")
    String accessibility(Model model) {
        model.addAttribute("statement", settings.accessibilityStatement());
        return "accessibility";
    }

    @GetMapping("/personvern")
    String privacy(Model model) {
        model.addAttribute("contact", settings.privacyContact());
        return "privacy";
    }

    @GetMapping(SecurityConfiguration.LOGIN)
    String login(HttpServletRequest request, Model model) {
        model.addAttribute("failed", request.getParameter("feil") != null);
        model.addAttribute("waiting", request.getParameter("vent") != null);
        model.addAttribute("left", request.getParameter("ute") != null);
        model.addAttribute("outside", oidc.name());
        model.addAttribute("outsideHref", oidc.begin());
        model.addAttribute("outsideFailed", request.getParameter("ekstern") != null);
        model.addAttribute("outsideGone", request.getParameter("borte") != null);
        return "login";
    }
}
