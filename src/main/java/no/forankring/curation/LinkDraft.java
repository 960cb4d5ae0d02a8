package no.forankring.curation;

/// A link as a person wants it to be.
///
/// @param subject the address of the thing in which it begins
/// @param object what it leads to, in the person's words: an address, an id, a name or a citation
/// @param strength the step of the ladder, as in `Planned`; empty where the relation has none
/// @param createObject true when a thing of that name is to be made where there is none
public record LinkDraft(String subject, LinkType type, String object, String strength, boolean createObject) {

    public LinkDraft {
        object = object.strip();
    }
}
