package no.forankring.access;

/// Someone who may write.
///
/// @param name as typed at the login page
/// @param firstPassword true until the password made at the first start was changed
public record Account(String name, boolean firstPassword) {

    public Account {
        if (!name.matches("[\\p{L}\\p{N}._@-]{1,64}")) {
            throw new IllegalArgumentException(
                    "An account's name holds 1 to 64 letters, digits, dots, hyphens, underscores or @, but got "
                            + name);
        }
    }
}
