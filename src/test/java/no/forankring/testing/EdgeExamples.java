package no.forankring.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.forankring.citation.LearnedAlias;
import no.forankring.citation.Reason;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Language;
import no.forankring.document.Owner;
import no.forankring.document.Passage;
import no.forankring.document.PassageId;
import no.forankring.document.Span;
import no.forankring.graph.Addresses;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocument.Certainty;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.PartialDate;
import no.forankring.register.Register;
import no.forankring.review.Lesson;
import no.forankring.review.Question;
import no.forankring.trace.DocumentView;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Listing;
import no.forankring.trace.MentionView;
import no.forankring.trace.OpenMention;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;
import no.forankring.trace.Trace;

/// A small made-up holding for the tests of pages and interface: one mandate in the invented municipality Fjordvik, the
/// networks and activities it speaks of, and the governing documents they rest on.
public final class EdgeExamples {

    public static final Addresses ADDRESSES = new Addresses("http://localhost:8080");

    public static final String SHA256 = "0f".repeat(32);
    public static final String DOCUMENT = "mandat-trygg-mat-1a2b3c4d";
    public static final byte[] ORIGINAL = "Mandat".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private static final String TITLE = "Mandat for nettverk om mat og måltider i Fjordvik";
    private static final String ANCHORS =
            "Nettverket er forankret i Leve hele livet og i forskrift om ledelse og kvalitetsforbedring § 7. Arbeidet "
                    + "skal samtidig støtte kommunens egen plan for eldre.";
    private static final String AMBIGUOUS = "Samlingene følger opp Meld. St. 24, og hver samling evalueres.";
    private static final String UNKNOWN = "Deltakerne bruker også Måltidsplan for Fjordvik.";
    private static final String GOAL = "Målet er at alle over 80 år får tilbud om et måltid sammen med andre hver dag.";

    private EdgeExamples() {}

    public static Register register() {
        return new Register(List.of(
                governing(
                        "meldst-15-2017-2018",
                        DocumentType.WHITE_PAPER,
                        "15",
                        "2017–2018",
                        "Leve hele livet – En kvalitetsreform for eldre",
                        "Leve hele livet",
                        "Helse- og omsorgsdepartementet",
                        "2018-05-04",
                        Certainty.VERIFIED,
                        List.of()),
                governing(
                        "for-2016-10-28-1250",
                        DocumentType.REGULATION,
                        "1250",
                        "",
                        "Forskrift om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten",
                        "Forskrift om ledelse og kvalitetsforbedring",
                        "Helse- og omsorgsdepartementet",
                        "2016-10-28",
                        Certainty.VERIFIED,
                        List.of()),
                governing(
                        "meldst-24-2019-2020",
                        DocumentType.WHITE_PAPER,
                        "24",
                        "2019–2020",
                        "Lindrende behandling og omsorg",
                        "",
                        "Helse- og omsorgsdepartementet",
                        "2020-05-08",
                        Certainty.VERIFIED,
                        List.of()),
                governing(
                        "meldst-24-2022-2023",
                        DocumentType.WHITE_PAPER,
                        "24",
                        "2022–2023",
                        "Fellesskap og meistring – Bu trygt heime",
                        "Bu trygt heime",
                        "Helse- og omsorgsdepartementet",
                        "2023-06",
                        Certainty.FROM_MEMORY,
                        List.of("meldst-15-2017-2018")),
                governing(
                        "plan-demensplan-2025",
                        DocumentType.PLAN,
                        "",
                        "",
                        "Demensplan 2025",
                        "",
                        "Helse- og omsorgsdepartementet",
                        "2020",
                        Certainty.UNCERTAIN,
                        List.of())));
    }

    private static GoverningDocument governing(
            String id,
            DocumentType type,
            String number,
            String session,
            String title,
            String shortTitle,
            String issuer,
            String date,
            Certainty certainty,
            List<String> followsUp) {
        return new GoverningDocument(
                new GoverningDocumentId(id),
                type,
                number,
                session,
                title,
                "nob",
                shortTitle,
                List.of(),
                List.of(),
                List.of(),
                issuer,
                Optional.of(new PartialDate(date)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                followsUp.stream().map(GoverningDocumentId::new).toList(),
                id.startsWith("for-")
                        ? Optional.of("https://lovdata.no/eli/forskrift/2016/10/28/1250/nor/html")
                        : Optional.empty(),
                certainty,
                Set.of());
    }

    public static Thing leveHeleLivet() {
        return thing(Addresses.GOVERNING_DOCUMENT, "meldst-15-2017-2018", "Leve hele livet", "WhitePaper");
    }

    public static Thing regulation() {
        return thing(
                Addresses.GOVERNING_DOCUMENT,
                "for-2016-10-28-1250",
                "Forskrift om ledelse og kvalitetsforbedring",
                "Regulation");
    }

    public static Thing network() {
        return thing(
                Addresses.NETWORK,
                "mat-og-maltider-i-fjordvik",
                "Nettverk for mat og måltider i Fjordvik",
                "LearningNetwork");
    }

    private static Thing gathering() {
        return thing(Addresses.ACTIVITY, "varsamling-2025", "Vårsamling 2025", "Gathering");
    }

    private static Thing course() {
        return thing(Addresses.ACTIVITY, "kurs-i-kartlegging", "Kurs i kartlegging av ernæring", "Course");
    }

    private static Thing goal() {
        return thing(
                Addresses.GOAL, "maltid-sammen", "Alle over 80 år får tilbud om et måltid sammen med andre", "Goal");
    }

    private static Thing organizer() {
        return thing(
                Addresses.ORGANIZATION,
                "utviklingssenteret-i-fjordvik",
                "Utviklingssenteret i Fjordvik",
                "Organization");
    }

    public static Thing document() {
        return thing(Addresses.DOCUMENT, DOCUMENT, TITLE, "Document");
    }

    private static Thing unlisted() {
        return thing(Addresses.GOVERNING_DOCUMENT, "lov-1999-07-02-63", "lov 2. juli 1999 nr. 63", "Law");
    }

    public static Thing thing(String kind, String id, String label, String type) {
        return new Thing(ADDRESSES.of(kind, id).getURI(), kind, id, label, type);
    }

    public static List<Listing> list(String kind) {
        return switch (kind) {
            case Addresses.GOVERNING_DOCUMENT ->
                List.of(
                        new Listing(regulation(), "Helse- og omsorgsdepartementet · 2016", 2, 0),
                        new Listing(leveHeleLivet(), "Helse- og omsorgsdepartementet · 2018", 5, 1),
                        new Listing(unlisted(), "", 1, 0));
            case Addresses.NETWORK -> List.of(new Listing(network(), "Utviklingssenteret i Fjordvik · 2025", 2, 4));
            case Addresses.ACTIVITY ->
                List.of(new Listing(course(), "2025 · 24 deltakere", 0, 1), new Listing(gathering(), "2025", 1, 2));
            case Addresses.DOCUMENT -> List.of(new Listing(document(), "mandat · 2025", 0, 3));
            default -> List.of();
        };
    }

    public static Optional<Trace> trace(String id, boolean withSuggestions) {
        List<Step> all = steps(withSuggestions);
        List<Step> incoming = all.stream().filter(step -> is(step.object(), id)).toList();
        List<Step> outgoing =
                all.stream().filter(step -> is(step.subject(), id)).toList();
        return incoming.stream()
                .map(Step::object)
                .findFirst()
                .or(() -> outgoing.stream().map(Step::subject).findFirst())
                .map(root -> new Trace(root, incoming, outgoing, 12));
    }

    private static boolean is(Thing thing, String id) {
        return thing.id().equals(id) || thing.iri().equals(id);
    }

    private static List<Step> steps(boolean withSuggestions) {
        var steps = new ArrayList<Step>();
        steps.add(step(
                network(),
                "anchoredIn",
                leveHeleLivet(),
                "Automatic",
                "Anchored",
                evidence(ANCHORS, "Leve hele livet", "")));
        steps.add(step(
                network(),
                "anchoredIn",
                regulation(),
                "Confirmed",
                "Anchored",
                evidence(ANCHORS, "forskrift om ledelse og kvalitetsforbedring § 7", "§ 7")));
        steps.add(step(
                network(),
                "hasGoal",
                goal(),
                "Automatic",
                "",
                evidence(GOAL, "alle over 80 år får tilbud om et måltid", "")));
        steps.add(step(network(), "organisedBy", organizer(), "Automatic", "", evidence(ANCHORS, "Nettverket", "")));
        steps.add(step(gathering(), "partOf", network(), "Automatic", "", evidence(AMBIGUOUS, "Samlingene", "")));
        steps.add(step(
                gathering(),
                "fulfils",
                leveHeleLivet(),
                "Automatic",
                "CarriedOut",
                evidence(AMBIGUOUS, "hver samling evalueres", ""),
                evidence(ANCHORS, "Leve hele livet", "")));
        steps.add(step(
                course(), "fulfils", leveHeleLivet(), "Automatic", "Evaluated", evidence(AMBIGUOUS, "evalueres", "")));
        steps.add(step(goal(), "contributesTo", leveHeleLivet(), "Automatic", "Named", evidence(GOAL, "Målet", "")));
        steps.add(step(
                document(), "cites", leveHeleLivet(), "Automatic", "Named", evidence(ANCHORS, "Leve hele livet", "")));
        steps.add(step(
                document(),
                "cites",
                regulation(),
                "Automatic",
                "Named",
                evidence(ANCHORS, "forskrift om ledelse og kvalitetsforbedring § 7", "§ 7")));
        steps.add(step(document(), "cites", unlisted(), "Automatic", "Named", evidence(UNKNOWN, "Måltidsplan", "")));
        if (withSuggestions) {
            steps.add(step(course(), "partOf", network(), "Suggested", "", evidence(UNKNOWN, "Deltakerne", "")));
        }
        return steps;
    }

    /// What waits in the document: a number that two papers have, and a network that a course may belong to.
    public static List<Question> questions(String document) {
        if (!document.equals(DOCUMENT)) {
            return List.of();
        }
        MentionView open = document(DOCUMENT).orElseThrow().mentions().get(2);
        List<Step> choices = open.targets().stream()
                .map(target ->
                        step(document(), "cites", target, "Suggested", "", evidence(AMBIGUOUS, "Meld. St. 24", "")))
                .toList();
        var owner = new Owner("usht-fjordvik", "USHT Fjordvik");
        return List.of(
                new Question(
                        DOCUMENT,
                        TITLE,
                        open.reason(),
                        choices,
                        new Lesson(
                                Optional.of(owner),
                                List.of("Meld. St. 24"),
                                List.of(),
                                List.of(Reason.of("alias-number-reused", "Meld. St. 24")))),
                new Question(
                        DOCUMENT,
                        TITLE,
                        "utledet av teksten",
                        List.of(step(
                                course(), "partOf", network(), "Suggested", "", evidence(UNKNOWN, "Deltakerne", ""))),
                        new Lesson(Optional.empty(), List.of(), List.of(), List.of())));
    }

    public static List<OpenMention> openMentions(String document) {
        return document.equals(DOCUMENT)
                ? List.of(new OpenMention(
                        ADDRESSES.of(Addresses.MENTION, DOCUMENT + "/90-120").getURI(),
                        evidence(ANCHORS, "kommunens egen plan for eldre", "")))
                : List.of();
    }

    public static LearnedAlias alias() {
        return new LearnedAlias(
                "3f2a",
                "Trygg alderdom-meldingen",
                new GoverningDocumentId("meldst-15-2017-2018"),
                Optional.of(new Owner("usht-fjordvik", "USHT Fjordvik")),
                new LearnedAlias.Provenance("j1", "admin", Instant.parse("2025-03-02T08:00:00Z"), DOCUMENT));
    }

    private static Step step(
            Thing subject, String predicate, Thing object, String status, String strength, EvidenceView... evidence) {
        return new Step(
                link(subject.id() + "-" + object.id()),
                subject,
                predicate,
                object,
                status,
                strength,
                0.97,
                List.of(evidence));
    }

    public static String link(String name) {
        return ADDRESSES.of(Addresses.LINK, DOCUMENT + "/" + name).getURI();
    }

    private static EvidenceView evidence(String text, String quote, String provision) {
        int start = text.indexOf(quote);
        return new EvidenceView(
                DOCUMENT,
                TITLE,
                passageOf(text),
                text,
                start,
                start + quote.length(),
                2,
                "Mandat › Forankring",
                "unique-name",
                "Navnet passer bare på ett dokument i registeret.",
                provision);
    }

    private static String passageOf(String text) {
        return text().passages().stream()
                .filter(passage -> passage.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    public static Optional<DocumentView> document(String id) {
        if (!id.equals(DOCUMENT)) {
            return Optional.empty();
        }
        return Optional.of(new DocumentView(
                DOCUMENT,
                TITLE,
                "mandat trygg måltid.pdf",
                "mandat trygg måltid.pdf",
                "mandat",
                "nb",
                "2025-02-14",
                SHA256,
                "application/pdf",
                1,
                2,
                List.of(
                        mention(ANCHORS, "Leve hele livet", "resolved", "Automatic", List.of(leveHeleLivet())),
                        mention(
                                ANCHORS,
                                "forskrift om ledelse og kvalitetsforbedring § 7",
                                "resolved",
                                "Automatic",
                                List.of(regulation())),
                        mention(
                                AMBIGUOUS,
                                "Meld. St. 24",
                                "ambiguous",
                                "Suggested",
                                List.of(
                                        thing(
                                                Addresses.GOVERNING_DOCUMENT,
                                                "meldst-24-2022-2023",
                                                "Bu trygt heime",
                                                "WhitePaper"),
                                        thing(
                                                Addresses.GOVERNING_DOCUMENT,
                                                "meldst-24-2019-2020",
                                                "Lindrende behandling og omsorg",
                                                "WhitePaper"))),
                        mention(UNKNOWN, "Måltidsplan for Fjordvik", "unresolved", "", List.of()))));
    }

    private static MentionView mention(String text, String quote, String state, String status, List<Thing> targets) {
        int start = text.indexOf(quote);
        return new MentionView(
                passageOf(text),
                start,
                start + quote.length(),
                state,
                targets,
                targets.stream()
                        .map(target -> link(DOCUMENT + "-" + target.id()))
                        .toList(),
                quote.contains("§") ? "§ 7" : "",
                status,
                "unique-name",
                switch (state) {
                    case "resolved" -> "Navnet passer bare på ett dokument i registeret.";
                    case "ambiguous" -> "To meldinger har nummer 24, og teksten sier ikke hvilken sesjon.";
                    default -> "Registeret har ingen plan med dette navnet.";
                });
    }

    public static DocumentText text() {
        var builder = new TextBuilder();
        builder.add(Passage.Kind.HEADING, TITLE, 1, 1);
        builder.add(Passage.Kind.PARAGRAPH, "Dette mandatet gjelder for 2025 og fornyes hvert år.", 0, 1);
        builder.add(Passage.Kind.HEADING, "Forankring", 2, 2);
        builder.add(Passage.Kind.PARAGRAPH, ANCHORS, 0, 2);
        builder.add(Passage.Kind.PARAGRAPH, AMBIGUOUS, 0, 2);
        builder.add(Passage.Kind.HEADING, "Mål og planer", 2, 2);
        builder.add(Passage.Kind.LIST_ITEM, GOAL, 1, 2);
        builder.add(Passage.Kind.LIST_ITEM, UNKNOWN, 1, 2);
        builder.row(List.of("Samling", "Måned"), List.of("Vårsamling", "april"), 2);
        builder.row(List.of("Samling", "Måned"), List.of("Høstsamling", "oktober"), 2);
        return builder.build();
    }

    public static List<Job> jobs() {
        return List.of(
                new Job(
                        "k7q2",
                        "3 filer",
                        "admin",
                        Instant.parse("2025-03-03T09:15:00Z"),
                        Optional.empty(),
                        3,
                        1,
                        List.of(
                                new Job.FileProgress(
                                        "mandat trygg måltid.pdf",
                                        Job.Stage.DONE,
                                        Optional.of(new FileOutcome.Ingested(new DocumentId(DOCUMENT), 1, 9, 4, 2, 1))),
                                new Job.FileProgress("årsrapport.docx", Job.Stage.READING, Optional.empty()))),
                new Job(
                        "a1b2",
                        "2 filer",
                        "admin",
                        Instant.parse("2025-03-01T08:00:00Z"),
                        Optional.of(Instant.parse("2025-03-01T08:01:00Z")),
                        2,
                        2,
                        List.of(
                                new Job.FileProgress(
                                        "mandat.pdf",
                                        Job.Stage.DONE,
                                        Optional.of(new FileOutcome.Unchanged(new DocumentId(DOCUMENT)))),
                                new Job.FileProgress(
                                        "låst.pdf",
                                        Job.Stage.DONE,
                                        Optional.of(
                                                new FileOutcome.Failed(
                                                        "encrypted",
                                                        "Filen er beskyttet med passord. Ta bort passordet og last den opp på nytt."))))));
    }

    /// Lays passages one after the other, so that their spans fit the whole text.
    private static final class TextBuilder {

        private final StringBuilder text = new StringBuilder();
        private final List<Passage> passages = new ArrayList<>();

        void add(Passage.Kind kind, String words, int level, int page) {
            add(kind, words, level, page, List.of(), List.of());
        }

        void row(List<String> columns, List<String> cells, int page) {
            int at = text.length();
            var spans = new ArrayList<Span>();
            for (String cell : cells) {
                spans.add(new Span(at, at + cell.length()));
                at += cell.length() + 1;
            }
            add(Passage.Kind.TABLE_ROW, String.join("\t", cells), 0, page, spans, columns);
        }

        private void add(Passage.Kind kind, String words, int level, int page, List<Span> cells, List<String> columns) {
            int ordinal = passages.size();
            passages.add(new Passage(
                    new PassageId("p-%010x".formatted(ordinal + 1)),
                    kind,
                    new Span(text.length(), text.length() + words.length()),
                    words,
                    ordinal,
                    List.of(),
                    level,
                    page,
                    Language.NOB,
                    cells,
                    columns));
            text.append(words).append('\n');
        }

        DocumentText build() {
            return new DocumentText(text.toString(), TITLE, Language.NOB, Optional.empty(), 2, passages);
        }
    }
}
