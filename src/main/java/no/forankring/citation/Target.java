package no.forankring.citation;

import java.util.Locale;
import no.forankring.register.GoverningDocumentId;

/// What is cited: a governing document, or a part of it.
public record Target(GoverningDocumentId document, Pinpoint pinpoint) {

    public static Target whole(GoverningDocumentId document) {
        return new Target(document, Pinpoint.WHOLE);
    }

    /// As in `lov-2011-06-24-30/para-4-1/ledd-3/bokstav-a`, like Lovdata's own part addresses but without a § in it.
    public String provisionId() {
        var path = new StringBuilder(document.value());
        if (pinpoint.section().isEmpty()) {
            path.append("/kap-").append(slug(pinpoint.chapter()));
        } else {
            path.append('/').append(pinpoint.unit().code()).append('-').append(slug(pinpoint.section()));
            if (!pinpoint.to().isEmpty()) {
                path.append("--").append(slug(pinpoint.to()));
            }
        }
        if (pinpoint.subsection() != 0) {
            path.append("/ledd-")
                    .append(
                            switch (pinpoint.subsection()) {
                                case -1 -> "siste";
                                case -2 -> "nest-siste";
                                default -> String.valueOf(pinpoint.subsection());
                            });
        }
        if (!pinpoint.number().isEmpty()) {
            path.append("/nummer-").append(slug(pinpoint.number()));
        }
        if (!pinpoint.letter().isEmpty()) {
            path.append("/bokstav-").append(slug(pinpoint.letter()));
        }
        if (pinpoint.sentence() != 0) {
            path.append("/punktum-").append(pinpoint.sentence() == -1 ? "siste" : String.valueOf(pinpoint.sentence()));
        }
        return path.toString();
    }

    private static String slug(String part) {
        var slug = new StringBuilder();
        for (String word : part.strip().split("[^\\p{Alnum}æøåÆØÅ-]+")) {
            slug.append(word);
        }
        return slug.toString()
                .toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa");
    }
}
