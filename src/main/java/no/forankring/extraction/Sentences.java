package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.forankring.document.Passage;
import no.forankring.document.Span;

/// The sentences of a passage, as spans of the document's text.
final class Sentences {

    // "Meld. St. 24", "nr. 30", "bl.a. NEWS2", and "1. Samling" where a sentence begins: no sentence ends there.
    private static final Pattern NOT_AN_END = Cues.pattern(
            "(?:\\b(?:meld|st|nr|kap|jf|jfr|jmf|prop|ot|prp|innst|dok|mv|m\\.m|bl\\.a|f\\.eks|ca|pkt|hol|pbrl|pbl|hpl|dvs|osv|evt|kl|tlf|s)|^\\s*\\d{1,2}|\\b\\p{Lu})\\.$");
    // A line such as "Formål: …" or "Bygger på: …" begins a sentence of its own.
    private static final Pattern END = Pattern.compile(
            "[.!?][»”\")]?(?=\\s+[\\p{Lu}«“\"\\d])|(?<=\\S)(?=[ \\t]*\\R[ \\t]*(?:[•–-]\\s*)?\\p{Lu}[\\p{L} ]{2,24}:\\s)");

    /// What is longer is no sentence that anybody wrote, and is read in pieces so that its cost stays in bounds.
    private static final int LONGEST = 2_000;

    private Sentences() {}

    static List<Span> of(Passage passage) {
        var sentences = new ArrayList<Span>();
        String text = passage.text();
        int start = 0;
        var end = END.matcher(text);
        while (end.find()) {
            if (end.end() > end.start()
                    && text.charAt(end.start()) == '.'
                    && NOT_AN_END
                            .matcher(text.substring(Math.max(start, end.start() - 12), end.start() + 1))
                            .find()) {
                continue;
            }
            add(sentences, passage, start, end.end());
            start = end.end();
        }
        add(sentences, passage, start, text.length());
        return sentences;
    }

    private static void add(List<Span> sentences, Passage passage, int start, int end) {
        int from = start;
        while (end - from > LONGEST) {
            int space = passage.text().lastIndexOf(' ', from + LONGEST);
            int cut = space > from ? space : from + LONGEST;
            addTrimmed(sentences, passage, from, cut);
            from = cut;
        }
        addTrimmed(sentences, passage, from, end);
    }

    private static void addTrimmed(List<Span> sentences, Passage passage, int start, int end) {
        Span trimmed = trim(passage.text(), start, end);
        if (trimmed.length() > 0) {
            int origin = passage.span().start();
            sentences.add(new Span(origin + trimmed.start(), origin + trimmed.end()));
        }
    }

    /// The range without white space at its ends.
    static Span trim(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }
}
