package no.forankring.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values of a claim, wherever in it they lie.
final class OidcClaims {

    private OidcClaims() {}

    /// @param path the name of a claim, or the way into one, as in `realm_access.roles`; lists on the way are passed
    /// through
    static Set<String> values(Map<String, Object> claims, String path) {
        var values = new LinkedHashSet<String>();
        if (claims.containsKey(path)) {
            collect(claims.get(path), List.of(), values);
        } else {
            collect(claims, List.of(path.split("\\.")), values);
        }
        return values;
    }

    private static void collect(@Nullable Object value, List<String> path, Set<String> values) {
        if (value instanceof Collection<?> several) {
            several.forEach(one -> collect(one, path, values));
        } else if (value instanceof Map<?, ?> within) {
            if (!path.isEmpty()) {
                collect(within.get(path.getFirst()), new ArrayList<>(path.subList(1, path.size())), values);
            }
        } else if (path.isEmpty() && value != null) {
            values.add(Objects.toString(value));
        }
    }
}
