/// What in a text is about a private person, and may it be shown?
///
/// [PersonalDataDetector] finds it: e-mail addresses, telephone numbers, national identity numbers, account numbers,
/// names that stand with such contact details, and health information about a named person. It is pure: the same text
/// gives the same answer.
///
/// [PersonalDataDesk] is the door. Everything found is withheld until somebody with the right releases it. It is the
/// [veil][no.forankring.document.Veil] that `Documents` holds over every text it gives out, so what is withheld is
/// masked before anything else sees the text; offsets stay. A release is a decision of its own: it names what it
/// releases
/// by a keyed hash, so it holds no personal data and outlives every re-reading.
///
/// A new kind of personal data is a constant in [PersonalData.Kind], a finder beside the others, rows in the table of
/// examples, and its word in the message files.
@org.jspecify.annotations.NullMarked
package no.forankring.privacy;
