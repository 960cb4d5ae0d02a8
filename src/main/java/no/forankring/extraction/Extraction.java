package no.forankring.extraction;

import java.util.List;

/// All that was taken out of one document, in text order.
///
/// @param statuses how far the items of plans have come
public record Extraction(List<Entity> entities, List<Relation> relations, List<PlanStatus> statuses) {

    public Extraction(List<Entity> entities, List<Relation> relations) {
        this(entities, relations, List.of());
    }

    public Extraction {
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
        statuses = List.copyOf(statuses);
    }
}
