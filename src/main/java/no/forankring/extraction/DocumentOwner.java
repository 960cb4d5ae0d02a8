package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.forankring.document.DocumentText;
import no.forankring.document.Owner;
import no.forankring.document.Passage;
import no.forankring.document.Span;

/// Whom a document comes from, where its beginning leaves no doubt.
///
/// A line that says so (`Avsender: …`, `Utgitt av …`) comes before the title, and the title before the other first
/// lines. The first of these that names an organisation settles it: one organisation is the owner, two are none.
/// Whoever a document is written to does not own it.
///
/// @param evidence the words that name the owner, in the document's text
public record DocumentOwner(Owner owner, Span evidence) {

    private static final int FIRST_PASSAGES = 8;
    /// A passage longer than this is running text, which names many whom the document does not come from.
    private static final int LONGEST_LINE = 200;

    // "Avsender: USHT Fjordvik", "Utgitt av Fjordvik kommune", "Frå: …"
    private static final Pattern SENDER = Pattern.compile(
            "\\s*(?:avsender|avsendar|fra|frå|(?:utgitt|utgjeve|utarbeidet|utarbeidd|laget|laga)\\s+av|utgiver|utgjevar|forfatter|forfattar|eier|eigar|dokumenteier|dokumenteigar)\\s*:?\\s.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    // "Til: Statsforvalteren i …", "Kopi til …"
    private static final Pattern RECEIVER = Pattern.compile(
            "\\s*(?:til|mottaker|mottakar|kopi(?:\\s+til)?|adressat|høringssvar\\s+til|høyringssvar\\s+til)\\s*:?\\s.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    // "… til Fjordvik kommune"
    private static final Pattern TO = Pattern.compile("(?<!\\p{L})[Tt]il\\s+$");

    /// The owner of a document; empty where its beginning names none, or several.
    public static Optional<DocumentOwner> of(DocumentText document) {
        List<Passage> first = beginning(document);
        for (List<Passage> place : List.of(senders(first), titles(document, first), others(first))) {
            List<Named> named = named(place);
            if (!named.isEmpty()) {
                return only(named);
            }
        }
        return Optional.empty();
    }

    private static List<Passage> beginning(DocumentText document) {
        var first = new ArrayList<Passage>();
        for (Passage passage : document.passages()) {
            if (first.size() == FIRST_PASSAGES || passage.text().length() > LONGEST_LINE) {
                break;
            }
            first.add(passage);
        }
        return first;
    }

    private static List<Passage> senders(List<Passage> first) {
        return first.stream()
                .filter(passage -> SENDER.matcher(passage.text()).matches())
                .toList();
    }

    private static List<Passage> titles(DocumentText document, List<Passage> first) {
        String title = Words.clean(document.title());
        return first.stream()
                .filter(passage ->
                        !title.isEmpty() && title.startsWith(Words.clean(passage.text())) && isNoReceiver(passage))
                .toList();
    }

    private static List<Passage> others(List<Passage> first) {
        return first.stream().filter(DocumentOwner::isNoReceiver).toList();
    }

    private static boolean isNoReceiver(Passage passage) {
        return !RECEIVER.matcher(passage.text()).matches();
    }

    private static List<Named> named(List<Passage> passages) {
        var named = new ArrayList<Named>();
        for (Passage passage : passages) {
            int origin = passage.span().start();
            for (Named organization : OrganizationFinder.owners(passage.text(), origin)) {
                String before = passage.text().substring(0, organization.span().start() - origin);
                if (!TO.matcher(before).find()) {
                    named.add(organization);
                }
            }
        }
        return named;
    }

    private static Optional<DocumentOwner> only(List<Named> named) {
        Named owner = named.getFirst();
        String key = owner.key();
        boolean several = named.stream().anyMatch(other -> !other.key().equals(key));
        return several ? Optional.empty() : Optional.of(new DocumentOwner(new Owner(key, owner.name()), owner.span()));
    }
}
