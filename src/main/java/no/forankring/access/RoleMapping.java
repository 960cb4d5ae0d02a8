package no.forankring.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What somebody may do of whom a login service says something.
///
/// @param value as the service says it, letter for letter
/// @param unit see [Account]
public record RoleMapping(String value, Role role, String unit) {

    /// The one that gives most of those that are said; of several that give as much the first.
    public static Optional<RoleMapping> most(List<RoleMapping> mappings, Collection<String> said) {
        return mappings.stream()
                .filter(mapping -> said.contains(mapping.value()))
                .max(Comparator.comparing(RoleMapping::role));
    }
}
