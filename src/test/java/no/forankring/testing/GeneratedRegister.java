package no.forankring.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocument.Certainty;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.PartialDate;
import no.forankring.register.Register;

/// A real register with made rows beside it, to see what a large one costs. The names are made of Norwegian words in
/// the ways that names of laws, regulations, papers, strategies, plans and guidance are; none of the documents exists.
public final class GeneratedRegister {

    private static final List<String> FIRST = List.of(
            "skog",
            "hav",
            "fiske",
            "vann",
            "energi",
            "veg",
            "jernbane",
            "luftfarts",
            "arbeids",
            "barne",
            "skole",
            "kultur",
            "idretts",
            "friluft",
            "jordbruks",
            "reindrifts",
            "mat",
            "dyre",
            "plante",
            "bygnings",
            "bolig",
            "tomte",
            "skatte",
            "toll",
            "bank",
            "forsikrings",
            "verdipapir",
            "konkurranse",
            "patent",
            "domstols",
            "politi",
            "straffe",
            "fengsels",
            "beredskaps",
            "forsvars",
            "sivil",
            "utenriks",
            "bistands",
            "klima",
            "forurensnings",
            "avfalls",
            "stråle",
            "kjemikalie",
            "legemiddel",
            "blod",
            "tann",
            "psykiatri",
            "smitte",
            "trygde",
            "pensjons",
            "integrerings",
            "språk",
            "arkiv",
            "statistikk",
            "data",
            "telekom",
            "post",
            "havne",
            "sjøfarts",
            "bergverks");

    private static final List<String> SECOND = List.of(
            "forvaltning",
            "tilsyn",
            "vern",
            "utvikling",
            "drift",
            "sikring",
            "kontroll",
            "merking",
            "registrering",
            "godkjenning",
            "rapportering",
            "omsetning",
            "innførsel",
            "utførsel",
            "transport",
            "lagring",
            "bruk",
            "planlegging",
            "finansiering",
            "opplæring",
            "veiledning",
            "samarbeid",
            "overvåking",
            "gransking",
            "måling",
            "behandling",
            "erstatning",
            "avgift",
            "støtte",
            "tildeling");

    private static final List<String> FIELDS = List.of(
            "i kommunene",
            "på Svalbard",
            "i statsforvaltningen",
            "i private virksomheter",
            "for barn og unge",
            "for eldre arbeidstakere",
            "ved grensepassering",
            "i kystnære områder",
            "i fylkeskommunene",
            "under bygging og anlegg",
            "for nye næringer",
            "ved endring av eierskap");

    private static final List<String> LEADS = List.of(
            "Sammen om",
            "Trygg",
            "Fremtidens",
            "Et løft for",
            "Veien videre for",
            "Bedre",
            "Kunnskap om",
            "Ansvar for");

    private final Random random;
    private final List<GoverningDocument> rows = new ArrayList<>();

    private GeneratedRegister(long seed) {
        random = new Random(seed);
    }

    /// The rows of `real` and made ones after them, `count` in all.
    public static Register with(Register real, int count, long seed) {
        var generated = new GeneratedRegister(seed);
        generated.rows.addAll(real.all());
        for (int i = generated.rows.size(); i < count; i++) {
            generated.rows.add(generated.row(i));
        }
        return new Register(generated.rows);
    }

    private GoverningDocument row(int i) {
        return switch (i % 10) {
            case 0, 1 -> law(i);
            case 2, 3, 4, 5 -> regulation(i);
            case 6 -> whitePaper(i);
            case 7 -> named(i, DocumentType.STRATEGY, "strategi", "Nasjonal strategi for " + matter() + period());
            case 8 -> named(i, DocumentType.PLAN, "plan", pick(LEADS) + " " + matter() + " – handlingsplan" + period());
            default -> named(i, DocumentType.GUIDANCE, "veileder", "Veileder om " + matter() + " " + pick(FIELDS));
        };
    }

    private GoverningDocument law(int i) {
        String compound = pick(FIRST) + pick(SECOND);
        String id = "lov-%04d-%02d-%02d-%d".formatted(year(), month(), day(), 1000 + i);
        String name = compound + "s" + pick(FIRST) + "loven";
        return document(
                id,
                DocumentType.LAW,
                "",
                "",
                "Lov om %s og %s (%s)".formatted(compound, matter(), name),
                List.of(name));
    }

    private GoverningDocument regulation(int i) {
        String id = "for-%04d-%02d-%02d-%d".formatted(year(), month(), day(), 10_000 + i);
        return document(
                id,
                DocumentType.REGULATION,
                "",
                "",
                "Forskrift om %s og %s %s".formatted(matter(), matter(), pick(FIELDS)),
                List.of());
    }

    private GoverningDocument whitePaper(int i) {
        int year = 2300 + i / 400;
        int number = 1 + i / 10 % 40;
        String session = year + "–" + (year + 1);
        return document(
                "meldst-%d-%d-%d".formatted(number, year, year + 1),
                DocumentType.WHITE_PAPER,
                Integer.toString(number),
                session,
                pick(LEADS) + " " + matter() + " " + pick(FIELDS),
                List.of("Meld. St. %d (%s)".formatted(number, session)));
    }

    private GoverningDocument named(int i, DocumentType type, String kind, String title) {
        return document("%s-laget-%d".formatted(kind, i), type, "", "", title, List.of());
    }

    private String matter() {
        return pick(FIRST) + pick(SECOND);
    }

    private String period() {
        int from = 2001 + random.nextInt(25);
        return " %d–%d".formatted(from, from + 4);
    }

    private int year() {
        return 1950 + random.nextInt(75);
    }

    private int month() {
        return 1 + random.nextInt(12);
    }

    private int day() {
        return 1 + random.nextInt(28);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private GoverningDocument document(
            String id, DocumentType type, String number, String session, String title, List<String> aliases) {
        return new GoverningDocument(
                new GoverningDocumentId(id),
                type,
                number,
                session,
                title,
                "nob",
                aliases.isEmpty() ? "" : aliases.getFirst().toLowerCase(Locale.ROOT),
                aliases,
                List.of(),
                List.of(),
                "",
                Optional.of(new PartialDate(Integer.toString(year()))),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Certainty.UNCERTAIN,
                Set.of());
    }
}
