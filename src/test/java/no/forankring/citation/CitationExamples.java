package no.forankring.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.document.DocumentText;
import no.forankring.document.Language;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.PartialDate;
import no.forankring.register.Register;
import org.junit.jupiter.params.provider.Arguments;

/// A small register and short ways to read a text with it.
final class CitationExamples {

    static final CitationRecognizer RECOGNIZER = new CitationRecognizer(register());

    private CitationExamples() {}

    /// What a text cites, written `id`, `id § 4-1`, `?type` for unresolved and `a|b` for ambiguous, in text order.
    static List<String> read(String text) {
        return outcomes(RECOGNIZER.recognize(document(text)));
    }

    static List<String> read(String text, int year) {
        return outcomes(RECOGNIZER.recognize(document(text, LocalDate.of(year, 5, 1))));
    }

    static List<String> outcomes(List<Resolution> resolutions) {
        return resolutions.stream().map(CitationExamples::outcome).toList();
    }

    static String outcome(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> target(resolved.target());
            case Resolution.Ambiguous ambiguous ->
                ambiguous.candidates().stream()
                        .map(candidate -> target(candidate.target()))
                        .sorted()
                        .collect(Collectors.joining("|"));
            case Resolution.Unresolved unresolved -> "?" + unresolved.type();
        };
    }

    private static String target(Target target) {
        String pinpoint = target.pinpoint().text();
        return pinpoint.isEmpty()
                ? target.document().value()
                : target.document().value() + " " + pinpoint;
    }

    static DocumentText document(String text) {
        return new DocumentText(text, "", Language.NOB, Optional.empty(), 0, List.of());
    }

    static DocumentText document(String text, LocalDate date) {
        return new DocumentText(text, "", Language.NOB, Optional.of(date), 0, List.of());
    }

    /// Lines `text => outcome; outcome`; nothing after the arrow means that the text cites nothing.
    static Stream<Arguments> table(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(line -> {
            String[] sides = line.split("=>", 2);
            List<String> outcomes = Stream.of(sides[1].split(";"))
                    .map(String::strip)
                    .filter(outcome -> !outcome.isEmpty())
                    .toList();
            return Arguments.of(sides[0].strip(), outcomes);
        });
    }

    /// Plain words and citations mixed, the same for the same seed.
    static String random(Random random) {
        String[] parts = {
            "helsepersonelloven § 4",
            "Meld. St. 15 (2017–2018)",
            "kommunen skal",
            "og",
            "ny rutine.",
            "hol. § 3-1",
            "Leve hele livet",
            "reformen",
            "loven § 5",
            "\n",
            "\n\n",
            "Stortingsmelding 24",
            "lindrende behandling",
            "NOU 2023: 4",
            "FOR-2016-10-28-1250",
            "«Vi – de pårørende»",
            "Demensplan 2025",
            "planen",
            "(",
            ")",
            "§§ 5–7",
            "lov 24. juni 2011 nr. 30",
            "møtet 3. mai 2022",
            "handlingsplan",
            "IS-2442",
            "forvaltningsloven",
            "§",
            "-",
            "tjeneste\u00ADloven",
            "e\u0301n",
            "plan- og bygningsloven kap. 11",
            "https://lovdata.no/lov/2011-06-24-29"
        };
        var text = new StringBuilder();
        int count = 5 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(8) == 0 ? "" : " ");
        }
        return text.toString();
    }

    static Register register() {
        var rows = new ArrayList<GoverningDocument>();
        rows.add(row(
                "lov-2011-06-24-30",
                DocumentType.LAW,
                "30",
                "2011",
                "Lov om kommunale helse- og omsorgstjenester m.m. (helse- og omsorgstjenesteloven)",
                "Helse- og omsorgstjenesteloven",
                "omsorgstjenesteloven|lov om kommunale helse- og omsorgstjenester",
                "hol.|hol",
                "",
                "2011-06-24",
                "2012-01-01",
                ""));
        rows.add(row(
                "lov-1999-07-02-64",
                DocumentType.LAW,
                "64",
                "1999",
                "Lov om helsepersonell m.v. (helsepersonelloven)",
                "Helsepersonelloven",
                "hpl.|hpl",
                "",
                "",
                "1999-07-02",
                "2001-01-01",
                ""));
        rows.add(row(
                "lov-1999-07-02-61",
                DocumentType.LAW,
                "61",
                "1999",
                "Lov om spesialisthelsetjenesten m.m. (spesialisthelsetjenesteloven)",
                "Spesialisthelsetjenesteloven",
                "sphl.|sphl",
                "",
                "",
                "1999-07-02",
                "2001-01-01",
                ""));
        rows.add(row(
                "lov-1999-07-02-63",
                DocumentType.LAW,
                "63",
                "1999",
                "Lov om pasient- og brukerrettigheter (pasient- og brukerrettighetsloven)",
                "Pasient- og brukerrettighetsloven",
                "pbrl.|pbrl|pasient- og brukarrettslova",
                "",
                "",
                "1999-07-02",
                "2001-01-01",
                ""));
        rows.add(row(
                "lov-2011-06-24-29",
                DocumentType.LAW,
                "29",
                "2011",
                "Lov om folkehelsearbeid (folkehelseloven)",
                "Folkehelseloven",
                "fhl.|fhl",
                "",
                "",
                "2011-06-24",
                "2012-01-01",
                ""));
        rows.add(row(
                "lov-2008-06-27-71",
                DocumentType.LAW,
                "71",
                "2008",
                "Lov om planlegging og byggesaksbehandling (plan- og bygningsloven)",
                "Plan- og bygningsloven",
                "pbl.|pbl",
                "",
                "",
                "2008-06-27",
                "2009-07-01",
                ""));
        rows.add(row(
                "lov-1967-02-10",
                DocumentType.LAW,
                "",
                "1967",
                "Lov om behandlingsmåten i forvaltningssaker (forvaltningsloven)",
                "Forvaltningsloven",
                "fvl.|fvl",
                "forvaltningslova|Forvaltningsloven",
                "",
                "1967-02-10",
                "1970-01-01",
                ""));
        rows.add(row(
                "lov-2025-06-20-81",
                DocumentType.LAW,
                "81",
                "2025",
                "Lov om saksbehandlingen i offentlig forvaltning (forvaltningsloven)",
                "Forvaltningsloven",
                "ny forvaltningslov",
                "forvaltningslova|Forvaltningsloven",
                "",
                "2025-06-20",
                "",
                ""));
        rows.add(row(
                "lov-2018-06-22-83",
                DocumentType.LAW,
                "83",
                "2018",
                "Lov om kommuner og fylkeskommuner (kommuneloven)",
                "Kommuneloven",
                "",
                "Kommuneloven",
                "",
                "2018-06-22",
                "2019-10-01",
                ""));
        rows.add(row(
                "lov-1992-09-25-107",
                DocumentType.LAW,
                "107",
                "1992",
                "Lov om kommuner og fylkeskommuner",
                "kommuneloven (1992)",
                "",
                "kommuneloven",
                "",
                "1992-09-25",
                "1993-01-01",
                "2019-09-30"));
        rows.add(row(
                "for-2016-10-28-1250",
                DocumentType.REGULATION,
                "1250",
                "2016",
                "Forskrift om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten",
                "Forskrift om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten",
                "ledelsesforskriften|forskrift om ledelse og kvalitetsforbedring",
                "kvalitetsforskriften",
                "",
                "2016-10-28",
                "2017-01-01",
                ""));
        rows.add(row(
                "for-2003-06-27-792",
                DocumentType.REGULATION,
                "792",
                "2003",
                "Forskrift om kvalitet i pleie- og omsorgstjenestene for tjenesteyting etter eldre lover",
                "Kvalitetsforskrift for pleie- og omsorgstjenestene",
                "",
                "kvalitetsforskriften",
                "",
                "2003-06-27",
                "2003-07-01",
                "2016-12-31"));
        rows.add(row(
                "for-2022-06-22-1110",
                DocumentType.REGULATION,
                "1110",
                "2022",
                "Forskrift om individuell plan ved ytelse av velferdstjenester",
                "Forskrift om individuell plan ved ytelse av velferdstjenester",
                "forskrift om individuell plan",
                "",
                "",
                "2022-06-22",
                "2022-08-01",
                ""));
        rows.add(row(
                "meldst-15-2017-2018",
                DocumentType.WHITE_PAPER,
                "15",
                "2017–2018",
                "Leve hele livet — En kvalitetsreform for eldre",
                "Leve hele livet",
                "Meld. St. 15 (2017–2018)",
                "Leve hele livet|kvalitetsreformen",
                "",
                "2018-05-04",
                "",
                ""));
        rows.add(row(
                "reform-leve-hele-livet",
                DocumentType.REFORM,
                "",
                "",
                "Leve hele livet (kvalitetsreform for eldre)",
                "Leve hele livet",
                "",
                "Leve hele livet|kvalitetsreformen",
                "",
                "2019",
                "",
                ""));
        rows.add(row(
                "meldst-24-2019-2020",
                DocumentType.WHITE_PAPER,
                "24",
                "2019–2020",
                "Lindrende behandling og omsorg — Vi skal alle dø en dag. Men alle andre dager skal vi leve",
                "Lindrende behandling og omsorg",
                "palliasjonsmeldingen",
                "",
                "",
                "2020-05-08",
                "",
                ""));
        rows.add(row(
                "meldst-24-2022-2023",
                DocumentType.WHITE_PAPER,
                "24",
                "2022–2023",
                "Fellesskap og meistring — Bu trygt heime",
                "Bo trygt hjemme-meldingen",
                "",
                "Bo trygt hjemme",
                "",
                "2023-06-16",
                "",
                ""));
        rows.add(row(
                "reform-bo-trygt-hjemme",
                DocumentType.REFORM,
                "",
                "",
                "Bo trygt hjemme-reformen",
                "Bo trygt hjemme",
                "",
                "Bo trygt hjemme",
                "",
                "2024",
                "",
                ""));
        rows.add(row(
                "meldst-29-2012-2013",
                DocumentType.WHITE_PAPER,
                "29",
                "2012–2013",
                "Morgendagens omsorg",
                "Morgendagens omsorg",
                "",
                "",
                "",
                "2013-04-19",
                "",
                ""));
        rows.add(row(
                "meldst-26-2014-2015",
                DocumentType.WHITE_PAPER,
                "26",
                "2014–2015",
                "Fremtidens primærhelsetjeneste – nærhet og helhet",
                "primærhelsemeldingen",
                "",
                "",
                "",
                "2015-05-07",
                "",
                ""));
        rows.add(row(
                "meldst-6-2019-2020",
                DocumentType.WHITE_PAPER,
                "6",
                "2019–2020",
                "Tett på – tidlig innsats og inkluderende fellesskap i barnehage, skole og SFO",
                "Tett på",
                "",
                "Tett på",
                "",
                "2019-11-08",
                "",
                ""));
        rows.add(row(
                "meldst-19-2018-2019",
                DocumentType.WHITE_PAPER,
                "19",
                "2018–2019",
                "Folkehelsemeldinga — Gode liv i eit trygt samfunn",
                "Folkehelsemeldinga (2019)",
                "Gode liv i eit trygt samfunn",
                "folkehelsemeldingen",
                "",
                "2019-04-05",
                "",
                ""));
        rows.add(row(
                "meldst-15-2022-2023",
                DocumentType.WHITE_PAPER,
                "15",
                "2022–2023",
                "Folkehelsemeldinga — Nasjonal strategi for utjamning av sosiale helseforskjellar",
                "Folkehelsemeldinga (2023)",
                "",
                "folkehelsemeldingen",
                "",
                "2023-03-31",
                "",
                ""));
        rows.add(row(
                "stmeld-47-2008-2009",
                DocumentType.WHITE_PAPER_OLD,
                "47",
                "2008–2009",
                "Samhandlingsreformen — Rett behandling – på rett sted – til rett tid",
                "Samhandlingsreformen",
                "",
                "Samhandlingsreformen",
                "",
                "2009-06-19",
                "",
                ""));
        rows.add(row(
                "reform-samhandlingsreformen",
                DocumentType.REFORM,
                "",
                "",
                "Samhandlingsreformen",
                "Samhandlingsreformen",
                "",
                "Samhandlingsreformen",
                "",
                "2012",
                "",
                ""));
        rows.add(row(
                "meldst-23-2022-2023",
                DocumentType.WHITE_PAPER,
                "23",
                "2022–2023",
                "Opptrappingsplan for psykisk helse (2023–2033)",
                "Opptrappingsplanen for psykisk helse",
                "",
                "opptrappingsplanen",
                "",
                "2023-06-09",
                "",
                ""));
        rows.add(row(
                "nou-2023-4",
                DocumentType.OFFICIAL_REPORT,
                "4",
                "2023",
                "Tid for handling — Personellet i en bærekraftig helse- og omsorgstjeneste",
                "Helsepersonellkommisjonen",
                "NOU 2023: 4",
                "Tid for handling",
                "",
                "2023-02-02",
                "",
                ""));
        rows.add(row(
                "prop-91-l-2010-2011",
                DocumentType.PROPOSITION,
                "91 L",
                "2010–2011",
                "Lov om kommunale helse- og omsorgstjenester m.m. (helse- og omsorgstjenesteloven)",
                "Prop. om helse- og omsorgstjenesteloven",
                "Prop. 91 L (2010–2011)",
                "",
                "",
                "2011-04-08",
                "",
                ""));
        rows.add(row(
                "otprp-13-1998-1999",
                DocumentType.PROPOSITION_OLD,
                "13",
                "1998–1999",
                "Om lov om helsepersonell m.v. (helsepersonelloven)",
                "Ot.prp. om helsepersonelloven",
                "Ot.prp. nr. 13 (1998–1999)",
                "",
                "",
                "1998-11-13",
                "",
                ""));
        rows.add(row(
                "plan-demensplan-2025",
                DocumentType.PLAN,
                "",
                "2020",
                "Demensplan 2025",
                "Demensplan 2025",
                "",
                "demensplanen",
                "Demensplan 2020–2025",
                "2020-12-02",
                "2021",
                "2025"));
        rows.add(row(
                "plan-demensplan-2020",
                DocumentType.PLAN,
                "",
                "2015",
                "Demensplan 2020 — Et mer demensvennlig samfunn",
                "Demensplan 2020",
                "",
                "",
                "",
                "2015-12-09",
                "2016",
                "2020"));
        rows.add(row(
                "plan-kompetanseloft-2025",
                DocumentType.PLAN,
                "",
                "2020",
                "Kompetanseløft 2025",
                "Kompetanseløft 2025",
                "",
                "Kompetanseplan",
                "",
                "2020",
                "2021",
                "2025"));
        rows.add(row(
                "strategi-vi-de-parorende",
                DocumentType.STRATEGY,
                "",
                "2020",
                "Vi – de pårørende — Regjeringens pårørendestrategi og handlingsplan",
                "Pårørendestrategien",
                "Vi – de pårørende",
                "",
                "",
                "2020-12-11",
                "2021",
                "2025"));
        rows.add(row(
                "retningslinje-underernaering",
                DocumentType.GUIDELINE,
                "",
                "",
                "Forebygging og behandling av underernæring",
                "Retningslinje underernæring",
                "Nasjonal faglig retningslinje for forebygging og behandling av underernæring",
                "",
                "",
                "2022",
                "",
                ""));
        rows.add(row(
                "retningslinje-diabetes",
                DocumentType.GUIDELINE,
                "",
                "",
                "Diabetes",
                "Retningslinje diabetes",
                "",
                "",
                "",
                "2016",
                "",
                ""));
        rows.add(row(
                "veileder-utviklingshemming",
                DocumentType.GUIDANCE,
                "",
                "",
                "Gode helse- og omsorgstjenester til personer med utviklingshemming",
                "Veileder utviklingshemming",
                "kvalitet i tjenester til personer med utviklingshemming",
                "",
                "",
                "2021",
                "",
                ""));
        rows.add(row(
                "veileder-store-og-sammensatte-behov",
                DocumentType.GUIDANCE,
                "",
                "",
                "Oppfølging av personer med store og sammensatte behov",
                "Veileder store og sammensatte behov",
                "",
                "",
                "",
                "2017",
                "",
                ""));
        rows.add(row(
                "veileder-saksbehandling",
                DocumentType.GUIDANCE,
                "",
                "",
                "Veileder for saksbehandling",
                "Saksbehandlingsveilederen",
                "IS-2442",
                "",
                "",
                "2016",
                "",
                ""));
        rows.add(row(
                "rundskriv-h-8-18",
                DocumentType.CIRCULAR,
                "H-8/18",
                "2018",
                "Digitaliseringsrundskrivet",
                "Digitaliseringsrundskrivet",
                "H-8/18",
                "",
                "",
                "2018",
                "",
                ""));
        rows.add(row(
                "standard-trygghet-sykehjem",
                DocumentType.STANDARD,
                "",
                "",
                "Trygghetsstandard i sykehjem",
                "Trygghetsstandarden",
                "Trygghetsstandard",
                "",
                "",
                "2020",
                "",
                ""));
        rows.add(row(
                "eu-2016-679",
                DocumentType.EU_ACT,
                "679",
                "2016",
                "Europaparlaments- og rådsforordning (EU) 2016/679 (generell personvernforordning)",
                "Personvernforordningen",
                "GDPR",
                "",
                "",
                "2016-04-27",
                "",
                ""));
        return new Register(rows);
    }

    static GoverningDocument row(
            String id,
            DocumentType type,
            String number,
            String session,
            String title,
            String shortTitle,
            String aliases,
            String ambiguous,
            String erroneous,
            String date,
            String from,
            String to) {
        return new GoverningDocument(
                new GoverningDocumentId(id),
                type,
                number,
                session,
                title,
                "nob",
                shortTitle,
                split(aliases),
                split(ambiguous),
                split(erroneous),
                "",
                date(date),
                date(from),
                date(to),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                GoverningDocument.Certainty.VERIFIED,
                Set.of());
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|"));
    }

    private static Optional<PartialDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new PartialDate(text));
    }
}
