package no.forankring.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFormsTest {

    private final WordForms forms = new WordForms(Lexicon.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demens demensen demensens",
                "tjeneste tjenesten tjenester tjenestene tjenestens tjenestenes teneste tenesta tenester tenestene",
                "sykehjem sykehjemmet sykehjemmene sykehjems sjukeheim sjukeheimen sjukeheimar sjukeheimane",
                "kommune kommunen kommuner kommunene kommunens kommunar kommunane",
                "veileder veilederen veiledere veilederne rettleiar rettleiaren rettleiarar rettleiarane",
                "veiledning veiledningen veiledningens rettleiing rettleiinga",
                "mestring mestringen mestringa meistring meistringa",
                "hjemme heime",
                "pårørende pårørendes pårørande",
                "lindrende lindrande",
                "retningslinje retningslinjen retningslinjer retningslinjene retningsline retningslinene",
                "forskrift forskriften forskrifter forskriftene forskrifta",
                "lov loven lover lovene lova lovens",
                "plan planen planer planene planar planane",
                "tiltak tiltaket tiltakene tiltaka tiltakets",
                "nettverk nettverket nettverkene nettverka nettverkets",
                "kompetanse kompetansen kompetansens",
                "kreft kreften",
                "deltaker deltakere deltakerne deltakeren deltakar deltakarar deltakarane",
                "sikkerhet sikkerheten tryggleik tryggleiken",
                "virksomhet virksomheten virksomheter verksemd verksemda verksemder",
                "offentlig offentlige offentleg offentlege",
                "kommunehelsetjenesten kommunehelsetenesta",
                "omsorgstjenesteloven omsorgstenestelova",
                "skole skolen skoler skolene skule skulen skular skulane",
                "uke uker ukene veke veker vekene",
                "fylkeskommune fylkeskommunen fylkeskommunane"
            })
    void meetsInOneStem(String words) {
        Set<String> stems = Set.of(words.split(" ")).stream().map(forms::stem).collect(Collectors.toSet());

        assertThat(stems).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "demens, demokrati",
        "får, far",
        "kreft, kraft",
        "lov, leve",
        "veileder, veiledning",
        "kommunal, kommunikasjon",
        "sykehjem, sykehus",
        "tjeneste, tjener"
    })
    void keepsOtherWordsApart(String one, String other) {
        assertThat(forms.stem(one)).isNotEqualTo(forms.stem(other));
    }

    @ParameterizedTest
    @CsvSource({
        "pårørende, parorende",
        "pårørende, paaroerende",
        "pårørande, paarorande",
        "læring, laering",
        "tjenestemål, tjenestemaal",
        "høringssvar, horingssvar"
    })
    void findsNorwegianLettersWithoutThem(String written, String typed) {
        assertThat(sought(typed)).containsAnyElementsOf(indexed(written));
    }

    @Test
    void keepsShortWordsWithNorwegianLettersFromTheirLookAlikes() {
        assertThat(sought("før")).doesNotContainAnyElementsOf(indexed("for"));
        assertThat(sought("får")).doesNotContainAnyElementsOf(indexed("far"));
    }

    @ParameterizedTest
    @CsvSource({
        "demensomsorg, demens",
        "demensomsorgen, omsorg",
        "helsetjenestene, tjeneste",
        "kommunehelsetenesta, kommune",
        "kommunehelsetenesta, teneste",
        "omsorgsplan, omsorg",
        "energisparing, ''",
        "kreftkoordinator, kreft",
        "opplæringsprogram, opplæring",
        "barnevernstjenesten, barnevern"
    })
    void findsCompoundsByTheirParts(String compound, String part) {
        if (part.isEmpty()) {
            assertThat(indexed(compound)).noneMatch(term -> term.charAt(0) == WordForms.PART);
        } else {
            assertThat(sought(part)).containsAnyElementsOf(indexed(compound));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forebygging", "underernæring", "personopplysning", "sykehjemmet", "samfunn", "utdanning"})
    void leavesWordsWholeThatAreNoCompoundsToReaders(String word) {
        assertThat(indexed(word)).noneMatch(term -> term.charAt(0) == WordForms.PART);
    }

    @Test
    void knowsAtLeastOneHundredAndFiftyPairsOfBokmalAndNynorskAndAllOfThemMeet() {
        var apart = new java.util.ArrayList<String>();
        int pairs = 0;
        for (String line : Lexicon.lines("same-words.txt")) {
            if (line.startsWith("%") || line.indexOf('=') < 0) {
                continue;
            }
            String[] words = line.replaceFirst("^\\*", "").split("\\s*=\\s*");
            for (int i = 1; i < words.length; i++) {
                pairs++;
                if (!forms.stem(words[0]).equals(forms.stem(words[i]))) {
                    apart.add(words[0] + "/" + words[i]);
                }
            }
        }

        assertThat(apart).isEmpty();
        assertThat(pairs).isGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource({
        "ledelse, leiinga",
        "enhetsledere, einingsleiarane",
        "omsorgstjenester, omsorgstenester",
        "hjemmetjenesten, heimetenesta",
        "pårørendeskole, pårørandeskulen",
        "brukerstyrt, brukarstyrt",
        "sammensatte, samansette",
        "uønskede hendelser, uønskte hendingar",
        "saksbehandling, sakshandsaming",
        "forebyggende, førebyggjande",
        "pasientsikkerhet, pasienttryggleiken",
        "bærekraft, berekraft",
        "forhåndssamtaler, førehandssamtalar",
        "undersøkelsen, undersøkinga",
        "innbyggernes, innbyggjarane",
        "rådgivning, rådgjeving",
        "taushetsplikten, teieplikta",
        "helsefremmende, helsefremjande",
        "demensvennlig, demensvenleg",
        "høringssvar, høyringssvar"
    })
    void findsBothWrittenFormsInEveryInflection(String bokmal, String nynorsk) {
        assertThat(forms.stem(bokmal.replaceFirst(".* ", ""))).isEqualTo(forms.stem(nynorsk.replaceFirst(".* ", "")));
    }

    @Test
    void findsSectionsByTheirBareNumberButNotTheOtherWayRound() {
        assertThat(indexed("§ 4-2")).contains("§4-2", "4-2");
        assertThat(sought("§ 4-2")).containsExactly("§4-2");
    }

    @Test
    void findsHyphenatedWordsAlsoWrittenAsOne() {
        assertThat(indexed("e-læring")).containsAnyElementsOf(sought("elæring"));
    }

    private Set<String> indexed(String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        var all = new HashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            all.addAll(forms.indexed(tokens.get(i), i + 1 < tokens.size() ? tokens.get(i + 1) : null));
        }
        return all;
    }

    private List<String> sought(String word) {
        return forms.sought(Tokenizer.tokens(word).getFirst()).stream()
                .map(WordForms.Sought::term)
                .toList();
    }
}
