package no.forankring.search;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import no.forankring.document.DocumentId;
import no.forankring.document.PassageId;

/// Which passages speak of this?
///
/// Safe for many threads. What was put is found after [#refresh]; it is durable after [#commit].
public interface PassageSearch extends AutoCloseable {

    /// Opens the index in a folder; makes an empty one where there is none or where the old one cannot be read
    /// (that is moved aside to `<directory>.damaged-<time>`, and [#appliedChange] is empty so that the caller fills it
    /// again).
    static PassageSearch open(Path directory) {
        return open(directory, KnownNames.NONE);
    }

    /// @param names other names of what is typed, which are looked for too
    static PassageSearch open(Path directory, KnownNames names) {
        return LucenePassageSearch.open(directory, names, Clock.systemDefaultZone());
    }

    /// Puts a document in place of what the index held of it.
    void put(IndexedDocument document);

    void remove(DocumentId document);

    /// Removes everything, before a rebuild.
    void clear();

    /// Makes what was put visible to searches.
    void refresh();

    /// Makes all durable and notes that changes up to this number are in.
    void commit(long appliedChange);

    /// The number noted by the last commit; empty for a new index.
    Optional<Long> appliedChange();

    /// The stamp of each document in the index.
    Map<DocumentId, String> stamps();

    /// Number of documents in the index.
    long size();

    /// Answers in bokmål.
    default SearchResult search(SearchQuery query) {
        return search(query, Understood.BOKMAL);
    }

    /// @param locale of the words that tell how the query was read: `nb`, `nn` or `en`
    SearchResult search(SearchQuery query, Locale locale);

    /// Which of the words a document holds, where and in which form, one sentence each, and then what makes it come
    /// before others; empty when the index does not hold the document or no words were typed.
    List<Note> explain(SearchQuery query, DocumentId document);

    /// The names of all facets, in the order in which they are shown.
    static List<String> facets() {
        return Facets.NAMES;
    }

    /// Takes these things in place of those it knew; they are not kept when the index is closed.
    void nameThings(Collection<NamedThing> things);

    /// Things with the words of a query in their names, those named just so first, then those spoken of most.
    List<NamedThing> things(String text, int limit);

    /// What may be meant by what was typed so far: things, documents and phrases with a word from which on they read
    /// so.
    ///
    /// Only of documents that are in the index now.
    ///
    /// @param perKind how many of one kind
    List<Suggestion> suggest(String typed, int perKind);

    /// What speaks of the same as a passage, or as a document where no passage is given; nothing of the document
    /// itself.
    /// Nothing for what the index does not hold.
    Alike like(DocumentId document, Optional<PassageId> passage, int limit);

    /// What a search looks through.
    Coverage coverage();

    /// @param documents in the index
    /// @param firstYear the year of the oldest of them; empty when none has a date
    /// @param lastYear the year of the newest
    record Coverage(long documents, OptionalInt firstYear, OptionalInt lastYear) {}

    /// Removes from the files what was deleted or replaced, words and all. Searches go on meanwhile.
    void purge();

    /// Reads the whole index and compares its checksums; empty when all is well, else what is wrong.
    List<String> check();

    /// Gives up what was put after the last [#commit].
    @Override
    void close();
}
