package no.forankring.curation;

/// A statement of a thing, as it stands now.
///
/// @param iri the address of the link
/// @param predicate as in `anchoredIn`
/// @param object the address of what it leads to
/// @param status Automatic, Confirmed or Suggested
/// @param strength empty where it has none
/// @param entered true when a person entered it by hand
public record StoredLink(
        String iri,
        String predicate,
        String object,
        String objectKind,
        String objectId,
        String objectLabel,
        String objectType,
        String status,
        String strength,
        boolean entered) {}
