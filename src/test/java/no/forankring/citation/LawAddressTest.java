package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawAddressTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lov/2007-06-29-73, lov-2007-06-29-73",
        "lov/1961-05-05/§7, lov-1961-05-05",
        "forskrift/2005-08-19-901, for-2005-08-19-901",
        "eu/32013l0034, eu-2013-34",
        "avtale/avt-1992-05-02-1-v20, avt-1992-05-02-1-v20"
    })
    void namesTheDocument(String address, String document) {
        assertThat(LawAddress.parse(address)).map(LawAddress::document).contains(document);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"#kapittel-1", "legal-areas/08.07", "null", "lov/ukjent"})
    void isEmptyForWhatIsNoAct(String address) {
        assertThat(LawAddress.parse(address)).isEmpty();
    }

    @Test
    void knowsItsSectionAlsoWithinARange() {
        LawAddress address = LawAddress.parse("lov/2007-06-29-73/§3-2").orElseThrow();

        assertThat(address.isSection(Pinpoint.section("3-2"))).isTrue();
        assertThat(address.isSection(new Pinpoint("", "3-1", 0, "", "", 0, "3-3")))
                .isTrue();
        assertThat(address.isSection(new Pinpoint("", "2-1", 0, "", "", 0, "2-9")))
                .isFalse();
        assertThat(address.isSection(Pinpoint.section("3-20"))).isFalse();
        assertThat(address.isSection(Pinpoint.WHOLE)).isFalse();
    }

    @Test
    void isExactOnlyWhereEveryPartAgrees() {
        LawAddress address = LawAddress.parse("lov/2008-05-15-35/§62/ledd/1/bokstav/d/setning/2")
                .orElseThrow();

        assertThat(address.isExactly(new Pinpoint("", "62", 1, "d", "", 2, ""))).isTrue();
        assertThat(address.isExactly(new Pinpoint("", "62", 1, "a-e", "", 2, "")))
                .isTrue();
        assertThat(address.isExactly(new Pinpoint("", "62", 2, "d", "", 2, ""))).isFalse();
        assertThat(address.isExactly(new Pinpoint("", "62", 1, "", "", 2, ""))).isFalse();
        assertThat(address.isExactly(new Pinpoint("", "63", 1, "d", "", 2, ""))).isFalse();
    }

    @Test
    void readsChaptersInBothNumerals() {
        LawAddress roman = LawAddress.parse("lov/1963-06-21-23/kapv").orElseThrow();
        LawAddress arabic = LawAddress.parse("lov/2005-06-17-90/kap17").orElseThrow();

        assertThat(roman.isSection(Pinpoint.chapter("V"))).isTrue();
        assertThat(arabic.isSection(Pinpoint.chapter("17"))).isTrue();
        assertThat(arabic.isSection(Pinpoint.chapter("7"))).isFalse();
    }
}
