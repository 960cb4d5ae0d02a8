package no.forankring.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.citation.Candidate;
import no.forankring.citation.Explanation;
import no.forankring.citation.Reason;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentText;
import no.forankring.document.Owner;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.extraction.DocumentOwner;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.review.Judgment;
import no.forankring.review.Recognizers;
import no.forankring.review.ReviewQueue;
import org.jspecify.annotations.Nullable;

/// Explains mentions: why the words were linked as they were, and whether that made a fact.
///
/// The graph keeps one reason of each mention. The rest is found by recognizing the kept text again; where that no
/// longer gives what the graph holds, the explanation says so, and what it would give now. Safe for many threads.
public final class Explanations {

    private final Recognizers recognizers;
    private final ReviewQueue reviews;
    private final Register register;
    private final LinkPolicy policy;

    public Explanations(Recognizers recognizers, ReviewQueue reviews, Register register, LinkPolicy policy) {
        this.recognizers = recognizers;
        this.reviews = reviews;
        this.register = register;
        this.policy = policy;
    }

    /// A mention as the graph holds it.
    ///
    /// @param start first UTF-16 unit within the passage
    /// @param targets what it was linked to, or may mean
    /// @param links the addresses of the links to these
    /// @param reason in bokmål, as stored
    public record Stored(
            String passage, int start, int end, List<GoverningDocumentId> targets, List<String> links, String reason) {

        public Stored {
            targets = List.copyOf(targets);
            links = List.copyOf(links);
        }
    }

    private record Place(String passage, int start, int end) {}

    /// What a text cites that is not stored, each with its explanation.
    public Explanation of(Resolution resolution) {
        Explanation whole = Explanation.of(resolution, register);
        return resolution instanceof Resolution.Resolved resolved ? whole.and(policy.explain(resolved)) : whole;
    }

    /// One explanation for each mention of a document, in the same order.
    ///
    /// @param text as kept; empty when it is not at hand
    public List<Explanation> of(Optional<DocumentText> text, List<Stored> mentions) {
        Map<Place, Resolution> now = text.map(this::recognize).orElse(Map.of());
        Map<String, Judgment> judgments = reviews.judgments(
                mentions.stream().flatMap(mention -> mention.links().stream()).toList());
        var explanations = new ArrayList<Explanation>();
        for (Stored mention : mentions) {
            List<Judgment> judged = mention.links().stream()
                    .filter(judgments::containsKey)
                    .map(judgments::get)
                    .toList();
            Resolution resolution = now.get(new Place(mention.passage(), mention.start(), mention.end()));
            Explanation explanation = explain(mention, text, resolution, judged);
            for (Judgment judgment : judged.stream().limit(1).toList()) {
                explanation = explanation.and(Explanation.of(Reason.of(
                        "judged-" + judgment.verdict().code(),
                        judgment.who(),
                        judgment.when().toString().substring(0, 10))));
            }
            explanations.add(explanation);
        }
        return explanations;
    }

    private Explanation explain(
            Stored mention, Optional<DocumentText> text, @Nullable Resolution now, List<Judgment> judged) {
        boolean sameReasons = now != null && mention.reason().equals(DocumentRdf.explain(now.reasons()));
        if (sameReasons && now instanceof Resolution.Unresolved && isAccepted(judged)) {
            // What a person has pointed out, the machine still cannot tell.
            return new Explanation(
                    outcome(mention, now.mention().text()),
                    Explanation.of(now, register).because());
        }
        if (now != null && sameReasons && fits(mention, now)) {
            boolean rejected = judged.stream().anyMatch(judgment -> judgment.verdict() == ReviewQueue.Verdict.REJECTED);
            return rejected ? Explanation.of(now, register).and(Explanation.of(Reason.of("link-rejected"))) : of(now);
        }
        String words = text.map(held -> words(held, mention)).orElse("");
        Explanation change = text.isEmpty()
                ? Explanation.of(Reason.of("text-not-at-hand"))
                : now == null
                        ? Explanation.of(Reason.of("changed-to-nothing"))
                        : new Explanation(Reason.of("changed-since"), List.of(of(now)));
        return new Explanation(
                outcome(mention, words), List.of(Explanation.of(Reason.of("as-stored", mention.reason())), change));
    }

    private static boolean isAccepted(List<Judgment> judged) {
        return judged.stream().anyMatch(judgment -> judgment.verdict() == ReviewQueue.Verdict.ACCEPTED);
    }

    private Reason outcome(Stored mention, String words) {
        return switch (mention.targets().size()) {
            case 0 -> Reason.of("explain-unresolved", words);
            case 1 ->
                Reason.of(
                        "explain-resolved",
                        words,
                        Explanation.label(register, mention.targets().getFirst()));
            default -> Reason.of("explain-ambiguous", words);
        };
    }

    private static boolean fits(Stored mention, Resolution now) {
        return switch (now) {
            case Resolution.Resolved resolved ->
                mention.targets().contains(resolved.target().document());
            case Resolution.Ambiguous ambiguous ->
                ambiguous.candidates().stream()
                        .map(Candidate::target)
                        .map(target -> target.document())
                        .toList()
                        .containsAll(mention.targets());
            case Resolution.Unresolved unresolved -> mention.targets().isEmpty();
        };
    }

    private Map<Place, Resolution> recognize(DocumentText text) {
        Optional<Owner> owner = DocumentOwner.of(text).map(DocumentOwner::owner);
        var places = new HashMap<Place, Resolution>();
        for (Resolution resolution : recognizers.current().recognize(text, owner)) {
            Span span = resolution.mention().span();
            text.passageAt(span.start()).ifPresent(passage -> places.put(place(passage, span), resolution));
        }
        return places;
    }

    private static Place place(Passage passage, Span span) {
        int origin = passage.span().start();
        int end = Math.min(span.end(), passage.span().end());
        return new Place(passage.id().value(), span.start() - origin, end - origin);
    }

    private static String words(DocumentText text, Stored mention) {
        return text.passages().stream()
                .filter(passage -> passage.id().value().equals(mention.passage())
                        && mention.start() >= 0
                        && mention.start() <= mention.end()
                        && mention.end() <= passage.text().length())
                .findFirst()
                .map(passage -> passage.text().substring(mention.start(), mention.end()))
                .orElse("")
                .replaceAll("\\s+", " ");
    }
}
