package no.forankring.api;

import java.util.List;
import java.util.Locale;
import no.forankring.register.GoverningDocument;
import no.forankring.register.ReferenceText;
import no.forankring.register.Standing;
import no.forankring.register.Successor;
import no.forankring.trace.Anchor;
import no.forankring.trace.Currency;
import no.forankring.trace.Suspect;
import no.forankring.trace.SuspectLinks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What rests on something that no longer holds, and what is to be looked at again since the register changed?
@RestController
class CurrencyApi {

    private final Currency currency;
    private final SuspectLinks suspects;

    CurrencyApi(Currency currency, SuspectLinks suspects) {
        this.currency = currency;
        this.suspects = suspects;
    }

    /// @param all those that hold too, not only those that have grown old
    @GetMapping("/api/currency")
    List<AnchorJson> anchors(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean suggestions) {
        return currency.anchors(!all, suggestions).stream().map(AnchorJson::of).toList();
    }

    @GetMapping("/api/suspect-links")
    List<SuspectJson> suspects(@RequestParam(defaultValue = "false") boolean suggestions) {
        return suspects.suspects(suggestions).stream().map(SuspectJson::of).toList();
    }

    /// @param day on which it is judged, ISO; empty when unknown
    /// @param instead what holds today in its place, ids with the right way to write them
    record AnchorJson(
            TraceApi.StepJson step,
            String year,
            String day,
            StandingJson then,
            StandingJson now,
            List<ReferenceJson> instead) {

        static AnchorJson of(Anchor anchor) {
            return new AnchorJson(
                    TraceApi.StepJson.of(anchor.step()),
                    anchor.year(),
                    anchor.day(),
                    StandingJson.of(anchor.then()),
                    StandingJson.of(anchor.now()),
                    anchor.instead().stream().map(ReferenceJson::of).toList());
        }
    }

    /// @param state in_force, not_yet, renamed, revised, continued, replaced, ended or unknown
    record StandingJson(String state, String since, List<SuccessorJson> successors) {

        static StandingJson of(Standing standing) {
            return new StandingJson(
                    code(standing.state()),
                    standing.since(),
                    standing.successors().stream().map(SuccessorJson::of).toList());
        }
    }

    /// @param kind renamed, revised, continued or replaced
    /// @param source the official page that says so; empty when the register gives none
    /// @param checked whether the relation was checked against a source
    record SuccessorJson(String kind, String id, String label, String source, boolean checked) {

        static SuccessorJson of(Successor successor) {
            return new SuccessorJson(
                    code(successor.kind()),
                    successor.newer().id().value(),
                    successor.newer().label(),
                    successor.source().orElse(""),
                    successor.checked());
        }
    }

    record ReferenceJson(String id, String reference) {

        static ReferenceJson of(GoverningDocument document) {
            return new ReferenceJson(document.id().value(), ReferenceText.of(document));
        }
    }

    /// @param confirmedBy the account; empty when no person has confirmed the link
    /// @param since when it was confirmed, or else read
    /// @param changed what the register says otherwise since
    record SuspectJson(
            TraceApi.StepJson step, String confirmedBy, String since, long change, String at, List<String> changed) {

        static SuspectJson of(Suspect suspect) {
            return new SuspectJson(
                    TraceApi.StepJson.of(suspect.step()),
                    suspect.confirmation().map(said -> said.who()).orElse(""),
                    suspect.since().toString(),
                    suspect.change().change(),
                    suspect.change().at().toString(),
                    suspect.change().fields());
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
