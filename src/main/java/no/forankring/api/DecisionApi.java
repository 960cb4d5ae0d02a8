package no.forankring.api;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import no.forankring.review.Certainty;
import no.forankring.review.DecisionEntry;
import no.forankring.review.DecisionFilter;
import no.forankring.review.QueueFilter;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.review.SecondReader;
import no.forankring.review.SecondReader.Reading;
import no.forankring.review.SecondReader.Said;
import no.forankring.review.SecondReader.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What people decided, and what a second person said of it.
@RestController
class DecisionApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String COLUMNS =
            "id;link;document;documentTitle;statement;words;passage;rule;verdict;who;when;"
                    + "why;answer;inForce;disputed;ended;endedBy";

    private final ApiSources sources;

    DecisionApi(ApiSources sources) {
        this.sources = sources;
    }

    /// The newest first, those that no longer hold too. `format=csv` gives a table with semicolons.
    ///
    /// @param past false for those in force alone
    @GetMapping("/api/review/decisions")
    ResponseEntity<?> decisions(
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "true") boolean past,
            @RequestParam(defaultValue = "json") String format) {
        List<DecisionJson> decisions =
                sources.review().decisions(new DecisionFilter(document, link, words, rule, past)).stream()
                        .map(DecisionJson::of)
                        .toList();
        return switch (format) {
            case "json" ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(decisions);
            case "csv" ->
                ResponseEntity.ok()
                        .contentType(CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"avgjorelser.csv\"")
                        .body(csv(decisions));
            default -> throw ApiProblem.invalid("format er json eller csv, men var «%s».".formatted(format));
        };
    }

    /// With a byte order mark, so that spreadsheets read it as UTF-8.
    private static String csv(List<DecisionJson> decisions) {
        var csv = new StringBuilder("\uFEFF").append(COLUMNS).append("\r\n");
        for (DecisionJson row : decisions) {
            var cells = new ArrayList<String>();
            for (Object value : row.cells()) {
                cells.add(cell(value));
            }
            csv.append(String.join(";", cells)).append("\r\n");
        }
        return csv.toString();
    }

    /// Quoted where it must be; what a spreadsheet would compute is made text.
    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[;\"\n\r].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    // ---- second reader ----

    @GetMapping("/api/review/second-readings")
    List<Reading> readings() {
        return sources.secondReader().readings();
    }

    /// Asks that one decision (`link`), or all within a filter, be read again.
    @PostMapping("/api/review/second-readings")
    Asked ask(@RequestBody AskJson asked, Principal who) {
        String link = QueueApi.text(asked.link());
        try {
            if (!link.isEmpty()) {
                return new Asked(sources.secondReader().ask(link, who.getName()));
            }
            String document = QueueApi.text(asked.document());
            var filter = new QueueFilter(
                    document, QueueApi.text(asked.kind()), Certainty.parse(QueueApi.text(asked.certainty())));
            String scope = document.isEmpty() ? "" : "dokument=" + document;
            return new Asked(sources.secondReader().ask(filter, scope, who.getName()));
        } catch (ReviewException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    /// What the caller has to read again, without what was decided.
    @GetMapping("/api/review/second-readings/{id}")
    List<QueueApi.ItemJson> items(@PathVariable String id, @Nullable Principal who) {
        if (who == null) {
            throw ApiProblem.invalid("Hva som gjenstår, er ikke likt for alle. Send med et token.");
        }
        try {
            return sources.secondReader().items(id, who.getName()).stream()
                    .map(QueueApi.ItemJson::of)
                    .toList();
        } catch (ReviewException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    @PostMapping("/api/review/second-readings/{id}/{item}")
    void say(@PathVariable String id, @PathVariable String item, @RequestBody OpinionJson said, Principal who) {
        try {
            sources.secondReader()
                    .say(
                            id,
                            item,
                            ReviewApi.one(Verdict.class, "verdict", said.verdict(), ""),
                            QueueApi.text(said.link()),
                            QueueApi.text(said.why()),
                            who.getName());
        } catch (ReviewException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    @GetMapping("/api/review/disagreements")
    Disagreements disagreements() {
        SecondReader.Agreement agreement = sources.secondReader().agreement();
        return new Disagreements(
                agreement.read(),
                agreement.same(),
                number(agreement.share()),
                number(agreement.kappa()),
                sources.secondReader().disagreements().stream()
                        .map(found -> new DisagreementJson(
                                found.id(),
                                QueueApi.ItemJson.of(found.item()),
                                SaidJson.of(found.first()),
                                SaidJson.of(found.second())))
                        .toList());
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /// Ends a disagreement.
    @PostMapping("/api/review/disagreements/{id}")
    void settle(@PathVariable String id, @RequestBody SettleJson settled, Principal who) {
        try {
            sources.secondReader()
                    .settle(
                            id,
                            ReviewApi.one(Side.class, "side", settled.side(), ""),
                            QueueApi.text(settled.why()),
                            who.getName());
        } catch (ReviewException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    /// @param answer names the answer that it was given in
    /// @param ended when it was taken back or followed by another; none while in force
    /// @param disputed true while a second reader disagrees: no fact then
    record DecisionJson(
            String id,
            String link,
            String document,
            String documentTitle,
            String statement,
            String words,
            String passage,
            String rule,
            String verdict,
            String who,
            Instant when,
            String why,
            String answer,
            boolean inForce,
            boolean disputed,
            @Nullable Instant ended,
            String endedBy) {

        static DecisionJson of(DecisionEntry entry) {
            var judgment = entry.judgment();
            return new DecisionJson(
                    judgment.id(),
                    judgment.link(),
                    entry.document(),
                    entry.documentTitle(),
                    entry.statement(),
                    judgment.about().words(),
                    judgment.about().passage(),
                    judgment.about().rule(),
                    judgment.verdict().code(),
                    judgment.who(),
                    judgment.when(),
                    judgment.why(),
                    judgment.together(),
                    entry.inForce(),
                    entry.disputed(),
                    entry.ended().orElse(null),
                    entry.endedBy());
        }

        /// In the order of the columns.
        private List<@Nullable Object> cells() {
            var cells = new ArrayList<@Nullable Object>(List.of(
                    id,
                    link,
                    document,
                    documentTitle,
                    statement,
                    words,
                    passage,
                    rule,
                    verdict,
                    who,
                    when,
                    why,
                    answer));
            cells.add(inForce);
            cells.add(disputed);
            cells.add(ended);
            cells.add(endedBy);
            return cells;
        }
    }

    /// @param link the address of one judged link; else all within document, kind and certainty
    record AskJson(
            @Nullable String link,
            @Nullable String document,
            @Nullable String kind,
            @Nullable String certainty) {}

    record Asked(String id) {}

    /// @param verdict accepted, rejected or unsure
    /// @param link of several the one that is accepted
    record OpinionJson(
            @Nullable String verdict,
            @Nullable String link,
            @Nullable String why) {}

    /// @param side first, second or neither
    record SettleJson(@Nullable String side, @Nullable String why) {}

    /// @param share of the answers that are the same, between 0 and 1; none when nothing was read again
    /// @param kappa Cohen's; none for fewer than ten, or where all answers are of one kind
    record Disagreements(
            int read,
            int same,
            @Nullable Double share,
            @Nullable Double kappa,
            List<DisagreementJson> disagreements) {}

    record DisagreementJson(String id, QueueApi.ItemJson item, SaidJson first, SaidJson second) {}

    record SaidJson(String verdict, String target, String who, Instant when, String why) {

        static SaidJson of(Said said) {
            return new SaidJson(said.verdict().code(), said.target(), said.who(), said.when(), said.why());
        }
    }
}
