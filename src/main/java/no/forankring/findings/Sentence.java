package no.forankring.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.forankring.document.Passage;
import no.forankring.document.Span;

/// A sentence of a passage.
///
/// @param text the words with every line break as a space, as long as the span
record Sentence(Passage passage, Span span, String text) {

    private static final Pattern END = Pattern.compile("[.!?][»”\")]?(?=\\s+[\\p{Lu}«“\"\\d])");
    // "nr. 30", "ca. 20", "Meld. St. 24", "1. Samling": no sentence ends there.
    private static final Pattern NOT_AN_END = Pattern.compile(
            "(?:\\b(?:meld|st|nr|kap|jf|jfr|prop|ot|mv|bl\\.a|f\\.eks|ca|pkt|dvs|osv|evt|kl|tlf|inkl|ekskl|mill|gj\\.sn)|(?:^|[\\s(])\\d{1,2}|\\b\\p{Lu})\\.$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static List<Sentence> of(Passage passage) {
        var sentences = new ArrayList<Sentence>();
        String text = passage.text();
        int start = 0;
        var end = END.matcher(text);
        while (end.find()) {
            boolean abbreviation = text.charAt(end.start()) == '.'
                    && NOT_AN_END
                            .matcher(text.substring(Math.max(start, end.start() - 12), end.start() + 1))
                            .find();
            if (!abbreviation) {
                add(sentences, passage, start, end.end());
                start = end.end();
            }
        }
        add(sentences, passage, start, text.length());
        return sentences;
    }

    private static void add(List<Sentence> sentences, Passage passage, int start, int end) {
        String text = passage.text();
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            int origin = passage.span().start();
            sentences.add(new Sentence(
                    passage,
                    new Span(origin + from, origin + to),
                    text.substring(from, to).replaceAll("[\\s\\u00A0]", " ")));
        }
    }
}
