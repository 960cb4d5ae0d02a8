package no.forankring.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.PartialDate;
import no.forankring.register.Register;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which governing documents exist, what are they called, what is in force?
@RestController
class RegisterApi {

    private final Register register;

    RegisterApi(Register register) {
        this.register = register;
    }

    /// @param q part of a title, a name or an id
    /// @param type the register's code, as in `lov`, `meldst`
    @GetMapping("/api/register")
    Listed list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(defaultValue = "1") int page) {
        var limits = new PageLimits(page, size);
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        List<GoverningDocument> fitting = register.all().stream()
                .filter(document -> type.isEmpty() || document.type().code().equals(type))
                .filter(document -> matches(document, wanted))
                .toList();
        return new Listed(
                fitting.size(),
                page,
                size,
                limits.cut(fitting).stream().map(Entry::of).toList());
    }

    @GetMapping("/api/register/{id}")
    Entry one(@PathVariable String id) {
        Optional<GoverningDocument> document =
                id.matches("[a-z0-9]+(-[a-z0-9]+)*") ? register.find(new GoverningDocumentId(id)) : Optional.empty();
        return document.map(Entry::of)
                .orElseThrow(() -> ApiProblem.unknown(
                        "Styrende dokument", id, "Søk etter det med /api/register?q= og en del av tittelen."));
    }

    private static boolean matches(GoverningDocument document, String wanted) {
        return (document.id() + "\n" + document.title() + "\n" + document.shortTitle() + "\n"
                        + String.join("\n", document.aliases()))
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    record Listed(long total, int page, int size, List<Entry> documents) {}

    /// Dates are `2021`, `2021-05` or `2021-05-06`, and empty when unknown.
    ///
    /// @param certainty verified, from memory or uncertain
    record Entry(
            String id,
            String type,
            String label,
            String title,
            String titleLanguage,
            List<String> aliases,
            String number,
            String session,
            String issuer,
            String date,
            String inForceFrom,
            String inForceTo,
            List<String> replacedBy,
            List<String> replaces,
            List<String> followsUp,
            String officialAddress,
            String certainty) {

        static Entry of(GoverningDocument document) {
            return new Entry(
                    document.id().value(),
                    document.type().code(),
                    document.label(),
                    document.title(),
                    document.titleLanguage(),
                    document.aliases(),
                    document.number(),
                    document.session(),
                    document.issuer(),
                    text(document.date()),
                    text(document.inForceFrom()),
                    text(document.inForceTo()),
                    ids(document.replacedBy()),
                    ids(document.replaces()),
                    ids(document.followsUp()),
                    document.officialAddress().orElse(""),
                    document.certainty().code());
        }

        private static String text(Optional<PartialDate> date) {
            return date.map(PartialDate::text).orElse("");
        }

        private static List<String> ids(List<GoverningDocumentId> ids) {
            return ids.stream().map(GoverningDocumentId::value).toList();
        }
    }
}
