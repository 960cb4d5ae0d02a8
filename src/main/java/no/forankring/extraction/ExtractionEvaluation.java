package no.forankring.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.citation.Evaluation;
import no.forankring.extraction.ExtractionReport.FigureOutcome;
import no.forankring.extraction.ExtractionReport.RelationOutcome;
import no.forankring.extraction.ExtractionReport.RelationVerdict;
import no.forankring.extraction.ExtractionReport.ThingOutcome;
import no.forankring.extraction.ExtractionReport.ThingVerdict;
import no.forankring.extraction.ExtractionReport.Worth;
import no.forankring.extraction.Relation.ObjectRef;
import no.forankring.extraction.ThingMatching.Marked;
import no.forankring.extraction.ThingMatching.Place;
import no.forankring.extraction.ThingMatching.Taken;

/// Measures what is taken out of documents against what people have marked in them.
///
/// The rules stand in `docs/quality.md`. What a document cites (`cites`) is measured by the citations' own evaluation
/// and left out here. Same texts and same extraction, same figures.
public final class ExtractionEvaluation {

    private static final String CITES = "cites";
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
    /// Other names under which people mark what we call otherwise.
    private static final Map<String, String> MARKED_AS =
            Map.of("svar", "respondenter", "skaar", "snitt", "utsendt", "inviterte");

    static final String YEAR = "year";

    /// How the ids of local documents begin.
    private static final String LOCAL = "lokal-";

    private final List<GoldThing> things;
    private final List<GoldRelation> relations;
    private final Predicate<String> governing;
    private final Set<String> slugs = new HashSet<>();

    /// A document as read and what was taken out of it.
    public record Reading(String text, Extraction extraction) {}

    /// A statement within a unit. What people have marked several times is one statement, explicit where one of its
    /// passages is.
    private record Triple(String unit, String subject, String kind, String object) {}

    private record Stated(String file, Relation relation, Ends ends) {}

    /// A subject and an object as they are compared.
    ///
    /// @param subject the slug of a marked thing, else `?` and our own key; the object likewise, or a document's id
    private record Ends(String unit, String subject, String object, String subjectName, String objectName) {}

    /// @param governing whether an id is that of a governing document that could be recognised
    public ExtractionEvaluation(List<GoldThing> things, List<GoldRelation> relations, Predicate<String> governing) {
        this.things = List.copyOf(things);
        this.relations = relations.stream()
                .filter(relation -> !relation.kind().equals(CITES))
                .toList();
        this.governing = governing;
        things.forEach(thing -> slugs.add(thing.slug()));
    }

    /// Compares file by file.
    ///
    /// @param readings by the name of the file, without folders
    /// @param automatic which relations become facts without a person
    public ExtractionReport perFile(Map<String, Reading> readings, Predicate<Relation> automatic) {
        return new Run(readings, automatic, false).report();
    }

    /// Compares all files as one: a thing that several of them name is one thing.
    public ExtractionReport overFiles(Map<String, Reading> readings, Predicate<Relation> automatic) {
        return new Run(readings, automatic, true).report();
    }

    /// The kind of figure that people mark by this name; empty when we have none such.
    static Optional<Figure.Kind> figureKind(String marked) {
        String name = MARKED_AS.getOrDefault(marked, marked);
        return Arrays.stream(Figure.Kind.values())
                .filter(kind -> kind.column().equals(name))
                .findFirst();
    }

    /// Whether a number is what people have marked: one of the numbers in `75-150` or `nærmere 200`.
    ///
    /// @param ours a number, or a range of which the lower end counts
    static boolean isRight(String ours, String marked) {
        Set<BigDecimal> numbers = numbers(marked);
        return numbers(ours).stream().findFirst().filter(numbers::contains).isPresent();
    }

    private static Set<BigDecimal> numbers(String text) {
        var numbers = new LinkedHashSet<BigDecimal>();
        NUMBER.matcher(text)
                .results()
                .forEach(number -> numbers.add(new BigDecimal(number.group().replace(',', '.')).stripTrailingZeros()));
        return numbers;
    }

    private final class Run {

        private final Map<String, Reading> readings;
        private final Predicate<Relation> automatic;
        private final boolean together;
        private final List<Marked> marked = new ArrayList<>();
        private final List<Taken> taken = new ArrayList<>();
        private final Map<String, Map<String, Taken>> byFileAndKey = new LinkedHashMap<>();
        private final ThingMatching matching;

        Run(Map<String, Reading> readings, Predicate<Relation> automatic, boolean together) {
            this.readings = new LinkedHashMap<>(readings);
            this.automatic = automatic;
            this.together = together;
            collectMarked();
            collectTaken();
            matching = new ThingMatching(marked, taken, relations);
        }

        private String unit(String file) {
            return together ? "" : file;
        }

        private void collectMarked() {
            var byUnit = new LinkedHashMap<List<String>, List<GoldThing>>();
            for (GoldThing thing : things) {
                byUnit.computeIfAbsent(List.of(unit(thing.file()), thing.slug()), key -> new ArrayList<>())
                        .add(thing);
            }
            byUnit.forEach((key, rows) -> marked.add(new Marked(
                    key.getFirst(),
                    key.getLast(),
                    List.copyOf(rows),
                    rows.stream()
                            .flatMap(row -> Stream.concat(Stream.of(row.name()), row.otherNames().stream()))
                            .map(NameLikeness::variants)
                            .toList())));
        }

        private void collectTaken() {
            var byUnit = new LinkedHashMap<List<String>, List<Place>>();
            readings.forEach((file, reading) -> {
                for (Entity entity : reading.extraction().entities()) {
                    byUnit.computeIfAbsent(
                                    List.of(
                                            unit(file),
                                            ThingClass.of(entity.type().term()),
                                            entity.key()),
                                    key -> new ArrayList<>())
                            .add(new Place(file, entity));
                }
            });
            byUnit.forEach((key, places) -> {
                var one = new Taken(key.getFirst(), key.get(1), List.copyOf(places), names(places));
                taken.add(one);
                places.forEach(place -> byFileAndKey
                        .computeIfAbsent(place.file(), file -> new LinkedHashMap<>())
                        .putIfAbsent(place.entity().key(), one));
            });
        }

        private List<List<Set<String>>> names(List<Place> places) {
            var names = new ArrayList<List<Set<String>>>();
            for (Place place : places) {
                names.add(NameLikeness.variants(place.entity().name()));
                names.add(NameLikeness.variants(place.entity()
                        .span()
                        .cut(Objects.requireNonNull(readings.get(place.file())).text())));
            }
            return names;
        }

        ExtractionReport report() {
            var outcomes = new ArrayList<ThingOutcome>();
            for (Marked gold : marked) {
                outcomes.add(new ThingOutcome(gold.rows().getFirst(), gold.group(), matching.outcome(gold)));
            }
            var verdicts = new ArrayList<ThingVerdict>();
            for (Taken ours : taken) {
                Place first = ours.places().getFirst();
                if (isOwnPlan(ours)) {
                    // People mark the document's own plan as a subject of relations, and not as a thing.
                    continue;
                }
                verdicts.add(new ThingVerdict(
                        first.file(),
                        first.entity(),
                        ours.group(),
                        matching.meaning(ours).worth()));
            }
            var statements = new ArrayList<RelationOutcome>();
            var judged = new ArrayList<RelationVerdict>();
            compareRelations(statements, judged);
            return new ExtractionReport(outcomes, verdicts, statements, judged, figures());
        }

        private void compareRelations(List<RelationOutcome> outcomes, List<RelationVerdict> verdicts) {
            Map<Triple, GoldRelation> gold = new LinkedHashMap<>();
            var anywhere = new HashSet<List<String>>();
            for (GoldRelation relation : relations) {
                var triple = new Triple(
                        unit(relation.file()),
                        relation.subject(),
                        relation.kind(),
                        Evaluation.representative(relation.object()));
                gold.merge(triple, relation, (one, other) -> one.explicit() ? one : other);
                anywhere.add(List.of(triple.subject, triple.kind, triple.object));
            }
            Map<Triple, List<Stated>> ours = stated();
            ours.forEach((triple, statements) -> {
                Stated first = statements.getFirst();
                Worth worth = gold.containsKey(triple)
                        ? Worth.RIGHT
                        : anywhere.contains(List.of(triple.subject, triple.kind, triple.object))
                                ? Worth.ELSEWHERE
                                : otherKind(triple, gold.keySet()) ? Worth.KIN : Worth.WRONG;
                verdicts.add(new RelationVerdict(
                        first.file,
                        statements.stream().map(Stated::relation).toList(),
                        first.ends.subjectName,
                        first.ends.objectName,
                        worth,
                        statements.stream().anyMatch(statement -> automatic.test(statement.relation))));
            });
            gold.forEach((triple, relation) -> {
                List<Stated> found = ours.getOrDefault(triple, List.of());
                outcomes.add(new RelationOutcome(
                        relation,
                        !found.isEmpty(),
                        found.stream().anyMatch(statement -> automatic.test(statement.relation)),
                        isApart(relation)));
            });
        }

        private static boolean otherKind(Triple triple, Set<Triple> gold) {
            return List.of("anchoredIn", "fulfils").contains(triple.kind)
                    && List.of("anchoredIn", "fulfils").stream()
                            .anyMatch(kind ->
                                    gold.contains(new Triple(triple.unit, triple.subject, kind, triple.object)));
        }

        private Map<Triple, List<Stated>> stated() {
            var stated = new LinkedHashMap<Triple, List<Stated>>();
            readings.forEach((file, reading) -> {
                for (Relation relation : reading.extraction().relations()) {
                    Ends ends = ends(file, relation);
                    stated.computeIfAbsent(
                                    new Triple(
                                            ends.unit,
                                            ends.subject,
                                            relation.type().term(),
                                            ends.object),
                                    triple -> new ArrayList<>())
                            .add(new Stated(file, relation, ends));
                }
            });
            return stated;
        }

        private Ends ends(String file, Relation relation) {
            Map<String, Taken> things = byFileAndKey.getOrDefault(file, Map.of());
            String subject = slug(file, relation.subject(), things, true, relation);
            String subjectName = name(relation.subject(), things);
            return switch (relation.object()) {
                case ObjectRef.Governing document -> {
                    String id = document.target().document().value();
                    yield new Ends(unit(file), subject, Evaluation.representative(id), subjectName, id);
                }
                case ObjectRef.Other other ->
                    new Ends(
                            unit(file),
                            subject,
                            slug(file, other.key(), things, false, relation),
                            subjectName,
                            name(other.key(), things));
            };
        }

        private static String name(String key, Map<String, Taken> things) {
            Taken thing = things.get(key);
            return thing == null ? key : thing.places().getFirst().entity().name();
        }

        /// The slug of what people have marked; our own key, which is none, where they have not marked it.
        private String slug(String file, String key, Map<String, Taken> things, boolean subject, Relation relation) {
            Taken thing = things.get(key);
            if (thing == null) {
                return "?" + key;
            }
            Optional<Marked> known = matching.meaning(thing).marked();
            return known.map(Marked::slug)
                    .orElseGet(() -> unlisted(file, thing, subject, relation).orElse("?" + key));
        }

        /// Relations may name what `entities.tsv` does not list: then the slug's own words are its name.
        private Optional<String> unlisted(String file, Taken thing, boolean subject, Relation relation) {
            if (isOwnPlan(thing)) {
                return ownPlan(file);
            }
            return relations.stream()
                    .filter(gold -> unit(gold.file()).equals(unit(file))
                            && gold.kind().equals(relation.type().term()))
                    .map(gold -> subject ? gold.subject() : gold.object())
                    .filter(slug -> !slugs.contains(slug) && !governing.test(slug))
                    .filter(slug -> thing.names().stream()
                            .map(name -> NameLikeness.of(NameLikeness.variants(words(slug)), name))
                            .anyMatch(likeness -> likeness.jaccard() >= 0.5 || likeness.contained()))
                    .findFirst();
        }

        private static boolean isOwnPlan(Taken thing) {
            return thing.places().getFirst().entity().type() == EntityType.LOCAL_PLAN;
        }

        /// The plan that the document is: the local document of which most is said in it.
        private Optional<String> ownPlan(String file) {
            var said = new TreeMap<String, Integer>();
            relations.stream()
                    .filter(gold -> unit(gold.file()).equals(unit(file))
                            && gold.file().equals(file)
                            && gold.subject().startsWith(LOCAL))
                    .forEach(gold -> said.merge(gold.subject(), 1, Integer::sum));
            return said.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        }

        private static String words(String slug) {
            return slug.substring(slug.indexOf(':') + 1).replace('-', ' ');
        }

        private boolean isApart(GoldRelation relation) {
            boolean subject = slugs.contains(relation.subject())
                    || ownPlan(relation.file())
                            .filter(relation.subject()::equals)
                            .isPresent();
            boolean object = slugs.contains(relation.object()) || governing.test(relation.object());
            return !subject || !object;
        }

        private List<FigureOutcome> figures() {
            var figures = new ArrayList<FigureOutcome>();
            var ofMarked = new IdentityHashMap<Marked, List<Taken>>();
            for (Taken ours : taken) {
                var meaning = matching.meaning(ours);
                if (meaning.worth() != Worth.ELSEWHERE) {
                    meaning.marked()
                            .ifPresent(gold -> ofMarked.computeIfAbsent(gold, key -> new ArrayList<>())
                                    .add(ours));
                }
                if (meaning.worth() == Worth.WRONG) {
                    Place first = ours.places().getFirst();
                    figuresOf(List.of(ours))
                            .forEach((name, number) -> figures.add(new FigureOutcome(
                                    first.file(), first.entity().name(), name, "", number, false)));
                }
            }
            for (Marked gold : marked) {
                GoldThing row = gold.rows().getFirst();
                Map<String, String> ours = figuresOf(ofMarked.getOrDefault(gold, List.of()));
                Map<String, String> theirs = markedFigures(gold);
                theirs.forEach((name, number) -> {
                    String given = ours.get(name);
                    figures.add(new FigureOutcome(
                            row.file(),
                            gold.slug(),
                            name,
                            number,
                            given == null ? "" : given,
                            given != null && isRight(given, number)));
                });
                ours.forEach((name, number) -> {
                    if (!theirs.containsKey(name)) {
                        figures.add(new FigureOutcome(row.file(), gold.slug(), name, "", number, false));
                    }
                });
            }
            return figures;
        }

        private static Map<String, String> markedFigures(Marked gold) {
            var figures = new LinkedHashMap<String, String>();
            for (GoldThing row : gold.rows()) {
                row.figures()
                        .forEach((name, number) -> figures.putIfAbsent(MARKED_AS.getOrDefault(name, name), number));
                if (!row.years().isEmpty()) {
                    figures.putIfAbsent(YEAR, row.years());
                }
            }
            return figures;
        }

        private static Map<String, String> figuresOf(List<Taken> things) {
            var figures = new LinkedHashMap<String, String>();
            for (Taken thing : things) {
                for (Place place : thing.places()) {
                    Entity entity = place.entity();
                    entity.figures().stream()
                            .sorted(Comparator.comparing(figure -> figure.kind().column()))
                            .forEach(figure -> figures.putIfAbsent(figure.kind().column(), figure.text()));
                    entity.year().ifPresent(year -> figures.putIfAbsent(YEAR, Integer.toString(year)));
                }
            }
            return figures;
        }
    }
}
