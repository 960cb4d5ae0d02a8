package no.forankring.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.forankring.identity.Wording;

/// Holds the wordings of two lists beside each other, each used once: first the equal ones, then the likest.
///
/// @param sure whether the words are equal; false where they are only alike, or one side is missing
record Pairing<T>(Optional<T> older, Optional<T> newer, boolean sure) {

    private record Likeness<T>(T older, T newer, double degree) {}

    /// The older ones in their order, each with what it is in the new list; then what is new, in its order.
    static <T> List<Pairing<T>> of(List<T> older, List<T> newer, Function<T, String> words) {
        List<Wording> left =
                older.stream().map(item -> Wording.of(words.apply(item))).toList();
        List<Wording> right =
                newer.stream().map(item -> Wording.of(words.apply(item))).toList();
        var match = new ArrayList<Optional<Integer>>();
        Set<Integer> used = new HashSet<>();
        for (Wording wording : left) {
            Optional<Integer> equal = Optional.empty();
            for (int j = 0; j < right.size() && equal.isEmpty(); j++) {
                if (!used.contains(j) && right.get(j).equalTo(wording)) {
                    equal = Optional.of(j);
                    used.add(j);
                }
            }
            match.add(equal);
        }
        Set<Integer> sure = new HashSet<>();
        var likes = new ArrayList<Likeness<Integer>>();
        for (int i = 0; i < left.size(); i++) {
            if (match.get(i).isPresent()) {
                sure.add(i);
                continue;
            }
            for (int j = 0; j < right.size(); j++) {
                if (!used.contains(j) && left.get(i).alike(right.get(j))) {
                    likes.add(new Likeness<>(i, j, left.get(i).likeness(right.get(j))));
                }
            }
        }
        likes.sort(Comparator.comparingDouble((Likeness<Integer> like) -> -like.degree())
                .thenComparing(Likeness::older)
                .thenComparing(Likeness::newer));
        for (Likeness<Integer> like : likes) {
            if (match.get(like.older()).isEmpty() && used.add(like.newer())) {
                match.set(like.older(), Optional.of(like.newer()));
            }
        }
        var pairs = new ArrayList<Pairing<T>>();
        for (int i = 0; i < older.size(); i++) {
            pairs.add(new Pairing<>(Optional.of(older.get(i)), match.get(i).map(newer::get), sure.contains(i)));
        }
        for (int j = 0; j < newer.size(); j++) {
            if (!used.contains(j)) {
                pairs.add(new Pairing<>(Optional.empty(), Optional.of(newer.get(j)), false));
            }
        }
        return pairs;
    }
}
