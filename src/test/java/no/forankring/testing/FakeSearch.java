package no.forankring.testing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import no.forankring.document.DocumentId;
import no.forankring.document.PassageId;
import no.forankring.search.About;
import no.forankring.search.Alike;
import no.forankring.search.IndexedDocument;
import no.forankring.search.NamedThing;
import no.forankring.search.Note;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult;
import no.forankring.search.SearchResult.FacetValue;
import no.forankring.search.SearchResult.Help;
import no.forankring.search.SearchResult.Hit;
import no.forankring.search.SearchResult.PassageHit;
import no.forankring.search.SearchResult.Segment;
import no.forankring.search.Suggestion;

/// Finds the one example document by words that begin with `mål`, and by no words at all.
public final class FakeSearch implements PassageSearch {

    @Override
    public SearchResult search(SearchQuery query, Locale locale) {
        if (!query.text().isEmpty() && !query.text().startsWith("mål")) {
            return new SearchResult(
                    0, List.of(), Map.of(), query.text(), new Help(List.of("måltid"), List.of("måltidene")));
        }
        var hit = new Hit(
                new DocumentId(EdgeExamples.DOCUMENT),
                "Mandat for nettverk om mat og måltider i Fjordvik",
                "mandat trygg måltid.pdf",
                "mandat",
                "2025",
                "2025-01-15",
                Instant.parse("2025-02-01T08:00:00Z"),
                4,
                "since-replaced",
                2.5f,
                List.of(new PassageHit(
                        new PassageId("p-0000000007"),
                        2,
                        List.of("Mandat", "Mål og planer"),
                        List.of(
                                new Segment("Målet er at alle over 80 år får tilbud om et ", false),
                                new Segment("måltid", true),
                                new Segment(" sammen med andre <hver> dag.", false)))));
        return new SearchResult(
                1,
                List.of(hit),
                Map.ofEntries(
                        facet("type", "mandat", "mandat"),
                        facet("issuer", "utviklingssenteret-i-fjordvik", "Utviklingssenteret i Fjordvik"),
                        facet("year", "2025", "2025"),
                        facet("language", "nb", "nb"),
                        facet("status", "since-replaced", "since-replaced"),
                        facet("network", "mat-og-maltider-i-fjordvik", "Nettverk for mat og måltider i Fjordvik"),
                        facet("municipality", "4601", "Bergen"),
                        facet("cites", "meldst-15-2017-2018", "Leve hele livet"),
                        facet("theme", "ernaering", "ernæring"),
                        facet("anchored", "meldst-15-2017-2018", "Leve hele livet"),
                        facet("relation", "cites-replaced", "cites-replaced")),
                "måltid, måltider, måltidet");
    }

    private static Map.Entry<String, List<FacetValue>> facet(String name, String value, String label) {
        return Map.entry(name, List.of(new FacetValue(value, label, 1)));
    }

    @Override
    public List<Note> explain(SearchQuery query, DocumentId document) {
        return List.of(new Note("in-one-text", List.of(query.text(), "«måltid»"), List.of()));
    }

    @Override
    public Map<DocumentId, String> stamps() {
        return Map.of();
    }

    @Override
    public void nameThings(Collection<NamedThing> things) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NamedThing> things(String text, int limit) {
        return text.startsWith("mål")
                ? List.of(new NamedThing(
                        "network",
                        "mat-og-maltider-i-fjordvik",
                        "Nettverk for mat og måltider i Fjordvik",
                        List.of(),
                        "Utviklingssenteret i Fjordvik",
                        7))
                : List.of();
    }

    @Override
    public List<Suggestion> suggest(String typed, int perKind) {
        return typed.startsWith("mål")
                ? List.of(
                        new Suggestion("governing-document", "meldst-15-2017-2018", "Leve hele livet", "Meld. St. 15"),
                        new Suggestion(
                                Suggestion.DOCUMENT,
                                EdgeExamples.DOCUMENT,
                                "Mandat for nettverk om mat og måltider i Fjordvik",
                                "mandat trygg måltid.pdf"),
                        new Suggestion(Suggestion.PHRASE, "", "mål og planer", ""))
                : List.of();
    }

    @Override
    public Alike like(DocumentId document, Optional<PassageId> passage, int limit) {
        if (!document.value().equals(EdgeExamples.DOCUMENT)) {
            return Alike.NOTHING;
        }
        var directives = List.of(new About.Value("meldst-15-2017-2018", "Leve hele livet"));
        return new Alike(
                List.of(new Alike.AlikePassage(
                        new DocumentId("arsplan-fjordvik-2b3c4d5e"),
                        "Årsplan for måltider i Fjordvik",
                        new PassageHit(
                                new PassageId("p-0000000003"),
                                1,
                                List.of("Tiltak"),
                                List.of(new Segment("Alle får ", false), new Segment("måltid", true))),
                        directives)),
                List.of(new Alike.AlikeDocument(
                        new DocumentId("arsplan-fjordvik-2b3c4d5e"),
                        "Årsplan for måltider i Fjordvik",
                        "årsplan",
                        "2024",
                        directives)));
    }

    @Override
    public Coverage coverage() {
        return new Coverage(12, OptionalInt.of(2018), OptionalInt.of(2025));
    }

    @Override
    public void purge() {}

    @Override
    public long size() {
        return 12;
    }

    @Override
    public void put(IndexedDocument document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(DocumentId document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void refresh() {}

    @Override
    public void commit(long appliedChange) {}

    @Override
    public Optional<Long> appliedChange() {
        return Optional.empty();
    }

    @Override
    public List<String> check() {
        return List.of();
    }

    @Override
    public void close() {}
}
