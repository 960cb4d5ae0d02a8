package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.ObjectRef;

/// Gathers the entities and relations of one document: one entity for each key, one relation for each statement.
final class Collector {

    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<Statement, Relation> relations = new LinkedHashMap<>();

    /// Passing the same statement twice keeps the surer one; of equals the first in the text.
    private record Statement(String subject, Relation.Type type, ObjectRef object, Relation.Strength strength) {}

    Entity add(String key, EntityType type, String name, Span span, String parent, OptionalInt year) {
        Entity known = entities.get(key);
        if (known == null) {
            known = new Entity(key, type, name, span, parent, year, Map.of());
            entities.put(key, known);
        } else if ((known.parent().isEmpty() && !parent.isEmpty())
                || (known.year().isEmpty() && year.isPresent())) {
            known = new Entity(
                    key,
                    known.type(),
                    known.name(),
                    known.span(),
                    known.parent().isEmpty() ? parent : known.parent(),
                    known.year().isEmpty() ? year : known.year(),
                    known.numbers());
            entities.put(key, known);
        }
        return known;
    }

    /// Adds a figure, unless another of that name was found before.
    void addNumber(String key, String name, int number) {
        Entity known = entities.get(key);
        if (known == null || known.numbers().containsKey(name)) {
            return;
        }
        var numbers = new TreeMap<>(known.numbers());
        numbers.put(name, number);
        entities.put(
                key, new Entity(key, known.type(), known.name(), known.span(), known.parent(), known.year(), numbers));
    }

    void add(Relation relation) {
        var statement = new Statement(relation.subject(), relation.type(), relation.object(), relation.strength());
        relations.merge(
                statement, relation, (first, second) -> second.confidence() > first.confidence() ? second : first);
    }

    Optional<Entity> find(String key) {
        return Optional.ofNullable(entities.get(key));
    }

    /// The one network whose name says all that `name` says: "nettverket i ledelse" is "nettverk i ledelse og
    /// fagutvikling".
    Optional<Entity> networkThatSays(String name) {
        Set<String> words = Words.content(name);
        List<Entity> fitting = entities.values().stream()
                .filter(entity -> entity.type() == EntityType.NETWORK || entity.type() == EntityType.LEARNING_NETWORK)
                .filter(entity -> Words.content(entity.name()).containsAll(words))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    boolean states(String subject, Relation.Type type) {
        return relations.values().stream()
                .anyMatch(relation -> relation.subject().equals(subject) && relation.type() == type);
    }

    Extraction extraction() {
        var sortedEntities = new ArrayList<>(entities.values());
        sortedEntities.sort(Comparator.comparing(Entity::span));
        var sortedRelations = new ArrayList<>(relations.values());
        sortedRelations.sort(Comparator.comparing(Relation::evidence));
        return new Extraction(sortedEntities, sortedRelations);
    }
}
