package no.forankring.document;

import java.time.Duration;

/// What reading one file may cost. Beyond it the file is refused with a reason, and the next one is read.
///
/// @param heapMegabytes heap of each parse process
/// @param time for one file
/// @param textCharacters the most text that one file may give, in UTF-16 units
/// @param fileBytes the largest file taken in
/// @param workers parse processes kept running side by side
public record ParseLimits(int heapMegabytes, Duration time, int textCharacters, long fileBytes, int workers) {

    public static final ParseLimits DEFAULT = new ParseLimits(512, Duration.ofSeconds(60), 20_000_000, 500_000_000L, 2);
}
