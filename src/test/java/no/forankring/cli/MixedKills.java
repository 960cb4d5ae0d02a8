package no.forankring.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import no.forankring.backup.Backup;
import no.forankring.document.ParseLimits;
import no.forankring.graph.GraphException;

/// Kills a process that does mixed work at random moments, starts again on what it left, and compares that with what
/// was acknowledged.
///
/// The long form is a program: `MixedKills [KILLS] [SEED]`. It prints a line for each kill and the sums at the end, and
/// ends with status 1 when something was lost.
public final class MixedKills {

    /// A home folder is given up after so many kills, so that first starts are killed too.
    private static final int KILLS_PER_HOME = 25;

    private static final int MOST_PIECES = 40;
    private static final int LONGEST_PAUSE = 300;
    private static final int LONGEST_START = 6_000;
    private static final int EVERY_FEW = 8;

    private final Path folder;
    private final Random random;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private Acknowledged acknowledged = new Acknowledged();
    private Path home;
    private int homes;

    MixedKills(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
        this.home = folder.resolve("0");
    }

    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        Path folder = Files.createTempDirectory("forankring-kills");
        System.out.println("kills %d seed %d".formatted(kills, seed));
        var run = new MixedKills(folder, seed);
        for (int i = 1; i <= kills; i++) {
            int before = run.problems.size();
            run.kill(i, i % KILLS_PER_HOME == 0 || i == kills);
            System.out.println("%d: %s".formatted(i, run.counts));
            run.problems.stream().skip(before).forEach(problem -> System.out.println("PROBLEM " + problem));
        }
        System.out.println("%d kills, %d problems; %s".formatted(kills, run.problems.size(), run.counts));
        delete(folder);
        System.exit(run.problems.isEmpty() ? 0 : 1);
    }

    /// What was not as promised, one sentence each.
    List<String> problems() {
        return problems;
    }

    /// How many pieces of each kind were acknowledged, and how often something was found moved aside.
    Map<String, Integer> counts() {
        return counts;
    }

    /// Kills once, starts again, compares.
    ///
    /// @param last whether the home folder is given up afterwards, when a copy of it was compared with it too
    void kill(int round, boolean last) throws Exception {
        Files.createDirectories(home);
        workUntilKilled(round);
        try (OpenHome open =
                OpenHome.open(home.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC())) {
            open.ingest().catchUp();
            finishJobs(open);
            problem(round, open.graph().check(false));
            problem(round, open.index().check());
            problem(round, open.ingest().checkOriginals(false));
            problem(round, open.ingest().check());
            problem(round, acknowledged.missing(open, home));
            if (last) {
                problem(round, copyDiffers(open));
            }
        } catch (RuntimeException e) {
            problems.add("round %d: did not start: %s".formatted(round, e));
            e.printStackTrace(System.out);
        }
        leftovers(round);
        if (last) {
            delete(home);
            acknowledged = new Acknowledged();
            home = folder.resolve(Integer.toString(++homes));
        }
    }

    private static void finishJobs(OpenHome open) {
        while (open.ingest().jobs().stream().anyMatch(job -> job.finished().isEmpty())) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void problem(int round, List<String> found) {
        found.forEach(problem -> problems.add("round %d: %s".formatted(round, problem)));
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    // ---- the process that is killed ----

    private void workUntilKilled(int round) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xss4m",
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dforankring.log.level=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MixedWork.class.getName(),
                        home.toString(),
                        Integer.toString(round),
                        Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // One in six is killed while it opens the home folder, the others a while after so many pieces of work.
        boolean starting = random.nextInt(6) == 0;
        int enough = random.nextInt(MOST_PIECES);
        long pause = random.nextInt(LONGEST_PAUSE);
        if (starting) {
            killAfter(process, random.nextInt(LONGEST_START));
        }
        int pieces = -1;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (line.endsWith("\t.")) {
                    String[] words = line.substring(0, line.length() - 2).split("\t");
                    count(words[0]);
                    if (words[0].equals("ready")) {
                        secondIsKeptOut(round, process);
                    }
                    if (++pieces == enough && !starting) {
                        killAfter(process, pause);
                    }
                    if (words[0].equals("failed")) {
                        problems.add("round %d: the work was refused: %s".formatted(round, words[1]));
                    }
                    acknowledged.note(words);
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            // The pipe breaks with the process; what was read before counts.
            count("broken pipe");
        }
        process.waitFor();
        count("kill");
    }

    /// While the process lives nobody else gets in.
    private void secondIsKeptOut(int round, Process process) {
        try (OpenHome second =
                OpenHome.open(home.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC())) {
            if (process.isAlive()) {
                problems.add("round %d: a second process got in, at change %d"
                        .formatted(round, second.graph().lastChange()));
            }
        } catch (GraphException kept) {
            if (!String.valueOf(kept.getMessage()).contains("in use by another process")) {
                problems.add("round %d: a second process was told %s".formatted(round, kept.getMessage()));
            }
            count("second kept out");
        }
    }

    private static void killAfter(Process process, long milliseconds) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
                    // By its handle, which leaves the stream open to be read to its end.
                    process.toHandle().destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    // ---- what it left ----

    /// Backups are whole or not there, and so are the folders made of them.
    private void leftovers(int round) throws Exception {
        List<Path> left;
        try (Stream<Path> files = Files.list(home)) {
            left = files.toList();
        }
        for (Path path : left) {
            String name = path.getFileName().toString();
            try {
                if (name.endsWith(".zip")) {
                    Backup.verify(path);
                } else if (name.startsWith("gjenopprettet") && !name.endsWith(".restoring")) {
                    whole(round, path);
                }
            } catch (IOException | RuntimeException e) {
                problems.add("round %d: %s: %s".formatted(round, name, e));
            }
            if (!name.equals("home")) {
                delete(path);
            }
        }
        try (Stream<Path> files = Files.list(home.resolve("home"))) {
            for (Path aside :
                    files.filter(file -> file.toString().contains(".damaged-")).toList()) {
                count(aside.getFileName().toString().startsWith("index") ? "index rebuilt" : "database rebuilt");
                delete(aside);
            }
        }
    }

    private void whole(int round, Path restored) {
        if (random.nextInt(EVERY_FEW) != 0) {
            return;
        }
        try (OpenHome open = OpenHome.open(restored, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC())) {
            open.ingest().catchUp();
            finishJobs(open);
            problem(round, open.graph().check(false));
            problem(round, open.ingest().check());
            count("restored home checked");
        }
    }

    private List<String> copyDiffers(OpenHome open) throws Exception {
        Path file = home.resolve("siste.zip");
        Path restored = home.resolve("gjenopprettet-siste");
        Backup.write(home.resolve("home"), open.graph(), Clock.systemUTC(), file);
        Backup.restore(file, restored);
        try (OpenHome copy = OpenHome.open(restored, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC())) {
            copy.ingest().catchUp();
            finishJobs(copy);
            return HomeContent.of(copy, restored).differences(HomeContent.of(open, home.resolve("home")));
        }
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
