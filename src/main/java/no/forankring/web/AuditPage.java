package no.forankring.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.access.AuditLog;
import no.forankring.access.AuditLog.Entry;
import no.forankring.access.AuditLog.Event;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who did what that must be accounted for, for administrators.
@Controller
class AuditPage {

    private static final String ADDRESS = "/revisjon";
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final int SIZE = 100;
    private static final int MOST = 10_000;

    private final AuditLog audit;
    private final MessageSource messages;

    AuditPage(AuditLog audit, MessageSource messages) {
        this.audit = audit;
        this.messages = messages;
    }

    /// @param from ISO date
    @GetMapping(ADDRESS)
    String audit(
            @RequestParam(name = "hvem", defaultValue = "") String who,
            @RequestParam(name = "hva", defaultValue = "") String event,
            @RequestParam(name = "om", defaultValue = "") String about,
            @RequestParam(name = "fra", defaultValue = "") String from,
            @RequestParam(name = "til", defaultValue = "") String to,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        Optional<LocalDate> first = date(from);
        Optional<LocalDate> last = date(to);
        List<Entry> entries = audit.newest(
                entry -> {
                    LocalDate day = LocalDate.ofInstant(entry.at(), OSLO);
                    return (who.isBlank() || entry.who().equalsIgnoreCase(who.strip()))
                            && (event.isBlank() || entry.event().equals(event))
                            && (about.isBlank() || entry.about().contains(about.strip()))
                            && first.map(limit -> !day.isBefore(limit)).orElse(true)
                            && last.map(limit -> !day.isAfter(limit)).orElse(true);
                },
                MOST);
        List<Row> rows = entries.stream()
                .map(entry -> new Row(
                        words.time(entry.at()),
                        entry.who(),
                        words.orElse("audit.event." + entry.event(), entry.event()),
                        entry.about(),
                        entry.detail()))
                .toList();
        var paging = Paging.of(
                rows.size(),
                page,
                SIZE,
                ADDRESS + "?hvem=" + Paths.encode(who) + "&hva=" + Paths.encode(event) + "&om=" + Paths.encode(about)
                        + "&fra=" + Paths.encode(from) + "&til=" + Paths.encode(to) + "&");
        model.addAttribute(
                "view",
                new View(
                        words.count("audit.total", rows.size()),
                        who,
                        event,
                        about,
                        from,
                        to,
                        Arrays.stream(Event.values())
                                .map(one -> new AccountPage.Choice(one.code(), words.of("audit.event." + one.code())))
                                .toList(),
                        paging.cut(rows),
                        paging));
        return "audit";
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    record View(
            String total,
            String who,
            String event,
            String about,
            String from,
            String to,
            List<AccountPage.Choice> events,
            List<Row> rows,
            Paging paging) {}

    record Row(String when, String who, String what, String about, String detail) {}
}
