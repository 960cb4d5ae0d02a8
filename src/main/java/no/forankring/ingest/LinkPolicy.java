package no.forankring.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.forankring.citation.Explanation;
import no.forankring.citation.Reason;
import no.forankring.citation.Resolution;
import no.forankring.extraction.EntityType;
import no.forankring.extraction.ExtractionReport.Counted;
import no.forankring.extraction.Figure;
import no.forankring.extraction.LinkKind;
import no.forankring.extraction.Relation;

/// Decides which links a machine may state as facts; all others wait for a person.
///
/// Each kind of link is measured by itself against texts that people have marked, and may be stated as a fact when it
/// was
/// right often enough there. What was seldom or never measured waits. Values are immutable; safe for many threads.
///
/// @param citation the least confidence of a resolved citation that becomes a fact, between 0 and 1
/// @param kinds what was measured of each kind; kinds that are not here wait
public record LinkPolicy(double citation, Map<LinkKind, Measured> kinds) {

    private static final String FILE = "/ontology/link-policy.tsv";

    /// The thresholds and figures that `docs/quality.md` publishes, from `ontology/link-policy.tsv`.
    public static final LinkPolicy PUBLISHED =
            new LinkPolicy(0.80, PolicyTable.parse(published()).kinds());

    public LinkPolicy {
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }

    /// What was measured of one kind of link, and what follows from it.
    ///
    /// @param all over all marked texts
    /// @param unseen over those that nobody had read who made rules
    /// @param bar what is asked of the kind
    /// @param automatic whether such a link is stated as a fact; never where the bar is not reached
    public record Measured(Counted all, Counted unseen, PolicyBar bar, boolean automatic) {

        public Measured {
            if (automatic && !bar.isReached(all, unseen)) {
                throw new IllegalArgumentException(
                        "%d of %d, unseen %d of %d, is too little to be automatic; at least %s is asked"
                                .formatted(all.right(), all.measured(), unseen.right(), unseen.measured(), bar));
            }
        }
    }

    private static String published() {
        try (InputStream in = LinkPolicy.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the program; build it anew".formatted(FILE));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isFact(Resolution.Resolved resolved) {
        return resolved.confidence() >= citation;
    }

    /// What the threshold makes of a citation.
    Explanation explain(Resolution.Resolved resolved) {
        String key = isFact(resolved) ? "link-fact" : "link-suggestion";
        return Explanation.of(Reason.of(key, Explanation.percent(citation)));
    }

    /// Whether a relation becomes a fact without a person.
    public boolean isFact(Relation relation) {
        boolean certainObject = switch (relation.object()) {
            case Relation.ObjectRef.Governing governing -> governing.certain();
            case Relation.ObjectRef.Other other -> true;
        };
        return certainObject && isFact(LinkKind.of(relation));
    }

    /// Whether a thing of this type is stated as a fact wherever it is named; otherwise only as the end of a relation
    /// that is a fact.
    boolean isFact(EntityType type) {
        return isFact(LinkKind.of(type));
    }

    boolean isFact(Figure.Kind figure) {
        return isFact(LinkKind.of(figure));
    }

    private boolean isFact(LinkKind kind) {
        return measured(kind).map(Measured::automatic).orElse(false);
    }

    private Optional<Measured> measured(LinkKind kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    /// The share of such links that was right; empty where none was measured.
    Optional<Double> precision(LinkKind kind) {
        return measured(kind)
                .filter(measured -> measured.all().measured() > 0)
                .map(measured -> PolicyBar.precision(measured.all()));
    }

    /// How often links like this one were right, and what follows from it; empty for citations, which are explained by
    /// themselves.
    ///
    /// @param predicate the local name of the relation, `type` for the class of a thing, or a figure
    /// @param object the local name of the object where that is a class
    /// @param rule as its evidence keeps it
    /// @param fact whether it is stated as a fact
    public Optional<Reason> explain(String predicate, String object, String rule, boolean fact) {
        return switch (predicate) {
            case "cites" -> Optional.empty();
            case "progress" -> Optional.of(Reason.of(fact ? "policy-said" : "policy-asked"));
            case "type" ->
                Arrays.stream(EntityType.values())
                        .filter(type -> type.term().equals(object))
                        .findFirst()
                        .map(type -> explain(LinkKind.of(type), fact));
            default ->
                Optional.of(explain(
                        Arrays.stream(Figure.Kind.values())
                                .filter(figure -> figure.term().equals(predicate))
                                .findFirst()
                                .map(LinkKind::of)
                                .orElseGet(() -> LinkKind.ofRelation(predicate, rule)),
                        fact));
        };
    }

    private Reason explain(LinkKind kind, boolean fact) {
        Measured of = kinds.get(kind);
        if (of == null || of.all().measured() == 0) {
            return Reason.of("policy-unmeasured");
        }
        String precision = PolicyTable.comma(PolicyBar.precision(of.all()));
        String measured = Integer.toString(of.all().measured());
        String asked = PolicyTable.comma(of.bar().precision());
        if (of.automatic()) {
            return Reason.of(fact ? "policy-fact" : "policy-but", precision, measured, asked);
        }
        String key = fact
                ? "policy-upheld"
                : PolicyBar.precision(of.all()) < of.bar().precision() ? "policy-imprecise" : "policy-few";
        return Reason.of(key, precision, measured, asked);
    }
}
