package no.forankring.api;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.forankring.document.DocumentId;
import no.forankring.identity.Ground;
import no.forankring.identity.IdentityDecision;
import no.forankring.identity.IdentityDecision.Verdict;
import no.forankring.identity.IdentityDesk.Decided;
import no.forankring.identity.IdentityDesk.Pair;
import no.forankring.identity.IdentityException;
import no.forankring.identity.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which names mean the same, who said so, and what is linked again because of it?
@RestController
class IdentityApi {

    private final ApiSources sources;

    IdentityApi(ApiSources sources) {
        this.sources = sources;
    }

    /// The pairs that wait for a person, the surest first.
    @GetMapping("/api/identity")
    Waiting waiting(Locale locale) {
        return new Waiting(
                sources.identities().pairs().stream()
                        .map(pair -> PairJson.of(pair, locale))
                        .toList(),
                sources.identities().decisions().stream().map(DecisionJson::of).toList());
    }

    /// By which names documents speak of a thing.
    @GetMapping("/api/identity/names")
    Names names(@RequestParam String thing) {
        return new Names(
                thing,
                sources.identities().names(thing).stream().map(NameJson::of).toList());
    }

    /// Notes whether two things are one. `same` makes them one at the address `kept`.
    @PostMapping("/api/identity")
    DecidedJson decide(@RequestBody Decision decision, Principal who) {
        if (decision.kept() == null || decision.other() == null) {
            throw ApiProblem.invalid("kept og other må begge være der. De er adresser, som i waiting[].one.");
        }
        try {
            return decided(
                    sources.identities()
                            .decide(
                                    decision.kept(),
                                    decision.other(),
                                    verdict(decision.verdict()),
                                    decision.why() == null ? "" : decision.why(),
                                    who.getName()),
                    who);
        } catch (IdentityException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    /// Parts names from a thing.
    @PostMapping("/api/identity/split")
    DecidedJson split(@RequestBody Split split, Principal who) {
        if (split.thing() == null || split.names() == null || split.names().isEmpty()) {
            throw ApiProblem.invalid("thing og names må begge være der. names er id-er som i /api/identity/names.");
        }
        try {
            return decided(
                    sources.identities()
                            .split(split.thing(), split.names(), split.why() == null ? "" : split.why(), who.getName()),
                    who);
        } catch (IdentityException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    /// Takes a decision back.
    @DeleteMapping("/api/identity/{id}")
    DecidedJson takeBack(@PathVariable String id, Principal who) {
        try {
            return decided(sources.identities().takeBack(id, who.getName()), who);
        } catch (IdentityException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    private DecidedJson decided(Decided decided, Principal who) {
        String job = decided.linkAgain().isEmpty()
                ? null
                : "/api/jobs/"
                        + sources.linkAgain(
                                who.getName(),
                                decided.linkAgain().size() + " dokumenter på nytt",
                                decided.linkAgain().stream()
                                        .map(DocumentId::new)
                                        .toList());
        return new DecidedJson(
                decided.decisions().stream().map(DecisionJson::of).toList(), decided.linkAgain(), job);
    }

    private static Verdict verdict(@Nullable String words) {
        List<Verdict> known = List.of(Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE);
        return known.stream()
                .filter(verdict -> verdict.code().equalsIgnoreCase(words == null ? "" : words.strip()))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid("verdict er en av %s, men var «%s»."
                        .formatted(String.join(", ", Arrays.asList("same", "different", "unsure")), words)));
    }

    record Waiting(List<PairJson> waiting, List<DecisionJson> decisions) {}

    /// @param one the address of the one that more documents name
    /// @param certainty same, open or doubtful: how far the names go
    record PairJson(String one, String other, String certainty, List<String> grounds, List<String> against) {
        static PairJson of(Pair pair, Locale locale) {
            return new PairJson(
                    pair.one(),
                    pair.other(),
                    pair.comparison().outcome().name().toLowerCase(Locale.ROOT),
                    texts(pair.comparison().forIt(), locale),
                    texts(pair.comparison().against(), locale));
        }

        private static List<String> texts(List<Ground> grounds, Locale locale) {
            return grounds.stream().map(ground -> ground.text(locale)).toList();
        }
    }

    record DecisionJson(
            String id,
            String verdict,
            String kept,
            String other,
            String document,
            String why,
            String who,
            String when) {
        static DecisionJson of(IdentityDecision decision) {
            return new DecisionJson(
                    decision.id(),
                    decision.verdict().code(),
                    decision.kept(),
                    decision.other(),
                    decision.document(),
                    decision.why(),
                    decision.who(),
                    decision.when().toString());
        }
    }

    record Names(String thing, List<NameJson> names) {}

    /// @param id to part the name by
    record NameJson(String id, String name, String document) {
        static NameJson of(Naming naming) {
            return new NameJson(naming.id(), naming.sighting().name(), naming.document());
        }
    }

    /// @param kept the address that stands
    /// @param verdict same, different or unsure
    record Decision(
            @Nullable String kept,
            @Nullable String other,
            @Nullable String verdict,
            @Nullable String why) {}

    record Split(
            @Nullable String thing,
            @Nullable List<String> names,
            @Nullable String why) {}

    /// @param linkAgain ids of the documents that are linked again
    /// @param job the address that tells how that goes; none when nothing is
    record DecidedJson(
            List<DecisionJson> decisions,
            List<String> linkAgain,
            @Nullable String job) {}
}
