package no.forankring.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.access.Account;
import no.forankring.access.Accounts;
import no.forankring.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Puts the frame and the reader's words into the model of every page.
@ControllerAdvice(basePackageClasses = FrameAdvice.class)
class FrameAdvice {

    private final MessageSource messages;
    private final Accounts accounts;
    private final ThemeSheet theme;

    FrameAdvice(MessageSource messages, Accounts accounts, ThemeSheet theme) {
        this.messages = messages;
        this.accounts = accounts;
        this.theme = theme;
    }

    @ModelAttribute("words")
    Words words(Locale locale) {
        return new Words(messages, locale);
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale) {
        String language = Words.languageOf(locale);
        String user = request.getRemoteUser() == null ? "" : request.getRemoteUser();
        Optional<Account> account = accounts.account(user);
        boolean firstPassword = account.map(Account::firstPassword).orElse(false);
        boolean broken = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        String path = broken ? "/" : request.getRequestURI();
        String query = broken ? "" : withoutLanguage(request.getQueryString());
        var links = new ArrayList<Frame.LanguageLink>();
        for (String tag : Words.LANGUAGES) {
            String name = new Words(messages, Locale.of(tag)).of("language.self");
            links.add(new Frame.LanguageLink(
                    tag,
                    name,
                    path + "?" + (query.isEmpty() ? "" : query + "&") + WebConfiguration.PARAMETER + "=" + tag,
                    tag.equals(language)));
        }
        return new Frame(
                language,
                language.equals("en") ? "no" : "",
                path,
                broken ? "" : sought(request),
                user,
                account.map(Account::shown).orElse(user),
                request.isUserInRole(Role.ADVISER.name()),
                request.isUserInRole(LoginCheck.PERSONAL_DATA) || isUnitOwner(request),
                request.isUserInRole(Role.ADMINISTRATOR.name()),
                firstPassword,
                Preferences.of(request),
                theme.href(),
                links);
    }

    private static boolean isUnitOwner(HttpServletRequest request) {
        return request.isUserInRole(Role.OWNER.name()) && !request.isUserInRole(Role.ADMINISTRATOR.name());
    }

    private static String sought(HttpServletRequest request) {
        String sought = request.getParameter(SearchPage.SOUGHT);
        return sought == null || sought.length() > SearchAddress.LONGEST ? "" : sought.strip();
    }

    private static String withoutLanguage(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty() && !part.startsWith(WebConfiguration.PARAMETER + "="))
                        .collect(Collectors.joining("&"));
    }
}
