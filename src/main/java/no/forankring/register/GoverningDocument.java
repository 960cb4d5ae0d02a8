package no.forankring.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One row of the register: a governing document, its names and its validity.
///
/// @param number in its series, with the letter of Prop. and Innst. ("91 L"); empty for named documents
/// @param session the Storting's session ("2017–2018") or the year; empty where there is none
/// @param titleLanguage `nob`, `nno` or `eng`
/// @param aliases forms that identify this row alone
/// @param ambiguousAliases forms that fit more than one row or are ordinary words: never linked without context
/// @param erroneousAliases wrong forms seen in real text: resolved, with a notice
/// @param inForceTo the last day in force; empty while in force or unknown
/// @param replacedBy superseded as the current document on its topic
/// @param followsUp what it implements, answers or prepares
/// @param officialAddress ELI for law, else the official page
/// @param checkedFields which fields were checked against a source; others may be wrong even in a verified row
/// @param lineage how it came in the place of older ones, where the register knows more than that it replaces them
public record GoverningDocument(
        GoverningDocumentId id,
        DocumentType type,
        String number,
        String session,
        String title,
        String titleLanguage,
        String shortTitle,
        List<String> aliases,
        List<String> ambiguousAliases,
        List<String> erroneousAliases,
        String issuer,
        Optional<PartialDate> date,
        Optional<PartialDate> inForceFrom,
        Optional<PartialDate> inForceTo,
        List<GoverningDocumentId> replacedBy,
        List<GoverningDocumentId> replaces,
        List<GoverningDocumentId> followsUp,
        Optional<String> officialAddress,
        Certainty certainty,
        Set<String> checkedFields,
        Lineage lineage) {

    /// A row without a [Lineage].
    public GoverningDocument(
            GoverningDocumentId id,
            DocumentType type,
            String number,
            String session,
            String title,
            String titleLanguage,
            String shortTitle,
            List<String> aliases,
            List<String> ambiguousAliases,
            List<String> erroneousAliases,
            String issuer,
            Optional<PartialDate> date,
            Optional<PartialDate> inForceFrom,
            Optional<PartialDate> inForceTo,
            List<GoverningDocumentId> replacedBy,
            List<GoverningDocumentId> replaces,
            List<GoverningDocumentId> followsUp,
            Optional<String> officialAddress,
            Certainty certainty,
            Set<String> checkedFields) {
        this(
                id,
                type,
                number,
                session,
                title,
                titleLanguage,
                shortTitle,
                aliases,
                ambiguousAliases,
                erroneousAliases,
                issuer,
                date,
                inForceFrom,
                inForceTo,
                replacedBy,
                replaces,
                followsUp,
                officialAddress,
                certainty,
                checkedFields,
                Lineage.NONE);
    }

    /// How sure the register is of a row's identity (number and title).
    public enum Certainty {
        VERIFIED("verified"),
        FROM_MEMORY("from memory"),
        UNCERTAIN("uncertain");

        private final String code;

        Certainty(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public GoverningDocument {
        aliases = List.copyOf(aliases);
        ambiguousAliases = List.copyOf(ambiguousAliases);
        erroneousAliases = List.copyOf(erroneousAliases);
        replacedBy = List.copyOf(replacedBy);
        replaces = List.copyOf(replaces);
        followsUp = List.copyOf(followsUp);
        checkedFields = Set.copyOf(checkedFields);
    }

    /// The name to show: the short title, else the title.
    public String label() {
        return shortTitle.isEmpty() ? title : shortTitle;
    }

    /// False only when the register says that the day lies outside; unknown bounds are open.
    public boolean mayBeInForceOn(LocalDate day) {
        boolean begun = inForceFrom
                .or(() -> date)
                .map(from -> !day.isBefore(from.earliest()))
                .orElse(true);
        boolean ended = inForceTo.map(to -> day.isAfter(to.latest())).orElse(false);
        return begun && !ended;
    }
}
