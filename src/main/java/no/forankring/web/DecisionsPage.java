package no.forankring.web;

import java.util.List;
import java.util.Locale;
import no.forankring.review.DecisionEntry;
import no.forankring.review.DecisionFilter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What people decided, with the history of each link.
@Controller
class DecisionsPage {

    static final String ADDRESS = ReviewPage.ADDRESS + "/avgjorelser";

    private static final int SHOWN = 200;

    private final PageSources sources;
    private final MessageSource messages;

    DecisionsPage(PageSources sources, MessageSource messages) {
        this.sources = sources;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String decisions(
            @RequestParam(name = "dokument", defaultValue = "") String document,
            @RequestParam(name = "kobling", defaultValue = "") String link,
            @RequestParam(name = "ord", defaultValue = "") String asked,
            @RequestParam(name = "regel", defaultValue = "") String rule,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        List<DecisionEntry> found = sources.review().decisions(new DecisionFilter(document, link, asked, rule, true));
        String query = "?document=" + Paths.encode(document) + "&link=" + Paths.encode(link) + "&words="
                + Paths.encode(asked) + "&rule=" + Paths.encode(rule);
        model.addAttribute(
                "view",
                new View(
                        words.count("decisions.count", found.size()),
                        found.stream()
                                .limit(SHOWN)
                                .map(entry -> row(entry, words))
                                .toList(),
                        found.size() > SHOWN ? words.of("decisions.first", words.number(SHOWN)) : "",
                        "/api/review/decisions" + query + "&format=csv",
                        "/api/review/decisions" + query));
        return "decisions";
    }

    private static Row row(DecisionEntry entry, Words words) {
        String state = entry.disputed()
                ? words.of("decisions.disputed")
                : entry.ended()
                        .map(ended -> words.of("decisions.ended", entry.endedBy(), words.time(ended)))
                        .orElse(words.of("decisions.inForce"));
        return new Row(
                words.of("review.verdict." + entry.judgment().verdict().code()),
                entry.statement(),
                entry.judgment().about().words(),
                new ThingLink(entry.documentTitle(), "", Paths.document(entry.document())),
                words.of(
                        "review.answered.by",
                        entry.judgment().who(),
                        words.time(entry.judgment().when())),
                entry.judgment().why(),
                state,
                ADDRESS + "?kobling=" + Paths.encode(entry.judgment().link()));
    }

    /// @param more empty when all are shown
    record View(String count, List<Row> rows, String more, String csvHref, String jsonHref) {}

    /// @param state in force, disputed, or when it ended
    record Row(
            String verdict,
            String statement,
            String words,
            ThingLink document,
            String who,
            String why,
            String state,
            String historyHref) {}
}
