package no.forankring.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.forankring.trace.Activities;
import no.forankring.trace.ActivityView;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;

/// The activities of each unit. What several arrange together stands under each of them, and counts once in the sum.
final class UnitReport implements ComputedReport {

    private final Activities activities;

    UnitReport(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String name() {
        return "aktiviteter-per-enhet";
    }

    private record Part(Optional<Step> organiser, ActivityView activity) {}

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        String unit = asked.value("unit").toLowerCase(Locale.ROOT);
        var units = new TreeMap<String, List<Part>>();
        var counted = new HashSet<String>();
        var joint = new HashSet<String>();
        for (ActivityView activity : activities.all(asked.flag("suggestions"))) {
            boolean inYear =
                    asked.value("year").isEmpty() || activity.years().contains(Integer.parseInt(asked.value("year")));
            boolean done = !asked.flag("done") || activity.carriedOut();
            if (!inYear || !done) {
                continue;
            }
            for (Part part : parts(activity)) {
                String name =
                        part.organiser().map(step -> step.object().label()).orElse("");
                if (name.toLowerCase(Locale.ROOT).contains(unit)) {
                    units.computeIfAbsent(name, none -> new ArrayList<>()).add(part);
                    counted.add(activity.thing().iri());
                    if (activity.organisers().size() > 1) {
                        joint.add(activity.thing().iri());
                    }
                }
            }
        }
        var rows = new ArrayList<List<ReportTable.Cell>>();
        // Those of which nobody tells who arranged them come last.
        units.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().isEmpty()))
                .forEach(entry -> entry.getValue().forEach(part -> rows.add(row(part, asked))));
        if (!rows.isEmpty()) {
            rows.add(sum(counted, joint, asked));
        }
        return rows;
    }

    private static List<Part> parts(ActivityView activity) {
        return activity.organisers().isEmpty()
                ? List.of(new Part(Optional.empty(), activity))
                : activity.organisers().stream()
                        .map(step -> new Part(Optional.of(step), activity))
                        .toList();
    }

    private static List<ReportTable.Cell> row(Part part, Asked asked) {
        ActivityView activity = part.activity();
        int organisers = activity.organisers().size();
        return List.of(
                part.organiser()
                        .map(step -> asked.thing(step.object()))
                        .orElseGet(() -> asked.text(asked.word("no-unit"))),
                asked.thing(activity.thing()),
                asked.text(activity.years().stream().map(String::valueOf).collect(Collectors.joining(", "))),
                asked.text(activity.progress().isEmpty() ? asked.word("unknown") : asked.wordOr(activity.progress())),
                asked.text(activity.organisers().stream()
                        .map(Step::object)
                        .filter(other -> part.organiser()
                                .filter(step -> step.object().iri().equals(other.iri()))
                                .isEmpty())
                        .map(Thing::label)
                        .collect(Collectors.joining(", "))),
                organisers <= 1 ? asked.number(1) : asked.text("1/" + organisers),
                part.organiser()
                        .map(step -> step.evidence().getFirst())
                        .or(activity::proof)
                        .map(asked::quote)
                        .orElseGet(() -> asked.text(asked.word("unknown"))));
    }

    private static List<ReportTable.Cell> sum(Set<String> counted, Set<String> joint, Asked asked) {
        return List.of(
                asked.text(asked.word("sum")),
                asked.text(asked.word("joint").formatted(joint.size())),
                asked.text(""),
                asked.text(""),
                asked.text(""),
                asked.number(counted.size()),
                asked.text(""));
    }
}
