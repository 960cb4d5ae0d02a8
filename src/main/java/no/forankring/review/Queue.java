package no.forankring.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What waits and fits a filter, in order of documents and in text order within each, with what other choices of the
/// filter would show.
///
/// @param all how many wait without a filter
/// @param documents each document that has some, where kind and certainty are kept as they are
/// @param kinds each kind that there is, where document and certainty are kept
/// @param certainties each step that there is, the surest first, where document and kind are kept
public record Queue(List<QueueItem> items, int all, List<Count> documents, List<Count> kinds, List<Count> certainties) {

    /// @param value to filter by
    /// @param label of a document its title, else the value
    public record Count(String value, String label, int count) {}

    public Queue {
        items = List.copyOf(items);
        documents = List.copyOf(documents);
        kinds = List.copyOf(kinds);
        certainties = List.copyOf(certainties);
    }

    public Optional<QueueItem> find(String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /// The place of an item, from 0; -1 when it is not here.
    public int placeOf(String key) {
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).key().equals(key))
                .findFirst()
                .orElse(-1);
    }
}
