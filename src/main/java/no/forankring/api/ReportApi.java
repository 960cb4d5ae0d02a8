package no.forankring.api;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.forankring.report.Report;
import no.forankring.report.ReportException;
import no.forankring.report.ReportFormat;
import no.forankring.report.ReportTable;
import no.forankring.report.Reports;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The ready reports, as rows in JSON or as files.
@RestController
class ReportApi {

    private static final Set<String> OURS = Set.of("format", "lang");
    private static final int AT_A_TIME = 2;
    private static final long WAIT_SECONDS = 20;

    private final Reports reports;
    private final Semaphore running = new Semaphore(AT_A_TIME, true);

    ReportApi(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/reports")
    List<ReportJson> list(Locale locale) {
        return reports.list().stream()
                .map(report -> ReportJson.of(report, language(locale)))
                .toList();
    }

    /// The report's own choices stand beside `format` and `lang` in the address.
    ///
    /// @param format `json`, `csv`, `xlsx`, `docx` or `html`
    @GetMapping("/api/reports/{name}")
    ResponseEntity<?> run(
            @PathVariable String name,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam Map<String, String> given,
            Locale locale)
            throws InterruptedException {
        if (reports.find(name).isEmpty()) {
            throw ApiProblem.unknown("Rapporten", name, "Se /api/reports.");
        }
        var chosen = new HashMap<>(given);
        chosen.keySet().removeAll(OURS);
        ReportTable table = table(name, chosen, language(locale));
        if (format.equals("json")) {
            return ResponseEntity.ok(RowsJson.of(table));
        }
        ReportFormat shape = ReportFormat.named(format)
                .orElseThrow(() -> ApiProblem.invalid(
                        "format er json, csv, xlsx, docx eller html, men var «%s».".formatted(format)));
        var out = new ByteArrayOutputStream();
        reports.write(table, shape, out);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(shape.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, shape.suffix()))
                .body(out.toByteArray());
    }

    private ReportTable table(String name, Map<String, String> chosen, String language) throws InterruptedException {
        if (!running.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "For mange rapporter lages nå. Prøv igjen om litt.");
        }
        try {
            return reports.run(name, chosen, language);
        } catch (ReportException refused) {
            throw ApiProblem.invalid(refused.getMessage() == null ? "" : refused.getMessage());
        } finally {
            running.release();
        }
    }

    private static String language(Locale locale) {
        return List.of("nn", "en").contains(locale.getLanguage()) ? locale.getLanguage() : "nb";
    }

    record ReportJson(String name, String title, String description, List<ParameterJson> parameters) {

        static ReportJson of(Report report, String language) {
            return new ReportJson(
                    report.name(),
                    report.title().in(language),
                    report.description().in(language),
                    report.parameters().stream()
                            .map(parameter -> new ParameterJson(
                                    parameter.name(),
                                    parameter.type().name().toLowerCase(Locale.ROOT),
                                    parameter.optional(),
                                    parameter.label().in(language)))
                            .toList());
        }
    }

    /// @param type `text`, `integer`, `date`, `flag` or `governing_document`
    record ParameterJson(String name, String type, boolean optional, String label) {}

    /// @param chosen what the report was asked with, in words
    /// @param source where the rows come from and how new they are
    record RowsJson(
            String name,
            String title,
            List<String> chosen,
            String source,
            long change,
            List<ColumnJson> columns,
            List<List<CellJson>> rows) {

        static RowsJson of(ReportTable table) {
            return new RowsJson(
                    table.report().name(),
                    table.title(),
                    table.chosen(),
                    table.source(),
                    table.change(),
                    table.report().columns().stream()
                            .map(column -> new ColumnJson(
                                    column.variable(), column.label().in(table.language())))
                            .toList(),
                    table.rows().stream()
                            .map(row -> row.stream()
                                    .map(cell -> new CellJson(
                                            cell.text(), cell.link().orElse("")))
                                    .toList())
                            .toList());
        }
    }

    record ColumnJson(String name, String label) {}

    /// @param iri of the thing that the cell names; else empty
    record CellJson(String text, String iri) {}
}
