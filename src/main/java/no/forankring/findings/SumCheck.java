package no.forankring.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forankring.document.Passage;

/// Totals that differ from the parts in the same sentence, and numbers that differ from the names beside them.
final class SumCheck {

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /// The parts need not be all, or the same thing is counted twice.
    private static final Pattern NOT_ALL = Pattern.compile(
            "hvorav|herav|derav|av disse|av desse|inkludert|medregnet|medrekna|i tillegg|utenom|unntatt|unntak|resten|de andre|dei andre|de øvrige|blant annet|mellom anna|bl\\.\\s?a|f\\.\\s?eks|for eksempel|til dømes|\\bhver|\\bkvar|\\bper\\b|\\bpr\\b|årlig|årleg|siden|sidan|unike|ulike|forskjellige|flere av|fleire av|noen av|nokre av|minst|omtrent|\\bca\\b|cirka|rundt|om lag|nesten|nærmere|over \\d|under \\d|mer enn|meir enn|opptil|inntil|minus|\\d\\s?[–-]\\s?\\d|samt|\\bm\\.?\\s?fl|osv|etc|…|\\bsom\\b",
            I);
    private static final Pattern ABOUT_BEFORE = Pattern.compile(
            "(?:minst|omtrent|\\bca\\.?|cirka|rundt|om lag|nesten|nærmere|over|under|mer enn|meir enn|flere enn|fleire enn|opptil|inntil|av|[–-])\\s*$",
            I);
    // "… totalt 13 team", "… til sammen 9 samlinger"
    private static final Pattern TOTAL = Pattern.compile(
            "(?:totalt|til\\s?sammen|til\\s?saman|i\\s+alt|samlet|i\\s+sum)\\s+(" + Numerals.ANY + ")\\s+(\\p{L}+)", I);
    private static final Pattern NUMBERED =
            Pattern.compile("(?<![\\p{L}\\d,.])(" + Numerals.ANY + ")\\s+(?:\\p{Ll}+e\\s+)?(\\p{L}+)", I);
    // "13 team (6 fra A og 7 fra B)", "fire åpne samlinger; tre webinarer og en fysisk samling"
    private static final Pattern WHOLE = Pattern.compile(
            "(?<![\\p{L}\\d,.])(" + Numerals.SEVERAL
                    + ")\\s+(?:\\p{Ll}+e\\s+){0,2}(\\p{L}{3,})\\s*([:;(])\\s*([^().;:]+)(?=[).;]|$)",
            I);
    private static final Pattern PART = Pattern.compile("(" + Numerals.ANY + ")\\s+(\\p{L}+)(?:\\s+(\\p{L}+))?.*", I);
    private static final Pattern AND = Pattern.compile("\\s*,\\s*(?:og\\s+)?|\\s+og\\s+");
    /// Words after a number that say where or how, not what.
    private static final Set<String> NO_NOUN = Set.of(
            "fra",
            "frå",
            "i",
            "på",
            "med",
            "til",
            "om",
            "digital",
            "digitale",
            "digitalt",
            "fysisk",
            "fysiske",
            "ute",
            "inne");
    /// What happens: a gathering may be a webinar or a day.
    private static final Set<String> EVENTS = Set.of(
            "samling",
            "nettverkssamling",
            "møte",
            "arrangement",
            "webinar",
            "fagdag",
            "kurs",
            "konferanse",
            "seminar",
            "workshop",
            "verksted",
            "aktivitet",
            "tiltak");
    // "Tre kommuner deltok: A, B og C", "fem kommuner (A, B, C, D og E)"
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}\\d,.])(" + Numerals.SEVERAL
                    + ")\\s+(?:\\p{Ll}+e\\s+)?(kommuner|kommunar|fylker|fylke|bydeler|bydelar)((?:\\s+\\p{L}+){0,4})\\s*([:(])\\s*([^().;:]+)(?=[).;]|$)",
            I);
    private static final String NAME = "\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}\\p{L}+){0,2}(?:\\s+kommune)?";
    private static final Pattern TWO_IN_ONE = Pattern.compile(
            "(Møre) og (Romsdal)|(Vestfold) og (Telemark)|(Troms) og (Finnmark)|(Sogn) og (Fjordane)|(Oslo) og (Viken)");

    private SumCheck() {}

    static List<Finding> find(List<Passage> passages) {
        var findings = new ArrayList<Finding>();
        for (Passage passage : passages) {
            if (passage.kind() == Passage.Kind.TABLE_ROW) {
                continue;
            }
            for (Sentence sentence : Sentence.of(passage)) {
                partsThenTotal(sentence).ifPresent(findings::add);
                wholeThenParts(sentence).ifPresent(findings::add);
                names(sentence).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> partsThenTotal(Sentence sentence) {
        Matcher total = TOTAL.matcher(sentence.text());
        if (!total.find()) {
            return Optional.empty();
        }
        String before = sentence.text().substring(0, total.start());
        String unit = stem(total.group(2));
        // The names in brackets that tell of a part are no parts themselves.
        if (NOT_ALL.matcher(sentence.text().replaceAll("\\([^)]*\\)", "")).find() || total.find()) {
            return Optional.empty();
        }
        var parts = new ArrayList<Integer>();
        Matcher numbered = NUMBERED.matcher(before.replaceAll("\\([^)]*\\)", ""));
        while (numbered.find()) {
            if (stem(numbered.group(2)).equals(unit)) {
                Numerals.of(numbered.group(1)).ifPresent(parts::add);
            }
        }
        total.reset();
        total.find();
        return differs(sentence, parts, Numerals.of(total.group(1)), people(unit) ? 0.5 : 0.8);
    }

    private static Optional<Finding> wholeThenParts(Sentence sentence) {
        Matcher whole = WHOLE.matcher(sentence.text());
        while (whole.find()) {
            String unit = stem(whole.group(2));
            if (NOT_ALL.matcher(whole.group()).find()
                    || ABOUT_BEFORE
                            .matcher(sentence.text().substring(0, whole.start()))
                            .find()) {
                continue;
            }
            var parts = new ArrayList<Integer>();
            boolean all = true;
            for (String piece : AND.split(whole.group(4).strip())) {
                Matcher part = PART.matcher(piece.strip());
                boolean fits = part.matches() && isPartOf(unit, part, whole.group(3));
                OptionalInt number = fits ? Numerals.of(part.group(1)) : OptionalInt.empty();
                all = all
                        && number.isPresent()
                        && !piece.strip().substring(part.end(1)).matches(".*\\d.*");
                number.ifPresent(parts::add);
            }
            if (all) {
                Optional<Finding> finding =
                        differs(sentence, parts, Numerals.of(whole.group(1)), people(unit) ? 0.5 : 0.8);
                if (finding.isPresent()) {
                    return finding;
                }
            }
        }
        return Optional.empty();
    }

    /// "13 team (6 fra A": the same; "fire samlinger; tre webinarer": webinars are gatherings; "ti team (48 deltakere":
    /// no.
    private static boolean isPartOf(String unit, Matcher part, String sign) {
        String next = part.group(2).toLowerCase(java.util.Locale.ROOT);
        if (NO_NOUN.contains(next)) {
            String noun = part.group(3) == null ? "" : stem(part.group(3));
            boolean adjective = next.startsWith("digital") || next.startsWith("fysisk");
            return !adjective
                    || noun.isEmpty()
                    || noun.equals(unit)
                    || EVENTS.contains(noun) && EVENTS.contains(unit)
                    || NO_NOUN.contains(noun);
        }
        String noun = stem(next);
        return noun.equals(unit) || !sign.equals("(") && EVENTS.contains(noun) && EVENTS.contains(unit);
    }

    private static Optional<Finding> differs(
            Sentence sentence, List<Integer> parts, OptionalInt total, double confidence) {
        int sum = parts.stream().mapToInt(Integer::intValue).sum();
        if (parts.size() < 2 || total.isEmpty() || total.getAsInt() == sum) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Finding.Kind.SUM,
                sentence.span(),
                List.of(sentence.span()),
                List.of(
                        parts.stream().map(String::valueOf).collect(Collectors.joining(" + ")),
                        Integer.toString(sum),
                        Integer.toString(total.getAsInt())),
                confidence));
    }

    private static Optional<Finding> names(Sentence sentence) {
        Matcher named = NAMED.matcher(TWO_IN_ONE.matcher(sentence.text()).replaceAll(found -> {
            String words = found.group();
            return words.replace(" og ", "-og-");
        }));
        while (named.find()) {
            String before = sentence.text()
                    .substring(0, Math.min(named.start(), sentence.text().length()));
            if (NOT_ALL.matcher(named.group()).find()
                    || ABOUT_BEFORE.matcher(before).find()) {
                continue;
            }
            List<String> names = List.of(AND.split(named.group(5).strip()));
            boolean all = names.stream()
                    .allMatch(name -> name.strip().replace("-og-", "-Og-").matches(NAME));
            OptionalInt number = Numerals.of(named.group(1));
            if (all && names.size() > 2 && number.isPresent() && number.getAsInt() != names.size()) {
                return Optional.of(new Finding(
                        Finding.Kind.LIST,
                        sentence.span(),
                        List.of(sentence.span()),
                        List.of(Integer.toString(number.getAsInt()), Integer.toString(names.size())),
                        0.8));
            }
        }
        return Optional.empty();
    }

    private static boolean people(String unit) {
        return unit.startsWith("deltak") || unit.startsWith("person") || unit.startsWith("ansatt");
    }

    private static String stem(String noun) {
        String lower = noun.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("møt")) {
            return "møte";
        }
        return lower.replaceFirst("(?:ene|ane|er|ar|en|et|e|r)$", "");
    }
}
