package no.forankring.review;

/// How people decided in equal cases.
///
/// @param sameWords true when counted are judgments of the same words and the same target, false when of the same kind
///     and rule
/// @param value what to ask the list of decisions for: the words, else the rule
public record Precedents(boolean sameWords, String value, int accepted, int rejected, int unsure) {

    static final Precedents NONE = new Precedents(false, "", 0, 0, 0);

    public int all() {
        return accepted + rejected + unsure;
    }
}
