package no.forankring.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;
import no.forankring.trace.Trace;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// Prints what rests on a thing and what it rests on, with the words that say so.
@CommandLine.Command(name = "trace", description = "Vis hva som hviler på noe, og hva det hviler på, med belegg.")
final class TraceCommand extends Command.OnHome {

    private static final int EVIDENCE_SHOWN = 3;

    @Parameters(paramLabel = "ID", description = "Id eller adresse, for eksempel meldst-15-2017-2018.")
    String id = "";

    @Option(names = "--json", description = "Skriv JSON.")
    boolean json;

    @Option(names = "--suggestions", description = "Ta med forslag som venter på en person.")
    boolean suggestions;

    @Override
    public Integer call() {
        try (OpenHome home = openHome()) {
            Optional<Trace> trace = home.traces().trace(id, suggestions);
            if (trace.isEmpty()) {
                err().println(
                                "Ingenting har id-en %s. Se etter den riktige med search, eller på siden /styrende-dokumenter."
                                        .formatted(id));
                return FAILED;
            }
            if (json) {
                out().println(JsonMapper.builder().build().writeValueAsString(trace.get()));
            } else {
                print(trace.get());
            }
            out().flush();
            return OK;
        }
    }

    private void print(Trace trace) {
        out().println("%s  (%s)".formatted(trace.root().label(), trace.root().id()));
        out().println();
        out().println("Hviler på dette eller viser til det:");
        trace.incoming().forEach(step -> print(step, true));
        if (trace.incoming().isEmpty()) {
            out().println("    Ingenting funnet. Søkt i %d dokumenter.".formatted(trace.searchedDocuments()));
        }
        if (trace.citationsLeftOut() > 0) {
            out().println("    … og %d henvisninger til. Søk etter dem på siden /sok?cites=%s."
                    .formatted(trace.citationsLeftOut(), trace.root().id()));
        }
        out().println();
        out().println("Hva dette selv sier:");
        trace.outgoing().forEach(step -> print(step, false));
        if (trace.outgoing().isEmpty()) {
            out().println("    Ingenting funnet. Søkt i %d dokumenter.".formatted(trace.searchedDocuments()));
        }
    }

    private void print(Step step, boolean incoming) {
        var words = ResourceBundle.getBundle("no.forankring.cli.relations", Locale.ROOT);
        String relation = words.containsKey(step.predicate()) ? words.getString(step.predicate()) : step.predicate();
        String status = step.status().equals("Suggested") ? "  [forslag]" : "";
        out().println(
                        incoming
                                ? "  %s (%s) %s%s"
                                        .formatted(
                                                step.subject().label(),
                                                step.subject().id(),
                                                relation,
                                                status)
                                : "  %s %s (%s)%s"
                                        .formatted(
                                                relation,
                                                step.object().label(),
                                                step.object().id(),
                                                status));
        int shown = 0;
        for (EvidenceView proof : step.evidence()) {
            if (++shown > EVIDENCE_SHOWN) {
                out().println("      … og %d belegg til"
                        .formatted(step.evidence().size() - EVIDENCE_SHOWN));
                break;
            }
            String page = proof.page() > 0 ? ", s. %d".formatted(proof.page()) : "";
            out().println("      «%s» (%s%s)".formatted(oneLine(proof.text()), proof.documentTitle(), page));
            if (!proof.reason().isEmpty()) {
                out().println("        fordi: %s".formatted(oneLine(proof.reason())));
            }
        }
    }

    static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 299) + "…" : line;
    }
}
