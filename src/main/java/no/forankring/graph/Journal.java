package no.forankring.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every change in order, in segment files named by their first change: `changes-000000000001.log`.
///
/// One thread appends; any thread may read. A record counts once it is synced; what a crash left behind the last whole
/// record is cut away at open. Records that were synced together carry the number of the first of them, so a valid
/// record of a later sync proves that what stands before it had been whole: then it is damage, not a torn end.
final class Journal implements AutoCloseable {

    static final long SEGMENT_BYTES = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final Pattern NAME = Pattern.compile("changes-(\\d{12})\\.log");

    private final Path folder;
    private final Clock clock;
    private final long segmentBytes;
    private final CopyOnWriteArrayList<Segment> segments = new CopyOnWriteArrayList<>();
    private @Nullable FileChannel channel;
    private volatile long last;
    private volatile long bytesAppended;

    private Journal(Path folder, Clock clock, long segmentBytes) {
        this.folder = folder;
        this.clock = clock;
        this.segmentBytes = segmentBytes;
    }

    /// Opens the journal; checks what comes after the newest snapshot and cuts a torn end.
    ///
    /// @param snapshot number of the newest good snapshot, 0 for none
    static Journal open(Path folder, long snapshot, Clock clock, long segmentBytes) {
        var journal = new Journal(folder, clock, segmentBytes);
        try {
            Files.createDirectories(folder);
            journal.load(snapshot);
        } catch (IOException e) {
            throw GraphException.notReadable(folder, e);
        }
        return journal;
    }

    private void load(long snapshot) throws IOException {
        List<Segment> found = segmentsIn(folder);
        for (int i = 0; i < found.size(); i++) {
            boolean newest = i == found.size() - 1;
            Segment segment = found.get(i);
            long next = newest ? Long.MAX_VALUE : found.get(i + 1).first;
            if (newest || next > snapshot + 1) {
                long end = newest ? cutTornEnd(segment, snapshot) : checkWhole(segment, next, snapshot);
                last = Math.max(last, end);
            }
            segments.add(segment);
        }
        if (snapshot > last) {
            if (!found.isEmpty()) {
                LOG.warn(
                        "The journal in {} ends at change {}, but a snapshot holds {}: going on from there.",
                        folder,
                        last,
                        snapshot);
            }
            last = snapshot;
        }
    }

    static List<Segment> segmentsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Segment::of)
                    .filter(java.util.Objects::nonNull)
                    .map(java.util.Objects::requireNonNull)
                    .sorted(java.util.Comparator.comparingLong(segment -> segment.first))
                    .toList();
        }
    }

    /// The number of the last good change of a segment that others follow; it must reach up to them.
    private static long checkWhole(Segment segment, long next, long snapshot) throws IOException {
        Scan scan = Scan.of(segment.file, segment.first);
        // A gap is allowed where a snapshot holds what came of the missing changes.
        if (scan.problem != null || (scan.last + 1 != next && next - 1 > snapshot)) {
            throw damaged(segment, scan, next - 1 <= snapshot);
        }
        return scan.last;
    }

    private long cutTornEnd(Segment segment, long snapshot) throws IOException {
        Scan scan = Scan.of(segment.file, segment.first);
        if (scan.problem == null) {
            return scan.last;
        }
        JournalRecord later = scan.nextGoodAfterProblem;
        if (later != null && later.batch() > scan.last + 1) {
            throw damaged(segment, scan, later.number() - 1 <= snapshot);
        }
        keepAside(segment.file, scan.end);
        try (FileChannel file = FileChannel.open(segment.file, StandardOpenOption.WRITE)) {
            LOG.warn(
                    "Cut the torn end of {} from byte {}, after change {}: {}. It was never acknowledged.",
                    segment.file,
                    scan.end,
                    scan.last,
                    scan.problem);
            file.truncate(scan.end);
            file.force(true);
        }
        return scan.last;
    }

    /// What is cut is kept beside, should somebody ask; zeros are not.
    private void keepAside(Path file, long from) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long length = Math.min(in.length() - from, 1 << 28);
            byte[] cut = new byte[(int) length];
            in.seek(from);
            in.readFully(cut);
            boolean allZero = true;
            for (byte b : cut) {
                allZero &= b == 0;
            }
            if (!allZero) {
                Path aside = folder.resolve("cut-" + clock.millis() + ".bin");
                DurableFiles.write(aside, out -> out.write(cut));
            }
        }
    }

    private static GraphException damaged(Segment segment, Scan scan, boolean repairable) {
        String problem = scan.problem == null ? "the file ends too early" : scan.problem;
        return GraphException.damagedJournal(segment.file, scan.end, scan.last + 1, problem, repairable);
    }

    /// The number of the newest change; 0 when there is none.
    long last() {
        return last;
    }

    /// Bytes appended since this journal was opened.
    long bytesAppended() {
        return bytesAppended;
    }

    /// Bytes of the segments that hold changes after a number, a whole segment counting from its start.
    long bytesAfter(long number) {
        long bytes = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (i == segments.size() - 1 || segments.get(i + 1).first > number + 1) {
                bytes += segments.get(i).file.toFile().length();
            }
        }
        return bytes;
    }

    /// Appends changes that continue the numbers, and returns when they are on the disk.
    ///
    /// @throws WriteFailed when they are not; the journal is then as before
    void append(List<Patch> patches) throws WriteFailed {
        long batch = last + 1;
        ByteBuffer[] records = new ByteBuffer[patches.size()];
        long bytes = 0;
        for (int i = 0; i < records.length; i++) {
            records[i] = JournalRecord.encode(
                    patches.get(i).change().number(), batch, patches.get(i).encoded());
            bytes += records[i].remaining();
        }
        FileChannel file;
        long before;
        try {
            file = channelFor(batch);
            before = file.size();
        } catch (IOException e) {
            throw new WriteFailed(e, false);
        }
        try {
            file.position(before);
            for (ByteBuffer record : records) {
                while (record.hasRemaining()) {
                    file.write(record);
                }
            }
        } catch (IOException e) {
            throw new WriteFailed(e, !cutBack(file, before));
        }
        try {
            file.force(false);
        } catch (IOException e) {
            // After a failed sync the system may have dropped the pages: whether a later one tells the truth is
            // unknown.
            cutBack(file, before);
            throw new WriteFailed(e, true);
        }
        last = batch + records.length - 1;
        bytesAppended += bytes;
    }

    private static boolean cutBack(FileChannel file, long length) {
        try {
            file.truncate(length);
            file.force(true);
            return true;
        } catch (IOException e) {
            LOG.error("Could not cut the journal back to byte {} after a failed write", length, e);
            return false;
        }
    }

    static final class WriteFailed extends Exception {

        /// True when the state of the file is unknown, so nothing more may be appended.
        final boolean fatal;

        WriteFailed(IOException cause, boolean fatal) {
            super(cause);
            this.fatal = fatal;
        }
    }

    private FileChannel channelFor(long number) throws IOException {
        FileChannel current = channel;
        if (current != null && current.size() < segmentBytes) {
            return current;
        }
        if (current == null && !segments.isEmpty()) {
            Segment newest = segments.getLast();
            // After a gap that a snapshot covers, numbers go on in a new file.
            boolean goesOn = Scan.of(newest.file, newest.first).last + 1 == number;
            if (goesOn && newest.file.toFile().length() < segmentBytes) {
                channel = FileChannel.open(newest.file, StandardOpenOption.WRITE);
                return channel;
            }
        }
        Path file = folder.resolve("changes-%012d.log".formatted(number));
        FileChannel created = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        created.truncate(0);
        DurableFiles.syncFolder(folder);
        if (current != null) {
            current.close();
        }
        channel = created;
        if (segments.isEmpty() || segments.getLast().first != number) {
            segments.add(new Segment(file, number));
        }
        return created;
    }

    /// The first change after `number` that can be read here without a gap up to the newest; 0 when none follows.
    boolean holdsAllAfter(long number) {
        if (number >= last) {
            return true;
        }
        long next = number + 1;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            long end = i + 1 < segments.size() ? segments.get(i + 1).first : Long.MAX_VALUE;
            if (end <= next) {
                continue;
            }
            if (segment.first > next) {
                return false;
            }
            try {
                next = Scan.of(segment.file, segment.first).last + 1;
            } catch (IOException e) {
                throw GraphException.notReadable(segment.file, e);
            }
            if (next > last) {
                return true;
            }
        }
        return false;
    }

    /// The changes after a number with their quads, oldest first.
    void forEachAfter(long number, Consumer<Patch> reader) {
        eachRecordAfter(number, (record, file) -> {
            reader.accept(patch(record, file));
            return true;
        });
    }

    List<Patch> patchesAfter(long number, int limit) {
        var patches = new ArrayList<Patch>();
        if (limit > 0) {
            eachRecordAfter(number, (record, file) -> {
                patches.add(patch(record, file));
                return patches.size() < limit;
            });
        }
        return patches;
    }

    /// The changes after a number, up to another, that touched a graph, oldest first.
    void forEachOf(Node graph, long after, long to, Consumer<Patch> reader) {
        byte[] name = ("<" + graph.getURI() + ">").getBytes(StandardCharsets.UTF_8);
        eachRecordAfter(after, (record, file) -> {
            if (record.number() > to) {
                return false;
            }
            byte[] text = text(record, file);
            // Most changes do not speak of the graph at all; only those that do are taken apart.
            if (contains(text, name)) {
                Patch patch = Patch.decoded(text);
                if (patch.touches(graph)) {
                    reader.accept(patch);
                }
            }
            return true;
        });
    }

    private static boolean contains(byte[] text, byte[] wanted) {
        int last = wanted.length - 1;
        for (int i = last; i < text.length; i++) {
            // The end of a name tells more than its beginning, which all names share.
            if (text[i] == wanted[last]
                    && text[i - 1] == wanted[last - 1]
                    && Arrays.equals(text, i - last, i + 1, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private Patch patch(JournalRecord record, RandomAccessFile file) throws IOException {
        return Patch.decoded(text(record, file));
    }

    private byte[] text(JournalRecord record, RandomAccessFile file) throws IOException {
        byte[] payload = payload(file, record);
        if (!record.matches(payload)) {
            throw GraphException.damagedJournal(
                    folder, record.position(), record.number(), "a checksum does not match", false);
        }
        return record.text(payload);
    }

    List<Change> changesAfter(long number, int limit) {
        var changes = new ArrayList<Change>();
        eachRecordAfter(number, (record, file) -> {
            if (changes.size() >= limit) {
                return false;
            }
            InputStream text = new ByteArrayInputStream(payload(file, record));
            changes.add(Patch.decodedChange(record.deflated() ? new InflaterInputStream(text) : text));
            return changes.size() < limit;
        });
        return changes;
    }

    private interface RecordReader {
        boolean read(JournalRecord record, RandomAccessFile file) throws IOException;
    }

    private void eachRecordAfter(long number, RecordReader reader) {
        long newest = last;
        for (int i = 0; i < segments.size(); i++) {
            if (i + 1 < segments.size() && segments.get(i + 1).first <= number + 1) {
                continue;
            }
            Segment segment = segments.get(i);
            try (var file = new RandomAccessFile(segment.file.toFile(), "r")) {
                for (long position : segment.positionsAfter(number, newest, file)) {
                    JournalRecord record = header(file, position);
                    if (record == null) {
                        throw GraphException.damagedJournal(
                                segment.file, position, number, "a header is damaged", false);
                    }
                    if (!reader.read(record, file)) {
                        return;
                    }
                }
            } catch (IOException e) {
                throw GraphException.notReadable(segment.file, e);
            }
        }
    }

    private static @Nullable JournalRecord header(RandomAccessFile file, long position) throws IOException {
        byte[] bytes = new byte[JournalRecord.HEADER];
        file.seek(position);
        int read = file.read(bytes);
        return read < bytes.length ? null : JournalRecord.header(position, ByteBuffer.wrap(bytes));
    }

    private static byte[] payload(RandomAccessFile file, JournalRecord record) throws IOException {
        byte[] payload = new byte[record.length()];
        file.seek(record.position() + JournalRecord.HEADER);
        file.readFully(payload);
        return payload;
    }

    /// Reads every record of every segment and says what is wrong.
    List<String> check() {
        var problems = new ArrayList<String>();
        long expected = segments.isEmpty() ? 1 : segments.getFirst().first;
        long newest = last;
        try {
            for (Segment segment : segments) {
                if (segment.first > expected) {
                    LOG.info(
                            "Changes {} to {} are not in the journal; a snapshot stands for them.",
                            expected,
                            segment.first - 1);
                }
                Scan scan = Scan.of(segment.file, segment.first);
                expected = scan.last + 1;
                if (scan.problem != null && scan.last < newest) {
                    problems.add("The journal is damaged at byte %d of %s, where change %d should stand: %s."
                            .formatted(scan.end, segment.file, expected, scan.problem));
                }
            }
        } catch (IOException e) {
            throw GraphException.notReadable(folder, e);
        }
        return problems;
    }

    /// Takes damaged records out of the segment files where a snapshot holds what came of them. The damaged file is
    /// kept
    /// under another name. Only for a journal that is not open.
    static List<String> takeOutDamage(Path folder, long snapshot, Clock clock) {
        var done = new ArrayList<String>();
        try {
            if (!Files.isDirectory(folder)) {
                return done;
            }
            List<Segment> found = segmentsIn(folder);
            for (int i = 0; i < found.size(); i++) {
                Segment segment = found.get(i);
                Scan scan = Scan.of(segment.file, segment.first);
                JournalRecord later = scan.nextGoodAfterProblem;
                boolean newest = i == found.size() - 1;
                if (scan.problem == null || (later == null && newest)) {
                    continue;
                }
                long goesOn = later != null ? later.number() : found.get(i + 1).first;
                if (goesOn - 1 > snapshot) {
                    throw damaged(segment, scan, false);
                }
                byte[] all = Files.readAllBytes(segment.file);
                Path aside = folder.resolve(segment.file.getFileName() + ".damaged-" + clock.millis());
                DurableFiles.write(aside, out -> out.write(all));
                if (later != null) {
                    Path rest = folder.resolve("changes-%012d.log".formatted(later.number()));
                    int from = (int) later.position();
                    DurableFiles.write(rest, out -> out.write(all, from, all.length - from));
                }
                DurableFiles.write(segment.file, out -> out.write(all, 0, (int) scan.end));
                done.add(
                        "Took the damaged changes %d to %d out of %s; a snapshot holds what came of them. The damaged file is kept as %s."
                                .formatted(scan.last + 1, goesOn - 1, segment.file, aside.getFileName()));
                return Stream.concat(done.stream(), takeOutDamage(folder, snapshot, clock).stream())
                        .toList();
            }
        } catch (IOException e) {
            throw GraphException.notReadable(folder, e);
        }
        return done;
    }

    @Override
    public void close() {
        try {
            FileChannel current = channel;
            if (current != null) {
                current.close();
            }
            channel = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One file of the journal.
    static final class Segment {

        final Path file;
        final long first;
        private final LongList positions = new LongList();

        Segment(Path file, long first) {
            this.file = file;
            this.first = first;
        }

        static @Nullable Segment of(Path file) {
            var name = NAME.matcher(file.getFileName().toString());
            return name.matches() ? new Segment(file, Long.parseLong(name.group(1))) : null;
        }

        /// Where the records of changes after `number` up to `newest` begin. Headers are walked once and remembered.
        synchronized long[] positionsAfter(long number, long newest, RandomAccessFile in) throws IOException {
            long end = in.length();
            long position = 0;
            if (!positions.isEmpty()) {
                JournalRecord known = header(in, positions.last());
                position = known == null ? end : known.end();
            }
            while (position < end && first + positions.size() <= newest) {
                JournalRecord record = header(in, position);
                if (record == null || record.end() > end) {
                    throw GraphException.damagedJournal(
                            file, position, first + positions.size(), "no whole record begins", false);
                }
                positions.add(position);
                position = record.end();
            }
            long skip = Math.max(0, number + 1 - first);
            return positions.from(
                    (int) Math.min(skip, positions.size()), (int) Math.min(positions.size(), newest - first + 1));
        }
    }

    private static final class LongList {

        private long[] values = new long[64];
        private int size;

        boolean isEmpty() {
            return size == 0;
        }

        int size() {
            return size;
        }

        long last() {
            return values[size - 1];
        }

        void add(long value) {
            if (size == values.length) {
                values = java.util.Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long[] from(int from, int to) {
            return from >= to ? new long[0] : java.util.Arrays.copyOfRange(values, from, to);
        }
    }

    /// What reading a segment from its start found.
    ///
    /// @param last number of the last good record, or the one before the first
    /// @param end where the last good record ends
    /// @param problem what stands there instead of a good record; null when the file ends there
    /// @param nextGoodAfterProblem the first whole record behind the problem
    record Scan(
            long last,
            long end,
            @Nullable String problem,
            @Nullable JournalRecord nextGoodAfterProblem) {

        static Scan of(Path file, long first) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                // A segment is little more than its bound unless one change is huge.
                ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
                long number = first;
                int position = 0;
                while (position < bytes.limit()) {
                    JournalRecord record = goodAt(bytes, position);
                    if (record == null || record.number() != number) {
                        return new Scan(
                                number - 1,
                                position,
                                problem(bytes, position),
                                goodBehind(bytes, position + 1, number));
                    }
                    position = (int) record.end();
                    number++;
                }
                return new Scan(number - 1, position, null, null);
            }
        }

        private static @Nullable JournalRecord goodAt(ByteBuffer bytes, int position) {
            JournalRecord header = JournalRecord.header(position, bytes.slice(position, bytes.limit() - position));
            if (header == null || header.end() > bytes.limit()) {
                return null;
            }
            byte[] payload = new byte[header.length()];
            bytes.get(position + JournalRecord.HEADER, payload);
            return header.matches(payload) ? header : null;
        }

        private static @Nullable JournalRecord goodBehind(ByteBuffer bytes, int from, long after) {
            for (int i = from; i + JournalRecord.HEADER <= bytes.limit(); i++) {
                if (bytes.getInt(i) == JournalRecord.MAGIC) {
                    JournalRecord record = goodAt(bytes, i);
                    if (record != null && record.number() > after) {
                        return record;
                    }
                }
            }
            return null;
        }

        private static String problem(ByteBuffer bytes, int position) {
            int left = bytes.limit() - position;
            if (left < JournalRecord.HEADER) {
                return "a header of which only " + left + " bytes are there";
            }
            JournalRecord header = JournalRecord.header(position, bytes.slice(position, left));
            if (header == null) {
                return bytes.getInt(position) == 0 ? "zeros instead of a record" : "a damaged header";
            }
            return header.end() > bytes.limit()
                    ? "a record of which only " + left + " bytes are there"
                    : "a record with a wrong checksum or number";
        }
    }
}
