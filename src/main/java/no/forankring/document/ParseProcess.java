package no.forankring.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// One [ParseWorker] as its parent sees it. Used by one thread at a time.
final class ParseProcess implements AutoCloseable {

    /// Time to begin with, on a machine that is busy.
    private static final Duration START = Duration.ofSeconds(180);

    private static final int MOST_ANSWER = 350_000_000;

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final ScheduledExecutorService clock;
    private volatile boolean timedOut;
    private int served;

    private ParseProcess(Process process, ScheduledExecutorService clock) {
        this.process = process;
        this.clock = clock;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /// Starts a process and waits until it is ready.
    ///
    /// @param temporary a folder of its own for temporary files
    static ParseProcess start(ParseLimits limits, Path temporary, List<String> more, ScheduledExecutorService clock)
            throws IOException {
        Files.createDirectories(temporary);
        var builder = new ProcessBuilder(command(limits, temporary, more));
        Map<String, String> environment = builder.environment();
        String systemRoot = environment.get("SystemRoot");
        environment.clear();
        // Without a locale Java cannot name files beyond ASCII.
        environment.put("LC_ALL", "C.UTF-8");
        if (systemRoot != null) {
            environment.put("SystemRoot", systemRoot);
        }
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        var started = new ParseProcess(builder.start(), clock);
        try {
            Answer answer = started.await(START);
            if (answer.kind != ParseWorker.READY) {
                throw new IOException("The parse process began with an answer to nothing");
            }
            return started;
        } catch (IOException failed) {
            started.close();
            throw new IOException(
                    "The parse process did not start; check the memory and the Java of this machine: "
                            + failed.getMessage(),
                    failed);
        }
    }

    private static List<String> command(ParseLimits limits, Path temporary, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + limits.heapMegabytes() + "m",
                "-Xms32m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + temporary.resolve("hs_err.log"),
                "-XX:+DisplayVMOutputToStderr",
                "-Xshare:auto",
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=4",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                // Documents nest deeper than Java's XML parser allows by itself; the reader has its own bound.
                "-Djdk.xml.maxElementDepth=3000",
                "-Djava.io.tmpdir=" + temporary,
                "-Dpdfbox.fontcache=" + temporary));
        command.addAll(more);
        String path = System.getProperty("java.class.path", "");
        if (inBootJar()) {
            command.addAll(List.of(
                    "-Dloader.main=" + ParseWorker.class.getName(),
                    "-cp",
                    path,
                    "org.springframework.boot.loader.launch.PropertiesLauncher"));
        } else {
            command.addAll(List.of("-cp", path, ParseWorker.class.getName()));
        }
        return command;
    }

    /// Whether our classes lie nested in the one jar that Spring Boot packs, which only its launcher can read.
    private static boolean inBootJar() {
        CodeSource source = ParseWorker.class.getProtectionDomain().getCodeSource();
        return source != null
                && source.getLocation() != null
                && (source.getLocation().getProtocol().equals("nested")
                        || source.getLocation().toString().contains("!"));
    }

    /// Reads a file, or says why not.
    ///
    /// @throws TimeLimitException when it took too long; the process is gone
    /// @throws IOException when the process ended or spoke nonsense; it is gone
    ReadOutcome read(Path file, String fileName, ParseLimits limits) throws IOException {
        try {
            served++;
            out.writeUTF(file.toAbsolutePath().toString());
            out.writeUTF(fileName.length() > 1_000 ? fileName.substring(fileName.length() - 1_000) : fileName);
            out.writeInt(limits.textCharacters());
            out.flush();
            Answer answer = await(limits.time());
            switch (answer.kind) {
                case ParseWorker.READ -> {
                    return TextCodec.decode(answer.bytes);
                }
                case ParseWorker.UNREADABLE, ParseWorker.WORN -> {
                    var data = new DataInputStream(new ByteArrayInputStream(answer.bytes));
                    var unreadable = new ReadOutcome.Unreadable(data.readUTF(), data.readUTF());
                    if (answer.kind == ParseWorker.WORN) {
                        close();
                    }
                    return unreadable;
                }
                default -> throw new IOException("The parse process gave an answer of kind " + answer.kind);
            }
        } catch (IOException failed) {
            close();
            if (timedOut) {
                throw new TimeLimitException(limits.time());
            }
            throw failed;
        }
    }

    int served() {
        return served;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Whether the process ended because its heap was full; waits a moment for the end.
    boolean ranOutOfMemory() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == ParseWorker.OUT_OF_MEMORY;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        // An end of its own, such as a full heap, is told apart by its exit value: leave it time to leave one.
        if (!timedOut && !process.isAlive()) {
            return;
        }
        process.destroyForcibly();
    }

    private Answer await(Duration time) throws IOException {
        ScheduledFuture<?> bell = clock.schedule(
                () -> {
                    timedOut = true;
                    process.destroyForcibly();
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            if (in.readInt() != ParseWorker.MAGIC) {
                throw new IOException("The parse process wrote something that is no answer");
            }
            byte kind = in.readByte();
            int length = in.readInt();
            if (length < 0 || length > MOST_ANSWER) {
                throw new IOException("The parse process announced an answer of %d bytes".formatted(length));
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("The parse process ended within an answer");
            }
            return new Answer(kind, bytes);
        } finally {
            bell.cancel(false);
        }
    }

    private record Answer(byte kind, byte[] bytes) {}

    static final class TimeLimitException extends IOException {
        private static final long serialVersionUID = 1L;

        TimeLimitException(Duration time) {
            super("The parse process took more than " + time);
        }
    }
}
