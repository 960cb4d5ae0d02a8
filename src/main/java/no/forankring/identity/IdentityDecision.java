package no.forankring.identity;

import java.time.Instant;
import java.util.Locale;

/// What a person decided about two things, or about what one document names.
///
/// @param id the last part of its address
/// @param kept the thing that stands; of a split the thing that the name was parted from
/// @param other the thing that is the same as it, or is not; of a split the thing that the name means instead
/// @param document of a split the document whose name it is about; else empty
/// @param own of a split the address that the name alone gives; else empty
/// @param why in the person's words; may be empty
public record IdentityDecision(
        String id,
        Verdict verdict,
        String kept,
        String other,
        String document,
        String own,
        String why,
        String who,
        Instant when) {

    /// What was said.
    public enum Verdict {
        SAME,
        DIFFERENT,
        UNSURE,
        /// What one document names so is another thing.
        SPLIT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isAbout(String one, String two) {
        return kept.equals(one) && other.equals(two) || kept.equals(two) && other.equals(one);
    }
}
