package no.forankring.web;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forankring.web.PageSources.Upload;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Did it go well, and what was found?
@Controller
class UploadPages {

    private final PageSources sources;
    private final MessageSource messages;
    private final DataSize largestFile;
    private final DataSize largestRequest;

    UploadPages(PageSources sources, MessageSource messages, MultipartProperties limits) {
        this.sources = sources;
        this.messages = messages;
        this.largestFile = limits.getMaxFileSize();
        this.largestRequest = limits.getMaxRequestSize();
    }

    /// @param again a job whose failed files are to be sent once more; empty for none
    @GetMapping("/last-opp")
    String form(@RequestParam(name = "igjen", defaultValue = "") String again, Model model, Locale locale) {
        var words = new Words(messages, locale);
        List<JobView.FileRow> failed = again.isEmpty()
                ? List.of()
                : sources.job(again)
                        .map(job -> JobView.of(job, words).failedFiles())
                        .orElse(List.of());
        return form(false, failed, model, locale);
    }

    @PostMapping("/last-opp")
    String upload(
            @RequestParam(name = "files", required = false) List<MultipartFile> files,
            Principal who,
            Model model,
            Locale locale) {
        var uploads = new ArrayList<Upload>();
        // A form sent with nothing chosen holds one part without a name.
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isBlank()) {
                uploads.add(new Upload(SafeName.of(name), file));
            }
        }
        if (uploads.isEmpty()) {
            return form(true, List.of(), model, locale);
        }
        try {
            return "redirect:/jobber/" + sources.takeIn(who.getName(), uploads);
        } catch (IOException e) {
            throw new ResponseStatusException(HttpStatus.INSUFFICIENT_STORAGE, e.getMessage(), e);
        }
    }

    @GetMapping("/jobber/{id}")
    String job(@PathVariable String id, Model model, Locale locale) {
        var words = new Words(messages, locale);
        model.addAttribute(
                "view",
                sources.job(id)
                        .map(job -> JobView.of(job, words))
                        .orElseThrow(() -> new NotFoundException("No job is called " + id)));
        return "job";
    }

    private String form(boolean nothingChosen, List<JobView.FileRow> again, Model model, Locale locale) {
        var words = new Words(messages, locale);
        model.addAttribute(
                "view",
                new View(
                        nothingChosen,
                        again,
                        words.of(
                                "upload.limit",
                                words.number(largestFile.toMegabytes()),
                                words.number(largestRequest.toMegabytes()))));
        return "upload";
    }

    record View(boolean nothingChosen, List<JobView.FileRow> again, String limit) {}
}
