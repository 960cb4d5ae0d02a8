package no.forankring.api;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.api.ReviewApi.Decided;
import no.forankring.review.AliasScope;
import no.forankring.review.Certainty;
import no.forankring.review.Decision;
import no.forankring.review.Ground;
import no.forankring.review.Precedents;
import no.forankring.review.Queue;
import no.forankring.review.QueueFilter;
import no.forankring.review.QueueItem;
import no.forankring.review.Reach;
import no.forankring.review.ReviewCase;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The queue of the review, item by item.
@RestController
class QueueApi {

    private static final String ITEM = "/api/review/queue/{item}";

    private final ApiSources sources;

    QueueApi(ApiSources sources) {
        this.sources = sources;
    }

    /// @param kind the local name of the relation, as in anchoredIn, or open
    /// @param certainty svaert-sikker, sikker, noksa-sikker or usikker
    @GetMapping("/api/review/queue")
    QueueJson queue(
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String certainty,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        var limits = new PageLimits(page, size);
        Optional<Certainty> step = Certainty.parse(certainty);
        if (!certainty.isBlank() && step.isEmpty()) {
            throw ApiProblem.invalid("certainty er en av svaert-sikker, sikker, noksa-sikker, usikker, men var «%s»."
                    .formatted(certainty));
        }
        Queue queue = sources.review().queue(new QueueFilter(document, kind, step));
        return new QueueJson(
                queue.all(),
                queue.items().size(),
                queue.documents(),
                queue.kinds(),
                queue.certainties(),
                queue.items().stream()
                        .skip((limits.page() - 1L) * limits.size())
                        .limit(limits.size())
                        .map(ItemJson::of)
                        .toList());
    }

    @GetMapping(ITEM)
    CaseJson look(@PathVariable String item, Locale locale) {
        return sources.review()
                .look(item)
                .map(found -> CaseJson.of(found, locale))
                .orElseThrow(() -> ApiProblem.unknown("Sak", item, "Den kan være avgjort. Se /api/review/queue."));
    }

    /// Decides an item. With `target` it is rejected, and what the target names is accepted with the same evidence.
    @PostMapping(ITEM)
    Decided decide(@PathVariable String item, @RequestBody DecisionJson answer, Principal who) {
        boolean another = answer.target() != null && !answer.target().isBlank();
        var decision = new Decision(
                item,
                another ? Verdict.ACCEPTED : ReviewApi.one(Verdict.class, "verdict", answer.verdict(), ""),
                text(answer.link()),
                ReviewApi.one(Reach.class, "reach", answer.reach(), "item"),
                ReviewApi.one(AliasScope.class, "alias", answer.alias(), "none"),
                text(answer.why()),
                Optional.empty());
        try {
            return Decided.of(
                    another
                            ? sources.review().choose(decision, text(answer.target()), who.getName())
                            : sources.review().decide(decision, who.getName()));
        } catch (ReviewException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    /// Takes back all that was decided in one answer.
    @DeleteMapping("/api/review/answers/{answer}")
    Decided undo(@PathVariable String answer, Principal who) {
        try {
            return Decided.of(sources.review().undo(answer, who.getName()));
        } catch (ReviewException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// @param all how many wait without the filter
    /// @param total how many fit it
    record QueueJson(
            int all,
            int total,
            List<Queue.Count> documents,
            List<Queue.Count> kinds,
            List<Queue.Count> certainties,
            List<ItemJson> items) {}

    /// @param item names it, to look at and answer
    /// @param links the addresses of what may be accepted, best first
    /// @param mentions in how many places of the document the words stand
    record ItemJson(
            String item,
            String document,
            String documentTitle,
            String kind,
            String certainty,
            String words,
            String passage,
            List<String> links,
            int mentions) {

        static ItemJson of(QueueItem item) {
            return new ItemJson(
                    item.key(),
                    item.document(),
                    item.documentTitle(),
                    item.kind(),
                    item.certainty().word(),
                    item.words(),
                    item.passage(),
                    item.links(),
                    item.mentions());
        }
    }

    /// @param here how many places an answer with reach `document` covers
    /// @param everywhere how many with reach `everywhere`, in so many `documents`
    record CaseJson(
            ItemJson item,
            String reason,
            String passageText,
            int start,
            int end,
            List<String> before,
            List<String> after,
            List<CandidateJson> candidates,
            Precedents precedents,
            int here,
            int everywhere,
            int documents) {

        static CaseJson of(ReviewCase shown, Locale locale) {
            var proof = shown.evidence().getFirst();
            return new CaseJson(
                    ItemJson.of(shown.item()),
                    shown.reason(),
                    proof.text(),
                    proof.start(),
                    proof.end(),
                    shown.before(),
                    shown.after(),
                    shown.candidates().stream()
                            .map(candidate -> CandidateJson.of(candidate, locale))
                            .toList(),
                    shown.precedents(),
                    shown.here(),
                    shown.everywhere(),
                    shown.documents());
        }
    }

    /// @param grounds what speaks for it
    /// @param objections what speaks against it
    record CandidateJson(
            String link,
            ThingJson subject,
            String predicate,
            ThingJson object,
            String certainty,
            List<String> grounds,
            List<String> objections) {

        static CandidateJson of(ReviewCase.Candidate candidate, Locale locale) {
            return new CandidateJson(
                    candidate.step().link(),
                    ThingJson.of(candidate.step().subject()),
                    candidate.step().predicate(),
                    ThingJson.of(candidate.step().object()),
                    candidate.certainty().word(),
                    texts(candidate.grounds(), locale),
                    texts(candidate.objections(), locale));
        }

        private static List<String> texts(List<Ground> grounds, Locale locale) {
            return grounds.stream().map(ground -> ground.text(locale)).toList();
        }
    }

    /// @param verdict accepted, rejected or unsure
    /// @param link of several the one that is accepted
    /// @param target a governing document that is meant instead: its id, its label or a citation of it
    /// @param reach item, document or everywhere; item when left out
    /// @param alias none, owner or all; none when left out
    /// @param why in the person's own words
    record DecisionJson(
            @Nullable String verdict,
            @Nullable String link,
            @Nullable String target,
            @Nullable String reach,
            @Nullable String alias,
            @Nullable String why) {}
}
