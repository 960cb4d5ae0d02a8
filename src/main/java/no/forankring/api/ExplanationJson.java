package no.forankring.api;

import java.util.List;
import java.util.Locale;
import no.forankring.citation.Explanation;

/// A sentence and what it rests on, in the reader's language.
record ExplanationJson(String text, List<ExplanationJson> because) {

    static ExplanationJson of(Explanation explanation, Locale locale) {
        return new ExplanationJson(
                explanation.text(locale),
                explanation.because().stream().map(child -> of(child, locale)).toList());
    }
}
