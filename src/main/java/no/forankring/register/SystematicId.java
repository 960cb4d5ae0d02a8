package no.forankring.register;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the id of a numbered document says: `meldst-15-2017-2018` is number 15 of the white papers of 2017–2018.
///
/// @param number as the register writes it: `15`, `91 L`, `2016/679`, `IS-2076`; empty for old laws without one
/// @param session the Storting's session with an en dash, else the year; empty where the id does not tell
/// @param date of a law or regulation, `2011-06-24`; empty for others
public record SystematicId(DocumentType type, String number, String session, String date) {

    // lov-2011-06-24-30, lov-1967-02-10, for-2016-10-28-1250
    private static final Pattern DATED = Pattern.compile("(lov|for)-((\\d{4})-\\d\\d-\\d\\d)(?:-(\\d+))?");
    // meldst-15-2017-2018, stmeld-50-1996-97, prop-91-l-2010-2011, innst-206-s-2017-2018, dok-8-111-s-2018-2019
    private static final Pattern PARLIAMENT = Pattern.compile(
            "(meldst|stmeld|prop|otprp|stprp|innst|lovvedtak|dok)-([a-z0-9]+(?:-[a-z0-9]+)??(?:-(?:l|s|ls))?)"
                    + "-((?:18|19|20)\\d\\d)-(\\d{4}|\\d\\d)");
    // nou-2023-4
    private static final Pattern OFFICIAL_REPORT = Pattern.compile("nou-(\\d{4})-(\\d+)");
    // eu-2016-679
    private static final Pattern EU = Pattern.compile("eu-(\\d{4})-(\\d+)");
    // hdir-is-2076, hdir-is-9-2012
    private static final Pattern DIRECTORATE = Pattern.compile("hdir-is-(\\d+)(?:-(\\d{4}))?");

    // 2017–2018, 1998-99, 2001/2002
    private static final Pattern SESSION =
            Pattern.compile("(\\d{4})\\s*[-\\u2010\\u2011\\u2013\\u2014/]\\s*(\\d{4}|\\d\\d)");

    /// Empty when the id is a slug, as in `plan-demensplan-2025`.
    public static Optional<SystematicId> parse(GoverningDocumentId id) {
        Matcher dated = DATED.matcher(id.value());
        if (dated.matches()) {
            return Optional.of(new SystematicId(
                    dated.group(1).equals("lov") ? DocumentType.LAW : DocumentType.REGULATION,
                    dated.group(4) == null ? "" : dated.group(4),
                    dated.group(3),
                    dated.group(2)));
        }
        Matcher parliament = PARLIAMENT.matcher(id.value());
        if (parliament.matches() && isNextYear(parliament.group(3), parliament.group(4))) {
            return DocumentType.ofCode(parliament.group(1))
                    .map(type -> new SystematicId(
                            type,
                            parliament.group(2).replace('-', ' ').toUpperCase(Locale.ROOT),
                            parliament.group(3) + "–" + parliament.group(4),
                            ""));
        }
        Matcher report = OFFICIAL_REPORT.matcher(id.value());
        if (report.matches()) {
            return Optional.of(new SystematicId(DocumentType.OFFICIAL_REPORT, report.group(2), report.group(1), ""));
        }
        Matcher eu = EU.matcher(id.value());
        if (eu.matches()) {
            return Optional.of(new SystematicId(DocumentType.EU_ACT, eu.group(1) + "/" + eu.group(2), eu.group(1), ""));
        }
        Matcher directorate = DIRECTORATE.matcher(id.value());
        if (directorate.matches()) {
            String year = directorate.group(2);
            return Optional.of(new SystematicId(
                    DocumentType.GUIDANCE,
                    "IS-" + directorate.group(1) + (year == null ? "" : "/" + year),
                    year == null ? "" : year,
                    ""));
        }
        return Optional.empty();
    }

    /// `1996–97`, `1996-97` and `1996-1997` as `1996–1997`; anything else as it is.
    public static String longSession(String session) {
        Matcher written = SESSION.matcher(session.strip());
        if (!written.matches()) {
            return session.strip();
        }
        String from = written.group(1);
        String to = written.group(2);
        if (to.length() == 4) {
            return from + "–" + to;
        }
        // 1999–00 ends in the next century.
        int end = Integer.parseInt(from.substring(0, 2) + to);
        return from + "–" + (end < Integer.parseInt(from) ? end + 100 : end);
    }

    private static boolean isNextYear(String from, String to) {
        int next = Integer.parseInt(from) + 1;
        return longSession(from + "–" + to).endsWith(Integer.toString(next));
    }

    /// A name for a document of which only the id is known: `Meld. St. 15 (2017–2018)`, `Lov 24. juni 2011 nr. 30`.
    public String label() {
        return switch (type) {
            case LAW, AMENDING_LAW, REGULATION ->
                (type == DocumentType.REGULATION ? "Forskrift " : "Lov ")
                        + writtenDate()
                        + (number.isEmpty() ? "" : " nr. " + number);
            case WHITE_PAPER -> "Meld. St. " + number + inSession();
            case WHITE_PAPER_OLD -> "St.meld. nr. " + number + inSession();
            case PROPOSITION -> "Prop. " + number + inSession();
            case PROPOSITION_OLD -> "Ot.prp. nr. " + number + inSession();
            case BUDGET_PROPOSITION_OLD -> "St.prp. nr. " + number + inSession();
            case RECOMMENDATION -> "Innst. " + number + inSession();
            case LEGISLATIVE_DECISION -> "Lovvedtak " + number + inSession();
            case PARLIAMENT_DOCUMENT -> "Dokument " + number.replaceFirst(" (\\d)", ":$1") + inSession();
            case OFFICIAL_REPORT -> "NOU " + session + ": " + number;
            case EU_ACT -> "(EU) " + number;
            default -> number;
        };
    }

    private String inSession() {
        return " (" + session + ")";
    }

    private String writtenDate() {
        String[] months = {
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember"
        };
        String[] parts = date.split("-", -1);
        int month = Integer.parseInt(parts[1]);
        String name = month >= 1 && month <= months.length ? months[month - 1] : parts[1];
        return Integer.parseInt(parts[2]) + ". " + name + " " + parts[0];
    }
}
