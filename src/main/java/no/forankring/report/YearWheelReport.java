package no.forankring.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import no.forankring.trace.Activities;
import no.forankring.trace.ActivityView;
import no.forankring.trace.Step;

/// The year wheel: what is planned and what was held, month by month.
final class YearWheelReport implements ComputedReport {

    private static final int UNKNOWN = 13;

    private final Activities activities;

    YearWheelReport(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String name() {
        return "arshjul";
    }

    private record Row(int year, int month, ActivityView activity) {}

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        var rows = new ArrayList<Row>();
        String wanted = asked.value("year");
        String network = asked.value("network").toLowerCase(java.util.Locale.ROOT);
        for (ActivityView activity : activities.all(asked.flag("suggestions"))) {
            boolean fits = network.isEmpty()
                    || activity.networks().stream()
                            .anyMatch(step -> step.object()
                                    .label()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .contains(network));
            for (int year : activity.years()) {
                if (fits && (wanted.isEmpty() || wanted.equals(String.valueOf(year)))) {
                    rows.add(new Row(year, activity.month() == 0 ? UNKNOWN : activity.month(), activity));
                }
            }
        }
        rows.sort(Comparator.comparingInt(Row::year)
                .thenComparingInt(Row::month)
                .thenComparing(row -> row.activity().thing().label())
                .thenComparing(row -> row.activity().thing().id()));
        return rows.stream().map(row -> cells(row, asked)).toList();
    }

    private static List<ReportTable.Cell> cells(Row row, Asked asked) {
        ActivityView activity = row.activity();
        return List.of(
                asked.text(String.valueOf(row.year())),
                asked.text(asked.word("month-" + row.month())),
                asked.thing(activity.thing()),
                asked.text(
                        activity.progress().isEmpty()
                                ? asked.word(activity.carriedOut() ? "carriedOut" : "unknown")
                                : asked.wordOr(activity.progress())),
                asked.text(names(activity.networks())),
                asked.text(names(activity.organisers())),
                activity.whenProof().or(activity::proof).map(asked::quote).orElseGet(() -> asked.text("")));
    }

    private static String names(List<Step> steps) {
        return steps.stream().map(step -> step.object().label()).collect(Collectors.joining(", "));
    }
}
