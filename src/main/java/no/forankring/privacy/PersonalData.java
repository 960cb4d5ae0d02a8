package no.forankring.privacy;

import java.util.Locale;
import no.forankring.document.Span;

/// Words in a text that are about a private person.
///
/// @param value what it is, the same for every way of writing it; never to be shown to those without the right
public record PersonalData(Kind kind, Span span, String value) {

    /// What words are about.
    public enum Kind {
        E_MAIL,
        TELEPHONE,
        /// Fødselsnummer or D-number.
        NATIONAL_ID,
        /// Shaped as a national identity number, but made for tests.
        SYNTHETIC_ID,
        BANK_ACCOUNT,
        /// Of a health professional in the register HPR.
        HPR_NUMBER,
        /// Of an asylum seeker in the register DUF.
        DUF_NUMBER,
        /// Of a person, with contact details or health information.
        NAME,
        /// A sentence that tells of the health of a named person.
        HEALTH;

        /// As in `e-mail`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Leaves out the value, so that it does not end up in a log by accident.
    @Override
    public String toString() {
        return "PersonalData[%s, %s]".formatted(kind.code(), span);
    }
}
