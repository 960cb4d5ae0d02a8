package no.forankring.document;

import java.util.HashMap;
import java.util.Map;

/// Tells bokmål, nynorsk and English apart by function words that only one of them has, and by endings.
///
/// Made for documents of the Norwegian public sector, where the answer is nearly always one of the three.
final class LanguageGuess {

    private static final int NOB = 0;
    private static final int NNO = 1;
    private static final int ENG = 2;
    /// Norwegian of either kind: outweighs English words that are Norwegian too.
    private static final int NORWEGIAN = 3;

    private static final int LONGEST = 16;
    private static final Map<String, int[]> WORDS = new HashMap<>();

    static {
        words(
                NOB,
                3,
                "ikke hva hvem hvor hvordan hvorfor hvis hvilke hvilken hvilket noen noe mye fra jeg hun dere deres "
                        + "være vært gjøre gjort etter bare også blir ble blitt skal kunne skulle ville en et mellom hjem uke "
                        + "tjeneste tjenester tjenesten tjenestene kommunene kommuner arbeidet gjennom hver hvert selv første "
                        + "begge flere fører øke økt gis får sammen enn nye nærmere må vite høy høye ifølge enkelte innen "
                        + "forskriften loven bestemmelsene departementet dersom kommer andre når de den");
        words(
                NNO,
                3,
                "ikkje kva kven kvar korleis kvifor kva nokon noko nokre mykje frå eg ho dykk dykkar deira vere "
                        + "vore gjere gjort berre òg blei vart vert blitt skulle kunne ville ein eit ei dei mellom heim veke "
                        + "teneste tenester tenesta tenestene tenestane kommunane kommunar gjennom kvart sjølv fyrste første "
                        + "begge fleire auke auka gje gjeve gjev får saman enn nærare må vite høg høge einskilde innan "
                        + "forskrifta lova føresegnene departementet dersom kjem andre når desse medan desse dessutan anna "
                        + "eigne eigen eige inkje utan me vår hjå skal den");
        words(
                ENG,
                3,
                "the of and to in is that it with this by are be from as which or an not have has was were their "
                        + "they we our you shall should may must will these those been its at on who what how when where");
        words(
                NORWEGIAN,
                1,
                "og i på av til som at med om er ved har seg sin sitt sine mot under over etter å opp ut "
                        + "skal kan vil må hos før eller for");
    }

    private final long[] score = new long[4];
    private int words;

    private static void words(int language, int weight, String list) {
        for (String word : list.split(" ")) {
            int[] weights = WORDS.computeIfAbsent(word, w -> new int[4]);
            if (weights[language] == 0) {
                weights[language] += weight;
            }
        }
    }

    static {
        // What bokmål and nynorsk share tells them from English only.
        for (int[] weights : WORDS.values()) {
            if (weights[NOB] > 0 && weights[NNO] > 0) {
                weights[NOB] = 0;
                weights[NNO] = 0;
                weights[NORWEGIAN] = Math.max(weights[NORWEGIAN], 2);
            }
            if (weights[ENG] > 0 && weights[NORWEGIAN] > 0) {
                weights[ENG] = 1;
                weights[NORWEGIAN] = 1;
            }
        }
    }

    static LanguageGuess of(CharSequence text) {
        var guess = new LanguageGuess();
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && !Character.isLetter(text.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            if (at > start) {
                guess.words++;
                guess.word(text, start, at);
            }
        }
        return guess;
    }

    private void word(CharSequence text, int start, int end) {
        int length = end - start;
        if (length <= LONGEST) {
            char[] lower = new char[length];
            for (int i = 0; i < length; i++) {
                lower[i] = Character.toLowerCase(text.charAt(start + i));
            }
            int[] weights = WORDS.get(new String(lower));
            if (weights != null) {
                for (int i = 0; i < 4; i++) {
                    score[i] += weights[i];
                }
                return;
            }
        }
        if (length >= 6) {
            endings(text, end);
        }
    }

    private void endings(CharSequence text, int end) {
        if (ends(text, end, "ane")
                || ends(text, end, "heit")
                || ends(text, end, "inga")
                || ends(text, end, "leg")
                || ends(text, end, "ingar")
                || ends(text, end, "lege")) {
            score[NNO] += 1;
        } else if (ends(text, end, "ene")
                || ends(text, end, "het")
                || ends(text, end, "heten")
                || ends(text, end, "ingen")
                || ends(text, end, "lig")
                || ends(text, end, "lige")
                || ends(text, end, "inger")) {
            score[NOB] += 1;
        } else if (ends(text, end, "tion") || ends(text, end, "ies") || ends(text, end, "ness")) {
            score[ENG] += 1;
        }
        for (int i = 0; i < 3; i++) {
            char c = text.charAt(end - 1 - i);
            if (c == 'å' || c == 'ø' || c == 'æ') {
                score[NORWEGIAN] += 1;
                return;
            }
        }
    }

    private static boolean ends(CharSequence text, int end, String ending) {
        int start = end - ending.length();
        for (int i = 0; i < ending.length(); i++) {
            if (text.charAt(start + i) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    LanguageGuess add(LanguageGuess other) {
        for (int i = 0; i < 4; i++) {
            score[i] += other.score[i];
        }
        words += other.words;
        return this;
    }

    Language language() {
        long norwegian = score[NOB] + score[NNO] + score[NORWEGIAN];
        if (score[ENG] >= 6 && score[ENG] > 2 * norwegian) {
            return Language.ENG;
        }
        if (norwegian < 4 || norwegian <= score[ENG] || words < 4) {
            return Language.UNDETERMINED;
        }
        long nob = score[NOB];
        long nno = score[NNO];
        if (nob >= 3 && nob > nno + nno / 2) {
            return Language.NOB;
        }
        if (nno >= 3 && nno > nob + nob / 2) {
            return Language.NNO;
        }
        return Language.UNDETERMINED;
    }

    boolean isNorwegian() {
        return score[NOB] + score[NNO] + score[NORWEGIAN] > score[ENG];
    }
}
