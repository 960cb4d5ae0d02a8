package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the words with which plans and their legends say how far an item has come.
final class StatusWords {

    private static final int LONGEST = 200;
    private static final int LONGEST_CELL = 60;

    /// What words say.
    ///
    /// @param readings in the order of the words
    /// @param certain whether they say one step and no other: "ikke gjennomført" may be cancelled or only late
    /// @param rest what else stands there: how many letters
    record Meaning(List<Progress> readings, boolean certain, int rest) {}

    private record Word(Pattern pattern, boolean certain, List<Progress> readings) {}

    // The first that fits takes its words from those below.
    private static final List<Word> WORDS = List.of(
            vague(
                    "delvis\\s+(?:gjennomført|nådd|oppnådd|utført|ferdig)|(?:nesten|snart)\\s+ferdig",
                    Progress.ONGOING,
                    Progress.CARRIED_OUT),
            vague(
                    "(?:ikke|ikkje)\\s+(?:gjennomført?e?|utført|nådd|oppnådd|levert|fullført|ferdig)",
                    Progress.CANCELLED,
                    Progress.POSTPONED,
                    Progress.PLANNED),
            sure(
                    "(?:ikke|ikkje)\\s+(?:på|i)?\\s?(?:startet|starta|begynt|byrja|begynte|gang|gangsatt|gangsett)",
                    Progress.PLANNED),
            vague(
                    "(?:etter|bak|foran|i|på)\\s+(?:rute|skjema|plan)|som\\s+planlagt",
                    Progress.ONGOING,
                    Progress.CARRIED_OUT),
            vague("forsinke[td]?|forseinka?|forsinka", Progress.POSTPONED, Progress.ONGOING),
            sure(
                    "gjennomførte?|utført|fullført|ferdig(?:stilt)?|avholdt|halde|avsluttet|avslutta|levert|oppnådd",
                    Progress.CARRIED_OUT),
            sure(
                    "pågår|pågående|pågåande|i\\s?gang|igangsatt|igangsett|påbegynt|påbyrja|startet|starta|under\\s+arbeid|går\\s+føre\\s+seg",
                    Progress.ONGOING),
            sure("planlagt|planlagd|planlegges|planleggast", Progress.PLANNED),
            sure("utsatt|utsett", Progress.POSTPONED),
            sure("avlyst|kansellert|utgår|avbrutt|innstilt", Progress.CANCELLED));
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private StatusWords() {}

    private static Word sure(String words, Progress reading) {
        return new Word(whole(words), true, List.of(reading));
    }

    private static Word vague(String words, Progress... readings) {
        return new Word(whole(words), false, List.of(readings));
    }

    private static Pattern whole(String words) {
        return Cues.pattern("(?<!\\p{L})(?:" + words + ")(?!\\p{L})");
    }

    /// What the words of a legend say; empty when they say nothing of the kind.
    static Optional<Meaning> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        record At(int start, Word word) {}
        var found = new ArrayList<At>();
        String rest = text;
        for (Word word : WORDS) {
            Matcher matcher = word.pattern().matcher(rest);
            var masked = new StringBuilder(rest);
            while (matcher.find()) {
                found.add(new At(matcher.start(), word));
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    masked.setCharAt(i, ' ');
                }
            }
            rest = masked.toString();
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        found.sort(Comparator.comparingInt(At::start));
        List<Progress> readings = Stream.concat(
                        found.stream().map(at -> at.word().readings().getFirst()),
                        found.stream().flatMap(at -> at.word().readings().stream()))
                .distinct()
                .toList();
        boolean certain = found.stream().allMatch(at -> at.word().certain()) && readings.size() == 1;
        return Optional.of(new Meaning(
                readings, certain, (int) LETTER.matcher(rest).results().count()));
    }

    /// What a cell under "Status" says for certain: it begins with the word, as in "Gjennomført i mai".
    static Optional<Progress> ofCell(String cell) {
        String words = cell.strip();
        boolean begins = words.length() <= LONGEST_CELL
                && WORDS.stream().anyMatch(word -> word.pattern().matcher(words).lookingAt());
        return begins
                ? of(words)
                        .filter(Meaning::certain)
                        .map(meaning -> meaning.readings().getFirst())
                : Optional.empty();
    }
}
