package no.forankring.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.forankring.citation.Explanation;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Sha256;
import no.forankring.extraction.DocumentOwner;
import no.forankring.findings.FindingsDesk;
import no.forankring.graph.Addresses;
import no.forankring.identity.IdentityDesk;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Ingest;
import no.forankring.ingest.Job;
import no.forankring.ingest.Kept;
import no.forankring.review.Recognizers;
import no.forankring.review.ReviewDesk;
import no.forankring.review.SecondReader;
import no.forankring.trace.DocumentView;
import no.forankring.trace.Listing;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;
import no.forankring.trace.Trace;
import no.forankring.trace.Traces;

/// The pages' sources are the doors themselves.
record DoorSources(
        Addresses addresses,
        Traces traces,
        Documents documents,
        Recognizers recognizers,
        Explanations explanations,
        ReviewDesk review,
        SecondReader secondReader,
        IdentityDesk identities,
        FindingsDesk findings,
        Ingest ingest,
        QueryRunner queries)
        implements PageSources {

    @Override
    public Optional<Trace> trace(String id, boolean withSuggestions) {
        return traces.trace(id, withSuggestions);
    }

    @Override
    public Optional<Trace> trace(String kind, String id, boolean withSuggestions) {
        return traces.trace(addresses.of(kind, id).getURI(), withSuggestions);
    }

    @Override
    public Optional<Thing> forward(String kind, String id) {
        return identities
                .forward(addresses.of(kind, id).getURI())
                .flatMap(address -> traces.trace(address, false))
                .map(Trace::root);
    }

    @Override
    public Optional<DocumentView> document(String id) {
        return traces.document(id);
    }

    @Override
    public Optional<Step> step(String link) {
        return traces.step(link);
    }

    @Override
    public List<Listing> list(String kind) {
        return traces.list(kind);
    }

    @Override
    public Optional<DocumentText> text(DocumentView document) {
        return documents.text(new Sha256(document.sha256()), document.fileName());
    }

    @Override
    public List<Resolution> recognize(DocumentText document) {
        return recognizers
                .current()
                .recognize(document, DocumentOwner.of(document).map(DocumentOwner::owner));
    }

    @Override
    public List<Explanation> explain(Optional<DocumentText> text, List<Explanations.Stored> mentions) {
        return explanations.of(text, mentions);
    }

    @Override
    public long unread() {
        return ingest.unread();
    }

    @Override
    public List<DocumentId> holding(String words) {
        return ingest.holding(words);
    }

    @Override
    public String linkAgain(String who, String title, List<DocumentId> documents) {
        return ingest.linkAgain(who, title, documents);
    }

    @Override
    public boolean delete(String who, DocumentId document) {
        return ingest.delete(who, document);
    }

    @Override
    public Optional<InputStream> original(Sha256 sha256) throws IOException {
        return documents.original(sha256);
    }

    @Override
    public String takeIn(String who, List<Upload> files) throws IOException {
        var kept = new ArrayList<Kept>();
        for (Upload file : files) {
            // The request's own copy is gone when the answer is sent, so the original is kept first.
            try (InputStream bytes = file.bytes().getInputStream()) {
                kept.add(new Kept(file.name(), documents.keep(bytes)));
            }
        }
        String title = files.size() == 1 ? files.getFirst().name() : files.size() + " filer";
        return ingest.submitKept(who, title, kept);
    }

    @Override
    public Optional<Job> job(String id) {
        return ingest.job(id);
    }

    @Override
    public List<Job> jobs() {
        return ingest.jobs();
    }

    @Override
    public QueryAnswer ask(String query) {
        return queries.run(query);
    }

    @Override
    public QueryRunner.Terms terms() {
        return queries.terms();
    }
}
