package no.forankring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the table of features. To change the architecture, change the table, here and in docs/architecture.md.
class ArchitectureTest {

    /// Feature → the features it may use.
    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("graph", Set.of());
        MAY_USE.put("register", Set.of("graph"));
        MAY_USE.put("document", Set.of("graph"));
        MAY_USE.put("privacy", Set.of("graph", "document", "register"));
        MAY_USE.put("citation", Set.of("document", "register"));
        MAY_USE.put("extraction", Set.of("document", "register", "citation"));
        MAY_USE.put("anchorcheck", Set.of("document", "register", "citation"));
        MAY_USE.put("search", Set.of("document"));
        MAY_USE.put("trace", Set.of("graph", "document", "register", "identity"));
        MAY_USE.put("review", Set.of("graph", "register", "document", "citation", "extraction", "trace", "identity"));
        MAY_USE.put("curation", Set.of("graph", "register", "document", "citation", "trace", "identity"));
        MAY_USE.put("identity", Set.of("graph"));
        MAY_USE.put("findings", Set.of("graph", "document"));
        MAY_USE.put(
                "ingest",
                Set.of(
                        "graph",
                        "register",
                        "document",
                        "privacy",
                        "citation",
                        "extraction",
                        "search",
                        "review",
                        "curation",
                        "identity",
                        "findings"));
        MAY_USE.put("report", Set.of("graph", "document", "register", "trace"));
        MAY_USE.put("access", Set.of());
        MAY_USE.put("backup", Set.of("graph"));
        MAY_USE.put("saved", Set.of("access", "search"));
        Set<String> doors = Set.of(
                "graph",
                "register",
                "document",
                "privacy",
                "citation",
                "extraction",
                "anchorcheck",
                "search",
                "review",
                "identity",
                "findings",
                "trace",
                "curation",
                "ingest",
                "report",
                "access",
                "backup",
                "saved");
        MAY_USE.put("sparql", doors);
        Set<String> doorsAndSparql =
                Stream.concat(doors.stream(), Stream.of("sparql")).collect(Collectors.toSet());
        MAY_USE.put("web", doorsAndSparql);
        MAY_USE.put("api", doorsAndSparql);
        MAY_USE.put("cli", doorsAndSparql);
    }

    private static final Set<String> EDGES = Set.of("web", "api", "sparql", "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.forankring");

    static Stream<String> features() {
        return MAY_USE.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void usesOnlyTheFeaturesThatTheTableAllows(String feature) {
        Set<String> forbidden = new TreeSet<>(MAY_USE.keySet());
        forbidden.remove(feature);
        forbidden.removeAll(MAY_USE.get(feature));
        String[] packages =
                forbidden.stream().map(name -> "no.forankring." + name + "..").toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("no.forankring." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CLASSES);
    }

    @Test
    void knowsEveryFeature() {
        Set<String> found = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("no.forankring."))
                .map(name -> name.substring("no.forankring.".length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    }

    @Test
    void keepsSpringAtTheEdges() {
        String[] inner = MAY_USE.keySet().stream()
                .filter(name -> !EDGES.contains(name))
                .map(name -> "no.forankring." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAnyPackage(inner)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    static Stream<List<String>> librariesAndTheirFeatures() {
        return Stream.of(
                List.of("org.apache.lucene..", "no.forankring.search"),
                List.of("org.apache.tika..", "no.forankring.document"),
                List.of("org.apache.pdfbox..", "no.forankring.document"),
                List.of("org.apache.poi..", "no.forankring.report", "no.forankring.document", "no.forankring.curation"),
                List.of("org.apache.jena.tdb2..", "no.forankring.graph"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("librariesAndTheirFeatures")
    void keepsEachLibraryBehindOneDoor(List<String> rule) {
        String[] packages = rule.subList(1, rule.size()).toArray(String[]::new);

        classes()
                .that(touch(rule.getFirst()))
                .should()
                .resideInAnyPackage(packages)
                .check(CLASSES);
        classes()
                .that(touch(rule.getFirst()))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> touch(String packageIdentifier) {
        return DescribedPredicate.describe(
                "depend on " + packageIdentifier,
                javaClass -> javaClass.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency
                                .getTargetClass()
                                .getPackageName()
                                .startsWith(packageIdentifier.replace("..", ""))));
    }

    @Test
    void introducesEveryPackage() {
        var without = Arrays.stream(MAY_USE.keySet().toArray(String[]::new))
                .filter(feature ->
                        getClass().getResource("/no/forankring/%s/package-info.class".formatted(feature)) == null)
                .toList();

        assertThat(without).isEmpty();
    }
}
