package no.forankring.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an organisation makes its own on the pages.
///
/// @param theme a style sheet with colours, letters and sizes, as the theme builder of Designsystemet makes it; none:
/// the neutral one
/// @param accessibilityStatement address of the organisation's statement at uustatus.no; empty when there is none yet
/// @param privacyContact whom to ask about personal data: a name, an address of mail or of a page; empty when not set
@ConfigurationProperties("forankring.ui")
record UiSettings(
        @Nullable Path theme,
        @DefaultValue("") String accessibilityStatement,
        @DefaultValue("") String privacyContact) {}
