package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One table of wordings for each way of citing.
class CitationFormsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "actsByName",
        "provisions",
        "actsByDateAndNumber",
        "actIds",
        "abbreviations",
        "parliamentPapers",
        "reportsAndCirculars",
        "euActs",
        "addresses",
        "namedDocuments",
        "backReferences",
        "localPlans"
    })
    void readsTheWordingAsPeopleMeanIt(String text, List<String> expected) {
        assertThat(CitationExamples.read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> actsByName() {
        return CitationExamples.table("""
                Ansatte følger helsepersonelloven i alt arbeid. => lov-1999-07-02-64
                Vi bygger på helse- og omsorgstjenesteloven og folkehelseloven. => lov-2011-06-24-30; lov-2011-06-24-29
                Dette står i helse- og omsorgstenestelova. => lov-2011-06-24-30
                Etter folkehelselovas reglar skal kommunen ha oversikt. => lov-2011-06-24-29
                Planen er laget etter lov om folkehelsearbeid. => lov-2011-06-24-29
                Se lov om kommunale helse- og omsorgstjenester m.m. => lov-2011-06-24-30
                Forskrift om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten gjelder. => for-2016-10-28-1250
                Vi følger forskrift om ledelse og kvalitetsforbedring. => for-2016-10-28-1250
                Ledelsesforskriften krever internkontroll. => for-2016-10-28-1250
                Det følger av dyrevelferdsloven. => ?law
                Etter kommuneloven av 1992 skulle utvalget velges. => lov-1992-09-25-107
                Lov om folkehelsearbeid (folkehelseloven) ligger til grunn. => lov-2011-06-24-29
                helse- og omsorgstjeneste- og spesialisthelsetjenesteloven => lov-2011-06-24-30; lov-1999-07-02-61
                """);
    }

    static Stream<Arguments> provisions() {
        return CitationExamples.table("""
                jf. helsepersonelloven § 4 => lov-1999-07-02-64 § 4
                helsepersonelloven § 4 og § 5 => lov-1999-07-02-64 § 4; lov-1999-07-02-64 § 5
                helse- og omsorgstjenesteloven §§ 3-1 og 3-2 => lov-2011-06-24-30 § 3-1; lov-2011-06-24-30 § 3-2
                helse- og omsorgstjenesteloven §§ 3-1, 3-2 og 3-3 a => lov-2011-06-24-30 § 3-1; lov-2011-06-24-30 § 3-2; lov-2011-06-24-30 § 3-3a
                helsepersonelloven §§ 5–7 => lov-1999-07-02-64 §§ 5–7
                helsepersonelloven §§ 13 til 17 => lov-1999-07-02-64 §§ 13–17
                helsepersonelloven § 6 – § 9 => lov-1999-07-02-64 §§ 6–9
                helsepersonelloven § 10 a annet ledd => lov-1999-07-02-64 § 10a andre ledd
                folkehelselova § 4 fyrste leddet => lov-2011-06-24-29 § 4 første ledd
                helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav c => lov-2011-06-24-30 § 3-2 første ledd nr. 6 bokstav c
                helse- og omsorgstjenesteloven § 3-1 (3) => lov-2011-06-24-30 § 3-1 tredje ledd
                helse- og omsorgstjenesteloven § 3-1 3. ledd => lov-2011-06-24-30 § 3-1 tredje ledd
                helse- og omsorgstjenesteloven § 3 - 1 => lov-2011-06-24-30 § 3-1
                helse- og omsorgstjenesteloven § 3–1 siste ledd => lov-2011-06-24-30 § 3-1 siste ledd
                helse- og omsorgstjenesteloven (§3.1.3, §4.1. og §4.2) => lov-2011-06-24-30; lov-2011-06-24-30 § 3-1 tredje ledd; lov-2011-06-24-30 § 4-1; lov-2011-06-24-30 § 4-2
                pasient- og brukerrettighetsloven § 4A-3 => lov-1999-07-02-63 § 4A-3
                pasient- og brukerrettighetsloven kapittel 4 A => lov-1999-07-02-63 kap. 4A
                kapittel 11 i plan- og bygningsloven => lov-2008-06-27-71 kap. 11
                etter § 4 i helsepersonelloven => lov-1999-07-02-64 § 4
                § 4 og § 5 i helsepersonelloven => lov-1999-07-02-64 § 4; lov-1999-07-02-64 § 5
                folkehelseloven § 5, jf. § 7 => lov-2011-06-24-29 § 5; lov-2011-06-24-29 § 7
                folkehelseloven § 5 og § 4 i helsepersonelloven => lov-2011-06-24-29 § 5; lov-1999-07-02-64 § 4
                helsepersonelloven § 4 første ledd annet punktum => lov-1999-07-02-64 § 4 første ledd andre punktum
                folkehelseloven § 5 bokstavene a til c => lov-2011-06-24-29 § 5 bokstav a-c
                folkehelseloven § 5 bokstav a, c og d => lov-2011-06-24-29 § 5 bokstav a; lov-2011-06-24-29 § 5 bokstav c; lov-2011-06-24-29 § 5 bokstav d
                helsepersonelloven § 8 annet og tredje ledd => lov-1999-07-02-64 § 8 andre ledd; lov-1999-07-02-64 § 8 tredje ledd
                helsepersonelloven § 8 første ledd og tredje ledd første punktum => lov-1999-07-02-64 § 8 første ledd; lov-1999-07-02-64 § 8 tredje ledd første punktum
                helsepersonelloven § 8 nest siste ledd => lov-1999-07-02-64 § 8 nest siste ledd
                helsepersonelloven § 8 tolvte ledd => lov-1999-07-02-64 § 8 12. ledd
                helsepersonelloven § 8 nytt annet ledd => lov-1999-07-02-64 § 8 andre ledd
                helsepersonelloven § 8 (1) og (3) => lov-1999-07-02-64 § 8 første ledd; lov-1999-07-02-64 § 8 tredje ledd
                helsepersonelloven § 8 nr. 1, 2 og 4 => lov-1999-07-02-64 § 8 nr. 1; lov-1999-07-02-64 § 8 nr. 2; lov-1999-07-02-64 § 8 nr. 4
                helsepersonelloven § 8 første ledd nr. 4 til 6 => lov-1999-07-02-64 § 8 første ledd nr. 4-6
                folkehelseloven §§ 5 annet ledd, 6 og 7 første ledd => lov-2011-06-24-29 § 5 andre ledd; lov-2011-06-24-29 § 6; lov-2011-06-24-29 § 7 første ledd
                folkehelseloven §§ 5 og 6, 13. juni 1997 => lov-2011-06-24-29 § 5; lov-2011-06-24-29 § 6
                folkehelseloven § 5-13-8 => lov-2011-06-24-29 § 5-13-8
                folkehelseloven § 13 a-5 fjerde ledd => lov-2011-06-24-29 § 13A-5 fjerde ledd
                folkehelseloven § 2-4 til 2-9 => lov-2011-06-24-29 §§ 2-4–2-9
                folkehelseloven kapittel 2 eller 3 => lov-2011-06-24-29 kap. 2; lov-2011-06-24-29 kap. 3
                Etter helsepersonelloven § 4 og uhl. § 5 skal det skje. => lov-1999-07-02-64 § 4; ?law
                Se helsepersonelloven og forskrift om ukjente ting § 5. => lov-1999-07-02-64; ?regulation
                Tjenesten er omtalt i § 5. => ?law
                """);
    }

    static Stream<Arguments> actsByDateAndNumber() {
        return CitationExamples.table("""
                lov 24. juni 2011 nr. 30 => lov-2011-06-24-30
                lov av 24. juni 2011 nr. 29 om folkehelsearbeid => lov-2011-06-24-29
                lov 13 juni 1975 nr. 38 => lov-1975-06-13-38
                lov 10. februar 1967 (forvaltningsloven) => lov-1967-02-10
                forskrift 28. oktober 2016 nr. 1250 om ledelse og kvalitetsforbedring => for-2016-10-28-1250
                forskrift av 27. juni 2003 nr. 792 § 3 => for-2003-06-27-792 § 3
                lover 4 mars 1983 nr. 7 og 23 mai 1997 nr. 31 => lov-1983-03-04-7; lov-1997-05-23-31
                lov 24. juni 2011 nr. 30 om kommunale helse- og omsorgstjenester m.m. (helse- og omsorgstjenesteloven) § 7-1 => lov-2011-06-24-30; lov-2011-06-24-30 § 7-1
                Møtet 24. juni 2011 nr. 3 i rekken =>
                res. 16 juni 2017 nr. 777 => for-2017-06-16-777
                kgl.res. 16 juni 2017 nr. 777 og 4 mai 2018 nr. 12 => for-2017-06-16-777; for-2018-05-04-12
                folkehelselova av 24. juni 2011 nr. 29 § 5 => lov-2011-06-24-29 § 5
                delegeringsvedtak av 19. desember 2003 nr. 1790 => for-2003-12-19-1790
                Styrets vedtak 19. desember 2003 nr. 12 =>
                lover 4 mars 1983 nr. 7 (ikr. 1 jan 1984 iflg. res. 9 des 1983 nr. 1700), 23 mai 1997 nr. 31 => lov-1983-03-04-7; for-1983-12-09-1700; lov-1997-05-23-31
                lover 4 mars 1903 nr. 7, 5 mai 1911, 6 juni 1914 nr. 2 => lov-1903-03-04-7; lov-1911-05-05; lov-1914-06-06-2
                lov 2. mars 2001 nr. 5 om merking av sau § 3 => lov-2001-03-02-5; lov-2001-03-02-5 § 3
                lov 2. mars 2001 nr. 5 (Svalbard) § 3 => lov-2001-03-02-5; lov-2001-03-02-5 § 3
                lov 2. mars 2001 nr. 5 om merking av sau (sauemerkeloven) § 3. Sauemerkelova § 4 gjelder. => lov-2001-03-02-5; lov-2001-03-02-5; lov-2001-03-02-5 § 3; lov-2001-03-02-5 § 4
                forskrift 5. august 2010 nr. 2 til lov om folkehelsearbeid § 5 => for-2010-08-05-2; lov-2011-06-24-29; for-2010-08-05-2 § 5
                lov 24. juni 2011 nr. 99 om folkehelsearbeid => lov-2011-06-24-29
                lov 3. mai 1982 nr. 66 om folkehelsearbeid => lov-1982-05-03-66
                """);
    }

    static Stream<Arguments> actIds() {
        return CitationExamples.table("""
                LOV-2011-06-24-30 § 3-1 => lov-2011-06-24-30 § 3-1
                LOV 1814-05-17 => lov-1814-05-17
                FOR-2016-10-28-1250 => for-2016-10-28-1250
                (FOR2016-10-28-1250) => for-2016-10-28-1250
                lov/2011-06-24-29 => lov-2011-06-24-29
                Forskrift om ledelse og kvalitetsforbedring (FOR-2016-10-28-1250) => for-2016-10-28-1250
                åpent for 2016-2020 =>
                """);
    }

    static Stream<Arguments> abbreviations() {
        return CitationExamples.table("""
                hol. § 3-2 => lov-2011-06-24-30 § 3-2
                hol § 3-2 => lov-2011-06-24-30 § 3-2
                pbl. kap. 11 => lov-2008-06-27-71 kap. 11
                PBL § 11-1 => lov-2008-06-27-71 § 11-1
                § 12 hol. => lov-2011-06-24-30 § 12
                Hol kommune deltar. =>
                Møtet var i Hol. § 5 ble drøftet. => ?law
                """);
    }

    static Stream<Arguments> parliamentPapers() {
        return CitationExamples.table("""
                Meld. St. 15 (2017–2018) => meldst-15-2017-2018
                Meld. St. 15 (2017–2018). Leve hele livet — En kvalitetsreform for eldre => meldst-15-2017-2018
                Meld.St.15 (2017-18) => meldst-15-2017-2018
                Meld St 9 (2011 - 2012) => meldst-9-2011-2012
                St.meld. nr. 47 (2008–2009) => stmeld-47-2008-2009
                St meld nr 23 (1996-97) => stmeld-23-1996-1997
                St.meld. 22 (1999/2000) => stmeld-22-1999-2000
                Stortingsmelding nr. 34 (2006-2007) => stmeld-34-2006-2007
                stortingsmelding 24 (2019-2020) => meldst-24-2019-2020
                Prop. 91 L (2010–2011) => prop-91-l-2010-2011
                Prop. 47 LS (2011-2012) => prop-47-ls-2011-2012
                Prop. L 91 (2010–2011) => prop-91-l-2010-2011
                Prop. 91 (2010–2011) => prop-91-l-2010-2011
                Ot.prp. nr. 13 (1998–99) => otprp-13-1998-1999
                Ot. prp. nr. 28 (1994–95) => otprp-28-1994-1995
                St.prp. nr. 1 (2005-2006) => stprp-1-2005-2006
                Innst. 206 S (2017–2018) => innst-206-s-2017-2018
                Innst. O. nr. 84 (2004-2005) => innst-84-o-2004-2005
                Lovvedtak 81 (2024–2025) => lovvedtak-81-2024-2025
                Dokument 8:111 S (2018–2019) => dok-8-111-s-2018-2019
                Dok. 3:3 (2024–2025) => dok-3-3-2024-2025
                Meld. St. 29 (2012–2013) Morgendagens omsorg => meldst-29-2012-2013
                Prop. 100 L => ?proposition
                """);
    }

    static Stream<Arguments> reportsAndCirculars() {
        return CitationExamples.table("""
                NOU 2023:4 => nou-2023-4
                NOU 2023: 4 Tid for handling => nou-2023-4
                NOU1984:18 => nou-1984-18
                NOU 2003- 32 => nou-2003-32
                Helsepersonellkommisjonen mener dette haster. => nou-2023-4
                IS-2442 => veileder-saksbehandling
                IS 1253 => hdir-is-1253
                IS-9/2012 => hdir-is-9-2012
                Rundskriv I-9/2015 => rundskriv-i-9-2015
                rundskriv nr. I-1083/1974 => rundskriv-i-1083-1974
                H-8/18 => rundskriv-h-8-18
                """);
    }

    static Stream<Arguments> euActs() {
        return CitationExamples.table("""
                forordning (EU) 2016/679 => eu-2016-679
                Forordning (EU) nr. 886/2013 => eu-2013-886
                direktiv 2011/24/EU => eu-2011-24
                rådsdirektiv 95/46/EF => eu-1995-46
                (EF) nr. 883/2004 => eu-2004-883
                GDPR artikkel 9 => eu-2016-679 artikkel 9
                Personvernforordningens krav => eu-2016-679
                Tallene er 2016/679 i alt =>
                """);
    }

    static Stream<Arguments> addresses() {
        return CitationExamples.table("""
                https://lovdata.no/dokument/NL/lov/2011-06-24-30/§4-1 => lov-2011-06-24-30 § 4-1
                Se lovdata.no/eli/lov/2011/06/24/29. => lov-2011-06-24-29
                https://lovdata.no/dokument/SF/forskrift/2016-10-28-1250 => for-2016-10-28-1250
                https://www.regjeringen.no/no/dokumenter/meld.-st.-24-20222023/id2984417/ => meldst-24-2022-2023
                https://www.regjeringen.no/no/dokumenter/nou-2023-4/id2961552/ => nou-2023-4
                https://www.helsedirektoratet.no/veiledere/oppfolging-av-personer-med-store-og-sammensatte-behov/om-veilederen => veileder-store-og-sammensatte-behov
                https://www.eksempel.no/leve-hele-livet/demensplan-2025 =>
                """);
    }

    static Stream<Arguments> namedDocuments() {
        return CitationExamples.table("""
                Arbeidet bygger på Demensplan 2025. => plan-demensplan-2025
                I Demensplanen 2025 og Demensplan2025 står det samme. => plan-demensplan-2025; plan-demensplan-2025
                Strategien «Vi – de pårørende» er ny. => strategi-vi-de-parorende
                Pårørendestrategien følges opp. => strategi-vi-de-parorende
                Kvalitetsreformen Leve hele livet => reform-leve-hele-livet
                reformen «Leve hele livet» => reform-leve-hele-livet
                Leve hele livet-reformen => reform-leve-hele-livet
                målene i Leve heile livet => reform-leve-hele-livet
                stortingsmeldingen Leve hele livet => meldst-15-2017-2018
                Samhandlingsreformen endret ansvaret. => reform-samhandlingsreformen
                Trygghetsstandarden i sykehjem => standard-trygghet-sykehjem
                nasjonal faglig retningslinje «Forebygging og behandling av underernæring» => retningslinje-underernaering
                Nasjonal faglig retningslinje for diabetes => retningslinje-diabetes
                Nasjonale faglige retningslinjer for underernæring => retningslinje-underernaering
                Veileder for tjenester til personer med utviklingshemming => veileder-utviklingshemming
                Nasjonal veileder – Gode helse- og omsorgstjenester til personer med utviklingshemming => veileder-utviklingshemming
                Opptrappingsplan for psykisk helse (2023–2033) => meldst-23-2022-2023
                Veilederen «Sammen på tunet i nord» => ?veileder
                Stortingsmeldingen «Tett på» => meldst-6-2019-2020
                Meld. St. 6 (2019–2020) Tett på => meldst-6-2019-2020
                """);
    }

    static Stream<Arguments> backReferences() {
        return CitationExamples.table("""
                Helsepersonelloven er streng. Loven § 5 handler om medhjelpere. => lov-1999-07-02-64; lov-1999-07-02-64 § 5
                Folkehelselova gjeld. Lova § 7 krev tiltak. => lov-2011-06-24-29; lov-2011-06-24-29 § 7
                Se folkehelseloven § 5 og samme lov § 7. => lov-2011-06-24-29 § 5; lov-2011-06-24-29 § 7
                Vi bruker ledelsesforskriften. Forskriften § 6 er viktig. => for-2016-10-28-1250; for-2016-10-28-1250 § 6
                Kvalitetsreformen Leve hele livet er i gang, og reformen gir retning. => reform-leve-hele-livet; reform-leve-hele-livet
                Meld. St. 29 (2012–2013) kom i 2013. Meldingen peker på brukernes ressurser. => meldst-29-2012-2013; meldst-29-2012-2013
                Reformen gir retning. =>
                Meld. St. 29 (2012–2013) og meldingen til Stortinget => meldst-29-2012-2013
                """);
    }

    static Stream<Arguments> localPlans() {
        return CitationExamples.table("""
                Tiltaket står i kommuneplanens samfunnsdel. => ?local_plan
                Handlingsplanen rulleres hvert år. => ?local_plan
                Kommunens pårørendestrategi er fra i fjor. => ?local_plan
                Samfunnsoppdraget er gitt av direktoratet. => ?assignment
                """);
    }
}
