package no.forankring.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import no.forankring.access.Account;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import no.forankring.access.AuditLog.Event;
import no.forankring.access.Role;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Keeps the accounts of a home folder that no service uses.
@CommandLine.Command(name = "account", description = "Lag og endre kontoer.")
final class AccountCommand extends Command {

    private static final String WHO = "cli";

    @Override
    public Integer call() {
        java.util.Objects.requireNonNull(spec).commandLine().usage(err());
        return USAGE;
    }

    /// The command with those under it.
    static CommandLine line() {
        return new CommandLine(new AccountCommand())
                .addSubcommand(new Add())
                .addSubcommand(new SetRole())
                .addSubcommand(new NewPassword())
                .addSubcommand(new Disable())
                .addSubcommand(new Enable())
                .addSubcommand(new ListAll());
    }

    private abstract static class OnAccounts extends OnHome {

        /// Opened with the home, whose lock keeps a running service from overwriting what is changed here.
        int with(BiConsumer<Accounts, AuditLog> work) {
            try (OpenHome opened = openHome()) {
                work.accept(Accounts.open(home, Clock.systemUTC()), AuditLog.open(home, Clock.systemUTC()));
            } catch (IllegalArgumentException | IllegalStateException refused) {
                err().println(refused.getMessage());
                return FAILED;
            }
            out().flush();
            return OK;
        }

        static Role role(String code) {
            return Role.of(code.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new IllegalArgumentException("Rollen er en av %s, men var %s."
                            .formatted(
                                    Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", ")),
                                    code)));
        }
    }

    private abstract static class OnOne extends OnAccounts {

        @Parameters(paramLabel = "NAME", description = "Navnet på kontoen.")
        String name = "";
    }

    @CommandLine.Command(name = "add", description = "Lag en konto, og skriv passordet én gang.")
    static final class Add extends OnOne {

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                defaultValue = "adviser",
                description = "reader, adviser, owner eller administrator (standard: ${DEFAULT-VALUE}).")
        String role = "adviser";

        @Option(names = "--unit", paramLabel = "KEY", description = "Enheten til en enhetseier, som usht-fjordvik.")
        String unit = "";

        @Override
        public Integer call() {
            return with((accounts, audit) -> {
                Role known = role(role);
                String password = accounts.add(name, known, unit);
                audit.note(WHO, Event.ACCOUNT_MADE, name, known.code());
                out().println("Kontoen %s er laget. Passord: %s".formatted(name, password));
            });
        }
    }

    @CommandLine.Command(name = "role", description = "Gi en konto en annen rolle.")
    static final class SetRole extends OnOne {

        @Parameters(index = "1", paramLabel = "ROLE", description = "reader, adviser, owner eller administrator.")
        String role = "";

        @Option(names = "--unit", paramLabel = "KEY", description = "Enheten til en enhetseier, som usht-fjordvik.")
        String unit = "";

        @Override
        public Integer call() {
            return with((accounts, audit) -> {
                Role known = role(role);
                accounts.setRole(name, known, unit);
                audit.note(WHO, Event.ROLE_CHANGED, name, (known.code() + " " + unit).strip());
                out().println("%s har nå rollen %s.".formatted(name, known.code()));
            });
        }
    }

    @CommandLine.Command(name = "password", description = "Lag et nytt passord, og skriv det én gang.")
    static final class NewPassword extends OnOne {

        @Override
        public Integer call() {
            return with((accounts, audit) -> {
                String password = accounts.resetPassword(name);
                audit.note(WHO, Event.PASSWORD_RESET, name);
                out().println("Nytt passord for %s: %s".formatted(name, password));
            });
        }
    }

    @CommandLine.Command(name = "disable", description = "Sperr en konto med alle nøkler.")
    static final class Disable extends OnOne {

        @Override
        public Integer call() {
            return with((accounts, audit) -> {
                accounts.setDisabled(name, true);
                audit.note(WHO, Event.ACCOUNT_DISABLED, name);
                out().println("%s er sperret.".formatted(name));
            });
        }
    }

    @CommandLine.Command(name = "enable", description = "Åpne en sperret konto.")
    static final class Enable extends OnOne {

        @Override
        public Integer call() {
            return with((accounts, audit) -> {
                accounts.setDisabled(name, false);
                audit.note(WHO, Event.ACCOUNT_ENABLED, name);
                out().println("%s kan logge inn igjen.".formatted(name));
            });
        }
    }

    @CommandLine.Command(name = "list", description = "Vis kontoene.")
    static final class ListAll extends OnAccounts {

        @Override
        public Integer call() {
            return with((accounts, audit) -> {
                for (Account account : accounts.list()) {
                    out().println(String.join(
                            "\t",
                            account.name(),
                            account.role().code(),
                            account.unit(),
                            account.personalData() ? "personal-data" : "",
                            account.disabled() ? "disabled" : ""));
                }
            });
        }
    }
}
