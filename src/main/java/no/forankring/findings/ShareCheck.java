package no.forankring.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Passage;
import no.forankring.document.Span;

/// Shares that the number of answers cannot give: of 12 answers 5 are 42 % and 6 are 50 %, so 45 % is none.
///
/// A share is taken as possible when a whole number of answers comes within one unit of its last digit, rounded up,
/// down or cut off. Shares of somebody else than those who answered, changes and targets are none of ours.
final class ShareCheck {

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    // "12 svarte", "12 respondenter", "58 av 74 svarte", "n = 12", "fikk 12 svar"
    private static final Pattern RESPONDENTS = Pattern.compile(
            "(?<![\\d,.–-])(\\d{1,4})(?:\\s+av\\s+(?:de\\s+|dei\\s+)?\\d{1,4})?\\s+(?:(?:deltakere|deltakarar|personer|personar|ledere|leiarar|kommuner|kommunar|ansatte|tilsette)\\s+)?(?:har\\s+)?(?:svarte|svara|respondenter|respondentar|besvarelser|besvarte|svar|svarskjema|utfylte\\s+skjema)(?!\\p{L})|\\bn\\s*=\\s*(\\d{1,4})",
            I);
    // "45 %", "33,3 prosent"
    private static final Pattern SHARE =
            Pattern.compile("(?<![\\d,.])(\\d{1,3}(?:,\\d{1,2})?)\\s*(?:%|prosent)(?!\\p{L}|-|\\s*poeng)", I);
    private static final Pattern ABOUT_BEFORE = Pattern.compile(
            "(?:\\bca\\.?|cirka|omtrent|omlag|om lag|rundt|rundt regnet|nesten|nærmere|over|under|minst|opptil|opp mot|inntil|mer enn|meir enn|mindre enn|færre enn|fleire enn|flere enn|(?:i\\s+)?underkant av|(?:i\\s+)?overkant av|mellom|fra|frå|til|og|eller|[–-])\\s*$",
            I);
    /// "og" parts two shares of a range after "mellom" alone.
    private static final Pattern ONLY_AND = Pattern.compile("\\bog\\s*$", I);
    private static final Pattern RANGE_AFTER = Pattern.compile("^\\s*(?:[–-]|til\\b)\\s*\\d");
    // "45 % av lederne" is a share of fewer; "45 % av respondentene" is not.
    private static final Pattern OF_OTHERS = Pattern.compile(
            "^\\s*av\\s+(?!(?:alle\\s+)?(?:respondent|dem\\b|dei\\b|de\\s+som|dei\\s+som|svarene|svara|de\\s+spurte|dei\\s+spurde|de\\s+\\d))",
            I);
    private static final Pattern OF_ANSWERS = Pattern.compile(
            "respondent|svar(?!prosent)|oppg[ia]|mener|meiner|fornøyd|nøgd|enige?\\b|einige?\\b|opplev|av\\s+dem\\b|synes|synest|vurder|kjenner|bruker",
            I);
    private static final Pattern NOT_OURS = Pattern.compile(
            "øk(?:t|te|ning)|auk(?:a|e|ing)|reduser|redusert|nedgang|gikk\\s+ned|gjekk\\s+ned|opp\\s+fra|ned\\s+fra|stilling|dekningsgrad|budsjett|vekst|årsverk|mål(?:et)?\\s+(?:er|var)|målsett|svarprosent|responsrate|flere\\s+svar|fleire\\s+svar|flere\\s+kryss|vekt(?:et|a)|i\\s+fjor|tidligere\\s+år|landsgjennomsnitt|nasjonalt|sammenliknet|sammenlignet|samanlikna",
            I);
    // "38 av 42 (85 %)", "38 av de 42 brukerne (85 prosent)"
    private static final Pattern PART_THEN_SHARE = Pattern.compile(
            "(?<![\\d,.–-])(\\d{1,4})\\s+av\\s+(?:de\\s+|dei\\s+|totalt\\s+|til\\s+sammen\\s+)?(\\d{1,4})(?:\\s+\\p{L}+){0,3}\\s*\\((?:tilsvarer\\s+|det\\s+er\\s+|dvs\\.?\\s+)?(\\d{1,3}(?:,\\d{1,2})?)\\s*(?:%|prosent)\\)",
            I);
    // "85 % (38 av 42)"
    private static final Pattern SHARE_THEN_PART = Pattern.compile(
            "(?<![\\d,.–-])(\\d{1,3}(?:,\\d{1,2})?)\\s*(?:%|prosent)\\s*\\((\\d{1,4})\\s+av\\s+(?:de\\s+|dei\\s+)?(\\d{1,4})(?:\\s+\\p{L}+){0,2}\\)",
            I);
    // "58 av 74 svarte, en svarprosent på 78"
    private static final Pattern ANSWERED = Pattern.compile(
            "(?<![\\d,.–-])(\\d{1,4})\\s+av\\s+(?:de\\s+|dei\\s+)?(\\d{1,4})\\s[^.;\\d]{0,60}svarprosent(?:en)?\\s+(?:på|er|var|blir|ble|vart|=)\\s*(\\d{1,3}(?:,\\d{1,2})?)",
            I);

    private ShareCheck() {}

    static List<Finding> find(List<Passage> passages) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < passages.size(); i++) {
            List<Sentence> sentences = Sentence.of(passages.get(i));
            for (int s = 0; s < sentences.size(); s++) {
                Sentence sentence = sentences.get(s);
                List<Span> beside = partsAndShares(sentence, findings);
                shares(sentence, s, sentences, i == 0 ? List.of() : before(passages, i), beside, findings);
            }
        }
        return findings;
    }

    /// The sentences of the passage that introduces the list in which this one stands; else none.
    private static List<Sentence> before(List<Passage> passages, int at) {
        if (passages.get(at).kind() != Passage.Kind.LIST_ITEM) {
            return List.of();
        }
        int lead = at - 1;
        while (lead >= 0 && passages.get(lead).kind() == Passage.Kind.LIST_ITEM) {
            lead--;
        }
        return lead >= 0 && passages.get(lead).kind() == Passage.Kind.PARAGRAPH
                ? Sentence.of(passages.get(lead))
                : List.of();
    }

    /// A part, its whole and its share side by side. The places of these shares, which are not looked at again.
    private static List<Span> partsAndShares(Sentence sentence, List<Finding> findings) {
        var places = new ArrayList<Span>();
        for (Pattern pattern : List.of(PART_THEN_SHARE, ANSWERED, SHARE_THEN_PART)) {
            Matcher found = pattern.matcher(sentence.text());
            while (found.find()) {
                places.add(new Span(found.start(), found.end()));
                boolean shareFirst = pattern == SHARE_THEN_PART;
                int part = Integer.parseInt(found.group(shareFirst ? 2 : 1));
                int whole = Integer.parseInt(found.group(shareFirst ? 3 : 2));
                String share = found.group(shareFirst ? 1 : 3);
                if (ABOUT_BEFORE
                                .matcher(sentence.text().substring(0, found.start()))
                                .find()
                        || whole == 0
                        || part > whole
                        || isShare(part, whole, share)) {
                    continue;
                }
                findings.add(new Finding(
                        Finding.Kind.SHARE_OF,
                        sentence.span(),
                        List.of(sentence.span()),
                        List.of(Integer.toString(part), Integer.toString(whole), percent(part, whole, share), share),
                        0.9));
            }
        }
        return places;
    }

    private static void shares(
            Sentence sentence,
            int at,
            List<Sentence> sentences,
            List<Sentence> lead,
            List<Span> beside,
            List<Finding> findings) {
        if (NOT_OURS.matcher(sentence.text()).find()) {
            return;
        }
        Matcher share = SHARE.matcher(sentence.text());
        while (share.find()) {
            var place = new Span(share.start(), share.end());
            String before = sentence.text().substring(0, share.start());
            String after = sentence.text().substring(share.end());
            boolean range = ABOUT_BEFORE.matcher(before).find()
                    && !(ONLY_AND.matcher(before).find() && !before.matches("(?iu).*\\bmellom\\b.*"));
            if (range
                    || RANGE_AFTER.matcher(after).find()
                    || OF_OTHERS.matcher(after).find()
                    || beside.stream().anyMatch(place::overlaps)
                    || !OF_ANSWERS.matcher(after).find()) {
                continue;
            }
            Optional<Answers> answers = answers(sentence, at, sentences, lead);
            if (answers.isEmpty() || isPossible(answers.get().number(), share.group(1))) {
                continue;
            }
            int number = answers.get().number();
            int below = below(number, share.group(1));
            findings.add(new Finding(
                    Finding.Kind.SHARE,
                    sentence.span(),
                    List.of(answers.get().sentence().span()),
                    List.of(
                            share.group(1),
                            Integer.toString(number),
                            percent(below, number, share.group(1)),
                            Integer.toString(below),
                            percent(below + 1, number, share.group(1)),
                            Integer.toString(below + 1)),
                    answers.get().sentence().equals(sentence) ? 0.9 : 0.7));
        }
    }

    private record Answers(Sentence sentence, int number) {}

    /// The one number of answers that a share can be of: in its own sentence, else in its passage, else in the lead-in
    /// of its list; empty where there are several.
    private static Optional<Answers> answers(Sentence sentence, int at, List<Sentence> sentences, List<Sentence> lead) {
        for (List<Sentence> place : List.of(List.of(sentence), sentences.subList(0, at), lead)) {
            var numbers = new TreeSet<Integer>();
            Answers found = null;
            for (Sentence one : place) {
                Matcher respondents = RESPONDENTS.matcher(one.text());
                while (respondents.find()) {
                    String digits = respondents.group(1) == null ? respondents.group(2) : respondents.group(1);
                    boolean about = ABOUT_BEFORE
                            .matcher(
                                    one.text().substring(0, respondents.start()).replaceFirst("\\bog\\s*$", ""))
                            .find();
                    if (!about) {
                        numbers.add(Integer.valueOf(digits));
                        found = new Answers(one, Integer.parseInt(digits));
                    }
                }
            }
            if (numbers.size() > 1) {
                return Optional.empty();
            }
            if (found != null && found.number() > 1) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// Whether some whole number of answers gives this share.
    static boolean isPossible(int answers, String share) {
        int below = below(answers, share);
        return isShare(below, answers, share) || below < answers && isShare(below + 1, answers, share);
    }

    private static int below(int answers, String share) {
        return new BigDecimal(share.replace(',', '.'))
                .multiply(BigDecimal.valueOf(answers))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR)
                .intValue();
    }

    /// Rounded to the nearest, up, down or cut off.
    private static boolean isShare(int part, int whole, String share) {
        int decimals = Numerals.decimals(share);
        BigDecimal exact = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), decimals + 6, RoundingMode.HALF_UP);
        BigDecimal difference =
                exact.subtract(new BigDecimal(share.replace(',', '.'))).abs();
        return difference.compareTo(BigDecimal.ONE.movePointLeft(decimals)) < 0;
    }

    private static String percent(int part, int whole, String like) {
        return Numerals.text(BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), Math.max(1, Numerals.decimals(like)), RoundingMode.HALF_UP));
    }
}
