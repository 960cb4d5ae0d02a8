package no.forankring.api;

import java.util.List;
import java.util.Locale;
import no.forankring.citation.Candidate;
import no.forankring.citation.Mention;
import no.forankring.citation.Reason;
import no.forankring.citation.Resolution;
import no.forankring.citation.Target;
import no.forankring.register.GoverningDocument;
import no.forankring.register.Register;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What does this text cite? Nothing is stored.
@RestController
class CiteApi {

    private static final int LONGEST_TEXT = 5_000_000;

    private final ApiSources sources;
    private final Register register;

    CiteApi(ApiSources sources, Register register) {
        this.sources = sources;
        this.register = register;
    }

    @PostMapping(path = "/api/cite", consumes = MediaType.TEXT_PLAIN_VALUE)
    List<MentionJson> cite(
            @RequestBody(required = false) byte @org.jspecify.annotations.Nullable [] body, Locale locale) {
        byte[] bytes = body == null ? new byte[0] : body;
        if (bytes.length > LONGEST_TEXT) {
            throw ApiProblem.invalid(
                    "Teksten er på %d byte; høyst %d tas imot. Del den opp, eller last opp filen til /api/documents."
                            .formatted(bytes.length, LONGEST_TEXT));
        }
        // Read as UTF-8 whatever the header says, as the command `cite` does: offsets must not depend on it.
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        return sources.recognize(text).stream()
                .map(resolution -> json(resolution, ExplanationJson.of(sources.explain(resolution), locale)))
                .toList();
    }

    private MentionJson json(Resolution resolution, ExplanationJson explanation) {
        return switch (resolution) {
            case Resolution.Resolved resolved ->
                json(
                        resolved.mention(),
                        type(resolved.target()),
                        resolved.target().document().value(),
                        resolved.target().pinpoint().text(),
                        "resolved",
                        List.of(),
                        resolved.confidence(),
                        resolved.reasons(),
                        explanation);
            case Resolution.Ambiguous ambiguous ->
                json(
                        ambiguous.mention(),
                        type(ambiguous.candidates().getFirst().target()),
                        "",
                        ambiguous.candidates().getFirst().target().pinpoint().text(),
                        "ambiguous",
                        ambiguous.candidates(),
                        0,
                        ambiguous.reasons(),
                        explanation);
            case Resolution.Unresolved unresolved ->
                json(
                        unresolved.mention(),
                        unresolved.type(),
                        "",
                        "",
                        "unresolved",
                        List.of(),
                        0,
                        unresolved.reasons(),
                        explanation);
        };
    }

    private static MentionJson json(
            Mention mention,
            String type,
            String id,
            String pinpoint,
            String status,
            List<Candidate> candidates,
            double confidence,
            List<Reason> reasons,
            ExplanationJson explanation) {
        return new MentionJson(
                mention.span().start(),
                mention.span().end(),
                mention.text(),
                type,
                id,
                pinpoint,
                status,
                candidates.stream()
                        .map(candidate -> candidate.target().document().value())
                        .toList(),
                confidence,
                String.join(
                        " ",
                        reasons.stream()
                                .map(reason -> reason.text(Locale.of("nb")))
                                .toList()),
                explanation);
    }

    /// The register's kind; for a law that the register does not list, by its id.
    private String type(Target target) {
        return register.find(target.document())
                .map(GoverningDocument::type)
                .or(() -> no.forankring.register.DocumentType.ofCode(
                        target.document().value().replaceFirst("-.*", "")))
                .map(no.forankring.register.DocumentType::citeType)
                .orElse("other");
    }

    /// @param start first UTF-16 unit of the mention
    /// @param end the unit after the last
    /// @param id of the governing document; empty unless resolved
    /// @param status resolved, ambiguous or unresolved
    /// @param candidates ids, best first, when ambiguous
    /// @param confidence between 0 and 1; 0 unless resolved
    /// @param reason in bokmål
    /// @param explanation why, from the words to the target, in the language asked for with `lang`
    record MentionJson(
            int start,
            int end,
            String text,
            String type,
            String id,
            String pinpoint,
            String status,
            List<String> candidates,
            double confidence,
            String reason,
            ExplanationJson explanation) {}
}
