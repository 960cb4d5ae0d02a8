package no.forankring.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.forankring.report.Report;
import no.forankring.report.ReportFormat;
import no.forankring.report.ReportTable;
import no.forankring.report.Reports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs a ready report, or lists them.
@CommandLine.Command(name = "report", description = "Kjør en ferdig rapport. Uten navn: vis hvilke som finnes.")
final class ReportCommand extends Command.OnHome {

    private static final String BOKMAL = "nb";

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Navnet på rapporten.")
    @Nullable
    String name;

    @Option(names = "--param", paramLabel = "K=V", description = "En parameter, for eksempel id=meldst-15-2017-2018.")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "csv|xlsx|docx|html",
            description = "Format (standard: det filnavnet ender på, ellers csv).")
    @Nullable
    String format;

    @Option(names = "-o", paramLabel = "FILE", description = "Filen det skrives til (standard: standard ut).")
    @Nullable
    Path file;

    @Override
    public Integer call() throws IOException {
        Optional<ReportFormat> shape = shape();
        if (shape.isEmpty()) {
            err().println("Formatet %s finnes ikke. Velg csv, xlsx, docx eller html.".formatted(format));
            return USAGE;
        }
        boolean text = shape.get() == ReportFormat.CSV || shape.get() == ReportFormat.HTML;
        if (name != null && file == null && !text) {
            err().println(
                            "%s er ikke tekst og kan ikke skrives til standard ut. Gi en fil med -o, for eksempel -o %s.%s."
                                    .formatted(
                                            shape.get().suffix(),
                                            name,
                                            shape.get().suffix()));
            return USAGE;
        }
        try (OpenHome home = openHome()) {
            var reports = Reports.open(home.shown(), home.register(), Clock.systemUTC());
            if (name == null) {
                reports.list().forEach(this::list);
            } else {
                run(reports, name, shape.get());
            }
        }
        out().flush();
        return OK;
    }

    private Optional<ReportFormat> shape() {
        if (format != null) {
            return ReportFormat.named(format.toLowerCase(Locale.ROOT));
        }
        String path = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        return Optional.of(
                ReportFormat.named(path.substring(path.lastIndexOf('.') + 1)).orElse(ReportFormat.CSV));
    }

    private void run(Reports reports, String report, ReportFormat shape) throws IOException {
        ReportTable table = reports.run(report, parameters, BOKMAL);
        if (file == null) {
            var text = new ByteArrayOutputStream();
            reports.write(table, shape, text);
            out().print(text.toString(StandardCharsets.UTF_8));
            return;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                reports.write(table, shape, out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw new IOException(
                    "Kan ikke skrive %s (%s). Se etter at mappen finnes, og at du har lov til å skrive i den."
                            .formatted(file, e.getMessage()),
                    e);
        }
        err().println("Skrev %d rader til %s.".formatted(table.rows().size(), file));
    }

    private void list(Report report) {
        out().println("%s  %s".formatted(report.name(), report.title().in(BOKMAL)));
        out().println("    " + report.description().in(BOKMAL));
        for (Report.Parameter parameter : report.parameters()) {
            out().println("    --param %s=…  %s%s"
                    .formatted(
                            parameter.name(), parameter.label().in(BOKMAL), parameter.optional() ? "" : " (må gis)"));
        }
    }
}
