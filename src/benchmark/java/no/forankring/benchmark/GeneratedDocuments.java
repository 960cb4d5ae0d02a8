package no.forankring.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Documents of the kind that advisers have, from a fixed seed: a quarter each of PDF, DOCX, HTML and text.
final class GeneratedDocuments {

    private static final List<String> OPENINGS = List.of(
            "Nettverket arbeider med",
            "Kommunene ønsker støtte til",
            "Samlingen handlet om",
            "Planen beskriver",
            "Ansatte i hjemmetjenesten etterspør",
            "Lederne i tjenesten prioriterer");
    private static final List<String> MATTERS = List.of(
            "systematisk forbedringsarbeid",
            "ernæring hos eldre",
            "bruk av velferdsteknologi",
            "legemiddelhåndtering",
            "samarbeid med pårørende",
            "opplæring av nye medarbeidere",
            "oppfølging av skrøpelige eldre");
    private static final List<String> CITATIONS = List.of(
            "i tråd med Meld. St. 15 (2017–2018) Leve hele livet",
            "etter helse- og omsorgstjenesteloven § 4-1",
            "jf. forskrift om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten § 6",
            "slik Demensplan 2025 legger opp til",
            "som NOU 2023: 4 peker på",
            "etter pasient- og brukerrettighetsloven § 3-1",
            "og følger opp Kompetanseløft 2025");

    private GeneratedDocuments() {}

    /// Writes `count` documents of two to eight pages each and returns their paths.
    static List<Path> write(Path folder, int count, long seed) throws IOException {
        Files.createDirectories(folder);
        var random = new Random(seed);
        var paths = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            List<String> paragraphs = paragraphs(random, i);
            Path path = switch (i % 4) {
                case 0 -> write(folder.resolve("d%05d.pdf".formatted(i)), pdf(paragraphs));
                case 1 -> write(folder.resolve("d%05d.docx".formatted(i)), docx(paragraphs));
                case 2 -> write(folder.resolve("d%05d.html".formatted(i)), html(paragraphs));
                default ->
                    write(
                            folder.resolve("d%05d.txt".formatted(i)),
                            String.join("\n\n", paragraphs).getBytes(StandardCharsets.UTF_8));
            };
            paths.add(path);
        }
        return paths;
    }

    /// `count` documents as plain text.
    static List<String> texts(int count, long seed) {
        var random = new Random(seed);
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(String.join("\n\n", paragraphs(random, i)));
        }
        return texts;
    }

    private static Path write(Path path, byte[] bytes) throws IOException {
        return Files.write(path, bytes);
    }

    private static List<String> paragraphs(Random random, int number) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add("Årsrapport for nettverk nummer " + number);
        int length = 20 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            var paragraph = new StringBuilder();
            int sentences = 2 + random.nextInt(5);
            for (int s = 0; s < sentences; s++) {
                paragraph.append(pick(random, OPENINGS)).append(' ').append(pick(random, MATTERS));
                if (random.nextInt(6) == 0) {
                    paragraph.append(' ').append(pick(random, CITATIONS));
                }
                paragraph.append(". ");
            }
            paragraphs.add(paragraph.toString().strip());
        }
        return paragraphs;
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] html(List<String> paragraphs) {
        var html = new StringBuilder("<!doctype html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>")
                .append(paragraphs.getFirst())
                .append("</title></head><body><h1>")
                .append(paragraphs.getFirst())
                .append("</h1>");
        for (String paragraph : paragraphs.subList(1, paragraphs.size())) {
            html.append("<p>").append(paragraph).append("</p>\n");
        }
        return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx(List<String> paragraphs) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] pdf(List<String> paragraphs) throws IOException {
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var lines = new ArrayList<String>();
            for (String paragraph : paragraphs) {
                int at = 0;
                while (at < paragraph.length()) {
                    int end = Math.min(paragraph.length(), at + 85);
                    int cut = end == paragraph.length() ? end : Math.max(at + 1, paragraph.lastIndexOf(' ', end));
                    lines.add(paragraph.substring(at, cut).strip());
                    at = cut;
                }
                lines.add("");
            }
            for (int first = 0; first < lines.size(); first += 45) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.setLeading(15);
                    content.newLineAtOffset(60, 740);
                    for (String line : lines.subList(first, Math.min(lines.size(), first + 45))) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
