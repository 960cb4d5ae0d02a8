package no.forankring.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which kind of home folder it is, in the file `format`, so that a program refuses one that a newer program has
/// changed.
///
/// A folder without the file is of the first kind, from before there was one, and gets it. When the kind changes, what
/// brings an older folder up to it belongs here.
final class HomeFormat {

    static final int NEWEST = 1;

    private HomeFormat() {}

    /// @throws GraphException when the folder is of a kind that this program does not know
    static void check(Path home) {
        Path file = home.resolve("format");
        try {
            if (!Files.exists(file)) {
                byte[] text = (NEWEST + "\n").getBytes(StandardCharsets.UTF_8);
                DurableFiles.write(file, out -> out.write(text));
                return;
            }
            String found = Files.readString(file).strip();
            if (!found.matches("\\d{1,6}") || Integer.parseInt(found) > NEWEST) {
                throw GraphException.newerHome(home, found, NEWEST);
            }
        } catch (IOException e) {
            throw GraphException.unusableHome(home, e);
        }
    }
}
