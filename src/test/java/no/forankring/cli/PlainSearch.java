package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.forankring.document.Passage;
import no.forankring.search.IndexedDocument;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// What Lucene finds with one of its own analyzers, as one would set it up: whole documents with title, file name and
/// text, any of the words, the title worth twice as much.
final class PlainSearch implements AutoCloseable {

    private final Analyzer analyzer;
    private final Directory directory;
    private final IndexWriter writer;

    PlainSearch(Analyzer analyzer, Path folder) throws IOException {
        this.analyzer = analyzer;
        this.directory = FSDirectory.open(folder);
        this.writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
    }

    void put(IndexedDocument document) {
        var lucene = new Document();
        lucene.add(new StoredField("file", document.fileName()));
        lucene.add(new TextField("title", document.title() + "\n" + document.fileName(), Field.Store.NO));
        lucene.add(new TextField(
                "text",
                document.passages().stream().map(Passage::text).collect(Collectors.joining("\n")),
                Field.Store.NO));
        try {
            writer.addDocument(lucene);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void commit() throws IOException {
        writer.commit();
    }

    /// The file names of the best documents, best first.
    List<String> search(String text, int most) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            var found = new ArrayList<String>();
            for (ScoreDoc hit : searcher.search(query(text), most).scoreDocs) {
                found.add(searcher.storedFields().document(hit.doc).get("file"));
            }
            return found;
        }
    }

    private Query query(String text) throws IOException {
        var words = new BooleanQuery.Builder();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(
                        new DisjunctionMaxQuery(
                                List.of(
                                        new BoostQuery(new TermQuery(new Term("title", term.toString())), 2f),
                                        new TermQuery(new Term("text", term.toString()))),
                                0.3f),
                        Occur.SHOULD);
            }
            stream.end();
        }
        return words.build();
    }

    @Override
    public void close() throws IOException {
        writer.close();
        directory.close();
    }
}
