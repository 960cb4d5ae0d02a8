package no.forankring.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import no.forankring.trace.Path;
import no.forankring.trace.PathFilter;
import no.forankring.trace.Paths;

/// Every way between two things, one row for each step.
final class PathReport implements ComputedReport {

    private final Paths paths;

    PathReport(Paths paths) {
        this.paths = paths;
    }

    @Override
    public String name() {
        return "sporing-mellom-to";
    }

    @Override
    public List<List<ReportTable.Cell>> rows(Asked asked) {
        String year = asked.value("year");
        String rung = asked.value("rung");
        Paths.Found found = paths.between(
                asked.value("from"),
                asked.value("to"),
                new PathFilter(
                        year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
                        asked.value("place"),
                        rung.isEmpty() ? 0 : Integer.parseInt(rung),
                        asked.flag("suggestions")));
        var rows = new ArrayList<List<ReportTable.Cell>>();
        for (int way = 0; way < found.paths().size(); way++) {
            Path path = found.paths().get(way);
            for (int at = 0; at < path.steps().size(); at++) {
                rows.add(row(way + 1, at, path, asked));
            }
        }
        return rows;
    }

    private static List<ReportTable.Cell> row(int way, int at, Path path, Asked asked) {
        Path.Part part = path.steps().get(at);
        return List.of(
                asked.number(way),
                asked.number(at + 1),
                asked.thing(part.step().subject()),
                asked.text(asked.wordOr(part.step().predicate())),
                asked.thing(part.step().object()),
                asked.text(
                        part.step().strength().isEmpty()
                                ? ""
                                : asked.wordOr(part.step().strength())),
                asked.text(asked.wordOr(part.step().status())),
                asked.text("%.2f".formatted(part.step().confidence()).replace(',', '.')),
                asked.text(part.confirmation()
                        .map(said -> said.who() + " " + said.when().toString().substring(0, 10))
                        .orElse("")),
                asked.text(at == path.weakest() ? asked.word("weakest") : ""),
                asked.text(part.date()),
                asked.quote(part.best()));
    }
}
