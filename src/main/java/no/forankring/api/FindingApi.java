package no.forankring.api;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import no.forankring.findings.FindingsDesk.Place;
import no.forankring.findings.FindingsDesk.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which numbers of documents do not agree? Never facts about what is spoken of.
@RestController
class FindingApi {

    private final ApiSources sources;

    FindingApi(ApiSources sources) {
        this.sources = sources;
    }

    /// @param document the only one to tell of; all when left out
    @GetMapping("/api/findings")
    All all(@RequestParam(defaultValue = "") String document, Locale locale) {
        List<Stored> found = document.isEmpty()
                ? sources.findings().all()
                : sources.findings().of(document);
        return new All(
                found.stream().map(finding -> FindingJson.of(finding, locale)).toList());
    }

    /// Puts a finding away for as long as the words stand.
    @PostMapping("/api/findings/dismissed")
    Done dismiss(@RequestBody Dismiss dismiss, Principal who) {
        String finding = dismiss.finding() == null ? "" : dismiss.finding();
        String why = dismiss.why() == null ? "" : dismiss.why();
        if (!sources.findings().dismiss(finding, why, who.getName())) {
            throw ApiProblem.unknown("Funnet", finding, "Se listen i /api/findings.");
        }
        return new Done(finding);
    }

    @DeleteMapping("/api/findings/dismissed")
    Done restore(@RequestParam String finding, Principal who) {
        if (!sources.findings().restore(finding, who.getName())) {
            throw ApiProblem.unknown("Funnet", finding, "Det er ikke lagt bort.");
        }
        return new Done(finding);
    }

    record All(List<FindingJson> findings) {}

    /// @param confidence how sure it is that something is wrong, from 0 to 1
    record FindingJson(
            String finding,
            String document,
            String kind,
            String text,
            double confidence,
            Place claim,
            List<Place> counters,
            boolean dismissed) {
        static FindingJson of(Stored finding, Locale locale) {
            return new FindingJson(
                    finding.address(),
                    finding.document(),
                    finding.kind(),
                    finding.text(locale.getLanguage()),
                    finding.confidence(),
                    finding.claim(),
                    finding.counters(),
                    finding.dismissal().isPresent());
        }
    }

    record Dismiss(@Nullable String finding, @Nullable String why) {}

    record Done(String finding) {}
}
