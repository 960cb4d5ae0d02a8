package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.forankring.register.Register;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The right document comes first, or nearly so, beside what Lucene's own analyzers find.
///
/// `-Dgolden=update` renews the tables in `docs/search.md`, `-Dgolden=print` prints them with all that came too late.
class SearchQualityIT {

    private static final double FIRST = 0.85;
    private static final double AMONG_FIVE = 0.97;
    private static final int SHOWN = 5;

    @TempDir
    private Path folder;

    @Test
    void findsWhatIsMeantInTheCorpus() throws IOException {
        List<JudgedQuery> queries = JudgedQuery.read("judged-corpus.tsv");
        assertThat(queries).hasSize(120);

        try (var searches = new Searches(folder)) {
            JudgedDocuments.ofCorpus(folder.resolve("home")).forEach(searches::put);
            searches.commit();
            check(queries, searches, "corpus");
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void findsWhatIsMeantInTheLaws() throws IOException {
        Optional<Path> laws = JudgedDocuments.laws();
        assumeTrue(
                laws.isPresent(),
                "no laws in ../shared/data/lovdata, so they are not searched; say where with -Dforankring.laws=FILE.tar.xz");
        List<JudgedQuery> queries = JudgedQuery.read("judged-laws.tsv");
        assertThat(queries).hasSize(60);

        try (var searches = new Searches(folder)) {
            JudgedDocuments.ofLaws(laws.orElseThrow(), searches::put);
            searches.commit();
            check(queries, searches, "laws");
        }
    }

    private static void check(List<JudgedQuery> queries, Searches searches, String section) throws IOException {
        var ours = new Figures();
        var standard = new Figures();
        var norwegian = new Figures();
        var missed = new ArrayList<String>();
        for (JudgedQuery query : queries) {
            List<String> found = searches.ours(query.text());
            int rank = query.rank(found);
            ours.add(query.kind(), rank);
            standard.add(query.kind(), query.rank(searches.standard.search(query.text(), SHOWN)));
            norwegian.add(query.kind(), query.rank(searches.norwegian.search(query.text(), SHOWN)));
            if (rank != 1) {
                missed.add("%s (%s): rank %d, wanted %s, found %s"
                        .formatted(query.text(), query.kind(), rank, query.expected(), found));
            }
        }
        if ("print".equals(System.getProperty("golden"))) {
            System.out.println(table(ours, standard, norwegian) + String.join("\n", missed));
        }
        if ("update".equals(System.getProperty("golden"))) {
            new MeasuredSection(Path.of("docs", "search.md"), section).write(table(ours, standard, norwegian));
        }

        assertThat(ours.share(1)).as("%s", String.join("\n", missed)).isGreaterThanOrEqualTo(FIRST);
        assertThat(ours.share(SHOWN)).as("%s", String.join("\n", missed)).isGreaterThanOrEqualTo(AMONG_FIVE);
    }

    private static String table(Figures ours, Figures standard, Figures norwegian) {
        var table = new StringBuilder("""
                | kind | queries | Forankring, first | among five | NorwegianAnalyzer, first | among five | StandardAnalyzer, first | among five |
                | --- | --: | --: | --: | --: | --: | --: | --: |
                """);
        for (String kind : ours.ranks.keySet()) {
            table.append(row(kind, ours.of(kind), norwegian.of(kind), standard.of(kind)));
        }
        return table.append(row("all", ours.all(), norwegian.all(), standard.all()))
                .toString();
    }

    private static String row(String name, List<Integer> ours, List<Integer> norwegian, List<Integer> standard) {
        return "| %s | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |\n"
                .formatted(
                        name,
                        ours.size(),
                        Figures.share(ours, 1),
                        Figures.share(ours, SHOWN),
                        Figures.share(norwegian, 1),
                        Figures.share(norwegian, SHOWN),
                        Figures.share(standard, 1),
                        Figures.share(standard, SHOWN));
    }

    /// The ranks of the right documents by kind of query.
    private static final class Figures {
        private final Map<String, List<Integer>> ranks = new LinkedHashMap<>();

        void add(String kind, int rank) {
            ranks.computeIfAbsent(kind, none -> new ArrayList<>()).add(rank);
        }

        List<Integer> of(String kind) {
            return ranks.getOrDefault(kind, List.of());
        }

        List<Integer> all() {
            return ranks.values().stream().flatMap(List::stream).toList();
        }

        double share(int most) {
            return share(all(), most);
        }

        static double share(List<Integer> ranks, int most) {
            return ranks.stream().filter(rank -> rank >= 1 && rank <= most).count() / (double) ranks.size();
        }
    }

    /// The index and its two peers over the same documents.
    private static final class Searches implements AutoCloseable {
        private final PassageSearch index;
        private final PlainSearch standard;
        private final PlainSearch norwegian;

        Searches(Path folder) throws IOException {
            index = PassageSearch.open(folder.resolve("index"), RegisterNames.of(Register.builtIn()));
            standard = new PlainSearch(new StandardAnalyzer(), folder.resolve("standard"));
            norwegian = new PlainSearch(new NorwegianAnalyzer(), folder.resolve("norwegian"));
        }

        void put(no.forankring.search.IndexedDocument document) {
            index.put(document);
            standard.put(document);
            norwegian.put(document);
        }

        void commit() throws IOException {
            index.refresh();
            standard.commit();
            norwegian.commit();
        }

        List<String> ours(String text) {
            return index.search(new SearchQuery(text, Map.of(), 1, SHOWN)).hits().stream()
                    .map(hit -> hit.fileName())
                    .toList();
        }

        @Override
        public void close() throws IOException {
            index.close();
            standard.close();
            norwegian.close();
        }
    }
}
