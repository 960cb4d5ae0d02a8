package no.forankring.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-03T09:00:00Z"), ZoneOffset.UTC);
    private static final int CHEAP = 1_000;

    @TempDir
    Path home;

    @Test
    void letsTheFirstAccountReleasePersonalDataAndOthersOnlyWhenTheyMay() throws Exception {
        Accounts accounts = open();
        accounts.add("kari", "en lang nok setning");

        assertThat(accounts.mayReleasePersonalData("admin")).isTrue();
        assertThat(accounts.mayReleasePersonalData("kari")).isFalse();
        assertThat(accounts.mayReleasePersonalData("ingen")).isFalse();
        accounts.allowPersonalData("kari", true);
        accounts.setPassword("kari", "en annen lang setning");
        assertThat(open().mayReleasePersonalData("kari")).isTrue();

        // As an earlier version wrote it.
        Path file = home.resolve("accounts.json");
        Files.writeString(file, Files.readString(file).replaceAll(",\\s*\"personalData\" : (true|false)", ""));
        assertThat(open().mayReleasePersonalData("admin")).isTrue();
        assertThat(open().mayReleasePersonalData("kari")).isFalse();
    }

    @Test
    void readsAFileWithoutRolesSoThatTheFirstKeepsTheAccountsAndOthersWrite() throws Exception {
        Accounts accounts = open();
        accounts.add("kari", "en lang nok setning");
        Path file = home.resolve("accounts.json");
        Files.writeString(
                file,
                Files.readString(file).replaceAll(",\\s*\"(role|unit|disabled)\" : (\"[^\"]*\"|null|true|false)", ""));
        assertThat(Files.readString(file)).doesNotContain("role");

        assertThat(open().list())
                .extracting(Account::name, Account::role, Account::disabled)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("admin", Role.ADMINISTRATOR, false),
                        org.assertj.core.groups.Tuple.tuple("kari", Role.ADVISER, false));
    }

    @Test
    void keepsTheLastAdministrator() {
        Accounts accounts = open();
        accounts.add("kari", "en lang nok setning");

        assertThatThrownBy(() -> accounts.setRole("admin", Role.READER, "")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> accounts.setDisabled("admin", true)).isInstanceOf(IllegalStateException.class);
        accounts.setRole("kari", Role.ADMINISTRATOR, "");
        accounts.setDisabled("admin", true);
        assertThat(open().account("admin").orElseThrow().disabled()).isTrue();
    }

    @Test
    void letsATokenDoNoMoreThanItsOwnRoleAndItsAccount() {
        Accounts accounts = open();
        accounts.add("kari", "en lang nok setning");
        String reading = accounts.issueToken("admin", "lese", Role.READER, java.util.Optional.empty());
        String much = accounts.issueToken("kari", "alt", Role.ADMINISTRATOR, java.util.Optional.empty());

        Account reader = accounts.byToken(reading).orElseThrow();
        assertThat(reader.role()).isEqualTo(Role.READER);
        assertThat(reader.personalData())
                .as("a lesser token sees no personal data")
                .isFalse();
        assertThat(accounts.byToken(much).orElseThrow().role()).isEqualTo(Role.ADVISER);
        assertThat(accounts.tokens("kari").getFirst().role()).isEqualTo(Role.ADVISER);
        assertThat(accounts.tokens("kari").getFirst().used()).hasValue(CLOCK.instant());

        accounts.setRole("kari", Role.READER, "");
        assertThat(accounts.byToken(much).orElseThrow().role()).isEqualTo(Role.READER);
        accounts.setDisabled("kari", true);
        assertThat(accounts.byToken(much)).isEmpty();
        assertThat(accounts.login("kari", "en lang nok setning")).isEmpty();
    }

    @Test
    void endsATokenOnItsDay() {
        Accounts accounts = open();
        String token = accounts.issueToken(
                "admin",
                "kort",
                Role.ADVISER,
                java.util.Optional.of(CLOCK.instant().plusSeconds(60)));
        assertThat(accounts.byToken(token)).isPresent();

        Clock later = Clock.offset(CLOCK, java.time.Duration.ofSeconds(60));

        assertThat(Accounts.open(home, later, CHEAP).byToken(token)).isEmpty();
    }

    @Test
    void makesUpAPasswordThatIsToBeChanged() {
        Accounts accounts = open();
        String first = accounts.add("ola", Role.OWNER, " usht-fjordvik ");

        Account ola = accounts.login("ola", first).orElseThrow();
        assertThat(ola.firstPassword()).isTrue();
        assertThat(ola.decidesFor("usht-fjordvik")).isTrue();
        assertThat(ola.decidesFor("usht-lillevik")).isFalse();
        String second = accounts.resetPassword("ola");
        assertThat(accounts.login("ola", first)).isEmpty();
        assertThat(accounts.login("ola", second)).isPresent();
    }

    @Test
    void makesOneAccountWithARandomPasswordAtTheFirstStart() throws IOException {
        var first = open().firstLogin().orElseThrow();

        assertThat(first.account()).isEqualTo("admin");
        assertThat(first.password()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Files.readString(home.resolve("first-login.txt"))).contains(first.password());
        assertThat(first.toString()).doesNotContain(first.password());
    }

    @Test
    void tellsThePasswordOnlyAtTheFirstStart() {
        var first = open().firstLogin().orElseThrow();

        var again = open();

        assertThat(again.firstLogin()).isEmpty();
        assertThat(again.login("admin", first.password()))
                .hasValue(new Account("admin", Role.ADMINISTRATOR, "", true, false, true));
    }

    @Test
    void keepsNoPasswordAndNoTokenInTheClear() throws IOException {
        var accounts = open();
        String password = accounts.firstLogin().orElseThrow().password();
        String token = accounts.issueToken("admin", "nattlig innlesing");

        String stored = Files.readString(home.resolve("accounts.json"));

        assertThat(stored)
                .contains("nattlig innlesing")
                .doesNotContain(password)
                .doesNotContain(token);
    }

    @Test
    void letsOnlyTheOwnerReadTheFiles() throws IOException {
        open().issueToken("admin", "x");

        for (String name : new String[] {"accounts.json", "first-login.txt"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownName() {
        var accounts = open();

        assertThat(accounts.login("admin", "wrong")).isEmpty();
        assertThat(accounts.login("nobody", "nobody")).isEmpty();
    }

    @Test
    void removesTheFileWithTheFirstPasswordWhenThatIsChanged() {
        var accounts = open();
        String first = accounts.firstLogin().orElseThrow().password();

        accounts.setPassword("admin", "en lang nok setning");

        assertThat(home.resolve("first-login.txt")).doesNotExist();
        assertThat(accounts.login("admin", first)).isEmpty();
        assertThat(open().login("admin", "en lang nok setning"))
                .hasValue(new Account("admin", Role.ADMINISTRATOR, "", true, false, false));
    }

    @Test
    void saysHowLongAPasswordMustBe() {
        var accounts = open();

        assertThatThrownBy(() -> accounts.setPassword("admin", "kort"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12");
    }

    @Test
    void acceptsATokenUntilItIsRevoked() {
        var accounts = open();
        String secret = accounts.issueToken("admin", "innlesing");
        assertThat(open().byToken(secret)).map(Account::name).hasValue("admin");

        Token token = accounts.tokens("admin").getFirst();
        accounts.revokeToken("admin", token.id());

        assertThat(token.created()).isEqualTo(CLOCK.instant());
        assertThat(accounts.byToken(secret)).isEmpty();
        assertThat(accounts.tokens("admin")).isEmpty();
    }

    @Test
    void revokesNoTokenOfAnotherAccount() {
        var accounts = open();
        accounts.add("kari", "en lang nok setning");
        String secret = accounts.issueToken("admin", "innlesing");

        accounts.revokeToken("kari", accounts.tokens("admin").getFirst().id());

        assertThat(accounts.byToken(secret)).isPresent();
    }

    @Test
    void refusesToStartOnAFileItCannotReadAndSaysWhatToDo() throws IOException {
        Files.writeString(home.resolve("accounts.json"), "{ torn");

        assertThatThrownBy(this::open)
                .isInstanceOf(AccessException.class)
                .hasMessageContaining("accounts.json")
                .hasMessageContaining("Restore");
    }

    private Accounts open() {
        return Accounts.open(home, CLOCK, CHEAP);
    }
}
