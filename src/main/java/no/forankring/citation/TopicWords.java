package no.forankring.citation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words on the topic of a document, up to twelve words before and after what cites it.
final class TopicWords {

    /// The row whose own words stand near, with the nearest of them.
    record Topic(Row row, int hits, String word, int distance, boolean after) {
        boolean strong() {
            return hits >= 2;
        }

        Reason reason() {
            return Reason.of(
                    after ? "topic-word-after" : "topic-word-before", word, Integer.toString(Math.max(1, distance)));
        }
    }

    private static final int WINDOW = 12;

    private final Tokens tokens;
    private final NameIndex names;
    /// The tokens between the neighbours of the finding being decided, which its mention may come to cover.
    private int free;

    private int taken;

    TopicWords(Reading reading) {
        this.tokens = reading.tokens;
        this.names = reading.names;
    }

    int taken() {
        return taken;
    }

    /// Says that the next findings may grow within tokens `[from, to)`.
    void room(int from, int to) {
        free = from;
        taken = to;
    }

    @Nullable
    Topic near(Finding finding, List<Row> rows) {
        var hits = new HashMap<Row, Topic>();
        int from = finding.from;
        for (int i = from; i > 0 && from - i < WINDOW; i--) {
            if (stopsTopic(i)) {
                break;
            }
            count(hits, rows, i - 1, from - i + 1, false);
        }
        for (int i = finding.to; i < tokens.count() && i - finding.to < WINDOW; i++) {
            if (stopsTopic(i)) {
                break;
            }
            count(hits, rows, i, i - finding.to + 1, true);
        }
        Topic best = null;
        boolean tied = false;
        for (Topic topic : hits.values()) {
            if (best == null || topic.hits > best.hits) {
                tied = false;
                best = topic;
            } else if (topic.hits == best.hits) {
                tied = true;
            }
        }
        return tied ? null : best;
    }

    private boolean stopsTopic(int token) {
        int gap = tokens.gap(token);
        return (gap & (Tokens.SIGN | Tokens.BARRIER | Tokens.SEMICOLON)) != 0
                || (gap & Tokens.BLANK) != 0 && tokens.isWord(token) && tokens.capital(token);
    }

    private void count(Map<Row, Topic> hits, List<Row> rows, int token, int distance, boolean after) {
        int word = tokens.word(token);
        if (word < 0 || names.isPale(word) || tokens.foldedLength(token) < 5) {
            return;
        }
        if (names.rowsWith(word).size() > Math.max(8, names.listed / 20)) {
            return;
        }
        tokens.looked(rows.size());
        Row only = null;
        for (Row row : rows) {
            if (row.topics().get(word)) {
                if (only != null) {
                    return;
                }
                only = row;
            }
        }
        if (only == null) {
            return;
        }
        Row row = only;
        hits.merge(
                row,
                new Topic(row, 1, tokens.foldedText(token), distance, after),
                (old, fresh) -> fresh.distance < old.distance
                        ? new Topic(row, old.hits + 1, fresh.word, fresh.distance, fresh.after)
                        : new Topic(row, old.hits + 1, old.word, old.distance, old.after));
    }

    /// Lets the mention cover the topic words right beside it: "Lindrende behandling stortingsmelding 24".
    void cover(Finding finding, Row row) {
        int from = finding.from;
        while (from > free
                && tokens.gapWithin(from, Tokens.WHITE | Tokens.DASH | Tokens.HYPHEN | Tokens.COLON)
                && isTopic(row, from - 1)) {
            from--;
        }
        int to = finding.to;
        int ahead = to;
        if (tokens.is(ahead, Cue.I) || tokens.is(ahead, Cue.OM)) {
            ahead++;
        }
        while (ahead < taken
                && tokens.gapWithin(ahead, Tokens.WHITE | Tokens.DASH | Tokens.HYPHEN | Tokens.COLON | Tokens.QUOTE)
                && isTopic(row, ahead)) {
            ahead++;
            to = ahead;
        }
        if (from < finding.from) {
            finding.from = from;
            finding.start = tokens.start(from);
        }
        if (to > finding.to) {
            finding.to = to;
            finding.end = tokens.end(to - 1);
        }
    }

    private boolean isTopic(Row row, int token) {
        return row.hasTopic(tokens.word(token));
    }
}
