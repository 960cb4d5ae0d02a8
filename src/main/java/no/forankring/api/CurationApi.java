package no.forankring.api;

import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.forankring.curation.Basis;
import no.forankring.curation.Curation;
import no.forankring.curation.CurationException;
import no.forankring.curation.Field;
import no.forankring.curation.LinkDraft;
import no.forankring.curation.LinkType;
import no.forankring.curation.Option;
import no.forankring.curation.PlanImport;
import no.forankring.curation.PlanPreview;
import no.forankring.curation.PlanRow;
import no.forankring.curation.Saved;
import no.forankring.curation.StoredLink;
import no.forankring.curation.StoredThing;
import no.forankring.curation.ThingDraft;
import no.forankring.curation.ThingType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// What do people state themselves? Things, links and plans.
@RestController
class CurationApi {

    private final Curation curation;
    private final PlanImport imports;

    CurationApi(Curation curation, PlanImport imports) {
        this.curation = curation;
        this.imports = imports;
    }

    // ---- things ----

    /// One thing with its fields and links.
    ///
    /// @param iri its address
    @GetMapping("/api/things")
    ThingDetails one(@RequestParam String iri) {
        return ThingDetails.of(curation.find(iri)
                .orElseThrow(() -> ApiProblem.unknown("En ting", iri, "Finn adresser i /api/trace.")));
    }

    @PostMapping("/api/things")
    ResponseEntity<SavedJson> create(
            @RequestBody ThingBody body,
            @RequestParam(defaultValue = "false") boolean anyway,
            Principal who,
            Locale locale) {
        String kind = orEmpty(body.kind());
        if (ThingType.ofKind(kind).isEmpty()) {
            throw ApiProblem.invalid("kind er en av network, activity, goal, target-group, organization.");
        }
        return answered(
                locale,
                () -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(SavedJson.of(curation.create(
                                new ThingDraft(kind, values(body)), basis(body.source()), anyway, who.getName()))));
    }

    /// Corrects fields; those left out stay. `seen` must be as in the last answer about the thing.
    @PatchMapping("/api/things")
    ResponseEntity<SavedJson> edit(
            @RequestParam String iri, @RequestBody ThingBody body, Principal who, Locale locale) {
        String seen = orEmpty(body.seen());
        if (seen.isEmpty()) {
            throw ApiProblem.invalid("seen mangler. Det står i svaret fra GET /api/things.");
        }
        StoredThing thing =
                curation.find(iri).orElseThrow(() -> ApiProblem.unknown("En ting", iri, "Finn adresser i /api/trace."));
        Set<Field> released = EnumSet.noneOf(Field.class);
        (body.release() == null ? List.<String>of() : body.release()).forEach(code -> released.add(field(code)));
        return answered(
                locale,
                () -> ResponseEntity.ok(SavedJson.of(curation.edit(
                        iri,
                        new ThingDraft(thing.kind(), values(body)),
                        released,
                        seen,
                        basis(body.source()),
                        who.getName()))));
    }

    /// Takes a thing out of use.
    @DeleteMapping("/api/things")
    ResponseEntity<SavedJson> retire(
            @RequestParam String iri, @RequestParam(defaultValue = "") String why, Principal who, Locale locale) {
        return answered(
                locale, () -> ResponseEntity.ok(SavedJson.of(curation.retire(iri, Basis.of(why), who.getName()))));
    }

    /// Takes a retired thing into use again.
    @PostMapping("/api/things/restored")
    ResponseEntity<SavedJson> restore(
            @RequestParam String iri, @RequestParam(defaultValue = "") String why, Principal who, Locale locale) {
        return answered(
                locale, () -> ResponseEntity.ok(SavedJson.of(curation.restore(iri, Basis.of(why), who.getName()))));
    }

    private static Map<Field, String> values(ThingBody body) {
        var values = new EnumMap<Field, String>(Field.class);
        (body.values() == null ? Map.<String, String>of() : body.values())
                .forEach((code, value) -> values.put(field(code), value));
        return values;
    }

    private static Field field(String code) {
        return Field.of(code)
                .orElseThrow(() -> ApiProblem.invalid("«%s» er ikke et felt. Feltene er %s."
                        .formatted(
                                code,
                                java.util.Arrays.stream(Field.values())
                                        .map(Field::code)
                                        .collect(Collectors.joining(", ")))));
    }

    private static Basis basis(@Nullable SourceJson source) {
        return source == null
                ? Basis.of("")
                : new Basis(
                        orEmpty(source.why()),
                        orEmpty(source.document()),
                        orEmpty(source.passage()),
                        orEmpty(source.quote()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    // ---- links ----

    @PostMapping("/api/links")
    ResponseEntity<SavedJson> link(@RequestBody LinkBody body, Principal who, Locale locale) {
        LinkType type = LinkType.of(orEmpty(body.predicate()))
                .orElseThrow(() -> ApiProblem.invalid("predicate er en av %s."
                        .formatted(java.util.Arrays.stream(LinkType.values())
                                .map(LinkType::term)
                                .collect(Collectors.joining(", ")))));
        String strength = orEmpty(body.strength());
        if (!strength.isEmpty() && !Curation.ladder().contains(strength)) {
            throw ApiProblem.invalid("strength er en av %s.".formatted(String.join(", ", Curation.ladder())));
        }
        var draft = new LinkDraft(
                orEmpty(body.subject()), type, orEmpty(body.object()), strength, Boolean.TRUE.equals(body.create()));
        return answered(
                locale,
                () -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(SavedJson.of(
                                curation.relink(draft, orEmpty(body.instead()), basis(body.source()), who.getName()))));
    }

    /// Takes a link out of use.
    ///
    /// @param link its address
    @DeleteMapping("/api/links")
    ResponseEntity<SavedJson> unlink(
            @RequestParam String link, @RequestParam(defaultValue = "") String why, Principal who, Locale locale) {
        return answered(
                locale, () -> ResponseEntity.ok(SavedJson.of(curation.unlink(link, Basis.of(why), who.getName()))));
    }

    // ---- plans ----

    /// Imports an activity plan at once, or with `dryRun=true` only tells what it would change.
    @PostMapping(path = "/api/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<PlanJson> importPlan(
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Principal who,
            Locale locale)
            throws IOException {
        if (file.getSize() > PlanImport.MOST_BYTES) {
            throw ApiProblem.invalid("Filen er større enn %d MB.".formatted(PlanImport.MOST_BYTES >> 20));
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("plan");
        byte[] bytes = file.getBytes();
        return answered(
                locale,
                () -> ResponseEntity.ok(PlanJson.of(
                        dryRun ? imports.preview(name, bytes, who.getName()) : imports.run(name, bytes, who.getName()),
                        locale)));
    }

    interface Answer<T> {
        T give();
    }

    static <T> T answered(Locale locale, Answer<T> answer) {
        try {
            return answer.give();
        } catch (CurationException refused) {
            throw ApiProblem.curation(refused, locale);
        }
    }

    /// @param kind network, activity, goal, target-group or organization; only for a new thing
    /// @param values field → text: name, type, year, start, end, progress, participants …
    /// @param release fields in which what documents say shall count again
    /// @param seen as in the last answer about the thing; only for a correction
    /// @param source where it is from
    record ThingBody(
            @Nullable String kind,
            @Nullable Map<String, String> values,
            @Nullable List<String> release,
            @Nullable String seen,
            @Nullable SourceJson source) {}

    /// Where something is from: a reason, or the words of a document that we hold.
    record SourceJson(
            @Nullable String why,
            @Nullable String document,
            @Nullable String passage,
            @Nullable String quote) {}

    /// @param subject the address of a thing
    /// @param predicate anchoredIn, fulfils, contributesTo, hasGoal, partOf, organisedBy, participant, targetGroup,
    ///     takesPlaceAt or evaluates
    /// @param object an address, an id, a name or a citation
    /// @param strength Named, Anchored, Planned, CarriedOut, Evaluated or EffectMeasured
    /// @param create true to make the object where nothing has that name
    /// @param instead the address of a link that it replaces
    record LinkBody(
            @Nullable String subject,
            @Nullable String predicate,
            @Nullable String object,
            @Nullable String strength,
            @Nullable Boolean create,
            @Nullable String instead,
            @Nullable SourceJson source) {}

    /// @param change its number, to undo it by with `POST /api/history/undo`; 0 when nothing was changed
    record SavedJson(long change, ThingDetails thing) {

        static SavedJson of(Saved saved) {
            return new SavedJson(saved.change(), ThingDetails.of(saved.thing()));
        }
    }

    /// @param seen to be given back with a correction
    record ThingDetails(
            ThingJson thing, Map<String, SaidJson> values, List<LinkJson> links, boolean retired, String seen) {

        static ThingDetails of(StoredThing thing) {
            return new ThingDetails(
                    new ThingJson(thing.iri(), thing.kind(), thing.id(), thing.label(), thing.type()),
                    thing.values().entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> entry.getKey().code(),
                                    entry -> new SaidJson(
                                            entry.getValue().value(),
                                            entry.getValue().entered(),
                                            entry.getValue().documents()))),
                    thing.links().stream().map(LinkJson::of).toList(),
                    thing.retired().isPresent(),
                    thing.seen());
        }
    }

    /// @param entered true when a person gave it
    /// @param documents what documents say, where that differs
    record SaidJson(String value, boolean entered, List<String> documents) {}

    record LinkJson(String link, String predicate, ThingJson object, String status, String strength, boolean entered) {

        static LinkJson of(StoredLink link) {
            return new LinkJson(
                    link.iri(),
                    link.predicate(),
                    new ThingJson(
                            link.object(), link.objectKind(), link.objectId(), link.objectLabel(), link.objectType()),
                    link.status(),
                    link.strength(),
                    link.entered());
        }
    }

    /// @param change the number of the change that imported it, to undo it by; 0 for a dry run
    record PlanJson(long change, boolean imported, List<String> unknownColumns, List<RowJson> rows) {

        static PlanJson of(PlanPreview plan, Locale locale) {
            return new PlanJson(
                    plan.change(),
                    plan.confirmed(),
                    plan.unknownColumns(),
                    plan.rows().stream().map(row -> RowJson.of(row, locale)).toList());
        }
    }

    /// @param outcome new, changed, unchanged or error
    record RowJson(
            int row,
            String name,
            String outcome,
            String thing,
            List<HistoryApi.DifferenceJson> changes,
            List<CitedJson> governing,
            List<String> problems) {

        static RowJson of(PlanRow row, Locale locale) {
            return new RowJson(
                    row.number(),
                    row.name(),
                    row.outcome().code(),
                    row.thing(),
                    row.changes().stream().map(HistoryApi.DifferenceJson::of).toList(),
                    row.governing().stream()
                            .map(cited -> new CitedJson(
                                    cited.words(),
                                    cited.label(),
                                    cited.iri(),
                                    cited.meaning().code()))
                            .toList(),
                    row.problems().stream().map(problem -> problem.text(locale)).toList());
        }
    }

    /// @param meaning linked, suggested or unknown
    record CitedJson(String words, String label, String iri, String meaning) {}

    /// What may be meant by words that fit several things.
    record OptionJson(String iri, String label, String type, String detail) {

        static OptionJson of(Option option) {
            return new OptionJson(option.iri(), option.label(), option.type(), option.detail());
        }
    }

    static Optional<LocalDate> date(String name, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (java.time.DateTimeException e) {
            throw ApiProblem.invalid("%s er en dato som 2026-03-12, men var «%s».".formatted(name, text));
        }
    }
}
