package no.forankring.search;

import java.io.IOException;
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
/// values as numbers, its id, its stamp and its title's sort key. A segment never changes, so this is read once.
final class SegmentTable {

    /// The Lucene document at the end of each block, ascending.
    final int[] heads;

    final FixedBitSet headings;
    final String[] ids;
    final String[] stamps;
    final String[] titleKeys;

    /// Facet, then block, to the value's number; -1 for none.
    final int[][] single;

    final int[] citesFrom;
    final int[] cites;

    /// The words of all passages together, for the average length that ranking needs.
    final long words;

    private SegmentTable(
            int[] heads,
            FixedBitSet headings,
            String[] ids,
            String[] stamps,
            String[] titleKeys,
            int[][] single,
            int[] citesFrom,
            int[] cites,
            long words) {
        this.heads = heads;
        this.headings = headings;
        this.ids = ids;
        this.stamps = stamps;
        this.titleKeys = titleKeys;
        this.single = single;
        this.citesFrom = citesFrom;
        this.cites = cites;
        this.words = words;
    }

    static SegmentTable read(LeafReader reader, Facets facets) throws IOException {
        int[] heads = docs(reader, PassageIndexing.ROLE_DOCUMENT);
        var headings = new FixedBitSet(reader.maxDoc());
        for (int doc : docs(reader, PassageIndexing.ROLE_HEADING)) {
            headings.set(doc);
        }
        var ids = new String[heads.length];
        var stamps = new String[heads.length];
        var titleKeys = new String[heads.length];
        var single = new int[Facets.CITES][heads.length];
        var citesFrom = new int[heads.length + 1];
        var cites = new IntsRefBuilder();
        BinaryDocValues shown = reader.getBinaryDocValues(PassageIndexing.SHOWN);
        for (int b = 0; b < heads.length; b++) {
            if (shown == null || !shown.advanceExact(heads[b])) {
                throw new IOException("A document of the search index lacks its description");
            }
            ShownDocument document = ShownDocument.decode(shown.binaryValue());
            ids[b] = document.id();
            stamps[b] = document.stamp();
            titleKeys[b] = TitleOrder.key(document.title());
            single[Facets.TYPE][b] = facets.numberOf(Facets.TYPE, document.kind());
            single[Facets.YEAR][b] = facets.numberOf(Facets.YEAR, document.year());
            single[Facets.LANGUAGE][b] = facets.numberOf(Facets.LANGUAGE, document.language());
            for (String cited : document.cites().stream().distinct().toList()) {
                int number = facets.numberOf(Facets.CITES, cited);
                if (number >= 0) {
                    cites.append(number);
                }
            }
            citesFrom[b + 1] = cites.length();
        }
        return new SegmentTable(
                heads, headings, ids, stamps, titleKeys, single, citesFrom, cites.toIntsRef().ints, words(reader));
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
