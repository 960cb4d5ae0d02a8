package no.forankring.citation;

/// The number series of the Storting, the government and the directorates, with their codes in ids.
enum Series {
    WHITE_PAPER("meldst", "white_paper"),
    WHITE_PAPER_OLD("stmeld", "white_paper"),
    PROPOSITION("prop", "proposition"),
    PROPOSITION_OLD("otprp", "proposition"),
    BUDGET_PROPOSITION_OLD("stprp", "proposition"),
    RECOMMENDATION("innst", "recommendation"),
    LEGISLATIVE_DECISION("lovvedtak", "recommendation"),
    DECISION_OLD("besl", "recommendation"),
    PARLIAMENT_DOCUMENT("dok", "parliament_document"),
    OFFICIAL_REPORT("nou", "nou"),
    CIRCULAR("rundskriv", "circular"),
    DIRECTORATE("hdir", "circular"),
    EU_ACT("eu", "international"),
    LAW("lov", "law"),
    REGULATION("for", "regulation");

    /// The first session that numbers its papers in the new series.
    static final int NEW_SERIES = 2009;

    final String code;
    final String citeType;

    Series(String code, String citeType) {
        this.code = code;
        this.citeType = citeType;
    }

    /// The series in which a paper of this kind was numbered in the session that began in `year`.
    Series inSession(int year) {
        return switch (this) {
            case WHITE_PAPER, WHITE_PAPER_OLD -> year >= NEW_SERIES ? WHITE_PAPER : WHITE_PAPER_OLD;
            default -> this;
        };
    }
}
