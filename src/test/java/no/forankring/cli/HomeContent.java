package no.forankring.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.search.SearchQuery;

/// What a home folder holds and answers, to be compared with another: every statement, the bytes of every original, and
/// what searches find.
record HomeContent(String graph, Map<String, String> originals, Map<String, String> searches) {

    private static final List<String> WORDS = List.of(
            "",
            "nettverk",
            "\"Leve hele livet\"",
            "helse- og omsorgstjenesteloven",
            "stortingsmelding",
            "demens",
            "tema");

    static HomeContent of(OpenHome home, Path folder) throws Exception {
        var graph = new ByteArrayOutputStream();
        home.graph().export("nq", graph);
        var searches = new TreeMap<String, String>();
        for (String words : WORDS) {
            searches.put(words, found(home, words));
        }
        return new HomeContent(graph.toString(StandardCharsets.UTF_8), originals(folder), searches);
    }

    private static String found(OpenHome home, String words) {
        Set<String> hits = new TreeSet<>();
        long total = 0;
        int page = 1;
        while (true) {
            var result = home.index().search(new SearchQuery(words, Map.of(), page++, 50));
            total = result.total();
            result.hits()
                    .forEach(hit -> hits.add(hit.document()
                            + hit.passages().stream()
                                    .map(passage -> passage.passage().toString())
                                    .collect(Collectors.joining(",", "[", "]"))));
            if (result.hits().isEmpty()) {
                return total + " " + hits;
            }
        }
    }

    private static Map<String, String> originals(Path folder) throws Exception {
        var originals = new TreeMap<String, String>();
        Path files = folder.resolve("files");
        try (Stream<Path> walk = Files.walk(files)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                originals.put(files.relativize(file).toString(), MixedWork.sha256(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return originals;
    }

    List<String> differences(HomeContent other) {
        var differences = new ArrayList<String>();
        if (!graph.equals(other.graph)) {
            Set<String> mine = graph.lines().collect(Collectors.toCollection(TreeSet::new));
            Set<String> theirs = other.graph.lines().collect(Collectors.toCollection(TreeSet::new));
            differences.add("the graphs differ: %s only here, %s only there"
                    .formatted(
                            mine.stream()
                                    .filter(quad -> !theirs.contains(quad))
                                    .limit(3)
                                    .toList(),
                            theirs.stream()
                                    .filter(quad -> !mine.contains(quad))
                                    .limit(3)
                                    .toList()));
        }
        if (!originals.equals(other.originals)) {
            differences.add("the originals differ");
        }
        searches.forEach((words, found) -> {
            if (!found.equals(other.searches.get(words))) {
                differences.add(
                        "the search for '%s' differs: %s and %s".formatted(words, found, other.searches.get(words)));
            }
        });
        return differences;
    }
}
