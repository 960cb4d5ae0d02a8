package no.forankring.register;

import java.util.Map;
import java.util.Optional;

/// How a governing document is cited in full, as one writes it in a mandate or a list of references.
///
/// - a law: `Lov 24. juni 2011 nr. 30 om kommunale helse- og omsorgstjenester m.m. (helse- og omsorgstjenesteloven)`;
/// - a paper of the Storting: `Meld. St. 15 (2017–2018) Leve hele livet – …`, before autumn 2009 `St.meld. nr. 47
/// (2008–2009) Samhandlingsreformen`;
/// - an official report: `NOU 2023: 4 Tid for handling`;
/// - a named plan: `Demensplan 2025 (Helse- og omsorgsdepartementet, 2020)`.
///
/// In the language of the document's title: what a document is called is not translated.
public final class ReferenceText {

    /// The register's short forms that have meant one ministry only.
    private static final Map<String, String> ISSUERS = Map.ofEntries(
            Map.entry("AID", "Arbeids- og inkluderingsdepartementet"),
            Map.entry("ASD", "Arbeids- og sosialdepartementet"),
            Map.entry("BFD", "Barne- og familiedepartementet"),
            Map.entry("DFD", "Digitaliserings- og forvaltningsdepartementet"),
            Map.entry("FHI", "Folkehelseinstituttet"),
            Map.entry("FIN", "Finansdepartementet"),
            Map.entry("FN", "De forente nasjoner"),
            Map.entry("HOD", "Helse- og omsorgsdepartementet"),
            Map.entry("KD", "Kunnskapsdepartementet"),
            Map.entry("KDD", "Kommunal- og distriktsdepartementet"),
            Map.entry("KMD", "Kommunal- og moderniseringsdepartementet"),
            Map.entry("KRD", "Kommunal- og regionaldepartementet"),
            Map.entry("NFD", "Nærings- og fiskeridepartementet"),
            Map.entry("NHD", "Nærings- og handelsdepartementet"),
            Map.entry("SHD", "Sosial- og helsedepartementet"),
            Map.entry("SMK", "Statsministerens kontor"));

    private ReferenceText() {}

    /// The whole reference; the title alone where the register knows no more.
    public static String of(GoverningDocument document) {
        String title = document.title().replace(" — ", " – ").strip();
        return switch (document.type()) {
            case LAW, AMENDING_LAW, REGULATION -> act(document, title);
            case WHITE_PAPER,
                    WHITE_PAPER_OLD,
                    PROPOSITION,
                    PROPOSITION_OLD,
                    BUDGET_PROPOSITION_OLD,
                    RECOMMENDATION,
                    LEGISLATIVE_DECISION,
                    PARLIAMENT_DOCUMENT,
                    OFFICIAL_REPORT,
                    CIRCULAR -> {
                String number = number(document);
                yield number.isEmpty() || title.startsWith(number) ? title : (number + " " + title).strip();
            }
            case LOCAL_KIND, GROUP, EU_ACT -> title;
            default -> named(document, title);
        };
    }

    /// What stands before the title: `Meld. St. 15 (2017–2018)`, `NOU 2023: 4`, `nr. 30`; empty without a number.
    public static String number(GoverningDocument document) {
        String number = document.number();
        if (number.isEmpty()) {
            return "";
        }
        return switch (document.type()) {
            case LAW, AMENDING_LAW, REGULATION -> "nr. " + number;
            case CIRCULAR -> number.startsWith("Rundskriv") ? number : "Rundskriv " + number;
            case WHITE_PAPER,
                    WHITE_PAPER_OLD,
                    PROPOSITION,
                    PROPOSITION_OLD,
                    BUDGET_PROPOSITION_OLD,
                    RECOMMENDATION,
                    LEGISLATIVE_DECISION,
                    PARLIAMENT_DOCUMENT,
                    OFFICIAL_REPORT -> systematic(document, "").label();
            default -> number + (document.session().isEmpty() ? "" : " (" + document.session() + ")");
        };
    }

    private static SystematicId systematic(GoverningDocument document, String date) {
        return new SystematicId(document.type(), document.number(), document.session(), date);
    }

    private static String act(GoverningDocument document, String title) {
        Optional<String> day = document.date().map(PartialDate::text).filter(text -> text.length() == 10);
        int about = title.indexOf(" om ");
        if (day.isEmpty() || about < 0) {
            return title;
        }
        String label = systematic(document, day.get()).label();
        return label.startsWith(title.substring(0, about + 1))
                        && !title.substring(0, about).contains(" ")
                ? label + title.substring(about)
                : title;
    }

    private static String named(GoverningDocument document, String title) {
        String first = document.issuer().replaceFirst(" m\\.fl\\.$", "");
        String issuer = ISSUERS.getOrDefault(first, first) + document.issuer().substring(first.length());
        String year = document.date()
                .map(date -> String.valueOf(date.year()))
                .orElseGet(() -> document.session().matches("\\d{4}") ? document.session() : "");
        if (issuer.isEmpty() && year.isEmpty()) {
            return title;
        }
        String between = issuer.isEmpty() || year.isEmpty() ? "" : ", ";
        return title + " (" + issuer + between + year + ")";
    }
}
