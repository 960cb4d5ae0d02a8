package no.forankring.findings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person is shown of numbers that do not agree, and puts away. Narrow, so that a test can answer by hand.
public interface FindingsDesk {

    /// Words of a document.
    ///
    /// @param passage id of the passage within the document
    /// @param section the headings above; empty where there are none
    /// @param page from 1; 0 where the format has none
    record Place(String passage, String section, int page, String words) {}

    /// A finding as stored.
    ///
    /// @param address its own
    /// @param document id of the document
    /// @param kind as in [Finding.Kind#code]
    /// @param texts what does not agree, by language: `nb`, `nn`, `en`
    /// @param confidence how sure it is that something is wrong, from 0 to 1
    /// @param dismissal who put it away; empty while it waits
    record Stored(
            String address,
            String document,
            String kind,
            Map<String, String> texts,
            double confidence,
            Place claim,
            List<Place> counters,
            Optional<Dismissal> dismissal) {
        public Stored {
            texts = Map.copyOf(texts);
            counters = List.copyOf(counters);
        }

        /// In this language, else in bokmål.
        public String text(String language) {
            return texts.getOrDefault(language, texts.getOrDefault("nb", ""));
        }
    }

    /// @param why in the person's words; may be empty
    record Dismissal(String who, Instant when, String why) {}

    /// All that was found, those that wait first, the surest first.
    List<Stored> all();

    /// What was found in one document, in the order of the text.
    List<Stored> of(String document);

    /// Puts a finding away, for as long as the words stand. False when there is none of that address.
    boolean dismiss(String address, String why, String who);

    /// Takes that back. False when it was not put away.
    boolean restore(String address, String who);
}
