package no.forankring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Language, light or dark, and whether single keys do something. Needs no account.
@Controller
class SettingsPage {

    static final String ADDRESS = "/innstillinger";

    private final PageSources sources;
    private final LocaleResolver locales;

    SettingsPage(PageSources sources, LocaleResolver locales) {
        this.sources = sources;
        this.locales = locales;
    }

    @GetMapping(ADDRESS)
    String settings(HttpServletRequest request, Model model) {
        model.addAttribute("schemes", Preferences.SCHEMES);
        model.addAttribute("chosen", Preferences.of(request));
        return "settings";
    }

    /// Reviewing has its own memory of the keys for each account; both are set, so that off is off.
    @PostMapping(ADDRESS)
    String keep(
            @RequestParam(name = "sprak", defaultValue = "") String language,
            @RequestParam(name = "utseende", defaultValue = "") String scheme,
            @RequestParam(name = "taster", defaultValue = "false") boolean keys,
            @Nullable Principal who,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (Words.LANGUAGES.contains(language)) {
            locales.setLocale(request, response, Locale.of(language));
        }
        new Preferences(Preferences.SCHEMES.contains(scheme) ? scheme : Preferences.SCHEMES.getFirst(), keys)
                .keep(response);
        if (who != null) {
            sources.review().singleKeys(keys, who.getName());
        }
        flash.addFlashAttribute("kept", true);
        return "redirect:" + ADDRESS;
    }
}
