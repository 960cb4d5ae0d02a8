package no.forankring.document;

import java.util.Locale;

/// The language of a document or a passage, as far as it can be told.
public enum Language {
    NOB("nb"),
    NNO("nn"),
    ENG("en"),
    /// Too short or too mixed to tell, or another language.
    UNDETERMINED("und");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The BCP 47 tag: `nb`, `nn`, `en` or `und`.
    public String tag() {
        return tag;
    }

    /// Reads a BCP 47 tag, an ISO 639-2 code or their common variants (`no`, `nb-NO`, `nob`); [#UNDETERMINED] for all
    /// else.
    public static Language parse(String tag) {
        return switch (tag.strip().toLowerCase(Locale.ROOT).replace('_', '-').split("-", 2)[0]) {
            case "nb", "no", "nob", "nor" -> NOB;
            case "nn", "nno" -> NNO;
            case "en", "eng" -> ENG;
            default -> UNDETERMINED;
        };
    }
}
