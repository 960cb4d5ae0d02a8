package no.forankring.api;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.api.AliasJson.OwnerJson;
import no.forankring.api.ApiSources.Upload;
import no.forankring.citation.Explanation;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.extraction.DocumentOwner;
import no.forankring.graph.Addresses;
import no.forankring.ingest.Explanations;
import no.forankring.register.GoverningDocumentId;
import no.forankring.trace.DocumentView;
import no.forankring.trace.Listing;
import no.forankring.trace.MentionView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Which texts do we hold, and how does one take in more?
@RestController
class DocumentApi {

    private final ApiSources sources;

    DocumentApi(ApiSources sources) {
        this.sources = sources;
    }

    @GetMapping("/api/documents")
    Listed list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(defaultValue = "1") int page) {
        var limits = new PageLimits(page, size);
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        List<Listing> fitting = sources.list(Addresses.DOCUMENT).stream()
                .filter(listing -> (listing.thing().label() + "\n" + listing.detail())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        return new Listed(
                fitting.size(),
                page,
                size,
                limits.cut(fitting).stream()
                        .map(listing -> new Row(
                                listing.thing().id(), listing.thing().label(), listing.detail(), listing.outgoing()))
                        .toList());
    }

    @GetMapping("/api/documents/{id}")
    DocumentJson one(@PathVariable String id, Locale locale) {
        DocumentView document = sources.document(id)
                .orElseThrow(() -> ApiProblem.unknown("Dokument", id, "Se listen i /api/documents."));
        Optional<DocumentText> text = sources.text(document);
        Map<String, String> texts = text.map(DocumentText::passages).orElse(List.of()).stream()
                .collect(Collectors.toMap(passage -> passage.id().value(), Passage::text, (first, second) -> first));
        List<Explanation> explanations = sources.explain(
                text, document.mentions().stream().map(DocumentApi::stored).toList());
        var mentions = new ArrayList<MentionJson>();
        for (int i = 0; i < document.mentions().size(); i++) {
            MentionView mention = document.mentions().get(i);
            mentions.add(MentionJson.of(
                    mention,
                    texts.getOrDefault(mention.passage(), ""),
                    ExplanationJson.of(explanations.get(i), locale)));
        }
        return DocumentJson.of(document, text.flatMap(DocumentOwner::of), mentions);
    }

    static Explanations.Stored stored(MentionView mention) {
        return new Explanations.Stored(
                mention.passage(),
                mention.start(),
                mention.end(),
                mention.targets().stream()
                        // The same words may name a thing whose class a person has confirmed.
                        .filter(target -> target.kind().equals(Addresses.GOVERNING_DOCUMENT))
                        .map(target -> new GoverningDocumentId(target.id()))
                        .toList(),
                mention.links(),
                mention.reason());
    }

    /// Takes files in. The answer comes when the originals are on disk; reading goes on in the job.
    @PostMapping(path = "/api/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Accepted> upload(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            Principal who) {
        var uploads = new ArrayList<Upload>();
        add(uploads, file);
        add(uploads, files);
        if (uploads.isEmpty()) {
            throw ApiProblem.invalid("Send minst én fil i feltet «file», som i curl -F file=@mandat.pdf.");
        }
        try {
            String job = "/api/jobs/" + sources.takeIn(who.getName(), uploads);
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .location(URI.create(job))
                    .body(new Accepted(job.substring(job.lastIndexOf('/') + 1), job, uploads.size()));
        } catch (IOException e) {
            throw ApiProblem.notStored(e);
        }
    }

    /// Deletes a document with all that rests on it.
    @DeleteMapping("/api/documents/{document}")
    ResponseEntity<Void> delete(@PathVariable String document, Principal who) {
        DocumentView known = sources.document(document)
                .orElseThrow(() -> ApiProblem.unknown("Dokument", document, "Se listen i /api/documents."));
        sources.delete(who.getName(), new DocumentId(known.id()));
        return ResponseEntity.noContent().build();
    }

    private static void add(List<Upload> uploads, @Nullable List<MultipartFile> files) {
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isBlank()) {
                uploads.add(
                        new Upload(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), file));
            }
        }
    }

    record Listed(long total, int page, int size, List<Row> documents) {}

    /// @param links how many facts it states
    record Row(String id, String title, String detail, long links) {}

    /// @param job the address that tells how it goes
    record Accepted(String id, String job, int files) {}

    /// @param date ISO; empty when unknown
    /// @param pages 0 where the format has none
    /// @param owner whom the document comes from, as its beginning says; none when that says nobody, or several
    record DocumentJson(
            String id,
            String title,
            String fileName,
            String source,
            String type,
            String language,
            String date,
            String sha256,
            String mediaType,
            int version,
            int pages,
            @Nullable OwnerJson owner,
            List<MentionJson> mentions) {

        static DocumentJson of(DocumentView document, Optional<DocumentOwner> owner, List<MentionJson> mentions) {
            return new DocumentJson(
                    document.id(),
                    document.title(),
                    document.fileName(),
                    document.source(),
                    document.kind(),
                    document.language(),
                    document.date(),
                    document.sha256(),
                    document.mediaType(),
                    document.version(),
                    document.pages(),
                    owner.map(DocumentOwner::owner).map(OwnerJson::of).orElse(null),
                    mentions);
        }
    }

    /// @param start first UTF-16 unit within the passage
    /// @param text the words; empty when the text is not at hand
    /// @param targets one when resolved, the candidates when ambiguous
    /// @param links the addresses of the links to these, in the same order
    /// @param explanation why, from the words to the target, in the language asked for with `lang`
    record MentionJson(
            String passage,
            int start,
            int end,
            String text,
            String state,
            List<ThingJson> targets,
            List<String> links,
            String provision,
            String status,
            String rule,
            String reason,
            ExplanationJson explanation) {

        static MentionJson of(MentionView mention, String passageText, ExplanationJson explanation) {
            boolean fits =
                    mention.start() >= 0 && mention.start() <= mention.end() && mention.end() <= passageText.length();
            return new MentionJson(
                    mention.passage(),
                    mention.start(),
                    mention.end(),
                    fits ? passageText.substring(mention.start(), mention.end()) : "",
                    mention.state(),
                    mention.targets().stream().map(ThingJson::of).toList(),
                    mention.links(),
                    mention.provision(),
                    mention.status(),
                    mention.rule(),
                    mention.reason(),
                    explanation);
        }
    }
}
