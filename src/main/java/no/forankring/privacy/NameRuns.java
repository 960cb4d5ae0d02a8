package no.forankring.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds runs of words that may be a person's name: `Kari Eksempel`, `Ola J. A. B.Eksempel`, `Anne-Lise van der Prøve`.
///
/// A run stands on one line and in one table cell. It ends before a word that belongs to no name, such as a role.
final class NameRuns {

    private static final int LONGEST_RUN = 6;
    private static final int LONGEST_WORD = 40;
    private static final Set<String> PARTICLES =
            Set.of("von", "van", "der", "den", "de", "af", "bin", "ibn", "el", "al", "da", "dos", "di", "du", "ten");
    /// What names a thing after a person, `Kari Eksempels vei`, `Ola Prøve AS`.
    private static final Set<String> NAMED_AFTER = Set.of(
            "gate",
            "gt",
            "gata",
            "vei",
            "veg",
            "veien",
            "vegen",
            "plass",
            "plassen",
            "torg",
            "hus",
            "heim",
            "hjem",
            "minne",
            "minnefond",
            "stiftelse",
            "legat",
            "fond",
            "skole",
            "skule",
            "videregående",
            "vidaregåande",
            "barnehage",
            "sykehus",
            "sjukehus",
            "hospital",
            "sykehjem",
            "sjukeheim",
            "omsorgssenter",
            "bosenter",
            "senter",
            "institutt",
            "as",
            "asa",
            "ans",
            "da",
            "ba",
            "hage",
            "park",
            "kirke",
            "kyrkje",
            "pris",
            "museum",
            "bibliotek",
            "klinikk",
            "legekontor",
            "legesenter",
            "apotek",
            "allé");
    private static final Set<String> NAMED_AFTER_BEFORE = Set.of(
            "stiftelsen",
            "stiftinga",
            "fondet",
            "legatet",
            "dronning",
            "kong",
            "kongen",
            "prinsesse",
            "prins",
            "kronprins",
            "kronprinsesse",
            "st",
            "sankt",
            "søster",
            "advokatfirmaet",
            "firmaet",
            "skipet",
            "prisen");
    private static final Set<String> AREA = Set.of(
            "kommune",
            "kommunes",
            "fylke",
            "fylkeskommune",
            "sykehus",
            "sjukehus",
            "bydel",
            "regionen",
            "region",
            "herad");

    private final String text;
    private final TextWords words;
    long steps;

    NameRuns(String text, TextWords words) {
        this.text = text;
        this.words = words;
    }

    /// A run of words.
    ///
    /// @param first the number of its first word
    /// @param last the number of its last word, inclusive
    /// @param strong whether it begins with a given name that is known, and has more
    record Run(int first, int last, boolean strong) {

        int length() {
            return last - first + 1;
        }
    }

    /// In text order, not overlapping. Runs of one word are among them when that is a given name.
    List<Run> find() {
        var runs = new ArrayList<Run>();
        int at = 0;
        while (at < words.count()) {
            steps++;
            if (!mayBegin(at)) {
                at++;
                continue;
            }
            int last = at;
            while (last + 1 < words.count() && last - at + 1 < LONGEST_RUN) {
                steps++;
                int next = last + 1;
                if (!touches(last, next)) {
                    break;
                }
                if (isNamePart(next)) {
                    last = next;
                } else {
                    int after = afterParticles(next);
                    if (after < 0) {
                        break;
                    }
                    last = after;
                }
            }
            add(at, last, runs);
            at = last + 1;
        }
        return runs;
    }

    /// The word that one or two particles stand before, as in «van der Prøve»; -1 when none begins here.
    private int afterParticles(int from) {
        int at = from;
        while (at < words.count() && at - from < 2 && PARTICLES.contains(words.word(at))) {
            if (at + 1 >= words.count() || !touches(at, at + 1)) {
                return -1;
            }
            at++;
        }
        return at > from && isNamePart(at) ? at : -1;
    }

    private void add(int from, int to, List<Run> runs) {
        int first = from;
        int last = to;
        int given = -1;
        for (int i = first; i <= last && given < 0; i++) {
            given = WordLists.isGiven(words.word(i)) ? i : -1;
        }
        if (given >= 0) {
            first = given;
        }
        // «Kari Eksempel Fjordvik kommune»
        if (last + 1 < words.count()
                && touches(last, last + 1)
                && AREA.contains(words.word(last + 1).toLowerCase(Locale.ROOT))) {
            last--;
        }
        while (last > first && words.end(last) - words.start(last) == 1) {
            last--;
        }
        if (last < first || isNamedAfter(first, last)) {
            return;
        }
        if (given >= 0) {
            runs.add(new Run(first, last, last > first));
        } else if (last > first && !WordLists.isPlace(words.word(first))) {
            runs.add(new Run(first, last, false));
        }
    }

    private boolean isNamedAfter(int first, int last) {
        boolean after = last + 1 < words.count()
                && touches(last, last + 1)
                && NAMED_AFTER.contains(words.word(last + 1).toLowerCase(Locale.ROOT));
        boolean before = first > 0
                && words.start(first) - words.end(first - 1) <= 2
                && NAMED_AFTER_BEFORE.contains(words.word(first - 1).toLowerCase(Locale.ROOT));
        return after || before;
    }

    private boolean mayBegin(int word) {
        return isNamePart(word) && (words.end(word) - words.start(word) > 1 || isInitial(word));
    }

    private boolean isInitial(int word) {
        int end = words.end(word);
        return end - words.start(word) == 1 && end < text.length() && text.charAt(end) == '.';
    }

    /// Whether a word could stand in a name: a capital, then small letters; a known given name also in capitals.
    boolean isNamePart(int word) {
        int start = words.start(word);
        int end = words.end(word);
        if (!Character.isUpperCase(text.charAt(start)) || end - start > LONGEST_WORD) {
            return false;
        }
        if (end - start == 1) {
            return isInitial(word);
        }
        boolean capitals = true;
        boolean mixed = false;
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            boolean upper = Character.isUpperCase(c);
            capitals &= upper || !Character.isLetter(c);
            mixed |= upper && Character.isLowerCase(text.charAt(i - 1)) && !isNobleStart(start, i);
        }
        steps += end - start;
        String written = words.word(word);
        if (capitals) {
            // «KARI EKSEMPEL», but not «USHT» and «NTNU»
            return WordLists.isGiven(written)
                    || (end - start >= 4 && word > 0 && touches(word - 1, word) && isShoutedName(word - 1));
        }
        return !mixed && !WordLists.isNoName(written);
    }

    private boolean isShoutedName(int word) {
        String before = words.word(word);
        return WordLists.isGiven(before);
    }

    /// `McPrøve`, `MacPrøve`, `DeEksempel`
    private boolean isNobleStart(int start, int capital) {
        return Set.of("Mc", "Mac", "De", "Di", "Van", "La", "Le").contains(text.substring(start, capital));
    }

    /// Whether two words stand side by side: one space, or the dot of an initial.
    boolean touches(int left, int right) {
        int from = words.end(left);
        int to = words.start(right);
        if (to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean dot = c == '.' && i == from && words.end(left) - words.start(left) == 1;
            if (c != ' ' && c != '\u00a0' && !dot) {
                return false;
            }
        }
        return true;
    }
}
