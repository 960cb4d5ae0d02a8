package no.forankring.ingest;

import java.io.IOException;
import java.io.InputStream;

/// A file to take in.
///
/// @param name the path under which it is known: `folder/file.pdf` from a folder, `file.pdf` from an upload
public record Source(String name, Opener opener) {

    /// The last part of the name.
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// Opens the bytes; called once or twice.
    public interface Opener {
        InputStream open() throws IOException;
    }
}
