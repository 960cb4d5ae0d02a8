package no.forankring.citation;

import no.forankring.document.DocumentKind;

/// Is the text itself a law or a regulation? There "loven" and a bare § speak of the text.
final class LegalText {

    private final Reading reading;
    private final Tokens tokens;

    private LegalText(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens;
    }

    static boolean is(Reading reading) {
        return new LegalText(reading).isLegalText();
    }

    private boolean isLegalText() {
        String title = reading.document.title();
        if (!title.isBlank()) {
            DocumentKind kind = DocumentKind.of(title, "");
            if ((kind == DocumentKind.LAW || kind == DocumentKind.REGULATION) && sectionHeadings() >= 2) {
                return true;
            }
        }
        return sectionHeadings() >= 3 && beginsAsAct();
    }

    private int sectionHeadings = -1;

    /// Lines that begin with a §.
    private int sectionHeadings() {
        if (sectionHeadings < 0) {
            int count = 0;
            for (Finding finding : reading.findings) {
                if (finding.kind == Finding.Kind.SECTION
                        && (tokens.gap(finding.from) & (Tokens.LINE | Tokens.BLANK | Tokens.BARRIER)) != 0) {
                    count++;
                }
            }
            sectionHeadings = count;
        }
        return sectionHeadings;
    }

    private boolean beginsAsAct() {
        int limit = Math.min(tokens.count(), 60);
        for (int i = 0; i < limit; i++) {
            boolean word = tokens.is(i, Cue.LAW) || tokens.is(i, Cue.REGULATION);
            if (word
                    && tokens.capital(i)
                    && tokens.beginsSentence(i) | i == 0
                    && (tokens.is(i + 1, Cue.OM) || tokens.is(i + 1, Cue.TIL) || tokens.is(i + 1, Cue.FOR))) {
                return true;
            }
        }
        return sectionHeadings() >= 5;
    }
}
