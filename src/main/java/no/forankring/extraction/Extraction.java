package no.forankring.extraction;

import java.util.List;

/// All that was taken out of one document, in text order.
public record Extraction(List<Entity> entities, List<Relation> relations) {

    public Extraction {
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
    }
}
