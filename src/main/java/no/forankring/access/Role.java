package no.forankring.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an account may do, the least first; each role may do all that those before it may.
public enum Role {
    /// Reads.
    READER,
    /// Writes: uploads, reviews, curates.
    ADVISER,
    /// Also decides over the documents of one unit: releases what they withhold, deletes them.
    OWNER,
    /// Also keeps the accounts, loads whole data sets and changes the graph directly.
    ADMINISTRATOR;

    public boolean reaches(Role least) {
        return compareTo(least) >= 0;
    }

    /// As in `adviser`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    static Role lesser(Role one, Role other) {
        return one.reaches(other) ? other : one;
    }
}
