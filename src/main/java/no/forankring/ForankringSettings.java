package no.forankring;

import java.nio.file.Path;
import java.time.Duration;
import no.forankring.cli.OpenHome;
import no.forankring.document.ParseLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The settings of the service, under the prefix `forankring`.
///
/// @param home the home folder that holds everything (default `data`)
/// @param base the root of all addresses; fixed by the first start on a home folder (default `http://localhost:8080`)
/// @param sample a folder taken in at every start, for newcomers; none unless set
/// @param parse what reading one file may cost
@ConfigurationProperties("forankring")
record ForankringSettings(
        @Nullable Path home,
        @Nullable String base,
        @Nullable Path sample,
        @Nullable Parse parse) {

    /// @param heap of each parse process, in megabytes
    /// @param time for one file
    /// @param characters the most text that one file may give
    /// @param fileBytes the largest file taken in
    /// @param workers parse processes side by side
    record Parse(
            @Nullable Integer heap,
            @Nullable Duration time,
            @Nullable Integer characters,
            @Nullable Long fileBytes,
            @Nullable Integer workers) {}

    Path homeFolder() {
        return home == null ? Path.of("data") : home;
    }

    String baseAddress() {
        return base == null ? OpenHome.DEFAULT_BASE : base;
    }

    ParseLimits limits() {
        ParseLimits standard = ParseLimits.DEFAULT;
        if (parse == null) {
            return standard;
        }
        return new ParseLimits(
                parse.heap() == null ? standard.heapMegabytes() : parse.heap(),
                parse.time() == null ? standard.time() : parse.time(),
                parse.characters() == null ? standard.textCharacters() : parse.characters(),
                parse.fileBytes() == null ? standard.fileBytes() : parse.fileBytes(),
                parse.workers() == null ? standard.workers() : parse.workers());
    }
}
