package no.forankring.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import no.forankring.citation.Explanation;
import no.forankring.citation.LearnedAlias;
import no.forankring.document.DocumentId;
import no.forankring.register.Register;
import no.forankring.review.ReviewQueue.Outcome;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What was learned from decisions, and linking documents again by it.
@Controller
class AliasPage {

    private static final String ALIASES = ReviewPage.ADDRESS + "/skrivemater";

    private final PageSources sources;
    private final Register register;
    private final MessageSource messages;

    AliasPage(PageSources sources, Register register, MessageSource messages) {
        this.sources = sources;
        this.register = register;
        this.messages = messages;
    }

    @GetMapping(ALIASES)
    String aliases(Model model, Locale locale) {
        var words = new Words(messages, locale);
        List<AliasRow> rows = sources.review().aliases().reversed().stream()
                .map(alias -> row(alias, words))
                .toList();
        model.addAttribute("view", new AliasView(words.count("aliases.count", rows.size()), rows));
        return "aliases";
    }

    private AliasRow row(LearnedAlias alias, Words words) {
        LearnedAlias.Provenance from = alias.provenance();
        String document = from.document();
        return new AliasRow(
                alias.id(),
                alias.words(),
                new ThingLink(
                        Explanation.label(register, alias.document()),
                        "",
                        Paths.governing(alias.document().value())),
                alias.owner()
                        .map(owner -> words.of("aliases.owner", owner.name()))
                        .orElse(words.of("aliases.all")),
                words.of("review.answered.by", from.who(), words.time(from.when())),
                sources.document(document)
                        .map(held -> new ThingLink(words.shown(held.title()), "", Paths.document(document)))
                        .orElse(new ThingLink(document, "", "")));
    }

    @PostMapping(ALIASES + "/ta-tilbake")
    String forget(@RequestParam("id") String id, Principal who, RedirectAttributes flash, Locale locale) {
        var words = new Words(messages, locale);
        sources.review().forget(id, who.getName()).ifPresent(alias -> {
            flash.addFlashAttribute("told", words.of("aliases.told.forgotten", alias.words()));
            offerToLinkAgain(sources, new Outcome(List.of(), List.of(alias)), flash, words);
        });
        return "redirect:" + ALIASES;
    }

    @PostMapping(ReviewPage.ADDRESS + "/les-igjen")
    String linkAgain(@RequestParam("dokument") List<String> documents, Principal who, Locale locale) {
        var words = new Words(messages, locale);
        String title = words.count("review.linkAgain.job", documents.size());
        String job = sources.linkAgain(
                who.getName(), title, documents.stream().map(DocumentId::new).toList());
        return "redirect:/jobber/" + job;
    }

    /// Documents that were read before still have the links of then.
    static void offerToLinkAgain(PageSources sources, Outcome outcome, RedirectAttributes flash, Words words) {
        var aliases = new ArrayList<>(outcome.learned());
        aliases.addAll(outcome.forgotten());
        var documents = new LinkedHashSet<String>();
        for (LearnedAlias alias : aliases) {
            sources.holding(alias.words()).forEach(document -> documents.add(document.value()));
        }
        if (!documents.isEmpty()) {
            flash.addFlashAttribute("linkAgain", List.copyOf(documents));
            flash.addFlashAttribute("linkAgainText", words.count("review.linkAgain", documents.size()));
        }
    }

    record AliasView(String count, List<AliasRow> rows) {}

    /// @param counts in which documents
    /// @param source the document in which the judged words stand
    record AliasRow(String id, String words, ThingLink governing, String counts, String who, ThingLink source) {}
}
