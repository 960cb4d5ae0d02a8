/// Who may write? Local accounts and tokens, kept in the home folder.
///
/// The door is [Accounts]. Passwords are kept as salted PBKDF2 hashes, tokens as SHA-256 of 256 random bits; neither
/// can be read back. [LoginThrottle] makes guessing slow. No Spring here: `web` asks this door at its login page and
/// for each bearer token.
@org.jspecify.annotations.NullMarked
package no.forankring.access;
