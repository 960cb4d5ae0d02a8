package no.forankring.api;

import java.time.Instant;
import no.forankring.citation.LearnedAlias;
import no.forankring.document.Owner;
import org.jspecify.annotations.Nullable;

/// A spelling that a person has accepted.
///
/// @param governingDocument id of the document that it names
/// @param owner in whose documents alone it counts; none: in all
/// @param document id of the document in which the judged words stand
record AliasJson(
        String id,
        String words,
        String governingDocument,
        @Nullable OwnerJson owner,
        String who,
        Instant when,
        String judgment,
        String document) {

    record OwnerJson(String key, String name) {

        static OwnerJson of(Owner owner) {
            return new OwnerJson(owner.key(), owner.name());
        }
    }

    static AliasJson of(LearnedAlias alias) {
        return new AliasJson(
                alias.id(),
                alias.words(),
                alias.document().value(),
                alias.owner().map(OwnerJson::of).orElse(null),
                alias.provenance().who(),
                alias.provenance().when(),
                alias.provenance().judgment(),
                alias.provenance().document());
    }
}
