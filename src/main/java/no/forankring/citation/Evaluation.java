package no.forankring.citation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.forankring.citation.EvaluationReport.Outcome;
import no.forankring.citation.EvaluationReport.Share;
import no.forankring.citation.EvaluationReport.Verdict;
import no.forankring.document.Documents;
import no.forankring.register.Register;

/// Measures recognition against mentions that people have marked.
///
/// Only sure mentions count as missed or wrong; of ambiguous ones each of the marked documents is right, and so is
/// leaving the choice open; vague ones never count. Anaphoric mentions ("reformen") are counted apart. A reform and the
/// white paper that launched it count as the same document.
public final class Evaluation {

    /// One mention marked by people.
    ///
    /// @param alternatives further ids that are right as well
    /// @param certainty `sure`, `ambiguous` or `vague`
    /// @param scope `national` or `local`
    public record Gold(
            String file,
            int start,
            int end,
            String text,
            String type,
            String id,
            List<String> alternatives,
            String pinpoint,
            String certainty,
            String scope,
            boolean anaphora) {

        public Gold {
            alternatives = List.copyOf(alternatives);
        }

        boolean sure() {
            return certainty.equals("sure");
        }
    }

    /// Words that resemble a mention and are none.
    public record Lookalike(String file, int start, int end, String text) {}

    /// A row of [CiteTable], with the rule that chose its target where that is known.
    ///
    /// @param rule empty for what is not resolved, and for rows read from a table
    public record Prediction(CiteTable.Row row, Optional<Rule> rule) {}

    private static final List<Set<String>> SAME = List.of(
            Set.of("meldst-15-2017-2018", "reform-leve-hele-livet"),
            Set.of("meldst-24-2022-2023", "reform-bo-trygt-hjemme"),
            Set.of("stmeld-47-2008-2009", "reform-samhandlingsreformen"),
            Set.of("meldst-25-2020-2021", "reform-likeverdsreformen"),
            Set.of("veileder-parorende", "hdir-is-2587"),
            Set.of("veileder-sammen-om-mestring", "hdir-is-2076"),
            Set.of("veileder-saksbehandling", "hdir-is-2442"),
            Set.of("rundskriv-pbrl", "hdir-is-8-2015"),
            Set.of("eu-2016-679", "lov-2018-06-15-38"));

    private final List<MarkedText> texts;
    private final boolean localToo;

    /// @param localToo also count the plans of municipalities and centers
    public Evaluation(List<MarkedText> texts, boolean localToo) {
        this.texts = List.copyOf(texts);
        this.localToo = localToo;
    }

    /// Reads a table of marked mentions: `file start end text kind id alt pinpoint certainty scope anaphora …`.
    public static List<Gold> readGold(String tsv) {
        var rows = new ArrayList<Gold>();
        for (Map<String, String> row : TabSeparated.rows(tsv)) {
            rows.add(new Gold(
                    TabSeparated.fileName(TabSeparated.cell(row, "file")),
                    Integer.parseInt(TabSeparated.cell(row, "start")),
                    Integer.parseInt(TabSeparated.cell(row, "end")),
                    TabSeparated.unescape(TabSeparated.cell(row, "text")),
                    TabSeparated.cell(row, "kind"),
                    TabSeparated.cell(row, "id"),
                    parts(TabSeparated.cell(row, "alt")),
                    TabSeparated.cell(row, "pinpoint"),
                    TabSeparated.cell(row, "certainty"),
                    TabSeparated.cell(row, "scope"),
                    TabSeparated.cell(row, "anaphora").equals("yes")));
        }
        return List.copyOf(rows);
    }

    /// Reads a table of look-alikes: `file start end text …`.
    public static List<Lookalike> readLookalikes(String tsv) {
        var rows = new ArrayList<Lookalike>();
        for (Map<String, String> row : TabSeparated.rows(tsv)) {
            rows.add(new Lookalike(
                    TabSeparated.fileName(TabSeparated.cell(row, "file")),
                    Integer.parseInt(TabSeparated.cell(row, "start")),
                    Integer.parseInt(TabSeparated.cell(row, "end")),
                    TabSeparated.unescape(TabSeparated.cell(row, "text"))));
        }
        return List.copyOf(rows);
    }

    /// Reads what `cite` has printed as tab-separated values, header included.
    public static List<Prediction> readPredictions(String tsv) {
        var rows = new ArrayList<Prediction>();
        for (Map<String, String> row : TabSeparated.rows(tsv)) {
            String confidence = TabSeparated.cell(row, "confidence");
            var read = new CiteTable.Row(
                    TabSeparated.fileName(TabSeparated.cell(row, "file")),
                    Integer.parseInt(TabSeparated.cell(row, "start")),
                    Integer.parseInt(TabSeparated.cell(row, "end")),
                    TabSeparated.unescape(TabSeparated.cell(row, "text")),
                    TabSeparated.cell(row, "type"),
                    TabSeparated.cell(row, "id"),
                    TabSeparated.cell(row, "pinpoint"),
                    TabSeparated.cell(row, "status"),
                    parts(TabSeparated.cell(row, "candidates")),
                    confidence.isEmpty() ? 0 : Double.parseDouble(confidence),
                    TabSeparated.unescape(TabSeparated.cell(row, "reason")));
            rows.add(new Prediction(read, Optional.empty()));
        }
        return List.copyOf(rows);
    }

    /// Recognizes the texts and measures what came of it.
    public EvaluationReport report(Register register) {
        var recognizer = new CitationRecognizer(register);
        var table = new CiteTable(register, Locale.of("nb"));
        var predictions = new ArrayList<Prediction>();
        for (MarkedText text : texts) {
            List<Resolution> resolutions = recognizer.recognize(Documents.plainText(text.text()));
            List<CiteTable.Row> rows = table.rows(text.file(), resolutions);
            for (int i = 0; i < rows.size(); i++) {
                predictions.add(new Prediction(rows.get(i), rule(resolutions.get(i))));
            }
        }
        return report(predictions);
    }

    private static Optional<Rule> rule(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> Optional.of(resolved.rule());
            case Resolution.Ambiguous ambiguous -> Optional.empty();
            case Resolution.Unresolved unresolved -> Optional.empty();
        };
    }

    /// Measures rows that were printed earlier.
    public EvaluationReport report(List<Prediction> predictions) {
        var byFile = new HashMap<String, List<Prediction>>();
        for (Prediction prediction : predictions) {
            byFile.computeIfAbsent(TabSeparated.fileName(prediction.row().file()), file -> new ArrayList<>())
                    .add(prediction);
        }
        var outcomes = new ArrayList<Outcome>();
        var verdicts = new ArrayList<Verdict>();
        var properties = new HashMap<String, Map<String, String>>();
        int lookalikes = 0;
        int leftAlone = 0;
        for (MarkedText text : texts) {
            List<Prediction> found = byFile.getOrDefault(text.file(), List.of());
            List<CiteTable.Row> rows = found.stream().map(Prediction::row).toList();
            for (Gold mention : text.mentions()) {
                if (mention.sure() && inScope(mention)) {
                    outcomes.add(outcome(mention, overlapping(mention.start(), mention.end(), rows)));
                }
            }
            List<Verdict> judged = found.stream()
                    .flatMap(prediction -> judge(prediction, text).stream())
                    .toList();
            verdicts.addAll(judged);
            for (Lookalike lookalike : text.lookalikes()) {
                lookalikes++;
                leftAlone += judged.stream().anyMatch(verdict -> linksWrongly(verdict, lookalike)) ? 0 : 1;
            }
            properties.put(text.file(), text.properties());
        }
        return new EvaluationReport(outcomes, verdicts, new Share(lookalikes, leftAlone), properties);
    }

    private static Outcome outcome(Gold mention, List<CiteTable.Row> hits) {
        Predicate<CiteTable.Row> resolved = row -> row.status().equals("resolved");
        Predicate<CiteTable.Row> exact = row -> row.start() == mention.start() && row.end() == mention.end();
        Predicate<CiteTable.Row> linked = resolved.and(row -> right(mention, row));
        String pinpoint = plain(mention.pinpoint());
        return new Outcome(
                mention,
                !hits.isEmpty(),
                hits.stream().anyMatch(exact),
                hits.stream().anyMatch(resolved),
                hits.stream().anyMatch(linked),
                hits.stream().anyMatch(linked.and(exact)),
                hits.stream().anyMatch(linked.and(row -> !row.pinpoint().isBlank())),
                hits.stream().anyMatch(linked.and(row -> plain(row.pinpoint()).equals(pinpoint))));
    }

    /// Empty for a row that does not count.
    private Optional<Verdict> judge(Prediction prediction, MarkedText text) {
        CiteTable.Row row = prediction.row();
        if (!row.status().equals("resolved")) {
            return Optional.empty();
        }
        List<Gold> marked = text.mentions().stream()
                .filter(mention -> overlap(mention.start(), mention.end(), row))
                .toList();
        boolean right = marked.stream().anyMatch(mention -> right(mention, row));
        boolean vague = marked.stream().anyMatch(mention -> mention.certainty().equals("vague"));
        boolean outside = !marked.isEmpty() && marked.stream().noneMatch(this::inScope);
        boolean local = row.id().startsWith("lokal-") || row.id().startsWith("plantype-");
        if (vague && !right || outside && local) {
            return Optional.empty();
        }
        boolean lookalike = marked.isEmpty()
                && text.lookalikes().stream().anyMatch(words -> overlap(words.start(), words.end(), row));
        return Optional.of(new Verdict(
                prediction,
                marked.isEmpty() ? row.type() : marked.getFirst().type(),
                right,
                !marked.isEmpty(),
                marked.stream().anyMatch(mention -> mention.anaphora() && mention.sure() && inScope(mention)),
                lookalike));
    }

    private static boolean linksWrongly(Verdict verdict, Lookalike lookalike) {
        return verdict.lookalike()
                && overlap(
                        lookalike.start(), lookalike.end(), verdict.prediction().row());
    }

    /// A part of a document as it is compared: "§4.1", "§ 4–1 annet ledd" are "§ 4-1", "§ 4-1 andre ledd".
    private static String plain(String pinpoint) {
        return pinpoint.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[\\p{Pd}−]|(?<=\\d)\\.(?=\\d)", "-")
                .replace("annetledd", "andreledd");
    }

    private boolean inScope(Gold mention) {
        return localToo || mention.scope().equals("national");
    }

    private static List<CiteTable.Row> overlapping(int start, int end, List<CiteTable.Row> rows) {
        return rows.stream().filter(row -> overlap(start, end, row)).toList();
    }

    private static boolean overlap(int start, int end, CiteTable.Row row) {
        return row.start() < end && start < row.end();
    }

    private static boolean right(Gold mention, CiteTable.Row row) {
        return same(mention.id(), row.id())
                || mention.alternatives().stream().anyMatch(alternative -> same(alternative, row.id()));
    }

    /// The id that stands for all ids of the same document: a reform and its white paper count as one.
    public static String representative(String id) {
        return SAME.stream()
                .filter(ids -> ids.contains(id))
                .map(ids -> ids.stream().sorted().findFirst().orElse(id))
                .findFirst()
                .orElse(id);
    }

    private static boolean same(String one, String other) {
        return one.equals(other) || SAME.stream().anyMatch(set -> set.contains(one) && set.contains(other));
    }

    private static List<String> parts(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\\|", -1));
    }
}
