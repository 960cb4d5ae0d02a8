package no.forankring.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.anchorcheck.AnchorCheck;
import no.forankring.anchorcheck.CheckedAnchor;
import no.forankring.anchorcheck.CheckedItem;
import no.forankring.anchorcheck.CheckedList;
import no.forankring.anchorcheck.Remark;
import no.forankring.citation.Explanation;
import no.forankring.document.DocumentText;
import no.forankring.graph.Addresses;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.report.BulletDocument;
import no.forankring.trace.DocumentView;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Is my list of anchors right? Nothing that is pasted is stored.
@Controller
class AnchorCheckPage {

    static final String ADDRESS = "/forankringssjekk";

    private static final int LONGEST_TEXT = 500_000;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final PageSources sources;
    private final Register register;
    private final AnchorCheck check;
    private final MessageSource messages;
    private final Clock clock;

    AnchorCheckPage(PageSources sources, Register register, MessageSource messages, Clock clock) {
        this.sources = sources;
        this.register = register;
        this.check = new AnchorCheck(register);
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    String page(
            @RequestParam(defaultValue = "") String dokument,
            @RequestParam(defaultValue = "") String dato,
            Model model,
            Locale locale) {
        return show(new Asked("", dokument, dato), model, locale);
    }

    /// By POST, since a mandate is longer than an address may be.
    @PostMapping(ADDRESS)
    String pasted(
            @RequestParam(defaultValue = "") String tekst,
            @RequestParam(defaultValue = "") String dokument,
            @RequestParam(defaultValue = "") String dato,
            Model model,
            Locale locale) {
        return show(new Asked(tekst, dokument, dato), model, locale);
    }

    /// The corrected list as a file.
    ///
    /// @param format `docx` or `txt`
    @PostMapping(ADDRESS + "/liste")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "") String tekst,
            @RequestParam(defaultValue = "") String dokument,
            @RequestParam(defaultValue = "") String dato,
            @RequestParam(defaultValue = "docx") String format,
            Locale locale)
            throws IOException {
        var words = new Words(messages, locale);
        Outcome outcome = outcome(new Asked(tekst, dokument, dato), words);
        List<String> lines = corrected(outcome.list(), words);
        String title = words.of("anchorCheck.corrected");
        String source =
                words.of("anchorCheck.file.source", words.date(outcome.list().day()));
        var out = new ByteArrayOutputStream();
        boolean text = format.equals("txt");
        if (text) {
            lines.forEach(line -> out.writeBytes(("- " + line + "\n").getBytes(StandardCharsets.UTF_8)));
        } else {
            BulletDocument.write(title, lines, source, out);
        }
        return Download.of(
                out,
                "styrende-dokumenter" + (text ? ".txt" : ".docx"),
                text ? new MediaType("text", "plain", StandardCharsets.UTF_8) : DOCX);
    }

    private String show(Asked asked, Model model, Locale locale) {
        var words = new Words(messages, locale);
        Outcome outcome = outcome(asked, words);
        List<ItemView> items =
                outcome.list().items().stream().map(item -> item(item, words)).toList();
        model.addAttribute(
                "view",
                new View(
                        asked.text(),
                        asked.document(),
                        outcome.list().day().toString(),
                        options(words),
                        outcome.title(),
                        outcome.problem(),
                        outcome.asked() && outcome.problem().isEmpty(),
                        summary(outcome.list(), words),
                        words.date(outcome.list().day()),
                        items,
                        String.join(
                                "\n",
                                corrected(outcome.list(), words).stream()
                                        .map(line -> "- " + line)
                                        .toList())));
        return "anchor-check";
    }

    private Outcome outcome(Asked asked, Words words) {
        LocalDate today = LocalDate.now(clock.withZone(OSLO));
        Optional<LocalDate> chosen = day(asked.day());
        String problem = asked.day().isBlank() || chosen.isPresent() ? "" : words.of("anchorCheck.badDay", asked.day());
        if (asked.text().length() > LONGEST_TEXT) {
            problem = words.of("anchorCheck.tooLong", words.number(LONGEST_TEXT));
        }
        if (!problem.isEmpty()) {
            return Outcome.refused(problem, today);
        }
        if (!asked.text().isBlank()) {
            DocumentText text = AnchorCheck.pasted(asked.text());
            return new Outcome(true, "", "", check.check(text, sources.recognize(text), chosen.orElse(today)));
        }
        if (asked.document().isBlank()) {
            return new Outcome(false, "", "", new CheckedList(chosen.orElse(today), List.of()));
        }
        Optional<DocumentView> document = sources.document(asked.document());
        Optional<DocumentText> text = document.flatMap(sources::text);
        if (document.isEmpty()) {
            throw new NotFoundException("No document is called " + asked.document());
        }
        if (text.isEmpty()) {
            return Outcome.refused(words.of("anchorCheck.notReadable"), today);
        }
        LocalDate day = chosen.or(() -> day(document.get().date())).orElse(today);
        return new Outcome(
                true,
                words.shown(title(document.get())),
                "",
                check.check(text.get(), sources.recognize(text.get()), day));
    }

    private static String title(DocumentView document) {
        return document.title().isEmpty() ? document.fileName() : document.title();
    }

    /// Empty for what is no whole date.
    private static Optional<LocalDate> day(String iso) {
        try {
            return iso.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(iso.strip()));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private List<Option> options(Words words) {
        return sources.list(Addresses.DOCUMENT).stream()
                .map(listing -> new Option(
                        listing.thing().id(), words.shown(listing.thing().label())))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }

    private static String summary(CheckedList list, Words words) {
        var parts = new ArrayList<String>();
        parts.add(words.count("anchorCheck.items", list.items().size()));
        for (Remark.Weight weight : Remark.Weight.values()) {
            long count = list.count(weight);
            if (count > 0) {
                parts.add(words.of("anchorCheck.count." + name(weight), words.number(count)));
            }
        }
        return String.join(" · ", parts);
    }

    private List<String> corrected(CheckedList list, Words words) {
        var lines = new ArrayList<String>();
        for (CheckedItem item : list.items()) {
            boolean open = item.weight() == Remark.Weight.ASK;
            for (String line : item.corrected()) {
                lines.add(words.shown(line) + (open ? " " + words.of("anchorCheck.open") : ""));
            }
        }
        return lines.stream().distinct().toList();
    }

    private ItemView item(CheckedItem item, Words words) {
        return new ItemView(
                words.shown(item.passage().text().strip()),
                item.passage().page() > 0
                        ? words.of(
                                "document.page", Integer.toString(item.passage().page()))
                        : "",
                tag(item.weight(), words),
                item.remarks().stream().map(remark -> remark(remark, words)).toList(),
                item.anchors().stream().map(anchor -> anchor(anchor, words)).toList());
    }

    private AnchorView anchor(CheckedAnchor anchor, Words words) {
        return new AnchorView(
                words.shown(anchor.words().strip().replaceAll("\\s+", " ")),
                anchor.document().map(id -> link(id)),
                anchor.reference(),
                anchor.remarks().stream().map(remark -> remark(remark, words)).toList(),
                Why.of(Explanation.of(anchor.resolution(), register), words).because());
    }

    private RemarkView remark(Remark remark, Words words) {
        String detail = remark.detail().matches("\\d{4}(-\\d\\d){0,2}") ? words.date(remark.detail()) : remark.detail();
        String key = "anchorCheck.remark." + remark.kind().name().toLowerCase(Locale.ROOT);
        return new RemarkView(
                detail.isEmpty() ? words.of(key) : words.of(key + ".detail", detail),
                tag(remark.kind().weight(), words),
                remark.documents().stream().map(this::link).toList());
    }

    private ThingLink link(GoverningDocumentId id) {
        return new ThingLink(Explanation.label(register, id), "", Paths.governing(id.value()));
    }

    private static Tag tag(Remark.Weight weight, Words words) {
        return new Tag(
                words.of("anchorCheck.weight." + name(weight)),
                switch (weight) {
                    case RIGHT -> "success";
                    case NOTE -> "info";
                    case MEND -> "warning";
                    case ASK -> "danger";
                });
    }

    private static String name(Remark.Weight weight) {
        return weight.name().toLowerCase(Locale.ROOT);
    }

    /// What somebody asked for; a text comes before a document.
    private record Asked(String text, String document, String day) {}

    /// @param title of the document that was chosen; empty for a pasted text
    /// @param problem why nothing was checked, in words
    private record Outcome(boolean asked, String title, String problem, CheckedList list) {

        static Outcome refused(String problem, LocalDate day) {
            return new Outcome(true, "", problem, new CheckedList(day, List.of()));
        }
    }

    /// @param checked true where there is an outcome to show
    /// @param corrected the right list, one line each
    record View(
            String text,
            String document,
            String day,
            List<Option> documents,
            String title,
            String problem,
            boolean checked,
            String summary,
            String judgedOn,
            List<ItemView> items,
            String corrected) {}

    record Option(String value, String text) {}

    record Tag(String text, String colour) {}

    record ItemView(String quote, String page, Tag tag, List<RemarkView> remarks, List<AnchorView> anchors) {}

    record AnchorView(
            String words, Optional<ThingLink> document, String reference, List<RemarkView> remarks, List<Why> why) {}

    record RemarkView(String text, Tag tag, List<ThingLink> documents) {}
}
