package no.forankring.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Who did what that must be accounted for, in `audit/audit.jsonl` of the home folder: one line each, only added to.
///
/// A full file is put aside as `audit-000001.jsonl` and so on; nothing is ever removed. Holds names of accounts and
/// addresses of things, and never what is withheld. Safe for many threads.
public final class AuditLog {

    static final long FULL = 10_000_000;

    private static final String CURRENT = "audit.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Clock clock;
    private final long full;

    private AuditLog(Path folder, Clock clock, long full) {
        this.folder = folder;
        this.clock = clock;
        this.full = full;
    }

    public static AuditLog open(Path home, Clock clock) {
        return open(home, clock, FULL);
    }

    /// With another size of a full file, for tests.
    static AuditLog open(Path home, Clock clock, long full) {
        return new AuditLog(home.resolve("audit"), clock, full);
    }

    /// What is noted.
    public enum Event {
        LOGGED_IN,
        LOGIN_FAILED,
        REFUSED,
        ACCOUNT_MADE,
        ROLE_CHANGED,
        RIGHT_CHANGED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        SESSION_ENDED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        WITHHELD_READ,
        ORIGINAL_READ,
        RELEASED,
        WITHHELD_AGAIN,
        PERSON_EXPORTED,
        DOCUMENT_DELETED,
        DATA_SET_LOADED,
        DATA_SET_READ,
        GRAPH_UPDATED,
        AUDIT_READ;

        /// As in `logged-in`.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// @param who the account; empty when nobody was let in
    /// @param event as in `logged-in`
    /// @param about the account, document or data set that it was done to; may be empty
    /// @param detail such as a role or a count; may be empty
    public record Entry(Instant at, String who, String event, String about, String detail) {}

    /// Notes something. On the disk when this returns.
    ///
    /// @throws AccessException when it cannot be noted; what was to be done must not be done then
    public void note(String who, Event event, String about, String detail) {
        var entry = new Entry(clock.instant(), who, event.code(), about, detail);
        byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            try {
                append(line);
            } catch (IOException e) {
                throw AccessException.unwritableAudit(folder, e);
            }
        }
    }

    public void note(String who, Event event, String about) {
        note(who, event, about, "");
    }

    private void append(byte[] line) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(CURRENT);
        if (Files.exists(file) && Files.size(file) + line.length > full) {
            int number = full().size() + 1;
            Files.move(file, folder.resolve("audit-%06d.jsonl".formatted(number)), StandardCopyOption.ATOMIC_MOVE);
        }
        if (!Files.exists(file)) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
            var buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        }
    }

    /// The newest first, at most `limit`. A line that a crash cut short is passed over.
    public synchronized List<Entry> newest(Predicate<Entry> wanted, int limit) {
        var found = new ArrayList<Entry>();
        try {
            var files = new ArrayList<>(full());
            if (Files.exists(folder.resolve(CURRENT))) {
                files.add(folder.resolve(CURRENT));
            }
            for (Path file : files.reversed()) {
                found.addAll(entries(file, wanted).reversed());
                if (found.size() >= limit) {
                    break;
                }
            }
        } catch (IOException e) {
            throw AccessException.unreadable(folder, e);
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private List<Path> full() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("audit-\\d{6,}\\.jsonl"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static List<Entry> entries(Path file, Predicate<Entry> wanted) throws IOException {
        var entries = new ArrayList<Entry>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    Entry entry = JSON.readValue(line, Entry.class);
                    if (wanted.test(entry)) {
                        entries.add(entry);
                    }
                } catch (JacksonException torn) {
                    // Cut short by a crash.
                    continue;
                }
            }
        }
        return entries;
    }
}
