package no.forankring.api;

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
