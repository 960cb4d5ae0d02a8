package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentActsTest {

    private static final String HEADER = "id\ttitle\tshort-title\tabbreviation\tin-force-from\n";

    @Test
    void readsOfficialNames() {
        List<GoverningDocument> acts = CurrentActs.read("lover.tsv", "# comment\n" + HEADER + """
                lov-2001-03-02-5\tLov om merking av sau (sauemerkeloven)\tSauemerkeloven\tsml\t2002-01-01
                for-1961-05-05\tForskrift om gjerder
                """);

        assertThat(acts).hasSize(2);
        GoverningDocument law = acts.getFirst();
        assertThat(law.type()).isEqualTo(DocumentType.LAW);
        assertThat(law.label()).isEqualTo("Sauemerkeloven");
        assertThat(law.ambiguousAliases()).containsExactly("sml.", "sml");
        assertThat(law.inForceFrom()).contains(new PartialDate("2002-01-01"));
        assertThat(law.officialAddress()).contains("https://lovdata.no/eli/lov/2001/03/02/5");
        assertThat(acts.getLast().type()).isEqualTo(DocumentType.REGULATION);
        assertThat(acts.getLast().date()).contains(new PartialDate("1961-05-05"));
    }

    @Test
    void namesEveryBrokenLine() {
        assertThatThrownBy(() -> CurrentActs.read("lover.tsv", HEADER + "lov-2001\tLov om sau\nlov-2001-03-02-5\n"))
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 3");
    }

    @Test
    void theBuiltInActsAreNoRowsOfTheRegister() {
        Register register = Register.builtIn();

        assertThat(register.acts()).hasSizeGreaterThan(800);
        assertThat(register.acts()).noneMatch(act -> register.find(act.id()).isPresent());
        var neighbours = new GoverningDocumentId("lov-1961-06-16-15");
        assertThat(register.find(neighbours)).isEmpty();
        assertThat(register.findNamed(neighbours)).map(GoverningDocument::label).contains("Grannelova");
        assertThat(register.named("grannelova")).isEmpty();
    }

    @Test
    void noOfficialNameBelongsToARowOfTheRegister() {
        Register register = Register.builtIn();

        assertThat(register.acts())
                .allSatisfy(act -> assertThat(register.named(act.label())).isEmpty());
    }
}
