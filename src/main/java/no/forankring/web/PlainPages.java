package no.forankring.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages that only explain, and the login page.
@Controller
class PlainPages {

    @GetMapping("/hjelp")
    String help() {
        return "help";
    }

    /// Programs get the same in RDF.
    @GetMapping(path = "/katalog", produces = MediaType.TEXT_HTML_VALUE)
    String catalog() {
        return "catalog";
    }

    @GetMapping("/tilgjengelighet")
    String accessibility() {
        return "accessibility";
    }

    @GetMapping(SecurityConfiguration.LOGIN)
    String login(HttpServletRequest request, Model model) {
        model.addAttribute("failed", request.getParameter("feil") != null);
        model.addAttribute("waiting", request.getParameter("vent") != null);
        model.addAttribute("left", request.getParameter("ute") != null);
        return "login";
    }
}
