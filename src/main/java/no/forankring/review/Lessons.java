package no.forankring.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forankring.citation.CitationRecognizer;
import no.forankring.citation.LearnedAlias;
import no.forankring.citation.Reason;
import no.forankring.document.Documents;
import no.forankring.document.Owner;
import no.forankring.document.Sha256;
import no.forankring.extraction.DocumentOwner;
import no.forankring.register.GoverningDocumentId;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.trace.DocumentView;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;
import no.forankring.trace.Traces;

/// What accepting a citation teaches.
final class Lessons {

    private static final String CITES = "cites";

    private final Traces traces;
    private final Documents documents;
    private final Recognizers recognizers;

    Lessons(Traces traces, Documents documents, Recognizers recognizers) {
        this.traces = traces;
        this.documents = documents;
        this.recognizers = recognizers;
    }

    Optional<Owner> owner(DocumentView document) {
        return documents
                .text(new Sha256(document.sha256()), document.fileName())
                .flatMap(DocumentOwner::of)
                .map(DocumentOwner::owner);
    }

    static Lesson of(List<Step> choices, Optional<Owner> owner, CitationRecognizer recognizer) {
        Step step = choices.getFirst();
        if (!step.predicate().equals(CITES)) {
            return Lesson.NOTHING;
        }
        var document = new GoverningDocumentId(step.object().id());
        var forOwner = new ArrayList<String>();
        var forAll = new ArrayList<String>();
        var objections = new ArrayList<Reason>();
        for (String words : names(step.evidence())) {
            Optional<Reason> toAll = recognizer.objection(words, document, Optional.empty());
            toAll.filter(objection -> !objections.contains(objection)).ifPresent(objections::add);
            if (toAll.isEmpty()) {
                forAll.add(words);
            }
            if (owner.isPresent()
                    && recognizer.objection(words, document, owner).isEmpty()) {
                forOwner.add(words);
            }
        }
        return new Lesson(owner, forOwner, forAll, objections);
    }

    /// The names in the quoted words, each once.
    private static List<String> names(List<EvidenceView> evidence) {
        return evidence.stream()
                .map(proof -> LearnedAlias.nameIn(proof.quote()))
                .filter(words -> !words.isBlank())
                .collect(Collectors.toMap(
                        words -> words.toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /// The aliases that an answer teaches.
    List<LearnedAlias> learn(Answer answer, Judgment judgment) {
        Step step = traces.step(judgment.link()).orElseThrow(() -> ReviewException.unknownLink(judgment.link()));
        if (answer.verdict() != Verdict.ACCEPTED || !step.predicate().equals(CITES)) {
            throw ReviewException.nothingToLearn();
        }
        String document = step.evidence().getFirst().document();
        Optional<Owner> owner = traces.document(document).flatMap(this::owner);
        if (answer.scope() == AliasScope.OWNER && owner.isEmpty()) {
            throw ReviewException.ownerUnknown();
        }
        CitationRecognizer recognizer = recognizers.current();
        Optional<Owner> scope = answer.scope() == AliasScope.OWNER ? owner : Optional.empty();
        List<String> words = of(List.of(step), owner, recognizer).words(answer.scope());
        var governing = new GoverningDocumentId(step.object().id());
        if (words.isEmpty()) {
            throw ReviewException.refused(names(step.evidence()).stream()
                    .flatMap(name -> recognizer.objection(name, governing, scope).stream())
                    .toList());
        }
        var provenance = new LearnedAlias.Provenance(judgment.id(), judgment.who(), judgment.when(), document);
        return words.stream()
                .map(name -> new LearnedAlias(Judge.newId(), name, governing, scope, provenance))
                .toList();
    }
}
