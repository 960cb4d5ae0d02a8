package no.forankring.review;

import java.util.Optional;
import no.forankring.review.ReviewQueue.Verdict;

/// What a person decides about an item of the queue.
///
/// @param item its key
/// @param chosen of an acceptance the address of the link that is right; may be empty where there is but one
/// @param reach whether items that ask the same are decided too
/// @param scope where the accepted words shall count from now on
/// @param why in the person's own words; may be empty
/// @param place where the person goes on, kept with the decision; empty where nothing shall be kept
public record Decision(
        String item,
        Verdict verdict,
        String chosen,
        Reach reach,
        AliasScope scope,
        String why,
        Optional<ReviewPlace> place) {}
