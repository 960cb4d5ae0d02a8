package no.forankring.curation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// Reads the first sheet of a workbook row by row. How much it unpacks to is measured first.
final class PoiPlanReader {

    private static final long MOST_UNPACKED = 100L << 20;
    private static final int MOST_PARTS = 2_000;

    private PoiPlanReader() {}

    static PlanTable read(byte[] bytes) {
        measure(bytes);
        var builder = new PlanTableBuilder();
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            var reader = new XSSFReader(workbook);
            var strings = new ReadOnlySharedStringsTable(workbook);
            StylesTable styles = reader.getStylesTable();
            var sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw CurationException.refused("importEmpty");
            }
            try (InputStream sheet = sheets.next()) {
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(
                        new XSSFSheetXMLHandler(styles, null, strings, new Rows(builder), new Plain(), false));
                xml.parse(new InputSource(sheet));
            }
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | IllegalArgumentException
                | IllegalStateException broken) {
            throw CurationException.refused("importBroken");
        } catch (org.apache.poi.ooxml.POIXMLException broken) {
            throw CurationException.refused("importBroken");
        }
        return builder.table();
    }

    /// A small file may unpack to more than there is memory for.
    private static void measure(byte[] bytes) {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        int parts = 0;
        boolean workbook = false;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                workbook |= part.getName().equals("xl/workbook.xml");
                if (++parts > MOST_PARTS) {
                    throw CurationException.refused("importUnpacked", "" + (MOST_UNPACKED >> 20));
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw CurationException.refused("importUnpacked", "" + (MOST_UNPACKED >> 20));
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw CurationException.refused("importBroken");
        }
        if (!workbook) {
            throw CurationException.refused("importKind");
        }
    }

    private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final PlanTableBuilder builder;
        private List<String> cells = new ArrayList<>();

        Rows(PlanTableBuilder builder) {
            this.builder = builder;
        }

        @Override
        public void startRow(int row) {
            cells = new ArrayList<>();
        }

        @Override
        public void cell(
                @org.jspecify.annotations.Nullable String reference,
                @org.jspecify.annotations.Nullable String value,
                @org.jspecify.annotations.Nullable XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            if (column > 1_000) {
                throw CurationException.refused("importColumns", "200");
            }
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(value == null ? "" : value);
        }

        @Override
        public void endRow(int row) {
            builder.row(row + 1, cells);
        }
    }

    /// Values rather than their looks: a date is `2026-03-12` and a number has no grouping, however they are shown.
    private static final class Plain extends DataFormatter {

        Plain() {
            super(Locale.ROOT);
        }

        @Override
        public String formatRawCellContents(double value, int index, String format, boolean since1904) {
            if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
                LocalDateTime date = DateUtil.getLocalDateTime(value, since1904);
                return date.toLocalDate().toString();
            }
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }
}
