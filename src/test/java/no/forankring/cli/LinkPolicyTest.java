package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import no.forankring.citation.TabSeparated;
import no.forankring.extraction.LinkKind;
import no.forankring.ingest.LinkPolicy;
import no.forankring.ingest.PolicyTable;
import no.forankring.register.Register;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// No kind of link is a fact by itself that is not precise enough: not in the published file, and not as the rules are
/// now.
///
/// `-Dgolden=update` measures anew and writes the file and its table in `docs/quality.md`; `-Dgolden.also=DIR` counts
/// one
/// more folder of marked texts in.
class LinkPolicyTest {

    private static final Path ACTIVITIES = Path.of("corpus", "activities");
    private static final Path FILE = Path.of("ontology", "link-policy.tsv");
    private static final Path PAGE = Path.of("docs", "quality.md");
    private static final String RENEW =
            "renew the file with mvn -Dfast test -Dtest=LinkPolicyTest -Dgolden=update and look at what changed";

    private static PolicyTable published = new PolicyTable(LocalDate.EPOCH, "", Map.of());
    private static PolicyTable now = published;

    @BeforeAll
    static void measure() throws IOException {
        Register register = Register.builtIn();
        var activities = new PolicyMeasurement()
                .add("corpus/activities", ThingsMeasured.of(new GoldFolder(ACTIVITIES), register));
        if ("update".equals(System.getProperty("golden"))) {
            var all = new PolicyMeasurement()
                    .add("corpus/activities", ThingsMeasured.of(new GoldFolder(ACTIVITIES), register));
            String also = System.getProperty("golden.also", "");
            if (!also.isEmpty()) {
                Path folder = Path.of(also);
                all.add(folder.getFileName().toString(), ThingsMeasured.of(new GoldFolder(folder), register));
            }
            PolicyTable renewed = all.renew(FILE, LocalDate.now());
            new MeasuredSection(PAGE, EvaluateCommand.POLICY_SECTION).write(renewed.markdown());
        }
        published = PolicyTable.parse(Files.readString(FILE));
        now = activities.table(LocalDate.now(), published);
    }

    @Test
    void theFileMakesNothingAutomaticThatWasNotPreciseEnough() throws IOException {
        for (Map<String, String> row : TabSeparated.rows(Files.readString(FILE))) {
            if (TabSeparated.cell(row, "automatic").equals("no")) {
                continue;
            }
            assertThat(TabSeparated.cell(row, "automatic")).as("%s", row).isEqualTo("yes");
            double threshold = number(row, "threshold");
            assertThat(number(row, "measured")).as("%s", row).isPositive();
            assertThat(number(row, "right") / number(row, "measured"))
                    .as("%s", row)
                    .isGreaterThanOrEqualTo(threshold);
            if (number(row, "unseen-measured") > 0) {
                assertThat(number(row, "unseen-right") / number(row, "unseen-measured"))
                        .as("%s", row)
                        .isGreaterThanOrEqualTo(threshold);
            }
        }
    }

    @Test
    void asksNoLessOfARelationThanIsPublished() {
        published.kinds().forEach((kind, measured) -> {
            if (kind.sort() == LinkKind.Sort.RELATION) {
                assertThat(measured.bar().precision()).as("%s", kind).isGreaterThanOrEqualTo(0.98);
            }
        });
    }

    @Test
    void nothingIsAutomaticThatTheRulesAsTheyAreGetWrong() {
        var worse = new ArrayList<String>();
        now.kinds().forEach((kind, measured) -> {
            var of = published.kinds().get(kind);
            boolean imprecise = measured.all().right()
                    < measured.bar().precision() * measured.all().measured();
            if (of != null && of.automatic() && imprecise) {
                worse.add("%s: %s now, %s in the file".formatted(kind, measured.all(), of.all()));
            }
        });

        assertThat(worse).as(RENEW).isEmpty();
    }

    @Test
    void thePageShowsTheFile() throws IOException {
        assertThat(Files.readString(PAGE))
                .as(RENEW)
                .contains(published.markdown().strip());
    }

    @Test
    void theProgramUsesTheFile() {
        // When the file is renewed, the program is still built with the one before.
        assertThat("update".equals(System.getProperty("golden")) ? published.kinds() : LinkPolicy.PUBLISHED.kinds())
                .isEqualTo(published.kinds());
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(TabSeparated.cell(row, column));
    }
}
