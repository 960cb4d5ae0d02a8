package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystematicIdTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lov-2011-06-24-30 | LAW | 30 | 2011 | Lov 24. juni 2011 nr. 30",
                "lov-1967-02-10 | LAW | '' | 1967 | Lov 10. februar 1967",
                "for-2016-10-28-1250 | REGULATION | 1250 | 2016 | Forskrift 28. oktober 2016 nr. 1250",
                "meldst-15-2017-2018 | WHITE_PAPER | 15 | 2017–2018 | Meld. St. 15 (2017–2018)",
                "stmeld-50-1996-97 | WHITE_PAPER_OLD | 50 | 1996–97 | St.meld. nr. 50 (1996–97)",
                "stmeld-1-1999-2000 | WHITE_PAPER_OLD | 1 | 1999–2000 | St.meld. nr. 1 (1999–2000)",
                "prop-91-l-2010-2011 | PROPOSITION | 91 L | 2010–2011 | Prop. 91 L (2010–2011)",
                "prop-47-ls-2011-2012 | PROPOSITION | 47 LS | 2011–2012 | Prop. 47 LS (2011–2012)",
                "otprp-13-1998-1999 | PROPOSITION_OLD | 13 | 1998–1999 | Ot.prp. nr. 13 (1998–1999)",
                "innst-206-s-2017-2018 | RECOMMENDATION | 206 S | 2017–2018 | Innst. 206 S (2017–2018)",
                "lovvedtak-81-2024-2025 | LEGISLATIVE_DECISION | 81 | 2024–2025 | Lovvedtak 81 (2024–2025)",
                "dok-8-111-s-2018-2019 | PARLIAMENT_DOCUMENT | 8 111 S | 2018–2019 | Dokument 8:111 S (2018–2019)",
                "nou-2023-4 | OFFICIAL_REPORT | 4 | 2023 | NOU 2023: 4",
                "eu-2016-679 | EU_ACT | 2016/679 | 2016 | (EU) 2016/679",
                "hdir-is-2076 | GUIDANCE | IS-2076 | '' | IS-2076",
                "hdir-is-9-2012 | GUIDANCE | IS-9/2012 | 2012 | IS-9/2012",
            })
    void readsWhatTheIdSays(String id, DocumentType type, String number, String session, String label) {
        var parsed = SystematicId.parse(new GoverningDocumentId(id)).orElseThrow();

        assertThat(parsed.type()).isEqualTo(type);
        assertThat(parsed.number()).isEqualTo(number);
        assertThat(parsed.session()).isEqualTo(session);
        assertThat(parsed.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plan-demensplan-2025", "meldst-15-2017-2020", "reform-leve-hele-livet", "nou-4", "lov-2011"})
    void readsNothingFromASlug(String id) {
        assertThat(SystematicId.parse(new GoverningDocumentId(id))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1996–97, 1996–1997",
        "1999-00, 1999–2000",
        "2001/2002, 2001–2002",
        "2017 – 2018, 2017–2018",
        "2015, 2015"
    })
    void writesEverySessionInFull(String written, String full) {
        assertThat(SystematicId.longSession(written)).isEqualTo(full);
    }
}
