package no.forankring.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.forankring.access.AccountFile.StoredAccount;
import no.forankring.access.AccountFile.StoredToken;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The accounts and their tokens, in `accounts.json` of the home folder.
///
/// Safe for many threads, but only one process may have the same home open.
public final class Accounts {

    /// The account that the first start makes.
    public static final String FIRST_ACCOUNT = "admin";

    private static final int ITERATIONS = 600_000;
    private static final int PASSWORD_BYTES = 15;
    private static final int TOKEN_BYTES = 32;
    private static final Duration BETWEEN_NOTES = Duration.ofHours(1);
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
            this.content = read(file).withRoles();
            this.firstLogin = Optional.empty();
        } else {
            String password = random(PASSWORD_BYTES);
            this.content = new AccountFile(
                    List.of(new StoredAccount(
                            FIRST_ACCOUNT, passwords.hash(password), true, true, Role.ADMINISTRATOR, null, null, null)),
                    List.of());
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

    /// The account whose password this is; empty for one that is disabled. Takes equally long for a name that no
    /// account has.
    public Optional<Account> login(String name, String password) {
        Optional<StoredAccount> stored = find(name).filter(account -> account.vouching() == null);
        boolean right =
                passwords.matches(password, stored.map(StoredAccount::hash).orElse(hashOfNobody));
        return right ? stored.map(StoredAccount::account).filter(account -> !account.disabled()) : Optional.empty();
    }

    public Optional<Account> account(String name) {
        return find(name).map(StoredAccount::account);
    }

    /// All accounts, in the order in which they were made.
    public List<Account> list() {
        return snapshot().accounts().stream().map(StoredAccount::account).toList();
    }

    /// Sets a password and removes `first-login.txt`.
    ///
    /// @throws IllegalArgumentException when it is too easy to guess
    public synchronized void setPassword(String name, String password) {
        goodEnough(name, password);
        hasPassword(name);
        boolean first = change(name, old -> old.withPassword(passwords.hash(password), false))
                .firstPassword();
        if (first) {
            deleteFirstLogin();
        }
    }

    private void hasPassword(String name) {
        if (account(name).filter(Account::vouchedFor).isPresent()) {
            throw new IllegalArgumentException(
                    "%s logs in by a login service and has no password here".formatted(name));
        }
    }

    /// Makes up a password, which its owner is to change; returned once and never again.
    public synchronized String resetPassword(String name) {
        hasPassword(name);
        String password = random(PASSWORD_BYTES);
        change(name, old -> old.withPassword(passwords.hash(password), true));
        return password;
    }

    /// Makes an account for an adviser.
    ///
    /// @throws IllegalArgumentException when the name is taken or the password too easy to guess
    public synchronized Account add(String name, String password) {
        goodEnough(name, password);
        return add(name, password, Role.ADVISER, "", false);
    }

    /// Makes an account with a made-up password, which its owner is to change; the password is returned once and never
    /// again.
    ///
    /// @throws IllegalArgumentException when the name is taken
    public synchronized String add(String name, Role role, String unit) {
        String password = random(PASSWORD_BYTES);
        add(name, password, role, unit, true);
        return password;
    }

    private Account add(String name, String password, Role role, String unit, boolean first) {
        var account = new Account(name, role, unit.strip(), false, false, first);
        if (find(name).isPresent()) {
            throw new IllegalArgumentException("An account is called %s already; choose another name".formatted(name));
        }
        var accounts = new ArrayList<>(content.accounts());
        accounts.add(
                new StoredAccount(name, passwords.hash(password), first, false, role, account.unit(), false, null));
        replace(new AccountFile(accounts, content.tokens()));
        return account;
    }

    private static void goodEnough(String name, String password) {
        PasswordRules.weakness(name, password).ifPresent(weakness -> {
            throw new IllegalArgumentException(
                    weakness == PasswordRules.Weakness.SHORT
                            ? "A password holds at least %d characters; choose a longer one"
                                    .formatted(PasswordRules.SHORTEST)
                            : "This password is one that others guess; choose some words that do not belong together");
        });
    }

    /// Gives an account another role.
    ///
    /// @param unit see [Account]
    /// @throws IllegalStateException when nobody would keep the accounts any more
    public synchronized void setRole(String name, Role role, String unit) {
        change(name, old -> old.with(role).withUnit(unit.strip()));
    }

    /// Shuts an account and its tokens out, or lets it in again. The tokens of one whom a login service vouches for are
    /// revoked, since that service knows nothing of them.
    ///
    /// @throws IllegalStateException when nobody would keep the accounts any more
    public synchronized void setDisabled(String name, boolean disabled) {
        StoredAccount old = change(name, account -> account.withDisabled(disabled));
        if (disabled && old.vouching() != null) {
            revokeTokens(name);
        }
    }

    /// The account of someone whom a login service vouches for, where there is one.
    public Optional<Account> account(VouchedFor who) {
        return find(who).map(StoredAccount::account);
    }

    /// The same with the role that the service gives now, made when it is not there yet. One that is disabled stays as
    /// it is.
    public synchronized Account admit(VouchedFor who, Role role, String unit) {
        Optional<StoredAccount> known = find(who);
        if (known.isEmpty()) {
            String name = nameOf(who);
            var accounts = new ArrayList<>(content.accounts());
            accounts.add(new StoredAccount(name, "", false, false, role, unit.strip(), false, who.stored()));
            replace(new AccountFile(accounts, content.tokens()));
            return account(name).orElseThrow();
        }
        StoredAccount old = known.get();
        StoredAccount next = old.with(role).withUnit(unit.strip()).withVouching(who.stored());
        if (!old.isDisabled() && !old.equals(next)) {
            change(old.name(), same -> next);
        }
        return account(old.name()).orElseThrow();
    }

    /// The same for the same person at every login, and no other account's.
    private String nameOf(VouchedFor who) {
        String name = "oidc-" + sha256(who.issuer() + "\n" + who.subject()).substring(0, 16);
        if (find(name).isPresent()) {
            throw new IllegalStateException("The name %s is taken by another account; disable that".formatted(name));
        }
        return name;
    }

    private Optional<StoredAccount> find(VouchedFor who) {
        return snapshot().accounts().stream()
                .filter(account ->
                        account.vouching() != null && account.vouching().isOf(who))
                .findFirst();
    }

    /// Whether an account may see what is withheld of any document, and release it. The first account may, others when
    /// they were given the right.
    public boolean mayReleasePersonalData(String name) {
        return account(name).filter(Account::personalData).isPresent();
    }

    /// Gives or takes the right to see and release personal data.
    public synchronized void allowPersonalData(String name, boolean allowed) {
        change(name, old -> old.withPersonalData(allowed));
    }

    /// @return the account as it was
    private StoredAccount change(String name, UnaryOperator<StoredAccount> change) {
        StoredAccount old = find(name).orElseThrow(() -> new IllegalArgumentException("No account is called " + name));
        var accounts = new ArrayList<>(content.accounts());
        accounts.set(accounts.indexOf(old), change.apply(old));
        if (old.isActiveAdministrator() && accounts.stream().noneMatch(StoredAccount::isActiveAdministrator)) {
            throw new IllegalStateException("%s is the last administrator; make another one first".formatted(name));
        }
        replace(new AccountFile(accounts, content.tokens()));
        return old;
    }

    /// Makes a token that may do all that its account may, and does not expire.
    public synchronized String issueToken(String account, String label) {
        return issueToken(account, label, Role.ADMINISTRATOR, Optional.empty());
    }

    /// Makes a token and returns its secret, which is shown once and never again.
    ///
    /// @param most what it may do at most; never more than its account
    public synchronized String issueToken(String account, String label, Role most, Optional<Instant> expires) {
        if (find(account).isEmpty()) {
            throw new IllegalArgumentException("No account is called " + account);
        }
        String secret = TOKEN_PREFIX + random(TOKEN_BYTES);
        var tokens = new ArrayList<>(content.tokens());
        tokens.add(new StoredToken(
                HexFormat.of().formatHex(bytes(6)),
                account,
                label.strip(),
                sha256(secret),
                Instant.now(clock),
                most,
                expires.orElse(null),
                null));
        replace(new AccountFile(content.accounts(), tokens));
        return secret;
    }

    /// The account that a token speaks for, with no more rights than the token; empty when the token is unknown,
    /// revoked or expired, or its account is disabled.
    public Optional<Account> byToken(String secret) {
        byte[] wanted = sha256(secret).getBytes(StandardCharsets.US_ASCII);
        Instant now = Instant.now(clock);
        Optional<StoredToken> found = snapshot().tokens().stream()
                .filter(token -> MessageDigest.isEqual(wanted, token.sha256().getBytes(StandardCharsets.US_ASCII)))
                .findFirst()
                .filter(token -> !token.isOver(now));
        Optional<Account> account = found.flatMap(token -> account(token.account())
                .filter(owner -> !owner.disabled())
                .map(owner -> owner.atMost(token.token(owner.role()).role())));
        if (account.isPresent()) {
            found.ifPresent(token -> noteUse(token, now));
        }
        return account;
    }

    /// At most once an hour, so that using a token is no writing.
    private synchronized void noteUse(StoredToken token, Instant now) {
        if (token.used() == null || token.used().plus(BETWEEN_NOTES).isBefore(now)) {
            var tokens = new ArrayList<>(content.tokens());
            int at = tokens.indexOf(token);
            if (at >= 0) {
                tokens.set(at, token.usedAt(now));
                replace(new AccountFile(content.accounts(), tokens));
            }
        }
    }

    /// The tokens of an account, the oldest first.
    public List<Token> tokens(String account) {
        Role most = account(account).map(Account::role).orElse(Role.READER);
        return snapshot().tokens().stream()
                .filter(token -> token.account().equals(account))
                .map(token -> token.token(most))
                .toList();
    }

    /// Makes a token of this account worthless.
    ///
    /// @return whether it had one with this id
    public synchronized boolean revokeToken(String account, String id) {
        var tokens = new ArrayList<>(content.tokens());
        boolean had = tokens.removeIf(
                token -> token.account().equals(account) && token.id().equals(id));
        if (had) {
            replace(new AccountFile(content.accounts(), tokens));
        }
        return had;
    }

    /// Makes all tokens of an account worthless.
    public synchronized void revokeTokens(String account) {
        List<StoredToken> others = content.tokens().stream()
                .filter(token -> !token.account().equals(account))
                .toList();
        if (others.size() < content.tokens().size()) {
            replace(new AccountFile(content.accounts(), others));
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
