package no.forankring.web;

import java.util.List;
import java.util.Locale;
import no.forankring.citation.Explanation;
import no.forankring.graph.Addresses;
import no.forankring.ingest.Explanations;
import no.forankring.register.GoverningDocumentId;
import no.forankring.trace.MentionView;

/// A sentence of an explanation and what it rests on, in the reader's language.
record Why(String text, List<Why> because) {

    static Why of(Explanation explanation, Words words) {
        return of(explanation, Locale.of(words.language()));
    }

    private static Why of(Explanation explanation, Locale locale) {
        return new Why(
                explanation.text(locale),
                explanation.because().stream().map(child -> of(child, locale)).toList());
    }

    /// What is to be explained about a mention.
    static Explanations.Stored about(MentionView mention) {
        return new Explanations.Stored(
                mention.passage(),
                mention.start(),
                mention.end(),
                mention.targets().stream()
                        .filter(target -> target.kind().equals(Addresses.GOVERNING_DOCUMENT))
                        .map(target -> new GoverningDocumentId(target.id()))
                        .toList(),
                mention.links(),
                mention.reason());
    }
}
