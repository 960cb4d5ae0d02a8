package no.forankring.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.saved.SavedSearch;
import no.forankring.saved.SavedSearchException;
import no.forankring.saved.SavedSearches;
import no.forankring.saved.SavedSearches.Watched;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What do I search for again and again, and what is new since I last looked?
@Controller
class SavedSearchPages {

    private static final String ADDRESS = "/lagrede-sok";

    private final SavedSearches saved;
    private final MessageSource messages;

    SavedSearchPages(SavedSearches saved, MessageSource messages) {
        this.saved = saved;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String list(Principal who, Model model, Locale locale) {
        var words = new Words(messages, locale);
        model.addAttribute(
                "view",
                new View(saved.of(who.getName()).stream()
                        .map(watched -> row(watched, words))
                        .toList()));
        return "saved-searches";
    }

    @PostMapping(ADDRESS)
    String save(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "navn", defaultValue = "") String name,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        SearchAddress address = SearchAddress.of(q, parameters);
        try {
            SavedSearch kept = saved.save(who.getName(), name, address.text(), address.filters(), address.sort());
            flash.addFlashAttribute("told", new Words(messages, locale).of("saved.told", kept.name()));
        } catch (SavedSearchException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:" + ADDRESS;
    }

    @PostMapping(ADDRESS + "/{id}/sett")
    String seen(@PathVariable String id, Principal who) {
        if (!saved.seen(who.getName(), id)) {
            throw new NotFoundException("You have no saved search called " + id);
        }
        return "redirect:" + ADDRESS;
    }

    @PostMapping(ADDRESS + "/{id}/slett")
    String delete(@PathVariable String id, Principal who, RedirectAttributes flash, Locale locale) {
        String name = saved.find(who.getName(), id)
                .map(watched -> watched.saved().name())
                .orElseThrow(() -> new NotFoundException("You have no saved search called " + id));
        saved.delete(who.getName(), id);
        flash.addFlashAttribute("told", new Words(messages, locale).of("saved.deleted", name));
        return "redirect:" + ADDRESS;
    }

    private static Row row(Watched watched, Words words) {
        SavedSearch search = watched.saved();
        var address = new SearchAddress(search.text(), search.filters(), search.sort(), Optional.empty(), false);
        return new Row(
                search.id(),
                search.name(),
                address.href(),
                words.count("search.total", watched.total()),
                watched.fresh() > 0,
                watched.fresh() == 0 ? "" : words.count("saved.fresh", watched.fresh()),
                address.since(Optional.of(search.seen())).href(),
                words.of("saved.seen", words.time(search.seen())),
                address.feed());
    }

    record View(List<Row> rows) {}

    /// @param freshHref only what is new
    record Row(
            String id,
            String name,
            String href,
            String total,
            boolean hasNews,
            String fresh,
            String freshHref,
            String seen,
            String feed) {}
}
