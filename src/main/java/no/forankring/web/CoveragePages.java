package no.forankring.web;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import no.forankring.graph.GraphStore;
import no.forankring.register.GoverningDocumentId;
import no.forankring.report.Report;
import no.forankring.report.ReportFormat;
import no.forankring.report.ReportTable;
import no.forankring.report.Reports;
import no.forankring.report.Texts;
import no.forankring.trace.Coverage;
import no.forankring.trace.Coverages;
import no.forankring.trace.Step;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Where are the holes, and is it really a hole? And: which sentences are behind a number?
@Controller
class CoveragePages {

    static final String ADDRESS = "/dekning";
    static final String EVIDENCE = "/belegg";

    private static final int YEARS_AT_FIRST = 5;
    private static final int MOST_YEARS = 15;
    private static final int MOST_BARS = 20;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Coverages coverages;
    private final GraphStore graph;
    private final Reports reports;
    private final MessageSource messages;
    private final Clock clock;

    CoveragePages(Coverages coverages, GraphStore graph, Reports reports, MessageSource messages, Clock clock) {
        this.coverages = coverages;
        this.graph = graph;
        this.reports = reports;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    String matrix(
            @RequestParam(defaultValue = "") String fra,
            @RequestParam(defaultValue = "") String til,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "brukt") String vis,
            @RequestParam(defaultValue = "false") boolean forslag,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        model.addAttribute("view", view(new Asked(fra, til, type, vis, forslag), words));
        return "coverage";
    }

    /// The matrix as a file.
    ///
    /// @param format `csv`, `xlsx`, `docx` or `html`
    @GetMapping(ADDRESS + "/fil.{format}")
    ResponseEntity<byte[]> file(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String fra,
            @RequestParam(defaultValue = "") String til,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "brukt") String vis,
            @RequestParam(defaultValue = "false") boolean forslag,
            Locale locale) {
        ReportFormat shape = ReportFormat.named(format)
                .orElseThrow(() -> new NotFoundException("The matrix is no file of the kind " + format));
        var words = new Words(messages, locale);
        View view = view(new Asked(fra, til, type, vis, forslag), words);
        var out = new ByteArrayOutputStream();
        reports.write(table(view, words), shape, out);
        return Download.of(out, "dekning." + shape.suffix(), MediaType.parseMediaType(shape.mediaType()));
    }

    /// @param styrende id of a governing document
    /// @param ar a year; empty for all
    @GetMapping(EVIDENCE)
    String evidence(
            @RequestParam(defaultValue = "") String styrende,
            @RequestParam(defaultValue = "") String ar,
            @RequestParam(defaultValue = "false") boolean forslag,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        Coverage coverage = coverages.coverage(forslag);
        Coverage.Row row = coverage.rows().stream()
                .filter(known -> known.governing().id().equals(styrende))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("No governing document is called " + styrende));
        OptionalInt year = ar.matches("\\d{4}") ? OptionalInt.of(Integer.parseInt(ar)) : OptionalInt.empty();
        List<Step> steps = coverages.evidence(new GoverningDocumentId(styrende), year, forslag);
        model.addAttribute(
                "view",
                new EvidenceView(
                        ThingLink.of(row.governing(), words),
                        year.isPresent() ? Integer.toString(year.getAsInt()) : "",
                        steps.stream()
                                .map(step -> StepCard.incoming(step, words))
                                .toList(),
                        searched(coverage, year, words),
                        forslag,
                        EVIDENCE + "?styrende=" + Paths.encode(styrende)
                                + (year.isPresent() ? "&ar=" + year.getAsInt() : "") + "&"));
        return "evidence";
    }

    private record Asked(String from, String to, String type, String show, boolean suggestions) {}

    private View view(Asked asked, Words words) {
        Coverage coverage = coverages.coverage(asked.suggestions());
        int[] span = span(asked, coverage);
        List<Integer> years = IntStream.rangeClosed(span[0], span[1]).boxed().toList();
        boolean holes = asked.show().equals("hull");
        boolean all = asked.show().equals("alle");
        List<RowView> rows = coverage.rows().stream()
                .filter(row -> asked.type().isEmpty() || row.type().equals(asked.type()))
                .filter(row -> all
                        || (holes
                                ? row.state() != Coverage.State.COVERED
                                : row.all().things() > 0))
                .map(row -> row(row, years, coverage, asked, words))
                .toList();
        List<QueryChart.Bar> bars = rows.stream()
                .filter(row -> row.all().number() > 0)
                .limit(MOST_BARS)
                .map(row -> new QueryChart.Bar(
                        row.governing().label(),
                        row.all().number(),
                        row.all().suggested(),
                        words.number(row.all().number())))
                .toList();
        SortedSet<String> types = new TreeSet<>();
        coverage.rows().stream()
                .map(Coverage.Row::type)
                .filter(code -> !code.isEmpty())
                .forEach(types::add);
        String query = "fra=%d&til=%d&type=%s&vis=%s&forslag=%s"
                .formatted(
                        span[0], span[1], Paths.encode(asked.type()), Paths.encode(asked.show()), asked.suggestions());
        return new View(
                span[0],
                span[1],
                asked.type(),
                asked.show(),
                asked.suggestions(),
                types.stream()
                        .map(code -> new Choice(code, words.type(code)))
                        .sorted(Comparator.comparing(Choice::text))
                        .toList(),
                years.stream()
                        .map(year ->
                                new YearView(year, coverage.documentsByYear().getOrDefault(year, 0L)))
                        .toList(),
                rows,
                QueryChart.of(words.of("coverage.governing"), words.of("coverage.all"), bars, most(bars)),
                words.count("coverage.rows", rows.size()),
                words.count("coverage.searched", coverage.documents())
                        + (coverage.undated() == 0 ? "" : " " + words.count("coverage.undated", coverage.undated())),
                List.of(ReportFormat.values()).stream()
                        .map(format -> new Choice(
                                ADDRESS + "/fil." + format.suffix() + "?" + query,
                                format.suffix().toUpperCase(Locale.ROOT)))
                        .toList());
    }

    private static int most(List<QueryChart.Bar> bars) {
        return bars.stream().mapToInt(QueryChart.Bar::number).max().orElse(0);
    }

    /// The years asked for; else the last few that anything is told of. Never more than can be shown.
    private int[] span(Asked asked, Coverage coverage) {
        int thisYear = LocalDate.now(clock.withZone(OSLO)).getYear();
        int last = coverage.rows().stream()
                .flatMap(row -> row.cells().keySet().stream())
                .mapToInt(Integer::intValue)
                .filter(year -> year <= thisYear + 1)
                .max()
                .orElse(thisYear);
        int to = asked.to().matches("\\d{4}") ? Integer.parseInt(asked.to()) : last;
        int from = asked.from().matches("\\d{4}") ? Integer.parseInt(asked.from()) : to - YEARS_AT_FIRST + 1;
        int first = Math.min(from, to);
        int end = Math.max(from, to);
        return new int[] {Math.max(first, end - MOST_YEARS + 1), end};
    }

    private RowView row(Coverage.Row row, List<Integer> years, Coverage coverage, Asked asked, Words words) {
        String evidence = EVIDENCE + "?styrende=" + Paths.encode(row.governing().id())
                + (asked.suggestions() ? "&forslag=true" : "");
        return new RowView(
                ThingLink.of(row.governing(), words),
                words.of("coverage.state." + row.state().name().toLowerCase(Locale.ROOT)),
                switch (row.state()) {
                    case COVERED -> "success";
                    case ABSENT, ONLY_NAMED -> "neutral";
                    default -> "warning";
                },
                years.stream()
                        .map(year -> cell(
                                row.cells().getOrDefault(year, Coverage.Cell.EMPTY),
                                coverage.documentsByYear().getOrDefault(year, 0L),
                                evidence + "&ar=" + year,
                                row.governing().label() + ", " + year,
                                words))
                        .toList(),
                cell(row.all(), coverage.documents(), evidence, row.governing().label(), words));
    }

    private static CellView cell(Coverage.Cell cell, long read, String href, String place, Words words) {
        if (cell.things() > 0) {
            String what = words.count("coverage.cell", cell.things())
                    + (cell.suggested() == 0 ? "" : ", " + words.count("coverage.cell.suggested", cell.suggested()))
                    + ", " + words.of("coverage.rung." + cell.rung());
            return new CellView(
                    "found",
                    Integer.toString(cell.things()),
                    cell.things(),
                    cell.rung(),
                    cell.suggested(),
                    href,
                    place + ": " + what);
        }
        return read > 0
                ? new CellView("silent", "–", 0, 0, 0, "", words.count("coverage.cell.silent", read))
                : new CellView("unread", "?", 0, 0, 0, "", words.of("coverage.cell.unread"));
    }

    private static String searched(Coverage coverage, OptionalInt year, Words words) {
        if (year.isEmpty()) {
            return words.count("coverage.searched", coverage.documents());
        }
        long read = coverage.documentsByYear().getOrDefault(year.getAsInt(), 0L);
        return read > 0 ? words.count("coverage.cell.silent", read) : words.of("coverage.cell.unread");
    }

    private ReportTable table(View view, Words words) {
        var columns = new ArrayList<Report.Column>();
        columns.add(column("governing", words.of("coverage.governing")));
        columns.add(column("state", words.of("coverage.state")));
        view.years().forEach(year -> columns.add(column("y" + year.year(), Integer.toString(year.year()))));
        columns.add(column("all", words.of("coverage.all")));
        String base = graph.addresses().base();
        List<List<ReportTable.Cell>> rows = view.rows().stream()
                .map(row -> {
                    var cells = new ArrayList<ReportTable.Cell>();
                    cells.add(new ReportTable.Cell(
                            row.governing().label(),
                            false,
                            Optional.of(base + row.governing().href())));
                    cells.add(new ReportTable.Cell(row.state(), false, Optional.empty()));
                    row.cells().forEach(cell -> cells.add(exported(cell, base)));
                    cells.add(exported(row.all(), base));
                    return List.<ReportTable.Cell>copyOf(cells);
                })
                .toList();
        var report = new Report(
                "dekning", same(words.of("coverage.title")), same(words.of("coverage.lead")), List.of(), columns);
        return new ReportTable(
                report,
                words.language(),
                List.of(view.searched()),
                rows,
                LocalDate.now(clock.withZone(OSLO)),
                graph.lastChange(),
                base);
    }

    private static ReportTable.Cell exported(CellView cell, String base) {
        return cell.kind().equals("found")
                ? new ReportTable.Cell(cell.text(), true, Optional.of(base + cell.href()))
                : new ReportTable.Cell(cell.hint(), false, Optional.empty());
    }

    private static Report.Column column(String variable, String label) {
        return new Report.Column(variable, false, same(label));
    }

    private static Texts same(String text) {
        return new Texts(text, text, text);
    }

    /// @param show `brukt`, `hull` or `alle`
    record View(
            int from,
            int to,
            String type,
            String show,
            boolean suggestions,
            List<Choice> types,
            List<YearView> years,
            List<RowView> rows,
            QueryChart chart,
            String count,
            String searched,
            List<Choice> files) {}

    record Choice(String value, String text) {}

    record YearView(int year, long documents) {}

    /// @param colour of the tag with the state
    record RowView(ThingLink governing, String state, String colour, List<CellView> cells, CellView all) {}

    /// @param kind found, silent (looked for, nothing found) or unread (nothing of that year was read)
    /// @param rung 1 to 6; 0 where nothing was found
    /// @param hint what the cell says, in words
    /// @param number of networks and activities
    record CellView(String kind, String text, int number, int rung, int suggested, String href, String hint) {}

    /// @param again the address with everything but the choice of suggestions
    record EvidenceView(
            ThingLink governing,
            String year,
            List<StepCard> cards,
            String searched,
            boolean suggestions,
            String again) {}
}
