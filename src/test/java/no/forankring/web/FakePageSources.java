package no.forankring.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.citation.CitationRecognizer;
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
import no.forankring.testing.EdgeExamples;
import no.forankring.testing.FakeFindings;
import no.forankring.testing.FakeIdentities;
import no.forankring.testing.FakeReview;
import no.forankring.testing.FakeSecondReader;
import no.forankring.trace.DocumentView;
import no.forankring.trace.Listing;
import no.forankring.trace.Step;
import no.forankring.trace.Trace;

/// Answers the pages from the examples and remembers what was uploaded.
public final class FakePageSources implements PageSources {

    private static final CitationRecognizer RECOGNIZER = new CitationRecognizer(EdgeExamples.register());

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
    public Optional<Trace> trace(String kind, String id, boolean withSuggestions) {
        return EdgeExamples.trace(EdgeExamples.ADDRESSES.of(kind, id).getURI(), withSuggestions);
    }

    @Override
    public Optional<DocumentView> document(String id) {
        return EdgeExamples.document(id);
    }

    @Override
    public Optional<Step> step(String link) {
        return EdgeExamples.trace("mat-og-maltider-i-fjordvik", true).stream()
                .flatMap(trace -> trace.outgoing().stream())
                .filter(step -> step.link().equals(link))
                .findFirst();
    }

    @Override
    public List<Listing> list(String kind) {
        return EdgeExamples.list(kind);
    }

    @Override
    public List<Resolution> recognize(DocumentText document) {
        return RECOGNIZER.recognize(document);
    }

    @Override
    public Optional<DocumentText> text(DocumentView document) {
        return Optional.of(EdgeExamples.text());
    }

    @Override
    public Optional<InputStream> original(Sha256 sha256) {
        return sha256.hex().equals(EdgeExamples.SHA256)
                ? Optional.of(new ByteArrayInputStream(EdgeExamples.ORIGINAL))
                : Optional.empty();
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
    public long unread() {
        return 3;
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
        return jobs().stream().filter(job -> job.id().equals(id)).findFirst();
    }

    @Override
    public List<Job> jobs() {
        return EdgeExamples.jobs();
    }

    private static List<QueryAnswer.Cell> row(String name, String number) {
        return List.of(new QueryAnswer.Cell(name, "", ""), new QueryAnswer.Cell(number, "", ""));
    }

    @Override
    public QueryRunner.Terms terms() {
        return new QueryRunner.Terms(
                Map.of("fa", "https://w3id.org/forankring/ns#"),
                List.of("https://w3id.org/forankring/ns#Network", "https://w3id.org/forankring/ns#Goal"),
                List.of("https://w3id.org/forankring/ns#anchoredIn", "https://w3id.org/forankring/ns#cites"));
    }

    @Override
    public QueryAnswer ask(String query) {
        if (query.startsWith("ASK")) {
            return new QueryAnswer.Answer(true);
        }
        if (query.contains("?year")) {
            return new QueryAnswer.Table(
                    List.of("year", "antall"), List.of(row("2021", "3"), row("2022", "5"), row("2024", "4")), true);
        }
        if (query.contains("?tema")) {
            return new QueryAnswer.Table(
                    List.of("tema", "antall"), List.of(row("demens", "12"), row("ernæring", "6")), true);
        }
        if (!query.contains("SELECT")) {
            return new QueryAnswer.Refused("Linje 1: her ventes SELECT, ASK, CONSTRUCT eller DESCRIBE.");
        }
        return new QueryAnswer.Table(
                List.of("styrende", "navn", "antall"),
                List.of(List.of(
                        new QueryAnswer.Cell(
                                "id/governing-document/meldst-15-2017-2018",
                                "http://localhost:8080/id/governing-document/meldst-15-2017-2018",
                                ""),
                        new QueryAnswer.Cell("Leve hele livet", "", "nb"),
                        new QueryAnswer.Cell("4", "", ""))),
                false);
    }
}
