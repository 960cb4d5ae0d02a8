package no.forankring.extraction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What one run of an [ExtractionEvaluation] came to, and the figures to draw from it.
///
/// @param things one for each marked thing
/// @param taken one for each thing that was taken out
/// @param relations one for each marked statement
/// @param stated one for each statement that was taken out
/// @param figures one for each marked figure, and one for each of ours where none is marked
public record ExtractionReport(
        List<ThingOutcome> things,
        List<ThingVerdict> taken,
        List<RelationOutcome> relations,
        List<RelationVerdict> stated,
        List<FigureOutcome> figures) {

    /// What something that was taken out is worth.
    public enum Worth {
        RIGHT,
        /// Right but for its class or kind: a project for a network, `fulfils` for `anchoredIn`.
        KIN,
        /// Marked, but for another file: counts neither as right nor as wrong.
        ELSEWHERE,
        /// A thing that is here already under another name.
        DUPLICATE,
        WRONG
    }

    /// @param group the class it is counted under
    /// @param worth right, kin, or wrong for what was missed
    public record ThingOutcome(GoldThing thing, String group, Worth worth) {}

    /// @param file where it was taken out first
    public record ThingVerdict(String file, Entity entity, String group, Worth worth) {}

    /// @param found also as a suggestion
    /// @param automatic found, and a fact without a person
    /// @param apart its subject or object is nothing that is taken out: a local document, a place
    public record RelationOutcome(GoldRelation relation, boolean found, boolean automatic, boolean apart) {}

    /// @param statements all that say so, the first in the text first
    /// @param subject the name of the subject
    /// @param object the name of the object, or a document's id
    public record RelationVerdict(
            String file, List<Relation> statements, String subject, String object, Worth worth, boolean automatic) {

        public RelationVerdict {
            statements = List.copyOf(statements);
        }

        public Relation relation() {
            return statements.getFirst();
        }
    }

    /// @param thing the slug of a marked thing, or our own name for one that is not marked
    /// @param figure its name as people mark it, or `year`
    /// @param marked empty where people have marked none
    /// @param ours empty where we give none
    public record FigureOutcome(String file, String thing, String figure, String marked, String ours, boolean right) {}

    /// How much of what is marked was found, and how much of what was found is right.
    ///
    /// @param marked how many count
    /// @param ours how many count
    public record Score(int marked, int found, int ours, int right) {

        /// 1 where nothing is marked.
        public double recall() {
            return marked == 0 ? 1 : (double) found / marked;
        }

        /// 1 where nothing was taken out.
        public double precision() {
            return ours == 0 ? 1 : (double) right / ours;
        }

        /// The harmonic mean of the two.
        public double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    /// How well things of one class, or of all, were found.
    ///
    /// @param strict of equal class
    /// @param lenient of kindred class too
    public record ThingScore(Score strict, Score lenient, int elsewhere, int duplicates) {}

    /// How well statements of one kind, or of all, were found.
    ///
    /// @param all counting suggestions; recall is that of explicit statements, and those that are inferred are right
    /// when they are found
    /// @param automatic what becomes fact without a person
    /// @param apart explicit ones missed because their subject or object is nothing that is taken out
    /// @param inferred how many are marked as inferred, and how many of them were found
    /// @param otherKind ours that would be right under the other of `anchoredIn` and `fulfils`
    public record RelationScore(
            Score all, Score automatic, int apart, int inferred, int inferredFound, int otherKind, int elsewhere) {}

    public ExtractionReport {
        things = List.copyOf(things);
        taken = List.copyOf(taken);
        relations = List.copyOf(relations);
        stated = List.copyOf(stated);
        figures = List.copyOf(figures);
    }

    /// Only what concerns some of the files.
    public ExtractionReport of(Predicate<String> file) {
        return new ExtractionReport(
                things.stream().filter(each -> file.test(each.thing.file())).toList(),
                taken.stream().filter(each -> file.test(each.file)).toList(),
                relations.stream()
                        .filter(each -> file.test(each.relation.file()))
                        .toList(),
                stated.stream().filter(each -> file.test(each.file)).toList(),
                figures.stream().filter(each -> file.test(each.file)).toList());
    }

    public ThingScore thingScore() {
        return thingScore(group -> true);
    }

    /// In the order of the classes' names.
    public Map<String, ThingScore> byClass() {
        return by(
                Stream.concat(
                        things.stream().map(ThingOutcome::group), taken.stream().map(ThingVerdict::group)),
                name -> thingScore(name::equals));
    }

    private ThingScore thingScore(Predicate<String> group) {
        List<Worth> marked = things.stream()
                .filter(each -> group.test(each.group))
                .map(ThingOutcome::worth)
                .toList();
        List<Worth> ours = taken.stream()
                .filter(each -> group.test(each.group))
                .map(ThingVerdict::worth)
                .toList();
        int elsewhere = count(ours, Worth.ELSEWHERE);
        return new ThingScore(
                new Score(marked.size(), count(marked, Worth.RIGHT), ours.size() - elsewhere, count(ours, Worth.RIGHT)),
                new Score(
                        marked.size(),
                        count(marked, Worth.RIGHT) + count(marked, Worth.KIN),
                        ours.size() - elsewhere,
                        count(ours, Worth.RIGHT) + count(ours, Worth.KIN)),
                elsewhere,
                count(ours, Worth.DUPLICATE));
    }

    public RelationScore relationScore() {
        return relationScore(kind -> true);
    }

    /// In the order of the kinds' names.
    public Map<String, RelationScore> byKind() {
        return by(
                Stream.concat(
                        relations.stream().map(each -> each.relation.kind()),
                        stated.stream().map(each -> each.relation().type().term())),
                name -> relationScore(name::equals));
    }

    private RelationScore relationScore(Predicate<String> kind) {
        List<RelationOutcome> marked = relations.stream()
                .filter(each -> kind.test(each.relation.kind()))
                .toList();
        List<RelationOutcome> explicit =
                marked.stream().filter(each -> each.relation.explicit()).toList();
        List<RelationOutcome> inferred =
                marked.stream().filter(each -> !each.relation.explicit()).toList();
        List<RelationVerdict> all = stated.stream()
                .filter(each -> kind.test(each.relation().type().term()))
                .toList();
        List<RelationVerdict> ours =
                all.stream().filter(each -> each.worth != Worth.ELSEWHERE).toList();
        List<RelationVerdict> automatic =
                ours.stream().filter(RelationVerdict::automatic).toList();
        return new RelationScore(
                new Score(explicit.size(), found(explicit), ours.size(), right(ours)),
                new Score(
                        explicit.size(),
                        (int) explicit.stream()
                                .filter(RelationOutcome::automatic)
                                .count(),
                        automatic.size(),
                        right(automatic)),
                (int) explicit.stream()
                        .filter(each -> each.apart && !each.found)
                        .count(),
                inferred.size(),
                found(inferred),
                (int) ours.stream().filter(each -> each.worth == Worth.KIN).count(),
                all.size() - ours.size());
    }

    /// How many links of each kind count, and how many of them are right. A statement that several rules make counts
    /// for
    /// each; one whose document is not certain for none, since it waits whatever the rule is worth.
    public Map<LinkKind, Counted> byLinkKind() {
        var counted = new TreeMap<LinkKind, Counted>();
        for (ThingVerdict thing : taken) {
            count(counted, LinkKind.of(thing.entity().type()), thing.worth());
        }
        for (RelationVerdict verdict : stated) {
            verdict.statements().stream()
                    .filter(relation -> !(relation.object() instanceof Relation.ObjectRef.Governing governing)
                            || governing.certain())
                    .map(LinkKind::of)
                    .distinct()
                    .forEach(kind -> count(counted, kind, verdict.worth()));
        }
        for (FigureOutcome figure : figures) {
            if (!figure.ours().isEmpty()) {
                ExtractionEvaluation.figureKind(figure.figure())
                        .ifPresent(
                                kind -> count(counted, LinkKind.of(kind), figure.right() ? Worth.RIGHT : Worth.WRONG));
            }
        }
        return counted;
    }

    private static void count(Map<LinkKind, Counted> counted, LinkKind kind, Worth worth) {
        if (worth != Worth.ELSEWHERE) {
            counted.merge(kind, new Counted(1, worth == Worth.RIGHT ? 1 : 0), Counted::and);
        }
    }

    /// So many links, of which so many are right.
    public record Counted(int measured, int right) {

        public static final Counted NONE = new Counted(0, 0);

        public Counted and(Counted other) {
            return new Counted(measured + other.measured, right + other.right);
        }
    }

    /// By the figures' names, in their order.
    public Map<String, Score> byFigure() {
        return by(figures.stream().map(FigureOutcome::figure), name -> figureScore(name::equals));
    }

    /// Years left out.
    public Score figureScore() {
        return figureScore(name -> !name.equals(ExtractionEvaluation.YEAR));
    }

    private Score figureScore(Predicate<String> figure) {
        List<FigureOutcome> chosen =
                figures.stream().filter(each -> figure.test(each.figure)).toList();
        int right = (int) chosen.stream().filter(FigureOutcome::right).count();
        return new Score(
                (int) chosen.stream().filter(each -> !each.marked.isEmpty()).count(),
                right,
                (int) chosen.stream().filter(each -> !each.ours.isEmpty()).count(),
                right);
    }

    private static <T> Map<String, T> by(Stream<String> names, java.util.function.Function<String, T> score) {
        var by = new LinkedHashMap<String, T>();
        new TreeSet<>(names.toList()).forEach(name -> by.put(name, score.apply(name)));
        return by;
    }

    private static int count(List<Worth> all, Worth worth) {
        return (int) all.stream().filter(worth::equals).count();
    }

    private static int found(List<RelationOutcome> marked) {
        return (int) marked.stream().filter(RelationOutcome::found).count();
    }

    private static int right(List<RelationVerdict> ours) {
        return (int) ours.stream().filter(each -> each.worth == Worth.RIGHT).count();
    }
}
