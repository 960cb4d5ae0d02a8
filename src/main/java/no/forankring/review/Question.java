package no.forankring.review;

import java.util.List;
import no.forankring.trace.Step;

/// Something that waits for a person: which of several statements a document makes, or whether it makes the only one.
///
/// @param document id of the document that may say so
/// @param reason why the machine left it open, in bokmål
/// @param choices at least one, best first; of several at most one is right
/// @param lesson what accepting the first could teach
public record Question(String document, String documentTitle, String reason, List<Step> choices, Lesson lesson) {

    public Question {
        choices = List.copyOf(choices);
    }

    /// True when it asks what a document cites, false when it asks how other things are tied.
    public boolean isCitation() {
        return choices.getFirst().predicate().equals("cites");
    }

    /// The addresses of the links that the question is about.
    public List<String> links() {
        return choices.stream().map(Step::link).toList();
    }
}
