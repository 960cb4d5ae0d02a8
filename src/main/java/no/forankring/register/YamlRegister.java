package no.forankring.register;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.forankring.register.RegisterException.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads the register's YAML files and collects what is wrong in all of them before it gives up.
///
/// The files are read as a tree of nodes with line numbers and never turned into objects, so no tag can name a class.
/// Every scalar is text: `2011-06-24` and `30` need no quotes.
final class YamlRegister {

    private static final String FOLDER = "ontology/register/";

    /// The fields of an entry, in the order in which they are written.
    static final List<String> FIELDS = List.of(
            "id",
            "type",
            "number",
            "session",
            "title",
            "language",
            "short-title",
            "aliases",
            "ambiguous-aliases",
            "erroneous-aliases",
            "issuer",
            "date",
            "in-force-from",
            "in-force-to",
            "replaced-by",
            "replaces",
            "follows-up",
            "revises",
            "continues",
            "renames",
            "former-names",
            "sources",
            "official",
            "certainty",
            "checked");

    private static final Set<String> LISTS = Set.of(
            "aliases",
            "ambiguous-aliases",
            "erroneous-aliases",
            "replaced-by",
            "replaces",
            "follows-up",
            "revises",
            "continues",
            "renames",
            "former-names",
            "sources",
            "checked");

    // "pasientrettighetsloven (til 2011-12-31)"
    private static final Pattern FORMER_NAME = Pattern.compile("(.+) \\(til ([\\d-]+)\\)");
    // "lov-1991-12-13-81 https://lovdata.no/eli/lov/2011/06/24/30"
    private static final Pattern SOURCE = Pattern.compile("(\\S+) (https?://[^\\s<>\"{}|\\\\^`]+)");

    private final List<RegisterRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private YamlRegister() {}

    static Register builtIn() {
        var reader = new YamlRegister();
        for (String file : ProgramFiles.text(FOLDER + "files.txt").lines().toList()) {
            if (!file.isBlank()) {
                reader.add(file.strip(), ProgramFiles.text(FOLDER + file.strip()));
            }
        }
        return reader.register(CurrentActs.builtIn());
    }

    static Register read(Path folder) {
        var reader = new YamlRegister();
        try (var files = Files.list(folder)) {
            List<Path> sorted = files.filter(
                            file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                reader.add(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw RegisterException.unreadable("the register in " + folder, e);
        }
        return reader.register(List.of());
    }

    private Register register(List<GoverningDocument> acts) {
        problems.addAll(RegisterRules.check(rows));
        if (!problems.isEmpty()) {
            throw RegisterException.broken(problems);
        }
        return new Register(rows.stream().map(RegisterRow::document).toList(), acts);
    }

    private void add(String file, String text) {
        Optional<Node> root;
        try {
            root = Optional.ofNullable(
                    new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(
                    file,
                    line,
                    "whole file",
                    "it is not YAML: " + e.getProblem(),
                    "Compare the line with the entries around it; put text that holds \": \" in quotes."));
            return;
        }
        if (root.isEmpty()) {
            return;
        }
        if (!(root.get() instanceof SequenceNode entries)) {
            problems.add(new Problem(
                    file,
                    line(root.get()),
                    "whole file",
                    "it is not a list of entries",
                    "Begin each entry with \"- id: \"."));
            return;
        }
        for (Node entry : entries.getValue()) {
            readEntry(file, entry);
        }
    }

    private void readEntry(String file, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(new Problem(
                    file, line(node), "entry", "it is not a set of fields", "Begin each entry with \"- id: \"."));
            return;
        }
        var texts = new LinkedHashMap<String, String>();
        var lists = new LinkedHashMap<String, List<String>>();
        int before = problems.size();
        String row = name(mapping);
        var entry = new Entry(file, line(node), row);
        for (NodeTuple field : mapping.getValue()) {
            String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (!FIELDS.contains(name)) {
                entry.problem(
                        line(field.getKeyNode()),
                        "the field " + name + " is unknown",
                        "Use one of: " + String.join(", ", FIELDS) + ".");
            } else if (texts.containsKey(name) || lists.containsKey(name)) {
                entry.problem(line(field.getKeyNode()), "the field " + name + " stands twice", "Keep one of them.");
            } else if (LISTS.contains(name)) {
                lists.put(name, list(entry, name, field.getValueNode()));
            } else {
                texts.put(name, text(entry, name, field.getValueNode()));
            }
        }
        Optional<GoverningDocument> document = document(entry, texts, lists);
        if (problems.size() == before && document.isPresent()) {
            rows.add(new RegisterRow(file, line(node), document.get()));
        }
    }

    private String text(Entry entry, String field, Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        entry.problem(
                line(value), "the field " + field + " holds a list", "Write one value behind \"" + field + ":\".");
        return "";
    }

    private List<String> list(Entry entry, String field, Node value) {
        if (!(value instanceof SequenceNode sequence)) {
            entry.problem(
                    line(value),
                    "the field " + field + " holds one value",
                    "Write a list, one value behind each \"-\".");
            return List.of();
        }
        var items = new ArrayList<String>();
        for (Node item : sequence.getValue()) {
            String text = text(entry, field, item);
            if (text.isEmpty()) {
                entry.problem(line(item), "the field " + field + " holds an empty value", "Remove the line.");
            } else {
                items.add(text);
            }
        }
        return items;
    }

    private Optional<GoverningDocument> document(
            Entry entry, Map<String, String> texts, Map<String, List<String>> lists) {
        Optional<GoverningDocumentId> id = id(entry, texts.getOrDefault("id", ""), "id");
        Optional<DocumentType> type = type(entry, texts.getOrDefault("type", ""));
        Optional<GoverningDocument.Certainty> certainty = certainty(entry, texts.getOrDefault("certainty", ""));
        String title = texts.getOrDefault("title", "");
        if (title.isEmpty()) {
            entry.problem("it has no title", "Write the title as published behind \"title:\".");
        }
        String language = texts.getOrDefault("language", "");
        if (!Set.of("nob", "nno", "eng").contains(language)) {
            entry.problem(
                    "the language of the title is \"" + language + "\"", "Write nob, nno or eng behind \"language:\".");
        }
        var checked = new TreeSet<String>(lists.getOrDefault("checked", List.of()));
        for (String field : checked) {
            if (!FIELDS.contains(field)) {
                entry.problem(
                        "the checked field " + field + " is unknown", "Use one of: " + String.join(", ", FIELDS) + ".");
            }
        }
        Optional<String> official = Optional.ofNullable(texts.get("official"));
        official.filter(address -> !address.matches("https?://[^\\s<>\"{}|\\\\^`]+"))
                .ifPresent(address -> entry.problem(
                        "the official address " + address + " is not one",
                        "Write an address that begins with https:// and holds no spaces."));
        Optional<PartialDate> date = date(entry, texts, "date");
        Optional<PartialDate> from = date(entry, texts, "in-force-from");
        Optional<PartialDate> to = date(entry, texts, "in-force-to");
        List<GoverningDocumentId> replacedBy = ids(entry, lists, "replaced-by");
        List<GoverningDocumentId> replaces = ids(entry, lists, "replaces");
        List<GoverningDocumentId> followsUp = ids(entry, lists, "follows-up");
        Lineage lineage = lineage(entry, lists);
        if (id.isEmpty() || type.isEmpty() || certainty.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new GoverningDocument(
                id.get(),
                type.get(),
                texts.getOrDefault("number", ""),
                texts.getOrDefault("session", ""),
                title,
                language,
                texts.getOrDefault("short-title", ""),
                lists.getOrDefault("aliases", List.of()),
                lists.getOrDefault("ambiguous-aliases", List.of()),
                lists.getOrDefault("erroneous-aliases", List.of()),
                texts.getOrDefault("issuer", ""),
                date,
                from,
                to,
                replacedBy,
                replaces,
                followsUp,
                official,
                certainty.get(),
                checked,
                lineage));
    }

    private static Lineage lineage(Entry entry, Map<String, List<String>> lists) {
        var names = new ArrayList<Lineage.FormerName>();
        for (String text : lists.getOrDefault("former-names", List.of())) {
            var parts = FORMER_NAME.matcher(text);
            Optional<PartialDate> until = parts.matches()
                    ? date(entry, Map.of("former-names", parts.group(2)), "former-names")
                    : Optional.empty();
            if (parts.matches()) {
                until.ifPresent(last -> names.add(new Lineage.FormerName(parts.group(1), last)));
            } else {
                entry.problem(
                        "the former name \"" + text + "\" does not say until when",
                        "Write it as in \"pasientrettighetsloven (til 2011-12-31)\".");
            }
        }
        var sources = new LinkedHashMap<GoverningDocumentId, String>();
        for (String text : lists.getOrDefault("sources", List.of())) {
            var parts = SOURCE.matcher(text);
            if (parts.matches()) {
                id(entry, parts.group(1), "sources").ifPresent(older -> sources.put(older, parts.group(2)));
            } else {
                entry.problem(
                        "the source \"" + text + "\" is not an id and an address",
                        "Write the id of the older document, a space and an address that begins with https://.");
            }
        }
        return new Lineage(
                ids(entry, lists, "revises"),
                ids(entry, lists, "continues"),
                ids(entry, lists, "renames"),
                names,
                sources);
    }

    private static Optional<GoverningDocumentId> id(Entry entry, String text, String field) {
        try {
            return Optional.of(new GoverningDocumentId(text));
        } catch (IllegalArgumentException e) {
            entry.problem(
                    "the " + field + " \"" + text + "\" is not an id",
                    "Use lower-case letters a to z, digits and single hyphens, as in plan-demensplan-2025.");
            return Optional.empty();
        }
    }

    private static List<GoverningDocumentId> ids(Entry entry, Map<String, List<String>> lists, String field) {
        return lists.getOrDefault(field, List.of()).stream()
                .flatMap(text -> id(entry, text, field).stream())
                .toList();
    }

    private static Optional<DocumentType> type(Entry entry, String code) {
        Optional<DocumentType> type = DocumentType.ofCode(code);
        if (type.isEmpty()) {
            var codes = new ArrayList<String>();
            for (DocumentType each : DocumentType.values()) {
                codes.add(each.code());
            }
            entry.problem("the type \"" + code + "\" is unknown", "Use one of: " + String.join(", ", codes) + ".");
        }
        return type;
    }

    private static Optional<GoverningDocument.Certainty> certainty(Entry entry, String code) {
        for (GoverningDocument.Certainty certainty : GoverningDocument.Certainty.values()) {
            if (certainty.code().equals(code)) {
                return Optional.of(certainty);
            }
        }
        entry.problem("the certainty \"" + code + "\" is unknown", "Write verified, from memory or uncertain.");
        return Optional.empty();
    }

    private static Optional<PartialDate> date(Entry entry, Map<String, String> texts, String field) {
        String text = texts.getOrDefault(field, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(text));
        } catch (RuntimeException e) {
            entry.problem(
                    "the field " + field + " holds \"" + text + "\", which is no date",
                    "Write 2021, 2021-05 or 2021-05-06, and a day that exists.");
            return Optional.empty();
        }
    }

    private static String name(MappingNode mapping) {
        for (NodeTuple field : mapping.getValue()) {
            if (field.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals("id")
                    && field.getValueNode() instanceof ScalarNode value) {
                return value.getValue();
            }
        }
        return "entry without id";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /// The entry being read, and where to report what is wrong in it.
    private final class Entry {
        private final String file;
        private final int line;
        private final String row;

        private Entry(String file, int line, String row) {
            this.file = file;
            this.line = line;
            this.row = row;
        }

        private void problem(String what, String remedy) {
            problem(line, what, remedy);
        }

        private void problem(int at, String what, String remedy) {
            problems.add(new Problem(file, at, row, what, remedy));
        }
    }
}
