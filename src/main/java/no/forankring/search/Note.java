package no.forankring.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// One thing to tell the reader about a search, in words.
///
/// @param key names the sentence in the message bundle `no/forankring/search/notes`
/// @param arguments what fills its places, in order
/// @param listed notes that together fill the place after those
public record Note(String key, List<String> arguments, List<Note> listed) {

    private static final Map<String, ResourceBundle> BUNDLES =
            Map.of("", bundle(Locale.ROOT), "nn", bundle(Locale.of("nn")), "en", bundle(Locale.ENGLISH));

    public Note {
        arguments = List.copyOf(arguments);
        listed = List.copyOf(listed);
    }

    static Note of(String key, Object... arguments) {
        return new Note(
                key, java.util.Arrays.stream(arguments).map(String::valueOf).toList(), List.of());
    }

    /// The sentence in bokmål (`nb`), nynorsk (`nn`) or English (`en`), without a full stop; bokmål for any other
    /// language.
    public String text(Locale locale) {
        String pattern = Objects.requireNonNull(
                        BUNDLES.get(BUNDLES.containsKey(locale.getLanguage()) ? locale.getLanguage() : ""))
                .getString(key);
        // Filled from the front in one pass, so that what a person typed is never taken for a place.
        var text = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            int close = pattern.indexOf('}', open);
            text.append(pattern, at, open)
                    .append(argument(Integer.parseInt(pattern.substring(open + 1, close)), locale));
            at = close + 1;
        }
        return text.append(pattern, at, pattern.length()).toString();
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "no.forankring.search.notes",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private String argument(int place, Locale locale) {
        return place < arguments.size()
                ? arguments.get(place)
                : listed.stream().map(note -> note.text(locale)).collect(Collectors.joining(", "));
    }
}
