package no.forankring.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.forankring.document.Owner;
import no.forankring.extraction.DocumentOwner;
import no.forankring.extraction.Entity;
import no.forankring.extraction.EntityType;
import no.forankring.extraction.Extraction;
import no.forankring.extraction.Relation;
import no.forankring.identity.NameKey;
import no.forankring.identity.Organizations;
import no.forankring.identity.Sighting;
import org.apache.jena.graph.Node;

/// What extraction found in a document, as things whose names may mean what other documents name.
final class Sightings {

    private static final Organizations ORGANIZATIONS = Organizations.builtIn();

    private Sightings() {}

    /// @param addresses of the entities, by key
    /// @param evidence the words that name each, by key
    static List<Sighting> of(ReadDocument read, Map<String, Node> addresses, Map<String, Node> evidence) {
        Extraction extraction = read.extraction();
        var byKey = new HashMap<String, Entity>();
        extraction.entities().forEach(entity -> byKey.put(entity.key(), entity));
        Optional<String> owner = DocumentOwner.of(read.text())
                .map(DocumentOwner::owner)
                .map(Owner::name)
                .flatMap(ORGANIZATIONS::id)
                .filter(Organizations::isCenter);
        var sightings = new ArrayList<Sighting>();
        for (Entity entity : extraction.entities()) {
            Node address = addresses.get(entity.key());
            if (address == null) {
                continue;
            }
            Node parent = addresses.get(entity.parent());
            Node proof = evidence.get(entity.key());
            sightings.add(new Sighting(
                    address.getURI(),
                    entity.type().term(),
                    entity.name(),
                    owner(entity, byKey, extraction.relations(), owner),
                    parent == null ? "" : parent.getURI(),
                    entity.year(),
                    goals(entity, addresses, extraction),
                    proof == null ? "" : proof.getURI()));
        }
        return sightings;
    }

    /// The goals that it is said to have, and those that stand as its parts.
    private static Set<String> goals(Entity entity, Map<String, Node> addresses, Extraction extraction) {
        var keys = new TreeSet<String>();
        for (Relation relation : extraction.relations()) {
            if (relation.subject().equals(entity.key())
                    && relation.type() == Relation.Type.HAS_GOAL
                    && relation.object() instanceof Relation.ObjectRef.Other goal) {
                keys.add(goal.key());
            }
        }
        extraction.entities().stream()
                .filter(part -> part.type() == EntityType.GOAL && part.parent().equals(entity.key()))
                .forEach(part -> keys.add(part.key()));
        var goals = new TreeSet<String>();
        keys.stream().map(addresses::get).filter(Objects::nonNull).forEach(goal -> goals.add(goal.getURI()));
        return goals;
    }

    /// Who organises it by the document's own words; else whom its name gives; else a development centre whose document
    /// it is, for centres write of their own. What is national is nobody's own.
    private static Optional<String> owner(
            Entity entity, Map<String, Entity> byKey, List<Relation> relations, Optional<String> documentOwner) {
        for (Relation relation : relations) {
            if (relation.subject().equals(entity.key())
                    && relation.type() == Relation.Type.ORGANISED_BY
                    && relation.object() instanceof Relation.ObjectRef.Other other) {
                Entity organizer = byKey.get(other.key());
                Optional<String> id = organizer == null ? Optional.empty() : ORGANIZATIONS.id(organizer.name());
                if (id.isPresent()) {
                    return id;
                }
            }
        }
        NameKey name = NameKey.of(entity.name());
        Optional<String> named = name.owner().flatMap(ORGANIZATIONS::id);
        return named.isPresent() || name.wide() ? named : documentOwner;
    }
}
