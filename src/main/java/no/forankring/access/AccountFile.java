package no.forankring.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `accounts.json` holds.
record AccountFile(List<StoredAccount> accounts, List<StoredToken> tokens) {

    AccountFile {
        accounts = List.copyOf(accounts);
        tokens = List.copyOf(tokens);
    }

    /// @param hash as [PasswordHash] writes it
    /// @param personalData whether it may see and release personal data; in files of earlier versions nothing is said
    record StoredAccount(
            String name,
            String hash,
            boolean firstPassword,
            @Nullable Boolean personalData) {

        Account account() {
            return new Account(name, firstPassword);
        }
    }

    /// @param sha256 of the secret, in hexadecimal digits
    record StoredToken(String id, String account, String label, String sha256, Instant created) {

        Token token() {
            return new Token(id, account, label, created);
        }
    }
}
