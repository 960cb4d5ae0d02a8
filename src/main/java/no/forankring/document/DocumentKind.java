package no.forankring.document;

import java.util.List;
import java.util.Locale;

/// What kind of document a text says that it is: by its title, else by its file name.
public enum DocumentKind {
    MANDATE("mandat", List.of("mandat")),
    ANNUAL_REPORT("årsrapport", List.of("årsrapport", "årsmelding", "årsrapporten", "arsrapport")),
    ACTIVITY_PLAN("aktivitetsplan", List.of("aktivitetsplan", "handlingsplan", "tiltaksplan", "årshjul")),
    STRATEGY("strategi", List.of("strategi", "strategien")),
    EVALUATION("evaluering", List.of("evaluering", "evalueringsrapport", "evalueringa")),
    MINUTES("referat", List.of("referat", "møtereferat", "møteprotokoll", "protokoll")),
    PROGRAM("program", List.of("program", "programmet", "læringsnettverk")),
    LAW("lov", List.of("lov", "endringslov")),
    REGULATION("forskrift", List.of("forskrift")),
    OTHER("annet", List.of());

    private final String code;
    private final List<String> cues;

    DocumentKind(String code, List<String> cues) {
        this.code = code;
        this.cues = cues;
    }

    /// The word that facets and the graph carry, in bokmål.
    public String code() {
        return code;
    }

    /// The first kind whose cue begins a word of the title, else of the file name; [#OTHER] when none does.
    public static DocumentKind of(String title, String fileName) {
        DocumentKind byTitle = byWords(title);
        return byTitle != OTHER ? byTitle : byWords(fileName);
    }

    private static DocumentKind byWords(String words) {
        for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            for (DocumentKind kind : values()) {
                for (String cue : kind.cues) {
                    if (word.equals(cue)) {
                        return kind;
                    }
                }
            }
        }
        return OTHER;
    }
}
