package no.forankring.search;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import no.forankring.document.Passage;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The plain way to search passages with Lucene: what the library gives with a few lines, and no more.
final class PlainLucene implements AutoCloseable {

    private static final List<String> FACETS = List.of("type", "year", "language");

    /// What the library brings for Norwegian.
    static final class Stemmed extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new StandardTokenizer();
            TokenStream stream = new NorwegianLightStemFilter(new LowerCaseFilter(tokenizer), 3);
            return new TokenStreamComponents(tokenizer, stream);
        }
    }

    /// The words that we index, played to the library one text at a time.
    static final class Ours extends Analyzer {
        private final WordForms forms = new WordForms(Lexicon.load());

        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new OurTerms(forms));
        }
    }

    private static final class OurTerms extends org.apache.lucene.analysis.Tokenizer {
        private final WordForms forms;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private List<List<String>> positions = List.of();
        private int position;
        private int form;

        OurTerms(WordForms forms) {
            this.forms = forms;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            var text = new StringWriter();
            input.transferTo(text);
            positions = forms.written(Tokenizer.tokens(text.toString()));
            position = 0;
            form = 0;
        }

        @Override
        public boolean incrementToken() {
            while (position < positions.size()
                    && form >= positions.get(position).size()) {
                position++;
                form = 0;
            }
            if (position >= positions.size()) {
                return false;
            }
            clearAttributes();
            term.append(positions.get(position).get(form));
            increment.setPositionIncrement(form == 0 ? 1 : 0);
            form++;
            return true;
        }
    }

    private final Analyzer analyzer;
    private final Directory directory;
    private final IndexWriter writer;
    private @Nullable DirectoryReader reader;

    PlainLucene(Path folder, Analyzer analyzer) throws IOException {
        this.analyzer = analyzer;
        directory = FSDirectory.open(folder);
        var configuration = new IndexWriterConfig(analyzer);
        configuration.setRAMBufferSizeMB(64);
        writer = new IndexWriter(directory, configuration);
    }

    void put(IndexedDocument document) throws IOException {
        var passages = document.passages().stream()
                .map(passage -> lucene(document, passage))
                .toList();
        writer.updateDocuments(new Term("document", document.id().value()), passages);
    }

    private static Document lucene(IndexedDocument document, Passage passage) {
        var lucene = new Document();
        lucene.add(new StringField("document", document.id().value(), Field.Store.YES));
        lucene.add(new TextField("text", passage.text(), Field.Store.YES));
        lucene.add(new SortedDocValuesField("type", new BytesRef(document.kind())));
        lucene.add(new SortedDocValuesField(
                "year",
                new BytesRef(document.year().isPresent() ? "" + document.year().getAsInt() : "")));
        lucene.add(new SortedDocValuesField(
                "language", new BytesRef(document.language().tag())));
        return lucene;
    }

    void commit() throws IOException {
        writer.commit();
        reader = DirectoryReader.open(writer);
    }

    /// The number of passages that hold all the words; ten of them are marked and three facets counted on the way.
    long search(String text) {
        try {
            DirectoryReader open = reader;
            if (open == null) {
                throw new IllegalStateException("Commit before searching");
            }
            var searcher = new IndexSearcher(open);
            searcher.setQueryCache(null);
            Query query = query(text);
            var top = new TopScoreDocCollectorManager(10, Integer.MAX_VALUE).newCollector();
            searcher.search(query, MultiCollector.wrap(top, new Counting()));
            TopDocs docs = top.topDocs();
            UnifiedHighlighter.builder(searcher, analyzer).build().highlight("text", query, docs);
            return docs.totalHits.value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query query(String text) throws IOException {
        var words = new PhraseQuery.Builder();
        var all = new BooleanQuery.Builder();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Term("text", term.toString()));
                all.add(new TermQuery(new Term("text", term.toString())), BooleanClause.Occur.MUST);
            }
            stream.end();
        }
        return text.startsWith("\"") ? words.build() : all.build();
    }

    /// Counts the passages of each facet value, segment by segment.
    private static final class Counting extends SimpleCollector {
        private final SortedDocValues[] values = new SortedDocValues[FACETS.size()];
        private final int[][] counts = new int[FACETS.size()][];

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            for (int i = 0; i < values.length; i++) {
                values[i] = leaf.reader().getSortedDocValues(FACETS.get(i));
                counts[i] = new int[values[i].getValueCount()];
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            for (int i = 0; i < values.length; i++) {
                if (values[i].advanceExact(doc)) {
                    counts[i][values[i].ordValue()]++;
                }
            }
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
        writer.close();
        directory.close();
    }
}
