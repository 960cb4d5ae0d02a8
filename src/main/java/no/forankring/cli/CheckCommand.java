package no.forankring.cli;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.forankring.access.AccessException;
import no.forankring.access.Accounts;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.graph.HowFar;
import no.forankring.saved.SavedSearchException;
import no.forankring.saved.SavedSearches;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Compares journal, graph, shapes, index, originals, accounts and saved searches with each other.
@CommandLine.Command(name = "check", description = "Sammenlign alt som er lagret, og meld det som ikke stemmer.")
final class CheckCommand extends Command.LongOnHome {

    private static final int STEPS = 5;
    private static final int STEPS_REPAIRING = 7;
    private static final int STEPS_AGAIN = 3;

    @Option(names = "--repair", description = "Rett det som kan rettes.")
    boolean repair;

    @Override
    public Integer call() {
        try (Progress progress = progress(repair ? STEPS_REPAIRING : STEPS)) {
            return check(progress);
        }
    }

    private int check(Progress progress) {
        var findings = new ArrayList<String>();
        if (repair) {
            // Before opening, since a damaged journal does not open.
            progress.step("Retter journal og graf");
            findings.addAll(GraphStore.repair(home, new Addresses(base), Clock.systemUTC()));
        }
        progress.step("Åpner hjemmemappen");
        try (OpenHome open = openHome()) {
            // As every start does: what the index merely has not followed yet is no finding.
            open.ingest().catchUp(progress.step("Lar søkeindeksen følge grafen", "dokumenter"));
            findings.addAll(found(open, repair, progress));
            if (repair) {
                mendIndex(open, progress.step("Retter søkeindeksen", "dokumenter"));
            }
            boolean again = repair && !findings.isEmpty();
            progress.more(again ? STEPS_AGAIN : 0);
            List<String> left = again ? found(open, false, progress) : findings;
            progress.close();
            findings.forEach(out()::println);
            out().println(summary(findings, left, open.graph().lastChange()));
            if (repair) {
                left.forEach(out()::println);
            }
            out().flush();
            return findings.isEmpty() ? OK : FINDINGS;
        }
    }

    private List<String> found(OpenHome open, boolean mend, Progress progress) {
        progress.step("Prøver journal og graf mot hverandre");
        var found = new ArrayList<String>(open.graph().check(mend));
        progress.step("Prøver søkeindeksen");
        found.addAll(open.index().check());
        found.addAll(open.ingest().check());
        progress.step("Leser originalene");
        found.addAll(open.ingest().checkOriginals(mend));
        found.addAll(files(open));
        return found;
    }

    private static void mendIndex(OpenHome open, HowFar heard) {
        if (!open.index().check().isEmpty()) {
            open.index().clear();
            open.ingest().rebuildIndex(heard);
        } else if (!open.ingest().check().isEmpty()) {
            open.ingest().mendIndex();
        }
    }

    /// The files that only the service opens.
    private List<String> files(OpenHome open) {
        var found = new ArrayList<String>();
        try {
            SavedSearches.open(home, open.index(), Clock.systemUTC());
            if (Files.exists(home.resolve("accounts.json"))) {
                Accounts.open(home, Clock.systemUTC());
            }
        } catch (SavedSearchException | AccessException e) {
            found.add(e.getMessage() == null ? e.toString() : e.getMessage());
        }
        return found;
    }

    private String summary(List<String> findings, List<String> left, long last) {
        if (findings.isEmpty()) {
            return "Alt stemmer. Siste endring har nummer %d.".formatted(last);
        }
        if (!repair) {
            return "%d avvik. Kjør check --repair for å rette dem.".formatted(findings.size());
        }
        return left.isEmpty()
                ? "%d avvik, rettet. Nå stemmer alt.".formatted(findings.size())
                : "%d avvik. Dette måtte du rette selv (%d):".formatted(findings.size(), left.size());
    }
}
