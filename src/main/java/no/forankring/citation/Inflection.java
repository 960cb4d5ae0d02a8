package no.forankring.citation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The written forms of a word of a name: definite and genitive, bokmål and nynorsk.
///
/// The forms are made once per register, so that reading a text needs one look-up per word. They are made for
/// matching, not for writing: some do not exist, and that does no harm.
final class Inflection {

    /// A word that names a kind of document when it ends a compound, with its endings and the cue it belongs to.
    ///
    /// Plurals are left out on purpose: "kompetanseplaner" names no plan.
    private record Ending(String base, List<String> endings, Cue cue) {}

    private static final List<Ending> KINDS = List.of(
            new Ending("forskrift", List.of("en", "ens", "a", "as"), Cue.REGULATION),
            new Ending("retningslinje", List.of("n", "ns", "r", "ne", "nes"), Cue.GUIDELINE),
            new Ending("retningsline", List.of("r", "ne"), Cue.GUIDELINE),
            new Ending("konvensjon", List.of("en", "ens"), Cue.FORORDNING),
            new Ending("forordning", List.of("en", "ens", "a"), Cue.FORORDNING),
            new Ending("proposisjon", List.of("en", "ens"), Cue.PROPOSITION),
            new Ending("kommisjon", List.of("en", "ens"), Cue.NOU),
            new Ending("plattform", List.of("en", "ens", "a"), Cue.PLAN),
            new Ending("rundskriv", List.of("et", "ets"), Cue.CIRCULAR),
            new Ending("veileder", List.of("en", "ens"), Cue.GUIDANCE),
            new Ending("rettleiar", List.of("en", "ens"), Cue.GUIDANCE),
            new Ending("strategi", List.of("en", "ens"), Cue.STRATEGY),
            new Ending("standard", List.of("en", "ens"), Cue.STANDARD),
            new Ending("direktiv", List.of("et", "ets"), Cue.DIREKTIV),
            new Ending("program", List.of("met", "mets"), Cue.PROGRAM),
            new Ending("melding", List.of("en", "ens", "a", "as"), Cue.PAPER),
            new Ending("garanti", List.of("en", "ens"), Cue.REGULATION),
            new Ending("oppdrag", List.of("et", "ets"), Cue.ASSIGNMENT),
            new Ending("reform", List.of("en", "ens", "a", "as"), Cue.REFORM),
            new Ending("utvalg", List.of("et", "ets"), Cue.NOU),
            new Ending("utval", List.of("et", "ets"), Cue.NOU),
            new Ending("dugnad", List.of("en", "ens"), Cue.PLAN),
            new Ending("forløp", List.of("et", "ets"), Cue.PATHWAY),
            new Ending("plan", List.of("en", "ens"), Cue.PLAN),
            new Ending("løft", List.of("et", "ets"), Cue.PLAN),
            new Ending("lov", List.of("en", "ens", "a", "as"), Cue.LAW));

    /// Bokmål and nynorsk parts of words. Whole words such as "heim" stand as parts too, since names are compounds.
    private static final String[][] PAIRS = {
        {"tjenest", "tenest"},
        {"bedre", "betre"},
        {"løsning", "løysing"},
        {"håndter", "handter"},
        {"gave", "gåve"},
        {"riktig", "rett"},
        {"utskrivning", "utskriving"},
        {"vann", "vatn"},
        {"navn", "namn"},
        {"fravær", "fråvær"},
        {"ulykke", "ulukke"},
        {"forebyggende", "førebyggjande"},
        {"byggende", "byggjande"},
        {"bygge", "byggje"},
        {"ansatte", "tilsette"},
        {"arbeidstaker", "arbeidstakar"},
        {"mottaker", "mottakar"},
        {"søker", "søkjar"},
        {"oppnevning", "oppnemning"},
        {"etterlatte", "etterlatne"},
        {"hold", "hald"},
        {"heldøgn", "heildøgn"},
        {"boform", "buform"},
        {"brukerrettighet", "brukarrett"},
        {"rettigheter", "rettar"},
        {"rettighet", "rett"},
        {"brukermedvirkning", "brukarmedverknad"},
        {"bruker", "brukar"},
        {"medvirkning", "medverknad"},
        {"virksomhet", "verksemd"},
        {"sykepleier", "sjukepleiar"},
        {"sykehjem", "sjukeheim"},
        {"sykehus", "sjukehus"},
        {"syk", "sjuk"},
        {"hjemme", "heime"},
        {"hjem", "heim"},
        {"hele", "heile"},
        {"helhet", "heilskap"},
        {"nærhet", "nærleik"},
        {"ledelse", "leiing"},
        {"leder", "leiar"},
        {"forbedring", "forbetring"},
        {"lindrende", "lindrande"},
        {"pårørende", "pårørande"},
        {"trygghet", "tryggleik"},
        {"sikkerhet", "tryggleik"},
        {"sikkerhet", "sikkerheit"},
        {"frivillighet", "frivilligheit"},
        {"verdighet", "verdigheit"},
        {"åpenhet", "openheit"},
        {"mestr", "meistr"},
        {"verge", "verje"},
        {"bolig", "bustad"},
        {"sammen", "saman"},
        {"forsknings", "forskings"},
        {"forskning", "forsking"},
        {"fremtidens", "framtidas"},
        {"framtidens", "framtidas"},
        {"fremtid", "framtid"},
        {"morgendag", "morgondag"},
        {"personer", "personar"},
        {"veileder", "rettleiar"},
        {"veiled", "rettlei"},
        {"utjevn", "utjamn"},
        {"muligheter", "moglegheiter"},
        {"mulighet", "moglegheit"},
        {"forskjeller", "skilnader"},
        {"forskjell", "skilnad"},
        {"ulikhet", "ulikskap"},
        {"norge", "noreg"},
        {"skole", "skule"},
        {"lærer", "lærar"},
        {"arbeider", "arbeidar"},
        {"forbruker", "forbrukar"},
        {"utøver", "utøvar"},
        {"tilskudd", "tilskot"},
        {"forebygg", "førebygg"},
        {"egenandel", "eigendel"},
        {"egen", "eigen"},
        {"funksjonsnedsettelse", "funksjonsnedsetjing"},
        {"nedsettelse", "nedsetjing"},
        {"forurensning", "forureining"},
        {"forurensing", "forureining"},
        {"mangfold", "mangfald"},
        {"undersøkelse", "undersøking"},
        {"utsatt", "utsett"},
        {"vold", "vald"},
        {"fremme", "fremje"},
        {"innvandrer", "innvandrar"},
        {"bærekraft", "berekraft"},
        {"innbygger", "innbyggjar"},
        {"høyring", "høring"},
        {"kjøretøy", "køyretøy"},
        {"kvalitetsforbedring", "kvalitetsforbetring"},
        {"delaktighet", "delaktigheit"},
        {"uavhengighet", "sjølvstende"},
        {"selvbestemmelse", "sjølvråderett"},
        {"selv", "sjølv"},
        {"vei", "veg"},
        {"øker", "aukar"},
        {"økning", "auke"},
        {"kjærlighet", "kjærleik"},
        {"barnevernstjeneste", "barnevernsteneste"},
        {"miljørettet", "miljøretta"},
        {"virkemidler", "verkemiddel"},
        {"avlastning", "avlasting"},
        {"dødelighet", "dødelegheit"},
        {"forventninger", "forventningar"},
        {"utfordringer", "utfordringar"},
    };

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("bo", "bu"),
            Map.entry("en", "ein"),
            Map.entry("et", "eit"),
            Map.entry("fra", "frå"),
            Map.entry("mer", "meir"),
            Map.entry("flere", "fleire"),
            Map.entry("jeg", "eg"),
            Map.entry("ikke", "ikkje"),
            Map.entry("de", "dei"),
            Map.entry("se", "sjå"),
            Map.entry("hva", "kva"),
            Map.entry("hvordan", "korleis"),
            Map.entry("noen", "nokon"),
            Map.entry("trenger", "treng"),
            Map.entry("sunnere", "sunnare"),
            Map.entry("tryggere", "tryggare"),
            Map.entry("sterkere", "sterkare"),
            Map.entry("friskere", "friskare"));

    /// One written ending of a kind, as in `strategien`.
    private record Written(char[] letters, Cue cue) {}

    private static final int TABLE = 1 << 10;

    /// The written endings by their last three letters, so that nearly every word is done with in one look.
    private static final Written[][] BY_LAST_LETTERS = byLastLetters();

    private Inflection() {}

    private static Written[][] byLastLetters() {
        var lists = new ArrayList<List<Written>>();
        for (int i = 0; i < TABLE; i++) {
            lists.add(new ArrayList<>());
        }
        for (Ending kind : KINDS) {
            for (String end : kind.endings) {
                addWritten(lists, kind.base + end, kind.cue);
            }
            addWritten(lists, kind.base, kind.cue);
        }
        var table = new Written[TABLE][];
        for (int i = 0; i < TABLE; i++) {
            table[i] = lists.get(i).toArray(Written[]::new);
        }
        return table;
    }

    private static void addWritten(List<List<Written>> lists, String written, Cue cue) {
        int length = written.length();
        int place = place(written.charAt(length - 3), written.charAt(length - 2), written.charAt(length - 1));
        lists.get(place).add(new Written(written.toCharArray(), cue));
    }

    private static int place(char third, char second, char last) {
        return (third * 31 + second) * 31 + last & TABLE - 1;
    }

    private static Written[] endingsLike(Tokens tokens, int token) {
        int length = tokens.foldedLength(token);
        return BY_LAST_LETTERS[
                place(
                        tokens.foldedChar(token, length - 3),
                        tokens.foldedChar(token, length - 2),
                        tokens.foldedChar(token, length - 1))];
    }

    /// False for a token of three letters or more that surely ends in no kind.
    static boolean mayBeKind(Tokens tokens, int token) {
        return endingsLike(tokens, token).length > 0;
    }

    /// The kind that the token ends in, or null; the same as of the word, without making a string.
    static @Nullable Cue kindOf(Tokens tokens, int token) {
        int length = tokens.foldedLength(token);
        if (length < 6 || length > 60) {
            return null;
        }
        Written[] endings = endingsLike(tokens, token);
        Cue found = null;
        int longest = 0;
        for (Written written : endings) {
            char[] letters = written.letters;
            int stem = length - letters.length;
            if (stem <= 2 || letters.length < longest) {
                continue;
            }
            int i = letters.length - 1;
            while (i >= 0 && letters[i] == tokens.foldedChar(token, stem + i)) {
                i--;
            }
            if (i < 0) {
                found = written.cue;
                longest = letters.length;
            }
        }
        return found;
    }

    /// The kind that a compound ends in ("demensplanens" → plan), or null; the kind word alone is no compound.
    static @Nullable Cue kindOf(String word) {
        Ending ending = ending(word);
        return ending == null ? null : ending.cue;
    }

    private static @Nullable Ending ending(String word) {
        for (Ending kind : KINDS) {
            int stem = stemLength(word, kind);
            if (stem > 2) {
                return kind;
            }
        }
        return null;
    }

    /// How many letters stand before the kind word, or -1 where the word does not end in it.
    private static int stemLength(String word, Ending kind) {
        if (word.endsWith(kind.base)) {
            return word.length() - kind.base.length();
        }
        for (String end : kind.endings) {
            if (word.endsWith(end) && word.startsWith(kind.base, word.length() - end.length() - kind.base.length())) {
                return word.length() - end.length() - kind.base.length();
            }
        }
        return -1;
    }

    /// All forms of a folded word of a name, itself first.
    static Set<String> formsOf(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(word);
        Ending kind = ending(word);
        if (kind != null) {
            String base = word.substring(0, stemLength(word, kind)) + kind.base;
            forms.add(base);
            for (String end : kind.endings) {
                forms.add(base + end);
            }
        } else if (word.length() >= 6) {
            if (word.endsWith("e")) {
                addEach(forms, word, "n", "r", "ne", "ns", "s");
                addEach(forms, word.substring(0, word.length() - 1), "a", "ar", "ane");
            } else if (word.endsWith("en") && word.length() > 8) {
                forms.add(word.substring(0, word.length() - 1));
                addEach(forms, word, "s");
                addEach(forms, word.substring(0, word.length() - 1), "r", "ne");
            } else if (!word.endsWith("s")) {
                addEach(forms, word, "en", "et", "er", "ene", "a", "s", "ens", "ar", "ane");
            }
        }
        var all = new LinkedHashSet<>(forms);
        for (String form : forms) {
            all.addAll(otherLanguage(form));
        }
        return all;
    }

    private static void addEach(Set<String> forms, String word, String... ends) {
        for (String end : ends) {
            forms.add(word + end);
        }
    }

    /// `medvirkningsordninger` and `medverknadsordningar`
    private static void addPlural(Set<String> result, String word) {
        if (word.length() > 7 && word.endsWith("er")) {
            result.add(word.substring(0, word.length() - 2) + "ar");
        } else if (word.length() > 7 && word.endsWith("ene")) {
            result.add(word.substring(0, word.length() - 3) + "ane");
        }
    }

    /// `offentlig`, `tidlige`, `aldersvennlig` and `offentleg`, `tidlege`, `aldersvenleg`.
    private static void addAdjective(Set<String> result, String word) {
        String[][] endings = {{"nnlig", "nleg"}, {"nnlige", "nlege"}, {"lig", "leg"}, {"lige", "lege"}};
        for (String[] ending : endings) {
            if (word.length() > 5 && word.endsWith(ending[0])) {
                result.add(word.substring(0, word.length() - ending[0].length()) + ending[1]);
            } else if (word.length() > 5 && word.endsWith(ending[1])) {
                result.add(word.substring(0, word.length() - ending[1].length()) + ending[0]);
            }
        }
    }

    private static Set<String> otherLanguage(String word) {
        var result = new LinkedHashSet<String>();
        String nynorsk = word;
        String bokmaal = word;
        for (String[] pair : PAIRS) {
            if (word.contains(pair[0])) {
                result.add(word.replace(pair[0], pair[1]));
                nynorsk = nynorsk.replace(pair[0], pair[1]);
            }
            if (word.contains(pair[1])) {
                result.add(word.replace(pair[1], pair[0]));
                bokmaal = bokmaal.replace(pair[1], pair[0]);
            }
        }
        result.add(nynorsk);
        result.add(bokmaal);
        WORDS.forEach((nob, nno) -> {
            if (word.equals(nob)) {
                result.add(nno);
            } else if (word.equals(nno)) {
                result.add(nob);
            }
        });
        addPlural(result, nynorsk);
        addAdjective(result, word);
        if (word.endsWith("ende")) {
            result.add(word.substring(0, word.length() - 4) + "ande");
        } else if (word.endsWith("ande")) {
            result.add(word.substring(0, word.length() - 4) + "ende");
        }
        result.remove(word);
        return result;
    }
}
