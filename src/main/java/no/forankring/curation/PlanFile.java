package no.forankring.curation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads a plan from the bytes of a file: a workbook (XLSX), or CSV in UTF-8, UTF-16 or Windows-1252 with semicolons,
/// commas or tabs.
final class PlanFile {

    static final int MOST_BYTES = 10 << 20;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PlanFile() {}

    /// @throws CurationException when the file is none of these, or larger than we take
    static PlanTable read(String fileName, byte[] bytes) {
        if (bytes.length == 0) {
            throw CurationException.refused("importEmpty");
        }
        if (bytes.length > MOST_BYTES) {
            throw CurationException.refused("importBytes", "" + (MOST_BYTES >> 20));
        }
        if (starts(bytes, 'P', 'K', 3, 4)) {
            return PoiPlanReader.read(bytes);
        }
        if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw CurationException.refused("importOld");
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        if (starts(bytes, '%', 'P', 'D', 'F')
                || !(name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv"))) {
            throw CurationException.refused("importKind");
        }
        return csv(decoded(bytes));
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static String decoded(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return WINDOWS.decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    private static PlanTable csv(String text) {
        if (text.indexOf('\0') >= 0) {
            throw CurationException.refused("importKind");
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        var builder = new PlanTableBuilder();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord record : parser) {
                var cells = new ArrayList<String>();
                record.forEach(cell -> cells.add(cell == null ? "" : cell));
                builder.row((int) record.getRecordNumber(), cells);
            }
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException broken) {
            throw CurationException.refused("importBroken");
        }
        return builder.table();
    }

    /// The one that stands most often in the first line with text.
    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ';';
        long most = 0;
        for (char candidate : new char[] {';', '\t', ','}) {
            long count = first.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /// A line for a spreadsheet: semicolons, and an apostrophe before what it would run as a formula.
    static String line(List<String> cells) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String guarded = !cell.isEmpty() && "=+-@\t\r\n\0".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
            boolean quoted = guarded.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
            line.append(i == 0 ? "" : ";").append(quoted ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded);
        }
        return line.append("\r\n").toString();
    }
}
