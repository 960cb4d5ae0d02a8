package no.forankring.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.citation.Resolution;
import no.forankring.document.Documents;
import no.forankring.graph.Addresses;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.search.NamedThing;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery.Sort;
import no.forankring.search.SearchResult;
import no.forankring.search.SearchResult.FacetValue;
import no.forankring.search.SearchResult.Segment;
import no.forankring.search.Suggestion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where does it say something about this, and does that still hold?
@Controller
class SearchPage {

    /// On a page to which a typed citation led: what was typed.
    static final String SOUGHT = "sok";

    private static final int SIZE = 20;
    /// More values of a facet are folded away.
    private static final int SHOWN_VALUES = 7;

    private static final int MOST_VALUES = 60;
    private static final int THINGS = 6;
    private static final int LONGEST_CITATION = 120;

    private final PassageSearch search;
    private final PageSources sources;
    private final Register register;
    private final MessageSource messages;

    SearchPage(PassageSearch search, PageSources sources, Register register, MessageSource messages) {
        this.search = search;
        this.sources = sources;
        this.register = register;
        this.messages = messages;
    }

    @GetMapping("/sok")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale) {
        SearchAddress address = SearchAddress.of(q, parameters);
        Optional<String> cited =
                address.direct() && address.filters().isEmpty() && page == 1 ? cited(address.text()) : Optional.empty();
        if (cited.isPresent()) {
            return "redirect:" + cited.get() + "?" + SOUGHT + "=" + Paths.encode(address.text());
        }
        int number = Math.clamp(page, 1, 1_000_000);
        Optional<SearchResult> result =
                address.asks() ? Optional.of(search.search(address.query(number, SIZE), locale)) : Optional.empty();
        List<NamedThing> things =
                number == 1 && address.filters().isEmpty() && address.since().isEmpty()
                        ? search.things(address.text(), THINGS)
                        : List.of();
        model.addAttribute("view", view(address, number, result, things, new Words(messages, locale)));
        return "search";
    }

    /// The page of what a text cites, where the text is a citation with a number or a § and nothing else; of a
    /// provision
    /// that of its law, where those that cite it stand with the provision.
    private Optional<String> cited(String text) {
        if (text.length() > LONGEST_CITATION || text.chars().noneMatch(Character::isDigit) || text.contains(":")) {
            return Optional.empty();
        }
        List<Resolution> found = sources.recognize(Documents.plainText(text));
        if (found.size() != 1
                || !(found.getFirst() instanceof Resolution.Resolved resolved)
                || resolved.mention().span().length()
                        < text.replaceFirst("[.,;\\s]+$", "").length()) {
            return Optional.empty();
        }
        String governing = resolved.target().document().value();
        boolean hasPage = register.find(new GoverningDocumentId(governing)).isPresent()
                || sources.trace(Addresses.GOVERNING_DOCUMENT, governing, false).isPresent();
        return hasPage ? Optional.of(Paths.governing(governing)) : Optional.empty();
    }

    private View view(
            SearchAddress address, int page, Optional<SearchResult> result, List<NamedThing> things, Words words) {
        long total = result.map(SearchResult::total).orElse(0L);
        PassageSearch.Coverage coverage = search.coverage();
        long unread = total == 0 ? sources.unread() : 0;
        return new View(
                address.text(),
                result.isPresent(),
                total,
                result.map(found -> words.count("search.total", found.total())).orElse(""),
                result.map(SearchResult::understood).orElse(""),
                searched(coverage, words),
                unread == 0 ? "" : words.count("search.unread", unread),
                result.map(found -> found.help().spellings()).orElse(List.of()).stream()
                        .map(text -> new Link(text, address.text(text).href()))
                        .toList(),
                result.map(found -> String.join(", ", found.help().otherForms()))
                        .orElse(""),
                chips(address, result, words),
                address.withoutFilters().href(),
                result.map(found -> facets(found, address, words)).orElse(List.of()),
                Arrays.stream(Sort.values())
                        .map(sort -> new Ordering(
                                words.of("search.sort." + SearchAddress.name(sort)),
                                address.sorted(sort).href(),
                                sort == address.sort()))
                        .toList(),
                hidden(address),
                things.stream()
                        .map(thing -> new ThingView(
                                words.shown(thing.label()),
                                words.of("search.kind." + thing.kind()),
                                SuggestionRows.href(
                                        new Suggestion(thing.kind(), thing.id(), thing.label(), thing.detail())),
                                words.shown(thing.detail()),
                                thing.uses() == 0 ? "" : words.count("search.thing.uses", thing.uses())))
                        .toList(),
                result.map(found -> found.hits().stream()
                                .map(hit -> hit(hit, address.text(), words))
                                .toList())
                        .orElse(List.of()),
                address.feed(),
                Paging.of(total, page, SIZE, address.hrefForPages()));
    }

    private static String searched(PassageSearch.Coverage coverage, Words words) {
        String documents = words.count("search.searched", coverage.documents());
        return coverage.firstYear().isPresent() && coverage.lastYear().isPresent()
                ? documents + " "
                        + words.of(
                                "search.years",
                                Integer.toString(coverage.firstYear().getAsInt()),
                                Integer.toString(coverage.lastYear().getAsInt()))
                : documents;
    }

    private List<Chip> chips(SearchAddress address, Optional<SearchResult> result, Words words) {
        var chips = new ArrayList<Chip>();
        address.filters()
                .forEach((facet, values) -> values.forEach(value -> chips.add(new Chip(
                        words.of("search.facet." + facet),
                        label(facet, value, labelOf(facet, value, result), words),
                        address.without(facet, value).href()))));
        address.since()
                .ifPresent(since -> chips.add(new Chip(
                        words.of("search.since"),
                        words.time(since),
                        address.since(Optional.empty()).href())));
        return chips;
    }

    private static String labelOf(String facet, String value, Optional<SearchResult> result) {
        return result.map(SearchResult::facets).map(facets -> facets.get(facet)).orElse(List.of()).stream()
                .filter(one -> one.value().equals(value))
                .map(FacetValue::label)
                .findFirst()
                .orElse(value);
    }

    private List<FacetView> facets(SearchResult found, SearchAddress address, Words words) {
        var views = new ArrayList<FacetView>();
        for (String facet : PassageSearch.facets()) {
            List<String> checked = address.filters().getOrDefault(facet, List.of());
            var counted = new LinkedHashMap<String, FacetOption>();
            for (String value : checked) {
                counted.put(
                        value,
                        option(
                                facet,
                                new FacetValue(value, labelOf(facet, value, Optional.of(found)), 0),
                                true,
                                words));
            }
            for (FacetValue value : found.facets().getOrDefault(facet, List.of())) {
                if (counted.size() < MOST_VALUES || checked.contains(value.value())) {
                    counted.put(value.value(), option(facet, value, checked.contains(value.value()), words));
                }
            }
            if (!counted.isEmpty()) {
                List<FacetOption> options = List.copyOf(counted.values());
                int shown = Math.min(options.size(), Math.max(SHOWN_VALUES, checked.size()));
                // One more takes no more place than the words that hide it.
                shown = options.size() == shown + 1 ? shown + 1 : shown;
                views.add(new FacetView(
                        facet,
                        words.of("search.facet." + facet),
                        options.subList(0, shown),
                        options.subList(shown, options.size()),
                        words.of("search.facet.more", words.number(options.size() - shown))));
            }
        }
        return views;
    }

    private FacetOption option(String facet, FacetValue value, boolean checked, Words words) {
        return new FacetOption(
                "f-" + facet + "-" + value.value().replaceAll("[^\\p{L}\\p{N}]+", "-"),
                value.value(),
                label(facet, value.value(), value.label(), words),
                words.number(value.documents()),
                checked);
    }

    private String label(String facet, String value, String label, Words words) {
        return switch (facet) {
            case "type" -> words.documentKind(value);
            case "language" -> words.orElse("language." + value, label);
            case "status", "relation" -> words.orElse("search." + facet + "." + value, label);
            case "cites", "anchored" -> label.equals(value) ? governing(value) : words.shown(label);
            default -> words.shown(label);
        };
    }

    private String governing(String id) {
        return id.matches("[a-z0-9]+(-[a-z0-9]+)*")
                ? register.findNamed(new GoverningDocumentId(id))
                        .map(no.forankring.register.GoverningDocument::label)
                        .orElse(id)
                : id;
    }

    /// What the form must carry along that no field of it shows.
    private static List<Hidden> hidden(SearchAddress address) {
        var hidden = new ArrayList<Hidden>();
        if (address.sort() != Sort.RELEVANCE) {
            hidden.add(new Hidden("sort", SearchAddress.name(address.sort())));
        }
        address.since().ifPresent(since -> hidden.add(new Hidden("siden", since.toString())));
        return hidden;
    }

    private static HitView hit(SearchResult.Hit hit, String typed, Words words) {
        String document = hit.document().value();
        return new HitView(
                words.shown(hit.title().isEmpty() ? hit.fileName() : hit.title()),
                Paths.document(document),
                hit.fileName(),
                words.documentKind(hit.kind()),
                hit.date().isEmpty() ? hit.year() : words.date(hit.date()),
                hit.status().isEmpty() ? "" : words.orElse("search.status." + hit.status(), hit.status()),
                switch (hit.status()) {
                    case "in-force" -> "success";
                    case "outdated" -> "danger";
                    case "since-replaced" -> "warning";
                    default -> "neutral";
                },
                hit.uses() == 0 ? "" : words.count("search.uses", hit.uses()),
                AlikePage.href(document, ""),
                "/sok/hvorfor?q=" + Paths.encode(typed) + "&dokument=" + Paths.encode(document),
                hit.passages().stream()
                        .map(passage -> PassageView.of(document, passage, words))
                        .toList());
    }

    /// @param asked false when neither words nor filters were given
    /// @param searched how many documents were looked through and from which years, in words
    /// @param unread how many files could not be read, in words; empty when none or when something was found
    /// @param otherForms words that were looked for too
    /// @param hidden what the form carries along
    record View(
            String q,
            boolean asked,
            long total,
            String totalText,
            String understood,
            String searched,
            String unread,
            List<Link> spellings,
            String otherForms,
            List<Chip> chips,
            String withoutFilters,
            List<FacetView> facets,
            List<Ordering> orderings,
            List<Hidden> hidden,
            List<ThingView> things,
            List<HitView> hits,
            String feed,
            Paging paging) {}

    record Link(String text, String href) {}

    record Hidden(String name, String value) {}

    /// @param href the same search without it
    record Chip(String facet, String label, String href) {}

    /// @param more values that are folded away
    record FacetView(String name, String title, List<FacetOption> options, List<FacetOption> more, String moreText) {}

    record FacetOption(String id, String value, String label, String count, boolean checked) {}

    record Ordering(String label, String href, boolean current) {}

    record ThingView(String label, String kind, String href, String detail, String uses) {}

    record HitView(
            String title,
            String href,
            String fileName,
            String kind,
            String date,
            String status,
            String colour,
            String uses,
            String alikeHref,
            String whyHref,
            List<PassageView> passages) {}

    /// A passage with its words marked.
    record PassageView(List<Segment> segments, String href, String page, String section, String alikeHref) {

        static PassageView of(String document, SearchResult.PassageHit passage, Words words) {
            return new PassageView(
                    passage.segments().stream()
                            .map(segment -> new Segment(words.shown(segment.text()), segment.marked()))
                            .toList(),
                    Paths.passage(document, passage.passage().value()),
                    passage.page() > 0 ? words.of("evidence.page", Integer.toString(passage.page())) : "",
                    words.shown(String.join(" › ", passage.sectionPath())),
                    AlikePage.href(document, passage.passage().value()));
        }
    }
}
