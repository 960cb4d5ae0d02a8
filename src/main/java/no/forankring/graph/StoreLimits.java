package no.forankring.graph;

import java.time.Duration;

/// Bounds of a store, small in tests.
///
/// @param segmentBytes a segment file of the journal that is at least this long is followed by a new one
/// @param snapshotBytes after this many bytes of journal a snapshot is written, or when the last snapshot was bigger,
///     after that many
/// @param queued operations that may wait
/// @param patience how long a writer waits for a place in the queue
/// @param batch operations that share one sync
/// @param freeBytes writes are refused when the disk has less room
record StoreLimits(long segmentBytes, long snapshotBytes, int queued, Duration patience, int batch, long freeBytes) {

    static final StoreLimits DEFAULT =
            new StoreLimits(Journal.SEGMENT_BYTES, 64L << 20, 256, Duration.ofSeconds(30), 64, 128L << 20);
}
