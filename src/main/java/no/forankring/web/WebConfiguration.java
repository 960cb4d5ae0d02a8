package no.forankring.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/// The reader's language: chosen by `?lang=`, remembered in a cookie, else nynorsk for those whose browser asks for it
/// first, else bokmål.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({UiSettings.class, OidcSettings.class})
class WebConfiguration implements WebMvcConfigurer {

    static final String PARAMETER = "lang";

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setDefaultLocaleFunction(
                request -> Locale.of(request.getLocale().getLanguage().equals("nn") ? "nn" : "nb"));
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice(localeResolver()));
    }

    private record LanguageChoice(LocaleResolver resolver) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            // The form of a request that went wrong may be what cannot be read.
            String wanted =
                    request.getDispatcherType() == DispatcherType.ERROR ? null : request.getParameter(PARAMETER);
            if (wanted != null && Words.LANGUAGES.contains(wanted)) {
                resolver.setLocale(request, response, Locale.of(wanted));
            }
            return true;
        }
    }
}
