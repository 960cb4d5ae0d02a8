package no.forankring.review;

import java.util.List;
import no.forankring.graph.Addresses;

/// One thing that waits for a person, as the queue lists it.
///
/// @param key names it in addresses: the same after a re-read as long as it asks the same
/// @param kind the local name of the relation, as in `anchoredIn`; [#OPEN_MENTION] for words that name no document
/// @param links the addresses of what may be accepted, best first; of words that name no document the mention's own
/// @param objects the addresses of what the links lead to, in the same order; none of words that name no document
/// @param words as they stand in the text
/// @param passage the id of the passage in which they stand first
/// @param ordinal the place of that passage in its document
/// @param start first UTF-16 unit of the words within it
/// @param mentions in how many places of the document the words stand
/// @param rule that found it
public record QueueItem(
        String key,
        String document,
        String documentTitle,
        String kind,
        Certainty certainty,
        List<String> links,
        List<String> objects,
        String words,
        String passage,
        int ordinal,
        int start,
        int mentions,
        String rule) {

    public static final String OPEN_MENTION = "open";

    public QueueItem {
        links = List.copyOf(links);
        objects = List.copyOf(objects);
    }

    public boolean isOpenMention() {
        return kind.equals(OPEN_MENTION);
    }

    /// The words as they are compared: lower case, single spaces.
    public String sameWords() {
        return Judgment.normal(words);
    }

    /// True for one that asks the same of the same words, in whichever document.
    boolean equalTo(QueueItem other) {
        return kind.equals(other.kind)
                && sameWords().equals(other.sameWords())
                && objects.stream()
                        .sorted()
                        .toList()
                        .equals(other.objects.stream().sorted().toList());
    }

    /// @param names what the item is about: the links, or the passage and the words
    static String key(List<String> names) {
        return Addresses.fingerprint(String.join(" ", names.stream().sorted().toList()))
                .substring(0, 12);
    }
}
