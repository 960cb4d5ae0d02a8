package no.forankring.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.forankring.graph.Addresses;
import no.forankring.trace.Trace;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What do we run, and what is each thing anchored in? Networks, activities, and every other kind of thing.
@Controller
class ThingPages {

    private static final int SIZE = 50;

    private final PageSources sources;
    private final MessageSource messages;

    ThingPages(PageSources sources, MessageSource messages) {
        this.sources = sources;
        this.messages = messages;
    }

    @GetMapping("/nettverk")
    String networks(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        return list("/nettverk", Addresses.NETWORK, q, page, model, locale);
    }

    @GetMapping("/aktiviteter")
    String activities(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        return list("/aktiviteter", Addresses.ACTIVITY, q, page, model, locale);
    }

    @GetMapping("/nettverk/{*id}")
    String network(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean forslag,
            Model model,
            Locale locale) {
        return one(Addresses.NETWORK, id.substring(1), forslag, model, locale);
    }

    @GetMapping("/aktiviteter/{*id}")
    String activity(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean forslag,
            Model model,
            Locale locale) {
        return one(Addresses.ACTIVITY, id.substring(1), forslag, model, locale);
    }

    @GetMapping("/ting/{kind}/{*id}")
    String thing(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean forslag,
            Model model,
            Locale locale) {
        // These have pages of their own.
        if (Set.of(Addresses.GOVERNING_DOCUMENT, Addresses.DOCUMENT, Addresses.NETWORK, Addresses.ACTIVITY)
                .contains(kind)) {
            return "redirect:" + Paths.of(kind, id.substring(1));
        }
        return one(kind, id.substring(1), forslag, model, locale);
    }

    private String list(String address, String kind, String q, int page, Model model, Locale locale) {
        var words = new Words(messages, locale);
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        List<ListRow> rows = sources.list(kind).stream()
                .map(listing -> ListRow.of(listing, words))
                .filter(row -> (row.thing().label() + " " + row.detail() + " "
                                + row.thing().type())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        var paging = Paging.of(rows.size(), page, SIZE, address + "?q=" + Paths.encode(q) + "&");
        model.addAttribute(
                "view",
                new ListView(
                        address,
                        words.of("things." + kind + ".title"),
                        words.of("things." + kind + ".lead"),
                        q,
                        words.count("things.total", rows.size()),
                        paging.cut(rows),
                        paging));
        return "thing-list";
    }

    private String one(String kind, String id, boolean suggestions, Model model, Locale locale) {
        var words = new Words(messages, locale);
        Trace trace = sources.trace(kind, id, suggestions)
                .orElseThrow(() -> new NotFoundException("No %s is called %s".formatted(kind, id)));
        model.addAttribute(
                "view",
                new OneView(
                        trace.root().label(),
                        words.type(trace.root().type()),
                        kind,
                        StepGroup.of(trace.outgoing().stream()
                                .map(step -> StepCard.outgoing(step, words))
                                .toList()),
                        StepGroup.of(trace.incoming().stream()
                                .map(step -> StepCard.incoming(step, words))
                                .toList()),
                        TracePage.searched(trace, words),
                        Paths.trace(trace.root()),
                        suggestions));
        return "thing";
    }

    record ListView(
            String address, String title, String lead, String q, String total, List<ListRow> rows, Paging paging) {}

    /// @param outgoing what it rests on, its goals, who runs it
    /// @param incoming what points to it
    /// @param searched in how many documents this was looked for, in words
    record OneView(
            String label,
            String type,
            String kind,
            List<StepGroup> outgoing,
            List<StepGroup> incoming,
            String searched,
            String traceHref,
            boolean suggestions) {}
}
