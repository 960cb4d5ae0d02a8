package no.forankring.review;

import java.util.List;
import java.util.Optional;
import no.forankring.citation.LearnedAlias;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Answered;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.PointedOut;
import no.forankring.trace.OpenMention;

/// What a person is asked, answers and takes back. Narrow, so that a test can answer by hand.
public interface ReviewDesk {

    /// What waits in one document, in text order, citations first; empty when nothing does, or we do not hold it.
    List<Question> questions(String document);

    /// The items of a document's lists of governing documents that say too little to tell which is meant, in text
    /// order: a person can point it out, or say that there is none.
    List<OpenMention> openMentions(String document);

    /// Links an unresolved mention to the governing document that a person means, as a confirmed fact that is durable
    /// when this returns.
    ///
    /// @param mention the address of the mention
    /// @param words the document as a person writes it: its id, its label, both as in
    ///     `Leve hele livet (meldst-15-2017-2018)`, or a citation of it alone
    /// @throws ReviewException when nobody knows the mention, or the words do not give one document
    PointedOut pointOut(String mention, String words, String who);

    /// Takes an answer: notes a judgment of each link and learns what the scope says, in one change that is durable
    /// when this returns.
    ///
    /// @throws ReviewException when a link is not known, or when its words may not be learned; nothing is noted then
    Outcome answer(Answer answer, String who);

    /// Takes back what was decided about links, as if nobody had judged them, and what was learned from it.
    Outcome takeBack(List<String> links, String who);

    /// The newest first.
    List<Answered> answered(int limit);

    /// The learned aliases, the oldest first.
    List<LearnedAlias> aliases();

    /// Takes a learned alias back; the judgment that it stems from stands. Empty when there is none of that id.
    Optional<LearnedAlias> forget(String alias, String who);
}
