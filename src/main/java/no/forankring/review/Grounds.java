package no.forankring.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.graph.Addresses;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;

/// What speaks for and against a suggestion, found in the sentence, the document and the register.
final class Grounds {

    private static final String INFERRED = "inferred";
    private static final String CANDIDATE = "candidate";
    /// Rules of a status that nothing speaks for: it is only there to choose.
    private static final Set<String> SAYS_NOTHING = Set.of("cell-color-gone", "status-choice");
    /// Shorter names are found in other words' company by chance.
    private static final int SHORTEST_NAME = 6;
    // «Nettverket er ikke forankret i», «uten hjemmel i», «gjelder ikkje», «hverken».
    private static final Pattern DENIAL = Pattern.compile(
            "(?<![\\p{L}])(?:ikke|ikkje|ikkje lenger|uten|utan|verken|hverken|korkje|ingen|aldri|not|without|never)(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s+\\p{Lu})|\\n");

    private final Register register;

    Grounds(Register register) {
        this.register = register;
    }

    /// @param date of the document, where it is known
    /// @param citedElsewhere true when the document cites the target for certain in another place
    /// @param objectIsFact false when the statement is of a governing document that the document does not cite for
    ///     certain
    Sides of(Step step, Optional<LocalDate> date, boolean citedElsewhere, boolean objectIsFact) {
        var sides = new Sides();
        EvidenceView proof = step.evidence().getFirst();
        boolean citation = step.predicate().equals("cites");
        if (!proof.reason().isBlank() && !SAYS_NOTHING.contains(proof.rule())) {
            boolean weak = proof.rule().equals(INFERRED);
            (weak ? sides.against : sides.support).add(Ground.of(Ground.AS_STORED, proof.reason()));
        }
        Optional<GoverningDocument> target = step.object().kind().equals(Addresses.GOVERNING_DOCUMENT)
                ? register.findNamed(new GoverningDocumentId(step.object().id()))
                : Optional.empty();
        String sentence = sentence(proof);
        target.ifPresent(document -> ofDocument(document, step, sentence, date, sides));
        if (citedElsewhere) {
            sides.support.add(Ground.of("cited-elsewhere", step.object().label()));
        }
        if (!citation && target.isPresent() && !objectIsFact) {
            sides.against.add(Ground.of("object-unsure", step.object().label()));
        }
        if (!citation
                && holds(sentence, step.subject().label())
                && holds(sentence, step.object().label())) {
            sides.support.add(Ground.of(
                    "names-both", step.subject().label(), step.object().label()));
        }
        if (!citation && !holds(proof.text(), step.subject().label())) {
            sides.against.add(Ground.of("subject-elsewhere", step.subject().label()));
        }
        var denial = DENIAL.matcher(sentence);
        if (denial.find()) {
            sides.against.add(Ground.of("denied", denial.group()));
        }
        if (step.evidence().size() > 1) {
            sides.support.add(
                    Ground.of("several-places", Integer.toString(step.evidence().size())));
        }
        if (proof.rule().equals(CANDIDATE) && sides.support.isEmpty()) {
            sides.against.add(Ground.of("one-of-several"));
        }
        return sides;
    }

    private void ofDocument(
            GoverningDocument target, Step step, String sentence, Optional<LocalDate> date, Sides sides) {
        Optional<String> name = names(target)
                .filter(known -> known.length() >= SHORTEST_NAME && holds(sentence, known))
                .findFirst();
        name.ifPresentOrElse(
                known -> sides.support.add(Ground.of("name-said", known)),
                () -> sides.against.add(Ground.of("no-title")));
        if (!target.number().isEmpty()) {
            List<GoverningDocument> same = register.byNumber(target.type(), target.number());
            boolean session = !target.session().isEmpty() && holds(dashes(sentence), dashes(target.session()));
            if (session) {
                sides.support.add(Ground.of("session-said", target.session()));
            } else if (same.size() > 1) {
                sides.against.add(Ground.of(
                        "number-shared",
                        target.number(),
                        same.stream()
                                .filter(other -> !other.id().equals(target.id()))
                                .map(GoverningDocument::label)
                                .limit(3)
                                .reduce((first, second) -> first + "; " + second)
                                .orElse("")));
            }
        }
        List<String> others = names(step).stream()
                .flatMap(words -> register.named(words).stream())
                .map(Register.Name::document)
                .filter(other -> !other.id().equals(target.id()))
                .map(GoverningDocument::label)
                .distinct()
                .limit(3)
                .toList();
        if (!others.isEmpty()) {
            sides.against.add(Ground.of("name-shared", String.join("; ", others)));
        }
        date.ifPresent(day -> {
            String asked = day.toString();
            if (!target.mayBeInForceOn(day)) {
                String began = target.inForceFrom()
                        .or(target::date)
                        .map(from -> from.text())
                        .orElse("?");
                sides.against.add(target.inForceTo()
                        .filter(to -> day.isAfter(to.latest()))
                        .map(to -> Ground.of("ended", asked, to.text()))
                        .orElseGet(() -> Ground.of("not-begun", asked, began)));
            } else if (target.inForceFrom().isPresent()) {
                sides.support.add(Ground.of("in-force", asked));
            }
        });
        if (!target.replacedBy().isEmpty() && date.isEmpty()) {
            sides.against.add(Ground.of(
                    "replaced",
                    target.replacedBy().stream()
                            .flatMap(id -> register.find(id).stream())
                            .map(GoverningDocument::label)
                            .findFirst()
                            .orElse(target.replacedBy().getFirst().value())));
        }
    }

    private static List<String> names(Step step) {
        return step.evidence().stream().map(EvidenceView::quote).distinct().toList();
    }

    private static Stream<String> names(GoverningDocument document) {
        return Stream.of(
                        Stream.of(document.title(), document.shortTitle()),
                        document.aliases().stream(),
                        document.ambiguousAliases().stream())
                .flatMap(names -> names)
                .filter(name -> !name.isBlank() && name.chars().anyMatch(Character::isLetter))
                // A number is no title.
                .filter(name -> !name.matches("(?i).*\\bnr\\b.*|.*\\(\\d{4}.*|(?i)(?:meld|st|prop|innst|nou)\\b.*"));
    }

    private static String dashes(String text) {
        return text.replaceAll("[‐‑‒–—−]", "-").replaceAll("\\s*-\\s*", "-");
    }

    private static boolean holds(String text, String words) {
        return !words.isBlank() && Judgment.normal(text).contains(Judgment.normal(words));
    }

    /// The sentence in which the proving words stand.
    static String sentence(EvidenceView proof) {
        String text = proof.text();
        int start = 0;
        var end = SENTENCE_END.matcher(text);
        while (end.find()) {
            if (end.end() <= proof.start() && isEnd(text, end.start())) {
                start = end.end();
            } else if (end.start() >= proof.end() && isEnd(text, end.start())) {
                return text.substring(start, end.end()).strip();
            }
        }
        return text.substring(start).strip();
    }

    // "Meld. St. 24", "nr. 30", "jf. Lov": no sentence ends there.
    private static boolean isEnd(String text, int at) {
        return text.charAt(at) != '.'
                || !text.substring(Math.max(0, at - 7), at)
                        .toLowerCase(Locale.ROOT)
                        .matches(
                                "(?s).*(?:^|[^\\p{L}])(?:meld|st|nr|kap|jf|jfr|prop|innst|ot|prp|bl\\.a|f\\.eks|ca|pkt|mv)");
    }

    /// The two sides as they are found.
    static final class Sides {
        final List<Ground> support = new ArrayList<>();
        final List<Ground> against = new ArrayList<>();
    }
}
