package no.forankring.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import no.forankring.curation.Basis;
import no.forankring.curation.Curation;
import no.forankring.curation.CurationException;
import no.forankring.curation.LinkDraft;
import no.forankring.curation.LinkType;
import no.forankring.graph.Addresses;
import no.forankring.register.GoverningDocument;
import no.forankring.register.ReferenceText;
import no.forankring.register.Standing;
import no.forankring.register.Successor;
import no.forankring.report.ReportFormat;
import no.forankring.review.AliasScope;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.sparql.AtomFeed;
import no.forankring.trace.Anchor;
import no.forankring.trace.Currency;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;
import no.forankring.trace.Suspect;
import no.forankring.trace.SuspectLinks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What do we still rest on that no longer holds, and what is to be looked at again since the register changed?
@Controller
class CurrencyPages {

    static final String ADDRESS = "/gyldighet";

    private static final String REPORT = "/rapporter/utdaterte-forankringer-med-erstatning";
    private static final int SHOWN = 200;
    private static final int IN_FEED = 50;

    private final Currency currency;
    private final SuspectLinks suspects;
    private final PageSources sources;
    private final Curation curation;
    private final Addresses addresses;
    private final MessageSource messages;

    CurrencyPages(
            Currency currency,
            SuspectLinks suspects,
            PageSources sources,
            Curation curation,
            Addresses addresses,
            MessageSource messages) {
        this.currency = currency;
        this.suspects = suspects;
        this.sources = sources;
        this.curation = curation;
        this.addresses = addresses;
        this.messages = messages;
    }

    /// @param tilstand a way of having grown old, or `alle` for those that hold too; empty for every way
    /// @param ar the year of what rests, or of the day it is judged on
    /// @param sok words of the names
    @GetMapping(ADDRESS)
    String page(
            @RequestParam(defaultValue = "") String tilstand,
            @RequestParam(defaultValue = "") String ar,
            @RequestParam(defaultValue = "") String sok,
            @RequestParam(defaultValue = "false") boolean forslag,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        boolean all = tilstand.equals("alle");
        List<Anchor> anchors = currency.anchors(!all, forslag);
        List<Anchor> fitting = anchors.stream()
                .filter(anchor ->
                        all || tilstand.isEmpty() || code(anchor.now()).equals(tilstand))
                .filter(anchor -> ar.isBlank()
                        || anchor.day().startsWith(ar.strip())
                        || anchor.year().equals(ar.strip()))
                .filter(anchor -> contains(anchor.step(), sok))
                .toList();
        long waiting = forslag ? 0 : currency.anchors(!all, true).size() - anchors.size();
        String year = ar.matches("\\d{4}") ? "&year=" + ar : "";
        model.addAttribute(
                "view",
                new View(
                        tilstand,
                        ar,
                        sok,
                        forslag,
                        List.of("renamed", "revised", "continued", "replaced", "ended", "alle").stream()
                                .map(state -> new Choice(state, words.of("currency.show." + state)))
                                .toList(),
                        words.count("currency.found", fitting.size()),
                        fitting.size() > SHOWN ? words.of("currency.cut", words.number(SHOWN)) : "",
                        waiting > 0 ? words.count("currency.waiting", waiting) : "",
                        fitting.stream()
                                .limit(SHOWN)
                                .map(anchor -> row(anchor, words))
                                .toList(),
                        suspects.suspects(false).stream()
                                .limit(SHOWN)
                                .map(suspect -> suspect(suspect, words))
                                .toList(),
                        List.of(ReportFormat.values()).stream()
                                .map(format -> new Choice(
                                        REPORT + "/fil." + format.suffix() + "?suggestions=" + (forslag ? "ja" : "nei")
                                                + year,
                                        format.suffix().toUpperCase(Locale.ROOT)))
                                .toList()));
        return "currency";
    }

    private static boolean contains(Step step, String sought) {
        String wanted = sought.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || step.subject().label().toLowerCase(Locale.ROOT).contains(wanted)
                || step.object().label().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// A person has looked at a statement again, and it still stands.
    @PostMapping(ADDRESS + "/sett")
    String looked(@RequestParam String kobling, Principal who, RedirectAttributes flash, Locale locale) {
        var words = new Words(messages, locale);
        Step step = sources.step(kobling)
                .orElseThrow(() -> new NotFoundException("No statement has the address " + kobling));
        try {
            confirm(step, words.of("currency.looked.why"), who.getName());
            flash.addFlashAttribute("told", words.of("currency.looked"));
        } catch (ReviewException | CurationException refused) {
            flash.addFlashAttribute("told", refused.getMessage());
        }
        return "redirect:" + ADDRESS + "#igjen";
    }

    /// What a document says is judged; what a person entered is entered anew, with what was said then.
    private void confirm(Step step, String why, String who) {
        EvidenceView evidence = step.evidence().getFirst();
        if (!evidence.document().isEmpty()) {
            sources.review().answer(new Answer(List.of(step.link()), Verdict.ACCEPTED, AliasScope.NONE, why), who);
            return;
        }
        LinkType type = LinkType.of(step.predicate())
                .orElseThrow(() -> new NotFoundException("No relation is called " + step.predicate()));
        curation.link(
                new LinkDraft(step.subject().iri(), type, step.object().id(), step.strength(), false),
                Basis.of(why + ": " + evidence.text()),
                who);
    }

    /// What is to be looked at again, as an Atom feed (RFC 4287).
    @GetMapping(path = ADDRESS + "/atom", produces = AtomFeed.TYPE)
    @ResponseBody
    String feed(Locale locale) throws XMLStreamException {
        var words = new Words(messages, locale);
        List<Suspect> found = suspects.suspects(false);
        var feed = new AtomFeed(
                words.language(),
                words.of("currency.again"),
                addresses.base() + ADDRESS + "/atom",
                addresses.base() + ADDRESS,
                found.stream().map(suspect -> suspect.change().at()).findFirst().orElse(Instant.EPOCH));
        for (Suspect suspect : found.subList(0, Math.min(IN_FEED, found.size()))) {
            SuspectView view = suspect(suspect, words);
            feed.entry(
                    view.subject().label() + ": " + view.governing().label(),
                    suspect.step().link() + "#" + suspect.change().change(),
                    suspect.change().at(),
                    addresses.base() + view.subject().href(),
                    view.changed() + " " + view.since());
        }
        return feed.text();
    }

    /// What the start page says: how many statements are to be looked at again; empty when none is.
    static String alert(SuspectLinks suspects, Words words) {
        int count = suspects.suspects(false).size();
        return count == 0 ? "" : words.count("currency.alert", count);
    }

    private static String code(Standing standing) {
        return standing.state().name().toLowerCase(Locale.ROOT);
    }

    private static RowView row(Anchor anchor, Words words) {
        Step step = anchor.step();
        boolean suggested = step.status().equals("Suggested");
        boolean outdated = anchor.now().state().outdated();
        String first = anchor.instead().stream()
                .map(document ->
                        "%s (%s)".formatted(document.label(), document.id().value()))
                .findFirst()
                .orElse("");
        return new RowView(
                ThingLink.of(step.subject(), words),
                anchor.year(),
                ThingLink.of(step.object(), words),
                anchor.day().isEmpty()
                        ? words.of("currency.undated")
                        : words.of(
                                "currency.then",
                                words.of("currency.state." + code(anchor.then())),
                                words.date(anchor.day())),
                words.of("currency.state." + code(anchor.now()))
                        + (anchor.now().since().isEmpty()
                                ? ""
                                : " "
                                        + words.of(
                                                "currency.since",
                                                words.date(anchor.now().since()))),
                colour(anchor),
                anchor.now().successors().stream()
                        .map(successor -> successor(successor, words))
                        .toList(),
                anchor.instead().stream().map(document -> instead(document)).toList(),
                outdated && anchor.instead().isEmpty() ? words.of("currency.nothing") : "",
                suggested ? words.status(step.status()) : "",
                EvidenceCard.of(step.evidence().getFirst(), words),
                outdated
                        ? "/rediger/kobling?fra=" + Paths.encode(step.subject().iri())
                                + (suggested ? "" : "&erstatt=" + Paths.encode(step.link()))
                                + (first.isEmpty() ? "" : "&til=" + Paths.encode(first))
                        : "");
    }

    /// What had grown old already when it was written is worse than what has grown old since.
    private static String colour(Anchor anchor) {
        return anchor.then().state().outdated()
                ? "danger"
                : anchor.now().state().outdated() ? "warning" : "success";
    }

    private static Reference instead(GoverningDocument document) {
        return new Reference(
                ReferenceText.of(document), Paths.governing(document.id().value()));
    }

    private static SuccessorView successor(Successor successor, Words words) {
        return new SuccessorView(
                words.of("currency.kind." + successor.kind().name().toLowerCase(Locale.ROOT)),
                successor.newer().label(),
                Paths.governing(successor.newer().id().value()),
                successor.source().orElse(""),
                words.of(
                        successor.source().isEmpty()
                                ? "currency.source.none"
                                : successor.checked() ? "currency.source.checked" : "currency.source.unchecked"));
    }

    private static SuspectView suspect(Suspect suspect, Words words) {
        return new SuspectView(
                ThingLink.of(suspect.step().subject(), words),
                ThingLink.of(suspect.step().object(), words),
                words.of(
                        "currency.changed",
                        suspect.change().fields().stream()
                                .map(field -> words.of("currency.field." + field))
                                .collect(Collectors.joining(", ")),
                        words.time(suspect.change().at()),
                        suspect.change().who()),
                suspect.confirmation()
                        .map(said -> words.of("currency.confirmed", said.who(), words.time(said.when())))
                        .orElseGet(() -> words.of("currency.read", words.time(suspect.since()))),
                EvidenceCard.of(suspect.step().evidence().getFirst(), words),
                suspect.step().link());
    }

    /// @param waiting how many more are only suggested, in words; empty when none is, or when they are shown
    record View(
            String state,
            String year,
            String sought,
            boolean suggestions,
            List<Choice> states,
            String count,
            String cut,
            String waiting,
            List<RowView> rows,
            List<SuspectView> suspects,
            List<Choice> files) {}

    record Choice(String value, String text) {}

    /// @param nothing that the register knows of nothing in its place; empty when it does
    /// @param suggested «forslag»; empty for a fact
    /// @param mend where one puts another document in its place; empty when there is nothing to mend
    record RowView(
            ThingLink subject,
            String year,
            ThingLink governing,
            String then,
            String now,
            String colour,
            List<SuccessorView> successors,
            List<Reference> instead,
            String nothing,
            String suggested,
            EvidenceCard evidence,
            String mend) {}

    record Reference(String text, String href) {}

    /// @param source the address of the official page; empty when none is known
    record SuccessorView(String kind, String label, String href, String source, String checked) {}

    record SuspectView(
            ThingLink subject, ThingLink governing, String changed, String since, EvidenceCard evidence, String link) {}
}
