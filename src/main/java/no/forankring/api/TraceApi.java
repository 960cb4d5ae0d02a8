package no.forankring.api;

import java.util.List;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;
import no.forankring.trace.Trace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What rests on a thing, and what does it rest on?
@RestController
class TraceApi {

    private final ApiSources sources;

    TraceApi(ApiSources sources) {
        this.sources = sources;
    }

    /// By the id of a governing document, network, activity, goal, organization or document.
    @GetMapping("/api/trace/{*id}")
    TraceJson byId(@PathVariable String id, @RequestParam(defaultValue = "false") boolean suggestions) {
        return trace(id.substring(1), suggestions);
    }

    /// By id or by whole address, which does not fit into a path.
    @GetMapping("/api/trace")
    TraceJson byAddress(@RequestParam String id, @RequestParam(defaultValue = "false") boolean suggestions) {
        return trace(id, suggestions);
    }

    private TraceJson trace(String id, boolean suggestions) {
        return sources.trace(id, suggestions)
                .map(TraceJson::of)
                .orElseThrow(() ->
                        ApiProblem.unknown("Noe", id, "Finn id-er i /api/register, /api/documents eller /api/search."));
    }

    /// @param incoming statements that point to it
    /// @param outgoing statements that it is the subject of
    /// @param searchedDocuments in how many documents this was looked for: nothing found is not nothing there
    /// @param citationsLeftOut citations beyond the first 200, which are not listed; `/api/search?cites=` pages through
    /// all
    record TraceJson(
            ThingJson root,
            List<StepJson> incoming,
            List<StepJson> outgoing,
            long searchedDocuments,
            long citationsLeftOut) {

        static TraceJson of(Trace trace) {
            return new TraceJson(
                    ThingJson.of(trace.root()),
                    trace.incoming().stream().map(StepJson::of).toList(),
                    trace.outgoing().stream().map(StepJson::of).toList(),
                    trace.searchedDocuments(),
                    trace.citationsLeftOut());
        }
    }

    /// @param link the address of the statement
    /// @param status Automatic, Confirmed or Suggested
    /// @param strength Named, Anchored, Planned, CarriedOut, Evaluated, EffectMeasured or empty
    record StepJson(
            String link,
            ThingJson subject,
            String predicate,
            ThingJson object,
            String status,
            String strength,
            double confidence,
            List<EvidenceJson> evidence) {

        static StepJson of(Step step) {
            return new StepJson(
                    step.link(),
                    ThingJson.of(step.subject()),
                    step.predicate(),
                    ThingJson.of(step.object()),
                    step.status(),
                    step.strength(),
                    step.confidence(),
                    step.evidence().stream().map(EvidenceJson::of).toList());
        }
    }

    /// @param text the whole passage
    /// @param start first UTF-16 unit of the proving words within it
    /// @param end the unit after the last
    record EvidenceJson(
            String document,
            String documentTitle,
            String passage,
            String text,
            int start,
            int end,
            String quote,
            int page,
            String section,
            String rule,
            String reason,
            String provision) {

        static EvidenceJson of(EvidenceView evidence) {
            return new EvidenceJson(
                    evidence.document(),
                    evidence.documentTitle(),
                    evidence.passage(),
                    evidence.text(),
                    evidence.start(),
                    evidence.end(),
                    evidence.quote(),
                    evidence.page(),
                    evidence.section(),
                    evidence.rule(),
                    evidence.reason(),
                    evidence.provision());
        }
    }
}
