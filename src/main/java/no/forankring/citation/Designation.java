package no.forankring.citation;

/// A number as written: series, number, letter and session, each as far as the text gives it.
///
/// @param letter `l`, `s`, `ls`, `o`; for circulars the letters before the number; empty when there is none
/// @param session the year in which the session began, or the year of the series; 0 when none is given
/// @param yearOnly the session is a single calendar year, which lies in two sessions
/// @param period the years given are no session: the second does not follow the first
record Designation(
        Series series, String number, String letter, int session, boolean yearOnly, boolean period, boolean spoken) {

    static Designation of(Series series, String number, String letter, int session) {
        return new Designation(series, number, letter, session, false, false, false);
    }

    boolean complete() {
        return switch (series) {
            case DIRECTORATE -> true;
            default -> session != 0 && !yearOnly && !period;
        };
    }

    Designation with(Series other, int year) {
        return new Designation(other, number, letter, year, false, false, spoken);
    }

    /// Number and letter without the session, for looking up which sessions the register knows.
    String key() {
        return series.code + "-" + number + (letter.isEmpty() ? "" : "-" + letter);
    }

    /// The systematic id.
    String id() {
        return switch (series) {
            case OFFICIAL_REPORT -> "nou-" + session + "-" + number;
            case DIRECTORATE -> "hdir-" + letter + "-" + number + (session == 0 ? "" : "-" + session);
            case CIRCULAR -> "rundskriv-" + letter + "-" + number + "-" + session;
            case EU_ACT -> "eu-" + session + "-" + number;
            default -> key() + "-" + session + "-" + (session + 1);
        };
    }
}
