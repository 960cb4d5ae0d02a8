package no.forankring.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphException;
import no.forankring.graph.GraphStore;
import no.forankring.graph.Labels;
import no.forankring.graph.OneState;
import no.forankring.register.Geography;
import no.forankring.register.Register;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/// The ready reports. Safe for many threads.
public final class Reports {

    private static final String FOLDER = "/ontology/reports/";
    private static final String SUGGESTIONS = "suggestions";
    /// Every report may be asked what was known at the end of a day: `known-on=2026-01-31`. That day is its today.
    public static final String KNOWN_ON = "known-on";

    private static final String YES = "ja";
    private static final int MAX_ROWS = 100_000;
    private static final long MAX_SECONDS = 60;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Texts ALL = new Texts("alle", "alle", "all");
    private static final Texts NO = new Texts("nei", "nei", "no");
    private static final Texts DATA = new Texts(
            "Opplysningene er slik de var etter siste endring, %s.",
            "Opplysningane er slik dei var etter siste endring, %s.", "The data are as of the last change, %s.");
    private static final Texts KNOWN =
            new Texts("Det som var kjent %s.", "Det som var kjent %s.", "What was known on %s.");
    private static final Texts LICENCE = new Texts(
            "Lisens: Norsk lisens for offentlige data (NLOD) 2.0. Sitatene tilhører dem som har skrevet dokumentene.",
            "Lisens: Norsk lisens for offentlege data (NLOD) 2.0. Sitata høyrer til dei som har skrive dokumenta.",
            "Licence: Norwegian Licence for Open Government Data (NLOD) 2.0. Quotes belong to those who wrote them.");

    private final GraphStore store;
    private final Clock clock;
    private final Answers answers;
    private final Map<String, ReportFile> files;
    private final Map<String, Computed> computed = new LinkedHashMap<>();

    private record Computed(ComputedReport rows, ReportFile.Header header) {}

    /// The computed reports over one graph, at one time.
    @FunctionalInterface
    interface Answers {
        List<ComputedReport> over(GraphStore store, Clock clock);
    }

    /// The reports that are queries.
    public Reports(GraphStore store, Clock clock) {
        this(store, clock, (graph, time) -> List.of());
    }

    Reports(GraphStore store, Clock clock, Answers answers) {
        this.store = store;
        this.clock = clock;
        this.answers = answers;
        this.files = files();
        for (ComputedReport report : answers.over(store, clock)) {
            String name = report.name();
            computed.put(name, new Computed(report, ReportFile.header(name, text(name + ".txt"))));
        }
    }

    /// All reports: those that are queries, and those that are computed.
    public static Reports open(GraphStore store, Register register, Clock clock) {
        Geography geography = Geography.builtIn();
        return new Reports(store, clock, (graph, time) -> AnswerReports.all(graph, register, geography, time));
    }

    private static Map<String, ReportFile> files() {
        var files = new LinkedHashMap<String, ReportFile>();
        text("reports.txt")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> files.put(name, ReportFile.parse(name, text(name + ".rq"))));
        return files;
    }

    private static String text(String file) {
        try (InputStream in = Reports.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw ReportException.broken(file, "it is not there", null);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// All reports, in the order in which they are shown.
    public List<Report> list() {
        return Stream.concat(
                        computed.values().stream().map(report -> report.header().report()),
                        files.values().stream().map(ReportFile::report))
                .toList();
    }

    /// The report of that name; empty when there is none.
    public Optional<Report> find(String name) {
        return Optional.ofNullable(computed.get(name))
                .map(report -> report.header().report())
                .or(() -> Optional.ofNullable(files.get(name)).map(ReportFile::report));
    }

    /// The query of a report as it lies in its file, with the comments that describe it; empty when there is none of
    /// that name.
    public Optional<String> query(String name) {
        return files.containsKey(name) ? Optional.of(text(name + ".rq")) : Optional.empty();
    }

    /// Runs a report on the newest state of the graph, or on what was known at the end of a day.
    ///
    /// @param parameters values by name; empty values count as left out; [#KNOWN_ON] is a date
    /// @param language `nb`, `nn` or `en`
    /// @throws ReportException when there is no such report, or a value is not what the report asks for
    public ReportTable run(String name, Map<String, String> parameters, String language) {
        Optional<LocalDate> day = day(parameters);
        try {
            Computed answer = computed.get(name);
            if (answer != null) {
                return day.isEmpty()
                        ? run(answer, parameters, language, clock, store.lastChange())
                        : runOn(day.get(), answer, parameters, language);
            }
            ReportFile file = files.get(name);
            if (file == null) {
                throw ReportException.unknown(
                        name, list().stream().map(Report::name).toList());
            }
            Map<String, Node> values = values(file.report(), parameters, LocalDate.now(clockOf(day)));
            return run(file, values, language, day);
        } catch (GraphException tooOld) {
            throw ReportException.notKept(String.valueOf(tooOld.getMessage()), tooOld);
        }
    }

    private ReportTable run(ReportFile file, Map<String, Node> values, String language, Optional<LocalDate> day) {
        Report report = file.report();
        long change = change(day);
        return store.readAt(change, dataset -> {
            // Facts alone, unless what waits was asked for; then the rows say which is which.
            Graph seen = withSuggestions(values) ? dataset.getUnionGraph() : dataset.getDefaultGraph();
            var chosen = new ArrayList<>(chosen(report, values, seen, language));
            day.ifPresent(known -> chosen.add(KNOWN.in(language).formatted(known)));
            return new ReportTable(
                    report,
                    language,
                    chosen,
                    rows(withSuggestions(values) ? DatasetGraphFactory.wrap(seen) : dataset, file, values, language),
                    LocalDate.now(clock.withZone(OSLO)),
                    Math.min(change, store.lastChange()),
                    store.addresses().base());
        });
    }

    private static Optional<LocalDate> day(Map<String, String> parameters) {
        String day = parameters.getOrDefault(KNOWN_ON, "").strip();
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException odd) {
            throw ReportException.badValue(KNOWN_ON, day, "en dato som 2026-01-31");
        }
    }

    /// The newest, unless a day was given.
    private long change(Optional<LocalDate> day) {
        return day.map(known -> store.changeAt(endOf(known))).orElse(Long.MAX_VALUE);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(OSLO).toInstant().minusNanos(1);
    }

    /// A day that has not come yet is not judged before it has.
    private Clock clockOf(Optional<LocalDate> day) {
        return day.filter(known -> known.isBefore(LocalDate.now(clock.withZone(OSLO))))
                .map(known -> Clock.fixed(endOf(known), OSLO))
                .orElseGet(() -> clock.withZone(OSLO));
    }

    /// What was known at the end of a day, judged on that day.
    private ReportTable runOn(LocalDate day, Computed answer, Map<String, String> parameters, String language) {
        long change = Math.min(change(Optional.of(day)), store.lastChange());
        Clock then = clockOf(Optional.of(day));
        return store.readAt(change, state -> {
            ComputedReport report = answers.over(new OneState(store, state, change), then).stream()
                    .filter(each -> each.name().equals(answer.rows().name()))
                    .findFirst()
                    .orElseThrow();
            ReportTable table = run(new Computed(report, answer.header()), parameters, language, then, change);
            var chosen = new ArrayList<>(table.chosen());
            chosen.addFirst(KNOWN.in(language).formatted(day));
            return new ReportTable(
                    table.report(),
                    language,
                    chosen,
                    table.rows(),
                    LocalDate.now(clock.withZone(OSLO)),
                    change,
                    table.base());
        });
    }

    /// @param change the last that the rows know: they may know more, never less
    private ReportTable run(Computed answer, Map<String, String> parameters, String language, Clock time, long change) {
        Report report = answer.header().report();
        LocalDate today = LocalDate.now(time.withZone(OSLO));
        var given = new LinkedHashMap<String, String>();
        values(report, parameters, today)
                .forEach((name, value) -> given.put(
                        name,
                        value.isLiteral()
                                ? value.getLiteralLexicalForm()
                                : store.addresses()
                                        .parse(value.getURI())
                                        .map(Addresses.Parts::id)
                                        .orElse(value.getURI())));
        var asked = new ComputedReport.Asked(
                Map.copyOf(given),
                language,
                today,
                store.addresses().base(),
                answer.header().words());
        List<List<ReportTable.Cell>> rows = answer.rows().rows(asked);
        if (rows.size() > MAX_ROWS) {
            throw ReportException.tooManyRows(report.name(), MAX_ROWS);
        }
        var chosen = new ArrayList<String>();
        for (Report.Parameter parameter : report.parameters()) {
            chosen.add(parameter.label().in(language) + ": "
                    + given.getOrDefault(
                            parameter.name(),
                            parameter.type() == Report.Type.FLAG ? NO.in(language) : ALL.in(language)));
        }
        chosen.add(store.change(change)
                .map(last -> DATA.in(language)
                        .formatted(LocalDate.ofInstant(last.at(), OSLO).toString()))
                .orElseGet(() -> DATA.in(language).formatted("–")));
        chosen.add(LICENCE.in(language));
        return new ReportTable(
                report, language, chosen, rows, today, change, store.addresses().base());
    }

    private static boolean withSuggestions(Map<String, Node> values) {
        Node chosen = values.get(SUGGESTIONS);
        return chosen != null && chosen.getLiteralLexicalForm().equals(YES);
    }

    /// Runs a report and writes it to a file.
    ///
    /// @throws ReportException when there is no such report, or a value is not what the report asks for
    public void write(
            String name, Map<String, String> parameters, String language, ReportFormat format, OutputStream out) {
        write(run(name, parameters, language), format, out);
    }

    /// Writes rows that are there already.
    public void write(ReportTable table, ReportFormat format, OutputStream out) {
        try {
            switch (format) {
                case CSV -> CsvReport.write(table, out);
                case HTML -> HtmlReport.write(table, out);
                case XLSX -> PoiXlsxReport.write(table, out);
                case DOCX -> PoiDocxReport.write(table, out);
            }
        } catch (IOException failure) {
            throw ReportException.notWritten(table.report().name(), failure);
        }
    }

    private Map<String, Node> values(Report report, Map<String, String> parameters, LocalDate today) {
        parameters.keySet().forEach(name -> {
            if (!name.equals(KNOWN_ON) && report.parameter(name).isEmpty()) {
                throw ReportException.unknownParameter(
                        report.name(),
                        name,
                        report.parameters().stream().map(Report.Parameter::name).toList());
            }
        });
        var values = new LinkedHashMap<String, Node>();
        for (Report.Parameter parameter : report.parameters()) {
            String given = parameters.getOrDefault(parameter.name(), "").strip();
            if (!given.isEmpty()) {
                values.put(parameter.name(), value(parameter, given));
            } else if (parameter.type() == Report.Type.DATE && parameter.optional()) {
                values.put(parameter.name(), NodeFactory.createLiteralDT(today.toString(), XSDDatatype.XSDdate));
            } else if (!parameter.optional()) {
                throw ReportException.missingParameter(report.name(), parameter.name());
            }
        }
        return values;
    }

    private Node value(Report.Parameter parameter, String given) {
        return switch (parameter.type()) {
            case TEXT -> NodeFactory.createLiteralString(given);
            case INTEGER -> {
                if (!given.matches("-?\\d{1,9}")) {
                    throw ReportException.badValue(parameter.name(), given, "et helt tall");
                }
                yield NodeFactory.createLiteralDT(given, XSDDatatype.XSDinteger);
            }
            case FLAG ->
                switch (given.toLowerCase(Locale.ROOT)) {
                    case YES, "yes", "true", "on", "1" -> NodeFactory.createLiteralString(YES);
                    case "nei", "no", "false", "off", "0" -> NodeFactory.createLiteralString("nei");
                    default -> throw ReportException.badValue(parameter.name(), given, "ja eller nei");
                };
            case DATE -> {
                try {
                    yield NodeFactory.createLiteralDT(LocalDate.parse(given).toString(), XSDDatatype.XSDdate);
                } catch (DateTimeParseException odd) {
                    throw ReportException.badValue(parameter.name(), given, "en dato som 2026-01-31");
                }
            }
            case GOVERNING_DOCUMENT -> {
                if (!given.matches("[^\\s<>\"{}|\\\\^`]+")) {
                    throw ReportException.badValue(parameter.name(), given, "en id som meldst-15-2017-2018");
                }
                yield given.contains("://")
                        ? NodeFactory.createURI(given)
                        : store.addresses().of(Addresses.GOVERNING_DOCUMENT, given);
            }
        };
    }

    private static List<String> chosen(Report report, Map<String, Node> values, Graph facts, String language) {
        var chosen = new ArrayList<String>();
        values.forEach((name, value) -> report.parameter(name)
                .ifPresent(parameter -> chosen.add(parameter.label().in(language) + ": "
                        + (value.isURI() ? named(facts, value, language) : value.getLiteralLexicalForm()))));
        return chosen;
    }

    private static List<List<ReportTable.Cell>> rows(
            DatasetGraph dataset, ReportFile file, Map<String, Node> values, String language) {
        QueryExecBuilder builder = QueryExec.newBuilder().dataset(dataset).query(file.query());
        values.forEach((name, value) -> builder.substitution(Var.alloc(name), value));
        var names = new HashMap<Node, String>();
        var rows = new ArrayList<List<ReportTable.Cell>>();
        try (QueryExec execution =
                builder.overallTimeout(MAX_SECONDS, TimeUnit.SECONDS).build()) {
            RowSet found = execution.select();
            while (found.hasNext()) {
                Binding row = found.next();
                if (rows.size() == MAX_ROWS) {
                    throw ReportException.tooManyRows(file.report().name(), MAX_ROWS);
                }
                rows.add(file.report().columns().stream()
                        .map(column -> cell(
                                row.get(Var.alloc(column.variable())),
                                column,
                                thing -> names.computeIfAbsent(
                                        thing, node -> named(dataset.getDefaultGraph(), node, language)),
                                language))
                        .toList());
            }
            return rows;
        } catch (QueryCancelledException stopped) {
            throw ReportException.tooSlow(file.report().name(), MAX_SECONDS);
        }
    }

    private static ReportTable.Cell cell(
            @Nullable Node value,
            Report.Column column,
            java.util.function.Function<Node, String> names,
            String language) {
        if (value == null) {
            String none = switch (language) {
                case "nn" -> "ingen funne";
                case "en" -> "none found";
                default -> "ingen funnet";
            };
            return new ReportTable.Cell(column.saysNone() ? none : "", false, Optional.empty());
        }
        if (value.isURI()) {
            return new ReportTable.Cell(names.apply(value), false, Optional.of(value.getURI()));
        }
        if (value.isLiteral()) {
            return new ReportTable.Cell(
                    value.getLiteralLexicalForm(), value.getLiteralValue() instanceof Number, Optional.empty());
        }
        return new ReportTable.Cell(value.toString(), false, Optional.empty());
    }

    /// The name of a thing in the language, else in another, else the end of its address.
    private static String named(Graph facts, Node thing, String language) {
        Optional<String> name = Labels.of(facts, thing, List.of(language, "nb", "nn", "no", "", "en"));
        if (name.isPresent()) {
            return name.get();
        }
        String address = thing.getURI();
        String end = address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1);
        try {
            return end.isEmpty() ? address : URLDecoder.decode(end.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            return end;
        }
    }
}
