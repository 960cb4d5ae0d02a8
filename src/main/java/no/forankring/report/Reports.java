package no.forankring.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/// The ready reports. Safe for many threads.
public final class Reports {

    private static final String FOLDER = "/ontology/reports/";
    private static final int MAX_ROWS = 100_000;
    private static final long MAX_SECONDS = 60;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final GraphStore store;
    private final Clock clock;
    private final Map<String, ReportFile> files;

    public Reports(GraphStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.files = files();
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
        return files.values().stream().map(ReportFile::report).toList();
    }

    /// The report of that name; empty when there is none.
    public Optional<Report> find(String name) {
        return Optional.ofNullable(files.get(name)).map(ReportFile::report);
    }

    /// Runs a report on the newest state of the graph.
    ///
    /// @param parameters values by name; empty values count as left out
    /// @param language `nb`, `nn` or `en`
    /// @throws ReportException when there is no such report, or a value is not what the report asks for
    public ReportTable run(String name, Map<String, String> parameters, String language) {
        ReportFile file = files.get(name);
        if (file == null) {
            throw ReportException.unknown(name, List.copyOf(files.keySet()));
        }
        Report report = file.report();
        LocalDate today = LocalDate.now(clock.withZone(OSLO));
        Map<String, Node> values = values(report, parameters, today);
        return store.read(dataset -> new ReportTable(
                report,
                language,
                chosen(report, values, dataset.getDefaultGraph(), language),
                rows(dataset, file, values, language),
                today,
                store.lastChange(),
                store.addresses().base()));
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
            if (report.parameter(name).isEmpty()) {
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
        for (Node property : List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), DCTerms.title.asNode())) {
            var labels = new ArrayList<Node>();
            facts.find(thing, property, Node.ANY).mapWith(Triple::getObject).forEach(labels::add);
            for (String wanted : List.of(language, "nb", "nn", "no", "", "en")) {
                for (Node label : labels) {
                    if (label.isLiteral() && wanted.equals(label.getLiteralLanguage())) {
                        return label.getLiteralLexicalForm();
                    }
                }
            }
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
