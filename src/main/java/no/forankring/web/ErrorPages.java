package no.forankring.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What went wrong, in words with the next step: a page for people, problem details for programs.
@Controller
class ErrorPages implements ErrorController {

    /// Those that have texts of their own, `error.404.title` and so on; the rest are said as 400 or 500.
    private static final Set<Integer> SPOKEN = Set.of(400, 403, 404, 405, 413, 429, 500, 503, 507);

    /// The request attribute that is true when a form came without our token, so that it may be another site's.
    static final String FORGED = ErrorPages.class.getName() + ".forged";

    /// The request attribute that tells what [AccessRules] found lacking.
    static final String NEED = ErrorPages.class.getName() + ".need";

    /// The request attribute that holds the key of what to say in place of it.
    static final String REMEDY = ErrorPages.class.getName() + ".remedy";

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, Locale locale) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        int spoken = SPOKEN.contains(status) ? status : status < 500 ? 400 : 500;
        var words = new Words(messages, locale);
        boolean forged = Boolean.TRUE.equals(request.getAttribute(FORGED));
        String said = "error." + spoken + (forged ? ".form" : "");
        String title = words.of(said + ".title");
        String remedy = spoken == 403 && !forged && request.getAttribute(NEED) instanceof AccessRules.Need need
                ? words.of(
                        "error.403.need." + need.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                : words.of(said + ".remedy");
        if (request.getAttribute(REMEDY) instanceof String key) {
            remedy = words.of(key);
        }
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "";
        if (forPrograms(path)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), remedy);
            problem.setTitle(title);
            problem.setInstance(URI.create(path));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var page = new ModelAndView("error", HttpStatus.valueOf(status));
        page.addObject("title", title);
        page.addObject("remedy", remedy);
        page.addObject("status", Integer.toString(status));
        return page;
    }

    static boolean forPrograms(String path) {
        return Set.of("/api", "/sparql", "/update", "/graphs", "/openapi", "/actuator").stream()
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
