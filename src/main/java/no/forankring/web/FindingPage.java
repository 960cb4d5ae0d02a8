package no.forankring.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import no.forankring.findings.FindingsDesk.Place;
import no.forankring.findings.FindingsDesk.Stored;
import no.forankring.trace.DocumentView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Which numbers do not agree? Both places of each, and a way to put it away. Works without script.
@Controller
class FindingPage {

    static final String ADDRESS = "/funn";
    private static final int SIZE = 30;

    private final PageSources sources;
    private final MessageSource messages;

    FindingPage(PageSources sources, MessageSource messages) {
        this.sources = sources;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String findings(
            @RequestParam(name = "dokument", defaultValue = "") String document,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        List<Stored> found = document.isEmpty()
                ? sources.findings().all()
                : sources.findings().of(document);
        List<Stored> waiting =
                found.stream().filter(finding -> finding.dismissal().isEmpty()).toList();
        List<Stored> away = found.stream()
                .filter(finding -> finding.dismissal().isPresent())
                .toList();
        var paging = Paging.of(
                waiting.size(),
                page,
                SIZE,
                ADDRESS + (document.isEmpty() ? "?" : "?dokument=" + Paths.encode(document) + "&"));
        model.addAttribute(
                "view",
                new View(
                        words.count("findings.count", waiting.size()),
                        document,
                        paging.cut(waiting).stream()
                                .map(finding -> row(finding, words))
                                .toList(),
                        away.stream().map(finding -> row(finding, words)).toList(),
                        paging));
        return "findings";
    }

    Row row(Stored finding, Words words) {
        String title =
                sources.document(finding.document()).map(DocumentView::title).orElse(finding.document());
        return new Row(
                "f" + finding.address().substring(finding.address().lastIndexOf('/') + 1),
                finding.address(),
                finding.text(words.language()),
                words.of(
                        finding.confidence() >= 0.8
                                ? "findings.sure"
                                : finding.confidence() >= 0.6 ? "findings.likely" : "findings.unsure"),
                new ThingLink(title, "", Paths.document(finding.document())),
                card(finding.claim(), finding, title, words),
                finding.counters().stream()
                        .filter(place -> !place.equals(finding.claim()))
                        .map(place -> card(place, finding, title, words))
                        .toList(),
                finding.dismissal()
                        .map(dismissal -> words.of("review.answered.by", dismissal.who(), words.time(dismissal.when()))
                                + (dismissal.why().isEmpty() ? "" : ": " + dismissal.why()))
                        .orElse(""));
    }

    private static EvidenceCard card(Place place, Stored finding, String title, Words words) {
        String page = place.page() > 0 ? words.of("evidence.page", Integer.toString(place.page())) : "";
        String separator = page.isEmpty() || place.section().isEmpty() ? "" : " · ";
        return new EvidenceCard(
                "",
                words.shown(place.words()),
                "",
                title,
                Paths.passage(finding.document(), place.passage()),
                page + separator + place.section(),
                "",
                "");
    }

    @PostMapping(ADDRESS + "/legg-bort")
    String dismiss(
            @RequestParam("funn") String finding,
            @RequestParam(name = "grunn", defaultValue = "") String why,
            @RequestParam(name = "dokument", defaultValue = "") String document,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        boolean done = sources.findings().dismiss(finding, why, who.getName());
        tell(done, "findings.told.dismissed", flash, locale);
        return back(document);
    }

    @PostMapping(ADDRESS + "/ta-fram")
    String restore(
            @RequestParam("funn") String finding,
            @RequestParam(name = "dokument", defaultValue = "") String document,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        boolean done = sources.findings().restore(finding, who.getName());
        tell(done, "findings.told.restored", flash, locale);
        return back(document);
    }

    private void tell(boolean done, String key, RedirectAttributes flash, Locale locale) {
        var words = new Words(messages, locale);
        flash.addFlashAttribute(done ? "told" : "refused", words.of(done ? key : "findings.gone"));
    }

    private static String back(String document) {
        return "redirect:" + ADDRESS + (document.isEmpty() ? "" : "?dokument=" + Paths.encode(document));
    }

    /// @param document the only one whose findings are shown; empty for all
    record View(String count, String document, List<Row> rows, List<Row> away, Paging paging) {}

    /// @param sure how sure it is, in words
    /// @param counters the other places; none where one sentence holds both
    /// @param away who put it away; empty while it waits
    record Row(
            String id,
            String address,
            String text,
            String sure,
            ThingLink document,
            EvidenceCard claim,
            List<EvidenceCard> counters,
            String away) {}
}
