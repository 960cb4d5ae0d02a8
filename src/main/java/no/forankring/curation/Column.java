package no.forankring.curation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The columns of an activity plan, as advisers head them.
enum Column {
    NAME("Navn", "Hva det heter. Må fylles ut.", List.of("tittel", "aktivitet", "tiltak")),
    TYPE("Type", "Hva slags ting raden er. Tom rute betyr aktivitet.", List.of("slag", "aktivitetstype")),
    YEAR("År", "Fire sifre. Tom rute: året i datoen.", List.of("aar")),
    DATE("Dato", "12.03.2026, 12.–13. mars 2026 eller 12.03.2026 – 14.03.2026.", List.of("når", "tidspunkt", "tid")),
    PROGRESS("Status", "Hvor langt det er kommet.", List.of("framdrift", "fremdrift")),
    OWNER("Ansvarlig", "Virksomheten som arrangerer. Flere skilles med semikolon.", List.of("arrangør", "eier")),
    NETWORK("Nettverk", "Nettverket eller prosjektet det er del av.", List.of("del av", "prosjekt")),
    GOVERNING(
            "Styrende dokumenter",
            "Det er forankret i, som «Meld. St. 15 (2017–2018)» eller «helse- og omsorgstjenesteloven § 3-1». "
                    + "Flere skilles med semikolon.",
            List.of("forankring", "forankret i", "styrende dokument", "styringsdokument", "styringsdokumenter")),
    GOAL("Mål", "Målet det skal bidra til. Flere skilles med semikolon.", List.of("mål for aktiviteten", "delmål")),
    TARGET_GROUP("Målgruppe", "Hvem det er for. Flere skilles med semikolon.", List.of("målgrupper")),
    PARTICIPANTS("Deltakere", "Antall, i sifre.", List.of("antall deltakere", "deltagere")),
    MUNICIPALITIES("Kommuner", "Antall i sifre, eller navnene skilt med komma.", List.of("kommune", "antall kommuner")),
    GATHERINGS("Samlinger", "Antall, i sifre.", List.of("antall samlinger")),
    NOTE(
            "Kilde/merknad",
            "Hvor opplysningen er fra. Blir stående som begrunnelse.",
            List.of("kilde", "merknad", "kommentar"));

    private final String heading;
    private final String help;
    private final List<String> others;

    Column(String heading, String help, List<String> others) {
        this.heading = heading;
        this.help = help;
        this.others = others;
    }

    String heading() {
        return heading;
    }

    String help() {
        return help;
    }

    static Optional<Column> of(String heading) {
        String key = heading.strip()
                .replaceAll("[\\s\\u00A0]+", " ")
                .replaceAll("[*:]+$", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.heading.toLowerCase(Locale.ROOT).equals(key) || column.others.contains(key))
                .findFirst();
    }
}
