package no.forankring.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.forankring.access.AccountFile.StoredAccount;
import no.forankring.access.AccountFile.StoredToken;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The accounts that may write, and their tokens, in `accounts.json` of the home folder.
///
/// Safe for many threads, but only one process may have the same home open.
public final class Accounts {

    /// The account that the first start makes.
    public static final String FIRST_ACCOUNT = "admin";

    /// The fewest characters of a password.
    public static final int SHORTEST_PASSWORD = 12;

    private static final int ITERATIONS = 600_000;
    private static final int PASSWORD_BYTES = 15;
    private static final int TOKEN_BYTES = 32;
    private static final String TOKEN_PREFIX = "fk_";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Path firstLoginFile;
    private final Clock clock;
    private final SecureRandom random;
    private final PasswordHash passwords;
    private final String hashOfNobody;
    private final Optional<FirstLogin> firstLogin;
    private AccountFile content;

    private Accounts(Path home, Clock clock, SecureRandom random, int iterations) {
        this.file = home.resolve("accounts.json");
        this.firstLoginFile = home.resolve("first-login.txt");
        this.clock = clock;
        this.random = random;
        this.passwords = new PasswordHash(iterations, random);
        this.hashOfNobody = passwords.hash("nobody");
        if (Files.exists(file)) {
            this.content = read(file);
            this.firstLogin = Optional.empty();
        } else {
            String password = random(PASSWORD_BYTES);
            this.content = new AccountFile(
                    List.of(new StoredAccount(FIRST_ACCOUNT, passwords.hash(password), true, true)), List.of());
            writeFirstLogin(password);
            write(content);
            this.firstLogin = Optional.of(new FirstLogin(FIRST_ACCOUNT, password, firstLoginFile));
        }
    }

    /// Opens the accounts of a home folder; where there are none, makes the first account with a random password.
    public static Accounts open(Path home, Clock clock) {
        return open(home, clock, ITERATIONS);
    }

    /// With another cost of hashing, for tests.
    static Accounts open(Path home, Clock clock, int iterations) {
        return new Accounts(home, clock, new SecureRandom(), iterations);
    }

    /// The made-up first password when this very opening made it; the caller prints it once.
    public Optional<FirstLogin> firstLogin() {
        return firstLogin;
    }

    /// The account whose password this is. Takes equally long for a name that no account has.
    public Optional<Account> login(String name, String password) {
        Optional<StoredAccount> stored = find(name);
        boolean right =
                passwords.matches(password, stored.map(StoredAccount::hash).orElse(hashOfNobody));
        return right ? stored.map(StoredAccount::account) : Optional.empty();
    }

    public Optional<Account> account(String name) {
        return find(name).map(StoredAccount::account);
    }

    /// Sets a password and removes `first-login.txt`.
    ///
    /// @throws IllegalArgumentException when it is too short
    public synchronized void setPassword(String name, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "A password holds at least %d characters; choose a longer one".formatted(SHORTEST_PASSWORD));
        }
        StoredAccount old = find(name).orElseThrow(() -> new IllegalArgumentException("No account is called " + name));
        var accounts = new ArrayList<>(content.accounts());
        accounts.set(
                accounts.indexOf(old), new StoredAccount(name, passwords.hash(password), false, old.personalData()));
        replace(new AccountFile(accounts, content.tokens()));
        if (old.firstPassword()) {
            deleteFirstLogin();
        }
    }

    /// Makes an account.
    ///
    /// @throws IllegalArgumentException when the name is taken or the password too short
    public synchronized Account add(String name, String password) {
        var account = new Account(name, false);
        if (find(name).isPresent()) {
            throw new IllegalArgumentException("An account is called %s already; choose another name".formatted(name));
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "A password holds at least %d characters; choose a longer one".formatted(SHORTEST_PASSWORD));
        }
        var accounts = new ArrayList<>(content.accounts());
        accounts.add(new StoredAccount(name, passwords.hash(password), false, false));
        replace(new AccountFile(accounts, content.tokens()));
        return account;
    }

    /// Whether an account may see what is withheld of documents, and release it. The first account may, others when
    /// they
    /// were given the right.
    public boolean mayReleasePersonalData(String name) {
        return find(name)
                .map(account ->
                        account.personalData() == null ? account.name().equals(FIRST_ACCOUNT) : account.personalData())
                .orElse(false);
    }

    /// Gives or takes the right to see and release personal data; counts from the next login.
    public synchronized void allowPersonalData(String name, boolean allowed) {
        StoredAccount old = find(name).orElseThrow(() -> new IllegalArgumentException("No account is called " + name));
        var accounts = new ArrayList<>(content.accounts());
        accounts.set(accounts.indexOf(old), new StoredAccount(name, old.hash(), old.firstPassword(), allowed));
        replace(new AccountFile(accounts, content.tokens()));
    }

    /// Makes a token and returns its secret, which is shown once and never again.
    public synchronized String issueToken(String account, String label) {
        if (find(account).isEmpty()) {
            throw new IllegalArgumentException("No account is called " + account);
        }
        String secret = TOKEN_PREFIX + random(TOKEN_BYTES);
        var tokens = new ArrayList<>(content.tokens());
        tokens.add(new StoredToken(
                HexFormat.of().formatHex(bytes(6)), account, label.strip(), sha256(secret), Instant.now(clock)));
        replace(new AccountFile(content.accounts(), tokens));
        return secret;
    }

    /// The account that a token speaks for; empty when the token is unknown or revoked.
    public Optional<Account> byToken(String secret) {
        byte[] wanted = sha256(secret).getBytes(StandardCharsets.US_ASCII);
        return snapshot().tokens().stream()
                .filter(token -> MessageDigest.isEqual(wanted, token.sha256().getBytes(StandardCharsets.US_ASCII)))
                .findFirst()
                .flatMap(token -> account(token.account()));
    }

    /// The tokens of an account, the oldest first.
    public List<Token> tokens(String account) {
        return snapshot().tokens().stream()
                .filter(token -> token.account().equals(account))
                .map(StoredToken::token)
                .toList();
    }

    /// Makes a token of this account worthless; nothing happens when it has none with this id.
    public synchronized void revokeToken(String account, String id) {
        var tokens = new ArrayList<>(content.tokens());
        if (tokens.removeIf(
                token -> token.account().equals(account) && token.id().equals(id))) {
            replace(new AccountFile(content.accounts(), tokens));
        }
    }

    private Optional<StoredAccount> find(String name) {
        return snapshot().accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    private synchronized AccountFile snapshot() {
        return content;
    }

    private void replace(AccountFile next) {
        write(next);
        content = next;
    }

    private static AccountFile read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), AccountFile.class);
        } catch (IOException | JacksonException e) {
            throw AccessException.unreadable(file, e);
        }
    }

    private void write(AccountFile next) {
        try {
            PrivateFile.write(file, JSON.writeValueAsBytes(next));
        } catch (IOException e) {
            throw AccessException.unwritable(file, e);
        }
    }

    private void writeFirstLogin(String password) {
        String text = """
                Konto:   %s
                Passord: %s

                Logg inn og bytt passordet under «Konto». Da slettes denne filen.
                """.formatted(FIRST_ACCOUNT, password);
        try {
            PrivateFile.write(firstLoginFile, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw AccessException.unwritable(firstLoginFile, e);
        }
    }

    private void deleteFirstLogin() {
        try {
            Files.deleteIfExists(firstLoginFile);
        } catch (IOException e) {
            throw AccessException.unwritable(firstLoginFile, e);
        }
    }

    private String random(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256; run with an unaltered JDK 25", e);
        }
    }
}
