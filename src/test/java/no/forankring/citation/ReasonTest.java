package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @Test
    void speaksTheLanguageAskedForWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            var reason = Reason.of("topic-word-before", "lindrende", "2");

            assertThat(reason.text(Locale.forLanguageTag("nb"))).isEqualTo("tittelordet «lindrende» står 2 ord før");
            assertThat(reason.text(Locale.forLanguageTag("nn"))).isEqualTo("tittelordet «lindrende» står 2 ord før");
            assertThat(reason.text(Locale.ENGLISH)).isEqualTo("the title word “lindrende” stands 2 words before");
            assertThat(reason.text(Locale.FRENCH)).isEqualTo("tittelordet «lindrende» står 2 ord før");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nn", "en"})
    void everySentenceIsThereInEveryLanguage(String language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String base = "no.forankring.citation.reasons";
        var all = ResourceBundle.getBundle(base, Locale.ROOT, control);
        var translated = ResourceBundle.getBundle(base, Locale.forLanguageTag(language), control);

        assertThat(new TreeSet<>(Collections.list(translated.getKeys())))
                .isEqualTo(new TreeSet<>(Collections.list(all.getKeys())));
        assertThat(translated.getLocale().getLanguage()).isEqualTo(language);
    }
}
