package no.forankring.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forankring.document.Passage;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/// How a document lies in the index: a block of one Lucene document per passage, in order, and after them one for the
/// document itself with its title as its text.
///
/// A block stays together in one segment, so a search walks through documents one after the other and needs no join.
/// What is shown of paragraphs lies in [PassageChunks], read for the few hits on a page only; what is shown of headings
/// and documents lies in a value of their own each, since all of them are read when a segment is opened.
final class PassageIndexing {

    static final String TEXT = "text";
    static final String SECTION = "section";
    static final String DOCUMENT = "document";
    static final String ROLE = "role";
    static final String SHOWN = "shown";
    static final String CHUNK = "chunk";
    /// Of a document: the stems of its words that do not show in their letters, see [WordForms#listed].
    static final String STEMS = "stems";
    static final String ROLE_DOCUMENT = "document";
    static final String ROLE_HEADING = "heading";
    /// Of a passage: the governing documents that its words cite.
    static final String CITED = "cited";

    private static final Pattern FILE_ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final FieldType TEXT_TYPE = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType SECTION_TYPE = textType(IndexOptions.DOCS, true);

    private final WordForms forms;

    PassageIndexing(WordForms forms) {
        this.forms = forms;
    }

    private static FieldType textType(IndexOptions options, boolean omitNorms) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    /// The block of a document, made one Lucene document at a time.
    Iterable<Document> block(IndexedDocument document) {
        List<Passage> passages = document.passages();
        return () -> new Iterator<>() {
            private final WordForms.Writing writing = forms.new Writing();
            private final Terms text = new Terms();
            private final Terms section = new Terms();
            private final PassageChunks.Writer chunks = new PassageChunks.Writer(passages);
            private int next;
            private List<String> sectionPath = List.of();
            private List<List<String>> sectionTerms = List.of();

            @Override
            public boolean hasNext() {
                return next <= passages.size();
            }

            @Override
            public Document next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int i = next++;
                if (i == passages.size()) {
                    return head(document, writing, text);
                }
                Passage passage = passages.get(i);
                if (!passage.sectionPath().equals(sectionPath)) {
                    sectionPath = passage.sectionPath();
                    sectionTerms = List.of(sectionTerms(sectionPath));
                }
                Document lucene = passage(document, passage);
                lucene.add(new Field(TEXT, text.of(writing.written(Tokenizer.tokens(passage.text()))), TEXT_TYPE));
                if (passage.kind() != Passage.Kind.HEADING && !sectionTerms.isEmpty()) {
                    lucene.add(new Field(SECTION, section.of(sectionTerms), SECTION_TYPE));
                }
                chunks.endingAt(i).ifPresent(chunk -> lucene.add(new BinaryDocValuesField(CHUNK, chunk)));
                return lucene;
            }
        };
    }

    private static Document passage(IndexedDocument document, Passage passage) {
        var lucene = new Document();
        lucene.add(new StringField(DOCUMENT, document.id().value(), Field.Store.NO));
        for (String cited : document.about().citedIn().getOrDefault(passage.id(), List.of())) {
            lucene.add(new StringField(CITED, cited, Field.Store.NO));
        }
        if (passage.kind() == Passage.Kind.HEADING) {
            lucene.add(new StringField(ROLE, ROLE_HEADING, Field.Store.NO));
            lucene.add(new BinaryDocValuesField(SHOWN, ShownPassage.of(passage).encoded()));
        }
        return lucene;
    }

    private Document head(IndexedDocument document, WordForms.Writing writing, Terms text) {
        var lucene = new Document();
        lucene.add(new StringField(DOCUMENT, document.id().value(), Field.Store.NO));
        lucene.add(new StringField(ROLE, ROLE_DOCUMENT, Field.Store.NO));
        lucene.add(new Field(TEXT, text.of(titleTerms(document, writing)), TEXT_TYPE));
        writing.listed().forEach(stem -> lucene.add(new StringField(STEMS, stem, Field.Store.NO)));
        lucene.add(new BinaryDocValuesField(SHOWN, ShownDocument.of(document).encoded()));
        return lucene;
    }

    /// The title's terms, and after them those of the file's name that the title lacks: who saved a file as
    /// `mandat-nettverk-2019.docx` also looks for it so.
    private List<List<String>> titleTerms(IndexedDocument document, WordForms.Writing writing) {
        List<Token> title = Tokenizer.tokens(document.title());
        List<Token> name = Tokenizer.tokens(
                FILE_ENDING.matcher(document.fileName()).replaceFirst("").replace('_', ' '));
        var known = new HashSet<String>();
        forms.indexed(title).forEach(known::addAll);
        var all = new ArrayList<>(writing.written(title));
        List<List<String>> written = writing.written(name);
        List<List<String>> inAnyForm = forms.indexed(name);
        for (int i = 0; i < written.size(); i++) {
            if (inAnyForm.get(i).stream().noneMatch(known::contains)) {
                all.add(written.get(i));
            }
        }
        return all;
    }

    /// The stems of all headings above a passage; phrases and other forms are not looked for there.
    private List<String> sectionTerms(List<String> headings) {
        var stems = new LinkedHashSet<String>();
        for (String heading : headings) {
            for (Token token : Tokenizer.tokens(heading)) {
                stems.add(forms.base(token));
            }
        }
        return List.copyOf(stems);
    }

    /// What a hit shows of a document, and what facets count.
    ///
    /// @param date ISO or empty
    /// @param arrived milliseconds since 1970
    /// @param facets by number, each with its values
    record ShownDocument(
            String id,
            String stamp,
            String title,
            String fileName,
            String date,
            long arrived,
            int uses,
            List<List<About.Value>> facets) {

        static ShownDocument of(IndexedDocument document) {
            About about = document.about();
            return new ShownDocument(
                    document.id().value(),
                    document.stamp(),
                    document.title(),
                    document.fileName(),
                    about.date().map(LocalDate::toString).orElse(""),
                    about.arrived().toEpochMilli(),
                    about.uses(),
                    facets(document));
        }

        private static List<List<About.Value>> facets(IndexedDocument document) {
            var facets = new ArrayList<List<About.Value>>();
            for (int facet = 0; facet < Facets.NAMES.size(); facet++) {
                facets.add(
                        switch (facet) {
                            case Facets.TYPE -> plain(document.kind());
                            case Facets.YEAR ->
                                document.year().isPresent()
                                        ? plain(Integer.toString(document.year().getAsInt()))
                                        : List.of();
                            case Facets.LANGUAGE -> plain(document.language().tag());
                            case Facets.CITES -> cites(document);
                            default -> distinct(document.about().values(Facets.NAMES.get(facet)));
                        });
            }
            return facets;
        }

        private static List<About.Value> plain(String value) {
            return value.isEmpty() ? List.of() : List.of(new About.Value(value, value));
        }

        private static List<About.Value> cites(IndexedDocument document) {
            Map<String, String> labels = document.about().values("cites").stream()
                    .collect(Collectors.toMap(About.Value::id, About.Value::label, (first, second) -> first));
            return document.cites().stream()
                    .distinct()
                    .map(id -> new About.Value(id, labels.getOrDefault(id, id)))
                    .toList();
        }

        /// No document counts twice.
        private static List<About.Value> distinct(List<About.Value> values) {
            var byId = new LinkedHashMap<String, About.Value>();
            values.stream()
                    .filter(value -> !value.id().isEmpty())
                    .forEach(value -> byId.putIfAbsent(value.id(), value));
            return List.copyOf(byId.values());
        }

        /// The first value of a facet; empty where there is none.
        String first(int facet) {
            return facets.get(facet).isEmpty()
                    ? ""
                    : facets.get(facet).getFirst().id();
        }

        BytesRef encoded() {
            return encode(out -> {
                out.writeString(id);
                out.writeString(stamp);
                out.writeString(title);
                out.writeString(fileName);
                out.writeString(date);
                out.writeLong(arrived);
                out.writeVInt(uses);
                for (List<About.Value> values : facets) {
                    out.writeVInt(values.size());
                    for (About.Value value : values) {
                        out.writeString(value.id());
                        out.writeString(value.label().equals(value.id()) ? "" : value.label());
                    }
                }
            });
        }

        static ShownDocument decode(BytesRef bytes) throws IOException {
            var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
            return new ShownDocument(
                    in.readString(),
                    in.readString(),
                    in.readString(),
                    in.readString(),
                    in.readString(),
                    in.readLong(),
                    in.readVInt(),
                    facets(in));
        }

        private static List<List<About.Value>> facets(ByteArrayDataInput in) throws IOException {
            var facets = new ArrayList<List<About.Value>>();
            for (int facet = 0; facet < Facets.NAMES.size(); facet++) {
                int size = in.readVInt();
                var values = new ArrayList<About.Value>(size);
                for (int i = 0; i < size; i++) {
                    String id = in.readString();
                    String label = in.readString();
                    values.add(new About.Value(id, label.isEmpty() ? id : label));
                }
                facets.add(values);
            }
            return facets;
        }
    }

    /// What a hit shows of a passage.
    record ShownPassage(String id, int page, List<String> sectionPath, String text) {

        static ShownPassage of(Passage passage) {
            return new ShownPassage(passage.id().value(), passage.page(), passage.sectionPath(), passage.text());
        }

        BytesRef encoded() {
            return encode(this::writeTo);
        }

        void writeTo(DataOutput out) throws IOException {
            out.writeString(id);
            out.writeVInt(page);
            out.writeVInt(sectionPath.size());
            for (String heading : sectionPath) {
                out.writeString(heading);
            }
            out.writeString(text);
        }

        static ShownPassage decode(BytesRef bytes) throws IOException {
            return read(new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length));
        }

        static void skip(DataInput in) throws IOException {
            in.skipBytes(in.readVInt());
            in.readVInt();
            for (int headings = in.readVInt(); headings > 0; headings--) {
                in.skipBytes(in.readVInt());
            }
            in.skipBytes(in.readVInt());
        }

        static ShownPassage read(DataInput in) throws IOException {
            return new ShownPassage(in.readString(), in.readVInt(), strings(in), in.readString());
        }
    }

    private static List<String> strings(DataInput in) throws IOException {
        int size = in.readVInt();
        var strings = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            strings.add(in.readString());
        }
        return strings;
    }

    private interface Writing {
        void to(ByteBuffersDataOutput out) throws IOException;
    }

    private static BytesRef encode(Writing writing) {
        var out = new ByteBuffersDataOutput();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    /// Plays terms to the index writer, one text after the other; those of one position stand on top of each other.
    private static final class Terms extends TokenStream {

        private List<List<String>> positions = List.of();
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private int position;
        private int form;

        /// @return this, which plays the given terms from now on
        Terms of(List<List<String>> positions) {
            this.positions = positions;
            return this;
        }

        @Override
        public void reset() {
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
            term.setEmpty().append(positions.get(position).get(form));
            increment.setPositionIncrement(form == 0 ? 1 : 0);
            form++;
            return true;
        }
    }
}
