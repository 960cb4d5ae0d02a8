package no.forankring.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.document.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataDetectorTest {

    private static final PersonalDataDetector DETECTOR = new PersonalDataDetector();
    /// What is to be found stands as ⟦kind:words⟧.
    private static final Pattern MARK = Pattern.compile("⟦([a-z-]+):([^⟧]*)⟧", Pattern.DOTALL);

    /// One wording a row; ⏎ is a line end, ⇥ a tab.
    private static final String WORDINGS = """
            Skriv til ⟦e-mail:kari.eksempel@fjordvik.example⟧.
            <⟦e-mail:kari_eksempel+nett@helse.fjordvik.example⟧>
            mailto:⟦e-mail:ola-p@fjordvik.example⟧
            ⟦e-mail:kari.eksempel(at)fjordvik.example⟧
            ⟦e-mail:kari.eksempel [at] fjordvik.example⟧
            ⟦e-mail:kari (at) fjordvik (dot) example⟧
            Adressen er ⟦e-mail:kari@fjordvik.⏎kommune.example⟧ fra i dag
            ⟦e-mail:åse.bø@fjordvik.example⟧
            Kontakt: post@fjordvik.example eller postmottak.helse@fjordvik.example
            Send til noreply@fjordvik.example, info@fjordvik.example, servicetorg@fjordvik.example
            Følg oss på @ushtfjordvik og kl. 10 @ rådhuset
            Tlf. ⟦telephone:412 34 567⟧
            ⟦telephone:+47 412 34 567⟧
            ⟦telephone:0047 41 23 45 67⟧
            Mobil: ⟦telephone:41234567⟧
            ⟦telephone:41 23 45 67⟧
            telefon ⟦telephone:55 12 34 56⟧
            ⟦telephone:+46 70 123 45 67⟧
            T: ⟦telephone:55123456⟧
            Sentralbord: 55 12 34 56
            Org.nr. 974 760 673 og ISBN 978-82-450-1234-5
            Saksnr. 2023/41234567 og arkivref 41234567
            Tiltaket kostet 41 234 567 kroner
            Budsjettet er kr 41234567 i år
            I 2022 2023 var det 20 21 22 23 samlinger
            stortingsmelding 20222023 og perioden 2022-2023
            Nødnummer 113, legevakt 116 117, Kontaktsenteret 800 12 345
            lov 24. juni 2011 nr. 30, §§ 3-1 og 4-1
            HPR-nr. ⟦hpr-number:1234567⟧
            DUF-nummer ⟦duf-number:201512345678⟧
            Fødselsnummer: ⟦national-id:01017012345⟧
            f.nr. ⟦national-id:010170 12345⟧
            Journal 12345678901 og ordre 98765432109
            Kontaktperson: ⟦name:Kari Eksempel⟧
            Kontaktperson⏎⟦name:Kari Eksempel⟧, USHT Fjordvik, ⟦e-mail:kareks@fjordvik.example⟧⏎⟦name:Ola Nordvåg⟧, USHT Fjordvik, ⟦e-mail:onv@fjordvik.example⟧
            Saksbehandler: ⟦name:Ola J. A. Prøve⟧
            Ta kontakt med ⟦name:Kari Eksempel⟧ på ⟦e-mail:kari@fjordvik.example⟧ eller ⟦telephone:412 34 567⟧.
            Ring ⟦name:Kari⟧ på ⟦telephone:412 34 567⟧.
            Fra: ⟦name:Kari Eksempel⟧ <⟦e-mail:kari@fjordvik.example⟧>⏎Til: ⟦name:Ola Prøve⟧⏎Emne: Samling
            Med vennlig hilsen⏎⏎⟦name:Kari Eksempel⟧⏎Rådgiver⏎USHT Fjordvik
            Mvh ⟦name:Kari Eksempel⟧
            Best regards,⏎⟦name:Ola Prøve⟧⏎Senior Adviser
            ⟦name:Anne-Lise van der Prøve⟧, rådgiver, ⟦e-mail:alp@fjordvik.example⟧
            ⟦name:Xerxes Ukjentnavn⟧, leder, ⟦e-mail:xu@fjordvik.example⟧
            ⟦name:Eksempel, Kari⟧ ⟦telephone:412 34 567⟧
            Medlemmer⏎⏎Øvre Fjordvik⏎⏎⟦name:Kari Anne⏎⏎Eksempel⟧⏎⏎Rådgiver⏎⏎⟦e-mail:kae@fjordvik.example⟧⏎⏎⟦name:Mark J. A. Prøve⟧⏎⏎⟦e-mail:mjap@fjordvik.example⟧
            Navn⇥Stilling⇥E-post⏎⟦name:Kari Eksempel⟧⇥Rådgiver⇥⟦e-mail:kari@fjordvik.example⟧⏎⟦name:Ola Prøve⟧⇥Leder⇥ukjent
            Møtet ble ledet av ⟦name:Kari Eksempel⟧.⏎⏎Ring ⟦name:Kari Eksempel⟧, ⟦telephone:412 34 567⟧.
            ⟦name:Kari Eksempels⟧ innlegg var godt.⏎⏎⟦name:Kari Eksempel⟧: ⟦telephone:412 34 567⟧
            ⟦name:Vilfrida Solstrand⟧ holdt innlegg om demens på samlingen for hele fylket i går.⏎⏎Mer om det kommer i neste utgave av bladet, som kommer ut til alle kommunene i regionen i løpet av våren og sommeren.⏎⏎⟦e-mail:vilfrida.solstrand@fjordvik.example⟧
            Direktør Kari Eksempel åpnet konferansen.
            Innlegg ved Ola Prøve, Senter for omsorgsforskning
            Stiftelsen Kari Eksempels minne, post@fjordvik.example
            Kontakt Olav Prøves gate 3, ⟦telephone:412 34 567⟧
            Helse Vest, Fjordvik kommune, ⟦e-mail:usht.fjordvik@fjordvik.example⟧
            Kontaktperson Leve hele livet
            Vi har en kontaktperson i hver kommune. Kontaktene møtes.
            Kontakt: Statsforvalteren i Oslo og Viken
            ⟦health:Kari Eksempel har Alzheimer og bor hjemme⟧.
            Fagdag. ⟦health:Ola Prøve fikk påvist kreft i 2020, og fortalte om det⟧. Det var fint.
            ⟦health:Kari (78 år) har demens⟧.
            ⟦health:Hos Ola Prøve ble det påvist begynnende demens⟧.
            ⟦health:Ola Prøve er langtids sykmeldt⟧.
            ⟦health:Vilfrida Solstrand har Alzheimer⟧.
            Helse Vest har diabetesnettverk, og Fjordvik Sykehus har kreftavdeling.
            ⟦health:Kari Eksempel, som har diabetes type 2, deltok⟧.
            ⟦health:Kari Eksempels demens ble verre⟧.
            ⟦health:Demensen til Kari Eksempel ble verre⟧.
            ⟦health:Kari Eksempel har Alzheimer og er⏎⏎professor i Fjordvik⟧.⏎⏎⟦name:Kari Eksempel⟧ fortalte.
            Kari Eksempel har ansvar for demensteamet i Fjordvik.
            Ola Prøve holdt innlegg om demens og kreft.
            Kari Eksempel har doktorgrad om demens.
            Ola Prøve leder nettverket for personer med demens.
            Personer med demens har rett til tjenester. Pasienten har diabetes.
            """;

    static Stream<String> wordings() {
        return WORDINGS.lines();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wordings")
    void findsWhatIsMarkedAndNothingElse(String row) {
        String marked = row.replace('⏎', '\n').replace('⇥', '\t');
        var expected = new ArrayList<String>();
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            expected.add(mark.group(1) + ": " + mark.group(2));
        }
        String text = mark.replaceAll("$2");

        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsIdentityNumbersFromTheirLookAlikesByTheCheckDigits(long seed) {
        var random = new Random(seed);
        String real = IdentityNumbers.of(random, 0, 0);
        String dNumber = IdentityNumbers.of(random, 40, 0);
        String synthetic = IdentityNumbers.of(random, 0, 80);
        String older = IdentityNumbers.of(random, 0, 40);
        String later = IdentityNumbers.from2032(random);

        assertThat(found("Gjelder " + real)).containsExactly("national-id: " + real);
        assertThat(found("Gjelder " + spaced(dNumber))).containsExactly("national-id: " + spaced(dNumber));
        assertThat(found("Gjelder " + synthetic)).containsExactly("synthetic-id: " + synthetic);
        assertThat(found("Gjelder " + older)).containsExactly("synthetic-id: " + older);
        assertThat(found("Gjelder " + later)).containsExactly("national-id: " + later);
        for (int digit = 0; digit < 10; digit++) {
            String wrong = real.substring(0, 10) + digit;
            if (!wrong.equals(real)) {
                assertThat(found("Gjelder " + wrong)).as(wrong).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void tellsAccountNumbersApartAlsoThoseThatCouldBeIdentityNumbers(long seed) {
        String both = IdentityNumbers.of(new Random(seed), 0, 0);
        String dotted = both.substring(0, 4) + "." + both.substring(4, 6) + "." + both.substring(6);

        assertThat(found("Betal til " + dotted)).containsExactly("bank-account: " + dotted);
        assertThat(found("Kontonr. " + both)).containsExactly("bank-account: " + both);
        assertThat(found("Fødselsnr. " + both)).containsExactly("national-id: " + both);
        assertThat(found("Betal til " + dotted.substring(0, 12) + (both.charAt(10) == '0' ? 1 : 0)))
                .isEmpty();
    }

    @Test
    void givesOneValueToEveryWayOfWritingTheSame() {
        List<PersonalData> found = DETECTOR.find(
                Documents.plainText(
                        "Kari Eksempel, +47 412 34 567, Kari@Fjordvik.example. Kari  Eksempel, 41234567, kari@fjordvik.example"));

        assertThat(found.stream().map(PersonalData::value).distinct())
                .containsExactlyInAnyOrder("kari eksempel", "41234567", "kari@fjordvik.example");
    }

    @Test
    void saysNoWordOfWhatItFoundWhenPrinted() {
        assertThat(DETECTOR.find("kari.eksempel@fjordvik.example").toString())
                .contains("e-mail")
                .doesNotContain("kari");
    }

    @Test
    void readsNamesOfFiles() {
        assertThat(DETECTOR.find("liste/CV_kari.eksempel@fjordvik.example"))
                .extracting(PersonalData::kind)
                .containsExactly(PersonalData.Kind.E_MAIL);
        assertThat(DETECTOR.find("Referat 2023-04-12 nettverk.docx")).isEmpty();
    }

    private static String spaced(String digits) {
        return digits.substring(0, 6) + " " + digits.substring(6);
    }

    private static List<String> found(String text) {
        return DETECTOR.find(Documents.plainText(text)).stream()
                .map(data -> data.kind().code() + ": " + data.span().cut(text))
                .toList();
    }
}
