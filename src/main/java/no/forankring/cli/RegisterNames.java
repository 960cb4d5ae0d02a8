package no.forankring.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.register.GoverningDocument;
import no.forankring.register.Register;
import no.forankring.search.KnownNames;

/// The register's names as the search takes them.
final class RegisterNames {

    /// Shorter ambiguous names are abbreviations and everyday words.
    private static final int LONG_ENOUGH = 12;

    private static final int LONGEST_ABBREVIATION = 8;

    private static final Map<String, String> SERIES = Map.of(
            "meldst-(\\d+)-(\\d{4})-(\\d{4})", "Meld. St. $1 ($2–$3)",
            "stmeld-(\\d+)-(\\d{4})-(\\d{4})", "St.meld. nr. $1 ($2–$3)",
            "prop-(\\d+)-(ls|l|s)-(\\d{4})-(\\d{4})", "Prop. $1 $2 ($3–$4)",
            "otprp-(\\d+)-(\\d{4})-(\\d{4})", "Ot.prp. nr. $1 ($2–$3)",
            "innst-(\\d+)-(s|l)-(\\d{4})-(\\d{4})", "Innst. $1 $2 ($3–$4)",
            "nou-(\\d{4})-(\\d+)", "NOU $1: $2",
            "hdir-is-(\\d+)", "IS-$1");

    private RegisterNames() {}

    static KnownNames of(Register register) {
        return new KnownNames(Stream.concat(register.all().stream(), register.acts().stream())
                .map(RegisterNames::of)
                .toList());
    }

    private static KnownNames.Thing of(GoverningDocument document) {
        var names = new LinkedHashSet<String>();
        var abbreviations = new ArrayList<String>();
        var ambiguous = List.copyOf(document.ambiguousAliases());
        Stream.of(List.of(document.shortTitle()), document.aliases(), List.of(document.title(), document.label()))
                .flatMap(List::stream)
                .flatMap(RegisterNames::readings)
                .filter(name -> !ambiguous.contains(name))
                .forEach(names::add);
        number(document.id().value()).ifPresent(names::add);
        for (String name : ambiguous) {
            if (name.length() >= LONG_ENOUGH) {
                names.add(name);
            } else if (name.length() <= LONGEST_ABBREVIATION && name.indexOf(' ') < 0) {
                abbreviations.add(name);
            }
        }
        return new KnownNames.Thing(
                document.id().value(), List.copyOf(names), document.erroneousAliases(), abbreviations);
    }

    /// What a numbered document is cited by: `meldst-15-2017-2018` as `Meld. St. 15 (2017–2018)`, `nou-2016-18` as
    /// `NOU 2016: 18`, `lov-2011-06-24-30` as itself.
    private static Optional<String> number(String id) {
        if (id.matches("(lov|for)-\\d{4}-.*")) {
            return Optional.of(id);
        }
        for (Map.Entry<String, String> series : SERIES.entrySet()) {
            var parts = Pattern.compile(series.getKey()).matcher(id);
            if (parts.matches()) {
                return Optional.of(parts.replaceFirst(series.getValue()));
            }
        }
        return Optional.empty();
    }

    /// `Lov om helsepersonell m.v. (helsepersonelloven)` is both the one and the other; of `Vi – de pårørende —
    /// Regjeringens pårørendestrategi` people write the first half.
    private static Stream<String> readings(String name) {
        String main = name.replaceFirst(" — .*", "");
        String bare = main.replaceAll("\\s*[(\\[][^)\\]]*[)\\]]\\s*$", "").replaceFirst("( m\\.[mv]\\.?)+$", "");
        var parts = new ArrayList<String>(List.of(main, bare));
        var bracket = Pattern.compile("[(\\[]([^)\\]]{6,})[)\\]]\\s*$").matcher(main);
        if (bracket.find() && bracket.group(1).matches("\\p{L}[\\p{L} -]*(loven|lova|forskriften|forskrifta)")) {
            parts.add(bracket.group(1));
        }
        return parts.stream().map(String::strip).filter(part -> part.length() > 1);
    }
}
