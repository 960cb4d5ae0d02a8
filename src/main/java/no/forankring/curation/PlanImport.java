package no.forankring.curation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Violation;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/// Imports an activity plan from a workbook or CSV: first what would change row by row, then, when a person confirms,
/// all of it as one change.
///
/// A row that is wrong is left out and told; it never stops the others. Governing documents that are recognized for
/// sure
/// become facts, others suggestions. A plan waits an hour for its confirmation, in memory. Safe for many threads.
public final class PlanImport {

    /// What every `why` of an import begins with, before the name of the file.
    static final String WHY = "curate import ";
    /// In the name of the graph of suggestions, where a document has its id.
    static final String SUGGESTED_BY = "import-";

    /// The largest file that is taken.
    public static final int MOST_BYTES = PlanFile.MOST_BYTES;

    private static final int MOST_WAITING = 20;
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Curation curation;
    private final Clock clock;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    private record Waiting(String fileName, PlanTable table, String who, Instant since, Optional<PlanPreview> done) {}

    public PlanImport(Curation curation, Clock clock) {
        this.curation = curation;
        this.clock = clock;
    }

    static boolean isSuggestions(Addresses addresses, Node graph) {
        return graph.getURI().startsWith(addresses.base() + "/graph/document/" + SUGGESTED_BY)
                && !Addresses.isSetAside(graph);
    }

    /// Reads a file and tells what it would change. Nothing is written.
    ///
    /// @throws CurationException when the file cannot be read as a plan; the message says what to do
    public PlanPreview preview(String fileName, byte[] bytes, String who) {
        String name = safe(fileName);
        PlanTable table = PlanFile.read(name, bytes);
        String token = UUID.randomUUID().toString();
        var plan = new Waiting(name, table, who, clock.instant(), Optional.empty());
        keep(token, plan);
        return rehearsed(token, plan).preview();
    }

    private synchronized void keep(String token, Waiting plan) {
        Instant tooOld = clock.instant().minus(PATIENCE);
        waiting.values().removeIf(old -> old.since().isBefore(tooOld));
        while (waiting.size() >= MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        waiting.put(token, plan);
    }

    private synchronized Waiting waiting(String token, String who) {
        Waiting plan = waiting.get(token);
        if (plan == null || !plan.who().equals(who)) {
            throw CurationException.refused("importGone");
        }
        return plan;
    }

    /// What a plan that waits would change as things stand now; after its confirmation, what it did change.
    ///
    /// @throws CurationException when it waits no longer
    public PlanPreview waitingPlan(String token, String who) {
        Waiting plan = waiting(token, who);
        return plan.done().orElseGet(() -> rehearsed(token, plan).preview());
    }

    /// Imports what was previewed, as one change. Where something else changed meanwhile, so that a row would do
    /// something else than was shown, nothing is written and the new preview comes back, not confirmed.
    ///
    /// @param seen of the preview as it was shown
    public PlanPreview confirm(String token, String seen, String who) {
        Waiting plan = waiting(token, who);
        if (plan.done().isPresent()) {
            return plan.done().get();
        }
        Rehearsed rehearsed = rehearsed(token, plan);
        if (!rehearsed.preview().seen().equals(seen)) {
            return rehearsed.preview();
        }
        PlanPreview done = written(token, plan, rehearsed);
        keep(token, new Waiting(plan.fileName(), plan.table(), plan.who(), plan.since(), Optional.of(done)));
        return done;
    }

    /// Reads a file and imports it at once.
    public PlanPreview run(String fileName, byte[] bytes, String who) {
        String name = safe(fileName);
        var plan = new Waiting(name, PlanFile.read(name, bytes), who, clock.instant(), Optional.empty());
        String token = UUID.randomUUID().toString();
        return written(token, plan, rehearsed(token, plan));
    }

    private record Rehearsed(PlanPreview preview, Map<Integer, List<Problem>> refused) {}

    /// Runs the plan on a state that is thrown away, again without the rows that the shapes object to, until they
    /// object
    /// to nothing.
    private Rehearsed rehearsed(String token, Waiting plan) {
        Map<Integer, List<Problem>> refused = new HashMap<>();
        while (true) {
            var rows = new ArrayList<PlanRow>();
            var run = new ArrayList<PlanRun>();
            List<Violation> violations = curation.graph().rehearse(state -> {
                PlanRun current = run(state, token, plan, refused);
                run.add(current);
                rows.addAll(current.run(plan.table()));
            });
            boolean found = false;
            for (Violation violation : violations) {
                Optional<Integer> row = run.getFirst().rowOf(violation.focus());
                if (row.isPresent()) {
                    refused.computeIfAbsent(row.get(), none -> new ArrayList<>())
                            .add(Problem.of(violation));
                    found = true;
                }
            }
            if (!violations.isEmpty() && !found) {
                throw CurationException.invalid(
                        violations.stream().map(Problem::of).distinct().toList());
            }
            if (violations.isEmpty()) {
                return new Rehearsed(preview(token, plan, rows, 0, false), refused);
            }
        }
    }

    private PlanRun run(DatasetGraph state, String token, Waiting plan, Map<Integer, List<Problem>> refused) {
        return new PlanRun(
                state,
                curation.graph().addresses(),
                curation.rdf(state),
                curation.matcher(state),
                token,
                plan.fileName(),
                plan.who(),
                plan.since(),
                refused);
    }

    private PlanPreview written(String token, Waiting plan, Rehearsed rehearsed) {
        var rows = new ArrayList<PlanRow>();
        Change change = curation.written(plan.who(), WHY + plan.fileName(), state -> {
            rows.clear();
            rows.addAll(run(state, token, plan, rehearsed.refused()).run(plan.table()));
        });
        return preview(token, plan, rows, Curation.number(change), true);
    }

    private static PlanPreview preview(String token, Waiting plan, List<PlanRow> rows, long change, boolean confirmed) {
        String all = rows.stream()
                .map(row -> row.number() + " " + row.outcome() + " " + row.changes() + " " + row.governing())
                .collect(Collectors.joining("\n"));
        return new PlanPreview(
                token,
                plan.fileName(),
                rows,
                plan.table().unknown(),
                Addresses.fingerprint(all).substring(0, 16),
                change,
                confirmed);
    }

    // ---- files to download ----

    /// An empty plan with the headings that are known, as a workbook.
    public static void writeXlsxTemplate(OutputStream out) throws IOException {
        PoiPlanTemplate.write(out);
    }

    /// The same as CSV for a Norwegian spreadsheet: UTF-8 with a mark, semicolons.
    public static void writeCsvTemplate(OutputStream out) throws IOException {
        List<String> headings =
                java.util.Arrays.stream(Column.values()).map(Column::heading).toList();
        out.write(("\uFEFF" + PlanFile.line(headings)).getBytes(StandardCharsets.UTF_8));
    }

    /// What became of each row, as CSV.
    ///
    /// @param words says an outcome, a meaning or a field of the vocabulary in the reader's language
    public static void writeReport(
            PlanPreview plan, Locale locale, java.util.function.UnaryOperator<String> words, OutputStream out)
            throws IOException {
        var text = new StringBuilder("\uFEFF");
        text.append(PlanFile.line(List.of(
                words.apply("row"),
                words.apply("name"),
                words.apply("outcome"),
                words.apply("changes"),
                words.apply("governing"),
                words.apply("problems"),
                words.apply("address"))));
        for (PlanRow row : plan.rows()) {
            text.append(PlanFile.line(List.of(
                    String.valueOf(row.number()),
                    row.name(),
                    words.apply("outcome." + row.outcome().code()),
                    row.changes().stream()
                            .map(change -> words.apply("field." + change.property()) + ": "
                                    + (change.before().isEmpty() ? "" : change.before() + " → ") + change.after())
                            .collect(Collectors.joining(", ")),
                    row.governing().stream()
                            .map(cited -> cited.words() + ": "
                                    + words.apply("meaning." + cited.meaning().code())
                                    + (cited.label().isEmpty() ? "" : " " + cited.label()))
                            .collect(Collectors.joining(", ")),
                    row.problems().stream().map(problem -> problem.text(locale)).collect(Collectors.joining(" ")),
                    row.thing())));
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The last part of the name, without what could be taken for something else.
    private static String safe(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String clean = CurationRdf.clean(last).replaceAll("[\\r\\n\\t]", " ").strip();
        return clean.isEmpty() ? "plan" : clean.length() > 120 ? clean.substring(clean.length() - 120) : clean;
    }
}
