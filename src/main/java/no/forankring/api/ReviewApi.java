package no.forankring.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.forankring.api.DocumentApi.MentionJson;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.graph.Addresses;
import no.forankring.trace.DocumentView;
import no.forankring.trace.Listing;
import no.forankring.trace.MentionView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which mentions wait for a person?
@RestController
class ReviewApi {

    private final ApiSources sources;

    ReviewApi(ApiSources sources) {
        this.sources = sources;
    }

    /// Ends after the document in which `size` is reached; `next` is where to go on.
    ///
    /// @param from how many documents earlier calls looked through
    @GetMapping("/api/review")
    Waiting waiting(@RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "100") int size) {
        var limits = new PageLimits(1, size);
        if (from < 0) {
            throw ApiProblem.invalid("from er 0 eller mer, men var %d.".formatted(from));
        }
        List<Listing> documents = sources.list(Addresses.DOCUMENT);
        var waiting = new ArrayList<Item>();
        int at = Math.min(from, documents.size());
        while (at < documents.size() && waiting.size() < limits.size()) {
            sources.document(documents.get(at).thing().id()).ifPresent(document -> waiting.addAll(items(document)));
            at++;
        }
        return new Waiting(documents.size(), at, at < documents.size(), waiting);
    }

    private List<Item> items(DocumentView document) {
        List<MentionView> waiting = document.mentions().stream()
                .filter(mention -> mention.state().equals("ambiguous")
                        || mention.status().equals("Suggested")
                                && !mention.state().equals("unresolved"))
                .toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<String, String> texts = sources.text(document).map(DocumentText::passages).orElse(List.of()).stream()
                .collect(Collectors.toMap(passage -> passage.id().value(), Passage::text, (first, second) -> first));
        return waiting.stream()
                .map(mention -> {
                    String text = texts.getOrDefault(mention.passage(), "");
                    return new Item(document.id(), document.title(), text, MentionJson.of(mention, text));
                })
                .toList();
    }

    /// @param documents how many there are in all
    /// @param next the `from` of the next call
    /// @param more false when all documents were looked through
    record Waiting(int documents, int next, boolean more, List<Item> waiting) {}

    /// @param passageText the whole passage; empty when the text is not at hand
    record Item(String document, String documentTitle, String passageText, MentionJson mention) {}
}
