package no.forankring.extraction;

import java.util.List;
import java.util.regex.Pattern;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentText;
import no.forankring.register.Geography;

/// Finds networks, activities, bodies, goals and figures in a document and how they are tied to what it cites.
///
/// Same document and same citations, same answer. Safe for many threads.
public final class ActivityExtractor {

    /// How laws and regulations begin: "Lov om …", "Lov 24. juni …", "Forskrift til …".
    private static final Pattern LEGAL_TITLE = Pattern.compile(
            "(lov|forskrift|føresegn)\\s+(om|um|av|til|for|i|\\d)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Geography geography;

    /// @param geography the municipalities and counties, with their numbers over time
    public ActivityExtractor(Geography geography) {
        this.geography = geography;
    }

    /// Knows the municipalities and counties that are built into the program.
    public ActivityExtractor() {
        this(Geography.builtIn());
    }

    /// What the document says; empty lists when it speaks of none. The rules themselves speak of none: what a law calls
    /// a course or a network is nobody's activity yet.
    public Extraction extract(DocumentText document, List<Resolution> citations) {
        if (LEGAL_TITLE.matcher(document.title()).matches()) {
            return new Extraction(List.of(), List.of());
        }
        return new Reading(document, citations, geography).read();
    }
}
