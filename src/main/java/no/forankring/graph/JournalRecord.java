package no.forankring.graph;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// How one change lies in a segment file: a header of fixed size, then the RDF Patch.
///
/// | bytes | |
/// | --- | --- |
/// | 4 | magic, `FJR1` |
/// | 4 | 1 when the patch is deflated, else 0 |
/// | 8 | number of the change |
/// | 8 | number of the first change that was written with the same sync |
/// | 4 | length of the patch as it lies there |
/// | 4 | length of the patch as text |
/// | 4 | CRC-32C of the patch as it lies there |
/// | 4 | CRC-32C of the header up to here |
///
/// @param position where its header begins in the file
record JournalRecord(
        long position, long number, long batch, boolean deflated, int length, int textLength, int checksum) {

    static final int HEADER = 40;
    static final int MAGIC = 0x464A5231;

    private static final int CHECKED = 36;
    private static final int DEFLATE_FROM = 1024;
    private static final int LONGEST = 1 << 30;

    long end() {
        return position + HEADER + length;
    }

    static ByteBuffer encode(long number, long batch, byte[] text) {
        byte[] payload = text.length > DEFLATE_FROM ? deflate(text) : text;
        var crc = new CRC32C();
        crc.update(payload);
        ByteBuffer record = ByteBuffer.allocate(HEADER + payload.length)
                .putInt(MAGIC)
                .putInt(payload == text ? 0 : 1)
                .putLong(number)
                .putLong(batch)
                .putInt(payload.length)
                .putInt(text.length)
                .putInt((int) crc.getValue());
        crc.reset();
        crc.update(record.array(), 0, CHECKED);
        return record.putInt((int) crc.getValue()).put(payload).flip();
    }

    /// Null when these bytes are no header of ours.
    static @Nullable JournalRecord header(long position, ByteBuffer bytes) {
        if (bytes.remaining() < HEADER || bytes.getInt(bytes.position()) != MAGIC) {
            return null;
        }
        var crc = new CRC32C();
        crc.update(bytes.slice(bytes.position(), CHECKED));
        int at = bytes.position();
        if ((int) crc.getValue() != bytes.getInt(at + CHECKED)) {
            return null;
        }
        var header = new JournalRecord(
                position,
                bytes.getLong(at + 8),
                bytes.getLong(at + 16),
                bytes.getInt(at + 4) == 1,
                bytes.getInt(at + 24),
                bytes.getInt(at + 28),
                bytes.getInt(at + 32));
        return header.length >= 0 && header.length <= LONGEST && header.textLength >= 0 && header.textLength <= LONGEST
                ? header
                : null;
    }

    boolean matches(byte[] payload) {
        var crc = new CRC32C();
        crc.update(payload);
        return payload.length == length && (int) crc.getValue() == checksum;
    }

    byte[] text(byte[] payload) {
        if (!deflated) {
            return payload;
        }
        byte[] text = new byte[textLength];
        var inflater = new Inflater();
        try {
            inflater.setInput(payload);
            int done = 0;
            while (done < text.length && !inflater.finished()) {
                int more = inflater.inflate(text, done, text.length - done);
                if (more == 0 && inflater.needsInput()) {
                    break;
                }
                done += more;
            }
            if (done != text.length) {
                throw new IllegalStateException("change " + number + " is shorter than its header says");
            }
            return text;
        } catch (DataFormatException e) {
            throw new IllegalStateException("change " + number + " does not inflate", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] deflate(byte[] text) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(text);
            deflater.finish();
            byte[] out = new byte[text.length + 64];
            int done = 0;
            while (!deflater.finished()) {
                if (done == out.length) {
                    return text;
                }
                done += deflater.deflate(out, done, out.length - done);
            }
            return done < text.length ? java.util.Arrays.copyOf(out, done) : text;
        } finally {
            deflater.end();
        }
    }
}
