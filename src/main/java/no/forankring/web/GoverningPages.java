package no.forankring.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.graph.Addresses;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.ReferenceText;
import no.forankring.register.Register;
import no.forankring.trace.Coverage;
import no.forankring.trace.Coverages;
import no.forankring.trace.Listing;
import no.forankring.trace.Step;
import no.forankring.trace.Trace;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Which governing documents exist, and who follows up each of them?
@Controller
class GoverningPages {

    private static final int SIZE = 50;

    private final PageSources sources;
    private final Register register;
    private final MessageSource messages;
    private final Clock clock;
    private final Coverages coverages;

    GoverningPages(PageSources sources, Register register, Coverages coverages, MessageSource messages, Clock clock) {
        this.sources = sources;
        this.register = register;
        this.coverages = coverages;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/styrende-dokumenter")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        Map<String, Long> use = sources.list(Addresses.GOVERNING_DOCUMENT).stream()
                .collect(Collectors.toMap(listing -> listing.thing().id(), Listing::incoming, Math::max));
        List<Row> all = register.all().stream()
                .map(document -> row(document, use.getOrDefault(document.id().value(), 0L), words))
                .collect(Collectors.toCollection(ArrayList::new));
        for (Listing listing : sources.list(Addresses.GOVERNING_DOCUMENT)) {
            if (find(listing.thing().id()).isEmpty()) {
                all.add(new Row(
                        ThingLink.of(listing.thing(), words),
                        listing.thing().type(),
                        "",
                        listing.detail(),
                        words.of("governing.certainty.unlisted"),
                        listing.incoming()));
            }
        }
        List<TypeOption> types = all.stream()
                // The register's codes and the graph's classes are two keys with one name.
                .collect(Collectors.groupingBy(row -> row.thing().type()))
                .entrySet()
                .stream()
                .map(entry -> new TypeOption(
                        entry.getValue().getFirst().typeKey(),
                        entry.getKey(),
                        entry.getValue().size()))
                .sorted(Comparator.comparing(TypeOption::label))
                .toList();
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        List<Row> rows = all.stream()
                .filter(row -> type.isEmpty() || row.thing().type().equals(words.type(type)))
                .filter(row -> row.matches(wanted))
                .sorted(sort.equals("use") ? Comparator.comparingLong(Row::use).reversed() : (one, other) -> 0)
                .toList();
        var paging = Paging.of(
                rows.size(),
                page,
                SIZE,
                "/styrende-dokumenter?q=%s&type=%s&sort=%s&"
                        .formatted(Paths.encode(q), Paths.encode(type), Paths.encode(sort)));
        model.addAttribute(
                "view",
                new ListView(
                        q, type, sort, types, words.count("governing.total", rows.size()), paging.cut(rows), paging));
        return "governing-list";
    }

    @GetMapping("/styrende-dokumenter/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean forslag,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        Optional<GoverningDocument> entry = find(id);
        Optional<Trace> trace = sources.trace(Addresses.GOVERNING_DOCUMENT, id, forslag);
        if (entry.isEmpty() && trace.isEmpty()) {
            throw new NotFoundException("No governing document is called " + id);
        }
        List<Step> incoming = trace.map(Trace::incoming).orElse(List.of());
        List<StepCard> resting = new ArrayList<>();
        List<StepCard> citing = new ArrayList<>();
        for (Step step : incoming) {
            StepCard card = StepCard.incoming(step, words);
            if (step.subject().kind().equals(Addresses.DOCUMENT)) {
                citing.add(card);
            } else {
                resting.add(card);
            }
        }
        List<StepCard> goals = trace.map(Trace::outgoing).orElse(List.of()).stream()
                .map(step -> StepCard.outgoing(step, words))
                .toList();
        model.addAttribute(
                "view",
                new OneView(
                        entry.map(GoverningDocument::label)
                                .or(() -> trace.map(found -> found.root().label()))
                                .orElse(id),
                        entry.map(document -> words.type(typeKey(document)))
                                .or(() -> trace.map(
                                        found -> words.type(found.root().type())))
                                .orElse(""),
                        entry.map(document -> facts(document, words)).orElse(List.of()),
                        entry.flatMap(GoverningDocument::officialAddress)
                                .filter(address -> address.matches("https?://.*"))
                                .orElse(""),
                        entry.map(this::inForce).orElse(""),
                        notice(entry, words),
                        entry.map(document -> relations(document, words)).orElse(List.of()),
                        chart(id, words),
                        StepGroup.of(resting),
                        StepGroup.of(goals),
                        citing,
                        trace.map(found -> TracePage.searched(found, words))
                                .orElseGet(() -> words.count("governing.searched", 0)),
                        "/sporing?id=" + Paths.encode(id),
                        "/sok?cites=" + Paths.encode(id),
                        forslag));
        return "governing";
    }

    /// With what is only suggested, drawn apart.
    private YearChart chart(String id, Words words) {
        Coverage coverage = coverages.coverage(true);
        return coverage.rows().stream()
                .filter(row -> row.governing().id().equals(id))
                .findFirst()
                .map(row -> YearChart.of(row.cells(), coverage.documentsByYear(), "coverage.cell", words))
                .orElseGet(() -> YearChart.of(Collections.emptySortedMap(), Map.of(), "coverage.cell", words));
    }

    private Optional<GoverningDocument> find(String id) {
        return id.matches("[a-z0-9]+(-[a-z0-9]+)*") ? register.find(new GoverningDocumentId(id)) : Optional.empty();
    }

    private Row row(GoverningDocument document, long use, Words words) {
        String typeKey = typeKey(document);
        return new Row(
                new ThingLink(
                        document.label(),
                        words.type(typeKey),
                        Paths.governing(document.id().value())),
                typeKey,
                ReferenceText.number(document),
                String.join(
                        " · ",
                        List.of(
                                        document.issuer(),
                                        document.date().map(words::date).orElse(""))
                                .stream()
                                .filter(part -> !part.isEmpty())
                                .toList()),
                inForce(document).isEmpty() ? "" : words.of("governing.inForce." + inForce(document)),
                use);
    }

    /// The key of the type's name in the messages.
    private static String typeKey(GoverningDocument document) {
        return document.type().code();
    }

    /// `no`, where the register says that it is no longer or not yet in force; `replaced`; else empty.
    private String inForce(GoverningDocument document) {
        if (!document.mayBeInForceOn(LocalDate.now(clock))) {
            return "no";
        }
        return document.replacedBy().isEmpty() ? "" : "replaced";
    }

    private static List<Fact> facts(GoverningDocument document, Words words) {
        var facts = new ArrayList<Fact>();
        add(facts, words.of("governing.title"), document.title().equals(document.label()) ? "" : document.title());
        add(facts, words.of("governing.number"), ReferenceText.number(document));
        add(facts, words.of("governing.reference"), ReferenceText.of(document));
        add(facts, words.of("governing.issuer"), document.issuer());
        add(facts, words.of("governing.date"), document.date().map(words::date).orElse(""));
        add(
                facts,
                words.of("governing.inForceFrom"),
                document.inForceFrom().map(words::date).orElse(""));
        add(
                facts,
                words.of("governing.inForceTo"),
                document.inForceTo().map(words::date).orElse(""));
        add(facts, words.of("governing.aliases"), String.join(" · ", document.aliases()));
        add(facts, words.of("governing.id"), document.id().value());
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }

    private static String notice(Optional<GoverningDocument> entry, Words words) {
        if (entry.isEmpty()) {
            return words.of("governing.notice.unlisted");
        }
        return switch (entry.get().certainty()) {
            case VERIFIED -> "";
            case FROM_MEMORY -> words.of("governing.notice.memory");
            case UNCERTAIN -> words.of("governing.notice.uncertain");
        };
    }

    private List<Relation> relations(GoverningDocument document, Words words) {
        var relations = new ArrayList<Relation>();
        add(relations, words.of("governing.replacedBy"), document.replacedBy(), words);
        add(relations, words.of("governing.replaces"), document.replaces(), words);
        add(relations, words.of("governing.followsUp"), document.followsUp(), words);
        var followed = new LinkedHashSet<GoverningDocumentId>();
        for (GoverningDocument other : register.all()) {
            if (other.followsUp().contains(document.id())) {
                followed.add(other.id());
            }
        }
        add(relations, words.of("governing.followedUpBy"), List.copyOf(followed), words);
        return relations;
    }

    private void add(List<Relation> relations, String name, List<GoverningDocumentId> ids, Words words) {
        if (!ids.isEmpty()) {
            relations.add(new Relation(
                    name,
                    ids.stream()
                            .map(id -> register.find(id)
                                    .map(other -> new ThingLink(
                                            other.label(), words.type(typeKey(other)), Paths.governing(id.value())))
                                    .orElse(new ThingLink(id.value(), "", Paths.governing(id.value()))))
                            .toList()));
        }
    }

    record ListView(
            String q, String type, String sort, List<TypeOption> types, String total, List<Row> rows, Paging paging) {}

    record TypeOption(String key, String label, long count) {}

    /// @param note that it is replaced, ended or not in the register
    /// @param use how many statements point to it
    record Row(ThingLink thing, String typeKey, String number, String detail, String note, long use) {

        boolean matches(String wanted) {
            return (thing.label() + " " + number + " " + detail + " " + thing.href())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted);
        }
    }

    /// @param inForce `no`, `replaced` or empty
    /// @param notice how sure the register is, when it is not sure
    /// @param searched in how many documents this was looked for, in words
    record OneView(
            String label,
            String type,
            List<Fact> facts,
            String official,
            String inForce,
            String notice,
            List<Relation> relations,
            YearChart chart,
            List<StepGroup> resting,
            List<StepGroup> goals,
            List<StepCard> citing,
            String searched,
            String traceHref,
            String searchHref,
            boolean suggestions) {}

    record Fact(String name, String value) {}

    record Relation(String name, List<ThingLink> things) {}
}
