package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import no.forankring.citation.Target;
import no.forankring.document.Span;
import no.forankring.extraction.ExtractionEvaluation.Reading;
import no.forankring.extraction.ExtractionReport.Score;
import no.forankring.extraction.Relation.ObjectRef;
import no.forankring.register.GoverningDocumentId;
import org.junit.jupiter.api.Test;

class ExtractionEvaluationTest {

    private static final String TEXT = "Nettverk for ernæring har to samlinger. Høstens samling hadde 32 deltakere.";
    private static final String THINGS = """
            slug\tclass\tname\tfile\tstart\tend\tparent\tyear\tnumbers\talt
            ern\tNetwork\tErnæringsnettverket\ta.txt\t0\t21\t\t\tsamlinger=2\t
            host\tActivity\tHøstens samling\ta.txt\t40\t55\tern\t2022\tdeltakere=om lag 32\t
            fjordvik\tMunicipality\tFjordvik\ta.txt\t60\t68\t\t\t\t
            maal\tGoal\tgod mat til alle\ta.txt\t60\t68\tern\t\t\t
            """;
    private static final String RELATIONS = """
            subject\trelation\tobject\tfile\tstart\tend\tcertainty\tevidence
            ern\tanchoredIn\tmeldst-15-2017-2018\ta.txt\t0\t39\texplicit\tNettverk
            ern\tanchoredIn\tplan-demensplan-2025\ta.txt\t0\t39\tinferred\tNettverk
            ern\tfulfils\tlov-2011-06-24-30\ta.txt\t0\t39\texplicit\tNettverk
            host\tpartOf\tern\ta.txt\t40\t75\texplicit\tHøstens
            ern\tparticipant\tvestre-fjordland-hf\ta.txt\t40\t75\texplicit\tHøstens
            dok-a\tcites\tmeldst-15-2017-2018\ta.txt\t0\t39\texplicit\tNettverk
            lokal-plan\tanchoredIn\tmeldst-15-2017-2018\ta.txt\t0\t39\texplicit\tNettverk
            """;

    private final Entity network =
            entity("ern", EntityType.NETWORK, "Fagnettverk i ernæring", 0, Map.of("gatherings", 2));
    private final Entity gathering =
            entity("host", EntityType.GATHERING, "Høstens samling", 40, Map.of("participants", 32));

    @Test
    void countsThingsByClassStrictlyAndLeniently() {
        ExtractionReport report = report(
                List.of(
                        network,
                        gathering,
                        entity("p", EntityType.PROJECT, "Høstsamling", 40, Map.of()),
                        entity("n", EntityType.NETWORK, "Nettverk for velferdsteknologi", 70, Map.of()),
                        entity("o", EntityType.COUNTY, "Fjordvik", 60, Map.of())),
                List.of());

        assertThat(get(report.byClass(), "Network").strict()).isEqualTo(new Score(1, 1, 2, 1));
        assertThat(get(report.byClass(), "Activity").strict()).isEqualTo(new Score(1, 1, 1, 1));
        assertThat(get(report.byClass(), "Project").duplicates()).isEqualTo(1);
        assertThat(get(report.byClass(), "Municipality").strict()).isEqualTo(new Score(1, 0, 0, 0));
        assertThat(report.thingScore().strict()).isEqualTo(new Score(4, 2, 5, 2));
        assertThat(report.thingScore().strict().f1()).isCloseTo(4.0 / 9, within(1e-9));
    }

    @Test
    void takesAThingOfKindredClassForTheLenientFigureOnly() {
        ExtractionReport report = report(
                List.of(entity("l", EntityType.LEARNING_NETWORK, "Ernæringsnettverket", 0, Map.of())), List.of());

        assertThat(report.thingScore().strict().found()).isZero();
        assertThat(report.thingScore().lenient().found()).isEqualTo(1);
        assertThat(get(report.byClass(), "LearningNetwork").lenient().right()).isEqualTo(1);
    }

    @Test
    void givesEachMarkedThingToOneOfOursTheMostAlikeFirst() {
        Entity other = entity("x", EntityType.NETWORK, "Nettverk i ernæring og tannhelse", 70, Map.of());

        ExtractionReport report = report(List.of(other, network), List.of());

        assertThat(report.taken())
                .extracting(ExtractionReport.ThingVerdict::worth)
                .containsExactly(ExtractionReport.Worth.DUPLICATE, ExtractionReport.Worth.RIGHT);
    }

    @Test
    void leavesOutWhatIsMarkedForAnotherFileAndCountsItOnceOverAllFiles() {
        var evaluation = evaluation();
        Map<String, Reading> readings = Map.of(
                "a.txt", new Reading(TEXT, new Extraction(List.of(network), List.of())),
                "b.txt", new Reading(TEXT, new Extraction(List.of(network), List.of())));

        ExtractionReport perFile = evaluation.perFile(readings, relation -> true);
        ExtractionReport overFiles = evaluation.overFiles(readings, relation -> true);

        assertThat(perFile.thingScore().strict()).isEqualTo(new Score(4, 1, 1, 1));
        assertThat(perFile.thingScore().elsewhere()).isEqualTo(1);
        assertThat(overFiles.thingScore().strict()).isEqualTo(new Score(4, 1, 1, 1));
        assertThat(overFiles.thingScore().elsewhere()).isZero();
    }

    @Test
    void knowsANamelessActivityByThePassageThatTellsOfIt() {
        Entity nameless = entity("s", EntityType.GATHERING, "Samling med 32 deltakere", 56, Map.of());

        ExtractionReport report = report(List.of(nameless), List.of());

        assertThat(get(report.byClass(), "Activity").strict().found()).isEqualTo(1);
    }

    @Test
    void theDocumentsOwnPlanIsTheLocalDocumentOfWhichMostIsSaid() {
        Entity plan = entity("lokal-min-plan", EntityType.LOCAL_PLAN, "Plan for mat", 0, Map.of());
        ExtractionReport report = report(
                List.of(plan),
                List.of(governing("lokal-min-plan", Relation.Type.ANCHORED_IN, "meldst-15-2017-2018", 0.9)));

        assertThat(get(report.byKind(), "anchoredIn").all().right()).isEqualTo(1);
        assertThat(report.taken()).isEmpty();
    }

    @Test
    void countsStatementsOfTheSameSubjectKindAndObject() {
        ExtractionReport report = report(
                List.of(network, gathering),
                List.of(
                        governing("ern", Relation.Type.ANCHORED_IN, "reform-leve-hele-livet", 0.9),
                        governing("ern", Relation.Type.ANCHORED_IN, "plan-demensplan-2025", 0.9),
                        governing("ern", Relation.Type.ANCHORED_IN, "lov-2011-06-24-30", 0.9),
                        other("host", Relation.Type.PART_OF, "ern", 0.5),
                        other("ern", Relation.Type.PART_OF, "host", 0.9)));

        ExtractionReport.RelationScore anchored = get(report.byKind(), "anchoredIn");
        assertThat(anchored.all()).isEqualTo(new Score(2, 1, 3, 2));
        assertThat(anchored.inferredFound()).isEqualTo(1);
        assertThat(anchored.apart()).isZero();
        assertThat(anchored.otherKind()).isEqualTo(1);
        ExtractionReport.RelationScore parts = get(report.byKind(), "partOf");
        assertThat(parts.all()).isEqualTo(new Score(1, 1, 2, 1));
        assertThat(parts.automatic()).isEqualTo(new Score(1, 0, 1, 0));
        assertThat(report.byKind()).doesNotContainKey("cites");
    }

    @Test
    void readsTheSlugOfAnObjectThatIsNoMarkedThing() {
        Entity trust = entity("hf", EntityType.ORGANIZATION, "Vestre Fjordland HF", 40, Map.of());

        ExtractionReport report =
                report(List.of(network, trust), List.of(other("ern", Relation.Type.PARTICIPANT, "hf", 0.9)));

        assertThat(get(report.byKind(), "participant").all()).isEqualTo(new Score(1, 1, 1, 1));
    }

    @Test
    void comparesFiguresOfTheThingsThatAreTheSame() {
        Entity wrong = entity("n", EntityType.NETWORK, "Nettverk for velferdsteknologi", 70, Map.of("teams", 3));

        ExtractionReport report = report(List.of(network, gathering, wrong), List.of());

        assertThat(report.byFigure().get("deltakere")).isEqualTo(new Score(1, 1, 1, 1));
        assertThat(report.byFigure().get("samlinger")).isEqualTo(new Score(1, 1, 1, 1));
        assertThat(report.byFigure().get("team")).isEqualTo(new Score(0, 0, 1, 0));
        assertThat(report.byFigure().get("year")).isEqualTo(new Score(1, 0, 0, 0));
        assertThat(ExtractionEvaluation.isRight("75", "75-150")).isTrue();
        assertThat(ExtractionEvaluation.isRight("7", "75-150")).isFalse();
        assertThat(ExtractionEvaluation.isRight("4,6", "4.60")).isTrue();
        assertThat(ExtractionEvaluation.isRight("4,6", "4")).isFalse();
        assertThat(ExtractionEvaluation.isRight("20-25", "20-30")).isTrue();
    }

    @Test
    void tablesAndErrorsTellOfEveryMissAndMistake() {
        ExtractionReport report = report(
                List.of(network, entity("n", EntityType.NETWORK, "Nettverk for velferdsteknologi", 70, Map.of())),
                List.of(governing("ern", Relation.Type.FULFILS, "meldst-15-2017-2018", 0.9)));

        assertThat(ExtractionTables.errors(report))
                .contains(
                        "missed\tentity\ta.txt\t40\t55\tActivity\thost\tHøstens samling",
                        "wrong\tentity\ta.txt\t70\t71\tNetwork\tn\tNettverk for velferdsteknologi",
                        "missed\trelation\ta.txt\t0\t39\tanchoredIn\tern → meldst-15-2017-2018\tNettverk",
                        "missed\trelation\ta.txt\t0\t39\tanchoredIn\tlokal-plan → meldst-15-2017-2018\tNettverk",
                        "other-kind-fact\trelation\ta.txt\t0\t1\tfulfils\tFagnettverk i ernæring → meldst-15-2017-2018\texplicit");
        var tables = new ExtractionTables(report, report, Map.of("a.txt", Map.of("set", "held-out", "language", "nb")));
        assertThat(tables.text()).contains("entity, held-out").contains("becomes fact by itself");
        assertThat(tables.markdown(Optional.of(List.of()))).contains("| Network | 1 | 1 | 1.000 | 2 | 1 | 0.500 |");
    }

    @Test
    void theTableOfOneRunTellsWhatTheNextGainsAndLoses() {
        ExtractedTable before = ExtractedTable.of(report(
                List.of(network, entity("n", EntityType.NETWORK, "Nettverk for velferdsteknologi", 70, Map.of())),
                List.of()));
        ExtractedTable now = ExtractedTable.of(report(List.of(gathering), List.of()));

        assertThat(ExtractedTable.parse(before.text())).isEqualTo(before);
        assertThat(now.since(before))
                .extracting(difference -> difference.gained() + " "
                        + difference.line().what() + " " + difference.line().subject())
                .containsExactlyInAnyOrder(
                        "false entity ern",
                        "true entity host",
                        "false figure ern",
                        "true figure host",
                        "true entity Nettverk for velferdsteknologi");
        assertThat(now.worseThan(before)).contains("entity Network: found 0, was 1");
        assertThat(before.worseThan(before)).isEmpty();
        assertThat(now.hasSameMarks(before)).isTrue();
    }

    @Test
    void countsEachKindOfLinkByItselfAndNoneWhoseDocumentIsNotCertain() {
        ExtractionReport report = report(
                List.of(
                        network,
                        gathering,
                        entity("n", EntityType.NETWORK, "Nettverk for velferdsteknologi", 70, Map.of())),
                List.of(
                        governing("ern", Relation.Type.ANCHORED_IN, "meldst-15-2017-2018", 0.9),
                        governing("ern", Relation.Type.ANCHORED_IN, "plan-demensplan-2025", 0.9),
                        governing("host", Relation.Type.ANCHORED_IN, "lov-2011-06-24-30", 0.9),
                        new Relation(
                                "ern",
                                Relation.Type.ANCHORED_IN,
                                new ObjectRef.Governing(Target.whole(new GoverningDocumentId("nou-2023-4")), false),
                                new Span(0, 1),
                                Relation.Strength.ANCHORED,
                                true,
                                "cue",
                                0.9),
                        new Relation(
                                "ern",
                                Relation.Type.ANCHORED_IN,
                                new ObjectRef.Governing(
                                        Target.whole(new GoverningDocumentId("meldst-15-2017-2018")), true),
                                new Span(2, 3),
                                Relation.Strength.NAMED,
                                false,
                                "other-cue",
                                0.5)));

        assertThat(report.byLinkKind())
                .containsEntry(LinkKind.ofRelation("anchoredIn", "cue"), new ExtractionReport.Counted(3, 2))
                .containsEntry(
                        LinkKind.ofRelation("anchoredIn", "other-cue-inferred"), new ExtractionReport.Counted(1, 1))
                .containsEntry(LinkKind.of(EntityType.NETWORK), new ExtractionReport.Counted(2, 1))
                .containsEntry(LinkKind.of(EntityType.GATHERING), new ExtractionReport.Counted(1, 1))
                .containsEntry(LinkKind.of(Figure.Kind.PARTICIPANTS), new ExtractionReport.Counted(1, 1));
    }

    private static <T> T get(Map<String, T> scores, String name) {
        return Objects.requireNonNull(scores.get(name), name);
    }

    private static ExtractionEvaluation evaluation() {
        return new ExtractionEvaluation(
                GoldThing.read(THINGS), GoldRelation.read(RELATIONS), id -> id.matches("(meldst|lov|plan|reform)-.*"));
    }

    private static ExtractionReport report(List<Entity> entities, List<Relation> relations) {
        return evaluation()
                .perFile(
                        Map.of("a.txt", new Reading(TEXT, new Extraction(entities, relations))),
                        relation -> relation.confidence() >= 0.8);
    }

    private static Entity entity(String key, EntityType type, String name, int at, Map<String, Integer> numbers) {
        var span = new Span(at, at + 1);
        var figures = numbers.entrySet().stream()
                .map(number -> new Figure(
                        kind(number.getKey()), BigDecimal.valueOf(number.getValue()), Optional.empty(), false, span))
                .toList();
        return new Entity(key, type, name, span, "", OptionalInt.empty(), "", figures);
    }

    private static Figure.Kind kind(String term) {
        return Arrays.stream(Figure.Kind.values())
                .filter(kind -> kind.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    private static Relation governing(String subject, Relation.Type type, String document, double confidence) {
        return relation(
                subject,
                type,
                new ObjectRef.Governing(Target.whole(new GoverningDocumentId(document)), true),
                confidence);
    }

    private static Relation other(String subject, Relation.Type type, String key, double confidence) {
        return relation(subject, type, new ObjectRef.Other(key), confidence);
    }

    private static Relation relation(String subject, Relation.Type type, ObjectRef object, double confidence) {
        return new Relation(subject, type, object, new Span(0, 1), Relation.Strength.ANCHORED, true, "cue", confidence);
    }
}
