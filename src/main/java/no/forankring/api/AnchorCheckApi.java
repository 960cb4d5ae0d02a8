package no.forankring.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import no.forankring.anchorcheck.AnchorCheck;
import no.forankring.anchorcheck.CheckedAnchor;
import no.forankring.anchorcheck.CheckedItem;
import no.forankring.anchorcheck.CheckedList;
import no.forankring.anchorcheck.Remark;
import no.forankring.document.DocumentText;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Is this list of anchors right? Nothing is stored.
@RestController
class AnchorCheckApi {

    private static final int LONGEST_TEXT = 1_000_000;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final ApiSources sources;
    private final AnchorCheck check;
    private final Clock clock;

    AnchorCheckApi(ApiSources sources, Register register, Clock clock) {
        this.sources = sources;
        this.check = new AnchorCheck(register);
        this.clock = clock;
    }

    /// @param date the day on which the documents are judged, as in `2024-03-01`; today where left out
    @PostMapping(path = "/api/anchor-check", consumes = MediaType.TEXT_PLAIN_VALUE)
    CheckedJson check(
            @RequestBody(required = false) byte @org.jspecify.annotations.Nullable [] body,
            @RequestParam(defaultValue = "") String date) {
        byte[] bytes = body == null ? new byte[0] : body;
        if (bytes.length > LONGEST_TEXT) {
            throw ApiProblem.invalid(
                    "Teksten er på %d byte; høyst %d tas imot. Del den opp.".formatted(bytes.length, LONGEST_TEXT));
        }
        DocumentText text = AnchorCheck.pasted(new String(bytes, StandardCharsets.UTF_8));
        return CheckedJson.of(check.check(text, sources.recognize(text.text()), day(date)));
    }

    private LocalDate day(String date) {
        try {
            return date.isBlank() ? LocalDate.now(clock.withZone(OSLO)) : LocalDate.parse(date.strip());
        } catch (DateTimeException notADate) {
            throw ApiProblem.invalid("date skrives som 2024-03-01, men var «%s».".formatted(date));
        }
    }

    /// @param date the day on which the documents were judged
    /// @param corrected the right list, one line each; items that only a person can settle stand as they were
    record CheckedJson(String date, List<ItemJson> items, List<String> corrected) {

        static CheckedJson of(CheckedList list) {
            return new CheckedJson(
                    list.day().toString(),
                    list.items().stream().map(ItemJson::of).toList(),
                    list.items().stream()
                            .flatMap(item -> item.corrected().stream())
                            .distinct()
                            .toList());
        }
    }

    /// @param weight `right`, `note`, `mend` or `ask`
    /// @param remarks on the item as a whole
    record ItemJson(String text, String weight, List<RemarkJson> remarks, List<AnchorJson> anchors) {

        static ItemJson of(CheckedItem item) {
            return new ItemJson(
                    item.passage().text(),
                    item.weight().name().toLowerCase(Locale.ROOT),
                    item.remarks().stream().map(RemarkJson::of).toList(),
                    item.anchors().stream().map(AnchorJson::of).toList());
        }
    }

    /// @param id of the governing document; empty unless one fits
    /// @param reference how it is written rightly; empty unless one fits
    record AnchorJson(String text, String id, String reference, List<RemarkJson> remarks) {

        static AnchorJson of(CheckedAnchor anchor) {
            return new AnchorJson(
                    anchor.words(),
                    anchor.document().map(GoverningDocumentId::value).orElse(""),
                    anchor.reference(),
                    anchor.remarks().stream().map(RemarkJson::of).toList());
        }
    }

    /// @param kind as in `right`, `session_missing`, `replaced`
    /// @param documents ids of the candidates or successors
    /// @param detail a session or date that belongs to it; else empty
    record RemarkJson(String kind, List<String> documents, String detail) {

        static RemarkJson of(Remark remark) {
            return new RemarkJson(
                    remark.kind().name().toLowerCase(Locale.ROOT),
                    remark.documents().stream().map(GoverningDocumentId::value).toList(),
                    remark.detail());
        }
    }
}
