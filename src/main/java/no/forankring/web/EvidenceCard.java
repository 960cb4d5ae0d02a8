package no.forankring.web;

import no.forankring.trace.EvidenceView;

/// The sentence that proves something, with the proving words marked, and where it stands.
///
/// @param before shortened where the passage is long
/// @param href empty where no document says it
/// @param place as in «s. 2 · Forankring»; empty when neither page nor section is known
record EvidenceCard(
        String before,
        String quote,
        String after,
        String documentTitle,
        String href,
        String place,
        String reason,
        String provision) {

    private static final int CONTEXT = 220;
    private static final String SECTIONS = " › ";

    static EvidenceCard of(EvidenceView evidence, Words words) {
        String page = evidence.page() > 0 ? words.of("evidence.page", Integer.toString(evidence.page())) : "";
        String section = withoutTitle(evidence.section(), evidence.documentTitle());
        String separator = page.isEmpty() || section.isEmpty() ? "" : " · ";
        return new EvidenceCard(
                words.shown(endOf(evidence.before())),
                words.shown(evidence.quote()),
                words.shown(beginningOf(evidence.after())),
                words.shown(evidence.documentTitle()),
                evidence.document().isEmpty() ? "" : Paths.passage(evidence.document(), evidence.passage()),
                page + separator + words.shown(section),
                evidence.reason(),
                evidence.provision());
    }

    /// The title of the document stands before the place already.
    private static String withoutTitle(String section, String title) {
        if (section.equals(title)) {
            return "";
        }
        String above = title + SECTIONS;
        return section.startsWith(above) ? section.substring(above.length()) : section;
    }

    private static String endOf(String text) {
        if (text.length() <= CONTEXT) {
            return text;
        }
        int space = text.indexOf(' ', text.length() - CONTEXT);
        return "… " + text.substring(space < 0 ? whole(text, text.length() - CONTEXT) : space + 1);
    }

    private static String beginningOf(String text) {
        if (text.length() <= CONTEXT) {
            return text;
        }
        int space = text.lastIndexOf(' ', CONTEXT);
        return text.substring(0, space <= 0 ? whole(text, CONTEXT) : space) + " …";
    }

    /// Never between the two halves of a character.
    private static int whole(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index + 1 : index;
    }
}
