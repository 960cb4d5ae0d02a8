package no.forankring.extraction;

import java.util.Comparator;

/// A kind of link whose precision is measured as one: what decides whether such a link becomes a fact by itself.
///
/// @param name the relation (`anchoredIn`), the class (`Network`) or the figure (`participants`), as in the vocabulary
/// @param rule the cue that gave a relation; empty for things and figures
/// @param explicit false for relations that were read from structure or coreference
public record LinkKind(Sort sort, String name, String rule, boolean explicit) implements Comparable<LinkKind> {

    private static final String INFERRED = "-inferred";
    private static final Comparator<LinkKind> ORDER = Comparator.comparing(LinkKind::sort)
            .thenComparing(LinkKind::name)
            .thenComparing(LinkKind::rule)
            .thenComparing(LinkKind::explicit, Comparator.reverseOrder());

    /// What a link says: that two things belong together, that a thing is of a class, that it has a number.
    public enum Sort {
        RELATION("relation"),
        THING("thing"),
        FIGURE("figure");

        private final String code;

        Sort(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// @throws IllegalArgumentException when there is none of that code
        public static Sort of(String code) {
            for (Sort sort : values()) {
                if (sort.code.equals(code)) {
                    return sort;
                }
            }
            throw new IllegalArgumentException("'%s' is none of relation, thing and figure".formatted(code));
        }
    }

    public static LinkKind of(Relation relation) {
        return new LinkKind(Sort.RELATION, relation.type().term(), relation.rule(), relation.explicit());
    }

    /// Classes that are measured as one are one kind: gatherings, courses and conferences are all `Activity`.
    public static LinkKind of(EntityType type) {
        return new LinkKind(Sort.THING, ThingClass.of(type.term()), "", true);
    }

    public static LinkKind of(Figure.Kind figure) {
        return new LinkKind(Sort.FIGURE, figure.term(), "", true);
    }

    /// A relation by what its evidence keeps of it.
    ///
    /// @param proof as from [#proof()]
    public static LinkKind ofRelation(String name, String proof) {
        boolean inferred = proof.endsWith(INFERRED);
        return new LinkKind(
                Sort.RELATION,
                name,
                inferred ? proof.substring(0, proof.length() - INFERRED.length()) : proof,
                !inferred);
    }

    /// The name under which evidence keeps the rule: `anchor-list`, and `anchor-list-inferred`.
    public String proof() {
        return switch (sort) {
            case RELATION -> explicit ? rule : rule + INFERRED;
            case THING -> "named";
            case FIGURE -> "figure";
        };
    }

    @Override
    public int compareTo(LinkKind other) {
        return ORDER.compare(this, other);
    }
}
