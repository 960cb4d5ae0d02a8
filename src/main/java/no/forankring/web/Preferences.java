package no.forankring.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// How one reader wants the pages, kept in the reader's browser.
///
/// @param scheme one of [#SCHEMES]
/// @param keys whether single keys do something
record Preferences(String scheme, boolean keys) {

    /// As the reader's machine has it, always light, always dark.
    static final List<String> SCHEMES = List.of("auto", "light", "dark");

    private static final String SCHEME = "scheme";
    private static final String KEYS = "keys";
    private static final String OFF = "off";
    private static final Duration KEPT = Duration.ofDays(365);

    static Preferences of(HttpServletRequest request) {
        String scheme = value(request, SCHEME);
        return new Preferences(
                SCHEMES.contains(scheme) ? scheme : SCHEMES.getFirst(),
                !value(request, KEYS).equals(OFF));
    }

    void keep(HttpServletResponse response) {
        keep(response, SCHEME, scheme);
        keep(response, KEYS, keys ? "on" : OFF);
    }

    private static void keep(HttpServletResponse response, String name, String value) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    private static String value(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }
}
