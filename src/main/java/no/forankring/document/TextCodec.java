package no.forankring.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a reading as bytes and back: what a parse process answers with, and what lies in the cache of texts.
final class TextCodec {

    /// Raised whenever reading gives other passages than before or the bytes change, so that cached texts are read
    /// again.
    static final int VERSION = 2;

    private TextCodec() {}

    static byte[] encode(ReadOutcome.Read read) {
        DocumentText document = read.text();
        var bytes = new ByteArrayOutputStream(document.text().length() * 3 / 2 + 256);
        try (var out = new DataOutputStream(bytes)) {
            string(out, read.mediaType());
            string(out, document.text());
            string(out, document.title());
            out.writeByte(document.language().ordinal());
            out.writeLong(document.date().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
            out.writeInt(document.pages());
            out.writeBoolean(document.keepsColors());
            out.writeInt(document.passages().size());
            Map<List<String>, Integer> lists = new HashMap<>();
            for (Passage passage : document.passages()) {
                out.writeByte(passage.kind().ordinal());
                out.writeInt(passage.span().start());
                out.writeInt(passage.span().end());
                out.writeByte(passage.level());
                out.writeInt(passage.page());
                out.writeByte(passage.language().ordinal());
                string(out, passage.id().value());
                list(out, passage.sectionPath(), lists);
                list(out, passage.columns(), lists);
                out.writeInt(passage.cells().size());
                for (Span cell : passage.cells()) {
                    out.writeInt(cell.start());
                    out.writeInt(cell.end());
                }
                out.writeInt(passage.shadings().size());
                for (Shading shading : passage.shadings()) {
                    out.writeInt(shading.span().start());
                    out.writeInt(shading.span().end());
                    out.writeByte(shading.color().name().ordinal());
                    out.writeInt(Integer.parseInt(shading.color().hex(), 16));
                }
            }
        } catch (IOException memoryDoesNotFail) {
            throw new IllegalStateException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException when the bytes are not a reading
    static ReadOutcome.Read decode(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String mediaType = string(in);
            String text = string(in);
            String title = string(in);
            Language language = Language.values()[in.readByte()];
            long day = in.readLong();
            Optional<LocalDate> date =
                    day == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
            int pages = in.readInt();
            boolean keepsColors = in.readBoolean();
            int count = count(in, bytes.length);
            List<Passage> passages = new ArrayList<>(count);
            List<List<String>> lists = new ArrayList<>();
            int before = 0;
            for (int ordinal = 0; ordinal < count; ordinal++) {
                Passage.Kind kind = Passage.Kind.values()[in.readByte()];
                var span = new Span(in.readInt(), in.readInt());
                if (span.start() < before || span.end() > text.length()) {
                    throw new IOException("The passage %s lies outside the text or over another one".formatted(span));
                }
                before = span.end();
                int level = in.readByte();
                int page = in.readInt();
                Language spoken = Language.values()[in.readByte()];
                var id = new PassageId(string(in));
                List<String> path = list(in, lists, bytes.length);
                List<String> columns = list(in, lists, bytes.length);
                int cellCount = count(in, bytes.length);
                List<Span> cells = new ArrayList<>(cellCount);
                for (int i = 0; i < cellCount; i++) {
                    var cell = new Span(in.readInt(), in.readInt());
                    if (!span.contains(cell)) {
                        throw new IOException("The cell %s lies outside its row %s".formatted(cell, span));
                    }
                    cells.add(cell);
                }
                List<Shading> shadings = shadings(in, span, bytes.length);
                passages.add(new Passage(
                        id, kind, span, span.cut(text), ordinal, path, level, page, spoken, cells, columns, shadings));
            }
            return new ReadOutcome.Read(
                    new DocumentText(text, title, language, date, pages, passages, List.of(), keepsColors), mediaType);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException notOurs) {
            throw new IOException("These bytes are not a text as read: " + notOurs.getMessage(), notOurs);
        }
    }

    private static List<Shading> shadings(DataInputStream in, Span passage, int most) throws IOException {
        int count = count(in, most);
        List<Shading> shadings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            var words = new Span(in.readInt(), in.readInt());
            if (!passage.contains(words)) {
                throw new IOException("The filled cell %s lies outside its passage %s".formatted(words, passage));
            }
            CellColor.Name name = CellColor.Name.values()[in.readByte()];
            shadings.add(new Shading(words, new CellColor(name, "%06X".formatted(in.readInt() & 0xFFFFFF))));
        }
        return shadings;
    }

    private static void string(DataOutputStream out, String value) throws IOException {
        boolean latin = value.chars().allMatch(c -> c < 256);
        byte[] written;
        if (latin) {
            written = value.getBytes(StandardCharsets.ISO_8859_1);
        } else {
            // Unit by unit, not by a charset: that would replace lone surrogates.
            ByteBuffer units = ByteBuffer.allocate(value.length() * 2);
            units.asCharBuffer().put(value);
            written = units.array();
        }
        out.writeBoolean(latin);
        out.writeInt(written.length);
        out.write(written);
    }

    private static String string(DataInputStream in) throws IOException {
        boolean latin = in.readBoolean();
        int length = count(in, in.available());
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return latin
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : ByteBuffer.wrap(bytes).asCharBuffer().toString();
    }

    private static void list(DataOutputStream out, List<String> list, Map<List<String>, Integer> known)
            throws IOException {
        Integer index = known.get(list);
        if (index != null) {
            out.writeInt(index);
            return;
        }
        out.writeInt(-1 - list.size());
        for (String value : list) {
            string(out, value);
        }
        known.put(list, known.size());
    }

    private static List<String> list(DataInputStream in, List<List<String>> known, int most) throws IOException {
        int head = in.readInt();
        if (head >= 0) {
            return known.get(head);
        }
        int size = -1 - head;
        if (size > most) {
            throw new IOException("A list of %d strings cannot stand in %d bytes".formatted(size, most));
        }
        List<String> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(string(in));
        }
        List<String> fixed = List.copyOf(list);
        known.add(fixed);
        return fixed;
    }

    private static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("%d things cannot stand in %d bytes".formatted(count, most));
        }
        return count;
    }
}
