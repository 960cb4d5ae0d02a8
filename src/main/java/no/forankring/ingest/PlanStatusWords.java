package no.forankring.ingest;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import no.forankring.extraction.PlanStatus;
import no.forankring.extraction.PlanStatus.Basis;
import no.forankring.extraction.Progress;

/// What is said of a status read from a plan: how sure it is, by which rule, and why, in bokmål.
final class PlanStatusWords {

    private static final double SAID = 0.95;
    private static final double BEST = 0.7;
    private static final double SECOND = 0.5;
    private static final double LEAST = 0.3;

    private PlanStatusWords() {}

    /// What the document itself says, in words or by a color that it explains, is what it says; a guess never is.
    static boolean isFact(PlanStatus status) {
        return status.isSaid();
    }

    /// So that candidates are listed in the order of the readings.
    static double confidence(PlanStatus status, Progress reading) {
        if (status.isSaid()) {
            return SAID;
        }
        int place = status.readings().indexOf(reading);
        boolean guessed = status.basis() != Basis.COLOR_GONE;
        return guessed && place == 0 ? BEST : Math.max(0.05, (guessed && place == 1 ? SECOND : LEAST) - 0.05 * place);
    }

    /// Of what a color may mean, the first step is what the color tells; the others are there to choose from.
    static String rule(PlanStatus status, Progress reading) {
        boolean first = status.readings().getFirst() == reading;
        return first ? status.basis().rule() : "status-choice";
    }

    static String reason(PlanStatus status, Progress reading) {
        boolean first = status.readings().getFirst() == reading;
        String key = status.basis() == Basis.COLOR_GONE && status.legend().isEmpty()
                ? "cell-color-gone"
                : status.basis() == Basis.COLOR_GONE
                        ? "cell-color-gone-explained"
                        : first ? status.basis().rule() : "status-choice";
        ResourceBundle bundle = ResourceBundle.getBundle("no.forankring.ingest.reasons", Locale.ROOT);
        return new MessageFormat(bundle.getString(key), Locale.ROOT)
                .format(new Object[] {status.color(), status.legend(), bundle.getString("progress-" + reading.code())});
    }
}
