package no.forankring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.graph.Addresses;
import no.forankring.trace.DocumentView;
import no.forankring.trace.Listing;
import no.forankring.trace.MentionView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which mentions wait for a person, because several documents may be meant?
@Controller
class ReviewPage {

    /// A page ends after the document in which this many is reached.
    private static final int ENOUGH = 40;

    private final PageSources sources;
    private final MessageSource messages;

    ReviewPage(PageSources sources, MessageSource messages) {
        this.sources = sources;
        this.messages = messages;
    }

    /// @param from how many documents, in the order of the list, earlier pages looked through
    @GetMapping("/gjennomgang")
    String waiting(@RequestParam(defaultValue = "0") int from, Model model, Locale locale) {
        var words = new Words(messages, locale);
        List<Listing> documents = sources.list(Addresses.DOCUMENT);
        int at = Math.clamp(from, 0, documents.size());
        int begin = at;
        int found = 0;
        var groups = new ArrayList<Group>();
        while (at < documents.size() && found < ENOUGH) {
            Group group = sources.document(documents.get(at).thing().id())
                    .map(document -> group(document, words))
                    .orElse(new Group("", "", List.of()));
            at++;
            if (!group.waiting().isEmpty()) {
                groups.add(group);
                found += group.waiting().size();
            }
        }
        model.addAttribute(
                "view",
                new View(
                        groups,
                        words.count("review.count", found),
                        words.of(
                                "review.lookedThrough",
                                words.number(begin == at ? 0 : begin + 1L),
                                words.number(at),
                                words.number(documents.size())),
                        begin > 0 ? "/gjennomgang" : "",
                        at < documents.size() ? "/gjennomgang?from=" + at : ""));
        return "review";
    }

    private Group group(DocumentView document, Words words) {
        List<MentionView> waiting = document.mentions().stream()
                .filter(mention -> mention.state().equals("ambiguous")
                        || mention.status().equals("Suggested")
                                && !mention.state().equals("unresolved"))
                .toList();
        if (waiting.isEmpty()) {
            return new Group("", "", List.of());
        }
        List<Passage> passages =
                sources.text(document).map(DocumentText::passages).orElse(List.of());
        var rows = new ArrayList<Waiting>();
        for (MentionView mention : waiting) {
            String text = passages.stream()
                    .filter(passage -> passage.id().value().equals(mention.passage()))
                    .findFirst()
                    .map(Passage::text)
                    .filter(found -> mention.end() <= found.length())
                    .orElse("");
            rows.add(new Waiting(
                    text.isEmpty() ? "" : text.substring(0, mention.start()),
                    text.isEmpty() ? "" : text.substring(mention.start(), mention.end()),
                    text.isEmpty() ? "" : text.substring(mention.end()),
                    Paths.passage(document.id(), mention.passage()),
                    mention.reason(),
                    mention.targets().stream()
                            .map(target -> ThingLink.of(target, words))
                            .toList()));
        }
        return new Group(document.title(), Paths.document(document.id()), rows);
    }

    record View(List<Group> groups, String count, String lookedThrough, String firstHref, String nextHref) {}

    record Group(String title, String href, List<Waiting> waiting) {}

    /// @param candidates best first
    record Waiting(String before, String quote, String after, String href, String reason, List<ThingLink> candidates) {}
}
