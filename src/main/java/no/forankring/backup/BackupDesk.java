package no.forankring.backup;

import java.io.IOException;
import java.io.OutputStream;

/// Backups of the home folder that a service holds, while it goes on.
public interface BackupDesk {

    /// Writes all of it as a zip file, as it stands between two changes.
    Backup.Written write(OutputStream out) throws IOException;
}
