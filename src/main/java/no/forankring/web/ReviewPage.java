package no.forankring.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.citation.Explanation;
import no.forankring.citation.LearnedAlias;
import no.forankring.document.DocumentId;
import no.forankring.graph.Addresses;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import no.forankring.review.AliasScope;
import no.forankring.review.Lesson;
import no.forankring.review.Question;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Answered;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.PointedOut;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Listing;
import no.forankring.trace.OpenMention;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What waits for a person, what a person decides, and what is learned from it. Works without script.
@Controller
class ReviewPage {

    private static final String ADDRESS = "/gjennomgang";
    private static final String ALIASES = ADDRESS + "/skrivemater";
    /// A page ends after the document in which this many is reached.
    private static final int ENOUGH = 40;
    private static final int ANSWERED_SHOWN = 10;

    private final PageSources sources;
    private final Register register;
    private final MessageSource messages;

    ReviewPage(PageSources sources, Register register, MessageSource messages) {
        this.sources = sources;
        this.register = register;
        this.messages = messages;
    }

    // ---- what waits ----

    /// @param from how many documents, in the order of the list, earlier pages looked through
    @GetMapping(ADDRESS)
    String waiting(@RequestParam(defaultValue = "0") int from, Model model, Locale locale) {
        var words = new Words(messages, locale);
        List<Listing> documents = sources.list(Addresses.DOCUMENT);
        int at = Math.clamp(from, 0, documents.size());
        int begin = at;
        int found = 0;
        var groups = new ArrayList<Group>();
        while (at < documents.size() && found < ENOUGH) {
            Thing document = documents.get(at).thing();
            at++;
            Group group = group(document, found, words);
            if (group.size() > 0) {
                groups.add(group);
                found += group.size();
            }
        }
        boolean items = groups.stream().anyMatch(group -> !group.items().isEmpty());
        model.addAttribute(
                "view",
                new View(
                        groups,
                        items ? known(words) : List.of(),
                        words.count("review.count", found),
                        words.of(
                                "review.lookedThrough",
                                words.number(begin == at ? 0 : begin + 1L),
                                words.number(at),
                                words.number(documents.size())),
                        begin,
                        begin > 0 ? ADDRESS : "",
                        at < documents.size() ? ADDRESS + "?from=" + at : "",
                        sources.review().answered(ANSWERED_SHOWN).stream()
                                .map(answered -> row(answered, words))
                                .toList()));
        return "review";
    }

    private Group group(Thing document, int before, Words words) {
        var rows = new ArrayList<Row>();
        for (Question question : sources.review().questions(document.id())) {
            rows.add(row("q" + (before + rows.size() + 1), question, words));
        }
        var items = new ArrayList<ItemRow>();
        for (OpenMention open : sources.review().openMentions(document.id())) {
            items.add(new ItemRow(
                    "q" + (before + rows.size() + items.size() + 1),
                    open.address(),
                    EvidenceCard.of(open.evidence(), words)));
        }
        return new Group(document.label(), Paths.document(document.id()), rows, items);
    }

    private List<Known> known(Words words) {
        return register.all().stream()
                .map(document -> new Known(
                        "%s (%s)".formatted(document.label(), document.id().value()),
                        words.type(
                                RegisterRdf.classes(document.type()).getLast().getLocalName())))
                .sorted(Comparator.comparing(Known::label))
                .toList();
    }

    private static Row row(String id, Question question, Words words) {
        Step first = question.choices().getFirst();
        List<EvidenceCard> evidence = first.evidence().stream()
                .map(proof -> EvidenceCard.of(proof, words))
                .toList();
        return new Row(
                id,
                evidence,
                question.reason(),
                question.isCitation() ? "" : statement(first, words),
                question.choices().stream()
                        .map(choice -> new Choice(
                                choice.link(), ThingLink.of(choice.object(), words), provisions(choice.evidence())))
                        .toList(),
                question.links(),
                scopes(question.lesson(), words),
                question.lesson().objections().stream()
                        .map(objection -> objection.text(Locale.of(words.language())))
                        .toList());
    }

    private static String statement(Step step, Words words) {
        return "%s – %s – %s"
                .formatted(
                        step.subject().label(),
                        words.relation(step.predicate()),
                        step.object().label());
    }

    private static String provisions(List<EvidenceView> evidence) {
        return evidence.stream()
                .map(EvidenceView::provision)
                .filter(provision -> !provision.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<Scope> scopes(Lesson lesson, Words words) {
        var scopes = new ArrayList<Scope>();
        scopes.add(new Scope(AliasScope.NONE, words.of("review.scope.none")));
        lesson.owner()
                .filter(owner -> !lesson.forOwner().isEmpty())
                .ifPresent(owner -> scopes.add(new Scope(
                        AliasScope.OWNER, words.of("review.scope.owner", quoted(lesson.forOwner()), owner.name()))));
        if (!lesson.forAll().isEmpty()) {
            scopes.add(new Scope(AliasScope.ALL, words.of("review.scope.all", quoted(lesson.forAll()))));
        }
        return scopes;
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "«" + name + "»").collect(Collectors.joining(", "));
    }

    private static AnsweredRow row(Answered answered, Words words) {
        String what = Stream.concat(
                        answered.steps().stream().map(step -> statement(step, words)),
                        answered.words().stream().map(quote -> "«" + quote + "»"))
                .findFirst()
                .orElseGet(() -> words.of("review.answered.gone"));
        int more = answered.links().size() - 1;
        return new AnsweredRow(
                words.of("review.verdict." + answered.verdict().code()),
                what + (more > 0 ? " " + words.count("review.answered.more", more) : ""),
                words.of("review.answered.by", answered.who(), words.time(answered.when())),
                answered.links());
    }

    // ---- decisions ----

    /// @param chosen the link that is accepted
    /// @param all every link that the question is about
    @PostMapping(ADDRESS + "/svar")
    String answer(
            @RequestParam(name = "kobling", defaultValue = "") String chosen,
            @RequestParam("alle") List<String> all,
            @RequestParam("svar") Verdict verdict,
            @RequestParam(name = "gjelder", defaultValue = "NONE") AliasScope scope,
            @RequestParam(defaultValue = "0") int from,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        boolean accepted = verdict == Verdict.ACCEPTED;
        List<String> links = !accepted ? all : chosen.isEmpty() ? List.of() : List.of(chosen);
        try {
            Outcome outcome = sources.review()
                    .answer(new Answer(links, verdict, accepted ? scope : AliasScope.NONE), who.getName());
            var told = new ArrayList<String>();
            told.add(words.of("review.told." + verdict.code()));
            outcome.learned().forEach(alias -> told.add(learned(alias, words)));
            flash.addFlashAttribute("told", String.join(" ", told));
            flash.addFlashAttribute("undo", links);
            offerToLinkAgain(outcome, flash, words);
        } catch (ReviewException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return redirect(from);
    }

    /// @param mention the address of words that name no document
    /// @param document the document that a person means by them: its label, its id or a citation of it
    @PostMapping(ADDRESS + "/pek-ut")
    String pointOut(
            @RequestParam("alle") String mention,
            @RequestParam("dokument") String document,
            @RequestParam(defaultValue = "0") int from,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        try {
            PointedOut pointed = sources.review().pointOut(mention, document, who.getName());
            flash.addFlashAttribute("told", new Words(messages, locale).of("review.told.pointedOut", pointed.label()));
            flash.addFlashAttribute("undo", List.of(pointed.link()));
        } catch (ReviewException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return redirect(from);
    }

    private static String learned(LearnedAlias alias, Words words) {
        return alias.owner()
                .map(owner -> words.of("review.told.learned.owner", alias.words(), owner.name()))
                .orElseGet(() -> words.of("review.told.learned.all", alias.words()));
    }

    @PostMapping(ADDRESS + "/angre")
    String takeBack(
            @RequestParam("alle") List<String> links,
            @RequestParam(defaultValue = "0") int from,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        try {
            Outcome outcome = sources.review().takeBack(links, who.getName());
            flash.addFlashAttribute("told", words.of("review.told.undone"));
            offerToLinkAgain(outcome, flash, words);
        } catch (ReviewException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return redirect(from);
    }

    private static String redirect(int from) {
        return "redirect:" + ADDRESS + (from > 0 ? "?from=" + from : "");
    }

    /// Documents that were read before still have the links of then.
    private void offerToLinkAgain(Outcome outcome, RedirectAttributes flash, Words words) {
        var aliases = new ArrayList<>(outcome.learned());
        aliases.addAll(outcome.forgotten());
        List<String> documents = holding(aliases);
        if (!documents.isEmpty()) {
            flash.addFlashAttribute("linkAgain", documents);
            flash.addFlashAttribute("linkAgainText", words.count("review.linkAgain", documents.size()));
        }
    }

    private List<String> holding(List<LearnedAlias> aliases) {
        var documents = new LinkedHashSet<String>();
        for (LearnedAlias alias : aliases) {
            sources.holding(alias.words()).forEach(document -> documents.add(document.value()));
        }
        return List.copyOf(documents);
    }

    @PostMapping(ADDRESS + "/les-igjen")
    String linkAgain(@RequestParam("dokument") List<String> documents, Principal who, Locale locale) {
        var words = new Words(messages, locale);
        String title = words.count("review.linkAgain.job", documents.size());
        String job = sources.linkAgain(
                who.getName(), title, documents.stream().map(DocumentId::new).toList());
        return "redirect:/jobber/" + job;
    }

    // ---- what was learned ----

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
                        .map(held -> new ThingLink(held.title(), "", Paths.document(document)))
                        .orElse(new ThingLink(document, "", "")));
    }

    @PostMapping(ALIASES + "/ta-tilbake")
    String forget(@RequestParam("id") String id, Principal who, RedirectAttributes flash, Locale locale) {
        var words = new Words(messages, locale);
        sources.review().forget(id, who.getName()).ifPresent(alias -> {
            flash.addFlashAttribute("told", words.of("aliases.told.forgotten", alias.words()));
            offerToLinkAgain(new Outcome(List.of(), List.of(alias)), flash, words);
        });
        return "redirect:" + ALIASES;
    }

    /// @param known what may be pointed out; none when no words ask for it
    /// @param from where this page began, to come back to
    record View(
            List<Group> groups,
            List<Known> known,
            String count,
            String lookedThrough,
            int from,
            String firstHref,
            String nextHref,
            List<AnsweredRow> answered) {}

    record Group(String title, String href, List<Row> rows, List<ItemRow> items) {

        int size() {
            return rows.size() + items.size();
        }
    }

    /// An item of a list of governing documents that names none.
    ///
    /// @param id names it on the page
    /// @param mention its address
    record ItemRow(String id, String mention, EvidenceCard evidence) {}

    /// @param label also what is sent back
    record Known(String label, String type) {}

    /// One question.
    ///
    /// @param id names it on the page
    /// @param statement what is asked, as a sentence; empty for a citation, where the choices say it
    /// @param choices best first
    /// @param scopes where an accepted spelling may count; the first is nowhere else
    /// @param objections why it may not count everywhere
    record Row(
            String id,
            List<EvidenceCard> evidence,
            String reason,
            String statement,
            List<Choice> choices,
            List<String> links,
            List<Scope> scopes,
            List<String> objections) {

        public boolean several() {
            return choices.size() > 1;
        }
    }

    /// @param provisions the §§ that the words cite, joined
    record Choice(String link, ThingLink thing, String provisions) {}

    record Scope(AliasScope value, String text) {}

    record AnsweredRow(String verdict, String what, String who, List<String> links) {}

    record AliasView(String count, List<AliasRow> rows) {}

    /// @param counts in which documents
    /// @param source the document in which the judged words stand
    record AliasRow(String id, String words, ThingLink governing, String counts, String who, ThingLink source) {}
}
