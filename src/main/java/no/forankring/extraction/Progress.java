package no.forankring.extraction;

import java.util.List;
import java.util.stream.Stream;

/// How far something planned has come, as `fa:progress` names it.
public enum Progress {
    CARRIED_OUT("carriedOut"),
    ONGOING("ongoing"),
    PLANNED("planned"),
    POSTPONED("postponed"),
    CANCELLED("cancelled");

    private final String code;

    Progress(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// All, with these first.
    static List<Progress> allWith(List<Progress> first) {
        return Stream.concat(first.stream(), Stream.of(values())).distinct().toList();
    }
}
