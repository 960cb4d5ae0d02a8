package no.forankring.citation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.forankring.register.GoverningDocument;
import org.jspecify.annotations.Nullable;

/// The titles of thousands of regulations of which only the official names are known.
///
/// A title counts only as a whole and letter by letter: `Forskrift om miljørettet helsevern`. Thousands begin alike,
/// and
/// so do those of municipalities and those repealed, so neither its beginning nor a likeness names it. Therefore a hash
/// of its words is all that is kept. A title that several bear means any of them.
final class RegulationTitles {

    // "Forskrift om tiltak mot … (smittevernforskriften)"
    private static final Pattern BRACKETS_AT_END = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]$");

    // "Forskrift om rammeplan for barnehagens innhold og oppgaver": what it lays down has a name of its own.
    private static final Pattern PLAN_LAID_DOWN = Pattern.compile(
            "Forskrift (?:om|til) ((?:felles |nasjonal )?(?:rammeplan|læreplan|retningslinje|reglement) .+)");

    private static final int LONGEST = 64;
    private static final int FILTER_BITS = 19;

    private final Map<Long, List<Option>> titles = new HashMap<>();
    /// Where a title may go on after these words; now and then also where none does.
    private final BitSet beginnings = new BitSet(1 << FILTER_BITS);

    private final BitSet firstWords = new BitSet();
    private final Lexicon lexicon;

    RegulationTitles(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// Adds the title, without what it may have in brackets at the end, the short title where that has several words,
    /// and the plan that it lays down.
    void add(Row row) {
        GoverningDocument document = row.document();
        String plain =
                NameIndex.stripTail(BRACKETS_AT_END.matcher(document.title()).replaceFirst(""));
        // What follows the title, as in "mv.", is read with every act.
        add(row, NameIndex.stripTail(document.title()));
        add(row, plain);
        add(row, NameIndex.stripTail(document.shortTitle()));
        var bearer = PLAN_LAID_DOWN.matcher(plain);
        if (bearer.matches()) {
            add(row, bearer.group(1));
        }
    }

    private void add(Row row, String name) {
        if (name.indexOf(' ') < 0) {
            return;
        }
        var first = new Tokens(name.substring(0, name.indexOf(' ')), lexicon, List.of());
        if (first.count() != 1 || !first.isWord(0)) {
            return;
        }
        firstWords.set(lexicon.wordFor(first.foldedText(0)));
        var tokens = new Tokens(name, lexicon, List.of());
        int count = tokens.count();
        if (count < 2 || count > LONGEST) {
            return;
        }
        long hash = 0;
        for (int i = 0; i < count; i++) {
            hash = step(hash, tokens, i);
            beginnings.set(place(hash));
        }
        List<Option> known = titles.get(hash);
        if (known == null) {
            titles.put(hash, List.of(Option.of(row, Option.Source.UNIQUE)));
        } else if (known.stream().noneMatch(option -> option.row() == row)) {
            var more = new ArrayList<>(known);
            more.add(Option.of(row, Option.Source.UNIQUE));
            titles.put(hash, List.copyOf(more));
        }
    }

    boolean begins(int word) {
        return word >= 0 && firstWords.get(word);
    }

    /// The longest title that begins at the token, or null.
    NameIndex.@Nullable Match match(Tokens tokens, int from) {
        return begins(tokens.word(from)) ? walk(tokens, from, from, 0) : null;
    }

    /// The longest title that begins with the kind word and goes on at the token, or null.
    NameIndex.@Nullable Match matchAfter(Cue kind, Tokens tokens, int token) {
        return begins(kind.ordinal()) ? walk(tokens, token, token, mix(0, kind.ordinal())) : null;
    }

    private NameIndex.@Nullable Match walk(Tokens tokens, int from, int at, long reached) {
        long hash = reached;
        List<Option> best = null;
        int to = 0;
        int limit = Math.min(tokens.count(), from + LONGEST);
        for (int i = at; i < limit && (i == at || NameIndex.passable(tokens, i)); i++) {
            tokens.looked(1);
            hash = step(hash, tokens, i);
            if (!beginnings.get(place(hash))) {
                break;
            }
            List<Option> here = titles.get(hash);
            if (here != null) {
                best = here;
                to = i + 1;
            }
        }
        return best == null ? null : new NameIndex.Match(best, NameIndex.Strength.STRONG, to, false, false);
    }

    /// The hash with one token more. Cues count in all their forms, as in "forskr. om"; other words as written.
    private static long step(long hash, Tokens tokens, int token) {
        if (tokens.isNumber(token)) {
            return mix(hash, -100L - tokens.value(token));
        }
        int word = tokens.word(token);
        if (word >= 0 && word < Cue.ALL.length) {
            return mix(hash, word);
        }
        long letters = Lexicon.start();
        for (int i = 0; i < tokens.foldedLength(token); i++) {
            letters = Lexicon.step(letters, tokens.foldedChar(token, i));
        }
        return mix(hash, letters);
    }

    private static long mix(long hash, long next) {
        long mixed = (hash ^ next) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    private static int place(long hash) {
        return (int) (hash * 0xC2B2AE3D27D4EB4FL >>> 64 - FILTER_BITS);
    }
}
