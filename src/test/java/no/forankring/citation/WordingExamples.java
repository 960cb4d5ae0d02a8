package no.forankring.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Language;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import org.junit.jupiter.params.provider.Arguments;

/// The small register of [CitationExamples] with conventions, goals, acts that replace each other and names that are
/// ordinary words; and short ways to read a text with it.
final class WordingExamples {

    static final CitationRecognizer RECOGNIZER = new CitationRecognizer(register());

    private WordingExamples() {}

    /// As [CitationExamples#read(String)]: `id § 4-1`, `?type`, `a|b`.
    static List<String> read(String text) {
        return CitationExamples.outcomes(RECOGNIZER.recognize(CitationExamples.document(text)));
    }

    static List<String> read(String text, int year) {
        return CitationExamples.outcomes(
                RECOGNIZER.recognize(CitationExamples.document(text, LocalDate.of(year, 5, 1))));
    }

    /// The text as a document with this title.
    static List<String> read(String title, String text) {
        return CitationExamples.outcomes(
                RECOGNIZER.recognize(new DocumentText(text, title, Language.NOB, Optional.empty(), 0, List.of())));
    }

    /// The text cut into passages, so that its lists are known.
    static List<Resolution> passages(String text) {
        return RECOGNIZER.recognize(Documents.plainText(text));
    }

    /// The words of the mentions, without regard to what they mean.
    static List<String> mentions(String text) {
        return RECOGNIZER.recognize(CitationExamples.document(text)).stream()
                .map(resolution -> resolution.mention().text())
                .toList();
    }

    /// As [CitationExamples#table], where `\n` in a text is a new line.
    static Stream<Arguments> table(String lines) {
        return CitationExamples.table(lines)
                .map(row -> Arguments.of(row.get()[0].toString().replace("\\n", "\n"), row.get()[1]));
    }

    private static Register register() {
        var rows = new ArrayList<GoverningDocument>(CitationExamples.register().all());
        rows.add(row(
                "fn-agenda-2030",
                DocumentType.UN,
                "",
                "2015",
                "Transforming our world: the 2030 Agenda for Sustainable Development",
                "FNs bærekraftsmål",
                "bærekraftsmålene|berekraftsmåla|Agenda 2030",
                "",
                "2015-09-25"));
        rows.add(row(
                "fn-barnekonvensjonen",
                DocumentType.UN,
                "",
                "1989",
                "Convention on the Rights of the Child",
                "Barnekonvensjonen",
                "FNs barnekonvensjon",
                "",
                "1989-11-20"));
        rows.add(row(
                "fn-crpd",
                DocumentType.UN,
                "",
                "2006",
                "Convention on the Rights of Persons with Disabilities",
                "CRPD",
                "CRPD-konvensjonen",
                "",
                "2006-12-13"));
        rows.add(row(
                "standard-normen",
                DocumentType.STANDARD,
                "",
                "",
                "Normen — Norm for informasjonssikkerhet og personvern i helse- og omsorgssektoren",
                "Normen",
                "Norm for informasjonssikkerhet og personvern i helse- og omsorgssektoren",
                "Normen",
                "2006"));
        rows.add(row(
                "meldst-45-2012-2013",
                DocumentType.WHITE_PAPER,
                "45",
                "2012–2013",
                "Frihet og likeverd — Om mennesker med utviklingshemming",
                "Frihet og likeverd",
                "",
                "",
                "2013-06-14"));
        rows.add(row(
                "innst-581-l-2020-2021",
                DocumentType.RECOMMENDATION,
                "581 L",
                "2020–2021",
                "Innstilling om barnevernsloven",
                "Innst. 581 L (2020–2021)",
                "",
                "",
                "2021-06-01"));
        rows.add(replacing(
                row(
                        "lov-1998-07-17-61",
                        DocumentType.LAW,
                        "61",
                        "1998",
                        "Lov om grunnskolen og den vidaregåande opplæringa (opplæringslova)",
                        "opplæringslova (1998)",
                        "",
                        "opplæringslova|opplæringsloven",
                        "1998-07-17"),
                "",
                "lov-2023-06-09-30"));
        rows.add(replacing(
                row(
                        "lov-2023-06-09-30",
                        DocumentType.LAW,
                        "30",
                        "2023",
                        "Lov om grunnskoleopplæringa og den vidaregåande opplæringa (opplæringslova)",
                        "Opplæringslova",
                        "",
                        "opplæringslova|opplæringsloven",
                        "2023-06-09"),
                "lov-1998-07-17-61",
                ""));
        return new Register(rows);
    }

    private static GoverningDocument row(
            String id,
            DocumentType type,
            String number,
            String session,
            String title,
            String shortTitle,
            String aliases,
            String ambiguous,
            String date) {
        String from = type == DocumentType.LAW ? Integer.parseInt(date.substring(0, 4)) + 1 + "-08-01" : "";
        String to = id.equals("lov-1998-07-17-61") ? "2024-07-31" : "";
        return CitationExamples.row(
                id, type, number, session, title, shortTitle, aliases, ambiguous, "", date, from, to);
    }

    private static GoverningDocument replacing(GoverningDocument row, String older, String younger) {
        return new GoverningDocument(
                row.id(),
                row.type(),
                row.number(),
                row.session(),
                row.title(),
                row.titleLanguage(),
                row.shortTitle(),
                row.aliases(),
                row.ambiguousAliases(),
                row.erroneousAliases(),
                row.issuer(),
                row.date(),
                row.inForceFrom(),
                row.inForceTo(),
                ids(younger),
                ids(older),
                row.followsUp(),
                row.officialAddress(),
                row.certainty(),
                row.checkedFields());
    }

    private static List<GoverningDocumentId> ids(String id) {
        return id.isEmpty() ? List.of() : List.of(new GoverningDocumentId(id));
    }
}
