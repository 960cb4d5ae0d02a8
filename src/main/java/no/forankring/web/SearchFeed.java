package no.forankring.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import no.forankring.graph.Addresses;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchQuery.Sort;
import no.forankring.search.SearchResult;
import no.forankring.sparql.AtomFeed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What was taken in last that a search finds, as an Atom feed (RFC 4287). It holds what anybody may read, and the
/// search is in its address, so a feed reader needs no login and the address tells of nobody.
@Controller
class SearchFeed {

    private static final int MOST = 50;

    private final PassageSearch search;
    private final Addresses addresses;
    private final MessageSource messages;

    SearchFeed(PassageSearch search, Addresses addresses, MessageSource messages) {
        this.search = search;
        this.addresses = addresses;
        this.messages = messages;
    }

    @GetMapping(path = "/sok/atom", produces = AtomFeed.TYPE)
    @ResponseBody
    String feed(
            @RequestParam(defaultValue = "") String q,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale)
            throws XMLStreamException {
        var words = new Words(messages, locale);
        SearchAddress address = SearchAddress.of(q, parameters);
        SearchResult found = search.search(
                new SearchQuery(address.text(), address.filters(), 1, MOST, Sort.LAST_TAKEN_IN, Optional.empty()));
        var feed = new AtomFeed(
                words.language(),
                title(address, words),
                addresses.base() + address.feed(),
                addresses.base() + address.href(),
                found.hits().stream().map(SearchResult.Hit::arrived).findFirst().orElse(Instant.EPOCH));
        for (SearchResult.Hit hit : found.hits()) {
            entry(feed, hit, words);
        }
        return feed.text();
    }

    private static String title(SearchAddress address, Words words) {
        String filters =
                address.filters().values().stream().flatMap(List::stream).collect(Collectors.joining(", "));
        String what = address.text().isEmpty() ? filters : address.text();
        return what.isEmpty() ? words.of("search.feed.all") : words.of("search.title.for", what);
    }

    private void entry(AtomFeed feed, SearchResult.Hit hit, Words words) throws XMLStreamException {
        String document = hit.document().value();
        feed.entry(
                words.shown(hit.title().isEmpty() ? hit.fileName() : hit.title()),
                addresses.of(Addresses.DOCUMENT, document).getURI(),
                hit.arrived(),
                addresses.base() + Paths.document(document),
                hit.kind(),
                hit.passages().stream()
                        .map(passage -> passage.segments().stream()
                                .map(SearchResult.Segment::text)
                                .collect(Collectors.joining()))
                        .map(words::shown)
                        .collect(Collectors.joining(" … ")));
    }
}
