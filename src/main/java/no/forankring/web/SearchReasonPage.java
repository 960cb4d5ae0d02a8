package no.forankring.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forankring.document.DocumentId;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Why did this document come up?
@Controller
class SearchReasonPage {

    private static final String DOCUMENT = "[a-z0-9]+(-[a-z0-9]+)*";

    private final PassageSearch search;
    private final MessageSource messages;

    SearchReasonPage(PassageSearch search, MessageSource messages) {
        this.search = search;
        this.messages = messages;
    }

    @GetMapping("/sok/hvorfor")
    String why(@RequestParam String q, @RequestParam("dokument") String document, Model model, Locale locale) {
        var words = new Words(messages, locale);
        List<String> reasons = document.matches(DOCUMENT)
                ? search.explain(new SearchQuery(q.strip(), Map.of(), 1, 1), new DocumentId(document)).stream()
                        .map(note -> words.shown(note.text(locale)))
                        .toList()
                : List.of();
        model.addAttribute(
                "view", new View(q.strip(), reasons, Paths.document(document), "/sok?q=" + Paths.encode(q.strip())));
        return "search-why";
    }

    /// @param reasons one sentence each; none when the document is not there or no words were typed
    record View(String q, List<String> reasons, String documentHref, String searchHref) {}
}
