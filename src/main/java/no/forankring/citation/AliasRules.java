package no.forankring.citation;

import java.util.List;
import java.util.Optional;
import no.forankring.document.Documents;
import no.forankring.document.Owner;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;

/// Which words may become a learned alias. What is refused here can still be accepted for the one link.
final class AliasRules {

    private static final int MOST_LETTERS = 200;
    private static final double SURE = 0.8;

    private final NameIndex names;
    private final CitationRecognizer untaught;
    private final LearnedNames learned;

    /// @param untaught knows the register alone
    AliasRules(NameIndex names, CitationRecognizer untaught, LearnedNames learned) {
        this.names = names;
        this.untaught = untaught;
        this.learned = learned;
    }

    Optional<Reason> objection(String words, GoverningDocumentId document, Optional<Owner> owner) {
        var wording = new Wording(words, names);
        if (words.length() > MOST_LETTERS) {
            return Optional.of(Reason.of("alias-too-long", Integer.toString(MOST_LETTERS)));
        }
        return toTheWords(words, wording, owner)
                .or(() -> toTheRegister(words, wording, document, owner))
                .or(() -> toWhatWasLearned(words, document, owner));
    }

    private static Optional<Reason> toTheWords(String words, Wording wording, Optional<Owner> owner) {
        if (wording.letters < 2) {
            return Optional.of(Reason.of("alias-number", words));
        }
        if (wording.content == 0) {
            // "Stortingsmelding 24" means a new paper each session, yet one and the same to whoever wrote it.
            return wording.isNumber()
                    ? owner.isPresent() ? Optional.empty() : Optional.of(Reason.of("alias-number-reused", words))
                    : Optional.of(Reason.of("alias-kind-word", words));
        }
        boolean kindAlone =
                wording.kind && wording.content == 1 && !wording.compound && !wording.quoted && !wording.digits;
        boolean named = wording.isStrong() && !kindAlone || wording.looksLikeName();
        return named ? Optional.empty() : Optional.of(Reason.of("alias-everyday", words));
    }

    /// What the register says of the words alone is never overruled.
    private Optional<Reason> toTheRegister(
            String words, Wording wording, GoverningDocumentId document, Optional<Owner> owner) {
        for (Resolution resolution : untaught.recognize(Documents.plainText(words))) {
            if (!isWhole(resolution, wording)) {
                continue;
            }
            if (resolution instanceof Resolution.Resolved resolved && resolved.confidence() >= SURE) {
                GoverningDocumentId known = resolved.target().document();
                return Optional.of(
                        Reason.of(known.equals(document) ? "alias-known" : "alias-taken", words, label(known)));
            }
            if (resolution instanceof Resolution.Ambiguous && owner.isEmpty()) {
                return Optional.of(Reason.of("alias-shared", words));
            }
        }
        List<GoverningDocument> named = names.register.named(words).stream()
                .map(name -> name.document())
                .distinct()
                .toList();
        return named.size() > 1 && owner.isEmpty() ? Optional.of(Reason.of("alias-shared", words)) : Optional.empty();
    }

    private static boolean isWhole(Resolution resolution, Wording wording) {
        int first = wording.tokens.start(0);
        int last = wording.tokens.end(wording.count() - 1);
        return resolution.mention().span().start() <= first
                && resolution.mention().span().end() >= last;
    }

    private Optional<Reason> toWhatWasLearned(String words, GoverningDocumentId document, Optional<Owner> owner) {
        return learned.find(words, owner)
                .filter(alias -> alias.owner().map(Owner::key).equals(owner.map(Owner::key)))
                .filter(alias -> !alias.document().equals(document))
                .map(alias -> Reason.of("alias-learned-for-other", words, label(alias.document())));
    }

    private String label(GoverningDocumentId id) {
        return Explanation.label(names.register, id);
    }
}
