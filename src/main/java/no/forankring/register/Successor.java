package no.forankring.register;

import java.util.Optional;

/// A document that came in the place of another.
///
/// @param kind the most telling of what the register says: a new edition rather than a replacement
/// @param source the official page that says so: what the register gives, else the newer document's own page
/// @param stated true when the source is given for this very relation
/// @param checked whether the relation was checked against a source
public record Successor(Kind kind, GoverningDocument newer, Optional<String> source, boolean stated, boolean checked) {

    /// How the older document grew old. In order: the first that applies counts.
    public enum Kind {
        /// The same document under another name.
        RENAMED("renames"),
        /// There is a new edition of it.
        REVISED("revises"),
        /// Another document carries on what it began.
        CONTINUED("continues"),
        /// Another document holds in its place.
        REPLACED("replaces");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /// The field of the newer document's row.
        public String field() {
            return field;
        }
    }
}
