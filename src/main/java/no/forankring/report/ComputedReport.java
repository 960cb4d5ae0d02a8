package no.forankring.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Thing;

/// A ready report whose rows are computed. What it is called, what it may be asked with, what its columns are and the
/// words of its cells stand in `ontology/reports/{name}.txt`, in the form of [ReportFile].
interface ComputedReport {

    String name();

    /// The rows, each with one cell for every column.
    List<List<ReportTable.Cell>> rows(Asked asked);

    /// What a report was asked with.
    ///
    /// @param values by the names of the parameters, checked; what was left out is missing
    /// @param base the address of the service
    record Asked(Map<String, String> values, String language, LocalDate today, String base, Map<String, Texts> words) {

        String value(String name) {
            return values.getOrDefault(name, "");
        }

        boolean flag(String name) {
            return value(name).equals("ja");
        }

        /// A word of the report in the reader's language.
        String word(String key) {
            Texts texts = words.get(key);
            if (texts == null) {
                throw ReportException.broken(key, "its word is missing", null);
            }
            return texts.in(language);
        }

        /// A word of the report, else the key itself: for codes that may be new.
        String wordOr(String key) {
            Texts texts = words.get(key);
            return texts == null ? key : texts.in(language);
        }

        ReportTable.Cell text(String text) {
            return new ReportTable.Cell(text, false, Optional.empty());
        }

        ReportTable.Cell number(long number) {
            return new ReportTable.Cell(Long.toString(number), true, Optional.empty());
        }

        ReportTable.Cell thing(Thing thing) {
            return new ReportTable.Cell(
                    thing.label(), false, thing.iri().isEmpty() ? Optional.empty() : Optional.of(thing.iri()));
        }

        ReportTable.Cell linked(String text, String address) {
            return new ReportTable.Cell(text, false, address.isEmpty() ? Optional.empty() : Optional.of(address));
        }

        /// A text that opens the sentence it rests on.
        ReportTable.Cell proved(String text, EvidenceView evidence) {
            return linked(text, place(evidence));
        }

        /// A figure that opens the sentence it rests on.
        ReportTable.Cell figure(String text, EvidenceView evidence) {
            String place = place(evidence);
            return new ReportTable.Cell(
                    text, text.matches("-?\\d+"), place.isEmpty() ? Optional.empty() : Optional.of(place));
        }

        /// The words, and where they stand.
        ReportTable.Cell quote(EvidenceView evidence) {
            String page = evidence.page() > 0 ? ", s. " + evidence.page() : "";
            return proved("«%s» (%s%s)".formatted(shortened(evidence), evidence.documentTitle(), page), evidence);
        }

        private static String shortened(EvidenceView evidence) {
            String words = evidence.quote().isBlank() ? evidence.text() : evidence.quote();
            String line = words.strip().replaceAll("\\s+", " ");
            return line.length() <= 300 ? line : line.substring(0, line.offsetByCodePoints(0, 297)) + " …";
        }

        private String place(EvidenceView evidence) {
            return evidence.document().isEmpty()
                    ? ""
                    : base + "/dokumenter/" + evidence.document() + "#" + evidence.passage();
        }
    }
}
