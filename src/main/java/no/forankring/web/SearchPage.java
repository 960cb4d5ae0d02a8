package no.forankring.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.forankring.document.Language;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult;
import no.forankring.search.SearchResult.FacetValue;
import no.forankring.search.SearchResult.Segment;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which passages speak of this?
@Controller
class SearchPage {

    static final List<String> FACETS = List.of("type", "year", "language", "cites");

    private static final int SIZE = 20;
    private static final int LONGEST_FACET = 12;

    private final PassageSearch search;
    private final Register register;
    private final MessageSource messages;

    SearchPage(PassageSearch search, Register register, MessageSource messages) {
        this.search = search;
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
        var words = new Words(messages, locale);
        Map<String, List<String>> chosen = chosen(parameters);
        var query = new SearchQuery(q.strip(), chosen, Math.max(1, page), SIZE);
        boolean asked = !query.text().isEmpty() || !chosen.isEmpty();
        Optional<SearchResult> result = asked ? Optional.of(search.search(query)) : Optional.empty();
        model.addAttribute("view", view(query, chosen, result, words));
        return "search";
    }

    private static Map<String, List<String>> chosen(MultiValueMap<String, String> parameters) {
        var chosen = new LinkedHashMap<String, List<String>>();
        for (String facet : FACETS) {
            List<String> values = parameters.getOrDefault(facet, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        return chosen;
    }

    private View view(SearchQuery query, Map<String, List<String>> chosen, Optional<SearchResult> result, Words words) {
        var chips = new ArrayList<Chip>();
        chosen.forEach((facet, values) -> values.forEach(value -> chips.add(new Chip(
                words.of("search.facet." + facet),
                label(facet, value, words),
                address(query.text(), chosen, facet, value)))));
        return new View(
                query.text(),
                result.isPresent(),
                result.map(SearchResult::total).orElse(0L),
                result.map(found -> words.count("search.total", found.total())).orElse(""),
                result.map(SearchResult::understood).orElse(""),
                search.size(),
                words.count("search.searched", search.size()),
                chips,
                result.map(found -> facets(found, chosen, words)).orElse(List.of()),
                result.map(found -> found.hits().stream()
                                .map(hit -> hit(hit, words))
                                .toList())
                        .orElse(List.of()),
                Paging.of(
                        result.map(SearchResult::total).orElse(0L),
                        query.page(),
                        SIZE,
                        address(query.text(), chosen, "", "")));
    }

    private List<FacetView> facets(SearchResult found, Map<String, List<String>> chosen, Words words) {
        var views = new ArrayList<FacetView>();
        for (String facet : FACETS) {
            List<String> checked = chosen.getOrDefault(facet, List.of());
            var options = new ArrayList<FacetOption>();
            var counted = new LinkedHashMap<String, Long>();
            for (FacetValue value : found.facets().getOrDefault(facet, List.of())) {
                if (options.size() < LONGEST_FACET || checked.contains(value.value())) {
                    options.add(option(facet, value.value(), value.documents(), checked, words));
                }
                counted.put(value.value(), value.documents());
            }
            for (String value : checked) {
                if (!counted.containsKey(value)) {
                    options.add(option(facet, value, 0, checked, words));
                }
            }
            if (!options.isEmpty()) {
                views.add(new FacetView(facet, words.of("search.facet." + facet), options));
            }
        }
        return views;
    }

    private FacetOption option(String facet, String value, long documents, List<String> checked, Words words) {
        return new FacetOption(
                "f-" + facet + "-" + value.replaceAll("[^\\p{L}\\p{N}]+", "-"),
                value,
                label(facet, value, words),
                words.number(documents),
                checked.contains(value));
    }

    private String label(String facet, String value, Words words) {
        return switch (facet) {
            case "type" -> words.documentKind(value);
            case "language" -> words.languageName(Language.parse(value).tag());
            case "cites" -> governing(value).map(GoverningDocument::label).orElse(value);
            default -> value;
        };
    }

    private Optional<GoverningDocument> governing(String id) {
        return id.matches("[a-z0-9]+(-[a-z0-9]+)*") ? register.find(new GoverningDocumentId(id)) : Optional.empty();
    }

    /// This search without one of its filters, ending so that a page number can follow.
    private static String address(
            String text, Map<String, List<String>> chosen, String withoutFacet, String withoutValue) {
        var address = new StringBuilder("/sok?q=").append(Paths.encode(text)).append('&');
        chosen.forEach((facet, values) -> {
            for (String value : values) {
                if (!facet.equals(withoutFacet) || !value.equals(withoutValue)) {
                    address.append(facet)
                            .append('=')
                            .append(Paths.encode(value))
                            .append('&');
                }
            }
        });
        return address.toString();
    }

    private static HitView hit(SearchResult.Hit hit, Words words) {
        String document = hit.document().value();
        return new HitView(
                hit.title().isEmpty() ? hit.fileName() : hit.title(),
                Paths.document(document),
                hit.fileName(),
                words.documentKind(hit.kind()),
                hit.year(),
                hit.passages().stream()
                        .map(passage -> new PassageView(
                                passage.segments(),
                                Paths.passage(document, passage.passage().value()),
                                passage.page() > 0 ? words.of("evidence.page", Integer.toString(passage.page())) : "",
                                String.join(" › ", passage.sectionPath())))
                        .toList());
    }

    /// @param asked false when neither words nor filters were given
    /// @param searched how many documents were looked through, in words
    record View(
            String q,
            boolean asked,
            long total,
            String totalText,
            String understood,
            long size,
            String searched,
            List<Chip> chips,
            List<FacetView> facets,
            List<HitView> hits,
            Paging paging) {}

    /// @param href the same search without it
    record Chip(String facet, String label, String href) {}

    record FacetView(String name, String title, List<FacetOption> options) {}

    record FacetOption(String id, String value, String label, String count, boolean checked) {}

    record HitView(String title, String href, String fileName, String kind, String year, List<PassageView> passages) {}

    record PassageView(List<Segment> segments, String href, String page, String section) {}
}
