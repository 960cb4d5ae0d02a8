package no.forankring.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Walks once through all that a query finds and keeps what a result needs: the best documents with their best
/// passages, the number of all, and the facets' counts.
///
/// A document matches when its passages and title together hold every clause and no excluded one. Since its block lies
/// together, one document after the other is finished and nothing is kept of those that do not make the page.
final class Matching {

    static final int MOST_PASSAGES = 3;

    private static final float HEADING_AS_PASSAGE = 0.5f;
    private static final float HEADING_BONUS = 0.3f;
    private static final float TITLE_WEIGHT = 1.5f;
    private static final float SECOND_PASSAGE = 0.15f;
    /// What a passage or title gains that holds all the words, over one with a few of them.
    private static final float ALL_TOGETHER = 0.8f;
    /// What a document of this year gains over one that is a generation old, or has no date.
    private static final float CURRENT = 0.03f;
    private static final int GENERATION = 25;
    /// What a document gains whose title and headings hold all the words: `forvaltningsloven § 13` is the act itself
    /// rather than those that cite it.
    private static final float ALL_IN_HEADINGS = 0.4f;

    private final BlockSearcher searcher;
    private final @Nullable SoughtQuery sought;
    private final int[][] filters;
    private final Order by;
    private final long arrivedAfter;
    private final int[][] counts;
    private final int least;
    private final int keep;
    private final PriorityQueue<Found> best;
    private final Comparator<Found> order;

    private long textMatches;
    private long total;
    private int mostClauses;

    // The document that is being added up.
    private final int[] passages = new int[MOST_PASSAGES];
    private final float[] passageScores = new float[MOST_PASSAGES];
    private int passageCount;
    private float bestScore;
    private float headingScore;
    private float titleScore;
    private long held;
    private long heldByHeadings;

    /// A document that matches.
    ///
    /// @param rank what documents are ordered by, the highest first
    record Found(
            LeafReaderContext leaf, int head, double rank, float score, String titleKey, String id, int[] passages) {}

    /// What a document is ordered by.
    interface Order {
        double rank(SegmentTable table, int block, float score);

        static Order of(SearchQuery.Sort sort) {
            return switch (sort) {
                case RELEVANCE -> (table, block, score) -> score;
                case NEWEST -> (table, block, score) -> table.days[block];
                case OLDEST ->
                    (table, block, score) ->
                            table.days[block] == Long.MIN_VALUE ? Long.MIN_VALUE : -(double) table.days[block];
                case MOST_USED -> (table, block, score) -> table.uses[block];
                case LAST_TAKEN_IN -> (table, block, score) -> table.arrived[block];
            };
        }
    }

    /// @param sought null to browse all documents by title
    /// @param filters facet to the numbers of which one must hold; null where the facet does not filter
    /// @param least how many clauses a document must hold
    /// @param keep how many of the best documents to keep
    Matching(
            BlockSearcher searcher,
            Facets facets,
            @Nullable SoughtQuery sought,
            int[][] filters,
            SearchQuery query,
            int least,
            int keep) {
        this.searcher = searcher;
        this.sought = sought;
        this.filters = filters;
        this.by = Order.of(query.sort());
        this.arrivedAfter = query.arrivedAfter().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        this.least = least;
        this.keep = keep;
        this.counts = new int[Facets.NAMES.size()][];
        for (int facet = 0; facet < counts.length; facet++) {
            counts[facet] = new int[facets.size(facet)];
        }
        Comparator<Found> byTitle = Comparator.comparing(Found::titleKey).thenComparing(Found::id);
        this.order = Comparator.comparingDouble((Found found) -> -found.rank()).thenComparing(byTitle);
        this.best = new PriorityQueue<>(order.reversed());
    }

    /// Documents that match, filters included.
    long total() {
        return total;
    }

    /// Documents that match whatever the filters.
    long textMatches() {
        return textMatches;
    }

    /// The most clauses that any one document holds.
    int mostClauses() {
        return mostClauses;
    }

    /// Documents by value's number.
    int[] counts(int facet) {
        return counts[facet];
    }

    /// The best documents, best first.
    List<Found> found() {
        return best.stream().sorted(order).toList();
    }

    void run() throws IOException {
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            SegmentTable table = searcher.table(leaf);
            List<Leg> legs = sought == null ? List.of() : sought.legs(leaf);
            if (sought == null || sought.wanted() == 0) {
                browse(leaf, table, legs);
            } else {
                search(leaf, table, legs);
            }
        }
    }

    private void search(LeafReaderContext leaf, SegmentTable table, List<Leg> legs) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        long wanted = sought == null ? 0 : sought.wanted();
        var window = new Window();
        int block = 0;
        int head = table.heads.length == 0 ? -1 : table.heads[0];
        boolean open = false;
        reset();
        for (int next = next(legs); next != DocIdSetIterator.NO_MORE_DOCS; next = next(legs)) {
            window.base = next;
            for (Leg leg : legs) {
                leg.collect(window);
            }
            for (int word = 0; word < window.touched.length; word++) {
                for (long bits = window.touched[word]; bits != 0; bits &= bits - 1) {
                    int i = (word << 6) + Long.numberOfTrailingZeros(bits);
                    int doc = next + i;
                    if (doc > head) {
                        if (open) {
                            finish(leaf, table, block, live, wanted);
                        }
                        block = table.blockOf(doc, block);
                        head = table.heads[block];
                        reset();
                    }
                    open = true;
                    add(table, doc, head, window.scores[i], window.clauses[i]);
                }
                window.clear(word);
            }
        }
        if (open) {
            finish(leaf, table, block, live, wanted);
        }
    }

    private static int next(List<Leg> legs) {
        int next = DocIdSetIterator.NO_MORE_DOCS;
        for (Leg leg : legs) {
            if (!leg.isBonus()) {
                next = Math.min(next, leg.next());
            }
        }
        return next;
    }

    private void reset() {
        passageCount = 0;
        bestScore = 0;
        headingScore = 0;
        titleScore = 0;
        held = 0;
        heldByHeadings = 0;
    }

    private void add(SegmentTable table, int doc, int head, float score, long clauses) {
        held |= clauses;
        if ((clauses & ~SoughtQuery.EXCLUDED) == 0) {
            return;
        }
        float whole = score * (1f + ALL_TOGETHER * squareOfShare(clauses));
        if (doc == head) {
            titleScore = whole;
            heldByHeadings |= clauses;
            return;
        }
        float asPassage = whole;
        if (table.headings.get(doc)) {
            heldByHeadings |= clauses;
            headingScore = Math.max(headingScore, whole);
            asPassage = whole * HEADING_AS_PASSAGE;
        }
        bestScore = Math.max(bestScore, whole);
        if (passageCount == MOST_PASSAGES && asPassage <= passageScores[MOST_PASSAGES - 1]) {
            return;
        }
        int at = passageCount < MOST_PASSAGES ? passageCount++ : MOST_PASSAGES - 1;
        while (at > 0 && passageScores[at - 1] < asPassage) {
            passageScores[at] = passageScores[at - 1];
            passages[at] = passages[at - 1];
            at--;
        }
        passageScores[at] = asPassage;
        passages[at] = doc;
    }

    /// How much of what is wanted the clauses are, squared so that all count far more than half; 0 where one word is
    /// wanted.
    private float squareOfShare(long clauses) {
        long wanted = sought == null ? 0 : sought.wanted();
        int all = Long.bitCount(wanted);
        if (all < 2) {
            return 0f;
        }
        float share = Long.bitCount(clauses & wanted) / (float) all;
        return share * share;
    }

    private void finish(LeafReaderContext leaf, SegmentTable table, int block, @Nullable Bits live, long wanted) {
        int head = table.heads[block];
        if (live != null && !live.get(head)) {
            return;
        }
        if ((held & SoughtQuery.EXCLUDED) != 0) {
            return;
        }
        int clauses = Long.bitCount(held & wanted);
        mostClauses = Math.max(mostClauses, clauses);
        if (clauses < least) {
            return;
        }
        textMatches++;
        if (!passesFilters(table, block)) {
            return;
        }
        float score = bestScore + TITLE_WEIGHT * titleScore + HEADING_BONUS * headingScore;
        for (int i = 1; i < passageCount; i++) {
            score += SECOND_PASSAGE * passageScores[i];
        }
        score *= 1f + ALL_IN_HEADINGS * squareOfShare(heldByHeadings);
        offer(leaf, table, block, score * current(table.years[block]));
    }

    private float current(int year) {
        int age = year == 0 ? GENERATION : Math.clamp(searcher.newestYear() - year, 0, GENERATION);
        return 1f + CURRENT * (GENERATION - age) / GENERATION;
    }

    private void offer(LeafReaderContext leaf, SegmentTable table, int block, float score) {
        if (keep == 0) {
            return;
        }
        double rank = by.rank(table, block, score);
        if (best.size() == keep) {
            Found worst = best.element();
            if (rank < worst.rank()) {
                return;
            }
            if (rank == worst.rank()) {
                int byTitle = table.titleKeys[block].compareTo(worst.titleKey());
                if (byTitle > 0 || (byTitle == 0 && table.ids[block].compareTo(worst.id()) >= 0)) {
                    return;
                }
            }
            best.remove();
        }
        best.add(new Found(
                leaf,
                table.heads[block],
                rank,
                score,
                table.titleKeys[block],
                table.ids[block],
                Arrays.copyOf(passages, passageCount)));
    }

    private void browse(LeafReaderContext leaf, SegmentTable table, List<Leg> legs) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        var excluded = new boolean[table.heads.length];
        var window = new Window();
        for (int next = next(legs); next != DocIdSetIterator.NO_MORE_DOCS; next = next(legs)) {
            window.base = next;
            for (Leg leg : legs) {
                leg.collect(window);
            }
            int block = table.blockOf(next, 0);
            for (int word = 0; word < window.touched.length; word++) {
                for (long bits = window.touched[word]; bits != 0; bits &= bits - 1) {
                    block = table.blockOf(next + (word << 6) + Long.numberOfTrailingZeros(bits), block);
                    excluded[block] = true;
                }
                window.clear(word);
            }
        }
        reset();
        for (int block = 0; block < table.heads.length; block++) {
            int head = table.heads[block];
            if (excluded[block] || (live != null && !live.get(head))) {
                continue;
            }
            textMatches++;
            if (passesFilters(table, block)) {
                passageCount = 0;
                for (int doc = table.start(block); doc < head && passageCount == 0; doc++) {
                    if (!table.headings.get(doc)) {
                        passages[passageCount++] = doc;
                    }
                }
                offer(leaf, table, block, 0f);
            }
        }
    }

    /// Counts the document where it counts and tells whether all filters hold. A facet's own filter does not touch its
    /// own counts: a document that fails one filter only still counts there.
    private boolean passesFilters(SegmentTable table, int block) {
        if (table.arrived[block] <= arrivedAfter) {
            return false;
        }
        int failed = -1;
        for (int facet = 0; facet < filters.length; facet++) {
            if (filters[facet] != null && !table.has(facet, block, filters[facet])) {
                if (failed >= 0) {
                    return false;
                }
                failed = facet;
            }
        }
        if (failed >= 0) {
            table.count(failed, block, counts[failed]);
            return false;
        }
        total++;
        for (int facet = 0; facet < counts.length; facet++) {
            table.count(facet, block, counts[facet]);
        }
        return true;
    }
}
