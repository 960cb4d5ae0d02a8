package no.forankring.citation;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import no.forankring.document.Owner;
import no.forankring.register.GoverningDocumentId;

/// A spelling that a person accepted in review as a name of a governing document.
///
/// @param id names the alias; the last part of its address
/// @param words as they stood in the text that was judged
/// @param owner in whose documents alone it counts; empty: in all
public record LearnedAlias(
        String id, String words, GoverningDocumentId document, Optional<Owner> owner, Provenance provenance) {

    // "… § 4-1", "… kap. 3", "… kapittel 3", "… artikkel 5"
    private static final Pattern PROVISION =
            Pattern.compile("\\s*(?:§|\\$|(?<!\\p{L})(?:kap\\.|kapittel|artikkel|art\\.)\\s*\\d).*", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern AROUND = Pattern.compile("^[\\s.,;:«»“”\"„()\\[\\]–—-]+|[\\s.,;:«»“”\"„(\\[–—-]+$");

    public LearnedAlias {
        if (words.isBlank()) {
            throw new IllegalArgumentException("A learned alias of %s needs words".formatted(document));
        }
    }

    /// Which judgment it stems from.
    ///
    /// @param judgment the id of the judgment
    /// @param who the account that judged
    /// @param document the id of the document in which the judged words stand
    public record Provenance(String judgment, String who, Instant when, String document) {}

    /// The words of a mention that can become a name: on one line, without the provision and the signs around them.
    /// Empty when nothing is left.
    public static String nameIn(String mention) {
        String name = PROVISION.matcher(mention.replace("\u00AD", "")).replaceFirst("");
        String line = SPACE.matcher(name).replaceAll(" ");
        String bare = AROUND.matcher(line).replaceAll("");
        // A bracket that was opened within the words stays closed.
        return bare.indexOf('(') < 0 && bare.endsWith(")") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
