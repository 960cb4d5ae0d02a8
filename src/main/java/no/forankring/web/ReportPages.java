package no.forankring.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.forankring.graph.Fa;
import no.forankring.register.Register;
import no.forankring.report.Report;
import no.forankring.report.ReportException;
import no.forankring.report.ReportFormat;
import no.forankring.report.ReportTable;
import no.forankring.report.Reports;
import no.forankring.trace.Coverages;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What am I to hand in? The ready reports, each with its choices, a look at the rows, and files of all of them.
@Controller
class ReportPages {

    static final String ADDRESS = "/rapporter";

    private static final int SHOWN_ROWS = 200;

    /// A report may read the whole graph; more than these at a time would slow the pages down.
    private static final int AT_A_TIME = 2;

    private static final long WAIT_SECONDS = 20;

    private final Reports reports;
    private final Register register;
    private final Coverages coverages;
    private final MessageSource messages;
    private final Semaphore running = new Semaphore(AT_A_TIME, true);

    ReportPages(Reports reports, Register register, Coverages coverages, MessageSource messages) {
        this.reports = reports;
        this.register = register;
        this.coverages = coverages;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String list(Model model, Locale locale) {
        String language = Words.languageOf(locale);
        model.addAttribute(
                "reports",
                reports.list().stream()
                        .map(report -> new Row(
                                report.title().in(language),
                                report.description().in(language),
                                ADDRESS + "/" + report.name()))
                        .toList());
        return "report-list";
    }

    /// A report is run once its choices are sent, or at once when it has none that it needs.
    @GetMapping(ADDRESS + "/{name}")
    String one(@PathVariable String name, @RequestParam Map<String, String> given, Model model, Locale locale)
            throws InterruptedException {
        var words = new Words(messages, locale);
        Report report = find(name);
        Map<String, String> chosen = chosen(report, given);
        boolean asked = given.containsKey("vis") || report.parameters().stream().allMatch(Report.Parameter::optional);
        String problem = "";
        Optional<ReportTable> table = Optional.empty();
        if (asked) {
            try {
                table = Optional.of(run(name, chosen, words));
            } catch (ReportException refused) {
                problem = refused.getMessage() == null ? "" : refused.getMessage();
            }
        }
        model.addAttribute("view", view(report, chosen, table, problem, words));
        table.flatMap(found -> ReportChart.of(found, this::readByYear, words))
                .ifPresent(chart -> model.addAttribute("chart", chart));
        return "report";
    }

    /// All the rows as a file.
    ///
    /// @param format `csv`, `xlsx`, `docx` or `html`
    @GetMapping(ADDRESS + "/{name}/fil.{format}")
    ResponseEntity<byte[]> file(
            @PathVariable String name,
            @PathVariable String format,
            @RequestParam Map<String, String> given,
            Locale locale)
            throws InterruptedException {
        var words = new Words(messages, locale);
        ReportFormat shape = ReportFormat.named(format)
                .orElseThrow(() -> new NotFoundException("Reports are no files of the kind " + format));
        Report report = find(name);
        var out = new ByteArrayOutputStream();
        try {
            reports.write(run(name, chosen(report, given), words), shape, out);
        } catch (ReportException refused) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused.getMessage(), refused);
        }
        return Download.of(out, name + "." + shape.suffix(), MediaType.parseMediaType(shape.mediaType()));
    }

    private Map<Integer, Long> readByYear() {
        return coverages.coverage(false).documentsByYear();
    }

    private Report find(String name) {
        return reports.find(name).orElseThrow(() -> new NotFoundException("No report is called " + name));
    }

    private ReportTable run(String name, Map<String, String> chosen, Words words) throws InterruptedException {
        if (!running.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Too many reports are running");
        }
        try {
            return reports.run(name, chosen, words.language());
        } finally {
            running.release();
        }
    }

    /// What else stands in the address is not the report's.
    private static Map<String, String> chosen(Report report, Map<String, String> given) {
        var chosen = new HashMap<String, String>();
        for (Report.Parameter parameter : report.parameters()) {
            String value = given.getOrDefault(parameter.name(), "").strip();
            if (!value.isEmpty()) {
                chosen.put(parameter.name(), value);
            }
        }
        String day = given.getOrDefault(Reports.KNOWN_ON, "").strip();
        if (!day.isEmpty()) {
            chosen.put(Reports.KNOWN_ON, day);
        }
        return chosen;
    }

    private View view(
            Report report, Map<String, String> chosen, Optional<ReportTable> table, String problem, Words words) {
        String language = words.language();
        List<Field> fields = new ArrayList<>(report.parameters().stream()
                .map(parameter -> new Field(
                        parameter.name(),
                        parameter.label().in(language),
                        kind(parameter.type()),
                        chosen.getOrDefault(parameter.name(), ""),
                        parameter.optional()))
                .toList());
        fields.add(new Field(
                Reports.KNOWN_ON,
                words.of("report.known-on"),
                "date",
                chosen.getOrDefault(Reports.KNOWN_ON, ""),
                true));
        String query = chosen.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + Paths.encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return new View(
                report.title().in(language),
                report.description().in(language),
                ADDRESS + "/" + report.name(),
                fields,
                fields.stream().anyMatch(field -> field.kind().equals("governing"))
                        ? register.all().stream()
                                .map(document -> new Choice(document.id().value(), document.label()))
                                .toList()
                        : List.of(),
                problem,
                table.isPresent(),
                table.map(found -> words.count("query.rows", found.rows().size()))
                        .orElse(""),
                table.filter(found -> found.rows().size() > SHOWN_ROWS)
                        .map(found -> words.of("report.cut", words.number(SHOWN_ROWS)))
                        .orElse(""),
                report.columns().stream()
                        .map(column -> column.label().in(language))
                        .toList(),
                table.map(found -> rows(found, words)).orElse(List.of()),
                table.map(ReportTable::chosen).orElse(List.of()),
                table.map(ReportTable::source).orElse(""),
                List.of(ReportFormat.values()).stream()
                        .map(format -> new FileLink(
                                format.suffix().toUpperCase(Locale.ROOT),
                                ADDRESS + "/" + report.name() + "/fil." + format.suffix()
                                        + (query.isEmpty() ? "" : "?" + query)))
                        .toList());
    }

    private static String kind(Report.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "number";
            case DATE -> "date";
            case FLAG -> "flag";
            case GOVERNING_DOCUMENT -> "governing";
        };
    }

    private static List<List<CellView>> rows(ReportTable table, Words words) {
        return table.rows().stream()
                .limit(SHOWN_ROWS)
                .map(row -> row.stream()
                        .map(cell -> new CellView(
                                words.shown(cell.text()),
                                cell.number(),
                                cell.link()
                                        .map(link -> href(link, table.base()))
                                        .orElse("")))
                        .toList())
                .toList();
    }

    /// Our own things by their path alone, so that the link holds also where the service is reached by another name. A
    /// term of the vocabulary is a word here, and leads nowhere.
    private static String href(String link, String base) {
        if (link.startsWith(base + "/")) {
            return link.substring(base.length());
        }
        boolean leads = link.startsWith("http://") || link.startsWith("https://");
        return leads && !link.startsWith(Fa.NS) ? link : "";
    }

    record Row(String title, String description, String href) {}

    /// @param kind text, number, date, flag or governing
    record Field(String name, String label, String kind, String value, boolean optional) {}

    record Choice(String value, String text) {}

    record FileLink(String text, String href) {}

    /// @param link empty where the cell names no thing
    record CellView(String text, boolean number, String link) {}

    /// @param governing what can be chosen where a governing document is asked for
    /// @param cut that only the first rows are shown, in words; empty when all are
    record View(
            String title,
            String description,
            String action,
            List<Field> fields,
            List<Choice> governing,
            String problem,
            boolean run,
            String count,
            String cut,
            List<String> columns,
            List<List<CellView>> rows,
            List<String> chosen,
            String source,
            List<FileLink> files) {}
}
