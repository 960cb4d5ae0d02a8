package no.forankring.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running [ParseWorker]. Used by one thread at a time; dead after any failure but a refusal.
final class ParseProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ParseProcess.class);
    /// What `-XX:+ExitOnOutOfMemoryError` exits with.
    private static final int OUT_OF_MEMORY = 3;
    /// Bytes that one UTF-16 unit of text and its share of the structure take at most in an answer.
    private static final long MOST_BYTES_A_CHARACTER = 16;

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private final ParseLimits limits;
    private final ScheduledExecutorService watch;

    private ParseProcess(Process process, ParseLimits limits, ScheduledExecutorService watch) {
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.limits = limits;
        this.watch = watch;
    }

    static ParseProcess start(ParseLimits limits, ScheduledExecutorService watch) throws IOException {
        var builder = new ProcessBuilder(command(limits));
        // No secrets of ours reach the fenced process; the locale lets it open files with æ, ø and å in their path.
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new ParseProcess(builder.start(), limits, watch);
    }

    private static List<String> command(ParseLimits limits) {
        String classPath = System.getProperty("java.class.path");
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heapMegabytes() + "m",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dforankring.log.level=OFF",
                "-cp",
                classPath));
        if (isPackaged()) {
            command.add(command.size() - 2, "-Dloader.main=" + ParseWorker.class.getName());
            command.add(LAUNCHER);
        } else {
            command.add(ParseWorker.class.getName());
        }
        command.add(Integer.toString(limits.textCharacters()));
        return command;
    }

    /// In the one-file jar our classes lie beyond the reach of a plain class path.
    private static boolean isPackaged() {
        return ClassLoader.getSystemResource(ParseWorker.class.getName().replace('.', '/') + ".class") == null;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Reads one file.
    ///
    /// @throws UnreadableFile when the file is refused, takes too long or too much memory, or kills the process
    ReadOutcome.Read read(Path file, String fileName) {
        var late = new AtomicBoolean();
        ScheduledFuture<?> deadline = watch.schedule(
                () -> {
                    late.set(true);
                    process.destroyForcibly();
                },
                limits.time().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            requests.writeUTF(file.toString());
            requests.writeUTF(fileName);
            requests.flush();
            int length = answers.readInt();
            if (length < 1 || length > MOST_BYTES_A_CHARACTER * limits.textCharacters() + (1 << 20)) {
                close();
                throw UnreadableFile.tooLong(limits.textCharacters());
            }
            byte[] answer = answers.readNBytes(length);
            if (answer.length < length) {
                throw new IOException("The answer broke off");
            }
            return decode(answer);
        } catch (IOException broken) {
            close();
            throw late.get() ? UnreadableFile.timeLimit(limits.time().toSeconds()) : died(broken);
        } finally {
            deadline.cancel(false);
        }
    }

    private static ReadOutcome.Read decode(byte[] answer) throws IOException {
        byte[] content = java.util.Arrays.copyOfRange(answer, 1, answer.length);
        if (answer[0] == ParseWorker.READ) {
            return TextCodec.decode(content);
        }
        var in = new DataInputStream(new ByteArrayInputStream(content));
        throw UnreadableFile.of(in.readUTF(), in.readUTF());
    }

    private UnreadableFile died(IOException broken) {
        try {
            if (process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY) {
                return UnreadableFile.memory(limits.heapMegabytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.debug("A parse process died", broken);
        return UnreadableFile.crashed();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
