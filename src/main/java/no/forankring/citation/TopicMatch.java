package no.forankring.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the document of a kind that some words on its topic mean, although they are not its title.
///
/// `Veileder for tjenester til personer med utviklingshemming` means the guidance whose title shares its rare words.
/// Words weigh by how rare they are among all names; words that no name has weigh most, since they speak of
/// something else.
final class TopicMatch {

    private static final int COMMON = 96;
    private static final double ENOUGH = 0.6;

    private TopicMatch() {}

    /// Gives the finding its option when one document fits clearly, else leaves it without.
    ///
    /// @return false when the words are no citation at all
    static boolean settle(Reading reading, Finding finding, int firstWord) {
        Tokens tokens = reading.tokens;
        NameIndex names = reading.names;
        Cue cue = finding.cue;
        if (cue == null) {
            return false;
        }
        double total = 0;
        double strongest = 0;
        var scores = new HashMap<Row, Double>();
        var lastWord = new HashMap<Row, Integer>();
        var rare = new HashMap<Row, Boolean>();
        int rows = Math.max(50, names.listed);
        int content = 0;
        for (int i = firstWord; i < finding.to; i++) {
            if (!tokens.isWord(i) || tokens.foldedLength(i) < 3) {
                continue;
            }
            int word = tokens.word(i);
            if (names.isStop(word) || word >= 0 && word < Cue.ALL.length) {
                continue;
            }
            content++;
            List<Row> with = word < 0 ? List.of() : names.rowsWith(word);
            double weight = Math.log((double) rows / (1 + with.size()));
            if (names.isPale(word)) {
                weight *= 0.3;
            }
            total += Math.max(0.2, weight);
            strongest = Math.max(strongest, weight);
            if (with.size() > COMMON) {
                continue;
            }
            tokens.looked(with.size());
            for (Row row : with) {
                if (cue.types().contains(row.type())) {
                    scores.merge(row, Math.max(0.2, weight), Double::sum);
                    lastWord.put(row, i);
                    if (!names.isPale(word) && tokens.foldedLength(i) >= 6) {
                        rare.put(row, true);
                    }
                }
            }
        }
        if (content == 0) {
            return false;
        }
        List<Map.Entry<Row, Double>> ranked = new ArrayList<>(scores.entrySet());
        ranked.sort(Map.Entry.<Row, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().index()));
        if (ranked.isEmpty()) {
            return false;
        }
        Row best = ranked.getFirst().getKey();
        double score = ranked.getFirst().getValue() / total;
        if (ranked.size() > 1 && ranked.get(1).getValue() > ranked.getFirst().getValue() * 0.8) {
            // Of an old and a new edition the words mean the one that has not been replaced.
            ranked.removeIf(entry -> !entry.getKey().document().replacedBy().isEmpty());
            if (ranked.isEmpty()) {
                return false;
            }
            best = ranked.getFirst().getKey();
            score = ranked.getFirst().getValue() / total;
        }
        double second = ranked.size() > 1 ? ranked.get(1).getValue() / total : 0;
        if (score < ENOUGH || second > score * 0.8 || !rare.getOrDefault(best, false)) {
            return false;
        }
        finding.options = List.of(Option.of(best, Option.Source.AMBIGUOUS));
        int to = lastWord.getOrDefault(best, finding.to - 1) + 1;
        finding.to = to;
        finding.end = tokens.end(to - 1);
        finding.rule = Rule.CONTEXT;
        finding.evidence.add(Reason.of("topic-of-kind", best.document().label()));
        return true;
    }
}
