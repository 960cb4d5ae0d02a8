package no.forankring.privacy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Sha256;
import no.forankring.document.Span;
import no.forankring.document.Veil;
import no.forankring.document.Veiled;
import no.forankring.document.Withheld;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import org.jspecify.annotations.Nullable;

/// Masks personal data in texts and names of files, save what was released. Safe for many threads.
public final class Withholding implements Veil {

    /// Changes with what is found, so that documents read by an earlier version are read again.
    static final int VERSION = 1;

    private static final int LONGEST_NAME = 8;

    private final PersonalDataDetector detector = new PersonalDataDetector();
    private final PrivacyKey key;
    private final @Nullable GraphStore graph;

    private Withholding(PrivacyKey key, @Nullable GraphStore graph) {
        this.key = key;
        this.graph = graph;
    }

    /// With the key and the releases of a home folder.
    public static Withholding open(Path home, GraphStore graph) {
        return new Withholding(PrivacyKey.open(home, new SecureRandom()), graph);
    }

    /// Where nothing is ever released.
    public static Withholding strict() {
        return new Withholding(PrivacyKey.passing(new SecureRandom()), null);
    }

    /// A document as it may be shown.
    ///
    /// @param disclosure changes whenever what may be shown of the document changes
    public record Shown(DocumentText text, String disclosure) {}

    @Override
    public DocumentText over(DocumentText text, Sha256 sha256) {
        GraphStore store = graph;
        if (store == null) {
            return shown(text, Set.of(), "");
        }
        return store.read(state -> new ReleaseRdf(state, store.addresses()).holding(sha256))
                .map(id -> shown(text, id).text())
                .orElseGet(() -> shown(text, Set.of(), ""));
    }

    /// A text as it may be shown as a version of this document.
    public Shown shown(DocumentText text, DocumentId document) {
        Set<String> released = released(document);
        return new Shown(shown(text, released, document.value()), disclosure(released));
    }

    /// Under which rules and releases a document may be shown now.
    public String disclosure(DocumentId document) {
        return disclosure(released(document));
    }

    /// The same for one with these releases.
    String disclosure(Set<String> released) {
        String all = released.stream().sorted().collect(Collectors.joining(" "));
        return VERSION + "-" + Addresses.fingerprint(all).substring(0, 12);
    }

    private Set<String> released(DocumentId document) {
        GraphStore store = graph;
        return store == null
                ? Set.of()
                : store.read(state -> new ReleaseRdf(state, store.addresses())
                        .of(document).stream().map(Release::fingerprint).collect(Collectors.toSet()));
    }

    private DocumentText shown(DocumentText text, Set<String> released, String document) {
        var spans = new ArrayList<Withheld>();
        var names = new HashSet<String>();
        for (PersonalData data : detector.find(text)) {
            if (!released.contains(fingerprint(data, document))) {
                spans.add(new Withheld(data.span(), data.kind().code()));
                if (data.kind() == PersonalData.Kind.NAME) {
                    names.add(NameFinder.normal(data.value()));
                }
            }
        }
        return Veiled.of(text, spans, line -> Veiled.mask(line, inLine(line, names, released, document)));
    }

    /// Words of a document that stand elsewhere, such as a copy of a passage, with what its text withholds masked.
    ///
    /// @param shown the text as shown, and `read` the same as read
    public String masked(String words, DocumentText read, DocumentText shown, DocumentId document) {
        return Veiled.mask(words, inLine(words, names(read, shown), released(document), document.value()));
    }

    /// The name of a file or folder, with what is personal in it replaced by a word that tells nothing, always the
    /// same.
    /// The ending stays.
    public String fileName(String path) {
        return pseudonyms(path, Set.of());
    }

    /// The same, with the names that are withheld in its text.
    public String fileName(String path, DocumentText read, DocumentText shown) {
        return pseudonyms(path, names(read, shown));
    }

    private String pseudonyms(String path, Set<String> names) {
        int dot = path.lastIndexOf('.');
        boolean ending = dot > path.lastIndexOf('/') && path.length() - dot <= 6;
        String stem = ending ? path.substring(0, dot) : path;
        List<Withheld> spans = inLine(stem, names, Set.of(), "");
        var hidden = new StringBuilder();
        int at = 0;
        for (Withheld withheld : spans) {
            String words = withheld.span().cut(stem);
            hidden.append(stem, at, withheld.span().start())
                    .append("skjult-")
                    .append(key.fingerprint("name\n" + words.toLowerCase(Locale.ROOT)), 0, 8);
            at = withheld.span().end();
        }
        return hidden.append(stem, at, stem.length())
                .append(path, stem.length(), path.length())
                .toString();
    }

    private static Set<String> names(DocumentText read, DocumentText shown) {
        return shown.withheld().stream()
                .filter(withheld -> withheld.kind().equals(PersonalData.Kind.NAME.code()))
                .map(withheld -> NameFinder.normal(withheld.span().cut(read.text())))
                .collect(Collectors.toSet());
    }

    private List<Withheld> inLine(String line, Set<String> names, Set<String> released, String document) {
        if (line.isBlank()) {
            return List.of();
        }
        var spans = new ArrayList<Withheld>();
        for (PersonalData data : detector.find(line)) {
            if (!released.contains(fingerprint(data, document))) {
                spans.add(new Withheld(data.span(), data.kind().code()));
            }
        }
        if (!names.isEmpty()) {
            // In the name of a file words are parted by anything.
            var words = new TextWords(line.replace('_', ' ').replace('-', ' '));
            for (int from = 0; from < words.count(); from++) {
                var name = new StringBuilder(words.word(from));
                for (int to = from + 1; to < Math.min(words.count(), from + LONGEST_NAME); to++) {
                    name.append(' ').append(words.word(to));
                    String whole = NameFinder.normal(name.toString());
                    if (names.contains(whole)
                            || whole.endsWith("s") && names.contains(whole.substring(0, whole.length() - 1))) {
                        spans.add(new Withheld(
                                new Span(words.start(from), words.end(to)), PersonalData.Kind.NAME.code()));
                    }
                }
            }
        }
        spans.sort(Comparator.comparing(Withheld::span));
        var apart = new ArrayList<Withheld>();
        int over = 0;
        for (Withheld span : spans) {
            if (span.span().start() >= over) {
                apart.add(span);
                over = span.span().end();
            } else if (span.span().end() > over) {
                apart.add(new Withheld(new Span(over, span.span().end()), span.kind()));
                over = span.span().end();
            }
        }
        return apart;
    }

    /// The words of a reason that a person gives, with what is personal in them masked.
    String maskedReason(String why) {
        return Veiled.mask(why, inLine(why, Set.of(), Set.of(), ""));
    }

    List<PersonalData> find(DocumentText text) {
        return detector.find(text);
    }

    /// Names a finding in one document without saying what it is.
    String fingerprint(PersonalData data, DocumentId document) {
        return fingerprint(data, document.value());
    }

    private String fingerprint(PersonalData data, String document) {
        return key.fingerprint(document + "\n" + data.kind().code() + "\n" + data.value());
    }
}
