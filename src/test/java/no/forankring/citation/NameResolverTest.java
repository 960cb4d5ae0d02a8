package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that several documents share, names that are ordinary words, names of places' own plans.
class NameResolverTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"age", "yearAfterTheName", "properNames", "places", "changingActs"})
    void readsTheNameAsPeopleMeanIt(String text, List<String> expected) {
        assertThat(WordingExamples.read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> age() {
        return WordingExamples.table("""
                Vi går gjennom ny opplæringslov i høst. => lov-2023-06-09-30
                Ny opplæringslov § 2-3 gjelder skolemiljø. => lov-2023-06-09-30 § 2-3
                Dette stod i gammel opplæringslov. => lov-1998-07-17-61
                Etter den forrige opplæringsloven § 9 A var kravet strengere. => lov-1998-07-17-61 § 9A
                Den førre opplæringslova hadde ei anna ordning. => lov-1998-07-17-61
                Den forrige folkehelseloven hadde ikke dette kravet. => ?law
                Tidlegare helsepersonellov § 4 var mildare. => ?law
                Den gamle kommuneloven åpnet for dette. => lov-1992-09-25-107
                Den nye forvaltningsloven er ikke trådt i kraft. => lov-2025-06-20-81
                """);
    }

    static Stream<Arguments> yearAfterTheName() {
        return WordingExamples.table("""
                opplæringslova av 1998 § 5-1 => lov-1998-07-17-61 § 5-1
                opplæringslova frå 2023 => lov-2023-06-09-30
                kommuneloven (1992) § 39 => lov-1992-09-25-107; lov-1992-09-25-107 § 39
                kommuneloven av 2018 § 25-1 => lov-2018-06-22-83 § 25-1
                forvaltningsloven av 1967 § 11 => lov-1967-02-10 § 11
                """);
    }

    static Stream<Arguments> properNames() {
        return WordingExamples.table("""
                Alle kommuner legger Normen til grunn for arbeidet. => standard-normen
                Vi følgjer Normen i vårt arbeid. => standard-normen
                Alle vet at normen er at vi møter opp. =>
                Det er normen hos oss. =>
                Normen er at alle hilser. =>
                DEMENSPLAN 2025 => plan-demensplan-2025
                HELSEPERSONELLOVEN OG FOLKEHELSELOVEN => lov-1999-07-02-64; lov-2011-06-24-29
                Kurset «Normen» holdes i mai. =>
                Teamet «Tett på» møtes hver uke. =>
                Møterommet heter «Diabetes». =>
                """);
    }

    static Stream<Arguments> places() {
        return WordingExamples.table("""
                Demensplan for Nordlia 2020–2024 er vedtatt. => ?local_plan
                Demensplan Nordlia kommune er vedtatt. => ?local_plan
                Demensplan 2025 kommuner imellom er kjent. => plan-demensplan-2025
                """);
    }

    static Stream<Arguments> changingActs() {
        return WordingExamples.table("""
                Stortinget vedtok lov om endringer i folkehelseloven. => ?law
                Stortinget vedtok lov om endring i helsepersonelloven m.m. => ?law
                Se lov 20. juni 2025 nr. 69 om endringer i folkehelseloven m.m. => lov-2025-06-20-69
                Det er gjort endringer i folkehelseloven. => lov-2011-06-24-29
                """);
    }

    @Test
    void theSameNameIsJudgedByTheTextsDate() {
        assertThat(WordingExamples.read("Etter opplæringslova skal alle få hjelp.", 2015))
                .containsExactly("lov-1998-07-17-61");
        assertThat(WordingExamples.read("Etter opplæringslova skal alle få hjelp.", 2025))
                .containsExactly("lov-2023-06-09-30");
        assertThat(WordingExamples.read("Etter opplæringslova skal alle få hjelp."))
                .containsExactly("lov-1998-07-17-61|lov-2023-06-09-30");
    }

    @Test
    void aNewLawOfAnOldTextIsTheNewestThatTheTextCouldKnow() {
        assertThat(WordingExamples.read("Vi går gjennom ny forvaltningslov.", 2024))
                .doesNotContain("lov-2025-06-20-81");
    }

    @Test
    void aNicknameIsThatOfThePaperLaidLastBeforeTheText() {
        assertThat(WordingExamples.read("Vi følger opp folkehelsemeldingen.", 2021))
                .containsExactly("meldst-19-2018-2019");
        assertThat(WordingExamples.read("Vi følgjer opp folkehelsemeldinga.", 2024))
                .containsExactly("meldst-15-2022-2023");
        assertThat(WordingExamples.read("Vi følger opp folkehelsemeldingen.", 2010))
                .doesNotContain("meldst-19-2018-2019", "meldst-15-2022-2023");
        assertThat(WordingExamples.read("Vi følger opp folkehelsemeldingen."))
                .containsExactly("meldst-15-2022-2023|meldst-19-2018-2019");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Helse- og omsorgsdepartementet. (2013). Frihet og likeverd. Oslo.",
                "Departementet (2013). Frihet og likeverd. Oslo.",
                "Departementet. (u.å.). Frihet og likeverd. Oslo."
            })
    void aTitleInAReferenceListIsTheDocument(String text) {
        assertThat(WordingExamples.read(text)).containsExactly("meldst-45-2012-2013");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vi arbeider for frihet og likeverd for alle.",
                "Alle skal leve hele livet der de bor.",
                "Vi har fått tid for handling, og bo trygt hjemme er målet.",
                "Gode liv i trygge lag er mottoet."
            })
    void theSameWordsInRunningTextAreNoName(String text) {
        assertThat(WordingExamples.read(text)).isEmpty();
    }
}
