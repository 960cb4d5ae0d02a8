package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.ObjectRef;

/// Gathers the entities and relations of one document: one entity for each key, one relation for each statement.
final class Collector {

    private static final Pattern COMPOUND =
            Pattern.compile("((?!(?:fag|laerings|kompetanse|ressurs|person)nettverk)[a-z0-9]{6,}?)[se]?nettverk");

    private final Map<String, Entity> entities = new LinkedHashMap<>();
    /// Of names, which are compared with every further one.
    private final Map<String, Set<String>> contents = new HashMap<>();

    private final Map<String, Optional<String>> themes = new HashMap<>();
    private final Map<Statement, Relation> relations = new LinkedHashMap<>();

    /// Passing the same statement twice keeps the surer one; of equals the first in the text.
    private record Statement(String subject, Relation.Type type, ObjectRef object, Relation.Strength strength) {}

    Entity add(Named named, String parent, OptionalInt year) {
        return add(named.key(), named.type(), named.name(), named.span(), parent, year, "");
    }

    /// @param kind what sort of goal it is; empty for all else
    Entity add(String key, EntityType type, String name, Span span, String parent, OptionalInt year, String kind) {
        Entity known = entities.get(key);
        if (known == null) {
            known = new Entity(key, type, name, span, parent, year, kind, List.of());
        } else {
            // Of the names of one organization, the fullest tells most.
            boolean fuller = type == EntityType.ORGANIZATION
                    && name.length() > known.name().length() + 2;
            known = new Entity(
                    key,
                    known.type() == EntityType.NETWORK && type == EntityType.LEARNING_NETWORK ? type : known.type(),
                    fuller ? name : known.name(),
                    fuller ? span : known.span(),
                    known.parent().isEmpty() ? parent : known.parent(),
                    known.year().isEmpty() ? year : known.year(),
                    known.kind(),
                    known.figures());
        }
        entities.put(key, known);
        return known;
    }

    /// Calls a thing by a fuller name of it; its key stays.
    Entity rename(Entity known, String name, Span span) {
        var renamed = new Entity(
                known.key(),
                name.toLowerCase(java.util.Locale.ROOT).startsWith("læringsnettverk")
                        ? EntityType.LEARNING_NETWORK
                        : known.type(),
                name,
                span,
                known.parent(),
                known.year(),
                known.kind(),
                known.figures());
        entities.put(known.key(), renamed);
        return renamed;
    }

    /// Adds a figure, unless another of its kind was found before.
    void addFigure(String key, Figure figure) {
        Entity known = entities.get(key);
        if (known == null || known.figures().stream().anyMatch(other -> other.kind() == figure.kind())) {
            return;
        }
        var figures = new ArrayList<>(known.figures());
        figures.add(figure);
        entities.put(
                key,
                new Entity(
                        key,
                        known.type(),
                        known.name(),
                        known.span(),
                        known.parent(),
                        known.year(),
                        known.kind(),
                        figures));
    }

    void add(Relation relation) {
        var statement = new Statement(relation.subject(), relation.type(), relation.object(), relation.strength());
        relations.merge(
                statement, relation, (first, second) -> second.confidence() > first.confidence() ? second : first);
    }

    /// Takes back a thing and all that was stated of it.
    void drop(String key) {
        entities.remove(key);
        relations
                .values()
                .removeIf(relation -> relation.subject().equals(key)
                        || relation.object() instanceof ObjectRef.Other other
                                && other.key().equals(key));
    }

    Optional<Entity> find(String key) {
        return Optional.ofNullable(entities.get(key));
    }

    List<Entity> all() {
        return List.copyOf(entities.values());
    }

    /// The one network whose name says all that `name` says: "nettverket i ledelse" is "nettverk i ledelse og
    /// fagutvikling".
    Optional<Entity> networkThatSays(String name) {
        Set<String> words = content(name);
        List<Entity> fitting = entities.values().stream()
                .filter(entity -> entity.type().isNetwork())
                .filter(entity -> content(entity.name()).containsAll(words))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// The one network that a compound says in other words: "Fagutviklernettverket" is "Nettverk for fagutviklere".
    Optional<Entity> networkAlike(String name) {
        Optional<String> theme = theme(name);
        List<Entity> fitting = entities.values().stream()
                .filter(entity -> entity.type().isNetwork())
                .filter(entity -> theme.isPresent()
                        ? isOn(entity.name(), theme.get())
                        : theme(entity.name())
                                .filter(other -> isOn(name, other))
                                .isPresent())
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// "fagutvikler" of "Fagutviklernettverk"; empty where the name tells its theme in words of their own, or a place.
    private Optional<String> theme(String name) {
        return themes.computeIfAbsent(name, unseen -> {
            Matcher compound = COMPOUND.matcher(Words.slug(Words.indefinite(unseen)));
            return compound.matches() ? Optional.of(compound.group(1)) : Optional.empty();
        });
    }

    private Set<String> content(String name) {
        return contents.computeIfAbsent(name, Words::content);
    }

    private boolean isOn(String name, String theme) {
        return content(name).stream().anyMatch(word -> word.startsWith(theme) && !word.contains("nettverk"));
    }

    /// @param within cuts a span to what may be shown of it
    Extraction extraction(UnaryOperator<Span> within) {
        var sortedEntities = new ArrayList<Entity>();
        for (Entity entity : entities.values()) {
            sortedEntities.add(new Entity(
                    entity.key(),
                    entity.type(),
                    entity.name(),
                    within.apply(entity.span()),
                    entity.parent(),
                    entity.year(),
                    entity.kind(),
                    entity.figures().stream()
                            .map(figure -> new Figure(
                                    figure.kind(),
                                    figure.value(),
                                    figure.upTo(),
                                    figure.approximate(),
                                    within.apply(figure.evidence())))
                            .toList()));
        }
        sortedEntities.sort(Comparator.comparing(Entity::span));
        var sortedRelations = new ArrayList<Relation>();
        for (Relation relation : relations.values()) {
            sortedRelations.add(new Relation(
                    relation.subject(),
                    relation.type(),
                    relation.object(),
                    within.apply(relation.evidence()),
                    relation.strength(),
                    relation.explicit(),
                    relation.rule(),
                    relation.confidence()));
        }
        sortedRelations.sort(Comparator.comparing(Relation::evidence));
        return new Extraction(sortedEntities, sortedRelations);
    }
}
