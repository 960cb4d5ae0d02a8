package no.forankring.search;

import java.io.IOException;
import java.time.LocalDate;
import no.forankring.search.PassageIndexing.ShownDocument;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.SmallFloat;

/// What a search must know of every document of one index segment, held in memory: where its block ends, its facet
/// values as numbers, its id, its stamp and what it is sorted by. A segment never changes, so this is read once.
final class SegmentTable {

    /// The Lucene document at the end of each block, ascending.
    final int[] heads;

    final FixedBitSet headings;
    final String[] ids;
    final String[] stamps;
    final String[] titleKeys;

    /// The days of the documents' own dates, counted from 1970; [Long#MIN_VALUE] where there is none.
    final long[] days;

    /// The years that the facet counts; 0 where there is none.
    final int[] years;

    /// When documents were taken in, in milliseconds since 1970.
    final long[] arrived;

    final int[] uses;

    /// For each facet, where the values of each block begin in `values`; one longer than there are blocks.
    private final int[][] from;

    private final int[][] values;

    /// The words that headings and titles begin with, for suggestions.
    final WordStarts titles;

    final WordStarts phrases;

    /// The words of all passages together, for the average length that ranking needs.
    final long words;

    private SegmentTable(LeafReader reader, Facets facets) throws IOException {
        heads = docs(reader, PassageIndexing.ROLE_DOCUMENT);
        headings = new FixedBitSet(reader.maxDoc());
        for (int doc : docs(reader, PassageIndexing.ROLE_HEADING)) {
            headings.set(doc);
        }
        ids = new String[heads.length];
        stamps = new String[heads.length];
        titleKeys = new String[heads.length];
        days = new long[heads.length];
        years = new int[heads.length];
        arrived = new long[heads.length];
        uses = new int[heads.length];
        from = new int[Facets.NAMES.size()][heads.length + 1];
        var numbers = new IntsRefBuilder[Facets.NAMES.size()];
        for (int facet = 0; facet < numbers.length; facet++) {
            numbers[facet] = new IntsRefBuilder();
        }
        BinaryDocValues shown = reader.getBinaryDocValues(PassageIndexing.SHOWN);
        var titleWords = new WordStarts.Builder();
        var headingWords = new WordStarts.Builder();
        int next = 0;
        for (int b = 0; b < heads.length; b++) {
            for (int doc = headings.nextSetBit(next);
                    doc < heads[b];
                    doc = doc + 1 < heads[b] ? headings.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS) {
                if (shown != null && shown.advanceExact(doc)) {
                    headingWords.addPhrase(
                            PassageIndexing.ShownPassage.decode(shown.binaryValue())
                                    .text(),
                            doc);
                }
            }
            next = Math.min(heads[b] + 1, reader.maxDoc() - 1);
            if (shown == null || !shown.advanceExact(heads[b])) {
                throw new IOException("A document of the search index lacks its description");
            }
            ShownDocument document = ShownDocument.decode(shown.binaryValue());
            ids[b] = document.id();
            stamps[b] = document.stamp();
            titleKeys[b] = TitleOrder.key(document.title());
            titleWords.add(document.title(), heads[b]);
            days[b] = document.date().isEmpty()
                    ? Long.MIN_VALUE
                    : LocalDate.parse(document.date()).toEpochDay();
            years[b] = year(document.first(Facets.YEAR));
            arrived[b] = document.arrived();
            uses[b] = document.uses();
            for (int facet = 0; facet < numbers.length; facet++) {
                for (About.Value value : document.facets().get(facet)) {
                    numbers[facet].append(facets.numberOf(facet, value.id(), value.label()));
                }
                from[facet][b + 1] = numbers[facet].length();
            }
        }
        values = new int[numbers.length][];
        for (int facet = 0; facet < numbers.length; facet++) {
            values[facet] = numbers[facet].toIntsRef().ints;
        }
        titles = titleWords.build();
        phrases = headingWords.build();
        words = words(reader);
    }

    private static int year(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    static SegmentTable read(LeafReader reader, Facets facets) throws IOException {
        return new SegmentTable(reader, facets);
    }

    private static int[] docs(LeafReader reader, String role) throws IOException {
        PostingsEnum postings = reader.postings(new Term(PassageIndexing.ROLE, role), PostingsEnum.NONE);
        var docs = new IntsRefBuilder();
        if (postings != null) {
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                docs.append(doc);
            }
        }
        var copy = new int[docs.length()];
        System.arraycopy(docs.ints(), 0, copy, 0, copy.length);
        return copy;
    }

    private static long words(LeafReader reader) throws IOException {
        NumericDocValues norms = reader.getNormValues(PassageIndexing.TEXT);
        long words = 0;
        if (norms != null) {
            while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                words += SmallFloat.byte4ToInt((byte) norms.longValue());
            }
        }
        return words;
    }

    /// Whether a block has one of the wanted values, which are sorted.
    boolean has(int facet, int block, int[] wanted) {
        for (int i = from[facet][block]; i < from[facet][block + 1]; i++) {
            if (java.util.Arrays.binarySearch(wanted, values[facet][i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Adds one for each value of a block.
    void count(int facet, int block, int[] counts) {
        for (int i = from[facet][block]; i < from[facet][block + 1]; i++) {
            counts[values[facet][i]]++;
        }
    }

    /// The first Lucene document of a block.
    int start(int block) {
        return block == 0 ? 0 : heads[block - 1] + 1;
    }

    /// The block that holds a Lucene document, searched for from `from` on, where it usually is near.
    int blockOf(int doc, int from) {
        int low = from;
        int step = 1;
        while (low < heads.length && heads[low] < doc) {
            if (low + step < heads.length && heads[low + step] < doc) {
                low += step;
                step <<= 1;
            } else if (step > 1) {
                step >>= 1;
            } else {
                low++;
            }
        }
        return low;
    }
}
