package no.forankring.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.identity.Wording;
import org.apache.jena.graph.Node;

/// Reads the goals and areas of effort that documents say, with the headings that they stand under.
final class SaidItems {

    private static final String BETWEEN = " › ";
    // "3 Innsatsområder", "Våre satsingsområder 2024", "Fem innsatsområde"
    private static final Pattern AREAS = Pattern.compile(
            "(?iU)^(?:\\d[\\d.]*\\s+)?(?:\\p{L}+\\s+){0,2}(?:innsats|satsings|satsnings|fokus)(?:område|områder|områda|områdene|felt|felter)(?:\\s.*)?$");
    // "3.1 Bo godt hele livet"
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2})*)\\.?\\s+\\S.*", Pattern.DOTALL);
    // "Innsatsområde 2: Mat og måltider", "Satsingsområde 1 – Kompetanse"
    private static final Pattern ONE_AREA = Pattern.compile(
            "(?iU)^(?:\\d[\\d.]*\\s+)?(?:innsats|satsings|satsnings|fokus)område\\s+(\\d{1,2})\\s*[:–.-]?\\s*(\\S.*)$");

    private SaidItems() {}

    /// All of them, by document and place in it.
    static List<SaidItem> all(Statements statements, TraceRdf rdf, Addresses addresses) {
        var items = new ArrayList<SaidItem>();
        for (Statements.Statement statement : statements.all(Fa.hasGoal)) {
            rdf.step(statement.link())
                    .ifPresent(step -> step.evidence().stream()
                            .filter(proof -> !proof.document().isEmpty())
                            .forEach(proof -> items.add(item(statement.object(), step, proof, statements))));
        }
        Map<String, Integer> places = new HashMap<>();
        items.sort(Comparator.comparing((SaidItem item) -> item.proof().document())
                .thenComparing(item -> places.computeIfAbsent(
                        item.proof().document() + "/" + item.proof().passage(),
                        absent -> place(item.proof(), rdf, addresses)))
                .thenComparing(item -> item.proof().start())
                .thenComparing(item -> item.goal().label())
                .thenComparing(item -> item.step().link()));
        return items;
    }

    private static int place(EvidenceView proof, TraceRdf rdf, Addresses addresses) {
        String document = proof.document();
        return Math.max(
                rdf.ordinal(addresses.documentGraph(document), document, proof.passage()),
                rdf.ordinal(addresses.suggestionsGraph(document), document, proof.passage()));
    }

    private static SaidItem item(Node goal, Step step, EvidenceView proof, Statements statements) {
        String[] headings =
                proof.section().isBlank() ? new String[0] : proof.section().split(BETWEEN, -1);
        boolean focus = statements.literal(goal, Fa.goalKind).equals("focus-area");
        String area = focus ? step.object().label() : "";
        String number = focus ? number(step.object().label()) : "";
        for (int i = 0; i < headings.length && area.isEmpty(); i++) {
            Matcher one = ONE_AREA.matcher(headings[i].strip());
            if (one.matches()) {
                area = one.group(2);
                number = one.group(1);
            } else if (AREAS.matcher(headings[i].strip()).matches() && i + 1 < headings.length) {
                area = headings[i + 1].strip();
                number = number(area);
            }
        }
        // The first heading is the document's own title.
        String heading = headings.length > 1 ? Wording.bare(headings[headings.length - 1]) : "";
        return new SaidItem(
                step.object(),
                area.isEmpty() ? "" : Wording.bare(area),
                number,
                heading,
                focus,
                step.subject(),
                step,
                proof);
    }

    private static String number(String words) {
        Matcher numbered = NUMBER.matcher(words.strip());
        return numbered.matches() ? numbered.group(1) : "";
    }
}
