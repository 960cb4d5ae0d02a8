package no.forankring.extraction;

import java.util.List;
import no.forankring.document.Span;

/// How far a plan says that one of its items has come, or that it does not say so in what is left of it.
///
/// @param key of the [Entity]
/// @param readings what it may be, best first: one where the plan says it, else every step for a person to choose from
/// @param evidence the row
/// @param color the name of the cell's color in bokmål; empty where words say it, or the color is gone
/// @param legend the words of the document that explain the color, or colors; empty where there are none
public record PlanStatus(String key, Basis basis, List<Progress> readings, Span evidence, String color, String legend) {

    /// What the status was read from.
    public enum Basis {
        /// The words of the column for status.
        WORDS("status-word"),
        /// The color of the cell, which the document explains.
        LEGEND("cell-color"),
        /// The color of the cell, which the document explains in words of which a step does not follow.
        VAGUE_LEGEND("cell-color-vague"),
        /// The color of the cell, which the document does not explain.
        USUAL_COLOR("cell-color-usual"),
        /// Nothing: the color that said it did not come with the file.
        COLOR_GONE("cell-color-gone");

        private final String rule;

        Basis(String rule) {
            this.rule = rule;
        }

        /// The short stable name under which evidence keeps it.
        public String rule() {
            return rule;
        }
    }

    public PlanStatus {
        readings = List.copyOf(readings);
    }

    /// True where the document itself says it; otherwise a person decides.
    public boolean isSaid() {
        return basis == Basis.WORDS || basis == Basis.LEGEND;
    }
}
