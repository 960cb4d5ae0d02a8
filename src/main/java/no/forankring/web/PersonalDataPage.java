package no.forankring.web;

import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import no.forankring.document.DocumentId;
import no.forankring.privacy.PersonalDataRegister;
import no.forankring.privacy.PersonalDataRegister.AboutPerson;
import no.forankring.privacy.PersonalDataRegister.Finding;
import no.forankring.privacy.PersonalDataRegister.Holding;
import no.forankring.privacy.PersonalDataRegister.PersonStatement;
import no.forankring.privacy.PersonalDataRegister.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What is withheld of documents, for those who may release it. Works without script.
@Controller
class PersonalDataPage {

    private static final String ADDRESS = "/personopplysninger";
    private static final int SIZE = 100;
    private static final int SHORTEST = 4;
    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataPage.class);

    private final PersonalDataRegister register;
    private final PageSources sources;
    private final MessageSource messages;

    PersonalDataPage(PersonalDataRegister register, PageSources sources, MessageSource messages) {
        this.register = register;
        this.sources = sources;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String list(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        var words = new Words(messages, locale);
        List<HoldingRow> rows = register.holdings().stream()
                .sorted(Comparator.comparingInt(Holding::withheld).reversed().thenComparing(Holding::title))
                .map(holding -> new HoldingRow(
                        words.shown(holding.title()),
                        Paths.withheld(holding.document().value()),
                        words.number(holding.withheld()),
                        words.number(holding.released())))
                .toList();
        var paging = Paging.of(rows.size(), page, SIZE, ADDRESS + "?");
        model.addAttribute(
                "view", new ListView(words.count("personal.documents", rows.size()), paging.cut(rows), paging));
        return "personal-list";
    }

    @GetMapping(ADDRESS + "/{id}")
    String document(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            Principal who,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        var document = documentId(id);
        List<Finding> findings = findings(document);
        LOG.info("{} sees what is withheld of {}", who.getName(), document);
        List<FindingRow> rows =
                findings.stream().map(finding -> row(finding, id, words)).toList();
        long withheld =
                findings.stream().filter(finding -> finding.release().isEmpty()).count();
        var paging = Paging.of(rows.size(), page, SIZE, Paths.withheld(id) + "?");
        model.addAttribute(
                "view",
                new DocumentView(
                        words.shown(sources.document(id)
                                .map(no.forankring.trace.DocumentView::title)
                                .orElse(id)),
                        Paths.document(id),
                        Paths.withheld(id),
                        words.of("personal.summary", words.number(withheld), words.number(findings.size() - withheld)),
                        withheld > 0,
                        withheld < findings.size(),
                        paging.cut(rows),
                        paging));
        return "personal";
    }

    /// Releases or withholds one finding, or all of a document, and lets the document be read again.
    ///
    /// @param release the fingerprint of the one to release, or `alle`
    /// @param withhold the fingerprint of the one to withhold again, or `alle`
    @PostMapping(ADDRESS + "/{id}")
    String decide(
            @PathVariable String id,
            @RequestParam(name = "frigi", defaultValue = "") String release,
            @RequestParam(name = "hold", defaultValue = "") String withhold,
            @RequestParam(name = "grunn", defaultValue = "") String why,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        var document = documentId(id);
        int released =
                release.isEmpty() ? 0 : register.release(document, chosen(release, document), who.getName(), why);
        int withheld = withhold.isEmpty() ? 0 : register.withhold(document, chosen(withhold, document), who.getName());
        if (released + withheld > 0) {
            String job = sources.linkAgain(who.getName(), words.of("personal.job"), List.of(document));
            flash.addFlashAttribute(
                    "told",
                    released > 0
                            ? words.count("personal.told.released", released)
                            : words.count("personal.told.withheld", withheld));
            flash.addFlashAttribute("job", "/jobber/" + job);
        }
        return "redirect:" + Paths.withheld(id);
    }

    /// All that is held about a person. By POST, so that the name stands in no address and no log.
    @PostMapping(ADDRESS + "/person")
    String person(@RequestParam("ord") String sought, Model model, Locale locale) {
        var words = new Words(messages, locale);
        if (sought.strip().length() < SHORTEST) {
            model.addAttribute("view", new PersonView(sought, "", true, List.of(), List.of()));
            return "person";
        }
        AboutPerson about = register.about(sought);
        model.addAttribute(
                "view",
                new PersonView(
                        sought,
                        words.of(
                                "person.summary",
                                words.number(about.places().size()),
                                words.number(about.read() - about.unread()),
                                words.number(about.unread())),
                        false,
                        about.places().stream()
                                .map(place -> new PersonRow(
                                        words.shown(place.title()),
                                        place.passage().isEmpty()
                                                ? Paths.document(
                                                        place.document().value())
                                                : Paths.passage(place.document().value(), place.passage()),
                                        place.page() > 0
                                                ? words.of("evidence.page", Integer.toString(place.page()))
                                                : "",
                                        place.context(),
                                        place.release()
                                                .map(release -> words.of(
                                                        "personal.released.by",
                                                        release.who(),
                                                        words.time(release.when())))
                                                .orElse(words.of(
                                                        place.withheld() ? "person.withheld" : "person.shown"))))
                                .toList(),
                        about.statements()));
        return "person";
    }

    private List<String> chosen(String fingerprint, DocumentId document) {
        return fingerprint.equals("alle")
                ? findings(document).stream().map(Finding::fingerprint).toList()
                : List.of(fingerprint);
    }

    private List<Finding> findings(DocumentId document) {
        return register.findings(document)
                .orElseThrow(() -> new NotFoundException("We hold no document called " + document));
    }

    private static DocumentId documentId(String id) {
        try {
            return new DocumentId(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("We hold no document called " + id);
        }
    }

    private static FindingRow row(Finding finding, String document, Words words) {
        return new FindingRow(
                finding.fingerprint(),
                words.of("personal.kind." + finding.kind().code()),
                finding.masked(),
                finding.words(),
                finding.places().stream()
                        .map(place -> place(place, document, words))
                        .distinct()
                        .toList(),
                finding.release().isPresent(),
                finding.release()
                        .map(release -> words.of("personal.released.by", release.who(), words.time(release.when()))
                                + (release.why().isBlank() ? "" : " " + words.shown(release.why())))
                        .orElse(""));
    }

    private static PlaceLink place(Place place, String document, Words words) {
        String page = place.page() > 0 ? words.of("evidence.page", Integer.toString(place.page())) : "";
        String separator = page.isEmpty() || place.section().isEmpty() ? "" : " · ";
        String where = page + separator + words.shown(place.section());
        return new PlaceLink(
                where.isEmpty() ? words.of("personal.place") : where,
                place.passage().isEmpty() ? Paths.document(document) : Paths.passage(document, place.passage()));
    }

    /// @param tooShort whether more must be written
    record PersonView(
            String sought,
            String summary,
            boolean tooShort,
            List<PersonRow> places,
            List<PersonStatement> statements) {}

    /// @param state withheld, shown, or released by whom
    record PersonRow(String title, String href, String page, String context, String state) {}

    record ListView(String count, List<HoldingRow> rows, Paging paging) {}

    record HoldingRow(String title, String href, String withheld, String released) {}

    /// @param action where decisions are sent
    /// @param someWithheld whether there is something to release
    /// @param someReleased whether there is something to withhold again
    record DocumentView(
            String title,
            String href,
            String action,
            String summary,
            boolean someWithheld,
            boolean someReleased,
            List<FindingRow> rows,
            Paging paging) {}

    /// @param masked enough to know which one it is
    /// @param by who released it, when and why; empty while withheld
    record FindingRow(
            String fingerprint,
            String kind,
            String masked,
            String words,
            List<PlaceLink> places,
            boolean released,
            String by) {}

    record PlaceLink(String text, String href) {}
}
