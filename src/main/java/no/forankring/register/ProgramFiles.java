package no.forankring.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The texts that are built into the program, found on the class path so that they also lie inside the jar.
final class ProgramFiles {

    private ProgramFiles() {}

    /// @param name as in `ontology/register/lover.yaml`
    static String text(String name) {
        try (InputStream in = ProgramFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw RegisterException.missing(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw RegisterException.unreadable(name, e);
        }
    }
}
