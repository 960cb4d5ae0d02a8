package no.forankring.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import no.forankring.review.ReviewQueue.Verdict;

/// What a second person reads again without seeing the first one's answer, and what comes of it when they disagree.
/// Narrow, so that a test can answer by hand.
public interface SecondReader {

    /// Asks that what was decided within a filter be read again, as far as nobody has done so.
    ///
    /// @param scope the filter as in the address of the page, to tell it by
    /// @return the id of the reading
    /// @throws ReviewException when nothing of it is decided
    String ask(QueueFilter filter, String scope, String who);

    /// Asks that one decision be read again.
    ///
    /// @param link the address of the judged link or mention
    /// @throws ReviewException when it is not judged, or somebody has read it again already
    String ask(String link, String who);

    /// The newest first.
    List<Reading> readings();

    /// What this person still has to read of it, in order: what others have decided and nobody has read again.
    ///
    /// @throws ReviewException when there is no such reading
    List<QueueItem> items(String reading, String who);

    /// One of these items, without what was decided of it; empty when it is read.
    Optional<ReviewCase> look(String reading, String item, String who);

    /// Notes what the second person says.
    ///
    /// Where that differs from what was decided, the decision is disputed: what it made a fact is no fact until
    /// somebody settles it.
    ///
    /// @param chosen of an acceptance the address of the link that is right; may be empty where there is but one
    /// @throws ReviewException when the item is not to be read by this person, or nothing is chosen among several
    void say(String reading, String item, Verdict verdict, String chosen, String why, String who);

    /// What two people disagree about, the oldest first.
    List<Disagreement> disagreements();

    /// Ends a disagreement; what is decided holds from now on, as a decision of the one who settles.
    ///
    /// @throws ReviewException when there is no such disagreement
    void settle(String disagreement, Side side, String why, String who);

    /// How often first and second readers agree, over all that were read twice.
    Agreement agreement();

    /// @param scope which part of what was decided; the link's address for one decision
    /// @param all how many decisions it is about
    /// @param left how many of these nobody has read again
    record Reading(String id, String who, Instant when, String scope, int all, int left) {}

    /// What somebody answered.
    ///
    /// @param target the label of what was accepted; empty when nothing was
    record Said(Verdict verdict, String target, String who, Instant when, String why) {}

    /// @param id names it, to settle it by
    /// @param item what it is about
    record Disagreement(String id, QueueItem item, Said first, Said second) {}

    /// Whose answer shall hold.
    enum Side {
        FIRST,
        SECOND,
        /// Neither: it stays unsure.
        NEITHER
    }

    /// @param read how many answers were read again
    /// @param same how many of these got the same answer
    /// @param kappa Cohen's kappa over accepted, rejected and unsure; empty below [#LEAST_FOR_KAPPA] or where all
    ///     answers are of one kind, so that agreement by chance is certain
    record Agreement(int read, int same, OptionalDouble kappa) {

        public static final int LEAST_FOR_KAPPA = 10;

        /// Between 0 and 1; empty when nothing was read again.
        public OptionalDouble share() {
            return read == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) same / read);
        }
    }
}
