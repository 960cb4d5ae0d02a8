package no.forankring.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.register.Standing;
import no.forankring.trace.Activities;
import no.forankring.trace.ActivityView;
import no.forankring.trace.Anchor;
import no.forankring.trace.Currency;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;

/// The table that is handed in to the directorate: activities by the governing document that they carry out, with what
/// is told of each and what is not. Nothing without its source; what nobody has told is said to be unknown.
final class ReportingReport implements ComputedReport {

    private final Activities activities;
    private final Currency currency;

    ReportingReport(Activities activities, Currency currency) {
        this.activities = activities;
        this.currency = currency;
    }

    @Override
    public String name() {
        return "rapportering-per-satsingsomrade";
    }

    private record Row(String area, ActivityView activity, Optional<Step> anchor) {}

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        List<Anchor> outdated = currency.anchors(true, asked.flag("suggestions"));
        var rows = new ArrayList<Row>();
        for (ActivityView activity : activities.all(asked.flag("suggestions"))) {
            if (!fits(activity, asked)) {
                continue;
            }
            for (Step anchor : activity.anchors()) {
                if (asked.value("area").isEmpty() || anchor.object().id().equals(asked.value("area"))) {
                    rows.add(new Row(anchor.object().label(), activity, Optional.of(anchor)));
                }
            }
            if (activity.anchors().isEmpty() && asked.value("area").isEmpty()) {
                rows.add(new Row(asked.word("no-area"), activity, Optional.empty()));
            }
        }
        // Those without an area last.
        rows.sort(Comparator.comparing((Row row) -> row.anchor().isEmpty())
                .thenComparing(Row::area)
                .thenComparing(
                        row -> row.activity().years().stream().findFirst().orElse(0))
                .thenComparing(row -> row.activity().thing().label())
                .thenComparing(row -> row.activity().thing().id()));
        return rows.stream().map(row -> cells(row, outdated, asked)).toList();
    }

    private static boolean fits(ActivityView activity, Asked asked) {
        String year = asked.value("year");
        String unit = asked.value("unit").toLowerCase(Locale.ROOT);
        return (year.isEmpty() || activity.years().contains(Integer.parseInt(year)))
                && (unit.isEmpty()
                        || java.util.stream.Stream.of(activity.organisers(), activity.places(), activity.networks())
                                .flatMap(List::stream)
                                .anyMatch(step -> step.object()
                                        .label()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(unit)));
    }

    private static List<ReportTable.Cell> cells(Row row, List<Anchor> outdated, Asked asked) {
        ActivityView activity = row.activity();
        String unknown = asked.word("unknown");
        return List.of(
                row.anchor().map(step -> asked.thing(step.object())).orElseGet(() -> asked.text(row.area())),
                asked.thing(activity.thing()),
                asked.text(activity.years().stream().map(String::valueOf).collect(Collectors.joining(", "))),
                activity.whenProof()
                        .map(proof -> asked.proved(activity.when(), proof))
                        .orElseGet(() -> asked.text(unknown)),
                figure(activity.participants(), unknown, asked),
                places(activity, unknown, asked),
                figure(activity.municipalityCount(), unknown, asked),
                progress(activity, unknown, asked),
                organisers(activity, unknown, asked),
                asked.text(share(activity)),
                proof(row, unknown, asked),
                asked.text(String.join("; ", holes(row, outdated, asked))));
    }

    private static ReportTable.Cell figure(Optional<Step> figure, String unknown, Asked asked) {
        return figure.map(step ->
                        asked.figure(step.object().label(), step.evidence().getFirst()))
                .orElseGet(() -> asked.text(unknown));
    }

    private static ReportTable.Cell places(ActivityView activity, String unknown, Asked asked) {
        return activity.places().isEmpty()
                ? asked.text(unknown)
                : asked.proved(
                        names(activity.places()),
                        activity.places().getFirst().evidence().getFirst());
    }

    private static ReportTable.Cell organisers(ActivityView activity, String unknown, Asked asked) {
        return activity.organisers().isEmpty()
                ? asked.text(unknown)
                : asked.proved(
                        names(activity.organisers()),
                        activity.organisers().getFirst().evidence().getFirst());
    }

    private static String names(List<Step> steps) {
        return steps.stream().map(step -> step.object().label()).collect(Collectors.joining(", "));
    }

    /// What several arrange together counts once for the country: each has its share.
    private static String share(ActivityView activity) {
        int organisers = activity.organisers().size();
        return organisers <= 1 ? "1" : "1/" + organisers;
    }

    private static ReportTable.Cell progress(ActivityView activity, String unknown, Asked asked) {
        if (activity.progress().isEmpty()) {
            return asked.text(unknown);
        }
        String said = asked.wordOr(activity.progress());
        return activity.progressProof()
                .map(step -> asked.proved(said, step.evidence().getFirst()))
                .orElseGet(() -> asked.text(said));
    }

    private static ReportTable.Cell proof(Row row, String unknown, Asked asked) {
        Optional<EvidenceView> proof = row.anchor()
                .map(step -> step.evidence().getFirst())
                .or(() -> row.activity().proof());
        return proof.map(asked::quote).orElseGet(() -> asked.text(unknown));
    }

    private static List<String> holes(Row row, List<Anchor> outdated, Asked asked) {
        ActivityView activity = row.activity();
        var holes = new ArrayList<String>();
        if (row.anchor().isEmpty()) {
            holes.add(asked.word("hole-anchor"));
        }
        row.anchor()
                .filter(step -> step.status().equals("Suggested"))
                .ifPresent(step -> holes.add(asked.word("hole-suggested")));
        row.anchor()
                .ifPresent(step -> outdated.stream()
                        .filter(anchor -> anchor.step().subject().equals(step.subject())
                                && anchor.step()
                                        .object()
                                        .iri()
                                        .equals(step.object().iri()))
                        .map(anchor -> anchor.then().state())
                        .filter(Standing.State::outdated)
                        .findFirst()
                        .ifPresent(state -> holes.add(asked.word("hole-outdated"))));
        if (activity.progress().isEmpty()) {
            holes.add(asked.word("hole-progress"));
        } else if (activity.progress().equals("planned") || activity.progress().equals("postponed")) {
            holes.add(asked.word("hole-not-done"));
        }
        if (activity.participants().isEmpty() && activity.carriedOut()) {
            holes.add(asked.word("hole-participants"));
        }
        return holes;
    }
}
