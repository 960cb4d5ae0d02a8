package no.forankring.saved;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.forankring.access.PrivateFile;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchQuery.Sort;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The saved searches of all accounts, in `saved-searches.json` of the home folder.
///
/// Safe for many threads, but only one process may have the same home open.
public final class SavedSearches {

    /// So many one account may keep.
    public static final int MOST = 200;

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_TEXT = 1_000;

    private static final int MOST_VALUES = 200;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final PassageSearch search;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private Map<String, List<SavedSearch>> byAccount;

    private SavedSearches(Path home, PassageSearch search, Clock clock) {
        this.file = home.resolve("saved-searches.json");
        this.search = search;
        this.clock = clock;
        this.byAccount = read(file);
    }

    /// Opens the saved searches of a home folder; there are none where the file is missing.
    ///
    /// @throws SavedSearchException when the file cannot be read
    public static SavedSearches open(Path home, PassageSearch search, Clock clock) {
        return new SavedSearches(home, search, clock);
    }

    /// What `saved-searches.json` holds.
    private record Content(Map<String, List<SavedSearch>> accounts) {}

    /// A saved search with what it finds now.
    ///
    /// @param total documents that match
    /// @param fresh those of them that were taken in, or came in a new version, since it was seen
    public record Watched(SavedSearch saved, long total, long fresh) {}

    /// The searches of an account, those saved last first, with what they find.
    public List<Watched> of(String account) {
        return held(account).reversed().stream().map(this::watched).toList();
    }

    /// How many of an account's searches have something new.
    public long withNews(String account) {
        return held(account).stream()
                .filter(saved -> count(saved, Optional.of(saved.seen())) > 0)
                .count();
    }

    public Optional<Watched> find(String account, String id) {
        return held(account).stream()
                .filter(saved -> saved.id().equals(id))
                .findFirst()
                .map(this::watched);
    }

    private Watched watched(SavedSearch saved) {
        return new Watched(saved, count(saved, Optional.empty()), count(saved, Optional.of(saved.seen())));
    }

    private long count(SavedSearch saved, Optional<Instant> since) {
        return search.search(new SearchQuery(saved.text(), saved.filters(), 1, 1, saved.sort(), since))
                .total();
    }

    /// Keeps a search for an account. One for the same words and filters gets the new name; nothing of it is then new.
    ///
    /// @param name empty to call it after its words
    /// @throws SavedSearchException when there is nothing to search for, something is too long, or the account has too
    /// many
    public synchronized SavedSearch save(
            String account, String name, String text, Map<String, List<String>> filters, Sort sort) {
        String words = text.strip();
        var chosen = new TreeMap<String, List<String>>();
        filters.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                chosen.put(facet, List.copyOf(values));
            }
        });
        check(words, name, chosen);
        String called = name.isBlank() ? called(words, chosen) : name.strip();
        List<SavedSearch> held = held(account);
        Optional<SavedSearch> same =
                held.stream().filter(saved -> saved.isFor(words, chosen, sort)).findFirst();
        if (same.isPresent()) {
            SavedSearch renamed = same.get().named(called).seenAt(clock.instant());
            put(
                    account,
                    held.stream()
                            .map(saved -> saved == same.get() ? renamed : saved)
                            .toList());
            return renamed;
        }
        if (held.size() >= MOST) {
            throw SavedSearchException.tooMany(MOST);
        }
        Instant now = clock.instant();
        var saved = new SavedSearch(newId(), called, words, chosen, sort, now, now);
        var more = new ArrayList<>(held);
        more.add(saved);
        put(account, more);
        return saved;
    }

    private static void check(String text, String name, Map<String, List<String>> filters) {
        if (text.isEmpty() && filters.isEmpty()) {
            throw SavedSearchException.nothing();
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw SavedSearchException.tooLong("navnet", LONGEST_NAME);
        }
        if (text.length() > LONGEST_TEXT) {
            throw SavedSearchException.tooLong("søket", LONGEST_TEXT);
        }
        filters.forEach((facet, values) -> {
            if (!PassageSearch.facets().contains(facet)) {
                throw SavedSearchException.noFacet(facet);
            }
            if (values.size() > MOST_VALUES || values.stream().anyMatch(value -> value.length() > LONGEST_TEXT)) {
                throw SavedSearchException.tooLong("filteret " + facet, MOST_VALUES);
            }
        });
    }

    private static String called(String text, Map<String, List<String>> filters) {
        String words = text.isEmpty()
                ? String.join(
                        ", ", filters.values().stream().flatMap(List::stream).toList())
                : text;
        return words.length() > LONGEST_NAME
                ? words.substring(0, LONGEST_NAME - 1).strip() + "…"
                : words;
    }

    /// Notes that an account has seen a search as it is now; false when the account has none with that id.
    public synchronized boolean seen(String account, String id) {
        List<SavedSearch> held = held(account);
        if (held.stream().noneMatch(saved -> saved.id().equals(id))) {
            return false;
        }
        Instant now = clock.instant();
        put(
                account,
                held.stream()
                        .map(saved -> saved.id().equals(id) ? saved.seenAt(now) : saved)
                        .toList());
        return true;
    }

    /// Forgets a search; false when the account has none with that id.
    public synchronized boolean delete(String account, String id) {
        List<SavedSearch> held = held(account);
        List<SavedSearch> left =
                held.stream().filter(saved -> !saved.id().equals(id)).toList();
        if (left.size() == held.size()) {
            return false;
        }
        put(account, left);
        return true;
    }

    private synchronized List<SavedSearch> held(String account) {
        return byAccount.getOrDefault(account, List.of());
    }

    private String newId() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Durable first, then known.
    private void put(String account, List<SavedSearch> searches) {
        var next = new TreeMap<>(byAccount);
        if (searches.isEmpty()) {
            next.remove(account);
        } else {
            next.put(account, List.copyOf(searches));
        }
        try {
            PrivateFile.write(file, JSON.writeValueAsString(new Content(next)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw SavedSearchException.notWritten(file, e);
        }
        byAccount = next;
    }

    private static Map<String, List<SavedSearch>> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(Files.readString(file), Content.class).accounts();
        } catch (IOException | JacksonException e) {
            throw SavedSearchException.notRead(file, e);
        }
    }
}
