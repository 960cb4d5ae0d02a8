package no.forankring.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import no.forankring.citation.Explanation;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Sha256;
import no.forankring.findings.FindingsDesk;
import no.forankring.identity.IdentityDesk;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Job;
import no.forankring.review.ReviewDesk;
import no.forankring.review.SecondReader;
import no.forankring.trace.DocumentView;
import no.forankring.trace.Listing;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;
import no.forankring.trace.Trace;
import org.springframework.core.io.InputStreamSource;

/// What the pages ask of the features whose doors are classes. Narrow, so that a test can answer by hand.
interface PageSources {

    /// By address or bare id.
    Optional<Trace> trace(String id, boolean withSuggestions);

    /// By the two parts of an address.
    Optional<Trace> trace(String kind, String id, boolean withSuggestions);

    /// The thing to which the address of another leads that was merged or renamed; empty when it leads nowhere.
    default Optional<Thing> forward(String kind, String id) {
        return Optional.empty();
    }

    Optional<DocumentView> document(String id);

    /// One statement by the address of its link.
    Optional<Step> step(String link);

    List<Listing> list(String kind);

    Optional<DocumentText> text(DocumentView document);

    /// What a text cites, by the register and what people have taught. Nothing is stored.
    List<Resolution> recognize(DocumentText document);

    /// One for each mention, in the same order.
    List<Explanation> explain(Optional<DocumentText> text, List<Explanations.Stored> mentions);

    /// What a person is asked, answers and takes back.
    ReviewDesk review();

    /// What a second person reads again.
    SecondReader secondReader();

    /// What a person is asked about names.
    IdentityDesk identities();

    /// Numbers that do not agree.
    FindingsDesk findings();

    /// How many files could not be read.
    long unread();

    /// The documents that hold these words.
    List<DocumentId> holding(String words);

    /// Queues documents to be linked again and returns the job's id.
    String linkAgain(String who, String title, List<DocumentId> documents);

    /// Deletes a document with all that rests on it; false when there is none of that id.
    boolean delete(String who, DocumentId document);

    Optional<InputStream> original(Sha256 sha256) throws IOException;

    /// Keeps the files, queues them and returns the job's id.
    String takeIn(String who, List<Upload> files) throws IOException;

    Optional<Job> job(String id);

    /// The newest first.
    List<Job> jobs();

    QueryAnswer ask(String query);

    QueryRunner.Terms terms();

    /// @param name as the browser gave it, without folders
    record Upload(String name, InputStreamSource bytes) {}
}
