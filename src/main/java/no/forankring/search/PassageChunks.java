package no.forankring.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import no.forankring.document.Passage;
import no.forankring.search.PassageIndexing.ShownPassage;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/// Neighbouring paragraphs of a document, squeezed together: less than a third of what they are one by one.
///
/// A chunk is a value of the last paragraph in it, so it is found by walking forward. Headings in between are not in
/// it.
/// Its form: how many bytes it is when inflated, how many paragraphs, then deflated one after the other the paragraphs
/// as
/// [ShownPassage#read] reads them.
final class PassageChunks {

    /// Enough for the same words to come again, and little to read for one paragraph.
    private static final int CHUNK_BYTES = 12_000;

    private static final int LEVEL = 6;

    private PassageChunks() {}

    /// Makes the chunks of one document, asked for in order.
    static final class Writer {

        private final List<Passage> passages;
        private final ByteBuffersDataOutput open = new ByteBuffersDataOutput();
        private int held;
        private final int last;

        Writer(List<Passage> passages) {
            this.passages = passages;
            int found = passages.size() - 1;
            while (found >= 0 && passages.get(found).kind() == Passage.Kind.HEADING) {
                found--;
            }
            last = found;
        }

        /// The chunk that ends with a passage; empty when none does.
        Optional<BytesRef> endingAt(int place) {
            Passage passage = passages.get(place);
            if (passage.kind() == Passage.Kind.HEADING) {
                return Optional.empty();
            }
            try {
                ShownPassage.of(passage).writeTo(open);
                held++;
                if (open.size() < CHUNK_BYTES && place != last) {
                    return Optional.empty();
                }
                BytesRef chunk = deflated(open.toArrayCopy(), held);
                open.reset();
                held = 0;
                return Optional.of(chunk);
            } catch (IOException e) {
                throw new IllegalStateException("Writing to memory cannot fail", e);
            }
        }
    }

    private static BytesRef deflated(byte[] bytes, int held) throws IOException {
        var deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteBuffersDataOutput();
            out.writeVInt(bytes.length);
            out.writeVInt(held);
            var buffer = new byte[4096];
            while (!deflater.finished()) {
                out.writeBytes(buffer, 0, deflater.deflate(buffer));
            }
            return new BytesRef(out.toArrayCopy());
        } finally {
            deflater.end();
        }
    }

    /// Reads passages of one segment. For one thread; quickest in the segment's own order.
    static final class Reader {

        private final LeafReader reader;
        private final SegmentTable table;
        private final Map<Integer, Chunk> read = new HashMap<>();
        private BinaryDocValues chunks;
        private BinaryDocValues shown;

        Reader(LeafReader reader, SegmentTable table) throws IOException {
            this.reader = reader;
            this.table = table;
            this.chunks = reader.getBinaryDocValues(PassageIndexing.CHUNK);
            this.shown = reader.getBinaryDocValues(PassageIndexing.SHOWN);
        }

        /// @throws IOException also when the segment holds nothing to show for the passage
        ShownPassage passage(int doc) throws IOException {
            return table.headings.get(doc) ? ShownPassage.decode(head(doc)) : paragraph(doc);
        }

        /// What is shown of a document, or of a heading.
        BytesRef head(int doc) throws IOException {
            if (shown != null && shown.docID() > doc) {
                shown = reader.getBinaryDocValues(PassageIndexing.SHOWN);
            }
            if (shown == null || !shown.advanceExact(doc)) {
                throw new IOException("A document or heading of the search index lacks its description");
            }
            return shown.binaryValue();
        }

        private ShownPassage paragraph(int doc) throws IOException {
            if (chunks != null && chunks.docID() > doc) {
                chunks = reader.getBinaryDocValues(PassageIndexing.CHUNK);
            }
            int last = chunks == null ? doc : chunks.docID() == doc ? doc : chunks.advance(doc);
            int head = table.heads[table.blockOf(doc, 0)];
            if (chunks == null || last > head) {
                throw new IOException("A passage of the search index lacks its text");
            }
            Chunk chunk = read.get(last);
            if (chunk == null) {
                chunk = inflated(chunks.binaryValue());
                read.put(last, chunk);
            }
            // Counted from the end, where the chunk lies.
            return chunk.passage(chunk.passages - 1 - (last - doc - headingsBetween(doc, last)));
        }

        private int headingsBetween(int from, int to) {
            int headings = 0;
            for (int doc = from; doc < to; doc++) {
                headings += table.headings.get(doc) ? 1 : 0;
            }
            return headings;
        }
    }

    private record Chunk(byte[] bytes, int passages) {

        ShownPassage passage(int place) throws IOException {
            var in = new ByteArrayDataInput(bytes);
            for (int i = 0; i < place; i++) {
                ShownPassage.skip(in);
            }
            return ShownPassage.read(in);
        }
    }

    private static Chunk inflated(BytesRef chunk) throws IOException {
        var header = new ByteArrayDataInput(chunk.bytes, chunk.offset, chunk.length);
        var bytes = new byte[header.readVInt()];
        int passages = header.readVInt();
        int start = header.getPosition();
        var inflater = new Inflater(true);
        try {
            inflater.setInput(chunk.bytes, start, chunk.offset + chunk.length - start);
            int at = 0;
            while (at < bytes.length) {
                int more = inflater.inflate(bytes, at, bytes.length - at);
                if (more == 0) {
                    throw new IOException("A piece of the search index is shorter than it says");
                }
                at += more;
            }
        } catch (DataFormatException e) {
            throw new IOException("A piece of the search index is damaged", e);
        } finally {
            inflater.end();
        }
        return new Chunk(bytes, passages);
    }
}
