package no.forankring.trace;

import java.util.List;
import java.util.Optional;

/// What is known of one activity; what is missing nobody has told.
///
/// @param years that it is said to be of
/// @param when the months or the season as the words have them, as in `april`; empty when they tell none
/// @param month from 1; 0 when it is unknown or several
/// @param whenProof the words that tell when
/// @param progress planned, ongoing, carriedOut, postponed or cancelled; empty when unknown
/// @param anchors the governing documents that it rests on or carries out, each with its proof
/// @param goals that it has or contributes to
/// @param participants the figure with its proof
/// @param municipalityCount the figure with its proof
/// @param places municipalities and other organizations that take part, each with its proof
/// @param organisers who arrange it, each with its proof
/// @param networks that it is a part of
/// @param proof any words that speak of it
public record ActivityView(
        Thing thing,
        List<Integer> years,
        String when,
        int month,
        Optional<EvidenceView> whenProof,
        String progress,
        Optional<Step> progressProof,
        List<Step> anchors,
        List<Step> goals,
        Optional<Step> participants,
        Optional<Step> municipalityCount,
        List<Step> places,
        List<Step> organisers,
        List<Step> networks,
        Optional<EvidenceView> proof) {

    public ActivityView {
        years = List.copyOf(years);
        anchors = List.copyOf(anchors);
        goals = List.copyOf(goals);
        places = List.copyOf(places);
        organisers = List.copyOf(organisers);
        networks = List.copyOf(networks);
    }

    /// True when it is done, by its status or by the ladder.
    public boolean carriedOut() {
        return progress.equals("carriedOut")
                || anchors.stream()
                        .anyMatch(step -> List.of("CarriedOut", "Evaluated", "EffectMeasured")
                                .contains(step.strength()));
    }
}
