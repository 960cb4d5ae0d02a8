package no.forankring.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which governing documents exist, what they are called and what is in force on a date.
///
/// Immutable; safe for many threads. Every lookup is a map built once.
public final class Register {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern DASH =
            Pattern.compile(" ?[-\\u2010\\u2011\\u2012\\u2013\\u2014\\u2015\\u2212] ?|\\u00AD");
    private static final Pattern GOVERNMENT_PAGE = Pattern.compile("regjeringen\\.no/(?:.*/)?id(\\d{4,})(?:[/?#].*)?");
    private static final Pattern LAW_ADDRESS = Pattern.compile(
            "lovdata\\.no/(?:eli/|dokument/(?:NL|SF|LTI|NLE|SFE)/)?(lov|forskrift)/(\\d{4})[-/](\\d\\d)[-/](\\d\\d)"
                    + "(?:[-/](\\d+))?(?:[/?#§].*)?");

    private static volatile @Nullable Register builtIn;

    private final Map<GoverningDocumentId, GoverningDocument> documents;
    private final List<GoverningDocument> all;
    private final Map<GoverningDocumentId, GoverningDocument> acts;
    private final List<Name> names;
    private final Map<String, List<Name>> namesByKey;
    private final Map<String, List<GoverningDocument>> byNumber;
    private final Map<String, List<GoverningDocument>> byAddress;
    private final Map<GoverningDocumentId, List<Successor>> successors;

    public Register(Collection<GoverningDocument> documents) {
        this(documents, List.of());
    }

    /// @param acts more acts in force, by their official names only; those that `documents` holds are passed over
    public Register(Collection<GoverningDocument> documents, Collection<GoverningDocument> acts) {
        var byId = new LinkedHashMap<GoverningDocumentId, GoverningDocument>();
        for (GoverningDocument document : documents) {
            if (byId.putIfAbsent(document.id(), document) != null) {
                throw new IllegalArgumentException("The register lists %s twice".formatted(document.id()));
            }
        }
        this.documents = Collections.unmodifiableMap(byId);
        this.all = List.copyOf(byId.values());
        var further = new LinkedHashMap<GoverningDocumentId, GoverningDocument>();
        for (GoverningDocument act : acts) {
            if (!byId.containsKey(act.id())) {
                further.putIfAbsent(act.id(), act);
            }
        }
        this.acts = Collections.unmodifiableMap(further);
        this.successors = successorsOf(all);
        this.names = namesOf(all);
        this.namesByKey = grouped(names, name -> List.of(key(name.text())));
        this.byNumber = grouped(
                all,
                document -> document.number().isEmpty()
                        ? List.of()
                        : List.of(numberKey(document.type(), document.number())));
        this.byAddress = grouped(
                all,
                document -> document.officialAddress().map(Register::addressKey).stream()
                        .toList());
    }

    /// Reads the register that is built into the program, `ontology/register/*.yaml` and `ontology/acts/*.tsv`.
    ///
    /// Read once; later calls give the same register.
    ///
    /// @throws RegisterException when a row breaks a rule; the message lists every such row
    public static Register builtIn() {
        Register known = builtIn;
        if (known == null) {
            known = YamlRegister.builtIn();
            builtIn = known;
        }
        return known;
    }

    /// Reads every `.yaml` file of a folder, in order of their names.
    ///
    /// @throws RegisterException when the folder cannot be read or a row breaks a rule; the message lists every such
    /// row
    public static Register read(Path folder) {
        return YamlRegister.read(folder);
    }

    public Optional<GoverningDocument> find(GoverningDocumentId id) {
        return Optional.ofNullable(documents.get(id));
    }

    /// What came in the place of a document, in the order of the rows; each newer document once. Empty when nothing
    /// did,
    /// or nothing that is a row.
    public List<Successor> successors(GoverningDocumentId older) {
        return successors.getOrDefault(older, List.of());
    }

    /// All rows, in the order of the files.
    public List<GoverningDocument> all() {
        return all;
    }

    /// Further acts in force, by official title, short title and abbreviation: enough to recognize and name them.
    ///
    /// They are no rows: nothing is known of their history, their names have no variants, and no page lists them.
    public Collection<GoverningDocument> acts() {
        return acts.values();
    }

    /// The row, else the further act, with the id.
    public Optional<GoverningDocument> findNamed(GoverningDocumentId id) {
        return find(id).or(() -> Optional.ofNullable(acts.get(id)));
    }

    /// Every name of every document, in the order of the rows; each text once per document.
    ///
    /// A text is [Kind#AMBIGUOUS] when its row says so, also when it is the title, and when it is the name of
    /// several documents. A proposition that bears the title of its law is not named by that title.
    public List<Name> names() {
        return names;
    }

    /// The names that equal a text when case, kind of dash and spaces do not count; empty when there are none.
    public List<Name> named(String text) {
        return namesByKey.getOrDefault(key(text), List.of());
    }

    /// The documents of a series with a number, whatever their session: `WHITE_PAPER` and `24`, `PROPOSITION` and `91
    /// L`.
    public List<GoverningDocument> byNumber(DocumentType type, String number) {
        return byNumber.getOrDefault(numberKey(type, number), List.of());
    }

    /// The document of a series with a number and a session or year; `1996–97`, `1996-1997` and `1996–1997` are equal.
    public Optional<GoverningDocument> byNumber(DocumentType type, String number, String session) {
        String wanted = SystematicId.longSession(session);
        return byNumber(type, number).stream()
                .filter(document -> SystematicId.longSession(document.session()).equals(wanted))
                .findFirst();
    }

    /// The documents whose official address it is: several when a page is about more than one, none when unknown.
    ///
    /// Scheme, `www.`, language and slug do not count; lovdata.no and regjeringen.no are read by the id that they hold.
    public List<GoverningDocument> atAddress(String address) {
        return byAddress.getOrDefault(addressKey(address), List.of());
    }

    /// One name of a document.
    public record Name(String text, Kind kind, GoverningDocument document) {}

    /// How far a name identifies its document.
    public enum Kind {
        TITLE,
        SHORT_TITLE,
        ALIAS,
        /// Fits several documents, or is an everyday word: never linked without context.
        AMBIGUOUS,
        /// A wrong form that people use: linked, with a notice.
        ERRONEOUS
    }

    /// The form in which names are compared: lower case, one kind of dash, single spaces.
    static String key(String text) {
        String spaced = BETWEEN_WORDS.matcher(text.strip()).replaceAll(" ");
        return DASH.matcher(spaced).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    static String addressKey(String address) {
        String bare = address.strip().replaceFirst("(?i)^https?://(www\\.)?", "");
        var page = GOVERNMENT_PAGE.matcher(bare);
        if (page.matches()) {
            return "regjeringen.no/id" + page.group(1);
        }
        var law = LAW_ADDRESS.matcher(bare);
        // A deep address of a provision is not the law's own.
        if (law.matches() && !bare.contains("§")) {
            return "lovdata.no/" + law.group(1) + "/" + law.group(2) + "-" + law.group(3) + "-" + law.group(4)
                    + (law.group(5) == null ? "" : "-" + law.group(5));
        }
        return bare.replaceFirst("/$", "");
    }

    private static String numberKey(DocumentType type, String number) {
        return type + " " + number.toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    private static List<Name> namesOf(List<GoverningDocument> documents) {
        var lawTitles = new HashSet<String>();
        for (GoverningDocument document : documents) {
            if (document.type() == DocumentType.LAW) {
                lawTitles.add(key(document.title()));
            }
        }
        var stated = new ArrayList<Name>();
        for (GoverningDocument document : documents) {
            stated.addAll(namesOf(document, lawTitles));
        }
        Map<String, List<Name>> bearers = grouped(stated, name -> List.of(key(name.text())));
        return stated.stream()
                .map(name -> bearers.getOrDefault(key(name.text()), List.of()).size() > 1
                        ? new Name(name.text(), Kind.AMBIGUOUS, name.document())
                        : name)
                .toList();
    }

    private static List<Name> namesOf(GoverningDocument document, Set<String> lawTitles) {
        var byKey = new LinkedHashMap<String, Name>();
        boolean borrowsTitle =
                document.type().citeType().equals("proposition") && lawTitles.contains(key(document.title()));
        if (!borrowsTitle) {
            add(byKey, document.title(), Kind.TITLE, document);
        }
        if (!document.shortTitle().isEmpty()) {
            add(byKey, document.shortTitle(), Kind.SHORT_TITLE, document);
        }
        document.aliases().forEach(alias -> add(byKey, alias, Kind.ALIAS, document));
        document.erroneousAliases().forEach(alias -> add(byKey, alias, Kind.ERRONEOUS, document));
        for (String alias : document.ambiguousAliases()) {
            byKey.put(key(alias), new Name(alias, Kind.AMBIGUOUS, document));
        }
        return List.copyOf(byKey.values());
    }

    private static void add(Map<String, Name> byKey, String text, Kind kind, GoverningDocument document) {
        byKey.putIfAbsent(key(text), new Name(text, kind, document));
    }

    private static Map<GoverningDocumentId, List<Successor>> successorsOf(List<GoverningDocument> documents) {
        var rows = new HashMap<GoverningDocumentId, GoverningDocument>();
        documents.forEach(document -> rows.put(document.id(), document));
        var found = new HashMap<GoverningDocumentId, Map<GoverningDocumentId, Successor>>();
        for (GoverningDocument newer : documents) {
            Lineage lineage = newer.lineage();
            for (Successor.Kind kind : Successor.Kind.values()) {
                List<GoverningDocumentId> olderOnes = switch (kind) {
                    case RENAMED -> lineage.renames();
                    case REVISED -> lineage.revises();
                    case CONTINUED -> lineage.continues();
                    case REPLACED -> newer.replaces();
                };
                for (GoverningDocumentId older : olderOnes) {
                    boolean checked = newer.checkedFields().contains(kind.field())
                            || newer.checkedFields().contains("replaces")
                            || rows.containsKey(older)
                                    && rows.get(older).checkedFields().contains("replaced-by");
                    found.computeIfAbsent(older, none -> new LinkedHashMap<>())
                            .putIfAbsent(newer.id(), successor(kind, older, newer, checked));
                }
            }
        }
        for (GoverningDocument older : documents) {
            for (GoverningDocumentId id : older.replacedBy()) {
                Optional.ofNullable(rows.get(id))
                        .ifPresent(newer -> found.computeIfAbsent(older.id(), none -> new LinkedHashMap<>())
                                .putIfAbsent(
                                        id,
                                        successor(
                                                Successor.Kind.REPLACED,
                                                older.id(),
                                                newer,
                                                older.checkedFields().contains("replaced-by"))));
            }
        }
        var all = new HashMap<GoverningDocumentId, List<Successor>>();
        found.forEach((older, byNewer) -> all.put(older, List.copyOf(byNewer.values())));
        return Collections.unmodifiableMap(all);
    }

    private static Successor successor(
            Successor.Kind kind, GoverningDocumentId older, GoverningDocument newer, boolean checked) {
        Optional<String> stated = Optional.ofNullable(newer.lineage().sources().get(older));
        return new Successor(kind, newer, stated.or(newer::officialAddress), stated.isPresent(), checked);
    }

    private static <T> Map<String, List<T>> grouped(Collection<T> things, Function<T, List<String>> keys) {
        var groups = new HashMap<String, List<T>>();
        for (T thing : things) {
            for (String key : keys.apply(thing)) {
                groups.computeIfAbsent(key, none -> new ArrayList<>()).add(thing);
            }
        }
        groups.replaceAll((key, group) -> List.copyOf(group));
        return Collections.unmodifiableMap(groups);
    }
}
