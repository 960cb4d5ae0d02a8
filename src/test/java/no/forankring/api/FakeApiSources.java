package no.forankring.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.forankring.citation.Candidate;
import no.forankring.citation.Explanation;
import no.forankring.citation.Mention;
import no.forankring.citation.Pinpoint;
import no.forankring.citation.Resolution;
import no.forankring.citation.Rule;
import no.forankring.citation.Target;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Span;
import no.forankring.findings.FindingsDesk;
import no.forankring.identity.IdentityDesk;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Job;
import no.forankring.register.GoverningDocumentId;
import no.forankring.review.ReviewDesk;
import no.forankring.review.SecondReader;
import no.forankring.testing.EdgeExamples;
import no.forankring.testing.FakeFindings;
import no.forankring.testing.FakeIdentities;
import no.forankring.testing.FakeReview;
import no.forankring.testing.FakeSecondReader;
import no.forankring.trace.DocumentView;
import no.forankring.trace.Listing;
import no.forankring.trace.Trace;

/// Answers the interface from the examples; recognizes three wordings.
public final class FakeApiSources implements ApiSources {

    public volatile String uploaded = "";
    public final FakeReview review = new FakeReview();
    public final FakeSecondReader secondReader = new FakeSecondReader(review);
    public final FakeIdentities identities = new FakeIdentities();
    public final FakeFindings findings = new FakeFindings();

    @Override
    public Optional<Trace> trace(String id, boolean withSuggestions) {
        return EdgeExamples.trace(id, withSuggestions);
    }

    @Override
    public Optional<DocumentView> document(String id) {
        return EdgeExamples.document(id);
    }

    @Override
    public List<Listing> list(String kind) {
        return EdgeExamples.list(kind);
    }

    @Override
    public Optional<DocumentText> text(DocumentView document) {
        return Optional.of(EdgeExamples.text());
    }

    @Override
    public long unread() {
        return 3;
    }

    @Override
    public List<Resolution> recognize(String text) {
        var found = new ArrayList<Resolution>();
        mention(text, "kvalitetsforskriften § 7")
                .ifPresent(mention -> found.add(new Resolution.Resolved(
                        mention,
                        new Target(new GoverningDocumentId("for-2016-10-28-1250"), Pinpoint.section("7")),
                        Rule.UNIQUE_NAME,
                        0.99,
                        List.of(),
                        List.of())));
        mention(text, "Meld. St. 24")
                .ifPresent(mention -> found.add(new Resolution.Ambiguous(
                        mention,
                        List.of(candidate("meldst-24-2022-2023"), candidate("meldst-24-2019-2020")),
                        List.of())));
        mention(text, "Måltidsplanen")
                .ifPresent(mention -> found.add(new Resolution.Unresolved(mention, "local_plan", List.of())));
        return found;
    }

    private static Optional<Mention> mention(String text, String words) {
        int at = text.indexOf(words);
        return at < 0
                ? Optional.empty()
                : Optional.of(new Mention(new Span(at, at + words.length()), words, "example"));
    }

    private static Candidate candidate(String id) {
        return new Candidate(Target.whole(new GoverningDocumentId(id)), 0.5, List.of());
    }

    @Override
    public IdentityDesk identities() {
        return identities;
    }

    @Override
    public FindingsDesk findings() {
        return findings;
    }

    @Override
    public ReviewDesk review() {
        return review;
    }

    @Override
    public SecondReader secondReader() {
        return secondReader;
    }

    @Override
    public List<Explanation> explain(Optional<DocumentText> text, List<Explanations.Stored> mentions) {
        return FakeReview.explain(mentions);
    }

    @Override
    public Explanation explain(Resolution resolution) {
        return Explanation.of(resolution, EdgeExamples.register());
    }

    @Override
    public List<DocumentId> holding(String words) {
        return List.of(new DocumentId(EdgeExamples.DOCUMENT));
    }

    @Override
    public String linkAgain(String who, String title, List<DocumentId> documents) {
        return "a1b2";
    }

    @Override
    public boolean delete(String who, DocumentId document) {
        return document.value().equals(no.forankring.testing.EdgeExamples.DOCUMENT);
    }

    @Override
    public String takeIn(String who, List<Upload> files) throws IOException {
        var names = new StringBuilder(who);
        for (Upload file : files) {
            try (InputStream bytes = file.bytes().getInputStream()) {
                names.append(' ').append(file.name()).append('=').append(bytes.readAllBytes().length);
            }
        }
        uploaded = names.toString();
        return "k7q2";
    }

    @Override
    public Optional<Job> job(String id) {
        return EdgeExamples.jobs().stream().filter(job -> job.id().equals(id)).findFirst();
    }
}
