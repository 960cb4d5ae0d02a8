package no.forankring.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads plain text without changing a character, so that offsets are those of the file.
final class PlainTextFile {

    private PlainTextFile() {}

    /// The text with byte order mark and line ends as they stand.
    ///
    /// @throws IOException with what to do in the message
    static String read(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new IOException("Finner ikke %s. Se etter at stien er riktig skrevet.".formatted(file), e);
        } catch (CharacterCodingException e) {
            throw new IOException(
                    "%s er ikke ren tekst i UTF-8. Lagre filen som UTF-8, eller les den med extract eller ingest, som tar andre formater."
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new IOException(
                    "Kan ikke lese %s (%s). Se etter at det er en fil, og at du har lov til å lese den."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
