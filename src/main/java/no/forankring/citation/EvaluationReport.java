package no.forankring.citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// What one run of an [Evaluation] came to, and the figures to draw from it.
///
/// @param outcomes one for each sure mention that counts, in the order of the marks
/// @param verdicts one for each resolved row that counts, in the order of the rows
/// @param lookalikes how many are marked, and how many of them were left alone
/// @param properties what is known of each file, by its name
public record EvaluationReport(
        List<Outcome> outcomes, List<Verdict> verdicts, Share lookalikes, Map<String, Map<String, String>> properties) {

    /// How many of some links are right.
    public record Share(int all, int right) {

        /// Between 0 and 1; 1 where there are none.
        public double value() {
            return all == 0 ? 1 : (double) right / all;
        }
    }

    /// What became of the back-references.
    ///
    /// @param marked sure mentions
    /// @param linked those whose row is resolved to the right document
    /// @param links resolved rows on such mentions
    public record Anaphora(int marked, int linked, Share links) {}

    /// What became of the parts of documents that sure mentions name, back-references left out.
    ///
    /// @param given mentions that name a part
    /// @param read those linked right by a row that names some part
    /// @param equal those linked right by a row that names that very part
    public record Pinpoints(int given, int read, int equal) {}

    /// How well one type, or all, were recognized.
    ///
    /// @param mentions sure mentions that are no anaphora
    /// @param found those that some row overlaps
    /// @param foundExactly those that some row covers to the character
    /// @param linked those whose row is resolved to the right document
    /// @param linkedExactly those linked by a row that covers them to the character
    /// @param wrong mentions, anaphora too, resolved to a wrong document only: the costly error
    /// @param links resolved rows that count, and those that are right
    public record Figures(
            int mentions,
            int found,
            int foundExactly,
            int linked,
            int linkedExactly,
            int wrong,
            Share links,
            Anaphora anaphora,
            Pinpoints pinpoints) {

        private static Figures of(List<Outcome> outcomes, List<Verdict> verdicts) {
            List<Outcome> plain =
                    outcomes.stream().filter(o -> !o.mention.anaphora()).toList();
            List<Outcome> anaphora =
                    outcomes.stream().filter(o -> o.mention.anaphora()).toList();
            List<Outcome> parts =
                    plain.stream().filter(o -> !o.mention.pinpoint().isEmpty()).toList();
            return new Figures(
                    plain.size(),
                    count(plain, Outcome::found),
                    count(plain, Outcome::foundExactly),
                    count(plain, Outcome::linked),
                    count(plain, Outcome::linkedExactly),
                    count(outcomes, Outcome::wrong),
                    share(verdicts),
                    new Anaphora(
                            anaphora.size(),
                            count(anaphora, Outcome::linked),
                            share(verdicts.stream().filter(Verdict::anaphora).toList())),
                    new Pinpoints(
                            parts.size(), count(parts, Outcome::pinpointRead), count(parts, Outcome::pinpointEqual)));
        }

        /// Share of resolved rows that are right; 1 where there are none.
        public double precision() {
            return links.value();
        }

        /// Share of mentions linked right; 1 where there are none.
        public double recall() {
            return new Share(mentions, linked).value();
        }
    }

    /// What became of one sure mention.
    ///
    /// @param found some row overlaps it
    /// @param foundExactly some row covers it to the character
    /// @param resolved some row on it is resolved
    /// @param linked some row on it is resolved to the right document
    /// @param linkedExactly as linked, and to the character
    /// @param pinpointRead as linked, and some part of the document is named
    /// @param pinpointEqual as linked, and the marked part is named
    public record Outcome(
            Evaluation.Gold mention,
            boolean found,
            boolean foundExactly,
            boolean resolved,
            boolean linked,
            boolean linkedExactly,
            boolean pinpointRead,
            boolean pinpointEqual) {

        boolean wrong() {
            return resolved && !linked;
        }
    }

    /// What a resolved row is worth.
    ///
    /// @param type that of the mention it lies on, else its own
    /// @param marked it lies on some mention
    /// @param anaphora it lies on a back-reference
    /// @param lookalike it lies on a look-alike and on no mention
    public record Verdict(
            Evaluation.Prediction prediction,
            String type,
            boolean right,
            boolean marked,
            boolean anaphora,
            boolean lookalike) {}

    public EvaluationReport {
        outcomes = List.copyOf(outcomes);
        verdicts = List.copyOf(verdicts);
        properties = Map.copyOf(properties);
    }

    public Figures overall() {
        return Figures.of(outcomes, verdicts);
    }

    /// In the order of the types' names.
    public Map<String, Figures> byType() {
        return by(outcome -> outcome.mention.type(), Verdict::type);
    }

    /// The figures for each value of a property of the files, as of `language`; empty when no file tells it.
    public Map<String, Figures> by(String property) {
        return by(
                outcome -> property(outcome.mention.file(), property),
                verdict -> property(verdict.prediction.row().file(), property));
    }

    /// How many resolved rows each rule gave, and how many of them were right.
    public Map<Rule, Share> byRule() {
        var byRule = new EnumMap<Rule, Share>(Rule.class);
        for (Rule rule : Rule.values()) {
            List<Verdict> chosen = verdicts.stream()
                    .filter(verdict -> verdict.prediction.rule().equals(Optional.of(rule)))
                    .toList();
            if (!chosen.isEmpty()) {
                byRule.put(rule, share(chosen));
            }
        }
        return Collections.unmodifiableMap(byRule);
    }

    /// The resolved rows whose confidence lies in `[from, to)`, and how many of them were right.
    public Share withConfidence(double from, double to) {
        return share(verdicts.stream()
                .filter(verdict -> {
                    double confidence = verdict.prediction.row().confidence();
                    return confidence >= from && confidence < to;
                })
                .toList());
    }

    /// A line for each mention that is not linked right and each row where nothing is marked:
    /// `kind file start text id`, parted by tabs.
    public List<String> errors() {
        var errors = new ArrayList<String>();
        for (Outcome outcome : outcomes) {
            if (!outcome.linked) {
                String kind = outcome.resolved ? "wrong" : outcome.found ? "unlinked" : "missed";
                Evaluation.Gold mention = outcome.mention;
                errors.add("%s\t%s\t%d\t%s\t%s"
                        .formatted(
                                mention.anaphora() ? kind + "-anaphora" : kind,
                                mention.file(),
                                mention.start(),
                                TabSeparated.oneLine(mention.text()),
                                mention.id()));
            }
        }
        for (Verdict verdict : verdicts) {
            if (!verdict.marked) {
                CiteTable.Row row = verdict.prediction.row();
                errors.add("%s\t%s\t%d\t%s\t%s"
                        .formatted(
                                verdict.lookalike ? "look-alike" : "false",
                                row.file(),
                                row.start(),
                                TabSeparated.oneLine(row.text()),
                                row.id()));
            }
        }
        return List.copyOf(errors);
    }

    private String property(String file, String property) {
        return properties.getOrDefault(TabSeparated.fileName(file), Map.of()).getOrDefault(property, "");
    }

    private Map<String, Figures> by(Function<Outcome, String> ofOutcome, Function<Verdict, String> ofVerdict) {
        var keys = new TreeSet<String>();
        outcomes.forEach(outcome -> keys.add(ofOutcome.apply(outcome)));
        verdicts.forEach(verdict -> keys.add(ofVerdict.apply(verdict)));
        keys.remove("");
        var figures = new LinkedHashMap<String, Figures>();
        for (String key : keys) {
            figures.put(
                    key,
                    Figures.of(
                            outcomes.stream()
                                    .filter(outcome -> ofOutcome.apply(outcome).equals(key))
                                    .toList(),
                            verdicts.stream()
                                    .filter(verdict -> ofVerdict.apply(verdict).equals(key))
                                    .toList()));
        }
        return Collections.unmodifiableMap(figures);
    }

    private static int count(List<Outcome> outcomes, Predicate<Outcome> which) {
        return (int) outcomes.stream().filter(which).count();
    }

    private static Share share(List<Verdict> verdicts) {
        return new Share(
                verdicts.size(), (int) verdicts.stream().filter(Verdict::right).count());
    }
}
