package no.forankring.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import no.forankring.graph.HowFar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Writes the whole graph, named graph by named graph.
@CommandLine.Command(name = "export", description = "Skriv hele grafen.")
final class ExportCommand extends Command.LongOnHome {

    private static final int BUFFER = 1 << 16;

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
        try (Progress progress = progress(2)) {
            progress.step("Åpner hjemmemappen");
            try (OpenHome home = openHome();
                    OutputStream target = file == null
                            ? new FileOutputStream(java.io.FileDescriptor.out)
                            : java.nio.file.Files.newOutputStream(file);
                    var out =
                            new BufferedOutputStream(new Told(target, progress.step("Skriver grafen", "kB")), BUFFER)) {
                home.graph().export(format.name(), out);
            }
        }
        return OK;
    }

    /// Tells how much was written.
    private static final class Told extends FilterOutputStream {

        private final HowFar heard;
        private long bytes;

        Told(OutputStream out, HowFar heard) {
            super(out);
            this.heard = heard;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int start, int length) throws IOException {
            out.write(from, start, length);
            bytes += length;
            heard.at(bytes / 1024, 0);
        }
    }
}
