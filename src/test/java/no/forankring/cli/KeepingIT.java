package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import no.forankring.access.Accounts;
import no.forankring.access.Role;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.privacy.Deletions;
import no.forankring.trace.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands by which a home folder is kept: accounts, the audit log, deleting, and restoring a backup that is
/// older.
class KeepingIT {

    @TempDir
    Path folder;

    @Test
    void restoresABackupWithoutWhatWasDeletedSince() throws IOException {
        Path files = Files.createDirectories(folder.resolve("filer"));
        Files.writeString(files.resolve("mandat-kosthold.txt"), """
                Mandat for nettverk i kosthold

                Nettverket er forankret i Demensplan 2025.
                """);
        Files.writeString(files.resolve("mandat-smerte.txt"), """
                Mandat for nettverk i smertelindring

                Nettverket er forankret i Demensplan 2025.
                """);
        run(Command.OK, "ingest", "--home", home("a"), files.toString());
        Path backups = Files.createDirectories(folder.resolve("kopier"));
        Path older = backups.resolve("mandag.zip");
        assertThat(run(Command.OK, "backup", "--progress", "--home", home("a"), older.toString()))
                .startsWith("[1/2] Åpner hjemmemappen")
                .containsPattern("\\[2/2] Skriver kopien: (\\d+) av \\1 filer\\R");
        String pain = documents("a")
                .lines()
                .filter(id -> id.startsWith("mandat-smerte"))
                .findFirst()
                .orElseThrow();

        assertThat(run(Command.OK, "delete", "--home", home("a"), pain)).contains("Slettet " + pain);
        assertThat(run(Command.FAILED, "delete", "--home", home("a"), "finnes-ikke-12345678"))
                .contains("finnes ikke");
        assertThat(run(Command.OK, "restore", "--progress", "--home", home("b"), older.toString()))
                .startsWith("[1/6] Pakker ut kopien")
                .contains("[3/6] Bygger søkeindeksen: 2 av 2 dokumenter", "[6/6] Leser originalene");
        assertThat(documents("b")).as("nobody said that it was deleted").contains(pain);

        run(
                Command.OK,
                "restore",
                "--home",
                home("c"),
                "--deletions",
                home("a") + "/" + Deletions.FILE,
                older.toString());
        assertThat(documents("c")).doesNotContain(pain).contains("mandat-kosthold");

        // The next backup leaves the list beside all of them.
        run(
                Command.OK,
                "backup",
                "--home",
                home("a"),
                backups.resolve("tirsdag.zip").toString());
        run(Command.OK, "restore", "--home", home("d"), older.toString());
        assertThat(documents("d")).doesNotContain(pain).contains("mandat-kosthold");
        try (var originals = Files.walk(folder.resolve("d/files"))) {
            assertThat(originals.filter(Files::isRegularFile)).hasSize(1);
        }
        assertThat(run(Command.OK, "check", "--home", home("d"))).contains("Alt stemmer");

        // The same file taken in anew is another matter.
        run(
                Command.OK,
                "ingest",
                "--home",
                home("d"),
                files.resolve("mandat-smerte.txt").toString());
        assertThat(documents("d")).contains("mandat-smerte");
    }

    @Test
    void keepsAccountsAndTellsOfIt() {
        String home = home("kontoer");
        String made =
                run(Command.OK, "account", "add", "--home", home, "--role", "owner", "--unit", "usht-fjordvik", "kari");
        String password = made.substring(made.lastIndexOf(' ') + 1).strip();
        var accounts = Accounts.open(folder.resolve("kontoer"), Clock.systemUTC());
        assertThat(accounts.login("kari", password).orElseThrow().decidesFor("usht-fjordvik"))
                .isTrue();

        assertThat(run(Command.FAILED, "account", "add", "--home", home, "kari"))
                .contains("kari");
        assertThat(run(Command.FAILED, "account", "role", "--home", home, "kari", "sjef"))
                .contains("reader, adviser, owner, administrator");
        run(Command.OK, "account", "role", "--home", home, "kari", "administrator");
        run(Command.OK, "account", "disable", "--home", home, "admin");
        assertThat(run(Command.FAILED, "account", "disable", "--home", home, "kari"))
                .contains("last administrator");
        assertThat(run(Command.OK, "account", "list", "--home", home))
                .contains("kari\tadministrator\tusht-fjordvik".replace("\tusht-fjordvik", ""))
                .contains("admin\tadministrator\t\tpersonal-data\tdisabled");
        run(Command.OK, "account", "password", "--home", home, "kari");

        var after = Accounts.open(folder.resolve("kontoer"), Clock.systemUTC());
        assertThat(after.login("kari", password)).isEmpty();
        assertThat(after.account("kari").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(run(Command.OK, "audit", "--home", home, "--about", "kari"))
                .contains("cli\taccount-made\tkari\towner", "role-changed\tkari\tadministrator", "password-reset\tkari")
                .doesNotContain(password);
    }

    private String home(String name) {
        return folder.resolve(name).toString();
    }

    private String documents(String name) {
        try (OpenHome open =
                OpenHome.open(folder.resolve(name), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC())) {
            return String.join(
                    "\n",
                    open.traces().list(Addresses.DOCUMENT).stream()
                            .map(Listing::thing)
                            .map(thing -> thing.id())
                            .toList());
        }
    }

    private static String run(int expected, String... arguments) {
        var out = new StringWriter();
        int status = Commands.run(arguments, new PrintWriter(out), new PrintWriter(out));
        assertThat(status).as("%s: %s", String.join(" ", arguments), out).isEqualTo(expected);
        return out.toString();
    }
}
