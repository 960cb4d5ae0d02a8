package no.forankring.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Writes the whole graph, named graph by named graph.
@CommandLine.Command(name = "export", description = "Skriv hele grafen.")
final class ExportCommand extends Command.OnHome {

    enum Format {
        nq,
        trig
    }

    @Option(names = "--format", paramLabel = "nq|trig", defaultValue = "nq", description = "Format (standard: nq).")
    Format format = Format.nq;

    @Option(names = "-o", paramLabel = "FILE", description = "Filen det skrives til (standard: standard ut).")
    @Nullable
    Path file;

    @Override
    public Integer call() throws IOException {
        try (OpenHome home = openHome();
                OutputStream out = file == null
                        ? new BufferedOutputStream(new FileOutputStream(java.io.FileDescriptor.out))
                        : new BufferedOutputStream(java.nio.file.Files.newOutputStream(file))) {
            home.graph().export(format.name(), out);
        }
        return OK;
    }
}
