package no.forankring.api;

import java.security.Principal;
import java.util.List;
import no.forankring.document.DocumentId;
import no.forankring.privacy.PersonalDataRegister;
import no.forankring.privacy.PersonalDataRegister.AboutPerson;
import no.forankring.privacy.PersonalDataRegister.Finding;
import no.forankring.privacy.PersonalDataRegister.PersonPlace;
import no.forankring.privacy.PersonalDataRegister.PersonStatement;
import no.forankring.privacy.Release;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What personal data is withheld of documents, and what is released. Only for those with the right.
@RestController
class PersonalDataApi {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataApi.class);

    private final PersonalDataRegister register;
    private final ApiSources sources;

    PersonalDataApi(PersonalDataRegister register, ApiSources sources) {
        this.register = register;
        this.sources = sources;
    }

    @GetMapping("/api/personal-data")
    Holdings holdings() {
        return new Holdings(register.holdings().stream()
                .map(holding -> new HoldingJson(
                        holding.document().value(), holding.title(), holding.withheld(), holding.released()))
                .toList());
    }

    @GetMapping("/api/personal-data/{document}")
    Findings findings(@PathVariable String document, Principal who) {
        DocumentId id = id(document);
        List<Finding> found = found(id);
        LOG.info("{} sees what is withheld of {}", who.getName(), id);
        return new Findings(document, found.stream().map(FindingJson::of).toList());
    }

    /// Releases findings, all of the document when none are named, and lets the document be linked again.
    @PostMapping("/api/personal-data/{document}/release")
    Decided release(@PathVariable String document, @RequestBody Decision decision, Principal who) {
        DocumentId id = id(document);
        String why = decision.why() == null ? "" : decision.why();
        return decided(id, register.release(id, chosen(id, decision), who.getName(), why), who);
    }

    /// Withholds findings again, all of the document when none are named, and lets the document be linked again.
    @PostMapping("/api/personal-data/{document}/withhold")
    Decided withhold(@PathVariable String document, @RequestBody Decision decision, Principal who) {
        DocumentId id = id(document);
        return decided(id, register.withhold(id, chosen(id, decision), who.getName()), who);
    }

    /// All that is held about a person. By POST, so that the name stands in no address and no log.
    @PostMapping("/api/personal-data/person")
    AboutJson person(@RequestBody PersonBody body) {
        try {
            return AboutJson.of(register.about(body.words() == null ? "" : body.words()));
        } catch (IllegalArgumentException tooShort) {
            throw ApiProblem.invalid(String.valueOf(tooShort.getMessage()));
        }
    }

    private Decided decided(DocumentId document, int changed, Principal who) {
        return new Decided(
                changed,
                changed == 0
                        ? null
                        : "/api/jobs/" + sources.linkAgain(who.getName(), document.value(), List.of(document)));
    }

    private List<String> chosen(DocumentId document, Decision decision) {
        List<Finding> found = found(document);
        return decision.fingerprints() == null
                ? found.stream().map(Finding::fingerprint).toList()
                : decision.fingerprints();
    }

    private List<Finding> found(DocumentId document) {
        return register.findings(document)
                .orElseThrow(() -> ApiProblem.unknown("Dokument", document.value(), "Se listen i /api/personal-data."));
    }

    private static DocumentId id(String document) {
        try {
            return new DocumentId(document);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.unknown("Dokument", document, "Se listen i /api/personal-data.");
        }
    }

    record PersonBody(@Nullable String words) {}

    /// @param read how many documents were looked through
    record AboutJson(int read, int unread, List<PersonPlaceJson> places, List<PersonStatement> statements) {

        static AboutJson of(AboutPerson about) {
            return new AboutJson(
                    about.read(),
                    about.unread(),
                    about.places().stream().map(PersonPlaceJson::of).toList(),
                    about.statements());
        }
    }

    record PersonPlaceJson(
            String document,
            String title,
            String passage,
            int page,
            String words,
            String context,
            boolean withheld,
            @Nullable ReleaseJson release) {

        static PersonPlaceJson of(PersonPlace place) {
            return new PersonPlaceJson(
                    place.document().value(),
                    place.title(),
                    place.passage(),
                    place.page(),
                    place.words(),
                    place.context(),
                    place.withheld(),
                    place.release().map(ReleaseJson::of).orElse(null));
        }
    }

    record Holdings(List<HoldingJson> documents) {}

    /// @param withheld how many places are masked
    /// @param released how many findings are released
    record HoldingJson(String document, String title, int withheld, int released) {}

    record Findings(String document, List<FindingJson> findings) {}

    /// @param fingerprint to name it by in a decision
    /// @param kind as in `e-mail`
    /// @param release none while withheld
    record FindingJson(
            String fingerprint,
            String kind,
            String words,
            List<PlaceJson> places,
            @Nullable ReleaseJson release) {

        static FindingJson of(Finding finding) {
            return new FindingJson(
                    finding.fingerprint(),
                    finding.kind().code(),
                    finding.words(),
                    finding.places().stream()
                            .map(place -> new PlaceJson(place.passage(), place.page(), place.section()))
                            .toList(),
                    finding.release()
                            .map(release -> new ReleaseJson(
                                    release.who(), release.when().toString(), release.why()))
                            .orElse(null));
        }
    }

    record PlaceJson(String passage, int page, String section) {}

    record ReleaseJson(String who, String when, String why) {

        static ReleaseJson of(Release release) {
            return new ReleaseJson(release.who(), release.when().toString(), release.why());
        }
    }

    /// @param fingerprints of the findings that are meant; all of the document when left out
    /// @param why what a release rests on
    record Decision(
            @Nullable List<String> fingerprints, @Nullable String why) {}

    /// @param changed how many findings changed
    /// @param job the address that tells how the reading goes; none when nothing changed
    record Decided(int changed, @Nullable String job) {}
}
