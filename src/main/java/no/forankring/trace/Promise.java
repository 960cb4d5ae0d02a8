package no.forankring.trace;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a network has promised of gatherings in a year, what was planned and what was reported.
///
/// @param promised how many a year, by the mandate
/// @param planned how many gatherings of that year the plans have; 0 when none is found
/// @param reported how many the annual report tells of; empty when none does
public record Promise(
        Thing network,
        int year,
        int promised,
        EvidenceView promise,
        int planned,
        Optional<EvidenceView> plan,
        Optional<Integer> reported,
        Optional<EvidenceView> report) {

    public enum Outcome {
        KEPT,
        BROKEN,
        MORE,
        /// Fewer are reported, but the promise counts other things among its gatherings: a person must read both.
        UNCLEAR,
        /// No report of that year tells.
        UNKNOWN
    }

    // "tre samlinger i året, hvorav én er en åpen fagdag"
    private static final Pattern COUNTS_OTHERS =
            Pattern.compile("(?iU)\\b(hvorav|herav|kvorav|av dem|av dei|inkludert|medregnet|medrekna)\\b");

    public Outcome outcome() {
        if (reported.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        int held = reported.get();
        if (held < promised) {
            return COUNTS_OTHERS.matcher(promise.quote()).find() ? Outcome.UNCLEAR : Outcome.BROKEN;
        }
        return held == promised ? Outcome.KEPT : Outcome.MORE;
    }
}
