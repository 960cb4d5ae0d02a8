package no.forankring.search;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.document.DocumentId;

/// Which passages speak of this?
///
/// Safe for many threads. What was put is found after [#refresh]; it is durable after [#commit].
public interface PassageSearch extends AutoCloseable {

    /// Opens the index in a folder; makes an empty one where there is none or where the old one cannot be read
    /// (that is moved aside to `<directory>.damaged-<time>`, and [#appliedChange] is empty so that the caller fills it
    /// again).
    static PassageSearch open(Path directory) {
        return LucenePassageSearch.open(directory, Clock.systemDefaultZone());
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

    SearchResult search(SearchQuery query);

    /// Titles that begin with what was typed, then titles with a word that does; for suggestions while typing.
    List<String> suggestTitles(String prefix, int limit);

    /// Reads the whole index and compares its checksums; empty when all is well, else what is wrong.
    List<String> check();

    /// Gives up what was put after the last [#commit].
    @Override
    void close();
}
