package no.forankring.review;

/// Which decisions to list. Empty fields let everything through.
///
/// @param document id of the document
/// @param link the address of the link or mention
/// @param words the words that were judged
/// @param rule the rule that found them
/// @param past whether those that no longer hold come too
public record DecisionFilter(String document, String link, String words, String rule, boolean past) {

    public static final DecisionFilter ALL = new DecisionFilter("", "", "", "", true);

    boolean fits(DecisionEntry entry) {
        Judgment judgment = entry.judgment();
        return (document.isEmpty() || entry.document().equals(document))
                && (link.isEmpty() || judgment.link().equals(link))
                && (words.isEmpty() || judgment.about().words().equals(Judgment.normal(words)))
                && (rule.isEmpty() || judgment.about().rule().equals(rule))
                && (past || entry.inForce());
    }
}
