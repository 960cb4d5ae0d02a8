package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import no.forankring.register.DocumentType;
import org.jspecify.annotations.Nullable;

/// Words that a form has found, with what it knows of them, until they are resolved. Lives within one reading.
final class Finding {

    /// What was found.
    enum Kind {
        /// A name of the register.
        NAME,
        /// A number in a series, complete or not.
        NUMBER,
        /// An id, date and number, or address.
        EXACT,
        /// A provision whose act stands elsewhere.
        SECTION,
        /// "reformen", "samme lov": named before.
        BACK,
        /// A kind word with words on the topic: "veileder for …".
        TOPIC,
        /// A plan of a municipality or a centre.
        LOCAL,
        /// A citation of something that nobody knows.
        UNKNOWN
    }

    final Kind kind;
    String form;
    int from;
    int to;
    int start;
    int end;
    List<Option> options = List.of();
    NameIndex.Strength strength = NameIndex.Strength.STRONG;

    @Nullable
    Designation designation;

    Pinpoint pinpoint = Pinpoint.WHOLE;
    /// For sections: the provisions of one § list share a group.
    int group = -1;

    @Nullable
    Cue cue;

    boolean quoted;
    /// A single word in the definite form, as in `Normen`.
    boolean definite;
    /// A hyphen ties the name to a word that is no kind of document: `Bo trygt hjemme-kafeen`.
    boolean modifier;
    boolean fuzzy;
    boolean prefix;
    boolean dotted;
    boolean local;
    /// "lover …": further dates may follow without the word.
    boolean list;
    /// "samme lov", "loven her": must be tied or dropped.
    boolean same;
    int year;
    String type = "";
    Rule rule = Rule.UNIQUE_NAME;
    final List<Reason> evidence = new ArrayList<>();

    @Nullable
    Decision decision;

    /// What a person has accepted these words for; counts where the decision leaves them open.
    @Nullable
    Decision learned;

    /// For provisions: what was decided of the act that they belong to.
    @Nullable
    Decision followed;

    /// Part of another mention now, or no citation after all.
    boolean dropped;

    Finding(Kind kind, String form, int from, int to, Tokens tokens) {
        this.kind = kind;
        this.form = form;
        this.from = from;
        this.to = to;
        this.start = tokens.start(from);
        this.end = tokens.end(to - 1);
    }

    boolean mayBeAct() {
        if (kind == Kind.UNKNOWN) {
            return type.equals("law") || type.equals("regulation");
        }
        for (Option option : options) {
            if (option.row() != null
                    ? option.row().isAct()
                    : option.id().value().startsWith("lov-")
                            || option.id().value().startsWith("for-")
                            || option.id().value().startsWith("eu-")) {
                return true;
            }
        }
        return false;
    }

    boolean hasType(DocumentType wanted) {
        for (Option option : options) {
            if (option.row() != null && option.row().type() == wanted) {
                return true;
            }
        }
        return false;
    }
}
