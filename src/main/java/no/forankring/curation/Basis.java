package no.forankring.curation;

/// Where what a person enters is from: words of a document that we hold, or the person's own word.
///
/// @param why in the person's words; may be empty when the words of a document are given
/// @param document id of a document; empty when there is none
/// @param passage id of a passage of it
/// @param quote the words in it that say so; empty for the whole passage
public record Basis(String why, String document, String passage, String quote) {

    public Basis {
        why = why.strip();
        document = document.strip();
        passage = passage.strip();
        quote = quote.strip();
    }

    /// The person's own word.
    public static Basis of(String why) {
        return new Basis(why, "", "", "");
    }

    boolean inDocument() {
        return !document.isEmpty();
    }
}
