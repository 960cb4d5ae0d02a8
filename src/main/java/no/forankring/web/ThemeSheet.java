package no.forankring.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The organisation's own style sheet, read once when the service starts.
///
/// The pages refuse whatever comes from elsewhere, so letters and pictures that the sheet names there are not fetched.
@Controller
class ThemeSheet {

    private static final String ADDRESS = "/tema.css";
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Optional<String> sheet;

    ThemeSheet(UiSettings settings) {
        this.sheet = Optional.ofNullable(settings.theme()).map(ThemeSheet::read);
    }

    /// With what it holds in the address, so that a browser keeps it until it changes; empty when there is none.
    String href() {
        return sheet.map(text -> ADDRESS + "?v=" + Integer.toHexString(text.hashCode()))
                .orElse("");
    }

    @GetMapping(ADDRESS)
    ResponseEntity<String> sheet() {
        String text = sheet.orElseThrow(() -> new NotFoundException("No theme is set"));
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(7)))
                .body(text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot read the theme %s. Set forankring.ui.theme to a style sheet (CSS in UTF-8), or leave it out for the neutral theme."
                            .formatted(file),
                    e);
        }
    }
}
