package no.forankring.document;

import java.util.List;

/// The months as Norwegian writes them, the same in bokmål and nynorsk.
public final class Months {

    /// In lower case, January first.
    public static final List<String> NAMES = List.of(
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember");

    private Months() {}
}
