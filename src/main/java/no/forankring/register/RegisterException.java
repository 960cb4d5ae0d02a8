package no.forankring.register;

import java.util.List;
import java.util.stream.Collectors;

/// The register, or the list of municipalities and counties, cannot be used.
public final class RegisterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RegisterException(String message) {
        super(message);
    }

    private RegisterException(String message, Throwable cause) {
        super(message, cause);
    }

    static RegisterException broken(List<Problem> problems) {
        return new RegisterException(problems.stream()
                .map(Problem::text)
                .collect(Collectors.joining(
                        "\n",
                        "The register breaks %d of its rules. Mend each entry below and start again.\n"
                                .formatted(problems.size()),
                        "")));
    }

    static RegisterException unreadable(String what, Throwable cause) {
        return new RegisterException(
                "Cannot read %s: %s. Check that the file is there, is readable and is written in UTF-8."
                        .formatted(what, cause.getMessage()),
                cause);
    }

    static RegisterException missing(String resource) {
        return new RegisterException(
                "The program lacks its own file %s. Build it again with: mvn package".formatted(resource));
    }

    /// One broken rule.
    ///
    /// @param row the entry's id, or its place when it has none
    /// @param remedy what to do, as a whole sentence
    record Problem(String file, int line, String row, String what, String remedy) {

        String text() {
            return "- %s line %d, %s: %s. %s".formatted(file, line, row, what, remedy);
        }
    }
}
