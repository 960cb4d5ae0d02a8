package no.forankring.curation;

import java.util.List;

/// What a change was for, read from who asked for it and why.
public enum ChangeKind {
    /// A person created, edited or retired something.
    CURATED,
    /// A person imported a plan.
    IMPORTED,
    /// A person judged a suggestion, or pointed out what words mean.
    JUDGED,
    /// A person said which names mean the same, or do not.
    NAMED,
    /// A person undid another change.
    UNDONE,
    /// A document was taken in, or read again.
    READ,
    /// The program brought its register and vocabulary up to date.
    PROGRAM,
    /// Anything else, such as an update in SPARQL.
    OTHER;

    /// What changes made in the review begin with.
    private static final List<String> REVIEW = List.of(
            "judge ",
            "dismiss the finding ",
            "restore the finding ",
            "review ",
            "point out ",
            "take back ",
            "read again ",
            "settle the disagreement ",
            "ask for a second reading ",
            "keep the place in the review",
            "switch single keys ");

    static ChangeKind of(String why) {
        if (why.startsWith(PlanImport.WHY)) {
            return IMPORTED;
        }
        if (why.startsWith(Curation.WHY)) {
            return CURATED;
        }
        if (why.startsWith(History.WHY)) {
            return UNDONE;
        }
        if (why.startsWith("identity ")) {
            return NAMED;
        }
        if (REVIEW.stream().anyMatch(why::startsWith)) {
            return JUDGED;
        }
        if (why.startsWith("ingest ") || why.startsWith("link again ")) {
            return READ;
        }
        return why.startsWith("bring ") && why.endsWith(" up to this version") ? PROGRAM : OTHER;
    }

    /// As in `curated`.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
