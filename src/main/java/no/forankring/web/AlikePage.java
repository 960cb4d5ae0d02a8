package no.forankring.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.PassageId;
import no.forankring.search.About;
import no.forankring.search.Alike;
import no.forankring.search.PassageSearch;
import no.forankring.trace.DocumentView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where else does it say something like this?
@Controller
class AlikePage {

    private static final String ADDRESS = "/lignende";
    private static final int MOST = 20;

    private final PassageSearch search;
    private final PageSources sources;
    private final MessageSource messages;

    AlikePage(PassageSearch search, PageSources sources, MessageSource messages) {
        this.search = search;
        this.sources = sources;
        this.messages = messages;
    }

    /// @param passage empty for what is like the whole document
    static String href(String document, String passage) {
        return ADDRESS + "?dokument=" + Paths.encode(document)
                + (passage.isEmpty() ? "" : "&avsnitt=" + Paths.encode(passage));
    }

    @GetMapping(ADDRESS)
    String alike(
            @RequestParam("dokument") String id,
            @RequestParam(name = "avsnitt", defaultValue = "") String passage,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        DocumentView document =
                sources.document(id).orElseThrow(() -> new NotFoundException("We hold no document called " + id));
        Optional<Passage> original = passage.isEmpty() ? Optional.empty() : Optional.of(passage(document, passage));
        Alike alike = search.like(new DocumentId(id), original.map(Passage::id), MOST);
        model.addAttribute(
                "view",
                new View(
                        words.shown(document.title().isEmpty() ? document.fileName() : document.title()),
                        passage.isEmpty() ? Paths.document(id) : Paths.passage(id, passage),
                        original.map(one -> words.shown(one.text())).orElse(""),
                        passage.isEmpty() ? "" : href(id, ""),
                        alike.passages().stream().map(one -> row(one, words)).toList(),
                        alike.documents().stream().map(one -> row(one, words)).toList()));
        return "alike";
    }

    private Passage passage(DocumentView document, String id) {
        return sources.text(document).map(DocumentText::passages).orElse(List.of()).stream()
                .filter(one -> one.id().equals(passageId(id)))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("The document has no passage called " + id));
    }

    private static PassageId passageId(String id) {
        try {
            return new PassageId(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("No passage is called " + id);
        }
    }

    private static PassageRow row(Alike.AlikePassage alike, Words words) {
        String document = alike.document().value();
        return new PassageRow(
                words.shown(alike.title()),
                Paths.document(document),
                SearchPage.PassageView.of(document, alike.passage(), words),
                directives(alike.directives(), words));
    }

    private static DocumentRow row(Alike.AlikeDocument alike, Words words) {
        return new DocumentRow(
                words.shown(alike.title()),
                Paths.document(alike.document().value()),
                words.documentKind(alike.kind()),
                alike.year(),
                directives(alike.directives(), words));
    }

    private static List<SearchPage.Link> directives(List<About.Value> values, Words words) {
        return values.stream()
                .map(value -> new SearchPage.Link(words.shown(value.label()), Paths.governing(value.id())))
                .toList();
    }

    /// @param text of the passage; empty for a whole document
    /// @param wholeHref what is like the whole document; empty where that is what is shown
    record View(
            String title,
            String href,
            String text,
            String wholeHref,
            List<PassageRow> passages,
            List<DocumentRow> documents) {}

    /// @param directives what both cite
    record PassageRow(String title, String href, SearchPage.PassageView passage, List<SearchPage.Link> directives) {}

    record DocumentRow(String title, String href, String kind, String year, List<SearchPage.Link> directives) {}
}
