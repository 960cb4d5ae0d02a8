package no.forankring.report;

import java.time.Clock;
import java.util.List;
import no.forankring.graph.GraphStore;
import no.forankring.register.Geography;
import no.forankring.register.Register;
import no.forankring.trace.Activities;
import no.forankring.trace.Assignments;
import no.forankring.trace.Attainments;
import no.forankring.trace.Coverages;
import no.forankring.trace.Crosswalks;
import no.forankring.trace.Currency;
import no.forankring.trace.Goals;
import no.forankring.trace.Paths;
import no.forankring.trace.PlanChains;
import no.forankring.trace.Promises;
import no.forankring.trace.TakingPart;

/// The computed reports, in the order in which they are shown.
final class AnswerReports {

    private AnswerReports() {}

    static List<ComputedReport> all(GraphStore store, Register register, Geography geography, Clock clock) {
        var currency = new Currency(store, register, clock);
        var activities = new Activities(store);
        return List.of(
                new ReportingReport(activities, currency),
                new OutdatedReport(currency),
                new HolesReport(new Coverages(store, register, clock), new Goals(store), activities),
                new AttainmentReport(new Attainments(store)),
                new PromiseReport(new Promises(store, clock)),
                new YearWheelReport(activities),
                new UnitReport(activities),
                new MunicipalityReport(new TakingPart(store, geography)),
                new PlanChainReport(new PlanChains(store, geography)),
                new AssignmentReport(new Assignments(store)),
                new CrosswalkReport(new Crosswalks(store, register)),
                new PathReport(new Paths(store)));
    }
}
