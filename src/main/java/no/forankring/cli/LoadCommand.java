package no.forankring.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import no.forankring.graph.Change;
import no.forankring.graph.HowFar;
import no.forankring.sparql.DataSets;
import no.forankring.sparql.SparqlException;
import org.apache.jena.riot.Lang;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads a whole data set into the graph of a home folder, as `export` or the service wrote it.
@CommandLine.Command(name = "load", description = "Les et helt datasett (N-Quads eller TriG) inn i grafen.")
final class LoadCommand extends Command.LongOnHome {

    private static final String WHO = "cli";

    @Parameters(paramLabel = "FILE", description = "Datasettet: .nq eller .trig, gjerne med .gz.")
    Path file = Path.of("");

    @Option(names = "--replace", description = "Ta bort alt som ikke står i filen (standard: legg til).")
    boolean replace;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            err().println("Finner ikke %s. Se etter at stien er riktig skrevet.".formatted(file));
            return FAILED;
        }
        String name =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        if (!name.endsWith(".nq") && !name.endsWith(".trig")) {
            err().println("%s er verken .nq eller .trig. Gi filen navn etter formatet.".formatted(file));
            return USAGE;
        }
        try (Progress progress = progress(2)) {
            progress.step("Åpner hjemmemappen");
            return load(name, progress);
        }
    }

    private int load(String name, Progress progress) {
        try (OpenHome home = openHome()) {
            HowFar heard = progress.step("Leser filen og prøver den mot reglene", "utsagn");
            Change change = new DataSets(home.graph())
                    .load(WHO, "load " + name, file, name.endsWith(".nq") ? Lang.NQUADS : Lang.TRIG, replace, heard);
            progress.close();
            out().println("%d utsagn lagt til, %d fjernet (endring %d)."
                    .formatted(change.added(), change.deleted(), change.number()));
            return OK;
        } catch (SparqlException refused) {
            err().println(refused.getMessage());
            return FAILED;
        }
    }
}
