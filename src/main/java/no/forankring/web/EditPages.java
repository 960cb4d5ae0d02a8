package no.forankring.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.curation.Basis;
import no.forankring.curation.Curation;
import no.forankring.curation.CurationException;
import no.forankring.curation.Field;
import no.forankring.curation.LinkDraft;
import no.forankring.curation.LinkType;
import no.forankring.curation.Option;
import no.forankring.curation.Saved;
import no.forankring.curation.StoredLink;
import no.forankring.curation.StoredThing;
import no.forankring.curation.ThingDraft;
import no.forankring.curation.ThingType;
import no.forankring.graph.Addresses;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import no.forankring.review.AliasScope;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Verdict;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What people state themselves: forms to make, edit, link and retire things. They work without script, and keep what
/// was typed when something is wrong.
@Controller
class EditPages {

    private static final String ADDRESS = "/rediger";
    private static final int KNOWN_SHOWN = 1_000;

    private final Curation curation;
    private final PageSources sources;
    private final Register register;
    private final MessageSource messages;

    EditPages(Curation curation, PageSources sources, Register register, MessageSource messages) {
        this.curation = curation;
        this.sources = sources;
        this.register = register;
        this.messages = messages;
    }

    // ---- things ----

    @GetMapping(ADDRESS + "/ny")
    String makeNew(@RequestParam(name = "slag", defaultValue = "network") String kind, Model model, Locale locale) {
        var words = new Words(messages, locale);
        checkKind(kind);
        model.addAttribute("view", thingForm(kind, Optional.empty(), Map.of(), BasisForm.EMPTY, null, words));
        return "edit";
    }

    @PostMapping(ADDRESS + "/ny")
    String create(
            @RequestParam("slag") String kind,
            @RequestParam(name = "likevel", defaultValue = "false") boolean anyway,
            @RequestParam MultiValueMap<String, String> typed,
            Principal who,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        checkKind(kind);
        Map<Field, String> values = values(kind, typed);
        BasisForm basis = BasisForm.of(typed);
        try {
            Saved saved = curation.create(new ThingDraft(kind, values), basis.basis(), anyway, who.getName());
            return told(saved, "edit.told.created", flash, words);
        } catch (CurationException refused) {
            model.addAttribute("view", thingForm(kind, Optional.empty(), values, basis, refused, words));
            return "edit";
        }
    }

    @GetMapping(ADDRESS + "/ting/{kind}/{*id}")
    String edit(@PathVariable String kind, @PathVariable String id, Model model, Locale locale) {
        var words = new Words(messages, locale);
        StoredThing thing = thing(kind, id.substring(1));
        model.addAttribute("view", thingForm(kind, Optional.of(thing), Map.of(), BasisForm.EMPTY, null, words));
        return "edit";
    }

    /// @param seen of the thing as the form showed it
    /// @param released fields in which what documents say shall count again
    @PostMapping(ADDRESS + "/ting/{kind}/{*id}")
    String save(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam("sett") String seen,
            @RequestParam(name = "slipp", required = false) @org.jspecify.annotations.Nullable List<String> released,
            @RequestParam MultiValueMap<String, String> typed,
            Principal who,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        StoredThing thing = thing(kind, id.substring(1));
        Map<Field, String> values = values(kind, typed);
        BasisForm basis = BasisForm.of(typed);
        Set<Field> freed = EnumSet.noneOf(Field.class);
        (released == null ? List.<String>of() : released)
                .forEach(code -> Field.of(code).ifPresent(freed::add));
        try {
            Saved saved =
                    curation.edit(thing.iri(), new ThingDraft(kind, values), freed, seen, basis.basis(), who.getName());
            return told(saved, "edit.told.saved", flash, words);
        } catch (CurationException refused) {
            model.addAttribute(
                    "view",
                    thingForm(kind, Optional.of(refused.current().orElse(thing)), values, basis, refused, words));
            return "edit";
        }
    }

    private static void checkKind(String kind) {
        if (ThingType.ofKind(kind).isEmpty()) {
            throw new NotFoundException("No kind that is curated is called " + kind);
        }
    }

    private StoredThing thing(String kind, String id) {
        return curation.find(kind, id)
                .orElseThrow(() -> new NotFoundException("No %s is called %s".formatted(kind, id)));
    }

    private static Map<Field, String> values(String kind, MultiValueMap<String, String> typed) {
        var values = new EnumMap<Field, String>(Field.class);
        for (Field field : ThingType.fields(kind)) {
            String value = typed.getFirst(field.code());
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }

    private String told(Saved saved, String key, RedirectAttributes flash, Words words) {
        StoredThing thing = saved.thing();
        flash.addFlashAttribute(
                "told", saved.change() == 0 ? words.of("edit.told.nothing") : words.of(key, thing.label()));
        if (saved.change() > 0) {
            flash.addFlashAttribute("undoChange", saved.change());
        }
        return "redirect:" + Paths.of(thing.kind(), thing.id());
    }

    private ThingForm thingForm(
            String kind,
            Optional<StoredThing> thing,
            Map<Field, String> typed,
            BasisForm basis,
            @org.jspecify.annotations.Nullable CurationException refused,
            Words words) {
        boolean meanwhile = refused != null && refused.reason() == CurationException.Reason.CHANGED_MEANWHILE;
        var fields = new ArrayList<FormField>();
        for (Field field : ThingType.fields(kind)) {
            StoredThing.Said said =
                    thing.map(StoredThing::values).map(all -> all.get(field)).orElse(null);
            String now = said == null ? "" : said.value();
            String mine = typed.getOrDefault(field, now);
            fields.add(new FormField(
                    field.code(),
                    words.of("field." + field.code()),
                    words.orElse("field." + field.code() + ".hint", ""),
                    mine,
                    choices(kind, field, words),
                    field.isNumber() || field == Field.YEAR,
                    field == Field.NAME,
                    error(refused, field.code(), words),
                    meanwhile && !mine.equals(now) ? words.of("edit.now", shown(field, now, words)) : "",
                    said != null && said.entered() && !said.documents().isEmpty()
                            ? words.of(
                                    "edit.documentsSay",
                                    String.join(
                                            "; ",
                                            said.documents().stream()
                                                    .map(value -> shown(field, value, words))
                                                    .toList()))
                            : ""));
        }
        return new ThingForm(
                thing.map(one -> words.of("edit.title.edit", one.label()))
                        .orElseGet(() -> words.of("edit.title.new." + kind)),
                thing.map(one -> ADDRESS + "/ting/" + one.kind() + "/" + one.id())
                        .orElse(ADDRESS + "/ny"),
                kind,
                thing.map(one -> Paths.of(one.kind(), one.id())).orElse(listOf(kind)),
                thing.map(StoredThing::seen).orElse(""),
                fields,
                basisFields(basis, refused, words),
                summary(refused, words),
                refused == null || thing.isPresent() ? List.of() : options(refused, words));
    }

    static String shown(Field field, String value, Words words) {
        if (value.isEmpty()) {
            return words.of("edit.empty");
        }
        return switch (field) {
            case TYPE -> words.type(value);
            case PROGRESS -> words.orElse("progress." + value, value);
            case START, END -> words.date(value);
            default -> value;
        };
    }

    private static String listOf(String kind) {
        return switch (kind) {
            case Addresses.NETWORK -> "/nettverk";
            case Addresses.ACTIVITY -> "/aktiviteter";
            default -> "/";
        };
    }

    private static List<Choice> choices(String kind, Field field, Words words) {
        return switch (field) {
            case TYPE ->
                ThingType.ofKind(kind).stream()
                        .map(type -> new Choice(type.term(), words.type(type.term())))
                        .toList();
            case PROGRESS -> {
                var all = new ArrayList<Choice>();
                all.add(new Choice("", words.of("edit.choose.none")));
                Curation.progress().forEach(code -> all.add(new Choice(code, words.of("progress." + code))));
                yield all;
            }
            default -> List.of();
        };
    }

    private static String error(
            @org.jspecify.annotations.Nullable CurationException refused, String field, Words words) {
        return refused == null
                ? ""
                : refused.problems().stream()
                        .filter(problem -> problem.field().equals(field))
                        .map(problem -> problem.text(Locale.of(words.language())))
                        .distinct()
                        .reduce((first, second) -> first + " " + second)
                        .orElse("");
    }

    /// Every problem, with the field to go to.
    private static List<Wrong> summary(@org.jspecify.annotations.Nullable CurationException refused, Words words) {
        return refused == null
                ? List.of()
                : refused.problems().stream()
                        .map(problem -> new Wrong(problem.field(), problem.text(Locale.of(words.language()))))
                        .distinct()
                        .toList();
    }

    private static List<OptionRow> options(CurationException refused, Words words) {
        return refused.options().stream()
                .map(option -> new OptionRow(option.iri(), option.label(), words.type(option.type()), option.detail()))
                .toList();
    }

    // ---- links ----

    /// @param from the address of the thing in which it begins
    /// @param instead the address of the link that it shall replace
    /// @param proposed what it may lead to; else where the one that it replaces leads
    @GetMapping(ADDRESS + "/kobling")
    String newLink(
            @RequestParam("fra") String from,
            @RequestParam(name = "erstatt", defaultValue = "") String instead,
            @RequestParam(name = "til", defaultValue = "") String proposed,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        StoredThing thing = curation.find(from).orElseThrow(() -> new NotFoundException("Nothing is called " + from));
        Optional<StoredLink> old = thing.links().stream()
                .filter(link -> link.iri().equals(instead))
                .findFirst();
        model.addAttribute(
                "view",
                linkForm(
                        thing,
                        instead,
                        old.map(StoredLink::predicate).orElse(""),
                        proposed.isEmpty()
                                ? old.map(link -> link.objectLabel() + " (" + link.objectId() + ")")
                                        .orElse("")
                                : proposed,
                        old.map(StoredLink::strength).orElse(""),
                        BasisForm.EMPTY,
                        null,
                        words));
        return "edit-link";
    }

    /// @param chosen the address of the one that is meant, of those that were offered
    @PostMapping(ADDRESS + "/kobling")
    String saveLink(
            @RequestParam("fra") String from,
            @RequestParam(name = "erstatt", defaultValue = "") String instead,
            @RequestParam(name = "relasjon", defaultValue = "") String relation,
            @RequestParam(name = "til", defaultValue = "") String object,
            @RequestParam(name = "valgt", defaultValue = "") String chosen,
            @RequestParam(name = "trinn", defaultValue = "") String strength,
            @RequestParam(name = "lag", defaultValue = "false") boolean create,
            @RequestParam MultiValueMap<String, String> typed,
            Principal who,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        StoredThing thing = curation.find(from).orElseThrow(() -> new NotFoundException("Nothing is called " + from));
        LinkType type = LinkType.of(relation)
                .filter(LinkType.from(thing.kind())::contains)
                .orElseThrow(() -> new NotFoundException("No relation is called " + relation));
        BasisForm basis = BasisForm.of(typed);
        try {
            var draft = new LinkDraft(
                    from,
                    type,
                    chosen.isEmpty() ? object : chosen,
                    Curation.ladder().contains(strength) ? strength : "",
                    create);
            return told(
                    curation.relink(draft, instead, basis.basis(), who.getName()), "edit.told.linked", flash, words);
        } catch (CurationException refused) {
            model.addAttribute("view", linkForm(thing, instead, relation, object, strength, basis, refused, words));
            return "edit-link";
        }
    }

    private LinkForm linkForm(
            StoredThing thing,
            String instead,
            String relation,
            String object,
            String strength,
            BasisForm basis,
            @org.jspecify.annotations.Nullable CurationException refused,
            Words words) {
        List<LinkType> types = LinkType.from(thing.kind());
        var steps = new ArrayList<Choice>();
        steps.add(new Choice("", words.of("edit.choose.none")));
        Curation.ladder().forEach(step -> steps.add(new Choice(step, words.strength(step))));
        return new LinkForm(
                words.of(instead.isEmpty() ? "edit.link.title" : "edit.link.title.instead", thing.label()),
                Paths.of(thing.kind(), thing.id()),
                thing.iri(),
                thing.label(),
                instead,
                types.stream()
                        .map(type -> new Choice(type.term(), words.relation(type.term())))
                        .toList(),
                relation.isEmpty() && !types.isEmpty() ? types.getFirst().term() : relation,
                object,
                error(refused, "object", words),
                steps,
                strength,
                known(types, words),
                basisFields(basis, refused, words),
                summary(refused, words),
                refused == null ? List.of() : options(refused, words));
    }

    /// Help while typing: governing documents, and the things that one may link to.
    private List<Choice> known(List<LinkType> types, Words words) {
        Set<String> kinds = new java.util.HashSet<>();
        types.forEach(type -> kinds.addAll(type.to()));
        kinds.remove(Addresses.GOVERNING_DOCUMENT);
        var known = new ArrayList<Choice>();
        register.all()
                .forEach(document -> known.add(new Choice(
                        "%s (%s)".formatted(document.label(), document.id().value()),
                        words.type(
                                RegisterRdf.classes(document.type()).getLast().getLocalName()))));
        for (Option option : curation.options(kinds, KNOWN_SHOWN)) {
            known.add(new Choice("%s (%s)".formatted(option.label(), option.detail()), words.type(option.type())));
        }
        known.sort(Comparator.comparing(Choice::value));
        return known;
    }

    // ---- out of use ----

    /// @param target the address of a thing or a link
    @GetMapping(ADDRESS + "/ut")
    String takeOut(@RequestParam("hva") String target, Model model, Locale locale) {
        model.addAttribute("view", outForm(target, BasisForm.EMPTY, null, new Words(messages, locale)));
        return "edit-out";
    }

    @PostMapping(ADDRESS + "/ut")
    String out(
            @RequestParam("hva") String target,
            @RequestParam MultiValueMap<String, String> typed,
            Principal who,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        BasisForm basis = BasisForm.of(typed);
        boolean thing = curation.find(target).isPresent();
        try {
            Saved saved = thing
                    ? curation.retire(target, basis.basis(), who.getName())
                    : curation.unlink(target, basis.basis(), who.getName());
            return told(saved, thing ? "edit.told.retired" : "edit.told.unlinked", flash, words);
        } catch (CurationException refused) {
            model.addAttribute("view", outForm(target, basis, refused, words));
            return "edit-out";
        }
    }

    @PostMapping(ADDRESS + "/inn")
    String takeIn(@RequestParam("hva") String target, Principal who, RedirectAttributes flash, Locale locale) {
        var words = new Words(messages, locale);
        try {
            return told(curation.restore(target, Basis.of(""), who.getName()), "edit.told.restored", flash, words);
        } catch (CurationException refused) {
            flash.addFlashAttribute("refused", text(refused, words));
            return curation.find(target)
                    .map(thing -> "redirect:" + Paths.of(thing.kind(), thing.id()))
                    .orElse("redirect:/");
        }
    }

    /// What a plan was unsure of waits on the page of the thing.
    ///
    /// @param accepted true to make the suggestion a fact, false to reject it
    @PostMapping(ADDRESS + "/forslag")
    String judge(
            @RequestParam("kobling") String link,
            @RequestParam("godta") boolean accepted,
            @RequestParam("ting") String thing,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        Verdict verdict = accepted ? Verdict.ACCEPTED : Verdict.REJECTED;
        try {
            sources.review().answer(new Answer(List.of(link), verdict, AliasScope.NONE), who.getName());
            flash.addFlashAttribute("told", words.of("review.told." + verdict.code()));
        } catch (ReviewException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return curation.find(thing)
                .map(one -> "redirect:" + Paths.of(one.kind(), one.id()))
                .orElse("redirect:/");
    }

    static String text(CurationException refused, Words words) {
        return String.join(
                " ",
                refused.problems().stream()
                        .map(problem -> problem.text(Locale.of(words.language())))
                        .distinct()
                        .toList());
    }

    private OutForm outForm(
            String target, BasisForm basis, @org.jspecify.annotations.Nullable CurationException refused, Words words) {
        Optional<StoredThing> thing = curation.find(target);
        if (thing.isPresent()) {
            StoredThing one = thing.get();
            return new OutForm(
                    words.of("edit.out.title", one.label()),
                    words.count("edit.out.lead", one.links().size()),
                    target,
                    Paths.of(one.kind(), one.id()),
                    basisFields(basis, refused, words),
                    summary(refused, words));
        }
        var step = sources.step(target).orElseThrow(() -> new NotFoundException("Nothing is called " + target));
        return new OutForm(
                words.of("edit.out.link.title"),
                "%s – %s – %s".formatted(step.subject().label(), words.relation(step.predicate()), words.object(step)),
                target,
                Paths.of(step.subject()),
                basisFields(basis, refused, words),
                summary(refused, words));
    }

    // ---- where it is from ----

    private BasisFields basisFields(
            BasisForm basis, @org.jspecify.annotations.Nullable CurationException refused, Words words) {
        return new BasisFields(
                basis,
                sources.list(Addresses.DOCUMENT).stream()
                        .map(listing ->
                                new Choice(listing.thing().id(), listing.thing().label()))
                        .toList(),
                error(refused, "why", words),
                error(refused, "document", words),
                error(refused, "quote", words));
    }

    /// What was typed about where it is from.
    record BasisForm(String why, String document, String quote) {

        static final BasisForm EMPTY = new BasisForm("", "", "");

        static BasisForm of(MultiValueMap<String, String> typed) {
            return new BasisForm(first(typed, "hvorfor"), first(typed, "dokument"), first(typed, "sitat"));
        }

        private static String first(MultiValueMap<String, String> typed, String name) {
            String value = typed.getFirst(name);
            return value == null ? "" : value.strip();
        }

        Basis basis() {
            return new Basis(why, document, "", quote);
        }
    }

    record BasisFields(
            BasisForm typed, List<Choice> documents, String whyError, String documentError, String quoteError) {}

    /// @param text what is shown beside the value
    record Choice(String value, String text) {}

    /// @param now what it says now, where somebody else has changed it
    /// @param documentsSay what documents say, where a person said otherwise
    record FormField(
            String code,
            String label,
            String hint,
            String value,
            List<Choice> choices,
            boolean numeric,
            boolean required,
            String error,
            String now,
            String documentsSay) {}

    record Wrong(String field, String text) {}

    record OptionRow(String iri, String label, String type, String detail) {}

    record ThingForm(
            String title,
            String action,
            String kind,
            String back,
            String seen,
            List<FormField> fields,
            BasisFields basis,
            List<Wrong> wrong,
            List<OptionRow> twins) {}

    record LinkForm(
            String title,
            String back,
            String from,
            String fromLabel,
            String instead,
            List<Choice> relations,
            String relation,
            String object,
            String objectError,
            List<Choice> steps,
            String strength,
            List<Choice> known,
            BasisFields basis,
            List<Wrong> wrong,
            List<OptionRow> options) {}

    record OutForm(String title, String lead, String target, String back, BasisFields basis, List<Wrong> wrong) {}
}
