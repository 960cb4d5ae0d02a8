package no.forankring.web;

import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.forankring.citation.LearnedAlias;
import no.forankring.register.GoverningDocument;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import no.forankring.review.AliasScope;
import no.forankring.review.Decision;
import no.forankring.review.Queue;
import no.forankring.review.QueueItem;
import no.forankring.review.Reach;
import no.forankring.review.ReviewCase;
import no.forankring.review.ReviewDesk;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewPlace;
import no.forankring.review.ReviewQueue.Answered;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What waits for a person, one item at a time, and what the person decides. Works without script; with it one key
/// decides.
@Controller
class ReviewPage {

    static final String ADDRESS = "/gjennomgang";

    private static final int ANSWERED_SHOWN = 10;
    /// Rows of the list before and after the item at hand.
    private static final int AROUND = 8;

    private static final int FOUND = 8;
    private static final int LONGEST_ROW = 90;

    private final PageSources sources;
    private final Register register;
    private final MessageSource messages;
    private final Clock clock;

    ReviewPage(PageSources sources, Register register, MessageSource messages, Clock clock) {
        this.sources = sources;
        this.register = register;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute("scope")
    ReviewScope scope(
            @RequestParam(name = "dokument", defaultValue = "") String document,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "sikkerhet", defaultValue = "") String certainty) {
        return new ReviewScope(document, type, certainty);
    }

    // ---- what waits ----

    /// @param item the key of the item to show; the first that waits when there is none of that key
    /// @param find words to look for in the register
    @GetMapping(ADDRESS)
    String waiting(
            @ModelAttribute(name = "scope", binding = false) ReviewScope scope,
            @RequestParam(name = "sak", defaultValue = "") String item,
            @RequestParam(name = "finn", defaultValue = "") String find,
            @Nullable Principal who,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        ReviewDesk desk = sources.review();
        Queue queue = desk.queue(scope.filter());
        int at = Math.max(0, queue.placeOf(item));
        Optional<ReviewCase> shown =
                queue.items().stream().skip(at).findFirst().flatMap(found -> desk.look(found.key()));
        model.addAttribute(
                "view",
                new View(
                        facets(queue.documents(), scope, scope.document(), words),
                        facets(queue.kinds(), scope, scope.type(), words, true),
                        facets(queue.certainties(), scope, scope.certainty(), words, false),
                        words.count("review.count", queue.items().size()),
                        queue.items().isEmpty()
                                ? ""
                                : words.of(
                                        "review.position",
                                        words.number(at + 1L),
                                        words.number(queue.items().size())),
                        around(queue, at, scope, words),
                        shown.map(found -> CaseView.of(found, words)).orElse(null),
                        at > 0 ? scope.href(queue.items().get(at - 1).key()) : "",
                        at + 1 < queue.items().size()
                                ? scope.href(queue.items().get(at + 1).key())
                                : "",
                        shown.stream()
                                .flatMap(found -> desk.others(found.item().key()).stream())
                                .map(thing -> new CaseView.Option(thing.iri(), words.shown(thing.label())))
                                .toList(),
                        find,
                        find.isBlank()
                                ? List.of()
                                : desk.find(find, FOUND).stream()
                                        .map(document -> known(document, words))
                                        .toList(),
                        who == null || shown.isEmpty() ? List.of() : known(words),
                        resume(who, item, words),
                        who == null || desk.singleKeys(who.getName()),
                        desk.answered(ANSWERED_SHOWN).stream()
                                .map(answered -> row(answered, who, words))
                                .toList()));
        return "review";
    }

    private static List<Facet> facets(List<Queue.Count> counts, ReviewScope scope, String chosen, Words words) {
        return counts.stream()
                .map(count -> new Facet(
                        words.shown(count.label()),
                        words.number(count.count()),
                        scope.withDocument(count.value().equals(chosen) ? "" : count.value())
                                .href(""),
                        count.value().equals(chosen)))
                .toList();
    }

    private static List<Facet> facets(
            List<Queue.Count> counts, ReviewScope scope, String chosen, Words words, boolean kinds) {
        return counts.stream()
                .map(count -> {
                    String next = count.label().equals(chosen) ? "" : count.label();
                    return new Facet(
                            kinds ? CaseView.kind(count.label(), words) : words.of("certainty." + count.label()),
                            words.number(count.count()),
                            (kinds ? scope.withType(next) : scope.withCertainty(next)).href(""),
                            count.label().equals(chosen));
                })
                .toList();
    }

    private static List<ItemRow> around(Queue queue, int at, ReviewScope scope, Words words) {
        var rows = new ArrayList<ItemRow>();
        int first = Math.max(0, at - AROUND);
        String document = "";
        for (int i = first; i < Math.min(queue.items().size(), at + AROUND + 1); i++) {
            QueueItem item = queue.items().get(i);
            rows.add(new ItemRow(
                    item.document().equals(document) ? "" : words.shown(item.documentTitle()),
                    shortened(words.shown(item.words())),
                    CaseView.kind(item.kind(), words),
                    scope.href(item.key()),
                    i == at));
            document = item.document();
        }
        return rows;
    }

    private static String shortened(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_ROW) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST_ROW);
        return line.substring(0, space <= 0 ? LONGEST_ROW : space) + " …";
    }

    private List<Known> known(Words words) {
        return register.all().stream()
                .map(document -> known(document, words))
                .sorted(Comparator.comparing(Known::label))
                .toList();
    }

    private static Known known(GoverningDocument document, Words words) {
        return new Known(
                document.id().value(),
                "%s (%s)".formatted(document.label(), document.id().value()),
                words.type(RegisterRdf.classes(document.type()).getLast().getLocalName()));
    }

    /// Where the person left, unless that is where the person is.
    private Resume resume(@Nullable Principal who, String item, Words words) {
        if (who == null || !item.isEmpty()) {
            return Resume.NONE;
        }
        Optional<ReviewPlace> place = sources.review().place(who.getName());
        if (place.isEmpty()) {
            return Resume.NONE;
        }
        // Somebody else may have decided the item meanwhile; the filter is worth going back to then.
        boolean waits = sources.review().look(place.get().item()).isPresent();
        if (!waits && place.get().scope().isEmpty()) {
            return Resume.NONE;
        }
        return new Resume(
                ReviewScope.href(place.get().scope(), waits ? place.get().item() : ""),
                words.of("review.resume", words.time(place.get().when())));
    }

    private static AnsweredRow row(Answered answered, @Nullable Principal who, Words words) {
        String what = Stream.concat(
                        answered.steps().stream().map(step -> CaseView.statement(step, words)),
                        answered.words().stream().map(quote -> "«" + words.shown(quote) + "»"))
                .findFirst()
                .orElseGet(() -> words.of("review.answered.gone"));
        int more = answered.links().size() - 1;
        return new AnsweredRow(
                words.of("review.verdict." + answered.verdict().code()),
                what + (more > 0 ? " " + words.count("review.answered.more", more) : ""),
                words.of("review.answered.by", answered.who(), words.time(answered.when())),
                answered.why(),
                answered.together(),
                answered.links(),
                who != null && answered.who().equals(who.getName()));
    }

    // ---- decisions ----

    /// @param item the key of the item that is decided
    /// @param chosen the link that is accepted
    @PostMapping(ADDRESS + "/svar")
    String answer(
            @ModelAttribute(name = "scope", binding = false) ReviewScope scope,
            @RequestParam("sak") String item,
            @RequestParam(name = "kobling", defaultValue = "") String chosen,
            @RequestParam("svar") Verdict verdict,
            @RequestParam(name = "rekkevidde", defaultValue = "ITEM") Reach reach,
            @RequestParam(name = "gjelder", defaultValue = "NONE") AliasScope learn,
            @RequestParam(name = "hvorfor", defaultValue = "") String why,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        AliasScope taught = verdict == Verdict.ACCEPTED ? learn : AliasScope.NONE;
        return decide(scope, item, flash, place -> {
            var decision = new Decision(item, verdict, chosen, reach, taught, why, Optional.of(place));
            Outcome outcome = sources.review().decide(decision, who.getName());
            told(outcome, words.of("review.told." + verdict.code()), item, flash, words);
        });
    }

    /// @param target the document that a person means: its label, its id or a citation of it; or the address of a thing
    @PostMapping(ADDRESS + "/velg-annen")
    String choose(
            @ModelAttribute(name = "scope", binding = false) ReviewScope scope,
            @RequestParam("sak") String item,
            @RequestParam("mal") String target,
            @RequestParam(name = "rekkevidde", defaultValue = "ITEM") Reach reach,
            @RequestParam(name = "hvorfor", defaultValue = "") String why,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        String next = decide(scope, item, flash, place -> {
            var decision = new Decision(item, Verdict.ACCEPTED, "", reach, AliasScope.NONE, why, Optional.of(place));
            Outcome outcome = sources.review().choose(decision, target, who.getName());
            told(outcome, words.of("review.told.chosen"), item, flash, words);
        });
        // What was written may mean several or none: the page then shows what the register has.
        return flash.getFlashAttributes().containsKey("refused")
                ? next + (next.contains("?") ? "&" : "?") + "finn=" + Paths.encode(target)
                : next;
    }

    private interface Deciding {
        void decide(ReviewPlace next);
    }

    /// Decides and goes on to the item after it.
    private String decide(ReviewScope scope, String item, RedirectAttributes flash, Deciding deciding) {
        List<QueueItem> before = sources.review().queue(scope.filter()).items();
        int at = 0;
        while (at < before.size() && !before.get(at).key().equals(item)) {
            at++;
        }
        String likely = at + 1 < before.size() ? before.get(at + 1).key() : item;
        try {
            deciding.decide(new ReviewPlace(scope.query(), likely, clock.instant()));
        } catch (ReviewException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            return "redirect:" + scope.href(item);
        }
        Queue after = sources.review().queue(scope.filter());
        String next = before.stream()
                .skip(at + 1L)
                .map(QueueItem::key)
                .filter(key -> after.find(key).isPresent())
                .findFirst()
                .orElse("");
        return "redirect:" + scope.href(next);
    }

    private void told(Outcome outcome, String what, String item, RedirectAttributes flash, Words words) {
        var told = new ArrayList<String>();
        told.add(what);
        if (outcome.items() > 1) {
            told.add(words.count("review.told.items", outcome.items()));
        }
        outcome.learned().forEach(alias -> told.add(learned(alias, words)));
        flash.addFlashAttribute("told", String.join(" ", told));
        flash.addFlashAttribute("undo", outcome.together());
        flash.addFlashAttribute("undoItem", item);
        AliasPage.offerToLinkAgain(sources, outcome, flash, words);
    }

    private static String learned(LearnedAlias alias, Words words) {
        return alias.owner()
                .map(owner -> words.of("review.told.learned.owner", alias.words(), owner.name()))
                .orElseGet(() -> words.of("review.told.learned.all", alias.words()));
    }

    /// Goes on without deciding; the item stays where it is in the queue.
    @PostMapping(ADDRESS + "/hopp-over")
    String skip(
            @ModelAttribute(name = "scope", binding = false) ReviewScope scope,
            @RequestParam("sak") String item,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        Queue queue = sources.review().queue(scope.filter());
        int at = queue.placeOf(item);
        String next = at + 1 < queue.items().size() ? queue.items().get(at + 1).key() : "";
        sources.review()
                .keep(new ReviewPlace(scope.query(), next.isEmpty() ? item : next, clock.instant()), who.getName());
        flash.addFlashAttribute(
                "told", new Words(messages, locale).of(next.isEmpty() ? "review.told.last" : "review.told.skipped"));
        return "redirect:" + scope.href(next);
    }

    /// @param together names the answer that is taken back; judgments without such a name are taken back by their links
    /// @param item the key of the item to go back to
    @PostMapping(ADDRESS + "/angre")
    String takeBack(
            @ModelAttribute(name = "scope", binding = false) ReviewScope scope,
            @RequestParam(name = "sammen", defaultValue = "") String together,
            @RequestParam(name = "alle", defaultValue = "") List<String> links,
            @RequestParam(name = "sak", defaultValue = "") String item,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        try {
            Outcome outcome = together.isEmpty()
                    ? sources.review().takeBack(links, who.getName())
                    : sources.review().undo(together, who.getName());
            flash.addFlashAttribute("told", words.of("review.told.undone"));
            AliasPage.offerToLinkAgain(sources, outcome, flash, words);
        } catch (ReviewException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:" + scope.href(item);
    }

    @PostMapping(ADDRESS + "/taster")
    String keys(
            @ModelAttribute(name = "scope", binding = false) ReviewScope scope,
            @RequestParam("pa") boolean on,
            @RequestParam(name = "sak", defaultValue = "") String item,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        sources.review().singleKeys(on, who.getName());
        flash.addFlashAttribute(
                "told", new Words(messages, locale).of(on ? "review.told.keysOn" : "review.told.keysOff"));
        return "redirect:" + scope.href(item);
    }

    /// @param current the item at hand; none when nothing waits
    /// @param found what the register has of the words that were looked for
    /// @param known what may be chosen, for typing help
    record View(
            List<Facet> documents,
            List<Facet> kinds,
            List<Facet> certainties,
            String count,
            String position,
            List<ItemRow> list,
            @Nullable CaseView current,
            String previousHref,
            String nextHref,
            List<CaseView.Option> others,
            String find,
            List<Known> found,
            List<Known> known,
            Resume resume,
            boolean keys,
            List<AnsweredRow> answered) {}

    /// @param href with the filter set, or taken off where it is set
    record Facet(String label, String count, String href, boolean current) {}

    /// @param document its title where a new one begins; else empty
    record ItemRow(String document, String words, String kind, String href, boolean current) {}

    /// @param label also what is sent back
    record Known(String id, String label, String type) {}

    record Resume(String href, String text) {
        static final Resume NONE = new Resume("", "");
    }

    /// @param mine whether the reader gave the answer
    record AnsweredRow(
            String verdict, String what, String who, String why, String together, List<String> links, boolean mine) {}
}
