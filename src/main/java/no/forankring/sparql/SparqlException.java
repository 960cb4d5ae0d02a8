package no.forankring.sparql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request to the SPARQL endpoints that cannot be answered. The message says why, in bokmål, and what to do.
public final class SparqlException extends RuntimeException {

    /// The kinds of refusals, each with its HTTP status and the last part of its problem type.
    public enum Kind {
        PARSE_ERROR(400, "parse-error", "Kan ikke leses"),
        BAD_REQUEST(400, "bad-request", "Forespørselen mangler noe"),
        TOO_COMPLEX(400, "too-complex", "For innfløkt"),
        UNKNOWN_WRITER(401, "unknown-writer", "Logg inn først"),
        NO_SUCH_THING(404, "not-found", "Finnes ikke"),
        NOT_ACCEPTABLE(406, "not-acceptable", "Formatet finnes ikke her"),
        TOO_LARGE(413, "too-large", "For stort"),
        UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Ukjent innholdstype"),
        REFUSED(422, "refused-by-policy", "Forstått, men ikke tillatt"),
        RESULT_TOO_LARGE(422, "result-too-large", "Svaret er for stort"),
        VIOLATIONS(422, "violations", "Endringen bryter reglene for grafen"),
        FAILED(500, "failed", "Noe gikk galt"),
        TIMEOUT(503, "timeout", "Tiden er ute"),
        BUSY(503, "busy", "Opptatt");

        private final int status;
        private final String slug;
        private final String title;

        Kind(int status, String slug, String title) {
            this.status = status;
            this.slug = slug;
            this.title = title;
        }

        /// The HTTP status.
        public int status() {
            return status;
        }

        /// As in `parse-error`; stable, so programs may compare it.
        public String slug() {
            return slug;
        }

        /// A few words in bokmål.
        public String title() {
            return title;
        }
    }

    private final Kind kind;
    private final List<String> violations;

    private SparqlException(Kind kind, String message, List<String> violations, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.violations = List.copyOf(violations);
    }

    public Kind kind() {
        return kind;
    }

    /// What the shapes objected to; empty for all other kinds.
    public List<String> violations() {
        return violations;
    }

    private static SparqlException of(Kind kind, String message) {
        return new SparqlException(kind, message, List.of(), null);
    }

    private static SparqlException of(Kind kind, String message, Throwable cause) {
        return new SparqlException(kind, message, List.of(), cause);
    }

    private static String text(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.strip();
    }

    static SparqlException unreadable(String what, Throwable cause) {
        return of(Kind.PARSE_ERROR, what + " kan ikke leses: " + text(cause), cause);
    }

    static SparqlException badRequest(String message) {
        return of(Kind.BAD_REQUEST, message);
    }

    static SparqlException tooComplex() {
        return of(
                Kind.TOO_COMPLEX,
                "Teksten er for innfløkt til å kunne behandles. Del den opp, eller bruk færre nivåer og ledd.");
    }

    static SparqlException tooDeep(int max) {
        return of(
                Kind.TOO_COMPLEX,
                "Parenteser er nøstet dypere enn %d nivåer. Skriv spørringen flatere, eller del den opp."
                        .formatted(max));
    }

    static SparqlException tooLargeString(int max) {
        return of(
                Kind.TOO_COMPLEX,
                "Spørringen bygger en tekst på over %,d tegn. Bygg kortere tekster med CONCAT og REPLACE."
                        .formatted(max));
    }

    static SparqlException slowPattern(String pattern) {
        return of(
                Kind.TOO_COMPLEX,
                "Mønsteret «%s» tar for lang tid å prøve. Unngå gjentakelser inni gjentakelser, som (a+)+."
                        .formatted(pattern.length() > 80 ? pattern.substring(0, 80) + " …" : pattern));
    }

    static SparqlException unknownWriter() {
        return of(
                Kind.UNKNOWN_WRITER,
                "Bare innloggede kan endre grafen. Logg inn, eller send et tilgangsbevis (token).");
    }

    static SparqlException noSuchThing(String message) {
        return of(Kind.NO_SUCH_THING, message);
    }

    static SparqlException noSuchGraph(String iri) {
        return of(
                Kind.NO_SUCH_THING,
                "Grafen <%s> finnes ikke. Spør etter SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } for å se hvilke som finnes."
                        .formatted(iri));
    }

    static SparqlException notAcceptable(String asked, String offered) {
        return of(Kind.NOT_ACCEPTABLE, "Svaret kan ikke gis som «%s». Velg blant: %s.".formatted(asked, offered));
    }

    static SparqlException tooLarge(String what, long maxBytes) {
        return of(
                Kind.TOO_LARGE,
                "%s er større enn grensen på %,d byte. Del den opp i flere forespørsler.".formatted(what, maxBytes));
    }

    static SparqlException unsupported(String message) {
        return of(Kind.UNSUPPORTED_MEDIA_TYPE, message);
    }

    static SparqlException refused(String message) {
        return of(Kind.REFUSED, message);
    }

    static SparqlException tooManyRows(long max) {
        return of(
                Kind.RESULT_TOO_LARGE,
                "Svaret har mer enn %,d rader. Sett LIMIT og OFFSET i spørringen, eller spør smalere.".formatted(max));
    }

    static SparqlException tooManyBytes(long max) {
        return of(
                Kind.RESULT_TOO_LARGE,
                "Svaret er større enn %,d byte. Sett LIMIT og OFFSET i spørringen, eller spør smalere.".formatted(max));
    }

    static SparqlException violations(List<String> violations, Throwable cause) {
        return new SparqlException(
                Kind.VIOLATIONS,
                "Endringen ble ikke lagret fordi den bryter reglene for grafen (%d brudd)".formatted(violations.size())
                        + ": " + String.join("; ", violations),
                violations,
                cause);
    }

    static SparqlException failed(String what, Throwable cause) {
        return of(Kind.FAILED, what + ": " + text(cause), cause);
    }

    static SparqlException timeout(long seconds) {
        return of(
                Kind.TIMEOUT,
                "Spørringen ble stanset etter %d sekunder. Spør smalere, eller sett LIMIT."
                        .formatted(Math.max(1, seconds)));
    }

    static SparqlException updateTimeout(long seconds) {
        return of(
                Kind.TIMEOUT,
                "Oppdateringen ble stanset etter %d sekunder, og ingenting er endret. Del den opp i mindre deler."
                        .formatted(Math.max(1, seconds)));
    }

    static SparqlException stillWriting() {
        return of(
                Kind.TIMEOUT,
                "Endringen venter fremdeles på tur og kan bli utført senere. Se etter i grafen før du sender den på nytt.");
    }

    static SparqlException busy() {
        return of(Kind.BUSY, "Mange spørringer kjører allerede. Prøv igjen om noen sekunder.");
    }
}
