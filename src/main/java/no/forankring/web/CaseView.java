package no.forankring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.forankring.review.AliasScope;
import no.forankring.review.Ground;
import no.forankring.review.Lesson;
import no.forankring.review.Precedents;
import no.forankring.review.Reach;
import no.forankring.review.ReviewCase;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;

/// One item as a person sees it.
///
/// @param kind of link, in words
/// @param statement what is asked, as a sentence; empty for a citation, where the candidates say it
/// @param question what is asked where none of several answers is suggested; else empty
/// @param before the text before the passage
/// @param evidence the passage with the words marked
/// @param more other places that say the same
/// @param candidates best first; none of words that name no document
/// @param certainty in words
/// @param reaches how far an answer may go; the first is the item alone
/// @param scopes where an accepted spelling may count; the first is nowhere else
/// @param objections why it may not count everywhere
/// @param precedents how equal cases were decided; empty when there are none
/// @param precedentsHref where these are listed
record CaseView(
        String key,
        String kind,
        String statement,
        String question,
        String reason,
        List<String> before,
        EvidenceCard evidence,
        List<String> after,
        List<EvidenceCard> more,
        List<CandidateView> candidates,
        boolean openMention,
        String certainty,
        List<Option> reaches,
        List<Option> scopes,
        List<String> objections,
        String precedents,
        String precedentsHref) {

    /// @param number from 1, to choose it by
    /// @param provisions the §§ that the words cite, joined
    record CandidateView(
            int number,
            String link,
            ThingLink thing,
            String provisions,
            String certainty,
            List<String> grounds,
            List<String> objections) {}

    record Option(String value, String text) {}

    public boolean several() {
        return candidates.size() > 1;
    }

    static CaseView of(ReviewCase shown, Words words) {
        Locale locale = Locale.of(words.language());
        List<EvidenceCard> cards = shown.evidence().stream()
                .map(proof -> EvidenceCard.of(proof, words))
                .toList();
        var candidates = new ArrayList<CandidateView>();
        for (ReviewCase.Candidate candidate : shown.candidates()) {
            candidates.add(new CandidateView(
                    candidates.size() + 1,
                    candidate.step().link(),
                    ThingLink.object(candidate.step(), words),
                    provisions(candidate.step().evidence()),
                    words.of("certainty." + candidate.certainty().word()),
                    texts(candidate.grounds(), words),
                    texts(candidate.objections(), words)));
        }
        Precedents precedents = shown.precedents();
        boolean citation = shown.item().kind().equals("cites");
        return new CaseView(
                shown.item().key(),
                kind(shown.item().kind(), words),
                citation || shown.candidates().isEmpty()
                        ? ""
                        : question(shown, words).isEmpty()
                                ? statement(shown.candidates().getFirst().step(), words)
                                : words.shown(shown.candidates()
                                        .getFirst()
                                        .step()
                                        .subject()
                                        .label()),
                question(shown, words),
                shown.reason(),
                shown.before().stream().map(words::shown).toList(),
                cards.getFirst(),
                shown.after().stream().map(words::shown).toList(),
                cards.subList(1, cards.size()),
                candidates,
                shown.item().isOpenMention(),
                words.of("certainty." + shown.item().certainty().word()),
                reaches(shown, words),
                scopes(shown.lesson(), words),
                shown.lesson().objections().stream()
                        .map(objection -> objection.text(locale))
                        .toList(),
                precedents.all() == 0 ? "" : precedents(precedents, words),
                precedents.all() == 0
                        ? ""
                        : DecisionsPage.ADDRESS + "?" + (precedents.sameWords() ? "ord" : "regel") + "="
                                + Paths.encode(precedents.value()));
    }

    /// A kind of link, or of question, in words.
    static String kind(String kind, Words words) {
        return words.orElse("review.kind." + kind, words.relation(kind));
    }

    /// Of a status that the document does not say: «Fargen er borte: hva er status?»
    private static String question(ReviewCase shown, Words words) {
        return shown.item().kind().equals("progress") && shown.candidates().size() > 1
                ? words.orElse("review.asks." + shown.item().rule(), words.of("review.asks.status"))
                : "";
    }

    static String statement(Step step, Words words) {
        return "%s – %s – %s"
                .formatted(words.shown(step.subject().label()), words.relation(step.predicate()), words.object(step));
    }

    private static List<String> texts(List<Ground> grounds, Words words) {
        return grounds.stream()
                .map(ground -> words.shown(ground.text(Locale.of(words.language()))))
                .toList();
    }

    private static String provisions(List<EvidenceView> evidence) {
        return evidence.stream()
                .map(EvidenceView::provision)
                .filter(provision -> !provision.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String precedents(Precedents precedents, Words words) {
        return words.of(
                precedents.sameWords() ? "review.precedents.words" : "review.precedents.rule",
                words.number(precedents.accepted()),
                words.number(precedents.rejected()),
                words.number(precedents.unsure()));
    }

    private static List<Option> reaches(ReviewCase shown, Words words) {
        var reaches = new ArrayList<Option>();
        reaches.add(new Option(
                Reach.ITEM.name(), words.count("review.reach.item", shown.item().mentions())));
        if (shown.here() > shown.item().mentions()) {
            reaches.add(new Option(Reach.DOCUMENT.name(), words.count("review.reach.document", shown.here())));
        }
        if (shown.documents() > 1) {
            reaches.add(new Option(
                    Reach.EVERYWHERE.name(),
                    words.of(
                            "review.reach.everywhere",
                            words.number(shown.everywhere()),
                            words.number(shown.documents()))));
        }
        return reaches;
    }

    private static List<Option> scopes(Lesson lesson, Words words) {
        var scopes = new ArrayList<Option>();
        scopes.add(new Option(AliasScope.NONE.name(), words.of("review.scope.none")));
        lesson.owner()
                .filter(owner -> !lesson.forOwner().isEmpty())
                .ifPresent(owner -> scopes.add(new Option(
                        AliasScope.OWNER.name(),
                        words.of("review.scope.owner", quoted(lesson.forOwner()), owner.name()))));
        if (!lesson.forAll().isEmpty()) {
            scopes.add(new Option(AliasScope.ALL.name(), words.of("review.scope.all", quoted(lesson.forAll()))));
        }
        return scopes;
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "«" + name + "»").collect(Collectors.joining(", "));
    }
}
