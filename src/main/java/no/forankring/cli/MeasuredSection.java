package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of a page in Markdown that a command writes: what stands between `<!-- measured NAME -->` and
/// `<!-- /measured -->`.
///
/// @param page the file
/// @param name which of its parts
record MeasuredSection(Path page, String name) {

    private static final String END = "<!-- /measured -->";

    /// Puts the content in place of what stood there; all else is kept to the character.
    ///
    /// @throws IOException when the page or the marks are missing; the message says what to write where
    void write(String content) throws IOException {
        Files.writeString(page, replaced(PlainTextFile.read(page), content));
    }

    private String replaced(String text, String content) throws IOException {
        String begin = "<!-- measured %s -->".formatted(name);
        int from = text.indexOf(begin);
        int to = from < 0 ? -1 : text.indexOf(END, from);
        int next = from < 0 ? -1 : text.indexOf("<!-- measured ", from + begin.length());
        if (to < 0 || next >= 0 && next < to) {
            throw new IOException(
                    "%s mangler linjene «%s» og «%s». Skriv dem der tallene skal stå.".formatted(page, begin, END));
        }
        return text.substring(0, from + begin.length()) + "\n\n" + content.strip() + "\n\n" + text.substring(to);
    }
}
