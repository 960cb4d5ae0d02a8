package no.forankring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.forankring.curation.Curation;
import no.forankring.curation.Field;
import no.forankring.curation.StoredThing;
import no.forankring.curation.ThingType;
import no.forankring.graph.Addresses;
import no.forankring.trace.Thing;
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
    private final Curation curation;
    private final MessageSource messages;

    ThingPages(PageSources sources, Curation curation, MessageSource messages) {
        this.sources = sources;
        this.curation = curation;
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
                        kind,
                        q,
                        words.count("things.total", rows.size()),
                        paging.cut(rows),
                        paging));
        return "thing-list";
    }

    private String one(String kind, String id, boolean suggestions, Model model, Locale locale) {
        var words = new Words(messages, locale);
        // Merged with another, or known by a name that now means another: that one's page tells.
        Optional<Thing> merged = sources.forward(kind, id);
        if (merged.isPresent()) {
            return "redirect:" + Paths.of(merged.get().kind(), merged.get().id());
        }
        Trace trace = sources.trace(kind, id, suggestions)
                .orElseThrow(() -> new NotFoundException("No %s is called %s".formatted(kind, id)));
        Optional<StoredThing> stored = curation.find(trace.root().iri());
        model.addAttribute(
                "view",
                new OneView(
                        words.shown(trace.root().label()),
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
                        IdentityPage.NAMES + "?id=" + Paths.encode(trace.root().iri()),
                        otherNames(trace.root()),
                        suggestions,
                        "/historikk?ting=" + Paths.encode(trace.root().iri()),
                        stored.map(thing -> curated(thing, words))));
        return "thing";
    }

    /// What documents call it beside the name it is shown by, each once.
    private List<String> otherNames(Thing thing) {
        return sources.identities().names(thing.iri()).stream()
                .map(naming -> naming.sighting().name())
                .filter(name -> !name.equalsIgnoreCase(thing.label()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Curated curated(StoredThing thing, Words words) {
        var fields = new ArrayList<FieldRow>();
        for (Field field : ThingType.fields(thing.kind())) {
            StoredThing.Said said = thing.values().get(field);
            if (said != null && !said.value().isEmpty() && field != Field.NAME && field != Field.TYPE) {
                fields.add(new FieldRow(
                        words.of("field." + field.code()),
                        EditPages.shown(field, said.value(), words),
                        said.entered() ? words.of("edit.byHand") : ""));
            }
        }
        return new Curated(
                thing.iri(),
                "/rediger/ting/" + thing.kind() + "/" + Paths.encodePath(thing.id()),
                "/rediger/kobling?fra=" + Paths.encode(thing.iri()),
                "/rediger/ut?hva=" + Paths.encode(thing.iri()),
                thing.retired()
                        .map(retired -> words.of(
                                retired.why().isEmpty() ? "edit.retired" : "edit.retired.why",
                                retired.who(),
                                words.time(java.time.Instant.parse(retired.when())),
                                retired.why()))
                        .orElse(""),
                fields,
                thing.links().stream()
                        .map(link -> new LinkRow(
                                words.relation(link.predicate()),
                                link.objectLabel(),
                                words.status(link.status()),
                                link.status().equals("Suggested"),
                                link.iri(),
                                "/rediger/kobling?fra=" + Paths.encode(thing.iri()) + "&erstatt="
                                        + Paths.encode(link.iri()),
                                "/rediger/ut?hva=" + Paths.encode(link.iri())))
                        .toList());
    }

    /// What a person may do about a thing, and what is entered about it.
    ///
    /// @param retired who took it out of use, and why, in words; empty while it is in use
    record Curated(
            String iri,
            String editHref,
            String linkHref,
            String outHref,
            String retired,
            List<FieldRow> fields,
            List<LinkRow> links) {}

    /// @param entered that a person gave it, in words; empty for what documents say
    record FieldRow(String label, String value, String entered) {}

    record LinkRow(
            String relation,
            String label,
            String status,
            boolean suggested,
            String iri,
            String editHref,
            String outHref) {}

    record ListView(
            String address,
            String title,
            String lead,
            String kind,
            String q,
            String total,
            List<ListRow> rows,
            Paging paging) {

        public boolean detailed() {
            return rows.stream().anyMatch(row -> !row.detail().isEmpty());
        }
    }

    /// @param outgoing what it rests on, its goals, who runs it
    /// @param incoming what points to it
    /// @param namesHref where the names and documents that are one here are told, merged and parted
    /// @param otherNames what documents call it too
    /// @param searched in how many documents this was looked for, in words
    /// @param curated none for kinds that people do not curate
    record OneView(
            String label,
            String type,
            String kind,
            List<StepGroup> outgoing,
            List<StepGroup> incoming,
            String searched,
            String traceHref,
            String namesHref,
            List<String> otherNames,
            boolean suggestions,
            String historyHref,
            Optional<Curated> curated) {}
}
