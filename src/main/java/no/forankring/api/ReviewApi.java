package no.forankring.api;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.api.DocumentApi.MentionJson;
import no.forankring.citation.Explanation;
import no.forankring.document.DocumentText;
import no.forankring.graph.Addresses;
import no.forankring.review.AliasScope;
import no.forankring.review.Question;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.PointedOut;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Listing;
import no.forankring.trace.MentionView;
import no.forankring.trace.OpenMention;
import no.forankring.trace.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What waits for a person, and what did a person decide?
@RestController
class ReviewApi {

    private final ApiSources sources;

    ReviewApi(ApiSources sources) {
        this.sources = sources;
    }

    /// Ends after the document in which `size` is reached; `next` is where to go on.
    ///
    /// @param from how many documents earlier calls looked through
    @GetMapping("/api/review")
    Waiting waiting(
            @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "100") int size, Locale locale) {
        var limits = new PageLimits(1, size);
        if (from < 0) {
            throw ApiProblem.invalid("from er 0 eller mer, men var %d.".formatted(from));
        }
        List<Listing> documents = sources.list(Addresses.DOCUMENT);
        var waiting = new ArrayList<Item>();
        var open = new ArrayList<OpenJson>();
        int at = Math.min(from, documents.size());
        while (at < documents.size() && waiting.size() + open.size() < limits.size()) {
            String document = documents.get(at).thing().id();
            waiting.addAll(items(document, locale));
            sources.review().openMentions(document).forEach(mention -> open.add(OpenJson.of(mention)));
            at++;
        }
        return new Waiting(documents.size(), at, at < documents.size(), waiting, open);
    }

    private List<Item> items(String document, Locale locale) {
        List<Question> questions = sources.review().questions(document);
        if (questions.isEmpty()) {
            return List.of();
        }
        Optional<DocumentText> text = sources.document(document).flatMap(sources::text);
        List<MentionView> mentions = questions.stream().map(ReviewApi::mention).toList();
        List<Explanation> explanations =
                sources.explain(text, mentions.stream().map(DocumentApi::stored).toList());
        var items = new ArrayList<Item>();
        for (int i = 0; i < questions.size(); i++) {
            String passage = proof(questions.get(i)).text();
            // Only citations are explained; of other statements the reason is all there is.
            ExplanationJson explanation = questions.get(i).isCitation()
                    ? ExplanationJson.of(explanations.get(i), locale)
                    : new ExplanationJson(questions.get(i).reason(), List.of());
            items.add(
                    Item.of(questions.get(i), passage, MentionJson.of(mentions.get(i), passage, explanation), locale));
        }
        return items;
    }

    private static EvidenceView proof(Question question) {
        return question.choices().getFirst().evidence().getFirst();
    }

    private static MentionView mention(Question question) {
        EvidenceView proof = proof(question);
        return new MentionView(
                proof.passage(),
                proof.start(),
                proof.end(),
                question.choices().size() > 1 ? "ambiguous" : "resolved",
                question.choices().stream().map(Step::object).toList(),
                question.links(),
                proof.provision(),
                "Suggested",
                proof.rule(),
                question.reason());
    }

    /// Notes what a person decided. An acceptance can teach: `alias` says where the accepted words count from now on.
    @PostMapping("/api/review")
    Decided decide(@RequestBody Decision decision, Principal who) {
        var links = new LinkedHashSet<String>(decision.links() == null ? List.of() : decision.links());
        if (decision.link() != null && !decision.link().isBlank()) {
            links.add(decision.link());
        }
        if (links.isEmpty()) {
            throw ApiProblem.invalid("link mangler. Det er adressen til koblingen, som i waiting[].choices[].link.");
        }
        var answer = new Answer(
                List.copyOf(links),
                one(Verdict.class, "verdict", decision.verdict(), ""),
                one(AliasScope.class, "alias", decision.alias(), "none"),
                decision.why() == null ? "" : decision.why());
        try {
            return Decided.of(sources.review().answer(answer, who.getName()));
        } catch (ReviewException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    /// Links words that name no document to the one that a person means, as a confirmed fact.
    @PostMapping("/api/review/pointed-out")
    PointedOutJson pointOut(@RequestBody Pointing pointing, Principal who) {
        if (pointing.mention() == null || pointing.mention().isBlank()) {
            throw ApiProblem.invalid("mention mangler. Det er adressen til omtalen, som i open[].mention.");
        }
        if (pointing.document() == null || pointing.document().isBlank()) {
            throw ApiProblem.invalid(
                    "document mangler. Det er id, tittel eller nummer på et styrende dokument, som «meldst-15-2017-2018».");
        }
        try {
            return PointedOutJson.of(sources.review().pointOut(pointing.mention(), pointing.document(), who.getName()));
        } catch (ReviewException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    /// Takes back what was decided about links, and what was learned from it.
    @DeleteMapping("/api/review")
    Decided takeBack(@RequestParam List<String> link, Principal who) {
        try {
            return Decided.of(sources.review().takeBack(link, who.getName()));
        } catch (ReviewException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    static <E extends Enum<E>> E one(Class<E> type, String name, @Nullable String value, String usual) {
        String wanted = value == null || value.isBlank() ? usual : value;
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(wanted)) {
                return constant;
            }
        }
        String known = java.util.Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw ApiProblem.invalid("%s er en av %s, men var «%s».".formatted(name, known, wanted));
    }

    /// @param documents how many there are in all
    /// @param next the `from` of the next call
    /// @param more false when all documents were looked through
    /// @param open items of lists of governing documents that name none
    record Waiting(int documents, int next, boolean more, List<Item> waiting, List<OpenJson> open) {}

    /// @param mention its address, to answer with
    /// @param start first UTF-16 unit of the words within `passageText`
    record OpenJson(
            String mention,
            String document,
            String documentTitle,
            String passage,
            String passageText,
            int start,
            int end,
            String quote,
            String reason) {

        static OpenJson of(OpenMention open) {
            EvidenceView words = open.evidence();
            return new OpenJson(
                    open.address(),
                    words.document(),
                    words.documentTitle(),
                    words.passage(),
                    words.text(),
                    words.start(),
                    words.end(),
                    words.quote(),
                    words.reason());
        }
    }

    /// @param mention the address of words that name no document
    /// @param document the id, the label or a citation of the one that is meant
    record Pointing(@Nullable String mention, @Nullable String document) {}

    /// @param link the address of what is a fact from now on; `DELETE /api/review?link=…` takes it back
    record PointedOutJson(String link, String document, String label) {

        static PointedOutJson of(PointedOut pointed) {
            return new PointedOutJson(pointed.link(), pointed.document().value(), pointed.label());
        }
    }

    /// @param passageText the whole passage in which the words stand first
    /// @param mention the words that stand there
    /// @param choices what may be accepted, best first; at most one is right
    /// @param lesson what accepting could teach
    record Item(
            String document,
            String documentTitle,
            String passageText,
            MentionJson mention,
            List<ChoiceJson> choices,
            LessonJson lesson) {

        static Item of(Question question, String passage, MentionJson mention, Locale locale) {
            return new Item(
                    question.document(),
                    question.documentTitle(),
                    passage,
                    mention,
                    question.choices().stream().map(ChoiceJson::of).toList(),
                    LessonJson.of(question, locale));
        }
    }

    /// @param link its address, to answer with
    /// @param passages how many passages say so
    record ChoiceJson(
            String link, ThingJson subject, String predicate, ThingJson object, double confidence, int passages) {

        static ChoiceJson of(Step step) {
            return new ChoiceJson(
                    step.link(),
                    ThingJson.of(step.subject()),
                    step.predicate(),
                    ThingJson.of(step.object()),
                    step.confidence(),
                    step.evidence().size());
        }
    }

    /// @param owner whom the document comes from; none when nobody knows
    /// @param ownerWords words that `"alias": "owner"` would teach
    /// @param allWords words that `"alias": "all"` would teach
    /// @param objections why other words may not be taught
    record LessonJson(
            AliasJson.@Nullable OwnerJson owner,
            List<String> ownerWords,
            List<String> allWords,
            List<String> objections) {

        static LessonJson of(Question question, Locale locale) {
            return new LessonJson(
                    question.lesson().owner().map(AliasJson.OwnerJson::of).orElse(null),
                    question.lesson().forOwner(),
                    question.lesson().forAll(),
                    question.lesson().objections().stream()
                            .map(objection -> objection.text(locale))
                            .toList());
        }
    }

    /// @param link the address of the judged link
    /// @param links several at once, for rejecting every candidate of a mention
    /// @param verdict accepted, rejected or unsure
    /// @param alias none, owner or all; none when left out
    /// @param why in the person's own words
    record Decision(
            @Nullable String link,
            @Nullable List<String> links,
            @Nullable String verdict,
            @Nullable String alias,
            @Nullable String why) {}

    /// @param learned the aliases that came of it
    /// @param forgotten the aliases that went with what was taken back
    /// @param answer names the answer; `DELETE /api/review/answers/{answer}` takes it back; empty when one was taken
    /// back
    /// @param items how many items of the queue it was about
    record Decided(List<AliasJson> learned, List<AliasJson> forgotten, String answer, int items) {

        static Decided of(Outcome outcome) {
            return new Decided(
                    outcome.learned().stream().map(AliasJson::of).toList(),
                    outcome.forgotten().stream().map(AliasJson::of).toList(),
                    outcome.together(),
                    outcome.items());
        }
    }
}
