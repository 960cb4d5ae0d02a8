package no.forankring.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.forankring.citation.Target;
import no.forankring.document.Span;
import no.forankring.extraction.EntityType;
import no.forankring.extraction.ExtractionReport.Counted;
import no.forankring.extraction.LinkKind;
import no.forankring.extraction.Relation;
import no.forankring.extraction.Relation.ObjectRef;
import no.forankring.ingest.LinkPolicy.Measured;
import no.forankring.register.GoverningDocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 17);
    private static final LinkKind LIST = LinkKind.ofRelation("anchoredIn", "anchor-list");
    private static final LinkKind LIST_INFERRED = LinkKind.ofRelation("anchoredIn", "anchor-list-inferred");
    private static final LinkKind NETWORK = LinkKind.of(EntityType.NETWORK);

    @ParameterizedTest(name = "{0} of {1}, unseen {2} of {3}: {4}")
    @CsvSource({
        "35, 35, 0, 0, true",
        "34, 34, 0, 0, false",
        "54, 55, 0, 0, true",
        "48, 49, 0, 0, false",
        "120, 122, 40, 40, true",
        "120, 122, 19, 20, false",
        "0, 0, 0, 0, false"
    })
    void asksForAShareAndForEnoughCases(int right, int measured, int unseenRight, int unseen, boolean automatic) {
        PolicyTable table = PolicyTable.of(
                DAY,
                "here",
                Map.of(LIST, new Counted(measured, right)),
                Map.of(LIST, new Counted(unseen, unseenRight)),
                Map.of());

        assertThat(get(table, LIST).automatic()).isEqualTo(automatic);
    }

    @Test
    void knowsTheLowerEndOfTheInterval() {
        assertThat(PolicyBar.lower(new Counted(10, 8))).isCloseTo(0.490, within(0.001));
        assertThat(PolicyBar.lower(new Counted(0, 0))).isZero();
    }

    @Test
    void keepsTheThresholdsThatPeopleSetAndForgetsWhatIsMeasuredNoMore() {
        var strict = new PolicyBar(1.0, 0.95);
        var earlier = Map.of(
                LIST, new Measured(new Counted(9, 9), Counted.NONE, strict, false),
                NETWORK, new Measured(new Counted(9, 9), Counted.NONE, PolicyBar.usual(NETWORK.sort()), false));

        PolicyTable again = PolicyTable.of(DAY, "here", Map.of(), Map.of(), earlier);

        assertThat(again.kinds()).containsOnlyKeys(LIST);
        assertThat(get(again, LIST)).isEqualTo(new Measured(Counted.NONE, Counted.NONE, strict, false));
    }

    @Test
    void readsWhatItWrites() {
        PolicyTable table = PolicyTable.of(
                DAY,
                "here (3 develop)",
                Map.of(
                        LIST, new Counted(122, 120),
                        LIST_INFERRED, new Counted(3, 1),
                        NETWORK, new Counted(40, 39)),
                Map.of(LIST, new Counted(40, 40)),
                Map.of());

        assertThat(PolicyTable.parse(table.text())).isEqualTo(table);
    }

    @Test
    void refusesAFileThatMakesAutomaticWhatIsNotPrecise() {
        String text = PolicyTable.of(DAY, "here", Map.of(LIST, new Counted(50, 40)), Map.of(), Map.of())
                .text();

        assertThatThrownBy(() -> PolicyTable.parse(text.replace("\tno\n", "\tyes\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anchoredIn anchor-list")
                .hasMessageContaining("40 of 50");
    }

    @Test
    void letsARelationBecomeAFactByItsKindAloneAndNeverOfADocumentThatIsNotCertain() {
        var policy = new LinkPolicy(
                0.8,
                PolicyTable.of(
                                DAY,
                                "here",
                                Map.of(LIST, new Counted(60, 60), LIST_INFERRED, new Counted(60, 50)),
                                Map.of(),
                                Map.of())
                        .kinds());

        assertThat(policy.isFact(relation("anchor-list", true, true))).isTrue();
        assertThat(policy.isFact(relation("anchor-list", true, false))).isFalse();
        assertThat(policy.isFact(relation("anchor-list", false, true))).isFalse();
        assertThat(policy.isFact(relation("never-measured", true, true))).isFalse();
        assertThat(policy.isFact(EntityType.NETWORK)).isFalse();
    }

    @ParameterizedTest(name = "{0} {1} fact {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "anchoredIn | anchor-list | true | slike koblinger holder i 0,98 av 122 målte, og 0,98 kreves: den er et faktum",
                "anchoredIn | anchor-list | false | slike koblinger holder i 0,98 av 122 målte, men noe den hviler på, er ikke et faktum",
                "anchoredIn | anchor-list-inferred | false | slike koblinger holder i 0,83 av 60 målte, og 0,98 kreves: den venter på et menneske",
                "fulfils | named-after | false | slike koblinger holder i 1,00 av 3 målte, og det er for få til å stole på: den venter på et menneske",
                "fulfils | unheard-of | false | ingen slike koblinger er målt: den venter på et menneske",
                "type | named | true | slike koblinger holder i 0,50 av 10 målte, og et faktum hviler på denne"
            })
    void saysWhatWasMeasuredAndWhatFollows(String predicate, String rule, boolean fact, String sentence) {
        var policy = new LinkPolicy(
                0.8,
                PolicyTable.of(
                                DAY,
                                "here",
                                Map.of(
                                        LIST,
                                        new Counted(122, 120),
                                        LIST_INFERRED,
                                        new Counted(60, 50),
                                        LinkKind.ofRelation("fulfils", "named-after"),
                                        new Counted(3, 3),
                                        NETWORK,
                                        new Counted(10, 5)),
                                Map.of(),
                                Map.of())
                        .kinds());

        assertThat(policy.explain(predicate, "Network", rule, fact)
                        .orElseThrow()
                        .text(Locale.of("nb")))
                .isEqualTo(sentence);
        assertThat(policy.explain("cites", "", "number", fact)).isEmpty();
    }

    private static Relation relation(String rule, boolean explicit, boolean certain) {
        return new Relation(
                "n",
                Relation.Type.ANCHORED_IN,
                new ObjectRef.Governing(Target.whole(new GoverningDocumentId("plan-demensplan-2025")), certain),
                new Span(0, 1),
                Relation.Strength.ANCHORED,
                explicit,
                rule,
                0.9);
    }

    private static Measured get(PolicyTable table, LinkKind kind) {
        return Objects.requireNonNull(table.kinds().get(kind));
    }
}
