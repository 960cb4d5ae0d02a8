package no.forankring.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.register.GoverningDocumentId;

/// Names for governing documents that the register does not list, made from their systematic ids.
final class Labels {

    private static final Pattern DATED = Pattern.compile("(lov|for)-(\\d{4})-(\\d{2})-(\\d{2})(?:-(\\d+))?");
    private static final Pattern SESSION =
            Pattern.compile("(meldst|stmeld|otprp|stprp|prop|innst|lovvedtak|dok)-([0-9a-z-]+?)-(\\d{4})-(\\d{4})");
    private static final Pattern OFFICIAL_REPORT = Pattern.compile("nou-(\\d{4})-(\\d+)");
    private static final Pattern EU_ACT = Pattern.compile("eu-(\\d{4})-(\\d+)");

    private Labels() {}

    /// As in "Lov 20. mai 2005 nr. 28" for `lov-2005-05-20-28`; the id itself where it has no known shape.
    static String ofUnlisted(GoverningDocumentId id) {
        Matcher dated = DATED.matcher(id.value());
        if (dated.matches()) {
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
            int month = Integer.parseInt(dated.group(3));
            if (month >= 1 && month <= 12) {
                String kind = dated.group(1).equals("lov") ? "Lov" : "Forskrift";
                String number = dated.group(5) == null ? "" : " nr. " + dated.group(5);
                return "%s %d. %s %s%s"
                        .formatted(kind, Integer.parseInt(dated.group(4)), months[month - 1], dated.group(2), number);
            }
        }
        Matcher session = SESSION.matcher(id.value());
        if (session.matches()) {
            String number = session.group(2).replace('-', ' ').toUpperCase(java.util.Locale.ROOT);
            String years = session.group(3) + "–" + session.group(4);
            return switch (session.group(1)) {
                case "meldst" -> "Meld. St. %s (%s)".formatted(number, years);
                case "stmeld" -> "St.meld. nr. %s (%s)".formatted(number, years);
                case "otprp" -> "Ot.prp. nr. %s (%s)".formatted(number, years);
                case "stprp" -> "St.prp. nr. %s (%s)".formatted(number, years);
                case "prop" -> "Prop. %s (%s)".formatted(number, years);
                case "innst" -> "Innst. %s (%s)".formatted(number, years);
                case "lovvedtak" -> "Lovvedtak %s (%s)".formatted(number, years);
                default -> "Dokument %s (%s)".formatted(number.replace(' ', ':'), years);
            };
        }
        Matcher report = OFFICIAL_REPORT.matcher(id.value());
        if (report.matches()) {
            return "NOU %s: %s".formatted(report.group(1), report.group(2));
        }
        Matcher eu = EU_ACT.matcher(id.value());
        if (eu.matches()) {
            return "(EU) %s/%s".formatted(eu.group(1), eu.group(2));
        }
        return id.value();
    }
}
