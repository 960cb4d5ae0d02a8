package no.forankring.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import no.forankring.document.DocumentId;
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
import org.apache.lucene.util.BytesRef;

/// How a document lies in the index: a block of one Lucene document per passage, in order, and after them one for the
/// document itself with its title as its text.
///
/// A block stays together in one segment, so a search walks through documents one after the other and needs no join.
/// What is shown lies in one binary doc value each, read for the few hits on a page only.
final class PassageIndexing {

    static final String TEXT = "text";
    static final String SECTION = "section";
    static final String DOCUMENT = "document";
    static final String ROLE = "role";
    static final String SHOWN = "shown";
    static final String ROLE_DOCUMENT = "document";
    static final String ROLE_HEADING = "heading";

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
        return () -> new Iterator<>() {
            private int next;
            private List<String> sectionPath = List.of();
            private List<List<String>> sectionTerms = List.of();

            @Override
            public boolean hasNext() {
                return next <= document.passages().size();
            }

            @Override
            public Document next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int i = next++;
                if (i == document.passages().size()) {
                    return head(document);
                }
                Passage passage = document.passages().get(i);
                if (!passage.sectionPath().equals(sectionPath)) {
                    sectionPath = passage.sectionPath();
                    sectionTerms = List.of(sectionTerms(sectionPath));
                }
                return passage(document.id(), passage, sectionTerms);
            }
        };
    }

    private Document passage(DocumentId id, Passage passage, List<List<String>> sectionTerms) {
        var lucene = new Document();
        lucene.add(new StringField(DOCUMENT, id.value(), Field.Store.NO));
        lucene.add(new Field(TEXT, new Terms(terms(passage.text())), TEXT_TYPE));
        if (passage.kind() == Passage.Kind.HEADING) {
            lucene.add(new StringField(ROLE, ROLE_HEADING, Field.Store.NO));
        } else if (!sectionTerms.isEmpty()) {
            lucene.add(new Field(SECTION, new Terms(sectionTerms), SECTION_TYPE));
        }
        lucene.add(new BinaryDocValuesField(SHOWN, ShownPassage.of(passage).encoded()));
        return lucene;
    }

    private Document head(IndexedDocument document) {
        var lucene = new Document();
        lucene.add(new StringField(DOCUMENT, document.id().value(), Field.Store.NO));
        lucene.add(new StringField(ROLE, ROLE_DOCUMENT, Field.Store.NO));
        lucene.add(new Field(TEXT, new Terms(terms(document.title())), TEXT_TYPE));
        lucene.add(new BinaryDocValuesField(SHOWN, ShownDocument.of(document).encoded()));
        return lucene;
    }

    /// The terms of each position of a text.
    private List<List<String>> terms(String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        var terms = new ArrayList<List<String>>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            terms.add(forms.indexed(tokens.get(i), i + 1 < tokens.size() ? tokens.get(i + 1) : null));
        }
        return terms;
    }

    /// The stems of all headings above a passage; without the exact words, since phrases are not looked for there.
    private List<String> sectionTerms(List<String> headings) {
        var stems = new LinkedHashSet<String>();
        for (String heading : headings) {
            for (List<String> position : terms(heading)) {
                for (String term : position) {
                    if (term.charAt(0) != WordForms.EXACT) {
                        stems.add(term);
                    }
                }
            }
        }
        return List.copyOf(stems);
    }

    /// What a hit shows of a document, and what facets count.
    record ShownDocument(
            String id,
            String stamp,
            String title,
            String fileName,
            String kind,
            String year,
            String language,
            List<String> cites) {

        static ShownDocument of(IndexedDocument document) {
            return new ShownDocument(
                    document.id().value(),
                    document.stamp(),
                    document.title(),
                    document.fileName(),
                    document.kind(),
                    document.year().isPresent()
                            ? Integer.toString(document.year().getAsInt())
                            : "",
                    document.language().tag(),
                    document.cites());
        }

        BytesRef encoded() {
            return encode(out -> {
                out.writeString(id);
                out.writeString(stamp);
                out.writeString(title);
                out.writeString(fileName);
                out.writeString(kind);
                out.writeString(year);
                out.writeString(language);
                out.writeVInt(cites.size());
                for (String cited : cites) {
                    out.writeString(cited);
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
                    in.readString(),
                    in.readString(),
                    strings(in));
        }
    }

    /// What a hit shows of a passage.
    record ShownPassage(String id, int page, List<String> sectionPath, String text) {

        static ShownPassage of(Passage passage) {
            return new ShownPassage(passage.id().value(), passage.page(), passage.sectionPath(), passage.text());
        }

        BytesRef encoded() {
            return encode(out -> {
                out.writeString(id);
                out.writeVInt(page);
                out.writeVInt(sectionPath.size());
                for (String heading : sectionPath) {
                    out.writeString(heading);
                }
                out.writeString(text);
            });
        }

        static ShownPassage decode(BytesRef bytes) throws IOException {
            var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
            return new ShownPassage(in.readString(), in.readVInt(), strings(in), in.readString());
        }
    }

    private static List<String> strings(ByteArrayDataInput in) throws IOException {
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

    /// Plays terms to the index writer; those of one position stand on top of each other.
    private static final class Terms extends TokenStream {

        private final List<List<String>> positions;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private int position;
        private int form;

        Terms(List<List<String>> positions) {
            this.positions = positions;
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
            clearAttributes();
            term.append(positions.get(position).get(form));
            increment.setPositionIncrement(form == 0 ? 1 : 0);
            form++;
            return true;
        }
    }
}
