package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import no.forankring.curation.CurationException;
import no.forankring.curation.PlanImport;
import no.forankring.curation.PlanPreview;
import no.forankring.curation.PlanRow;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Imports an activity plan, and tells what became of each row.
@CommandLine.Command(name = "import", description = "Importer en aktivitetsplan (XLSX eller CSV).")
final class ImportCommand extends Command.OnHome {

    private static final String WHO = "cli";

    @Parameters(paramLabel = "FILE", description = "Planen.")
    Path file = Path.of("");

    @Option(names = "--dry-run", description = "Vis bare hva som ville blitt endret.")
    boolean dryRun;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            err().println("Finner ikke %s. Se etter at stien er riktig skrevet.".formatted(file));
            return FAILED;
        }
        if (Files.size(file) > PlanImport.MOST_BYTES) {
            err().println("%s er større enn %d MB. Del den i flere.".formatted(file, PlanImport.MOST_BYTES >> 20));
            return FAILED;
        }
        String name = String.valueOf(file.getFileName());
        byte[] bytes = Files.readAllBytes(file);
        try (OpenHome home = openHome()) {
            PlanPreview plan = dryRun
                    ? home.planImport().preview(name, bytes, WHO)
                    : home.planImport().run(name, bytes, WHO);
            report(plan);
            boolean findings = plan.count(PlanRow.Outcome.ERROR) > 0
                    || plan.rows().stream().anyMatch(row -> !row.problems().isEmpty());
            return findings ? FINDINGS : OK;
        } catch (CurationException refused) {
            err().println(refused.getMessage());
            return FAILED;
        }
    }

    private void report(PlanPreview plan) {
        for (PlanRow row : plan.rows()) {
            String outcome = switch (row.outcome()) {
                case NEW -> "NY";
                case CHANGED -> "ENDRET";
                case UNCHANGED -> "UENDRET";
                case ERROR -> "FEIL";
            };
            out().println("%-8s rad %d: %s".formatted(outcome, row.number(), row.name()));
            for (PlanRow.Cited cited : row.governing()) {
                String meaning = switch (cited.meaning()) {
                    case LINKED -> "kobles til " + cited.label();
                    case SUGGESTED -> "kan være " + cited.label() + " (forslag)";
                    case UNKNOWN -> "er ikke kjent";
                };
                out().println("         «%s» %s".formatted(cited.words(), meaning));
            }
            row.problems().forEach(problem -> out().println("         " + problem.text(Locale.of("nb"))));
        }
        out().println("Nye: %d. Endret: %d. Uendret: %d. Med feil: %d."
                .formatted(
                        plan.count(PlanRow.Outcome.NEW),
                        plan.count(PlanRow.Outcome.CHANGED),
                        plan.count(PlanRow.Outcome.UNCHANGED),
                        plan.count(PlanRow.Outcome.ERROR)));
        if (dryRun) {
            out().println("Ingenting er lagret.");
        } else if (plan.change() > 0) {
            out().println("Alt er endring %d, og kan angres på /historikk.".formatted(plan.change()));
        }
        out().flush();
    }
}
