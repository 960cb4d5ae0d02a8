package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;

/// Why some words were linked as they were, as a tree: the outcome at the root, below each sentence what it rests on.
///
/// @param because in the order in which one would tell it; empty where there is no more to say
public record Explanation(Reason sentence, List<Explanation> because) {

    public Explanation {
        because = List.copyOf(because);
    }

    public static Explanation of(Reason sentence) {
        return new Explanation(sentence, List.of());
    }

    /// The whole way from the words to the outcome: which form found them, how they had to be read, by which rule and
    /// for which reasons the target was chosen, and what else was weighed.
    public static Explanation of(Resolution resolution, Register register) {
        var because = new ArrayList<Explanation>();
        because.add(of(form(resolution.mention().form())));
        readings(resolution.mention().text()).forEach(reading -> because.add(of(reading)));
        String words = TabSeparated.oneLine(resolution.mention().text());
        return switch (resolution) {
            case Resolution.Resolved resolved -> {
                String rule = resolved.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
                because.add(new Explanation(
                        Reason.of("rule-" + rule, percent(resolved.confidence())), leaves(resolved.reasons())));
                resolved.alternatives()
                        .forEach(other -> because.add(new Explanation(
                                Reason.of("explain-others", label(register, other.target())),
                                leaves(other.reasons()))));
                yield new Explanation(
                        Reason.of("explain-resolved", words, label(register, resolved.target())), because);
            }
            case Resolution.Ambiguous ambiguous -> {
                because.addAll(leaves(ambiguous.reasons()));
                int place = 1;
                for (Candidate candidate : ambiguous.candidates()) {
                    because.add(new Explanation(
                            Reason.of(
                                    "explain-candidate",
                                    Integer.toString(place++),
                                    label(register, candidate.target())),
                            leaves(candidate.reasons())));
                }
                yield new Explanation(Reason.of("explain-ambiguous", words), because);
            }
            case Resolution.Unresolved unresolved -> {
                because.addAll(leaves(unresolved.reasons()));
                yield new Explanation(Reason.of("explain-unresolved", words), because);
            }
        };
    }

    /// With one more sentence at the end.
    public Explanation and(Explanation more) {
        var all = new ArrayList<>(because);
        all.add(more);
        return new Explanation(sentence, all);
    }

    /// The sentence in bokmål (`nb`), nynorsk (`nn`) or English (`en`); bokmål for any other language.
    public String text(Locale locale) {
        return sentence.text(locale);
    }

    /// A number between 0 and 1 as whole hundredths.
    public static String percent(double number) {
        return Long.toString(Math.round(number * 100));
    }

    /// The name of a governing document, also of one that the register does not list.
    public static String label(Register register, GoverningDocumentId id) {
        return RegisterRdf.labelOfUnlisted(id, register);
    }

    private static String label(Register register, Target target) {
        String document = label(register, target.document());
        return target.pinpoint().isWhole()
                ? document
                : document + " " + target.pinpoint().text();
    }

    private static List<Explanation> leaves(List<Reason> reasons) {
        return reasons.stream().map(Explanation::of).toList();
    }

    private static Reason form(String form) {
        String key = "form-" + form;
        return Reason.isKnown(key) ? Reason.of(key) : Reason.of("form-other", form);
    }

    /// How the words had to be read to be seen as words, as far as they show it themselves.
    private static List<Reason> readings(String words) {
        var readings = new ArrayList<Reason>();
        boolean hyphen = words.indexOf('\u00AD') >= 0 || words.matches("(?s).*\\p{L}-\\R.*");
        if (hyphen) {
            readings.add(Reason.of("read-hyphen"));
        } else if (words.matches("(?s).*\\S\\h*\\R.*\\S.*")) {
            readings.add(Reason.of("read-over-lines"));
        }
        // Decomposed letters, ligatures, and "Ã¸" for "ø".
        if (words.matches("(?s).*[\\u0300-\\u036F\\uFB00-\\uFB06\\u00C3\\u00C2].*")) {
            readings.add(Reason.of("read-letters"));
        }
        if (words.matches("(?s).*\\$\\s*\\d.*")) {
            readings.add(Reason.of("read-dollar"));
        }
        if (words.matches("(?s)[^\\p{Ll}]*\\p{Lu}{2,}[^\\p{Ll}]*\\p{Lu}{3,}[^\\p{Ll}]*")) {
            readings.add(Reason.of("read-case"));
        }
        return readings;
    }
}
