package no.forankring.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Statements of one kind under one heading, the strongest first.
record StepGroup(String heading, List<StepCard> cards) {

    /// Groups by heading, in the order in which the headings first come.
    static List<StepGroup> of(List<StepCard> cards) {
        var byHeading = new LinkedHashMap<String, List<StepCard>>();
        for (StepCard card : cards) {
            byHeading
                    .computeIfAbsent(card.heading(), heading -> new ArrayList<>())
                    .add(card);
        }
        var groups = new ArrayList<StepGroup>();
        byHeading.forEach((heading, group) -> {
            group.sort(Comparator.comparing(StepCard::suggested)
                    .thenComparing(Comparator.comparingInt(StepCard::rung).reversed()));
            groups.add(new StepGroup(heading, List.copyOf(group)));
        });
        return groups;
    }
}
