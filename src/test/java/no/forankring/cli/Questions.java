package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.forankring.document.ParseLimits;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.report.ReportTable;
import no.forankring.report.Reports;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;
import no.forankring.trace.Trace;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;

/// Asks questions of documents that were taken in, through the doors that pages use.
///
/// What a question takes:
///
/// - `trace`: `id` of a thing or `name` of one, `side` (`in` or `out`), `relation`, `kind` and `type` of the other
/// thing and
///   `document` (part of the file's name), each one or several parted by commas; `show` is `label`, `id` or
/// `provision`.
///   Suggestions are asked for unless `suggestions=nei`: an adviser sees them, marked.
/// - `report`: `report`, its parameters with `p.` before, `columns` whose cells make an answer (joined by ` / `), and
///   `where.COLUMN`, words that a cell must hold.
/// - `search`: `query`; answers are names of files.
final class Questions implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();

    private final OpenHome home;
    private final Reports reports;
    private final Map<String, String> fileNames = new HashMap<>();

    /// Something that was answered, with what is shown as its proof.
    record Answer(String text, String shown) {}

    private Questions(OpenHome home) {
        this.home = home;
        this.reports = Reports.open(home.graph(), home.register(), CLOCK);
    }

    /// Takes in the documents of a folder, as the first start takes in `corpus`.
    static Questions of(Path documents, Path homeFolder) throws IOException, InterruptedException {
        var questions = new Questions(OpenHome.open(homeFolder, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, CLOCK));
        String id = questions.home.ingest().submit("test", "questions", FolderSources.ofCorpus(documents));
        Job job = questions.home.ingest().job(id).orElseThrow();
        while (job.finished().isEmpty()) {
            Thread.sleep(50);
            job = questions.home.ingest().job(id).orElseThrow();
        }
        // What the documents together say of names may have some of them linked again.
        while (questions.home.ingest().jobs().stream()
                .anyMatch(other -> other.finished().isEmpty())) {
            Thread.sleep(50);
        }
        assertThat(job.files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.outcome().orElseThrow())
                        .as(file.name())
                        .isInstanceOf(FileOutcome.Ingested.class));
        return questions;
    }

    /// Fails unless the answer is the whole expected one and nothing else, with the evidence.
    void check(QuestionRow row) {
        List<Answer> answers = ask(row);
        List<String> wrong = answers.stream()
                .map(Answer::text)
                .filter(text -> row.expected().stream().noneMatch(expected -> expected.fits(text)))
                .distinct()
                .toList();
        List<String> missing = row.expected().stream()
                .filter(expected -> !expected.optional())
                .filter(expected -> answers.stream().noneMatch(answer -> expected.fits(answer.text())))
                .map(expected -> String.join(" | ", expected.names()))
                .toList();
        List<String> unproved = row.evidence().stream()
                .filter(quote -> answers.stream()
                        .noneMatch(
                                answer -> ExpectedAnswer.normal(answer.shown()).contains(ExpectedAnswer.normal(quote))))
                .toList();
        assertThat(Map.of("missing", missing, "wrong", wrong, "not shown", unproved))
                .as("%s", row)
                .isEqualTo(Map.of("missing", List.of(), "wrong", List.of(), "not shown", List.of()));
    }

    List<Answer> ask(QuestionRow row) {
        return switch (row.way()) {
            case "trace" -> trace(row);
            case "report" -> report(row);
            case "search" -> search(row);
            default -> throw new IllegalArgumentException("%s asks by '%s'".formatted(row.id(), row.way()));
        };
    }

    private List<Answer> trace(QuestionRow row) {
        boolean incoming = !row.parameters().getOrDefault("side", "in").equals("out");
        var answers = new ArrayList<Answer>();
        for (String id : roots(row)) {
            Trace trace = home.traces()
                    .trace(
                            id,
                            !row.parameters().getOrDefault("suggestions", "ja").equals("nei"))
                    .orElseThrow(() -> new AssertionError(row.id() + ": nothing has the id " + id));
            for (Step step : incoming ? trace.incoming() : trace.outgoing()) {
                Thing other = incoming ? step.subject() : step.object();
                List<EvidenceView> evidence = step.evidence().stream()
                        .filter(proof -> isOneOf(row, "document", fileName(proof.document())))
                        .toList();
                if (isWanted(row, "relation", step.predicate())
                        && isWanted(row, "kind", other.kind())
                        && isWanted(row, "type", other.type())
                        && !evidence.isEmpty()) {
                    answers.addAll(answers(row, other, evidence));
                }
            }
        }
        return answers;
    }

    private static List<Answer> answers(QuestionRow row, Thing other, List<EvidenceView> evidence) {
        return switch (row.parameters().getOrDefault("show", "label")) {
            case "provision" ->
                evidence.stream()
                        .filter(proof -> !proof.provision().isEmpty())
                        .map(proof -> new Answer(proof.provision(), proof.text()))
                        .toList();
            case "id" -> proofs(other.id(), evidence);
            default -> proofs(other.label(), evidence);
        };
    }

    private static List<Answer> proofs(String text, List<EvidenceView> evidence) {
        return evidence.stream().map(proof -> new Answer(text, proof.text())).toList();
    }

    private Set<String> roots(QuestionRow row) {
        Optional<String> id = Optional.ofNullable(row.parameters().get("id"));
        if (id.isPresent()) {
            return Set.of(id.get().split(",", -1));
        }
        ExpectedAnswer name =
                ExpectedAnswer.parse(Objects.requireNonNull(row.parameters().get("name"), row.id()));
        Set<String> roots = home.graph().read(state -> {
            var found = new LinkedHashSet<String>();
            state.find(Node.ANY, Node.ANY, RDFS.label.asNode(), Node.ANY).forEachRemaining((Quad quad) -> {
                if (name.fits(quad.getObject().getLiteralLexicalForm())) {
                    found.add(quad.getSubject().getURI());
                }
            });
            return found;
        });
        assertThat(roots).as("%s: things of that name", row).isNotEmpty();
        return roots;
    }

    private String fileName(String document) {
        return fileNames.computeIfAbsent(
                document, id -> home.traces().document(id).orElseThrow().fileName());
    }

    private static boolean isWanted(QuestionRow row, String parameter, String value) {
        String wanted = row.parameters().getOrDefault(parameter, "");
        return wanted.isEmpty() || List.of(wanted.split(",", -1)).contains(value);
    }

    private static boolean isOneOf(QuestionRow row, String parameter, String value) {
        String wanted = row.parameters().getOrDefault(parameter, "");
        return wanted.isEmpty() || Arrays.stream(wanted.split(",", -1)).anyMatch(value::contains);
    }

    private List<Answer> report(QuestionRow row) {
        var parameters = new LinkedHashMap<String, String>();
        row.parameters().forEach((key, value) -> {
            if (key.startsWith("p.")) {
                parameters.put(key.substring(2), value);
            }
        });
        ReportTable table =
                reports.run(Objects.requireNonNull(row.parameters().get("report"), row.id()), parameters, "nb");
        List<String> variables = table.report().columns().stream()
                .map(column -> column.variable())
                .toList();
        List<String> columns = List.of(Objects.requireNonNull(row.parameters().get("columns"), row.id())
                .split(",", -1));
        assertThat(variables).as("columns of %s", row).containsAll(columns);
        var answers = new ArrayList<Answer>();
        for (List<ReportTable.Cell> cells : table.rows()) {
            var values = new HashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                values.put(variables.get(i), cells.get(i).text());
            }
            boolean wanted = row.parameters().entrySet().stream()
                    .filter(parameter -> parameter.getKey().startsWith("where."))
                    .allMatch(
                            parameter -> values.getOrDefault(parameter.getKey().substring(6), "")
                                    .toLowerCase(Locale.ROOT)
                                    .contains(parameter.getValue().toLowerCase(Locale.ROOT)));
            if (wanted) {
                answers.add(new Answer(
                        String.join(" / ", columns.stream().map(values::get).toList()),
                        values.getOrDefault("quote", "")));
            }
        }
        return answers;
    }

    private List<Answer> search(QuestionRow row) {
        SearchResult result = home.index()
                .search(new SearchQuery(
                        Objects.requireNonNull(row.parameters().get("query"), row.id()), Map.of(), 1, 100));
        var answers = new ArrayList<Answer>();
        for (SearchResult.Hit hit : result.hits()) {
            for (SearchResult.PassageHit passage : hit.passages()) {
                var text = new StringBuilder();
                passage.segments().forEach(segment -> text.append(segment.text()));
                answers.add(new Answer(hit.fileName(), text.toString()));
            }
            answers.add(new Answer(hit.fileName(), hit.title()));
        }
        return answers;
    }

    @Override
    public void close() {
        home.close();
    }
}
