package no.forankring.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.review.QueueItem;
import no.forankring.review.ReviewCase;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.review.SecondReader;
import no.forankring.review.SecondReader.Agreement;
import no.forankring.review.SecondReader.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a second person reads again without the first one's answer, and what the two disagree about.
@Controller
class SecondReadingPage {

    static final String DISAGREEMENTS = ReviewPage.ADDRESS + "/uenighet";
    private static final String READING = ReviewPage.ADDRESS + "/andre-lesning";

    private final PageSources sources;
    private final MessageSource messages;

    SecondReadingPage(PageSources sources, MessageSource messages) {
        this.sources = sources;
        this.messages = messages;
    }

    // ---- asking ----

    /// @param link the judged link, for one decision; empty for what is decided within the filter
    @PostMapping(READING)
    String ask(
            @RequestParam(name = "kobling", defaultValue = "") String link,
            @RequestParam(name = "dokument", defaultValue = "") String document,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "sikkerhet", defaultValue = "") String certainty,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var scope = new ReviewScope(document, type, certainty);
        try {
            if (link.isEmpty()) {
                sources.secondReader().ask(scope.filter(), scope.query(), who.getName());
            } else {
                sources.secondReader().ask(link, who.getName());
            }
            flash.addFlashAttribute("told", new Words(messages, locale).of("second.told.asked"));
            return "redirect:" + DISAGREEMENTS;
        } catch (ReviewException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            return "redirect:" + scope.href("");
        }
    }

    // ---- reading ----

    @GetMapping(READING + "/{id}")
    String read(
            @PathVariable String id,
            @RequestParam(name = "sak", defaultValue = "") String item,
            @Nullable Principal who,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        String reader = who == null ? "" : who.getName();
        List<QueueItem> items;
        try {
            items = who == null ? List.of() : sources.secondReader().items(id, reader);
        } catch (ReviewException unknown) {
            throw new NotFoundException(READING + "/" + id);
        }
        int at = 0;
        while (at < items.size() && !items.get(at).key().equals(item)) {
            at++;
        }
        int shownAt = at < items.size() ? at : 0;
        Optional<ReviewCase> shown = items.isEmpty()
                ? Optional.empty()
                : sources.secondReader().look(id, items.get(shownAt).key(), reader);
        model.addAttribute(
                "view",
                new BlindView(
                        id,
                        words.count("second.left", items.size()),
                        shown.map(found -> CaseView.of(found, words)).orElse(null),
                        shownAt > 0 ? href(id, items.get(shownAt - 1).key()) : "",
                        shownAt + 1 < items.size()
                                ? href(id, items.get(shownAt + 1).key())
                                : "",
                        who == null || sources.review().singleKeys(reader)));
        return "second-reading";
    }

    private static String href(String reading, String item) {
        return READING + "/" + Paths.encode(reading) + "?sak=" + Paths.encode(item);
    }

    @PostMapping(READING + "/{id}/svar")
    String say(
            @PathVariable String id,
            @RequestParam("sak") String item,
            @RequestParam(name = "kobling", defaultValue = "") String chosen,
            @RequestParam("svar") Verdict verdict,
            @RequestParam(name = "hvorfor", defaultValue = "") String why,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        List<QueueItem> before;
        try {
            before = sources.secondReader().items(id, who.getName());
            sources.secondReader().say(id, item, verdict, chosen, why, who.getName());
            flash.addFlashAttribute("told", new Words(messages, locale).of("second.told.said"));
        } catch (ReviewException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            return "redirect:" + href(id, item);
        }
        String next = before.stream()
                .map(QueueItem::key)
                .dropWhile(key -> !key.equals(item))
                .skip(1)
                .findFirst()
                .orElse("");
        return "redirect:" + href(id, next);
    }

    // ---- disagreeing ----

    @GetMapping(DISAGREEMENTS)
    String disagreements(Model model, Locale locale) {
        var words = new Words(messages, locale);
        SecondReader second = sources.secondReader();
        List<Disputed> disputed = second.disagreements().stream()
                .map(found -> new Disputed(
                        found.id(),
                        found.item().words(),
                        new ThingLink(
                                found.item().documentTitle(),
                                "",
                                Paths.passage(
                                        found.item().document(), found.item().passage())),
                        CaseView.kind(found.item().kind(), words),
                        said(found.first(), words),
                        said(found.second(), words)))
                .toList();
        List<ReadingRow> readings = second.readings().stream()
                .map(reading -> new ReadingRow(
                        scope(reading.scope(), words),
                        words.of("review.answered.by", reading.who(), words.time(reading.when())),
                        words.of("second.progress", words.number(reading.left()), words.number(reading.all())),
                        reading.left() == 0 ? "" : READING + "/" + Paths.encode(reading.id())))
                .toList();
        model.addAttribute(
                "view",
                new DisputesView(
                        words.count("second.disputed", disputed.size()),
                        disputed,
                        readings,
                        agreement(second.agreement(), words)));
        return "disagreements";
    }

    /// What a reading is of: a document by its title, else the filter as it was.
    private String scope(String query, Words words) {
        if (query.isEmpty()) {
            return words.of("second.scope.all");
        }
        if (!query.startsWith("dokument=")) {
            return query.contains("=") ? words.of("second.scope.part") : words.of("second.scope.one");
        }
        String id = URLDecoder.decode(query.substring("dokument=".length()).split("&", 2)[0], StandardCharsets.UTF_8);
        return sources.document(id)
                .map(document -> words.shown(document.title()))
                .orElse(id);
    }

    private static SaidRow said(Said said, Words words) {
        return new SaidRow(
                words.of("review.verdict." + said.verdict().code())
                        + (said.target().isEmpty() ? "" : ": " + said.target()),
                words.of("review.answered.by", said.who(), words.time(said.when())),
                said.why());
    }

    private static String agreement(Agreement agreement, Words words) {
        if (agreement.read() == 0) {
            return words.of("second.agreement.none");
        }
        String share = words.of(
                "second.agreement",
                words.number(agreement.same()),
                words.number(agreement.read()),
                words.number(Math.round(100 * agreement.share().orElse(0))));
        return share + " "
                + (agreement.kappa().isPresent()
                        ? words.of(
                                "second.kappa",
                                String.format(
                                        Locale.of(words.language()),
                                        "%.2f",
                                        agreement.kappa().getAsDouble()))
                        : words.of("second.kappa.few", words.number(Agreement.LEAST_FOR_KAPPA)));
    }

    @PostMapping(DISAGREEMENTS + "/avgjor")
    String settle(
            @RequestParam("id") String id,
            @RequestParam("side") SecondReader.Side side,
            @RequestParam(name = "hvorfor", defaultValue = "") String why,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        try {
            sources.secondReader().settle(id, side, why, who.getName());
            flash.addFlashAttribute("told", new Words(messages, locale).of("second.told.settled"));
        } catch (ReviewException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:" + DISAGREEMENTS;
    }

    /// @param current the item at hand; none when nothing is left for the reader
    record BlindView(
            String id, String count, @Nullable CaseView current, String previousHref, String nextHref, boolean keys) {}

    record DisputesView(String count, List<Disputed> disputed, List<ReadingRow> readings, String agreement) {}

    record Disputed(String id, String words, ThingLink document, String kind, SaidRow first, SaidRow second) {}

    /// @param answer the verdict, with what was accepted
    record SaidRow(String answer, String who, String why) {}

    /// @param href empty when nothing is left
    record ReadingRow(String scope, String who, String progress, String href) {}
}
