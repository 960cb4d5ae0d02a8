package no.forankring.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The graph could not be opened, read or written. The message says what failed and what to do.
public final class GraphException extends RuntimeException {

    private static final int SHOWN = 20;

    private final transient List<Violation> objections;

    GraphException(String message, List<Violation> objections, @Nullable Throwable cause) {
        super(message, cause);
        this.objections = List.copyOf(objections);
    }

    /// What the shapes objected to, one sentence each; empty for other failures.
    public List<String> violations() {
        return objections.stream().map(Violation::sentence).toList();
    }

    /// What the shapes objected to; empty for other failures.
    public List<Violation> objections() {
        return objections;
    }

    static GraphException locked(Path home, String holder) {
        return of("""
                The home folder %s is in use by another process%s. Stop that process, \
                or reach it with --server, or choose another folder with --home.\
                """.formatted(home, holder), null);
    }

    static GraphException otherBase(Path home, String recorded, String asked) {
        return of("""
                The graph in %s was made for the address %s, but is being opened for %s. \
                Set forankring.base-url to %s, or choose another folder with --home.\
                """.formatted(home, recorded, asked, recorded), null);
    }

    static GraphException newerHome(Path home, String found, int newest) {
        return of("""
                The home folder %s has format %s, made by a newer version of Forankring; this one knows %d. \
                Start the newer version, or restore a backup from before the upgrade into another folder.\
                """.formatted(home, found, newest), null);
    }

    static GraphException unusableHome(Path home, Throwable cause) {
        return of("""
                Cannot use the home folder %s: %s. Check that the folder exists or can be made, \
                that you may write to it and that the disk has room, or choose another with --home.\
                """.formatted(home, cause), cause);
    }

    static GraphException damagedJournal(Path file, long position, long change, String what, boolean repairable) {
        return of(
                """
                The journal is damaged before its end: %s at byte %d of %s, where change %d should stand. %s\
                """.formatted(
                                what,
                                position,
                                file,
                                change,
                                repairable
                                        ? "A newer snapshot holds what those changes led to: run 'forankring check --repair'."
                                        : "Restore the newest backup with 'forankring restore FILE', or put back this file from one."),
                null);
    }

    static GraphException missingChanges(Path journal, long from, long to) {
        return of("""
                Changes %d to %d are missing from the journal in %s, and no snapshot covers them. \
                Restore the newest backup with 'forankring restore FILE'.\
                """.formatted(from, to, journal), null);
    }

    static GraphException notReadable(Path file, Throwable cause) {
        return of("""
                Cannot read %s: %s. Check that the disk works and that you may read the file, then start again.\
                """.formatted(file, cause), cause);
    }

    static GraphException notWritten(Path journal, Throwable cause) {
        return of("""
                Cannot write to the journal in %s: %s. Nothing was changed. \
                Free space on that disk, or check that it works, and try again.\
                """.formatted(journal, cause), cause);
    }

    static GraphException diskNearlyFull(Path home, long free) {
        return of("""
                Only %d MB are free on the disk of %s, so the graph takes no changes. Nothing was changed. \
                Free some space and try again; reading goes on as before.\
                """.formatted(free >> 20, home), null);
    }

    static GraphException readOnly(String reason) {
        return of("""
                The graph takes no more changes until the service is restarted: %s. \
                What was acknowledged is safe in the journal.\
                """.formatted(reason), null);
    }

    static GraphException notVisible(long change, Throwable cause) {
        return of("""
                Change %d is safe in the journal, but could not be shown: %s. \
                Check the disk of the home folder and restart the service; the change appears then.\
                """.formatted(change, cause), cause);
    }

    static GraphException noHistory(long number) {
        return of(
                "The state after change %d cannot be shown: the journal no longer tells of all that came after it. Choose a later date."
                        .formatted(number),
                null);
    }

    static GraphException tooFarBack(long number, long quads, long most) {
        return of(
                "The state after change %d cannot be shown: %d statements have changed since, and at most %d are taken back in memory. Choose a later date."
                        .formatted(number, quads, most),
                null);
    }

    /// What an earlier state says of too many documents would have to be masked anew.
    public static GraphException notShown(long number, int documents) {
        return of(
                "The state after change %d cannot be shown: %d documents said more then than may be shown today. Choose a later date."
                        .formatted(number, documents),
                null);
    }

    static GraphException busy(int waiting) {
        return of("""
                The graph is busy: %d changes are already waiting. Nothing was changed; try again in a little while.\
                """.formatted(waiting), null);
    }

    static GraphException interrupted() {
        return of("Waiting for a place in the queue of changes was interrupted. Nothing was changed; try again.", null);
    }

    static GraphException nestedWrite() {
        return of("""
                An operation on the graph asked for another write and would wait for itself. \
                Do both in one operation, or ask for the second when the first is done.\
                """, null);
    }

    static GraphException closed() {
        return of("The graph is closed. Open it again before reading or writing.", null);
    }

    static GraphException failedOperation(String why, Throwable cause) {
        return of("Nothing was changed, because '%s' failed: %s".formatted(why, reason(cause)), cause);
    }

    static GraphException blankNode(String statement) {
        return of("""
                The graph stores no blank nodes, but got one in: %s. Give the thing an address first.\
                """.formatted(statement), null);
    }

    static GraphException badTerm(String term, String what) {
        return of("The graph cannot store %s: %s. Correct it and try again.".formatted(term, what), null);
    }

    static GraphException defaultGraph() {
        return of("""
                The default graph is the union of the graphs of facts and is kept by the store. \
                Write to a named graph instead, for example the confirmed facts.\
                """, null);
    }

    static GraphException readOnlyView() {
        return of("This view is for reading. Give GraphStore.write an operation to change the graph.", null);
    }

    static GraphException ownTransaction() {
        return of("The store begins and ends the transaction around this view; do not do it here.", null);
    }

    static GraphException shapes(List<Violation> violations) {
        String shown = violations.stream().limit(SHOWN).map(Violation::sentence).collect(Collectors.joining("\n"));
        String more = violations.size() > SHOWN ? "\n… and %d more".formatted(violations.size() - SHOWN) : "";
        return new GraphException("Nothing was changed, because the shapes object:\n" + shown + more, violations, null);
    }

    static GraphException unknownFormat(String format) {
        return of("The graph is exported as nq or trig, not as '%s'.".formatted(format), null);
    }

    static GraphException badShapes(Throwable cause) {
        return of("""
                The shapes in ontology/shapes.ttl cannot be read: %s. Correct the file and build again.\
                """.formatted(reason(cause)), cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static GraphException of(String message, @Nullable Throwable cause) {
        return new GraphException(message, List.of(), cause);
    }
}
