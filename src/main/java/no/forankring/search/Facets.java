package no.forankring.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The values of each facet, numbered as they are first met. Numbers stay the same as long as the index is open.
final class Facets {

    static final int TYPE = 0;
    static final int YEAR = 1;
    static final int LANGUAGE = 2;
    static final int CITES = 3;

    static final List<String> NAMES = List.of("type", "year", "language", "cites");

    private final List<Map<String, Integer>> numbers = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();

    Facets() {
        for (int i = 0; i < NAMES.size(); i++) {
            numbers.add(new HashMap<>());
            values.add(new ArrayList<>());
        }
    }

    /// The number of a value, given now if it is new; -1 for the empty value, which no facet counts.
    synchronized int numberOf(int facet, String value) {
        if (value.isEmpty()) {
            return -1;
        }
        List<String> known = values.get(facet);
        return numbers.get(facet).computeIfAbsent(value, v -> {
            known.add(v);
            return known.size() - 1;
        });
    }

    /// The values of a facet by number, as of now.
    synchronized List<String> values(int facet) {
        return List.copyOf(values.get(facet));
    }

    synchronized int size(int facet) {
        return values.get(facet).size();
    }

    synchronized String value(int facet, int number) {
        return values.get(facet).get(number);
    }

    /// The numbers of the values that a person means: as written, else in other case or without æ, ø and å.
    synchronized int[] meant(int facet, Iterable<String> wanted) {
        var meant = new TreeSet<Integer>();
        for (String value : wanted) {
            Integer exact = numbers.get(facet).get(value);
            if (exact != null) {
                meant.add(exact);
                continue;
            }
            String loose = loose(value);
            List<String> known = values.get(facet);
            for (int i = 0; i < known.size(); i++) {
                if (loose(known.get(i)).equals(loose)) {
                    meant.add(i);
                }
            }
        }
        return meant.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String loose(String value) {
        return WordForms.fold(value.strip().toLowerCase(java.util.Locale.ROOT));
    }
}
