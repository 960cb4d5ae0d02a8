package no.forankring.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import no.forankring.document.DocumentId;

/// The values of each facet, numbered as they are first met. Numbers stay the same as long as the index is open.
///
/// A value is what is stored and stands in addresses (`plan-demensplan-2025`), its label what one reads and types
/// («Demensplan 2025»). The label last met is the one shown.
final class Facets {

    static final int TYPE = 0;
    static final int ISSUER = 1;
    static final int YEAR = 2;
    static final int LANGUAGE = 3;
    static final int STATUS = 4;
    static final int NETWORK = 5;
    static final int MUNICIPALITY = 6;
    static final int CITES = 7;
    static final int THEME = 8;
    static final int ANCHORED = 9;
    static final int RELATION = 10;

    static final List<String> NAMES = List.of(
            "type",
            "issuer",
            "year",
            "language",
            "status",
            "network",
            "municipality",
            "cites",
            "theme",
            "anchored",
            "relation");

    private final List<Map<String, Integer>> numbers = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();
    private final List<List<String>> labels = new ArrayList<>();

    Facets() {
        for (int i = 0; i < NAMES.size(); i++) {
            numbers.add(new HashMap<>());
            values.add(new ArrayList<>());
            labels.add(new ArrayList<>());
        }
    }

    /// The number of a value, given now if it is new; -1 for the empty value, which no facet counts.
    synchronized int numberOf(int facet, String value, String label) {
        if (value.isEmpty()) {
            return -1;
        }
        Integer known = numbers.get(facet).get(value);
        if (known != null) {
            labels.get(facet).set(known, label);
            return known;
        }
        int number = values.get(facet).size();
        numbers.get(facet).put(value, number);
        values.get(facet).add(value);
        labels.get(facet).add(label);
        return number;
    }

    synchronized int size(int facet) {
        return values.get(facet).size();
    }

    synchronized String value(int facet, int number) {
        return values.get(facet).get(number);
    }

    synchronized String label(int facet, int number) {
        return labels.get(facet).get(number);
    }

    /// What one reads in place of values; of one that no document has, the value itself.
    synchronized List<String> labels(String name, Collection<String> wanted) {
        int facet = NAMES.indexOf(name);
        return wanted.stream()
                .map(value -> {
                    Integer number = numbers.get(facet).get(value);
                    return number == null ? value : labels.get(facet).get(number);
                })
                .toList();
    }

    /// The numbers of the values that a person means: as written, else in other case or without æ, ø and å, else those
    /// whose labels hold the words.
    synchronized int[] meant(int facet, Iterable<String> wanted) {
        var meant = new TreeSet<Integer>();
        for (String value : wanted) {
            Integer exact = numbers.get(facet).get(value);
            if (exact != null) {
                meant.add(exact);
                continue;
            }
            String loose = loose(value);
            if (!loose.isEmpty() && !alike(facet, loose, false, meant)) {
                alike(facet, loose, true, meant);
            }
        }
        return meant.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean alike(int facet, String loose, boolean within, TreeSet<Integer> meant) {
        boolean found = false;
        for (int i = 0; i < values.get(facet).size(); i++) {
            String label = loose(labels.get(facet).get(i));
            boolean alike = within
                    ? label.startsWith(loose) || label.contains(" " + loose)
                    : label.equals(loose) || loose(values.get(facet).get(i)).equals(loose);
            if (alike) {
                meant.add(i);
                found = true;
            }
        }
        return found;
    }

    private static String loose(String value) {
        return WordForms.fold(value.strip().toLowerCase(Locale.ROOT));
    }

    /// @throws IllegalArgumentException for a facet that there is none of; the message lists those that there are
    static void check(DocumentId document, String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "%s has a value for the facet %s, but there are only %s".formatted(document, name, NAMES));
        }
    }
}
