package no.forankring.access;

import java.nio.file.Path;

/// What the first start made up. To be printed once; the same stands in `file` until the password is changed.
public record FirstLogin(String account, String password, Path file) {

    /// Leaves out the password, so that it does not end up in a log by accident.
    @Override
    public String toString() {
        return "FirstLogin[account=%s, file=%s]".formatted(account, file);
    }
}
