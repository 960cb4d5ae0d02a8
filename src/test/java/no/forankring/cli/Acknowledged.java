package no.forankring.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forankring.access.Accounts;
import no.forankring.curation.Field;
import no.forankring.document.Sha256;
import no.forankring.graph.Fa;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.saved.SavedSearches;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;

/// What [MixedWork] said was acknowledged, and whether a home folder has it all.
final class Acknowledged {

    private final Map<String, Integer> documents = new HashMap<>();
    private final Set<String> originals = new HashSet<>();
    private final Map<String, Verdict> judgments = new HashMap<>();
    private final Map<String, String> things = new HashMap<>();
    private final Set<String> accepted = new HashSet<>();
    private final Set<String> updates = new HashSet<>();
    private final Set<String> tokens = new HashSet<>();
    private final Set<String> searches = new HashSet<>();
    private final Set<String> files = new HashSet<>();

    void note(String[] words) {
        switch (words[0]) {
            case "document" -> {
                documents.merge(words[1], Integer.parseInt(words[2]), Math::max);
                originals.add(words[3]);
            }
            case "accepted" -> accepted.add(words[1]);
            case "judgment" -> judgments.put(words[1], Verdict.valueOf(words[2]));
            case "thing" -> things.put(words[1], words[2]);
            case "update" -> updates.add(words[1]);
            case "token" -> tokens.add(words[1]);
            case "search" -> searches.add(words[1]);
            case "backup", "restored" -> files.add(words[1]);
            case "deleted" -> files.remove(words[1]);
            default -> {}
        }
    }

    /// One sentence for each thing that is not there.
    List<String> missing(OpenHome home, Path folder) throws Exception {
        var missing = new ArrayList<String>();
        for (Map.Entry<String, Integer> document : documents.entrySet()) {
            int version = version(home, document.getKey());
            if (version < document.getValue()) {
                missing.add("lost version %d of %s, there is %d"
                        .formatted(document.getValue(), document.getKey(), version));
            }
        }
        for (String original : originals) {
            var bytes = home.documents().original(new Sha256(original));
            if (bytes.isEmpty()) {
                missing.add("lost original " + original);
                continue;
            }
            try (InputStream in = bytes.get()) {
                if (!MixedWork.sha256(in.readAllBytes()).equals(original)) {
                    missing.add("changed original " + original);
                }
            }
        }
        var held = home.reviews().judgments(judgments.keySet());
        judgments.forEach((link, verdict) -> {
            if (!held.containsKey(link) || held.get(link).verdict() != verdict) {
                missing.add("lost the judgment " + verdict + " of " + link);
            }
        });
        things.forEach((iri, year) -> {
            String now = home.curation()
                    .find(iri)
                    .map(thing -> thing.value(Field.YEAR))
                    .orElse("");
            // What followed may have been written without being acknowledged.
            if (now.compareTo(year) < 0) {
                missing.add("lost the year %s of %s, there is '%s'".formatted(year, iri, now));
            }
        });
        for (String sha256 : accepted) {
            if (!home.graph()
                    .read(state -> state.findNG(Node.ANY, Node.ANY, Fa.sha256, NodeFactory.createLiteralString(sha256))
                            .hasNext())) {
                missing.add("never took in what it had accepted, " + sha256);
            }
        }
        for (String update : updates) {
            if (!labelled(home, "arbeid", update)) {
                missing.add("lost the update " + update);
            }
        }
        if (!marks(home, "arbeid").equals(marks(home, "speil"))) {
            missing.add("half an update: the marks are " + marks(home, "arbeid") + " and " + marks(home, "speil"));
        }
        missing.addAll(accounts(home, folder.resolve("home")));
        for (String file : files) {
            if (!Files.exists(folder.resolve(file))) {
                missing.add("lost " + file);
            }
        }
        files.clear();
        return missing;
    }

    private List<String> accounts(OpenHome home, Path folder) {
        var missing = new ArrayList<String>();
        Accounts accounts = Accounts.open(folder, Clock.systemUTC());
        tokens.stream()
                .filter(token -> accounts.byToken(token).isEmpty())
                .forEach(token -> missing.add("lost a token"));
        SavedSearches saved = SavedSearches.open(folder, home.index(), Clock.systemUTC());
        searches.stream()
                .filter(id -> saved.find("kari", id).isEmpty())
                .forEach(id -> missing.add("lost the saved search " + id));
        return missing;
    }

    private static int version(OpenHome home, String id) {
        var addresses = home.graph().addresses();
        return home.graph().read(state -> {
            var found = state.find(
                    addresses.documentGraph(id),
                    addresses.of(no.forankring.graph.Addresses.DOCUMENT, id),
                    Fa.version,
                    Node.ANY);
            return found.hasNext() ? Integer.parseInt(found.next().getObject().getLiteralLexicalForm()) : 0;
        });
    }

    private static boolean labelled(OpenHome home, String graph, String label) {
        return home.graph()
                .read(state -> state.contains(
                        NodeFactory.createURI(OpenHome.DEFAULT_BASE + "/graph/" + graph),
                        Node.ANY,
                        RDFS.label.asNode(),
                        NodeFactory.createLiteralString(label)));
    }

    private static Set<String> marks(OpenHome home, String graph) {
        return home.graph().read(state -> {
            var marks = new HashSet<String>();
            state.find(
                            NodeFactory.createURI(OpenHome.DEFAULT_BASE + "/graph/" + graph),
                            NodeFactory.createURI(OpenHome.DEFAULT_BASE + "/id/arbeid/merke"),
                            RDFS.label.asNode(),
                            Node.ANY)
                    .forEachRemaining(quad -> marks.add(quad.getObject().getLiteralLexicalForm()));
            return marks;
        });
    }
}
