package no.forankring.anchorcheck;

import java.time.LocalDate;
import java.util.List;

/// A list of anchors with what is to be said of each item.
///
/// @param day the day on which the documents were judged
/// @param items in text order; empty where the text names no governing document
public record CheckedList(LocalDate day, List<CheckedItem> items) {

    public CheckedList {
        items = List.copyOf(items);
    }

    public long count(Remark.Weight weight) {
        return items.stream().filter(item -> item.weight() == weight).count();
    }
}
