package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import no.forankring.backup.Backup;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.ParseLimits;
import no.forankring.document.Sha256;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.privacy.PersonalData;
import no.forankring.privacy.PersonalDataRegister.Finding;
import no.forankring.privacy.PersonalDataRegister.Holding;
import no.forankring.review.AliasScope;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.search.SearchQuery;
import no.forankring.trace.DocumentView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What is personal in a document reaches nothing that others read, until somebody releases it.
class WithholdingIT {

    private static final String MANDATE = """
            Mandat for nettverk i ernæring

            Nettverket er forankret i Meld. St. 15 (2017–2018) Leve hele livet, se Kari Eksempel, 412 34 567.

            Ola Prøve har Alzheimer og fortalte om Stortingsmelding 24 på samlingen.

            Kontaktperson
            Kari Eksempel, USHT Fjordvik, kari.eksempel@fjordvik.example
            Vilfrida Solstrand, USHT Fjordvik, vilsol@fjordvik.example

            Saksbehandler Fredrik Prøvesen (f.nr. 010170 12345)
            """;
    /// Parts of what must not be seen, in small letters.
    private static final List<String> SECRETS = List.of(
            "kari",
            "eksempel",
            "412 34 567",
            "41234567",
            "ola prøve",
            "alzheimer",
            "vilfrida",
            "solstrand",
            "vilsol",
            "fredrik",
            "prøvesen",
            "12345");

    @TempDir
    Path folder;

    private OpenHome home;
    private ListAppender<ILoggingEvent> log;

    @BeforeEach
    void open() {
        home = OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger("no.forankring")).addAppender(log);
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger("no.forankring")).detachAppender(log);
        home.close();
    }

    @Test
    void showsNothingPersonalAnywhere() {
        DocumentId document = take("kari.eksempel@fjordvik.example/CV Kari Eksempel 412 34 567.txt", MANDATE);

        assertThat(home.traces()
                        .trace("meldst-15-2017-2018", false)
                        .orElseThrow()
                        .incoming())
                .isNotEmpty();
        assertNothingPersonal(export());
        assertNothingPersonal(indexed());
        assertNothingPersonal(read(document).toString());
        assertNothingPersonal(view(document).toString());
        assertNothingPersonal(home.ingest().jobs().toString());
        assertNothingPersonal(log.list.toString());
        assertNothingPersonal(home.reviews().questions(document.value()).toString());
        assertNothingPersonal(journal());
        for (String secret : SECRETS) {
            assertThat(home.index()
                            .search(new SearchQuery("\"" + secret + "\"", Map.of(), 1, 10))
                            .total())
                    .as(secret)
                    .isZero();
        }
        assertThat(home.graph().check(false)).isEmpty();
        assertThat(home.ingest().check()).isEmpty();
    }

    @Test
    void keepsEveryOffsetAndTellsHowMuchIsWithheld() {
        DocumentId document = take("mandat.txt", MANDATE);

        DocumentText text = read(document);
        assertThat(text.text()).hasSameSizeAs(MANDATE);
        assertThat(text.passages())
                .allSatisfy(passage ->
                        assertThat(passage.text()).isEqualTo(passage.span().cut(text.text())));
        assertThat(text.text()).contains("USHT Fjordvik, ███████████████████████████");
        Addresses addresses = home.graph().addresses();
        Map<String, String> counts = home.graph().read(state -> {
            var found = new java.util.TreeMap<String, String>();
            state.find(
                            addresses.documentGraph(document.value()),
                            org.apache.jena.graph.Node.ANY,
                            Fa.dataKind,
                            org.apache.jena.graph.Node.ANY)
                    .forEachRemaining(quad -> found.put(
                            quad.getObject().getLiteralLexicalForm(),
                            state.find(quad.getGraph(), quad.getSubject(), Fa.count, org.apache.jena.graph.Node.ANY)
                                    .next()
                                    .getObject()
                                    .getLiteralLexicalForm()));
            return found;
        });
        assertThat(counts)
                .isEqualTo(Map.of("e-mail", "2", "health", "1", "name", "4", "national-id", "1", "telephone", "1"));
    }

    @Test
    void letsNobodyGuessShortWordsFromTheIdOfTheirPassage() {
        DocumentId document = take("liste.txt", "Liste\n\n412 34 567\n\nTil slutt et avsnitt som ikke sier noe.\n");

        List<String> ids = read(document).passages().stream()
                .map(passage -> passage.id().value())
                .toList();

        DocumentText open = no.forankring.document.Documents.plainText("412 34 567\n");
        assertThat(ids).doesNotContain(open.passages().getFirst().id().value());
    }

    @Test
    void listsWhatIsWithheldForTheOwner() {
        DocumentId document = take("mandat.txt", MANDATE);

        List<Finding> findings = home.personalData().findings(document).orElseThrow();

        assertThat(home.personalData().holdings())
                .containsExactly(new Holding(document, "Mandat for nettverk i ernæring", 9, 0));
        assertThat(findings)
                .extracting(Finding::words)
                .contains("Kari Eksempel", "412 34 567", "kari.eksempel@fjordvik.example", "Vilfrida Solstrand");
        Finding kari = finding(document, "Kari Eksempel");
        assertThat(kari.places()).hasSize(2);
        assertThat(kari.masked()).isEqualTo("K••• E•••••••");
        assertThat(finding(document, "010170 12345").masked()).isEqualTo("•••••• •••••");
        assertThat(findings.toString()).doesNotContain("Kari", "412 34", "41234567");
        DocumentText text = read(document);
        assertThat(kari.places())
                .allSatisfy(place -> assertThat(text.passages())
                        .extracting(passage -> passage.id().value())
                        .contains(place.passage()));
    }

    @Test
    void showsWhatIsReleasedThroughEverythingThatComesAfter() throws Exception {
        DocumentId document = take("mappe/mandat.txt", MANDATE);
        release(document, "Kari Eksempel", "Hun har sagt ja, ring 412 34 567.");

        assertReleased(document);
        String copy = home.graph().read(state -> export());
        assertThat(copy).contains("Release").doesNotContain("412 34 567", "41234567");

        take("mappe/mandat.txt", MANDATE + "\nEt nytt avsnitt. Ring Terje Nyvik på 498 76 543.\n");
        assertReleased(document);
        assertThat(read(document).text()).doesNotContain("Terje", "498 76");

        home.close();
        delete(folder.resolve("home/index"));
        delete(folder.resolve("home/texts"));
        open();
        home.ingest().catchUp();
        assertReleased(document);
        assertThat(search("Kari Eksempel")).isEqualTo(1);
        assertThat(search("\"412 34 567\"")).isZero();

        home.close();
        Path backup = folder.resolve("copy.zip");
        Backup.write(folder.resolve("home"), backup);
        delete(folder.resolve("home"));
        Backup.restore(backup, folder.resolve("home"));
        open();
        home.ingest().catchUp();
        assertReleased(document);
        assertThat(search("Kari Eksempel")).isEqualTo(1);
        assertThat(search("\"412 34 567\"")).isZero();
    }

    @Test
    void withholdsAgainWhatWasReleasedAlsoInTheEvidenceOfWhatWasConfirmed() {
        DocumentId document = take("mandat.txt", MANDATE);
        Finding health = home.personalData().findings(document).orElseThrow().stream()
                .filter(finding -> finding.kind() == PersonalData.Kind.HEALTH)
                .findFirst()
                .orElseThrow();
        home.personalData().release(document, List.of(health.fingerprint()), "kari", "");
        linkAgain(document);
        assertThat(read(document).text()).contains("Ola Prøve har Alzheimer");
        var question = home.reviews().questions(document.value()).getFirst();
        home.reviews()
                .answer(
                        new Answer(List.of(question.choices().getFirst().link()), Verdict.ACCEPTED, AliasScope.NONE),
                        "kari");
        assertThat(export()).contains("Alzheimer");

        home.personalData().withhold(document, List.of(health.fingerprint()), "kari");
        linkAgain(document);

        assertNothingPersonal(export());
        assertNothingPersonal(indexed());
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void releasesInOneDocumentAlone() {
        DocumentId first = take("a.txt", MANDATE);
        DocumentId second = take("b.txt", MANDATE.replace("ernæring", "ledelse"));

        release(first, "Kari Eksempel", "");

        assertThat(read(first).text()).contains("Kari Eksempel");
        assertThat(read(second).text()).doesNotContain("Kari");
    }

    @Test
    void readsAgainWhatWasLinkedUnderOtherRules() throws Exception {
        DocumentId document = take("mandat.txt", MANDATE);
        Finding kari = finding(document, "Kari Eksempel");
        home.personalData().release(document, List.of(kari.fingerprint()), "kari", "");
        // The process ends before the document was linked again.
        home.close();
        open();

        home.ingest().catchUp();
        finished(home.ingest().jobs().getFirst().id());

        assertReleased(document);
        assertThat(search("Kari Eksempel")).isEqualTo(1);
        assertThat(home.ingest().check()).isEmpty();
    }

    @Test
    void keepsFilesWithHiddenNamesApart() {
        DocumentId first = take("kari@fjordvik.example.txt", MANDATE);
        DocumentId second = take("ola@fjordvik.example.txt", MANDATE.replace("ernæring", "ledelse"));
        FileOutcome.Ingested again = ingest("kari@fjordvik.example.txt", MANDATE + "\nMer.\n");

        assertThat(first).isNotEqualTo(second);
        assertThat(again.document()).isEqualTo(first);
        assertThat(again.version()).isEqualTo(2);
    }

    private void assertReleased(DocumentId document) {
        assertThat(read(document).text())
                .contains("Kari Eksempel")
                .doesNotContain("412 34 567", "kari.eksempel@", "Vilfrida", "Alzheimer");
        assertThat(finding(document, "Kari Eksempel").release())
                .get()
                .satisfies(release -> assertThat(release.who()).isEqualTo("kari"));
    }

    private void release(DocumentId document, String words, String why) {
        assertThat(home.personalData()
                        .release(document, List.of(finding(document, words).fingerprint()), "kari", why))
                .isEqualTo(1);
        linkAgain(document);
    }

    private Finding finding(DocumentId document, String words) {
        return home.personalData().findings(document).orElseThrow().stream()
                .filter(finding -> finding.words().equals(words))
                .findFirst()
                .orElseThrow();
    }

    static void assertNothingPersonal(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        for (String secret : SECRETS) {
            // Hashes hold any five digits.
            if (secret.equals("12345")) {
                assertThat(lower.contains("010170 " + secret)).as(secret).isFalse();
            } else {
                int at = lower.indexOf(secret);
                assertThat(at < 0 ? "" : lower.substring(Math.max(0, at - 60), Math.min(lower.length(), at + 60)))
                        .as(secret)
                        .isEmpty();
            }
        }
    }

    private DocumentView view(DocumentId document) {
        return home.traces().document(document.value()).orElseThrow();
    }

    private DocumentText read(DocumentId document) {
        DocumentView view = view(document);
        return home.documents().text(new Sha256(view.sha256()), view.fileName()).orElseThrow();
    }

    /// Every quad that is said of documents, as anybody who asks SPARQL can have them. The register speaks of nobody.
    private String export() {
        var out = new ByteArrayOutputStream();
        home.graph().export("nq", out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.contains("/graph/register>")
                        && !line.contains("/graph/ontology>")
                        && !line.contains("/graph/geography>")
                        && !line.contains("/agent/kari>"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private String indexed() {
        var all = new StringBuilder();
        for (String words : List.of("nettverk", "kontaktperson", "saksbehandler", "forankret", "samlingen", "og")) {
            all.append(home.index().search(new SearchQuery(words, Map.of(), 1, 10)));
        }
        return all.toString();
    }

    /// What the journal says of the changes.
    private String journal() {
        return home.graph().changesAfter(0, 100).toString();
    }

    private long search(String words) {
        return home.index().search(new SearchQuery(words, Map.of(), 1, 10)).hits().stream()
                .filter(hit -> !hit.passages().isEmpty())
                .count();
    }

    private DocumentId take(String name, String text) {
        return ingest(name, text).document();
    }

    private FileOutcome.Ingested ingest(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String id =
                home.ingest().submit("test", name, List.of(new Source(name, () -> new ByteArrayInputStream(bytes))));
        return switch (finished(id).getFirst()) {
            case FileOutcome.Ingested ingested -> ingested;
            case FileOutcome other -> throw new AssertionError(other);
        };
    }

    private void linkAgain(DocumentId document) {
        assertThat(finished(home.ingest().linkAgain("test", "test", List.of(document))))
                .hasOnlyElementsOfType(FileOutcome.LinkedAgain.class);
    }

    private List<FileOutcome> finished(String id) {
        while (true) {
            Job job = home.ingest().job(id).orElseThrow();
            if (job.finished().isPresent()) {
                return job.files().stream()
                        .map(Job.FileProgress::outcome)
                        .flatMap(Optional::stream)
                        .toList();
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
