package no.forankring.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/// What a backup says of itself, in `BACKUP` within it.
///
/// @param format which kind of backup; [#FORMAT] is the newest that this program knows
/// @param change the last change in it; -1 where it does not say
/// @param at when it was made
record BackupNote(int format, long change, Instant at) {

    static final String NAME = "BACKUP";
    static final int FORMAT = 1;

    /// Of a backup from before they said anything.
    static final BackupNote UNSAID = new BackupNote(1, -1, Instant.EPOCH);

    byte[] bytes() {
        return "format=%d\nchange=%d\nat=%s\n"
                .formatted(format, change, at.truncatedTo(ChronoUnit.SECONDS))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException when it is no note of ours
    static BackupNote parse(byte[] bytes) {
        var lines = new Properties();
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("=", 2))
                .forEach(pair -> {
                    if (pair.length == 2) {
                        lines.setProperty(pair[0], pair[1]);
                    }
                });
        try {
            return new BackupNote(
                    Integer.parseInt(lines.getProperty("format", "")),
                    Long.parseLong(lines.getProperty("change", "-1")),
                    Instant.parse(lines.getProperty("at", Instant.EPOCH.toString())));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
