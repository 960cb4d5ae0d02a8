package no.forankring.trace;

/// A goal as one document says it, and the area of effort that it stands under.
///
/// @param goal the goal; an area of effort is one too
/// @param area the area that it stands under, or is, without its number; empty where the document tells none
/// @param number of the area, as in `3.1`; empty where it has none
/// @param heading nearest above it, without its number; empty where there is none
/// @param focus it is an area of effort itself
/// @param holder who has the goal
/// @param proof the words
public record SaidItem(
        Thing goal,
        String area,
        String number,
        String heading,
        boolean focus,
        Thing holder,
        Step step,
        EvidenceView proof) {

    /// False while it waits for a person.
    public boolean fact() {
        return !step.status().equals("Suggested");
    }

    /// What to hold beside others: the area where it tells one, else the goal itself.
    public String label() {
        return area.isEmpty() ? goal.label() : area;
    }
}
