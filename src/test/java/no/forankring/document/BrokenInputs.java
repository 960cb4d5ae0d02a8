package no.forankring.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Makes files that readers stumble over, each with the outcome that we promise for it. Made anew at each run; no
/// broken file lies in the repository.
public final class BrokenInputs {

    /// What must come of a file.
    ///
    /// @param reason of the refusal; empty when the file is to be read
    /// @param words that the text as read holds; empty when it is refused
    public record Broken(String kind, String fileName, byte[] bytes, String reason, String words) {

        public boolean readable() {
            return reason.isEmpty();
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    /// The sentence that every readable one of these files holds.
    public static final String SENTENCE = "Kommunen skal tilby gode tjenester til innbyggerne.";

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private BrokenInputs() {}

    public static List<Broken> all() {
        try {
            byte[] pdf = pdf(List.of("Plan for gode tjenester", SENTENCE));
            byte[] docx = docx(paragraph("Plan for gode tjenester") + paragraph(SENTENCE));
            return List.of(
                    refused("an empty file", "tom.txt", new byte[0], "empty"),
                    refused("an empty PDF", "tom.pdf", new byte[0], "empty"),
                    refused("only white space", "blank.txt", utf8(" \n\t\r\n \u00a0 \n"), "no-text"),
                    refused("a PDF without its end", "avkortet.pdf", Arrays.copyOf(pdf, pdf.length * 2 / 3), "damaged"),
                    refused(
                            "a PDF of rubbish",
                            "rubbish.pdf",
                            concat(utf8("%PDF-1.7\n"), random(5_000), utf8("\n%%EOF")),
                            "damaged"),
                    refused("a PDF with a password", "laast.pdf", encryptedPdf(), "encrypted"),
                    refused("a DOCX with a password", "laast.docx", encryptedDocx(docx), "encrypted"),
                    refused("a PDF without text", "skannet.pdf", pdf(List.of()), "no-text"),
                    refused("a picture", "bilde.png", png(), "no-text"),
                    refused("a picture named PDF", "bilde.pdf", png(), "no-text"),
                    refused("a DOCX that grows a thousandfold", "bombe.docx", bomb(), "bomb"),
                    refused(
                            "an archive of documents",
                            "arkiv.zip",
                            zip("a.txt", utf8(SENTENCE), "b.txt", utf8("To")),
                            "archive"),
                    refused("a DOCX without its end", "avkortet.docx", Arrays.copyOf(docx, docx.length / 2), "damaged"),
                    refused("a DOCX whose parts are cut", "skadet.docx", damagedDocx(), "damaged"),
                    refused(
                            "a zip named DOCX",
                            "zip.docx",
                            zip("a.txt", utf8(SENTENCE), "b.txt", utf8("To")),
                            "damaged"),
                    refused("binary rubbish", "data.bin", random(20_000), "unknown-format"),
                    refused("binary rubbish named text", "data.txt", random(20_000), "unknown-format"),
                    refused(
                            "a program",
                            "program.exe",
                            concat(utf8("MZ\u0000\u0000"), random(4_000)),
                            "unknown-format"),
                    refused("XML with entities upon entities", "latter.xml", utf8(billionLaughs()), "entities"),
                    refused("XML with an outside entity", "utenfra.xml", utf8("""
                            <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>
                            """), "entities"),
                    read("a DOCX that is text", "tekst.docx", utf8("Notat\n\n" + SENTENCE + "\n")),
                    read("a PDF that is text", "tekst.pdf", utf8("Notat\n\n" + SENTENCE + "\n")),
                    read("a text named as nothing known", "notat.qqq", utf8("Notat\n\n" + SENTENCE + "\n")),
                    read("a PDF named text", "dokument.txt", pdf),
                    read(
                            "HTML with scripts",
                            "side.html",
                            utf8(
                                    "<html><head><title>Side</title><script>var hemmelig = 1;</script></head><body><h1>Side</h1><p>"
                                            + SENTENCE
                                            + "<script>document.write('skjult')</script></p><style>p{}</style></body></html>")),
                    read("HTML nested deep", "dyp.html", utf8("<html><body>" + "<div>".repeat(20_000) + SENTENCE)),
                    read("a DOCX with tables in tables", "tabeller.docx", docx(paragraph(SENTENCE) + nestedTables(40))),
                    refused(
                            "a DOCX with tables nested beyond measure",
                            "dyp.docx",
                            docx(nestedTables(3_000)),
                            "too-deep"),
                    read("mojibake", "mojibake.txt", utf8("Ã…rsplan for kommunen. " + SENTENCE)),
                    read("text of windows-1252", "gammel.txt", ("Årsplan på øya.\n" + SENTENCE).getBytes(WINDOWS_1252)),
                    read("text of UTF-16", "utf16.txt", ("\ufeff" + SENTENCE).getBytes(StandardCharsets.UTF_16LE)),
                    read("text of UTF-16 without a mark", "utf16b.txt", SENTENCE.getBytes(StandardCharsets.UTF_16BE)),
                    read("text with NUL bytes", "nul.txt", utf8("Plan\u0000\n" + SENTENCE + "\u0000\n")),
                    read(
                            "text with replacement characters",
                            "ukjent.txt",
                            utf8("Pl\ufffdn for \ufffdret. " + SENTENCE)),
                    read(
                            "rich text",
                            "notat.rtf",
                            utf8("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 " + SENTENCE + "\\par}")),
                    read(
                            "a mail",
                            "brev.eml",
                            utf8("From: avdeling@example.org\r\nTo: kontor@example.org\r\nSubject: Plan\r\n"
                                    + "Date: Mon, 14 Mar 2022 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                                    + SENTENCE + "\r\n")),
                    read("one long line", "linje.txt", utf8((SENTENCE + " ").repeat(20_000))),
                    read("a good DOCX", "god.docx", docx),
                    read("a good PDF", "god.pdf", pdf));
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
    }

    private static Broken refused(String kind, String fileName, byte[] bytes, String reason) {
        return new Broken(kind, fileName, bytes, reason, "");
    }

    private static Broken read(String kind, String fileName, byte[] bytes) {
        return new Broken(kind, fileName, bytes, "", SENTENCE);
    }

    // Makers, also for other tests

    /// A PDF with a title line and each further line below.
    public static byte[] pdf(List<String> lines) throws IOException {
        try (var document = new PDDocument()) {
            addPage(document, lines);
            return save(document);
        }
    }

    /// A PDF of several pages; the first line of each is set large.
    public static byte[] pages(List<List<String>> pages) throws IOException {
        try (var document = new PDDocument()) {
            for (List<String> lines : pages) {
                addPage(document, lines);
            }
            return save(document);
        }
    }

    private static void addPage(PDDocument document, List<String> lines) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            float y = 640;
            for (int i = 0; i < lines.size(); i++) {
                boolean title = i == 0;
                content.beginText();
                content.setFont(
                        new PDType1Font(
                                title ? Standard14Fonts.FontName.HELVETICA_BOLD : Standard14Fonts.FontName.HELVETICA),
                        title ? 18 : 11);
                content.newLineAtOffset(72, y);
                content.showText(lines.get(i));
                content.endText();
                y -= title ? 30 : 14;
            }
        }
    }

    private static byte[] save(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /// A word-processor file with this body, as [#paragraph] makes it.
    public static byte[] docx(String body) throws IOException {
        return zip(
                "[Content_Types].xml", utf8("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                        <Default Extension="xml" ContentType="application/xml"/>\
                        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
                        <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
                        </Types>"""),
                "_rels/.rels", utf8("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
                        </Relationships>"""),
                "word/_rels/document.xml.rels", utf8("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                        <Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
                        </Relationships>"""),
                "word/styles.xml", utf8("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
                        <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>\
                        <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>"""),
                "word/document.xml", utf8("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""" + body + "</w:body></w:document>"));
    }

    public static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    public static String heading(int level, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"Heading" + level + "\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    public static String row(String... cells) {
        var row = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            row.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    private static String nestedTables(int depth) {
        return "<w:tbl><w:tr><w:tc>".repeat(depth)
                + paragraph("Innerst")
                + ("</w:tc></w:tr></w:tbl>" + paragraph("x")).repeat(depth);
    }

    private static byte[] encryptedPdf() throws IOException {
        try (var document = new PDDocument()) {
            addPage(document, List.of("Hemmelig"));
            var policy = new StandardProtectionPolicy("eier", "bruker", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return save(document);
        }
    }

    private static byte[] encryptedDocx(byte[] docx) throws IOException {
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("bruker");
            try (var out = encryptor.getDataStream(files)) {
                out.write(docx);
            }
            var bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (java.security.GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(utf8("""
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(utf8("""
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(utf8(
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"));
            byte[] block = utf8("<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(2_000));
            for (int i = 0; i < 1_000; i++) {
                zip.write(block);
            }
            zip.write(utf8("</w:body></w:document>"));
        }
        return bytes.toByteArray();
    }

    private static byte[] damagedDocx() throws IOException {
        return docx("<w:p><w:r><w:t>Her slutter");
    }

    private static String billionLaughs() {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE z [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return xml.append("]><z>&l9;</z>").toString();
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(out, "IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0});
        chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9c, 0x63, 0, 0, 0, 2, 0, 1});
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(type.getBytes(StandardCharsets.US_ASCII));
        body.write(data);
        var crc = new CRC32();
        crc.update(body.toByteArray());
        out.write(number(data.length));
        out.write(body.toByteArray());
        out.write(number((int) crc.getValue()));
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(42).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
