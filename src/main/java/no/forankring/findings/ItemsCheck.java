package no.forankring.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Passage;

/// "Nettverket har fem mål:" above a list of four.
final class ItemsCheck {

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    // "fem mål:", "følgende tre prioriterte områder:"
    private static final Pattern LEAD =
            Pattern.compile("(?<![\\p{L}\\d,.])(" + Numerals.SEVERAL + ")\\s+(?:\\p{Ll}+e\\s+)?\\p{L}{3,}\\s*:$", I);
    private static final Pattern NOT_ALL = Pattern.compile(
            "minst|omtrent|\\bca\\b|cirka|rundt|om lag|opptil|inntil|over|flere enn|fleire enn|mer enn|meir enn|blant annet|mellom anna|for eksempel|til dømes|\\bav\\s+(?:de|dei)\\b|første|fyrste|siste|eksempler|døme",
            I);

    private ItemsCheck() {}

    static List<Finding> find(List<Passage> passages) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i + 1 < passages.size(); i++) {
            Passage lead = passages.get(i);
            if (lead.kind() != Passage.Kind.PARAGRAPH || passages.get(i + 1).kind() != Passage.Kind.LIST_ITEM) {
                continue;
            }
            Sentence last = Sentence.of(lead).getLast();
            Matcher number = LEAD.matcher(last.text());
            if (!number.find() || NOT_ALL.matcher(last.text()).find()) {
                continue;
            }
            List<Passage> items = items(passages, i + 1);
            OptionalInt claimed = Numerals.of(number.group(1));
            if (claimed.isPresent() && items.size() > 1 && items.size() != claimed.getAsInt()) {
                findings.add(new Finding(
                        Finding.Kind.ITEMS,
                        last.span(),
                        items.stream().map(Passage::span).toList(),
                        List.of(Integer.toString(claimed.getAsInt()), Integer.toString(items.size())),
                        0.6));
            }
        }
        return findings;
    }

    /// The items of the list's own level that follow without a break.
    private static List<Passage> items(List<Passage> passages, int from) {
        int level = passages.get(from).level();
        var items = new ArrayList<Passage>();
        for (int i = from; i < passages.size() && passages.get(i).kind() == Passage.Kind.LIST_ITEM; i++) {
            if (passages.get(i).level() < level) {
                break;
            }
            if (passages.get(i).level() == level) {
                items.add(passages.get(i));
            }
        }
        return items;
    }
}
