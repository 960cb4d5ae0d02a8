package no.forankring.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import no.forankring.curation.CurationException;
import no.forankring.curation.Field;
import no.forankring.curation.PlanImport;
import no.forankring.curation.PlanPreview;
import no.forankring.curation.PlanRow;
import no.forankring.graph.Addresses;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An activity plan comes in: what would change, row by row, and what did.
@Controller
class ImportPages {

    private static final String ADDRESS = "/rediger/import";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PlanImport imports;
    private final Addresses addresses;
    private final MessageSource messages;

    ImportPages(PlanImport imports, Addresses addresses, MessageSource messages) {
        this.imports = imports;
        this.addresses = addresses;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String form() {
        return "import";
    }

    @PostMapping(ADDRESS)
    String preview(
            @RequestParam(name = "fil", required = false) @org.jspecify.annotations.Nullable MultipartFile file,
            Principal who,
            RedirectAttributes flash,
            Locale locale)
            throws IOException {
        var words = new Words(messages, locale);
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) {
            flash.addFlashAttribute("refused", words.of("import.nothing"));
            return "redirect:" + ADDRESS;
        }
        if (file.getSize() > PlanImport.MOST_BYTES) {
            flash.addFlashAttribute("refused", words.of("import.tooLarge", PlanImport.MOST_BYTES >> 20));
            return "redirect:" + ADDRESS;
        }
        try {
            PlanPreview plan = imports.preview(SafeName.of(file.getOriginalFilename()), file.getBytes(), who.getName());
            return "redirect:" + ADDRESS + "/" + plan.token();
        } catch (CurationException refused) {
            flash.addFlashAttribute("refused", EditPages.text(refused, words));
            return "redirect:" + ADDRESS;
        }
    }

    @GetMapping(ADDRESS + "/{token}")
    String waiting(@PathVariable String token, Principal who, RedirectAttributes flash, Model model, Locale locale) {
        var words = new Words(messages, locale);
        try {
            model.addAttribute("view", view(imports.waitingPlan(token, who.getName()), words));
            return "import-plan";
        } catch (CurationException gone) {
            flash.addFlashAttribute("refused", EditPages.text(gone, words));
            return "redirect:" + ADDRESS;
        }
    }

    /// @param seen of the preview as it was shown
    @PostMapping(ADDRESS + "/{token}")
    String confirm(
            @PathVariable String token,
            @RequestParam("sett") String seen,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        try {
            PlanPreview plan = imports.confirm(token, seen, who.getName());
            if (!plan.confirmed()) {
                flash.addFlashAttribute("refused", words.of("import.changed"));
            } else if (plan.change() == 0) {
                flash.addFlashAttribute("told", words.of("edit.told.nothing"));
            } else {
                flash.addFlashAttribute("told", words.of("import.told", plan.fileName()));
                flash.addFlashAttribute("undoChange", plan.change());
            }
            return "redirect:" + ADDRESS + "/" + token;
        } catch (CurationException refused) {
            flash.addFlashAttribute("refused", EditPages.text(refused, words));
            return "redirect:" + ADDRESS;
        }
    }

    @GetMapping(ADDRESS + "/{token}/rapport.csv")
    ResponseEntity<byte[]> report(@PathVariable String token, Principal who, Locale locale) throws IOException {
        var words = new Words(messages, locale);
        PlanPreview plan;
        try {
            plan = imports.waitingPlan(token, who.getName());
        } catch (CurationException gone) {
            throw new NotFoundException("No plan is called " + token);
        }
        var out = new ByteArrayOutputStream();
        PlanImport.writeReport(
                plan,
                Locale.of(words.language()),
                key -> key.startsWith("field.")
                        ? HistoryPages.name(key.substring("field.".length()), words)
                        : words.of("import.report." + key),
                out);
        return Download.of(out, "rapport.csv", new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    @GetMapping(ADDRESS + "/mal.xlsx")
    ResponseEntity<byte[]> workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        PlanImport.writeXlsxTemplate(out);
        return Download.of(out, "aktivitetsplan.xlsx", XLSX);
    }

    @GetMapping(ADDRESS + "/mal.csv")
    ResponseEntity<byte[]> csv() throws IOException {
        var out = new ByteArrayOutputStream();
        PlanImport.writeCsvTemplate(out);
        return Download.of(out, "aktivitetsplan.csv", new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    private View view(PlanPreview plan, Words words) {
        return new View(
                words.of(plan.confirmed() ? "import.title.done" : "import.title.preview", plan.fileName()),
                ADDRESS + "/" + plan.token(),
                plan.seen(),
                plan.confirmed(),
                plan.count(PlanRow.Outcome.NEW) + plan.count(PlanRow.Outcome.CHANGED) > 0
                        || plan.rows().stream().anyMatch(row -> !row.governing().isEmpty()),
                java.util.Arrays.stream(PlanRow.Outcome.values())
                        .filter(outcome -> plan.count(outcome) > 0)
                        .map(outcome -> words.of("import.count." + outcome.code(), words.number(plan.count(outcome))))
                        .toList(),
                plan.unknownColumns().isEmpty()
                        ? ""
                        : words.of("import.unknownColumns", String.join(", ", plan.unknownColumns())),
                plan.rows().stream()
                        .map(row -> row(row, plan.confirmed(), words))
                        .toList());
    }

    private Row row(PlanRow row, boolean confirmed, Words words) {
        return new Row(
                row.number(),
                row.name(),
                confirmed && !row.thing().isEmpty()
                        ? addresses
                                .parse(row.thing())
                                .map(parts -> Paths.of(parts.kind(), parts.id()))
                                .orElse("")
                        : "",
                row.outcome().code(),
                words.of("import.report.outcome." + row.outcome().code()),
                row.changes().stream()
                        .filter(change -> !change.property().equals("name")
                                || !change.label().equals(row.name()))
                        .map(change -> change(change, row, words))
                        .toList(),
                row.governing().stream()
                        .map(cited -> new CitedRow(
                                cited.words(),
                                cited.label(),
                                cited.iri().isEmpty()
                                        ? ""
                                        : addresses
                                                .parse(cited.iri())
                                                .map(parts -> Paths.of(parts.kind(), parts.id()))
                                                .orElse(""),
                                cited.meaning().code(),
                                words.of("import.report.meaning."
                                        + cited.meaning().code())))
                        .toList(),
                row.problems().stream()
                        .map(problem -> problem.text(Locale.of(words.language())))
                        .toList());
    }

    private static String change(no.forankring.curation.Difference change, PlanRow row, Words words) {
        if (change.property().equals("name") && !change.label().equals(row.name())) {
            return words.of("import.newThing", change.after());
        }
        String before = Field.of(change.property())
                .filter(field -> !change.before().isEmpty())
                .map(field -> EditPages.shown(field, change.before(), words) + " → ")
                .orElse("");
        String after = Field.of(change.property())
                .map(field -> EditPages.shown(field, change.after(), words))
                .orElse(change.after());
        return HistoryPages.name(change.property(), words) + ": " + before + after;
    }

    record View(
            String title,
            String address,
            String seen,
            boolean confirmed,
            boolean something,
            List<String> counts,
            String unknownColumns,
            List<Row> rows) {}

    record Row(
            int number,
            String name,
            String href,
            String code,
            String outcome,
            List<String> changes,
            List<CitedRow> governing,
            List<String> problems) {}

    record CitedRow(String words, String label, String href, String code, String meaning) {}
}
