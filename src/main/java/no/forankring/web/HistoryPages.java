package no.forankring.web;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.curation.ChangeKind;
import no.forankring.curation.ChangeView;
import no.forankring.curation.CurationException;
import no.forankring.curation.Difference;
import no.forankring.curation.Field;
import no.forankring.curation.History;
import no.forankring.curation.HistoryFilter;
import no.forankring.graph.Addresses;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who changed what, and can it be undone?
@Controller
class HistoryPages {

    private static final String ADDRESS = "/historikk";
    private static final int SIZE = 25;
    private static final int SHOWN = 12;

    private final History history;
    private final PageSources sources;
    private final Addresses addresses;
    private final MessageSource messages;

    HistoryPages(History history, PageSources sources, Addresses addresses, MessageSource messages) {
        this.history = history;
        this.sources = sources;
        this.addresses = addresses;
        this.messages = messages;
    }

    /// @param thing the address of one thing
    /// @param from ISO date
    @GetMapping(ADDRESS)
    String changes(
            @RequestParam(name = "ting", defaultValue = "") String thing,
            @RequestParam(name = "hvem", defaultValue = "") String who,
            @RequestParam(name = "slag", defaultValue = "") String kind,
            @RequestParam(name = "fra", defaultValue = "") String from,
            @RequestParam(name = "til", defaultValue = "") String to,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        var filter = new HistoryFilter(thing, who, kind(kind), date(from), date(to));
        int current = Math.clamp(page, 1, 1_000_000);
        History.Page found = history.changes(filter, (current - 1) * SIZE, SIZE, SHOWN);
        String query = ADDRESS + "?ting=" + Paths.encode(thing) + "&hvem=" + Paths.encode(who) + "&slag="
                + Paths.encode(kind) + "&fra=" + Paths.encode(from) + "&til=" + Paths.encode(to) + "&";
        String label = thing.isEmpty()
                ? ""
                : sources.trace(thing, false).map(trace -> trace.root().label()).orElse(thing);
        model.addAttribute(
                "view",
                new View(
                        label.isEmpty() ? words.of("history.title") : words.of("history.title.of", label),
                        thing,
                        label,
                        label.isEmpty() ? "" : href(thing),
                        who,
                        kind,
                        from,
                        to,
                        history.people(),
                        Arrays.stream(ChangeKind.values())
                                .map(one -> new Kind(one.code(), words.of("history.kind." + one.code())))
                                .toList(),
                        words.count("history.total", found.total()),
                        found.changes().stream()
                                .map(change -> row(change, thing, words))
                                .toList(),
                        Paging.of(found.total(), current, SIZE, query)));
        return "history";
    }

    private static Optional<ChangeKind> kind(String code) {
        return Arrays.stream(ChangeKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String href(String iri) {
        return addresses
                .parse(iri)
                .map(parts -> Paths.of(parts.kind(), parts.id()))
                .orElse("");
    }

    private Row row(ChangeView change, String thing, Words words) {
        return new Row(
                change.number(),
                words.of("history.number", Long.toString(change.number())),
                words.time(change.at()),
                change.who(),
                words.of(
                        change.action().isEmpty()
                                ? "history.kind." + change.kind().code()
                                : "history.action." + change.action()),
                change.why(),
                change.differences().stream()
                        .map(difference -> difference(difference, thing, words))
                        .toList(),
                change.more() == 0 ? "" : words.count("history.more", change.more()),
                change.undoable());
    }

    private DifferenceRow difference(Difference difference, String thing, Words words) {
        Optional<Field> field = Field.of(difference.property());
        return new DifferenceRow(
                difference.thing().equals(thing) ? "" : difference.label(),
                href(difference.thing()),
                name(difference.property(), words),
                field.map(one -> shown(one, difference.before(), words)).orElse(difference.before()),
                field.map(one -> shown(one, difference.after(), words)).orElse(difference.after()));
    }

    static String name(String property, Words words) {
        return words.orElse("field." + property, words.relation(property));
    }

    private static String shown(Field field, String value, Words words) {
        return value.isEmpty() ? "" : EditPages.shown(field, value, words);
    }

    @PostMapping(ADDRESS + "/angre")
    String undo(
            @RequestParam("nummer") long number,
            @RequestParam(name = "ting", defaultValue = "") String thing,
            @RequestParam(name = "hvorfor", defaultValue = "") String why,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        try {
            long made = history.undo(number, why, who.getName()).number();
            flash.addFlashAttribute("told", words.of("history.told.undone", Long.toString(number)));
            flash.addFlashAttribute("undoChange", made);
        } catch (CurationException refused) {
            flash.addFlashAttribute("refused", EditPages.text(refused, words));
        }
        return "redirect:" + ADDRESS + (thing.isEmpty() ? "" : "?ting=" + Paths.encode(thing));
    }

    /// @param label of the one thing; empty for all
    record View(
            String title,
            String thing,
            String label,
            String thingHref,
            String who,
            String kind,
            String from,
            String to,
            List<String> people,
            List<Kind> kinds,
            String total,
            List<Row> rows,
            Paging paging) {}

    record Kind(String code, String text) {}

    record Row(
            long number,
            String numberText,
            String when,
            String who,
            String what,
            String why,
            List<DifferenceRow> differences,
            String more,
            boolean undoable) {}

    /// @param label of the thing; empty where the page is about it alone
    record DifferenceRow(String label, String href, String property, String before, String after) {}
}
