package no.forankring.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forankring.document.Passage;
import no.forankring.document.Span;

/// "Vi har arrangert 23 samlinger" above sections that tell of 14.
///
/// Only what has been held counts, and of several numbers in a section the largest: the others are parts of it. What is
/// planned, wished for or held every year by others is not counted.
final class GatheringCheck {

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int FEWEST_SECTIONS = 3;
    private static final String GATHERINGS = "(?:nettverks|fag)?samling(?:er|ar)";
    // "arrangere 23 samlinger", "gjennomført i alt elleve nettverkssamlinger"
    private static final Pattern CLAIM = Pattern.compile(
            "(?:arranger|gjennomfør|holdt|avholdt|halde|hatt|hadde)[^.;:]{0,40}?(?<![\\p{L}\\d,.])(" + Numerals.SEVERAL
                    + ")\\s+(?:\\p{Ll}+e\\s+){0,2}" + GATHERINGS + "(?!\\p{L})",
            I);
    private static final Pattern HELD = Pattern.compile(
            "(?<![\\p{L}\\d,.])(" + Numerals.SEVERAL + ")\\s+(?:\\p{Ll}+e\\s+){0,2}" + GATHERINGS + "(?!\\p{L})", I);
    // "hadde sin første samling", "én samling", "holdt en digital samling"
    private static final Pattern ONE = Pattern.compile(
            "første\\s+(?:nettverks)?samling(?!\\p{L})|fyrste\\s+samling(?!\\p{L})|(?<!\\p{L})(?:én|éi|ett)\\s+(?:\\p{Ll}+\\s+)?(?:nettverks)?samling(?!\\p{L})|(?:holdt|hatt|hadde|arrangert|arrangerte|gjennomført|gjennomførte|avholdt)\\s+(?:en|ei)\\s+(?:\\p{Ll}+\\s+)?(?:nettverks)?samling(?!\\p{L})",
            I);
    private static final Pattern NOT_HELD = Pattern.compile(
            "\\bmål(?:et)?\\s+om|planlagt|planlegg|\\bskal\\b|\\bvil\\b|årlig|årleg|hvert\\s+år|kvart\\s+år|i\\s+året|per\\s+år|pr\\.?\\s+år|ønsk|forvent|\\bbør\\b|halvår|av\\s+samling|lokale\\s+grupper|avlys|utsatt",
            I);
    private static final Pattern ABOUT = Pattern.compile(
            "(?:\\bca\\.?|cirka|omtrent|om lag|rundt|nesten|over|minst|mer enn|meir enn|flere enn|opptil)\\s+\\S+\\s+(?:\\S+\\s+)?"
                    + GATHERINGS,
            I);
    private static final Pattern SPEAKS_OF = Pattern.compile("samling", I);

    private record Section(Passage heading, List<Passage> passages) {
        boolean speaksOfGatherings() {
            return heading.text().toLowerCase(java.util.Locale.ROOT).contains("nettverk")
                    || passages.stream()
                            .anyMatch(
                                    passage -> SPEAKS_OF.matcher(passage.text()).find());
        }
    }

    /// @param span the sentence that says so
    private record Count(int number, Span span) {}

    private GatheringCheck() {}

    static List<Finding> find(List<Passage> passages) {
        List<Section> sections = sections(passages);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < sections.size(); i++) {
            for (Passage passage : sections.get(i).passages()) {
                for (Sentence sentence : Sentence.of(passage)) {
                    Matcher claim = CLAIM.matcher(sentence.text());
                    if (claim.find()
                            && !NOT_HELD.matcher(sentence.text()).find()
                            && !ABOUT.matcher(sentence.text()).find()) {
                        compare(sentence, claim.group(1), following(sections, i), findings);
                    }
                }
            }
        }
        return findings;
    }

    private static void compare(Sentence claim, String number, List<Section> following, List<Finding> findings) {
        var counts = new ArrayList<Count>();
        for (Section section : following) {
            Count count = count(section);
            if (count.number() > 0) {
                counts.add(count);
            }
        }
        OptionalInt claimed = Numerals.of(number);
        int sum = counts.stream().mapToInt(Count::number).sum();
        int largest = counts.stream().mapToInt(Count::number).max().orElse(0);
        // A number no larger than one section's own is not the number of all.
        if (counts.size() < FEWEST_SECTIONS
                || claimed.isEmpty()
                || claimed.getAsInt() <= largest
                || claimed.getAsInt() == sum) {
            return;
        }
        findings.add(new Finding(
                Finding.Kind.GATHERINGS,
                claim.span(),
                counts.stream().map(Count::span).toList(),
                List.of(
                        Integer.toString(claimed.getAsInt()),
                        Integer.toString(sum),
                        counts.stream().map(Count::number).map(String::valueOf).collect(Collectors.joining(" + "))),
                0.6));
    }

    /// The largest number of gatherings held that a section tells of.
    private static Count count(Section section) {
        var best = new Count(0, section.heading().span());
        for (Passage passage : section.passages()) {
            for (Sentence sentence : Sentence.of(passage)) {
                if (NOT_HELD.matcher(sentence.text()).find()) {
                    continue;
                }
                int number = ONE.matcher(sentence.text()).find() ? 1 : 0;
                Matcher held = HELD.matcher(sentence.text());
                while (held.find()) {
                    number = Math.max(number, Numerals.of(held.group(1)).orElse(0));
                }
                if (number > best.number()) {
                    best = new Count(number, sentence.span());
                }
            }
        }
        return best;
    }

    /// The sections below a claim: those within its own, else as long as they speak of gatherings.
    private static List<Section> following(List<Section> sections, int at) {
        int level = sections.get(at).heading().level();
        var following = new ArrayList<Section>();
        for (Section section : sections.subList(at + 1, sections.size())) {
            boolean within = section.heading().level() > level;
            if (section.heading().level() < level || !within && !section.speaksOfGatherings()) {
                break;
            }
            following.add(section);
        }
        return following;
    }

    private static List<Section> sections(List<Passage> passages) {
        var sections = new ArrayList<Section>();
        for (Passage passage : passages) {
            if (passage.kind() == Passage.Kind.HEADING) {
                sections.add(new Section(passage, new ArrayList<>()));
            } else if (!sections.isEmpty()) {
                sections.getLast().passages().add(passage);
            }
        }
        return sections;
    }
}
