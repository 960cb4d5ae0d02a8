/// Which names mean the same thing?
///
/// The door is [Identities], for people [IdentityDesk]. Extraction gives each thing of a document an address made of
/// its name alone: a [Sighting]. Before the document is stored, `NameResolution` asks which thing is meant:
///
/// 1. [NameKey] takes the name apart: what it is about in one form for bokmål and nynorsk, title, abbreviation, place,
///    year, owner; [Organizations] knows the names of organisations over time;
/// 2. what a person decided comes first;
/// 3. [NameMatcher] compares it with the things of other documents that share a name. Only equal names whose owner,
///    place or document agree, or that nothing contradicts and no other thing shares, are one by themselves;
/// 4. the document's statements are said of the thing that is meant. The name, its document and the address of the name
///    alone are kept as a [Naming], so nothing is moved silently and everything can be parted again.
///
/// [Meanings] tells which thing an address means now; whoever takes an address from outside, or keeps what was said of
/// one, asks it.
///
/// All that is doubtful waits in [IdentityDesk#pairs]. A decision is a statement of its own with who, when and why; it
/// is asked at every reading, so it is in force after a new version and after a restore.
@org.jspecify.annotations.NullMarked
package no.forankring.identity;
