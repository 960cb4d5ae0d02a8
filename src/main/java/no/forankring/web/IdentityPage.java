package no.forankring.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.document.DocumentId;
import no.forankring.identity.Ground;
import no.forankring.identity.IdentityDecision;
import no.forankring.identity.IdentityDecision.Verdict;
import no.forankring.identity.IdentityDesk.Decided;
import no.forankring.identity.IdentityDesk.Pair;
import no.forankring.identity.IdentityException;
import no.forankring.identity.Naming;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;
import no.forankring.trace.Trace;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Which things are one under several names? Pairs that wait for a person, merging and parting by hand, and undoing.
/// Works without script.
@Controller
class IdentityPage {

    static final String ADDRESS = "/gjennomgang/sammenslaing";
    static final String NAMES = "/gjennomgang/navn";
    private static final int SIZE = 10;
    private static final int EVIDENCE_SHOWN = 3;
    private static final int DECISIONS_SHOWN = 20;

    private final PageSources sources;
    private final MessageSource messages;

    IdentityPage(PageSources sources, MessageSource messages) {
        this.sources = sources;
        this.messages = messages;
    }

    // ---- pairs ----

    @GetMapping(ADDRESS)
    String pairs(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        var words = new Words(messages, locale);
        List<Pair> pairs = sources.identities().pairs();
        var paging = Paging.of(pairs.size(), page, SIZE, ADDRESS + "?");
        var rows = new ArrayList<Row>();
        for (Pair pair : paging.cut(pairs)) {
            side(pair.one(), words)
                    .flatMap(one -> side(pair.other(), words)
                            .map(other -> new Row(
                                    "p" + (rows.size() + 1),
                                    one,
                                    other,
                                    words.of("identity.outcome."
                                            + pair.comparison().outcome().name().toLowerCase(Locale.ROOT)),
                                    texts(pair.comparison().forIt(), words),
                                    texts(pair.comparison().against(), words))))
                    .ifPresent(rows::add);
        }
        model.addAttribute(
                "view",
                new View(
                        words.count("identity.count", pairs.size()),
                        rows,
                        paging,
                        page,
                        decisions(sources.identities().decisions(), words)));
        return "identity";
    }

    private Optional<Side> side(String address, Words words) {
        return sources.trace(address, true).map(trace -> side(trace, words));
    }

    private Side side(Trace trace, Words words) {
        List<EvidenceView> evidence = trace.outgoing().stream()
                .filter(step -> step.predicate().equals("type"))
                .map(Step::evidence)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new Side(
                trace.root().iri(),
                ThingLink.of(trace.root(), words),
                names(trace.root().iri(), words),
                evidence.stream()
                        .limit(EVIDENCE_SHOWN)
                        .map(proof -> EvidenceCard.of(proof, words))
                        .toList(),
                evidence.size() > EVIDENCE_SHOWN
                        ? words.of("identity.more", words.number(evidence.size() - EVIDENCE_SHOWN))
                        : "");
    }

    private List<NameRow> names(String address, Words words) {
        return sources.identities().names(address).stream()
                .map(naming -> new NameRow(
                        naming.id(),
                        words.shown(naming.sighting().name()),
                        new ThingLink(title(naming.document()), "", Paths.document(naming.document()))))
                .toList();
    }

    private String title(String document) {
        return sources.document(document).map(held -> held.title()).orElse(document);
    }

    private static List<String> texts(List<Ground> grounds, Words words) {
        return grounds.stream()
                .map(ground -> ground.text(Locale.of(words.language())))
                .toList();
    }

    /// @param kept which of the two addresses stays when they are one
    @PostMapping(ADDRESS + "/svar")
    String answer(
            @RequestParam("en") String one,
            @RequestParam("annen") String other,
            @RequestParam(name = "behold", defaultValue = "") String kept,
            @RequestParam("svar") Verdict verdict,
            @RequestParam(name = "grunn", defaultValue = "") String why,
            @RequestParam(defaultValue = "1") int page,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        boolean turned = kept.equals(other);
        decide(turned ? other : one, turned ? one : other, verdict, why, who, flash, locale);
        return "redirect:" + ADDRESS + (page > 1 ? "?page=" + page : "");
    }

    private void decide(
            String kept,
            String other,
            Verdict verdict,
            String why,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        if (verdict == Verdict.SPLIT) {
            flash.addFlashAttribute("refused", words.of("identity.notThat"));
            return;
        }
        try {
            Decided decided = sources.identities().decide(kept, other, verdict, why, who.getName());
            flash.addFlashAttribute("told", words.of("identity.told." + verdict.code()));
            follow(decided, who, flash, words);
        } catch (IdentityException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
    }

    @PostMapping(ADDRESS + "/angre")
    String takeBack(
            @RequestParam("id") String decision,
            @RequestParam(name = "til", defaultValue = "") String thing,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        try {
            Decided decided = sources.identities().takeBack(decision, who.getName());
            flash.addFlashAttribute("told", words.of("identity.told.undone"));
            follow(decided, who, flash, words);
        } catch (IdentityException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return thing.isEmpty() ? "redirect:" + ADDRESS : namesOf(thing);
    }

    /// What documents say follows a decision when they are linked again; that is begun at once.
    private void follow(Decided decided, Principal who, RedirectAttributes flash, Words words) {
        if (!decided.linkAgain().isEmpty()) {
            String job = sources.linkAgain(
                    who.getName(),
                    words.count("review.linkAgain.job", decided.linkAgain().size()),
                    decided.linkAgain().stream().map(DocumentId::new).toList());
            flash.addFlashAttribute("job", "/jobber/" + job);
        }
    }

    // ---- the names of one thing ----

    @GetMapping(NAMES)
    String names(@RequestParam String id, Model model, Locale locale) {
        var words = new Words(messages, locale);
        Optional<Trace> found = sources.trace(id, false);
        if (found.isEmpty()) {
            return sources.identities()
                    .forward(id)
                    .map(IdentityPage::namesOf)
                    .orElseThrow(() -> new NotFoundException("Nothing is called " + id));
        }
        Thing thing = found.get().root();
        List<IdentityDecision> about = sources.identities().decisions().stream()
                .filter(decision ->
                        decision.kept().equals(thing.iri()) || decision.other().equals(thing.iri()))
                .toList();
        model.addAttribute(
                "view",
                new NamesView(
                        thing.iri(), ThingLink.of(thing, words), names(thing.iri(), words), decisions(about, words)));
        return "names";
    }

    private static String namesOf(String thing) {
        return "redirect:" + NAMES + "?id=" + Paths.encode(thing);
    }

    /// Makes the thing one with another: its address, or the id as in the address of its page.
    @PostMapping(NAMES + "/slaa-sammen")
    String merge(
            @RequestParam("id") String kept,
            @RequestParam("annen") String other,
            @RequestParam(name = "grunn", defaultValue = "") String why,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        Optional<Trace> meant = sources.trace(afterSlash(other), false);
        if (meant.isEmpty()) {
            flash.addFlashAttribute("refused", IdentityException.unknown(other).getMessage());
        } else {
            decide(kept, meant.get().root().iri(), Verdict.SAME, why, who, flash, locale);
        }
        return namesOf(kept);
    }

    /// Of the address of a page its id; anything else as it is.
    private static String afterSlash(String words) {
        String asked = words.strip();
        boolean ours = asked.contains("://") && asked.contains("/id/");
        return ours || !asked.contains("/") ? asked : asked.substring(asked.lastIndexOf('/') + 1);
    }

    @PostMapping(NAMES + "/del")
    String split(
            @RequestParam("id") String thing,
            @RequestParam(name = "navn", defaultValue = "") List<String> namings,
            @RequestParam(name = "grunn", defaultValue = "") String why,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        try {
            Decided decided = sources.identities().split(thing, namings, why, who.getName());
            flash.addFlashAttribute("told", words.of("identity.told.split"));
            follow(decided, who, flash, words);
        } catch (IdentityException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return namesOf(thing);
    }

    // ---- decisions ----

    private List<DecisionRow> decisions(List<IdentityDecision> decisions, Words words) {
        return decisions.stream()
                .limit(DECISIONS_SHOWN)
                .map(decision -> new DecisionRow(
                        decision.id(),
                        words.of("identity.verdict." + decision.verdict().code()),
                        label(decision.kept()),
                        label(decision.other()),
                        decision.why(),
                        words.of("review.answered.by", decision.who(), words.time(decision.when()))))
                .toList();
    }

    private String label(String address) {
        return sources.trace(address, false)
                .map(trace -> trace.root().label())
                .or(() -> sources.identities().names(address).stream()
                        .map(Naming::sighting)
                        .map(sighting -> sighting.name())
                        .findFirst())
                .orElseGet(() -> address.substring(address.lastIndexOf('/') + 1));
    }

    record View(String count, List<Row> rows, Paging paging, int page, List<DecisionRow> decisions) {}

    /// @param outcome how sure the names are, in words
    record Row(String id, Side one, Side other, String outcome, List<String> forIt, List<String> against) {}

    /// @param more how many more passages name it; empty when all are shown
    record Side(String address, ThingLink thing, List<NameRow> names, List<EvidenceCard> evidence, String more) {}

    record NameRow(String id, String name, ThingLink document) {}

    record NamesView(String address, ThingLink thing, List<NameRow> names, List<DecisionRow> decisions) {}

    record DecisionRow(String id, String verdict, String kept, String other, String why, String who) {}
}
