package no.forankring.access;

import java.nio.file.Path;

/// The accounts cannot be read or written.
public final class AccessException extends RuntimeException {

    private AccessException(String message, Throwable cause) {
        super(message, cause);
    }

    static AccessException unreadable(Path file, Throwable cause) {
        return new AccessException("""
                Cannot read the accounts in %s. Restore the file from a backup, or move it away: \
                the next start then makes a new first account and a new password.\
                """.formatted(file), cause);
    }

    static AccessException unwritable(Path file, Throwable cause) {
        return new AccessException("""
                Cannot write the accounts to %s. See that the disk has room and that the folder may be written to.\
                """.formatted(file), cause);
    }

    static AccessException unwritableAudit(Path folder, Throwable cause) {
        return new AccessException("""
                Cannot write to the audit log in %s, so nothing was done. See that the disk has room and that the folder \
                may be written to.\
                """.formatted(folder), cause);
    }
}
