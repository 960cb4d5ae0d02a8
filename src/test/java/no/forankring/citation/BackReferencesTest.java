package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Words that mean what was named before: "loven", "meldinga", "planen", "standarden", "forordningen".
class BackReferencesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"acts", "agesOfActs", "papers", "plansAndStandards", "international", "notTied"})
    void tiesTheWordToWhatWasNamedBefore(String text, List<String> expected) {
        assertThat(WordingExamples.read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> acts() {
        return WordingExamples.table("""
                Vi har lest folkehelseloven. Loven pålegger oss mye, og lovens § 7 er kjent. => lov-2011-06-24-29; lov-2011-06-24-29; lov-2011-06-24-29 § 7
                Helsepersonellova er endra. Etter lova § 4 skal hjelpa vere forsvarleg. => lov-1999-07-02-64; lov-1999-07-02-64 § 4
                Se folkehelseloven § 5 og nevnte lov § 6. => lov-2011-06-24-29 § 5; lov-2011-06-24-29 § 6
                Ledelsesforskriften er ny. § 6 i forskriften gjelder planlegging. => for-2016-10-28-1250; for-2016-10-28-1250 § 6; for-2016-10-28-1250
                """);
    }

    static Stream<Arguments> agesOfActs() {
        return WordingExamples.table("""
                Forvaltningsloven er ny i 2025. Loven av 1967 gjelder ennå. => lov-1967-02-10|lov-2025-06-20-81
                Opplæringslova av 2023 er ny. Loven av 1998 var eldre. => lov-2023-06-09-30; lov-1998-07-17-61
                Opplæringslova av 2023 er ny. Den forrige loven § 5 hadde et annet krav. => lov-2023-06-09-30; lov-1998-07-17-61 § 5
                Opplæringslova av 2023 er ny. Den førre lova § 9 var strengare. => lov-2023-06-09-30; lov-1998-07-17-61 § 9
                Opplæringslova av 1998 er opphevet. Etter den nye loven § 11-1 skal elevene få hjelp. => lov-1998-07-17-61; lov-2023-06-09-30 § 11-1
                """);
    }

    static Stream<Arguments> papers() {
        return WordingExamples.table("""
                Meld. St. 24 (2019–2020) kom i mai. Meldinga tek opp lindring. => meldst-24-2019-2020; meldst-24-2019-2020
                Meld. St. 24 (2019–2020) kom i mai. Den førre meldinga tok ikkje opp dette. => meldst-24-2019-2020
                Meld. St. 24 (2019–2020) kom i mai. Den forrige meldingen tok ikke opp dette. => meldst-24-2019-2020
                Meld. St. 29 (2012–2013) var lenge det viktigste grunnlaget for arbeidet i kommunene våre og i nettverket som vi startet da. Meld. St. 24 (2019–2020) kom senere. Meldingen tar opp lindring. => meldst-29-2012-2013; meldst-24-2019-2020; meldst-24-2019-2020
                Meld. St. 29 (2012–2013) og Meld. St. 24 (2019–2020) er lest, og meldingen er god. => meldst-29-2012-2013; meldst-24-2019-2020
                Meld. St. 29 (2012–2013) og Meld. St. 24 (2019–2020) er lest, og den siste meldingen er god. => meldst-29-2012-2013; meldst-24-2019-2020; meldst-24-2019-2020
                NOU 2023: 4 er lagt fram. Utredningen viser at vi blir færre. => nou-2023-4; nou-2023-4
                Prop. 91 L (2010–2011) ble vedtatt. Proposisjonen forklarer kravet. => prop-91-l-2010-2011; prop-91-l-2010-2011
                """);
    }

    static Stream<Arguments> plansAndStandards() {
        return WordingExamples.table("""
                Demensplan 2025 er kjent. Planen har fire mål. => plan-demensplan-2025; plan-demensplan-2025
                Pårørendestrategien er kjent. Strategien gjelder alle. => strategi-vi-de-parorende; strategi-vi-de-parorende
                Trygghetsstandarden er innført. Standarden brukes hver uke. => standard-trygghet-sykehjem; standard-trygghet-sykehjem
                Samhandlingsreformen kom i 2012. Reforma endra mykje. => reform-samhandlingsreformen; reform-samhandlingsreformen
                """);
    }

    static Stream<Arguments> international() {
        return WordingExamples.table("""
                Personvernforordningen gjelder. Forordningen artikkel 6 krever et grunnlag. => eu-2016-679; eu-2016-679 artikkel 6
                Barnekonvensjonen er norsk lov. Konvensjonens artikkel 12 gir rett til å bli hørt. => fn-barnekonvensjonen; fn-barnekonvensjonen artikkel 12
                Barnekonvensjonen er norsk lov. Konvensjonen gjelder alle under 18 år. => fn-barnekonvensjonen; fn-barnekonvensjonen
                """);
    }

    static Stream<Arguments> notTied() {
        return WordingExamples.table("""
                Loven gjelder for alle. =>
                Vi har laget en plan. Planen er kjent. =>
                Folkehelseloven er kjent. Loven om arv er en annen. => lov-2011-06-24-29
                Folkehelseloven er kjent. Denne loven her er en annen. => lov-2011-06-24-29
                Kommunens demensstrategi er vedtatt. Strategien rulleres. => ?local_plan
                Helsepersonelloven og folkehelseloven er kjent. Loven er streng. => lov-1999-07-02-64; lov-2011-06-24-29
                Helsepersonelloven og folkehelseloven er kjent. Loven § 5 er streng. => lov-1999-07-02-64; lov-2011-06-24-29; ?law
                Demensplan 2025 er kjent. Alle planene er lest. => plan-demensplan-2025
                Folkehelsemeldingen er lest. Standarden på rommet er god. => meldst-15-2022-2023|meldst-19-2018-2019
                """);
    }

    @Test
    void inATextThatIsAPlanItselfThePlanIsItsOwn() {
        String text = "Demensplan 2025 er et grunnlag. Planen gjelder for fire år.";

        assertThat(WordingExamples.read("Plan for frivillige", text)).containsExactly("plan-demensplan-2025");
        assertThat(WordingExamples.read("Referat", text))
                .containsExactly("plan-demensplan-2025", "plan-demensplan-2025");
    }
}
