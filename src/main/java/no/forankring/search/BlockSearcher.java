package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.forankring.document.DocumentId;
import no.forankring.search.PassageIndexing.ShownDocument;
import no.forankring.search.PassageIndexing.ShownPassage;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/// One state of the index, with the [SegmentTable] of each of its segments.
final class BlockSearcher extends IndexSearcher {

    private final List<SegmentTable> tables;
    private final long documents;
    private final float averageLength;
    private final int newestYear;

    private BlockSearcher(IndexReader reader, List<SegmentTable> tables) {
        super(reader);
        // The few queries of Lucene's own that we run are scored, so a cache would only cost.
        setQueryCache(null);
        this.tables = List.copyOf(tables);
        long live = 0;
        long words = 0;
        long passages = 0;
        int newest = 0;
        for (LeafReaderContext leaf : getLeafContexts()) {
            SegmentTable table = tables.get(leaf.ord);
            var alive = leaf.reader().getLiveDocs();
            for (int head : table.heads) {
                if (alive == null || alive.get(head)) {
                    live++;
                }
            }
            for (int year : table.years) {
                newest = Math.max(newest, year);
            }
            words += table.words;
            passages += leaf.reader().maxDoc();
        }
        documents = live;
        newestYear = newest;
        averageLength = passages == 0 || words == 0 ? 1 : (float) words / passages;
    }

    SegmentTable table(LeafReaderContext leaf) {
        return tables.get(leaf.ord);
    }

    long documents() {
        return documents;
    }

    /// The stamp of each document that was not deleted.
    Map<DocumentId, String> stamps() {
        var stamps = new HashMap<DocumentId, String>();
        for (LeafReaderContext leaf : getLeafContexts()) {
            SegmentTable table = tables.get(leaf.ord);
            var alive = leaf.reader().getLiveDocs();
            for (int block = 0; block < table.heads.length; block++) {
                if (alive == null || alive.get(table.heads[block])) {
                    stamps.put(new DocumentId(table.ids[block]), table.stamps[block]);
                }
            }
        }
        return stamps;
    }

    /// Words per passage.
    float averageLength() {
        return averageLength;
    }

    /// The year of the newest document; 0 when none has a date.
    int newestYear() {
        return newestYear;
    }

    /// To read what is shown of some hits, by one thread.
    Shown shown() {
        return new Shown();
    }

    /// What is shown of documents and passages; quickest in the order in which they lie.
    final class Shown {

        private final Map<Integer, PassageChunks.Reader> readers = new HashMap<>();

        ShownDocument document(LeafReaderContext leaf, int doc) throws IOException {
            return ShownDocument.decode(reader(leaf).head(doc));
        }

        ShownPassage passage(LeafReaderContext leaf, int doc) throws IOException {
            return reader(leaf).passage(doc);
        }

        private PassageChunks.Reader reader(LeafReaderContext leaf) throws IOException {
            PassageChunks.Reader reader = readers.get(leaf.ord);
            if (reader == null) {
                reader = new PassageChunks.Reader(leaf.reader(), table(leaf));
                readers.put(leaf.ord, reader);
            }
            return reader;
        }
    }

    /// Makes searchers, reading the tables of segments not seen before.
    static final class Factory extends SearcherFactory {

        private final Facets facets;
        private final ConcurrentHashMap<IndexReader.CacheKey, SegmentTable> known = new ConcurrentHashMap<>();

        Factory(Facets facets) {
            this.facets = facets;
        }

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
            var tables = new ArrayList<SegmentTable>();
            for (LeafReaderContext leaf : reader.leaves()) {
                tables.add(table(leaf.reader()));
            }
            return new BlockSearcher(reader, tables);
        }

        private SegmentTable table(LeafReader reader) throws IOException {
            var helper = reader.getCoreCacheHelper();
            if (helper == null) {
                return SegmentTable.read(reader, facets);
            }
            SegmentTable table = known.get(helper.getKey());
            if (table == null) {
                table = SegmentTable.read(reader, facets);
                known.put(helper.getKey(), table);
                helper.addClosedListener(known::remove);
            }
            return table;
        }
    }
}
