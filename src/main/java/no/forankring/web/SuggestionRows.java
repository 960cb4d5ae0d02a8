package no.forankring.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import no.forankring.graph.Addresses;
import no.forankring.search.PassageSearch;
import no.forankring.search.Suggestion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What may be meant by what was typed so far, in groups, for the search box.
@Controller
class SuggestionRows {

    private static final int PER_KIND = 4;
    private static final int LONGEST = 200;
    private static final List<String> ORDER = List.of(
            "governing-document", "provision", "network", "activity", "municipality", "goal", "document", "phrase");

    private final PassageSearch search;
    private final MessageSource messages;

    SuggestionRows(PassageSearch search, MessageSource messages) {
        this.search = search;
        this.messages = messages;
    }

    @GetMapping(path = "/sok/forslag", produces = "application/json")
    @ResponseBody
    Answer suggest(@RequestParam(defaultValue = "") String q, Locale locale) {
        var words = new Words(messages, locale);
        List<Suggestion> found = q.length() > LONGEST ? List.of() : search.suggest(q, PER_KIND);
        var groups = new LinkedHashMap<String, List<Row>>();
        ORDER.forEach(kind -> groups.put(kind, new ArrayList<>()));
        for (Suggestion one : found) {
            groups.computeIfAbsent(one.kind(), kind -> new ArrayList<>())
                    .add(new Row(words.shown(one.text()), words.shown(one.detail()), href(one)));
        }
        groups.values().removeIf(List::isEmpty);
        return new Answer(
                groups.entrySet().stream()
                        .map(group -> new Group(words.of("search.kind." + group.getKey()), group.getValue()))
                        .toList(),
                found.isEmpty()
                        ? words.of("search.suggestions.none")
                        : words.count("search.suggestions", found.size()));
    }

    /// A provision is told of on the page of its law.
    static String href(Suggestion one) {
        return switch (one.kind()) {
            case Suggestion.PHRASE -> SearchAddress.of(one.text()).direct(false).href();
            case Addresses.PROVISION ->
                Paths.governing(one.id().split("/", 2)[0]) + "?" + SearchPage.SOUGHT + "=" + Paths.encode(one.text());
            default -> Paths.of(one.kind(), one.id());
        };
    }

    /// @param told how many there are, in words, for those who hear the page
    record Answer(List<Group> groups, String told) {}

    record Group(String title, List<Row> rows) {}

    record Row(String text, String detail, String href) {}
}
