package no.forankring.review;

import java.util.List;
import java.util.Optional;
import no.forankring.citation.LearnedAlias;
import no.forankring.register.GoverningDocument;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Answered;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.PointedOut;
import no.forankring.trace.OpenMention;
import no.forankring.trace.Thing;

/// What a person is asked, answers and takes back. Narrow, so that a test can answer by hand.
public interface ReviewDesk {

    // ---- the queue ----

    /// What waits and fits a filter, with exact counts.
    Queue queue(QueueFilter filter);

    /// Everything about one item that waits; empty when none has that key, as when somebody has decided it.
    Optional<ReviewCase> look(String key);

    /// Takes a decision about an item, and where it says so about all that ask the same of the same words, in one
    /// change that is durable when this returns.
    ///
    /// @throws ReviewException when the item no longer waits, when nothing is chosen among several, or when its words
    ///     may not be learned; nothing is noted then
    Outcome decide(Decision decision, String who);

    /// Decides that the words mean something else than was suggested: rejects what was and accepts what is named, with
    /// the same evidence. Of words that name no document it points out what they mean.
    ///
    /// @param decision its verdict and what it has chosen do not count
    /// @param words a governing document as a person writes it, as in [#pointOut], or the address of one of [#others]
    /// @throws ReviewException when the item no longer waits, or the words do not give one document
    Outcome choose(Decision decision, String words, String who);

    /// What an item may mean instead: things of the same kind that its document speaks of, by label. None where it may
    /// be any governing document; those are found by [#find].
    List<Thing> others(String key);

    /// Governing documents of the register by words of their names, by number or by id, best first, at most `limit`.
    List<GoverningDocument> find(String words, int limit);

    /// Takes back all that was decided in one answer, as if nobody had judged it, and what was learned from it.
    Outcome undo(String together, String who);

    /// The decisions, the newest first.
    List<DecisionEntry> decisions(DecisionFilter filter);

    // ---- where people are ----

    Optional<ReviewPlace> place(String who);

    void keep(ReviewPlace place, String who);

    /// Whether a person wants single-key shortcuts; true until switched off.
    boolean singleKeys(String who);

    void singleKeys(boolean on, String who);

    // ---- by document and by link ----

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
    /// @throws ReviewException when a link is not known or disputed, or when its words may not be learned; nothing is
    ///     noted then
    Outcome answer(Answer answer, String who);

    /// Takes back what was decided about links, as if nobody had judged them, and what was learned from it.
    Outcome takeBack(List<String> links, String who);

    /// The newest first.
    List<Answered> answered(int limit);

    // ---- what was learned ----

    /// The learned aliases, the oldest first.
    List<LearnedAlias> aliases();

    /// Takes a learned alias back; the judgment that it stems from stands. Empty when there is none of that id.
    Optional<LearnedAlias> forget(String alias, String who);
}
