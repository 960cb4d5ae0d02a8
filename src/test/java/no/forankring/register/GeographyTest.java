package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.register.Geography.Area;
import no.forankring.register.Geography.Level;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeographyTest {

    private static final LocalDate IN_2019 = LocalDate.of(2019, 6, 1);
    private static final LocalDate LAST_OF_VIKEN = LocalDate.of(2023, 12, 31);
    private static final LocalDate AFTER_VIKEN = LocalDate.of(2024, 1, 1);
    private static final Geography GEOGRAPHY = Geography.builtIn();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "2019-06-01, 422, 18",
        "2020-01-01, 356, 11",
        "2023-12-31, 356, 11",
        "2024-01-01, 357, 15",
    })
    void knowsEveryMunicipalityAndCountyOfADay(LocalDate day, int municipalities, int counties) {
        assertThat(GEOGRAPHY.on(Level.MUNICIPALITY, day)).hasSize(municipalities);
        assertThat(GEOGRAPHY.on(Level.COUNTY, day)).hasSize(counties);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "31 : 3101 3103 3105 3107 3110 3112 3114 3116 3118 3120 3122 3124",
                "32 : 3201 3203 3205 3207 3209 3212 3214 3216 3218 3220 3222 3224 3226 3228 3230 3232 3234 3236 3238 3240 3242",
                "33 : 3301 3303 3305 3310 3312 3314 3316 3318 3320 3322 3324 3326 3328 3330 3332 3334 3336 3338",
            })
    void dividesVikenAmongItsThreeCounties(String county, String numbers) {
        assertThat(GEOGRAPHY.on(Level.MUNICIPALITY, AFTER_VIKEN))
                .filteredOn(area -> area.countyNumber().equals(county))
                .extracting(Area::number)
                .containsExactlyElementsOf(Arrays.asList(numbers.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 31 32 33",
        "38, 39 40",
        "54, 55 56",
        "01, 30",
        "1507, 1508 1580",
        "1534, 1507",
        "3005, 3301",
        "0711, 3005",
        "0532, 3053",
        "5012, 5055 5056 5059",
        "3040, 3322",
    })
    void saysWhatTookOver(String number, String successors) {
        assertThat(GEOGRAPHY.successors(area(number)))
                .extracting(Area::number)
                .containsExactlyElementsOf(Arrays.asList(successors.split(" ")));
    }

    @Test
    void saysWhatWasMerged() {
        assertThat(GEOGRAPHY.predecessors(area("3025")))
                .extracting(Area::name)
                .containsExactlyInAnyOrder("Asker", "Røyken", "Hurum");
    }

    @Test
    void tellsNesInAkershusFromNesbyenInBuskerud() {
        assertThat(numbers("Nes", AFTER_VIKEN)).containsExactly("3228");
        assertThat(numbers("Nesbyen", AFTER_VIKEN)).containsExactly("3322");
        assertThat(numbers("Nes", LAST_OF_VIKEN)).containsExactly("3034");
        assertThat(numbers("Nes", IN_2019)).containsExactly("0236", "0616");
    }

    @Test
    void knowsTwoOfVaaler() {
        assertThat(numbers("Våler", AFTER_VIKEN)).containsExactly("3114", "3419");
        assertThat(numbers("våler", LAST_OF_VIKEN)).containsExactly("3018", "3419");
    }

    @Test
    void keepsHolAndAalApartAndMarksThemAsWords() {
        assertThat(numbers("Hol", AFTER_VIKEN)).containsExactly("3330");
        assertThat(numbers("Ål", AFTER_VIKEN)).containsExactly("3328");
        assertThat(area("3330").everydayWord()).isTrue();
        assertThat(area("3328").everydayWord()).isTrue();
        assertThat(area("3301").everydayWord()).isFalse();
    }

    @Test
    void putsAskerAndBaerumInAkershusAndInVikenBefore() {
        assertThat(GEOGRAPHY.county(area("3203"))).contains(area("32"));
        assertThat(GEOGRAPHY.county(area("3025"))).contains(area("30"));
    }

    @Test
    void findsAMunicipalityByItsSamiName() {
        assertThat(numbers("Guovdageaidnu", AFTER_VIKEN)).containsExactly("5612");
        assertThat(area("5612").name()).isEqualTo("Kautokeino");
    }

    @Test
    void findsBuskerudUnderItsOldAndItsNewNumberButNotBetween() {
        assertThat(GEOGRAPHY.named(Level.COUNTY, "Buskerud", IN_2019)).containsExactly(area("06"));
        assertThat(GEOGRAPHY.named(Level.COUNTY, "Buskerud", LAST_OF_VIKEN)).isEmpty();
        assertThat(GEOGRAPHY.named(Level.COUNTY, "Buskerud", AFTER_VIKEN)).containsExactly(area("33"));
    }

    @Test
    void leavesNoDayUncoveredAfterANumberEnds() {
        for (Area area : GEOGRAPHY.all()) {
            area.to()
                    .ifPresent(last -> assertThat(GEOGRAPHY.successors(area))
                            .isNotEmpty()
                            .allMatch(next -> next.inUseOn(last.plusDays(1))));
        }
    }

    @Test
    void bearsNoNameTwiceInOneCounty() {
        for (LocalDate day : List.of(IN_2019, LAST_OF_VIKEN, AFTER_VIKEN)) {
            var seen = new HashSet<String>();
            for (Area area : GEOGRAPHY.on(Level.MUNICIPALITY, day)) {
                assertThat(seen.add(area.countyNumber() + area.name())).isTrue();
            }
        }
    }

    @Test
    void saysTheSameInTriplesThatTheShapesAccept() {
        var addresses = new Addresses("http://localhost:8080");

        Graph graph = new GeographyRdf(GEOGRAPHY).triples(addresses);

        assertThat(graph.find(Node.ANY, RDF.type.asNode(), Fa.Municipality).toList())
                .hasSize(780);
        assertThat(graph.contains(
                        addresses.of(Addresses.MUNICIPALITY, "3301"),
                        DCTerms.isPartOf.asNode(),
                        addresses.of(Addresses.COUNTY, "33")))
                .isTrue();
        assertThat(graph.contains(
                        addresses.of(Addresses.COUNTY, "32"),
                        DCTerms.replaces.asNode(),
                        addresses.of(Addresses.COUNTY, "30")))
                .isTrue();
        assertThat(ShaclValidator.get().conforms(Shapes.parse(RDFDataMgr.loadGraph("file:ontology/shapes.ttl")), graph))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31011;Halden;;;;; => the number is not one",
                "3101;;;;;; => it has no name",
                "3101;Halden;;1. januar;;; => is no date",
                "3101;Halden;; => it has 4 columns, not 7",
                "3101;Halden;;2024-01-01;2023-01-01;3102; => it ends before it begins",
                "3101;Halden;;2024-01-01;2024-12-31;; => a last day without a successor",
                "3101;Halden;;2024-01-01;2024-12-31;3199; => its successor 3199 is not listed",
                "3101;Halden;;2024-01-01;2024-12-31;3102; => its successor 3102 is not in use the day after",
                "3101;Halden;;2019-01-01;;; => its county 31 was not there all that time",
                "9901;Halden;;2024-01-01;;; => its county 99 is not listed",
                "3102;Halden;;2024-01-01;;; => the number stands twice",
            })
    void stopsAtABrokenLineWithItsFileAndRemedy(String example) throws IOException {
        List<String> parts = Stream.of(example.split(" => ")).toList();
        write("fylker.tsv", "number;name;other-names;from;to;succeeded-by\n31;Østfold;;2024-01-01;;\n");
        write(
                "kommuner.tsv",
                "# list\nnumber;name;other-names;from;to;succeeded-by;word\n3102;Moss;;2026-01-01;;;\n" + parts.get(0)
                        + "\n");

        assertThatThrownBy(() -> Geography.read(folder))
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("kommuner.tsv line 4, ")
                .hasMessageContaining(parts.get(1));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text.replace(';', '\t'));
    }

    private static Area area(String number) {
        return GEOGRAPHY.find(number).orElseThrow();
    }

    private static List<String> numbers(String name, LocalDate day) {
        return GEOGRAPHY.named(Level.MUNICIPALITY, name, day).stream()
                .map(Area::number)
                .toList();
    }
}
