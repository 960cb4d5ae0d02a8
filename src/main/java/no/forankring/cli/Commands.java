package no.forankring.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The commands of `bin/forankring`, their exit codes and how they speak.
///
/// Exit codes: 0 done, 1 failed (standard error says what to do), 2 wrong usage, 3 done with gaps or findings.
/// Machine output goes to standard output alone; progress and logs go to standard error.
public final class Commands {

    private Commands() {}

    @CommandLine.Command(
            name = "forankring",
            description = "Knytter dokumenter til de styrende dokumentene de hviler på.",
            mixinStandardHelpOptions = false,
            synopsisSubcommandLabel = "KOMMANDO")
    static final class Root extends Command {

        @Override
        public Integer call() {
            java.util.Objects.requireNonNull(spec).commandLine().usage(err());
            return USAGE;
        }
    }

    @CommandLine.Command(name = "serve", description = "Start tjenesten og skriv adressen når den er klar.")
    static final class ServeCommand extends Command.OnHome {

        @Option(names = "--port", paramLabel = "N", description = "Porten (standard: 8080).")
        int port = 8080;

        @Override
        public Integer call() {
            // The entry point starts the service itself; here only --help ends up.
            return USAGE;
        }
    }

    /// Runs one command and returns its exit code.
    public static int run(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return run(
                args,
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8));
    }

    /// Like [#run(String[])], writing elsewhere.
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        try {
            return commandLine().setOut(out).setErr(err).execute(args);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static CommandLine commandLine() {
        var line = new CommandLine(new Root());
        for (Command command : List.of(
                new ServeCommand(),
                new IngestCommand(),
                new ImportCommand(),
                new LoadCommand(),
                new SearchCommand(),
                new TraceCommand(),
                new CiteCommand(),
                new ExtractCommand(),
                new EvaluateCommand(),
                new ReportCommand(),
                new QueryCommand(),
                new DeleteCommand(),
                new AuditCommand(),
                new CheckCommand(),
                new CompactCommand(),
                new BackupCommand(),
                new RestoreCommand(),
                new ExportCommand())) {
            line.addSubcommand(command);
        }
        line.addSubcommand("account", AccountCommand.line());
        line.setExecutionExceptionHandler((failure, commandLine, parsed) -> {
            String message = failure.getMessage();
            commandLine.getErr().println(message == null ? failure.toString() : message);
            return Command.FAILED;
        });
        return line;
    }

    /// The arguments of `serve` as settings of the service; others are handed on as they are.
    public static String[] serviceArguments(String[] args) {
        var settings = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            String[] option = args[i].split("=", 2);
            String setting = switch (option[0]) {
                case "--home" -> "--forankring.home=";
                case "--base" -> "--forankring.base=";
                case "--port" -> "--server.port=";
                default -> "";
            };
            if (setting.isEmpty()) {
                settings.add(args[i]);
            } else if (option.length == 2) {
                settings.add(setting + option[1]);
            } else if (i + 1 < args.length) {
                settings.add(setting + args[++i]);
            }
        }
        return settings.toArray(String[]::new);
    }
}
