package no.forankring.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import no.forankring.access.Accounts;
import no.forankring.backup.Backup;
import no.forankring.curation.Basis;
import no.forankring.curation.Field;
import no.forankring.curation.StoredThing;
import no.forankring.curation.ThingDraft;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Kept;
import no.forankring.ingest.Source;
import no.forankring.review.ReviewQueue;
import no.forankring.saved.SavedSearches;
import no.forankring.search.SearchQuery;
import org.apache.jena.sparql.exec.UpdateExec;

/// The process that [MixedKills] kills: does all kinds of work side by side on one home folder, and prints a line for
/// each piece that was acknowledged. Each line ends with ` .`, so that one that broke off is not taken for whole.
final class MixedWork {

    private static final int FILES_AT_ONCE = 8;
    private static final int NAMES = 40;

    private final OpenHome home;
    private final Path folder;
    private final String round;
    private final Random random;

    private MixedWork(OpenHome home, Path folder, String round, long seed) {
        this.home = home;
        this.folder = folder;
        this.round = round;
        this.random = new Random(seed);
    }

    /// Arguments: a folder with `home` in it, the number of the round, a seed.
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        OpenHome home =
                OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        home.ingest().catchUp();
        tell("ready");
        var work = new MixedWork(home, folder, args[1], Long.parseLong(args[2]));
        work.start(work::takeIn);
        work.start(work::accept);
        work.start(work::judge);
        work.start(work::curate);
        work.start(work::update);
        work.start(work::accounts);
        work.start(work::copies);
        work.start(work::index);
        LockSupport.park();
    }

    private static synchronized void tell(String... words) {
        System.out.println(String.join("\t", words) + "\t.");
        System.out.flush();
    }

    private interface Piece {
        void once(int turn) throws Exception;
    }

    private void start(Piece piece) {
        var pauses = new Random(random.nextLong());
        Thread.ofPlatform().start(() -> {
            for (int turn = 0; ; turn++) {
                try {
                    piece.once(turn);
                    Thread.sleep(pauses.nextInt(30));
                } catch (Exception e) {
                    // Whatever is refused was not acknowledged; that it is refused at all is what the parent is told.
                    tell("failed", e.toString().lines().findFirst().orElse(""));
                    LockSupport.parkNanos(200_000_000);
                }
            }
        });
    }

    // ---- taking in ----

    /// Some files under names of their own, and new versions of earlier ones.
    private void takeIn(int turn) throws Exception {
        Map<String, byte[]> texts = new HashMap<>();
        var sources = new ArrayList<Source>();
        for (int i = 0; i < FILES_AT_ONCE; i++) {
            String name = i % 2 == 0
                    ? "mappe/fast-%d.txt".formatted(random.nextInt(NAMES))
                    : "mappe/%s-%d-%d.txt".formatted(round, turn, i);
            byte[] text = """
                    Mandat for nettverk i tema %s

                    Nettverket er forankret i følgende styrende dokumenter

                    • Meld. St. 15 (2017–2018) Leve hele livet
                    • Stortingsmelding 24
                    • Helse- og omsorgstjenesteloven § 4-1

                    Utgave %s-%d-%d.
                    """.formatted(name.replaceAll("[^a-z0-9-]", " "), round, turn, i)
                    .getBytes(StandardCharsets.UTF_8);
            if (texts.putIfAbsent(name, text) == null) {
                sources.add(new Source(name, () -> new ByteArrayInputStream(text)));
            }
        }
        String id = home.ingest().submit("kari", "runde " + round, sources);
        Set<Integer> told = new LinkedHashSet<>();
        Job job;
        do {
            job = home.ingest().job(id).orElseThrow();
            for (int i = 0; i < job.files().size(); i++) {
                Job.FileProgress file = job.files().get(i);
                if (file.outcome().isPresent() && told.add(i)) {
                    tell(file, texts);
                }
            }
            LockSupport.parkNanos(1_000_000);
        } while (job.finished().isEmpty());
    }

    /// As an upload does: answered when the original and the job are kept, before anything is read.
    private void accept(int turn) throws Exception {
        byte[] text = "Referat %s-%d\n\nDemensplan 2025 ble drøftet.\n"
                .formatted(round, turn)
                .getBytes(StandardCharsets.UTF_8);
        String name = "opplastet-%s-%d.txt".formatted(round, turn);
        home.ingest()
                .submitKept(
                        "kari", name, List.of(new Kept(name, home.documents().keep(new ByteArrayInputStream(text)))));
        tell("accepted", sha256(text));
        LockSupport.parkNanos(900_000_000);
    }

    private static void tell(Job.FileProgress file, Map<String, byte[]> texts) throws Exception {
        switch (file.outcome().orElseThrow()) {
            case FileOutcome.Ingested ingested ->
                tell(
                        "document",
                        ingested.document().value(),
                        Integer.toString(ingested.version()),
                        sha256(java.util.Objects.requireNonNull(texts.get(file.name()))));
            case FileOutcome.Failed failed -> tell("failed", file.name() + " " + failed.message());
            case FileOutcome.Unchanged same -> {}
            case FileOutcome.LinkedAgain again -> {}
        }
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    // ---- deciding and stating ----

    private void judge(int turn) {
        List<String> waiting = home.reviews().waiting();
        if (waiting.isEmpty()) {
            return;
        }
        String link = waiting.get(new Random(turn).nextInt(waiting.size()));
        var verdict = ReviewQueue.Verdict.values()[turn % 3];
        home.reviews().decide(link, verdict, "ola").join();
        tell("judgment", link, verdict.name());
    }

    private void curate(int turn) {
        StoredThing made = home.curation()
                .create(
                        new ThingDraft(
                                Addresses.NETWORK,
                                Map.of(Field.NAME, "Nettverk %s nr. %d".formatted(round, turn), Field.YEAR, "2020")),
                        Basis.of("sagt på planmøtet"),
                        true,
                        "kari")
                .thing();
        tell("thing", made.iri(), "2020");
        home.curation()
                .edit(
                        made.iri(),
                        new ThingDraft(Addresses.NETWORK, Map.of(Field.YEAR, "2021")),
                        Set.of(),
                        made.seen(),
                        Basis.of("rettet på planmøtet"),
                        "kari");
        tell("thing", made.iri(), "2021");
    }

    /// One that adds, and moves a mark that stands in two graphs at once.
    private void update(int turn) {
        String number = round + "-" + turn;
        home.graph()
                .write(
                        "analytiker",
                        "SPARQL-oppdatering",
                        state -> UpdateExec.dataset(state)
                                .update("""
                                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                                INSERT DATA { GRAPH <%1$s/graph/arbeid> { <%1$s/id/arbeid/%2$s> rdfs:label "%2$s" } } ;
                                DELETE WHERE { GRAPH <%1$s/graph/arbeid> { <%1$s/id/arbeid/merke> rdfs:label ?x } } ;
                                DELETE WHERE { GRAPH <%1$s/graph/speil> { <%1$s/id/arbeid/merke> rdfs:label ?x } } ;
                                INSERT DATA { GRAPH <%1$s/graph/arbeid> { <%1$s/id/arbeid/merke> rdfs:label "%2$s" }
                                              GRAPH <%1$s/graph/speil> { <%1$s/id/arbeid/merke> rdfs:label "%2$s" } }
                                """.formatted(OpenHome.DEFAULT_BASE, number))
                                .execute())
                .join();
        tell("update", number);
    }

    private void accounts(int turn) {
        Path where = folder.resolve("home");
        Accounts accounts = Accounts.open(where, Clock.systemUTC());
        tell("token", accounts.issueToken(Accounts.FIRST_ACCOUNT, "nr. " + turn));
        SavedSearches searches = SavedSearches.open(where, home.index(), Clock.systemUTC());
        if (searches.of("kari").size() < SavedSearches.MOST) {
            String words = "tema %s %d".formatted(round, turn);
            tell(
                    "search",
                    searches.save("kari", "", words, Map.of(), SearchQuery.Sort.RELEVANCE)
                            .id());
        }
    }

    // ---- upkeep ----

    /// A backup, and every other time a home folder made of it.
    private void copies(int turn) throws Exception {
        Path file = folder.resolve("kopi-%s-%d.zip".formatted(round, turn));
        Backup.Written written = Backup.write(folder.resolve("home"), home.graph(), Clock.systemUTC(), file);
        tell("backup", file.getFileName().toString(), Long.toString(written.change()));
        if (turn % 2 == 1) {
            Path restored = folder.resolve("gjenopprettet-%s-%d".formatted(round, turn));
            Backup.restore(file, restored);
            tell("restored", restored.getFileName().toString(), Long.toString(written.change()));
        }
        if (turn > 1) {
            Files.deleteIfExists(folder.resolve("kopi-%s-%d.zip".formatted(round, turn - 2)));
            tell("deleted", "kopi-%s-%d.zip".formatted(round, turn - 2));
        }
    }

    private void index(int turn) {
        if (turn % 3 == 0) {
            home.ingest().rebuildIndex();
            tell("index");
        } else {
            home.graph().snapshot();
            tell("snapshot");
        }
        LockSupport.parkNanos(100_000_000);
    }
}
