package no.forankring.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.document.Owner;
import org.jspecify.annotations.Nullable;

/// The learned aliases, made ready for one pass over a text.
///
/// What the text or the register settles stands: an alias speaks where they leave a mention open, or find none.
final class LearnedNames {

    /// A decision that is less sure than this gives way to what a person has accepted.
    private static final double SETTLED = 0.8;
    private static final double CONFIDENCE = 0.95;

    /// One spelling with all that it was accepted for.
    private record Entry(Wording wording, List<LearnedAlias> aliases) {}

    /// A spelling found in a text, as tokens `[from, to)`.
    private record Found(int from, int to, LearnedAlias alias) {}

    private final NameIndex names;
    private final Map<Integer, List<Entry>> byFirstWord = new HashMap<>();

    LearnedNames(List<LearnedAlias> aliases, NameIndex names) {
        this.names = names;
        aliases.forEach(this::add);
    }

    private void add(LearnedAlias alias) {
        var wording = new Wording(alias.words(), names);
        if (wording.count() == 0) {
            return;
        }
        List<Entry> entries = byFirstWord.computeIfAbsent(wording.firstKey(), key -> new ArrayList<>());
        for (Entry entry : entries) {
            if (entry.wording.equalTo(wording)) {
                entry.aliases.add(alias);
                return;
            }
        }
        entries.add(new Entry(wording, new ArrayList<>(List.of(alias))));
    }

    /// The alias with these words that counts in the owner's documents; empty when there is none, or when people have
    /// accepted the words for different documents.
    Optional<LearnedAlias> find(String words, Optional<Owner> owner) {
        var wording = new Wording(words, names);
        if (wording.count() == 0) {
            return Optional.empty();
        }
        return byFirstWord.getOrDefault(wording.firstKey(), List.of()).stream()
                .filter(entry -> entry.wording.equalTo(wording))
                .findFirst()
                .map(entry -> chosen(entry.aliases, owner));
    }

    /// Tells each finding that bears a learned spelling, and adds those that nothing else found.
    void mark(Reading reading, Optional<Owner> owner) {
        if (byFirstWord.isEmpty()) {
            return;
        }
        int next = 0;
        for (Found found : all(reading, owner)) {
            List<Finding> findings = reading.findings;
            while (next < findings.size() && findings.get(next).to <= found.from) {
                next++;
            }
            Finding there = next < findings.size() ? findings.get(next) : null;
            if (there == null || there.from >= found.to) {
                findings.add(next, finding(reading, found));
            } else if (there.from == found.from && there.to == found.to) {
                there.learned = decision(reading, found.alias);
            }
        }
    }

    private List<Found> all(Reading reading, Optional<Owner> owner) {
        Tokens tokens = reading.tokens;
        var all = new ArrayList<Found>();
        int token = 0;
        while (token < tokens.count()) {
            Found found = longest(reading, token, owner);
            if (found != null) {
                all.add(found);
            }
            token = found == null ? token + 1 : found.to;
        }
        return all;
    }

    private @Nullable Found longest(Reading reading, int token, Optional<Owner> owner) {
        Tokens tokens = reading.tokens;
        List<Entry> entries = byFirstWord.get(Wording.key(tokens, token));
        Found best = null;
        for (Entry entry : entries == null ? List.<Entry>of() : entries) {
            int to = token + entry.wording.count();
            if ((best == null || to > best.to) && entry.wording.isNamedAt(tokens, token)) {
                LearnedAlias alias = chosen(entry.aliases, owner);
                if (alias != null && !isMadeLater(reading, alias)) {
                    best = new Found(token, to, alias);
                }
            }
        }
        return best;
    }

    /// What was accepted for the owner comes before what was accepted for all.
    private static @Nullable LearnedAlias chosen(List<LearnedAlias> aliases, Optional<Owner> owner) {
        List<LearnedAlias> own = aliases.stream()
                .filter(alias -> owner.isPresent()
                        && alias.owner().isPresent()
                        && alias.owner().get().key().equals(owner.get().key()))
                .toList();
        List<LearnedAlias> counting = own.isEmpty()
                ? aliases.stream().filter(alias -> alias.owner().isEmpty()).toList()
                : own;
        boolean agreed =
                counting.stream().map(LearnedAlias::document).distinct().count() == 1;
        return agreed ? counting.getFirst() : null;
    }

    /// A text does not cite what was made years later.
    private static boolean isMadeLater(Reading reading, LearnedAlias alias) {
        Row row = reading.names.row(alias.document().value());
        return row != null
                && reading.document.date().isPresent()
                && row.document()
                        .date()
                        .map(made -> made.year() > reading.document.date().get().getYear() + 1)
                        .orElse(false);
    }

    private static Finding finding(Reading reading, Found found) {
        var finding = new Finding(Finding.Kind.NAME, "learned-name", found.from, found.to, reading.tokens);
        Decision decision = decision(reading, found.alias);
        finding.options =
                new ArrayList<>(List.of(reading.option(found.alias.document().value())));
        finding.decision = decision;
        return finding;
    }

    private static Decision decision(Reading reading, LearnedAlias alias) {
        Option option = reading.option(alias.document().value());
        return Decision.resolved(option, Rule.LEARNED, CONFIDENCE, List.of(reason(alias, option.label())));
    }

    private static Reason reason(LearnedAlias alias, String label) {
        LearnedAlias.Provenance from = alias.provenance();
        String day = from.when().toString().substring(0, 10);
        return alias.owner()
                .map(owner -> Reason.of("learned-of-owner", label, from.who(), day, owner.name()))
                .orElseGet(() -> Reason.of("learned", label, from.who(), day));
    }

    /// What a finding ends as: its own decision where that settles it, else what a person has accepted.
    static @Nullable Decision settle(Finding finding, @Nullable Decision own) {
        Decision learned = finding.learned;
        return learned == null || own != null && own.isResolved() && own.confidence() >= SETTLED ? own : learned;
    }
}
