package no.forankring.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import no.forankring.citation.Explanation;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.findings.FindingsDesk;
import no.forankring.identity.IdentityDesk;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Job;
import no.forankring.review.ReviewDesk;
import no.forankring.review.SecondReader;
import no.forankring.trace.DocumentView;
import no.forankring.trace.Listing;
import no.forankring.trace.Trace;
import org.springframework.core.io.InputStreamSource;

/// What the JSON interface asks of the features whose doors are classes. Narrow, so that a test can answer by hand.
interface ApiSources {

    Optional<Trace> trace(String id, boolean withSuggestions);

    Optional<DocumentView> document(String id);

    List<Listing> list(String kind);

    Optional<DocumentText> text(DocumentView document);

    /// What a text cites; offsets are UTF-16 units of exactly this text.
    List<Resolution> recognize(String text);

    /// How many files could not be read.
    long unread();

    Explanation explain(Resolution resolution);

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

    /// The documents that hold these words.
    List<DocumentId> holding(String words);

    /// Queues documents to be linked again and returns the job's id.
    String linkAgain(String who, String title, List<DocumentId> documents);

    /// Deletes a document with all that rests on it; false when there is none of that id.
    boolean delete(String who, DocumentId document);

    /// Keeps the files, queues them and returns the job's id.
    String takeIn(String who, List<Upload> files) throws IOException;

    Optional<Job> job(String id);

    /// @param name the last part of the file's path
    record Upload(String name, InputStreamSource bytes) {}
}
