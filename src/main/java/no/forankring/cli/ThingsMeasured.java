package no.forankring.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.citation.CitationRecognizer;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.extraction.ActivityExtractor;
import no.forankring.extraction.DocumentOwner;
import no.forankring.extraction.ExtractedTable;
import no.forankring.extraction.ExtractionEvaluation;
import no.forankring.extraction.ExtractionReport;
import no.forankring.extraction.ExtractionTables;
import no.forankring.ingest.LinkPolicy;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.register.SystematicId;

/// What taking networks, activities and the like out of a folder of marked texts came to.
///
/// @param perFile each file compared by itself
/// @param overFiles all files compared as one
/// @param files the names of all that were read
/// @param sets what is known of each file
record ThingsMeasured(
        ExtractionReport perFile,
        ExtractionReport overFiles,
        Set<String> files,
        Map<String, Map<String, String>> sets) {

    /// What the name of a part of a page on extraction ends in.
    static final String SECTION = "-extraction";

    static ThingsMeasured of(GoldFolder folder, Register register) throws IOException {
        var evaluation = new ExtractionEvaluation(folder.things(), folder.relations(), id -> isGoverning(id, register));
        var readings = new LinkedHashMap<String, ExtractionEvaluation.Reading>();
        var recognizer = new CitationRecognizer(register);
        var extractor = new ActivityExtractor();
        folder.plainTexts().forEach((file, text) -> {
            DocumentText document = Documents.plainText(text);
            readings.put(
                    file,
                    new ExtractionEvaluation.Reading(
                            text,
                            extractor.extract(
                                    document,
                                    recognizer.recognize(
                                            document, DocumentOwner.of(document).map(DocumentOwner::owner)))));
        });
        return new ThingsMeasured(
                evaluation.perFile(readings, LinkPolicy.PUBLISHED::isFact),
                evaluation.overFiles(readings, LinkPolicy.PUBLISHED::isFact),
                readings.keySet(),
                folder.sets());
    }

    private static boolean isGoverning(String id, Register register) {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            return false;
        }
        var governing = new GoverningDocumentId(id);
        return register.find(governing).isPresent()
                || SystematicId.parse(governing).isPresent();
    }

    ExtractionTables tables() {
        return new ExtractionTables(perFile, overFiles, sets);
    }

    /// Writes the figures into the page, with how much was gained and lost since the last time, and keeps what was
    /// found to compare with the next time.
    ///
    /// @param earlier what to compare with when the folder does not hold the last time's
    void publish(GoldFolder folder, MeasuredSection section, Optional<ExtractedTable> earlier) throws IOException {
        ExtractedTable now = ExtractedTable.of(perFile);
        section.write(tables().markdown(folder.extracted().or(() -> earlier).map(now::since)));
        folder.renewExtracted(now);
    }
}
