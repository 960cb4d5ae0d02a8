package no.forankring.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A short text document: a heading, a bulleted list, and where it is from.
public final class BulletDocument {

    private BulletDocument() {}

    /// Writes a DOCX file, in portrait A4.
    ///
    /// @param source the last line, in small print
    public static void write(String title, List<String> items, String source, OutputStream out) throws IOException {
        PoiBullets.write(title, items, source, out);
    }
}
