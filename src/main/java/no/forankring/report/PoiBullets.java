package no.forankring.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/// Writes real list items, so that the list can be pasted into a mandate and goes on as a list there.
final class PoiBullets {

    private PoiBullets() {}

    static void write(String title, List<String> items, String source, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            // A4, in twentieths of a point.
            CTPageSz size = document.getDocument().getBody().addNewSectPr().addNewPgSz();
            size.setW(BigInteger.valueOf(11_906));
            size.setH(BigInteger.valueOf(16_838));
            run(document.createParagraph(), title, 16).setBold(true);
            BigInteger list = document.createNumbering().addNum(bullets(document));
            for (String item : items) {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setNumID(list);
                run(paragraph, item, 11);
            }
            run(document.createParagraph(), source, 9);
            document.write(out);
        }
    }

    private static BigInteger bullets(XWPFDocument document) {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("•");
        level.addNewPPr().addNewInd().setLeft(BigInteger.valueOf(720));
        level.getPPr().getInd().setHanging(BigInteger.valueOf(360));
        return document.createNumbering().addAbstractNum(new XWPFAbstractNum(list));
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int size) {
        XWPFRun run = paragraph.createRun();
        // Control characters are not allowed in XML.
        run.setText(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""));
        run.setFontSize(size);
        return run;
    }
}
