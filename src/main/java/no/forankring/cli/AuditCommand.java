package no.forankring.cli;

import java.time.Clock;
import no.forankring.access.AuditLog;
import no.forankring.access.AuditLog.Entry;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Shows the audit log; also while a service runs, since it only reads.
@CommandLine.Command(name = "audit", description = "Vis revisjonsloggen, det nyeste først.")
final class AuditCommand extends Command.OnHome {

    @Option(names = "--who", paramLabel = "NAME", description = "Bare det denne kontoen har gjort.")
    String who = "";

    @Option(names = "--event", paramLabel = "CODE", description = "Bare dette, som login-failed eller released.")
    String event = "";

    @Option(names = "--about", paramLabel = "ID", description = "Bare om dette dokumentet eller denne kontoen.")
    String about = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Så mange linjer (standard: 1000).")
    int limit = 1000;

    @Override
    public Integer call() {
        for (Entry entry : AuditLog.open(home, Clock.systemUTC())
                .newest(
                        one -> (who.isEmpty() || one.who().equals(who))
                                && (event.isEmpty() || one.event().equals(event))
                                && (about.isEmpty() || one.about().equals(about)),
                        limit)) {
            out().println(String.join(
                    "\t", entry.at().toString(), entry.who(), entry.event(), entry.about(), entry.detail()));
        }
        out().flush();
        return OK;
    }
}
