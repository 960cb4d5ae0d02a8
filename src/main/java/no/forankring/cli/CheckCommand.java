package no.forankring.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Compares journal, graph, shapes, index and originals with each other.
@CommandLine.Command(name = "check", description = "Sammenlign alt som er lagret, og meld det som ikke stemmer.")
final class CheckCommand extends Command.OnHome {

    @Option(names = "--repair", description = "Rett det som kan rettes.")
    boolean repair;

    @Override
    public Integer call() {
        var findings = new ArrayList<String>();
        if (repair) {
            // Before opening, since a damaged journal does not open.
            findings.addAll(GraphStore.repair(home, new Addresses(base), Clock.systemUTC()));
        }
        try (OpenHome home = openHome()) {
            findings.addAll(home.graph().check(repair));
            List<String> damaged = home.index().check();
            if (repair && !damaged.isEmpty()) {
                home.index().clear();
                home.ingest().rebuildIndex();
            }
            if (repair) {
                home.ingest().catchUp();
            }
            findings.addAll(damaged);
            findings.addAll(home.ingest().check());
            findings.forEach(out()::println);
            out().println(
                            findings.isEmpty()
                                    ? "Alt stemmer. Siste endring har nummer %d."
                                            .formatted(home.graph().lastChange())
                                    : repair
                                            ? "%d avvik, rettet der det gikk. Kjør check igjen for å se om alt stemmer nå."
                                                    .formatted(findings.size())
                                            : "%d avvik. Kjør check --repair for å rette dem."
                                                    .formatted(findings.size()));
            out().flush();
            return findings.isEmpty() ? OK : FINDINGS;
        }
    }
}
