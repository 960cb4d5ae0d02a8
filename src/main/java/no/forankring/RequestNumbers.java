package no.forankring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each request a number, in the answer's `X-Request-Id` and in every line that is logged for it. One that comes
/// with the request, as from a proxy, is kept where it is plain.
final class RequestNumbers extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final String KEY = "request";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String given = request.getHeader(HEADER);
        String number = given != null && PLAIN.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString().substring(0, 13);
        response.setHeader(HEADER, number);
        MDC.put(KEY, number);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }
}
