package no.forankring.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.graph.Addresses;
import no.forankring.trace.Listing;
import no.forankring.trace.Trace;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What rests on this, and what does it rest on? Both sides at once, each step with its sentence.
@Controller
class TracePage {

    private static final int EXAMPLES = 8;

    private final PageSources sources;
    private final ThingNames names;
    private final MessageSource messages;

    TracePage(PageSources sources, ThingNames names, MessageSource messages) {
        this.sources = sources;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/sporing")
    String trace(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "false") boolean forslag,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        String wanted = id.isBlank() ? "" : names.idOf(id);
        Optional<Trace> trace = wanted.isEmpty() ? Optional.empty() : sources.trace(wanted, forslag);
        model.addAttribute("id", wanted);
        model.addAttribute(
                "view", trace.map(found -> view(found, forslag, words)).orElse(null));
        model.addAttribute("names", trace.isPresent() ? List.of() : names.offered());
        model.addAttribute("examples", trace.isPresent() ? List.of() : examples(words));
        return "trace";
    }

    private static View view(Trace trace, boolean suggestions, Words words) {
        return new View(
                ThingLink.of(trace.root(), words),
                StepGroup.of(trace.incoming().stream()
                        .map(step -> StepCard.incoming(step, words))
                        .toList()),
                StepGroup.of(trace.outgoing().stream()
                        .map(step -> StepCard.outgoing(step, words))
                        .toList()),
                words.count("trace.incoming.count", trace.incoming().size()),
                words.count("trace.outgoing.count", trace.outgoing().size()),
                searched(trace, words),
                Paths.trace(trace.root()),
                "/api/references?of=" + Paths.encode(trace.root().iri()) + "&suggestions=" + suggestions + "&format=",
                suggestions);
    }

    /// In how many documents it was looked for, and whether some citations are not shown.
    static String searched(Trace trace, Words words) {
        String searched = words.count("governing.searched", trace.searchedDocuments());
        return trace.citationsLeftOut() == 0
                ? searched
                : searched + " " + words.count("trace.left.out", trace.citationsLeftOut());
    }

    private List<Example> examples(Words words) {
        return sources.list(Addresses.GOVERNING_DOCUMENT).stream()
                .filter(listing -> listing.incoming() > 0)
                .sorted(Comparator.comparingLong(Listing::incoming).reversed())
                .limit(EXAMPLES)
                .map(listing -> new Example(
                        listing.thing().label(),
                        words.type(listing.thing().type()),
                        words.count("list.resting", listing.incoming()),
                        Paths.trace(listing.thing())))
                .toList();
    }

    record Example(String label, String type, String resting, String href) {}

    record View(
            ThingLink root,
            List<StepGroup> incoming,
            List<StepGroup> outgoing,
            String incomingCount,
            String outgoingCount,
            String searched,
            String traceHref,
            String references,
            boolean suggestions) {}
}
