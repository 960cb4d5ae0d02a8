package no.forankring;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.forankring.cli.Commands;
import org.springframework.boot.SpringApplication;

/// The one entry point: a command when the first argument names one, else the service.
public final class Forankring {

    /// Lucene tells at every start that a faster vector module exists; text search does not need it. Held here, since
    /// a logger that nobody holds forgets its level.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private static final String LOG_FORMAT = "--forankring.log.format=";

    private Forankring() {}

    public static void main(String[] args) {
        LUCENE.setLevel(Level.SEVERE);
        // Known to the log before anything else reads settings.
        Arrays.stream(args)
                .filter(arg -> arg.startsWith(LOG_FORMAT))
                .forEach(arg -> System.setProperty("forankring.log.format", arg.substring(LOG_FORMAT.length())));
        boolean bare = args.length == 0 || args[0].startsWith("--forankring.") || args[0].startsWith("--server.");
        if (bare) {
            serve(args);
        } else if (args[0].equals("serve")
                && Arrays.stream(args).noneMatch(arg -> arg.equals("--help") || arg.equals("-h"))) {
            serve(Commands.serviceArguments(Arrays.copyOfRange(args, 1, args.length)));
        } else {
            System.setProperty("forankring.log.level", System.getProperty("forankring.log.level", "WARN"));
            int status = Commands.run(args);
            // Library threads must not keep a finished command alive.
            System.exit(status);
        }
    }

    private static void serve(String[] arguments) {
        new SpringApplication(Wiring.class).run(arguments);
    }
}
