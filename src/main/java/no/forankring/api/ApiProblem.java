package no.forankring.api;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forankring.curation.CurationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// A request that cannot be answered, with what to do instead.
final class ApiProblem extends ErrorResponseException {

    private ApiProblem(HttpStatus status, String title, String detail, Throwable cause) {
        super(status, problem(status, title, detail), cause);
    }

    static ApiProblem unknown(String what, String id, String remedy) {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "Finnes ikke",
                "%s med id «%s» finnes ikke. %s".formatted(what, id, remedy),
                new IllegalArgumentException(id));
    }

    static ApiProblem invalid(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "Ugyldig verdi", detail, new IllegalArgumentException(detail));
    }

    /// Understood, but not to be done.
    static ApiProblem refused(RuntimeException cause) {
        String detail = cause.getMessage() == null ? "" : cause.getMessage();
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "Kan ikke gjøres", detail, cause);
    }

    /// What a person or program wanted to state cannot be stored; with what is wrong field by field.
    static ApiProblem curation(CurationException refused, Locale locale) {
        HttpStatus status = switch (refused.reason()) {
            case INVALID, REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CHANGED_MEANWHILE -> HttpStatus.CONFLICT;
        };
        String title = switch (refused.reason()) {
            case INVALID -> "Kan ikke lagres";
            case REFUSED -> "Kan ikke gjøres";
            case UNKNOWN -> "Finnes ikke";
            case CHANGED_MEANWHILE -> "Endret av andre";
        };
        String detail = refused.problems().stream()
                .map(problem -> problem.text(locale))
                .distinct()
                .collect(Collectors.joining(" "));
        var problem = new ApiProblem(status, title, detail, refused);
        problem.getBody()
                .setProperty(
                        "problems",
                        refused.problems().stream()
                                .map(one -> Map.of("field", one.field(), "message", one.text(locale)))
                                .toList());
        if (!refused.options().isEmpty()) {
            problem.getBody()
                    .setProperty(
                            "options",
                            refused.options().stream()
                                    .map(CurationApi.OptionJson::of)
                                    .toList());
        }
        refused.current().ifPresent(now -> problem.getBody().setProperty("current", CurationApi.ThingDetails.of(now)));
        return problem;
    }

    static ApiProblem notStored(Throwable cause) {
        return new ApiProblem(
                HttpStatus.INSUFFICIENT_STORAGE,
                "Filene kunne ikke lagres",
                "Disken kan være full. Frigjør plass og last opp på nytt.",
                cause);
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
