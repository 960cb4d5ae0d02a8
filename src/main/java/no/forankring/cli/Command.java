package no.forankring.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import no.forankring.document.ParseLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command shares: where it writes, and the home folder where it needs one.
abstract class Command implements Callable<Integer> {

    /// Done.
    static final int OK = 0;
    /// Failed; the message on standard error says what to do.
    static final int FAILED = 1;
    /// Wrong usage.
    static final int USAGE = 2;
    /// Done, with gaps or findings.
    static final int FINDINGS = 3;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Vis denne hjelpen.")
    boolean help;

    PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }

    PrintWriter err() {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }

    /// A command that works on a home folder.
    abstract static class OnHome extends Command {

        @Option(
                names = "--home",
                paramLabel = "DIR",
                defaultValue = "${env:FORANKRING_HOME:-data}",
                description = "Hjemmemappen (standard: ./data).")
        Path home = Path.of("data");

        @Option(
                names = "--base",
                paramLabel = "URL",
                defaultValue = "${env:FORANKRING_BASE:-" + OpenHome.DEFAULT_BASE + "}",
                description = "Roten i alle adresser (standard: ${DEFAULT-VALUE}).")
        String base = OpenHome.DEFAULT_BASE;

        OpenHome openHome() {
            return OpenHome.open(home, base, ParseLimits.DEFAULT, Clock.systemUTC());
        }
    }

    /// A command that may take minutes on a large home folder.
    abstract static class LongOnHome extends OnHome {

        @Option(
                names = "--progress",
                description = "Fortell underveis hvor langt det er kommet, også når feilutgangen ikke er en terminal.")
        boolean progress;

        Progress progress(int steps) {
            return Progress.of(err(), progress, steps);
        }
    }
}
