package no.forankring.citation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.forankring.register.DocumentType;
import org.jspecify.annotations.Nullable;

/// The words that grammar hangs on: kind words, series, months, numerals of order, and what stands around a §.
///
/// A cue's number in the [Lexicon] is its ordinal, so a token is compared with a cue in one step. Base forms come
/// first; a leading `+` marks a definite form, `'` a genitive and `*` a plural, which grammar may want to tell apart.
enum Cue {
    LAW("lov", "+loven", "+lova", "'lovens", "'lovas", "*lover", "*lovene", "*lovar"),
    REGULATION(
            "forskrift",
            "forskr",
            "+forskriften",
            "+forskrifta",
            "'forskriftens",
            "'forskriftas",
            "*forskrifter",
            "*forskriftene",
            "*forskriftane"),
    REFORM("reform", "+reformen", "+reforma", "'reformens", "'reformas", "*reformer", "*reformene"),
    PAPER("melding", "+meldingen", "+meldinga", "'meldingens", "'meldingas", "*meldinger", "*meldingene", "*meldingar"),
    WHITE_PAPER(
            "stortingsmelding",
            "+stortingsmeldingen",
            "+stortingsmeldinga",
            "'stortingsmeldingens",
            "'stortingsmeldingas",
            "*stortingsmeldinger",
            "*stortingsmeldingene",
            "*stortingsmeldingar"),
    PROPOSITION("proposisjon", "+proposisjonen", "'proposisjonens", "lovproposisjon", "+lovproposisjonen"),
    PLAN("plan", "+planen", "'planens", "*planer", "*planene", "*planar", "*planane"),
    ACTION_PLAN(
            "handlingsplan",
            "+handlingsplanen",
            "'handlingsplanens",
            "*handlingsplaner",
            "*handlingsplanene",
            "*handlingsplanar"),
    ESCALATION_PLAN("opptrappingsplan", "+opptrappingsplanen", "'opptrappingsplanens", "*opptrappingsplaner"),
    PROGRAM("program", "+programmet", "'programmets", "handlingsprogram", "+handlingsprogrammet"),
    STRATEGY("strategi", "+strategien", "'strategiens", "*strategier", "*strategiene", "*strategiar"),
    GUIDANCE(
            "veileder",
            "+veilederen",
            "'veilederens",
            "rettleiar",
            "+rettleiaren",
            "'rettleiarens",
            "*veiledere",
            "*veilederne",
            "*rettleiarar"),
    GUIDELINE(
            "retningslinje",
            "+retningslinjen",
            "+retningslinja",
            "'retningslinjens",
            "retningsline",
            "+retningslina",
            "*retningslinjer",
            "*retningslinjene",
            "*retningsliner",
            "*retningslinene"),
    ADVICE("råd", "+rådet", "*rådene", "*råda"),
    PATHWAY(
            "pakkeforløp",
            "+pakkeforløpet",
            "'pakkeforløpets",
            "forløp",
            "+forløpet",
            "pasientforløp",
            "+pasientforløpet"),
    STANDARD("standard", "+standarden", "'standardens", "*standarder"),
    CIRCULAR("rundskriv", "+rundskrivet", "'rundskrivets", "*rundskrivene"),
    REPORT("utredning", "+utredningen", "+utredninga", "utgreiing", "+utgreiinga"),
    NOU("nou", "+nouen"),
    FORORDNING("forordning", "+forordningen", "+forordninga", "'forordningens"),
    DIREKTIV("direktiv", "+direktivet", "'direktivets"),
    CONVENTION("konvensjon", "+konvensjonen", "'konvensjonens"),
    ASSIGNMENT("samfunnsoppdrag", "+samfunnsoppdraget", "'samfunnsoppdragets"),

    MELD("meld"),
    ST("st"),
    NR("nr", "nummer"),
    PROP("prop"),
    PRP("prp"),
    OT("ot"),
    INNST("innst", "innstilling"),
    LOVVEDTAK("lovvedtak"),
    BESL("besl"),
    DOK("dok", "dokument"),
    REPRESENTANTFORSLAG("representantforslag"),
    IS("is"),
    IK("ik"),
    EU("eu"),
    EF("ef"),
    EOEF("eøf"),
    EURATOM("euratom"),
    KOM("kom"),

    JANUARY("januar", "jan"),
    FEBRUARY("februar", "feb", "febr"),
    MARCH("mars", "mar"),
    APRIL("april", "apr"),
    MAY("mai"),
    JUNE("juni", "jun"),
    JULY("juli", "jul"),
    AUGUST("august", "aug"),
    SEPTEMBER("september", "sep", "sept"),
    OCTOBER("oktober", "okt"),
    NOVEMBER("november", "nov"),
    DECEMBER("desember", "des"),

    SUBSECTION("ledd", "+leddet", "*ledda", "lekk"),
    LETTER("bokstav", "bokstaven", "*bokstavene", "*bokstavane", "litra", "bokst"),
    SENTENCE("punktum", "setning", "setninga"),
    CHAPTER("kapittel", "kap", "+kapitlet", "+kapittelet", "*kapitlene", "*kapitla", "*kapitler"),
    ARTICLE("artikkel", "+artikkelen", "art", "*artiklene", "*artiklane"),
    POINT("punkt", "+punktet", "pkt", "*punktene"),
    PAGE("side", "*sidene", "s"),
    GOAL("mål"),
    TARGET("delmål"),
    SUSTAINABLE_GOAL(
            "bærekraftsmål",
            "bærekraftmål",
            "berekraftsmål",
            "berekraftmål",
            "*bærekraftsmålene",
            "*bærekraftmålene",
            "*berekraftsmåla",
            "*berekraftmåla",
            "sdg"),
    ANNEX("vedlegg", "+vedlegget"),
    FLG("flg", "ff", "følgende", "følgjande"),
    FIRST("første", "fyrste"),
    SECOND("andre", "annet", "anna"),
    THIRD("tredje"),
    FOURTH("fjerde"),
    FIFTH("femte"),
    SIXTH("sjette"),
    SEVENTH("sjuende", "syvende", "sjuande"),
    EIGHTH("åttende", "åttande"),
    NINTH("niende", "niande"),
    TENTH("tiende", "tiande"),
    ELEVENTH("ellevte", "ellefte"),
    TWELFTH("tolvte"),
    THIRTEENTH("trettende", "trettande"),
    FOURTEENTH("fjortende", "fjortande"),
    FIFTEENTH("femtende", "femtande"),
    SIXTEENTH("sekstende", "sekstande"),
    SEVENTEENTH("syttende", "syttande"),
    EIGHTEENTH("attende", "attande"),
    NINETEENTH("nittende", "nittande"),
    TWENTIETH("tjuende", "tjuande"),
    LAST("siste"),

    OM("om"),
    I("i"),
    AV("av"),
    TIL("til"),
    OG("og"),
    ELLER("eller"),
    SAMT("samt"),
    FOR("for"),
    MOT("mot"),
    VED("ved"),
    FRA("fra", "frå"),
    JF("jf", "jfr", "jmf", "jamfør", "jevnfør"),
    SAME("samme", "same"),
    SAID("nevnte", "nemnde"),
    THIS("denne"),
    HERE("her"),
    NEW("ny", "nye", "nytt"),
    OLD(
            "gammel",
            "gamle",
            "gamal",
            "gamalt",
            "gammelt",
            "tidligere",
            "tidlegare",
            "forrige",
            "førre",
            "dåværende",
            "daværende",
            "dåverande"),
    DEN("den"),
    DET("det"),
    DE("de", "dei"),
    NATIONAL("nasjonal", "nasjonale", "nasjonalt", "nasj", "nasjonalfaglig", "nasjonalfaglige"),
    PROFESSIONAL("faglig", "faglige", "fagleg", "faglege"),
    GOVERNMENTS("regjeringens", "regjeringas", "helsedirektoratets"),
    KGL("kgl"),
    RES("res", "resolusjon"),

    HTTP("http"),
    HTTPS("https"),
    WWW("www"),
    LOVDATA("lovdata"),
    REGJERINGEN("regjeringen", "regjeringa"),
    HELSEDIREKTORATET("helsedirektoratet"),
    UTVIKLING("utviklingssenter");

    static final Cue[] ALL = values();

    private final List<String> surfaces;

    Cue(String... surfaces) {
        this.surfaces = List.of(surfaces);
    }

    /// All written forms, each with its mark.
    List<String> surfaces() {
        return surfaces;
    }

    static @Nullable Cue of(int word) {
        return word >= 0 && word < ALL.length ? ALL[word] : null;
    }

    /// The month from 1, or 0.
    static int month(int word) {
        int month = word - JANUARY.ordinal() + 1;
        return month >= 1 && month <= 12 ? month : 0;
    }

    /// The number that an ordinal word names, `-1` for the last, or 0.
    static int ordinal(int word) {
        if (word == LAST.ordinal()) {
            return -1;
        }
        int number = word - FIRST.ordinal() + 1;
        return number >= 1 && number <= 20 ? number : 0;
    }

    boolean isKind() {
        return ordinal() <= ASSIGNMENT.ordinal();
    }

    /// Stands before a number in a series.
    boolean isSeries() {
        return this != NR && ordinal() >= MELD.ordinal() && ordinal() <= KOM.ordinal();
    }

    boolean isPreposition() {
        return this == OM || this == FOR || this == I || this == TIL || this == MOT || this == VED;
    }

    /// Which types of documents the kind word can stand for; empty for words that are no kind.
    Set<DocumentType> types() {
        return switch (this) {
            case LAW -> EnumSet.of(DocumentType.LAW, DocumentType.AMENDING_LAW);
            case REGULATION -> EnumSet.of(DocumentType.REGULATION);
            case REFORM -> EnumSet.of(DocumentType.REFORM);
            case PAPER, WHITE_PAPER -> EnumSet.of(DocumentType.WHITE_PAPER, DocumentType.WHITE_PAPER_OLD);
            case PROPOSITION ->
                EnumSet.of(DocumentType.PROPOSITION, DocumentType.PROPOSITION_OLD, DocumentType.BUDGET_PROPOSITION_OLD);
            case PLAN, ACTION_PLAN, ESCALATION_PLAN ->
                EnumSet.of(
                        DocumentType.PLAN,
                        DocumentType.STRATEGY,
                        DocumentType.PROGRAM,
                        DocumentType.INITIATIVE,
                        DocumentType.PROPOSITION,
                        DocumentType.WHITE_PAPER,
                        DocumentType.WHITE_PAPER_OLD,
                        DocumentType.EXPECTATIONS);
            case PROGRAM -> EnumSet.of(DocumentType.PROGRAM, DocumentType.GUIDELINE, DocumentType.PLAN);
            case STRATEGY ->
                EnumSet.of(
                        DocumentType.STRATEGY,
                        DocumentType.PLAN,
                        DocumentType.WHITE_PAPER,
                        DocumentType.WHITE_PAPER_OLD);
            case GUIDANCE -> EnumSet.of(DocumentType.GUIDANCE, DocumentType.BOOKLET);
            case GUIDELINE -> EnumSet.of(DocumentType.GUIDELINE);
            case ADVICE -> EnumSet.of(DocumentType.NATIONAL_ADVICE);
            case PATHWAY -> EnumSet.of(DocumentType.PATHWAY);
            case STANDARD -> EnumSet.of(DocumentType.STANDARD);
            case CIRCULAR -> EnumSet.of(DocumentType.CIRCULAR);
            case REPORT, NOU -> EnumSet.of(DocumentType.OFFICIAL_REPORT);
            case FORORDNING, DIREKTIV -> EnumSet.of(DocumentType.EU_ACT);
            case CONVENTION -> EnumSet.of(DocumentType.UN);
            case ASSIGNMENT -> EnumSet.of(DocumentType.ASSIGNMENT, DocumentType.LOCAL);
            default -> Set.of();
        };
    }

    /// The type that `cite` prints for a document of this kind that nobody knows.
    String citeType() {
        return switch (this) {
            case LAW -> "law";
            case REGULATION -> "regulation";
            case REFORM -> "reform";
            case PAPER, WHITE_PAPER -> "white_paper";
            case PROPOSITION -> "proposition";
            case STRATEGY -> "strategy";
            case GUIDANCE -> "veileder";
            case GUIDELINE -> "guideline";
            case ADVICE -> "faglige_raad";
            case PATHWAY -> "pakkeforlop";
            case STANDARD -> "standard";
            case CIRCULAR -> "circular";
            case REPORT, NOU -> "nou";
            case FORORDNING, DIREKTIV, CONVENTION -> "international";
            case ASSIGNMENT -> "assignment";
            case PLAN, ACTION_PLAN, ESCALATION_PLAN, PROGRAM -> "plan";
            default -> "other";
        };
    }
}
