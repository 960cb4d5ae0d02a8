package no.forankring.curation;

import java.util.List;

/// What a row of a plan does, or did.
///
/// @param number as the spreadsheet counts, from 1 for the headings
/// @param thing the address of what it describes; empty for a row in error
/// @param changes what it changes, in names
/// @param governing what was read in the column of governing documents
/// @param problems why it is in error; else what a person should know about it
public record PlanRow(
        int number,
        String name,
        Outcome outcome,
        String thing,
        List<Difference> changes,
        List<Cited> governing,
        List<Problem> problems) {

    public PlanRow {
        changes = List.copyOf(changes);
        governing = List.copyOf(governing);
        problems = List.copyOf(problems);
    }

    /// What becomes of a row.
    public enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        /// It is left out.
        ERROR;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What words in the column of governing documents mean.
    ///
    /// @param label of the document; empty when nothing known fits
    /// @param iri its address; empty when nothing known fits
    public record Cited(String words, String label, String iri, Meaning meaning) {}

    /// How sure it is.
    public enum Meaning {
        /// Becomes a fact when the person confirms.
        LINKED,
        /// Several fit: each becomes a suggestion.
        SUGGESTED,
        /// Nothing known fits: no link.
        UNKNOWN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
