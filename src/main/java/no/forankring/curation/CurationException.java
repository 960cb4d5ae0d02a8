package no.forankring.curation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was entered cannot be stored as it is. Nothing was changed. The message is in bokmål.
public final class CurationException extends RuntimeException {

    /// Why it cannot.
    public enum Reason {
        /// A field is wrong; the problems say which and why.
        INVALID,
        /// There is no such thing.
        UNKNOWN,
        /// Somebody else has changed it since it was shown.
        CHANGED_MEANWHILE,
        /// It is not to be done; the problem says what to do instead.
        REFUSED
    }

    private final Reason reason;
    private final transient List<Problem> problems;
    private final transient Optional<StoredThing> current;
    private final transient List<Option> options;

    private CurationException(
            Reason reason,
            List<Problem> problems,
            Optional<StoredThing> current,
            List<Option> options,
            @Nullable Throwable cause) {
        super(
                problems.stream()
                        .map(problem -> problem.text(Locale.of("nb")))
                        .distinct()
                        .collect(Collectors.joining(" ")),
                cause);
        this.reason = reason;
        this.problems = List.copyOf(problems);
        this.current = current;
        this.options = List.copyOf(options);
    }

    public Reason reason() {
        return reason;
    }

    /// At least one.
    public List<Problem> problems() {
        return problems;
    }

    /// How the thing stands now, when somebody else has changed it.
    public Optional<StoredThing> current() {
        return current;
    }

    /// What may be meant, where the words fit several things.
    public List<Option> options() {
        return options;
    }

    static CurationException invalid(List<Problem> problems) {
        return new CurationException(Reason.INVALID, problems, Optional.empty(), List.of(), null);
    }

    static CurationException invalid(String field, String key, String... arguments) {
        return invalid(List.of(Problem.of(field, key, arguments)));
    }

    static CurationException several(String field, String words, List<Option> options) {
        return new CurationException(
                Reason.INVALID, List.of(Problem.of(field, "several", words)), Optional.empty(), options, null);
    }

    static CurationException shapes(List<Problem> problems, Throwable cause) {
        return new CurationException(Reason.INVALID, problems, Optional.empty(), List.of(), cause);
    }

    static CurationException unknown(String what) {
        return new CurationException(
                Reason.UNKNOWN, List.of(Problem.of("", "unknown", what)), Optional.empty(), List.of(), null);
    }

    static CurationException changedMeanwhile(StoredThing current) {
        return new CurationException(
                Reason.CHANGED_MEANWHILE,
                List.of(Problem.of("", "changedMeanwhile")),
                Optional.of(current),
                List.of(),
                null);
    }

    static CurationException refused(String key, String... arguments) {
        return new CurationException(
                Reason.REFUSED, List.of(Problem.of("", key, arguments)), Optional.empty(), List.of(), null);
    }
}
