package no.forankring.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.citation.Explanation;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Sha256;
import no.forankring.graph.Addresses;
import no.forankring.trace.DocumentView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What did the system read out of this file?
@Controller
class DocumentPages {

    private static final int SIZE = 50;

    private final PageSources sources;
    private final AccessRules rules;
    private final MessageSource messages;

    DocumentPages(PageSources sources, AccessRules rules, MessageSource messages) {
        this.sources = sources;
        this.rules = rules;
        this.messages = messages;
    }

    @GetMapping("/dokumenter")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        List<ListRow> rows = sources.list(Addresses.DOCUMENT).stream()
                .map(listing -> ListRow.of(listing, words))
                .filter(row -> (row.thing().label() + " " + row.detail())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        var paging = Paging.of(rows.size(), page, SIZE, "/dokumenter?q=" + Paths.encode(q) + "&");
        model.addAttribute(
                "view", new ListView(q, words.count("documents.total", rows.size()), paging.cut(rows), paging));
        return "document-list";
    }

    @GetMapping("/dokumenter/{id}")
    String read(@PathVariable String id, @Nullable Authentication who, Model model, Locale locale) {
        DocumentView document = document(id);
        Optional<DocumentText> text = sources.text(document);
        List<Explanation> explanations = sources.explain(
                text, document.mentions().stream().map(Why::about).toList());
        var words = new Words(messages, locale);
        model.addAttribute("view", ReadingView.of(document, text, explanations, words));
        // Numbers that do not agree, told in the reader's language, those that wait alone.
        model.addAttribute(
                "findings",
                sources.findings().of(id).stream()
                        .filter(finding -> finding.dismissal().isEmpty())
                        .map(finding -> finding.text(words.language()))
                        .toList());
        model.addAttribute("mayDelete", rules.mayDelete(who, id));
        model.addAttribute("mayRelease", rules.mayRelease(who, id));
        model.addAttribute("findingsHref", FindingPage.ADDRESS + "?dokument=" + Paths.encode(id));
        return "document";
    }

    /// The original, always as a download: it is somebody else's file and never runs on our pages.
    @GetMapping("/dokumenter/{id}/fil")
    ResponseEntity<InputStreamResource> original(@PathVariable String id) throws IOException {
        DocumentView document = document(id);
        InputStream bytes = sources.original(new Sha256(document.sha256()))
                .orElseThrow(() -> new NotFoundException("The original of " + id + " is gone"));
        return ResponseEntity.ok()
                .contentType(mediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(SafeName.of(document.fileName()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .eTag(document.sha256())
                .body(new InputStreamResource(bytes));
    }

    /// Asks before it is done.
    @GetMapping("/dokumenter/{id}/slett")
    String deleting(@PathVariable String id, Model model, Locale locale) {
        DocumentView document = document(id);
        model.addAttribute(
                "view",
                new DeletingView(
                        new Words(messages, locale).shown(document.title()),
                        Paths.document(id),
                        Paths.document(id) + "/slett"));
        return "document-delete";
    }

    @PostMapping("/dokumenter/{id}/slett")
    String delete(@PathVariable String id, Principal who, RedirectAttributes flash) {
        DocumentView document = document(id);
        sources.delete(who.getName(), new DocumentId(document.id()));
        flash.addFlashAttribute("deleted", true);
        return "redirect:/dokumenter";
    }

    private DocumentView document(String id) {
        return sources.document(id).orElseThrow(() -> new NotFoundException("We hold no document called " + id));
    }

    private static MediaType mediaType(String text) {
        try {
            MediaType type = MediaType.parseMediaType(text);
            return type.isWildcardType() ? MediaType.APPLICATION_OCTET_STREAM : type;
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    record DeletingView(String title, String href, String action) {}

    record ListView(String q, String total, List<ListRow> rows, Paging paging) {}
}
