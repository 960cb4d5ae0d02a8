package no.forankring.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.forankring.trace.Activities;
import no.forankring.trace.ActivityView;
import no.forankring.trace.Coverage;
import no.forankring.trace.Coverages;
import no.forankring.trace.Goals;
import no.forankring.trace.Thing;

/// The holes, each with its reason: governing documents, goals, and activities that rest on nothing.
final class HolesReport implements ComputedReport {

    private final Coverages coverages;
    private final Goals goals;
    private final Activities activities;

    HolesReport(Coverages coverages, Goals goals, Activities activities) {
        this.coverages = coverages;
        this.goals = goals;
        this.activities = activities;
    }

    @Override
    public String name() {
        return "hull-med-grunn";
    }

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        boolean suggestions = asked.flag("suggestions");
        // A document that nobody speaks of is a hole too, but the register has hundreds of them.
        boolean absent = asked.flag("absent");
        var rows = new ArrayList<List<ReportTable.Cell>>();
        Coverage coverage = coverages.coverage(suggestions);
        String searched = asked.word("searched").formatted(coverage.documents());
        for (Coverage.Row row : coverage.rows()) {
            boolean hole = row.state() != Coverage.State.COVERED
                    && (absent || row.state() != Coverage.State.ABSENT)
                    && !row.type().isEmpty();
            if (hole) {
                rows.add(List.of(
                        asked.text(asked.word("governing")),
                        asked.thing(row.governing()),
                        asked.text(asked.word(row.state().name().toLowerCase(Locale.ROOT))),
                        asked.linked(
                                detail(row, searched, asked),
                                row.all().things() > 0
                                        ? asked.base() + "/belegg?styrende="
                                                + row.governing().id() + (suggestions ? "&forslag=true" : "")
                                        : "")));
            }
        }
        for (Goals.Goal goal : goals.all(suggestions)) {
            if (goal.state() != Goals.State.COVERED) {
                rows.add(List.of(
                        asked.text(asked.word("goal")),
                        asked.thing(goal.thing()),
                        asked.text(asked.word("goal_" + goal.state().name().toLowerCase(Locale.ROOT))),
                        goal.activities().isEmpty()
                                ? asked.quote(goal.stated().evidence().getFirst())
                                : asked.text(goal.activities().stream()
                                        .map(Thing::label)
                                        .collect(Collectors.joining(", ")))));
            }
        }
        for (ActivityView activity : activities.all(suggestions)) {
            if (activity.anchors().isEmpty()) {
                rows.add(List.of(
                        asked.text(asked.word("activity")),
                        asked.thing(activity.thing()),
                        asked.text(asked.word(activity.goals().isEmpty() ? "no-anchor-no-goal" : "no-anchor")),
                        activity.proof().map(asked::quote).orElseGet(() -> asked.text(searched))));
            }
        }
        return rows;
    }

    private static String detail(Coverage.Row row, String searched, Asked asked) {
        if (row.all().things() == 0) {
            return searched;
        }
        String years = row.cells().isEmpty() ? "" : ", " + row.cells().lastKey();
        return asked.word("things").formatted(row.all().things(), row.all().suggested()) + years;
    }
}
