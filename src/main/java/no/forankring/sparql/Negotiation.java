package no.forankring.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Chooses what to send by the `Accept` header (RFC 9110, section 12.5.1).
final class Negotiation {

    private Negotiation() {}

    /// Something we can send.
    ///
    /// @param mediaTypes the first is matched by wildcards too, the others only by name
    record Offer<T>(T value, List<String> mediaTypes) {}

    /// What to send, and the media type that it was asked for by.
    record Choice<T>(T value, String mediaType) {}

    /// The offer with the highest quality; among equals the one named most exactly, then the first. Without a header,
    /// the
    /// first. Empty when nothing fits.
    static <T> Optional<Choice<T>> choose(@Nullable String accept, List<Offer<T>> offers) {
        List<Range> ranges = accept == null ? List.of() : ranges(accept);
        if (ranges.isEmpty()) {
            Offer<T> first = offers.getFirst();
            return Optional.of(new Choice<>(first.value(), first.mediaTypes().getFirst()));
        }
        Choice<T> best = null;
        double bestQuality = 0;
        int bestExactness = -1;
        for (Offer<T> offer : offers) {
            for (int i = 0; i < offer.mediaTypes().size(); i++) {
                String mediaType = offer.mediaTypes().get(i);
                Range match = match(ranges, mediaType, i == 0);
                if (match != null
                        && match.quality > 0
                        && (match.quality > bestQuality
                                || match.quality == bestQuality && match.exactness() > bestExactness)) {
                    best = new Choice<>(offer.value(), mediaType);
                    bestQuality = match.quality;
                    bestExactness = match.exactness();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    static List<Offer<ResultFormat>> offers(List<ResultFormat> formats) {
        return formats.stream()
                .map(format -> new Offer<>(format, format.mediaTypes()))
                .toList();
    }

    private static @Nullable Range match(List<Range> ranges, String mediaType, boolean wildcards) {
        Range best = null;
        for (Range range : ranges) {
            if (range.covers(mediaType)
                    && (wildcards || range.exactness() == 2)
                    && (best == null || range.exactness() > best.exactness())) {
                best = range;
            }
        }
        return best;
    }

    private static List<Range> ranges(String accept) {
        var ranges = new ArrayList<Range>();
        for (String part : accept.split(",", -1)) {
            String[] pieces = part.split(";", -1);
            String[] type = pieces[0].strip().toLowerCase(Locale.ROOT).split("/", -1);
            if (type.length == 2 && !type[0].isEmpty() && !type[1].isEmpty()) {
                ranges.add(new Range(type[0], type[1], quality(pieces)));
            }
        }
        return ranges;
    }

    private static double quality(String[] pieces) {
        for (int i = 1; i < pieces.length; i++) {
            String piece = pieces[i].strip().toLowerCase(Locale.ROOT);
            if (piece.startsWith("q=")) {
                try {
                    return Math.clamp(Double.parseDouble(piece.substring(2).strip()), 0.0, 1.0);
                } catch (NumberFormatException odd) {
                    return 1;
                }
            }
        }
        return 1;
    }

    private record Range(String type, String subtype, double quality) {

        boolean covers(String mediaType) {
            int slash = mediaType.indexOf('/');
            return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
                    && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
        }

        int exactness() {
            return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
        }
    }
}
