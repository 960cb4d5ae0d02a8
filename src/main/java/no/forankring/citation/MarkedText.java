package no.forankring.citation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.citation.Evaluation.Gold;
import no.forankring.citation.Evaluation.Lookalike;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;

/// A text in which people have marked the mentions of governing documents.
///
/// The format is described in `corpus/quality/README.md`: a first line on the text, and marks `⟦words¦id¦more⟧` in it.
/// Offsets of the mentions count UTF-16 units of [#text], which is what stands when the marks are taken away.
///
/// @param file its name, without folders
/// @param properties what the first line says, as in `language` → `nob`; empty for a text marked in another way
public record MarkedText(
        String file, String text, Map<String, String> properties, List<Gold> mentions, List<Lookalike> lookalikes) {

    private static final char OPEN = '⟦';
    private static final char CLOSE = '⟧';
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)¦");
    private static final String ALTERNATIVES = "alt=";
    private static final Set<String> FLAGS = Set.of("anaphora", "local", "ambiguous", "vague");
    /// `§ 4-1 tredje ledd`, `kap. 4 A`, `artikkel 12`, `del III`, `delmål 3.4`
    private static final Pattern PINPOINT = Pattern.compile(
            "(§§? ?|(kap\\.|kapittel|artikkel|del|mål|delmål|side|punkt|pkt\\.|nr\\.|bokstav|vedlegg|tiltak|anbefaling) )\\S.*");
    private static final Map<String, Pattern> PROPERTIES = Map.of(
            "kind", Pattern.compile("[a-z-]+"),
            "language", Pattern.compile("nob|nno"),
            "noise", Pattern.compile("clean|light|heavy"),
            "date", Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d)?)?"),
            "set", Pattern.compile("develop|held-out"));

    public MarkedText {
        properties = Map.copyOf(properties);
        mentions = List.copyOf(mentions);
        lookalikes = List.copyOf(lookalikes);
    }

    /// Takes the marks out of a text.
    ///
    /// @param file its name, without folders
    /// @param register tells which ids there are and of what type each is
    /// @throws IllegalArgumentException when the first line or a mark is broken; the message, for people, names the
    /// line
    public static MarkedText parse(String file, String marked, Register register) {
        return new Parser(file, marked, register).parse();
    }

    private static final class Parser {
        private final String file;
        private final String marked;
        private final Register register;
        private final CiteTable types;
        private final StringBuilder text = new StringBuilder();
        private final List<Gold> mentions = new ArrayList<>();
        private final List<Lookalike> lookalikes = new ArrayList<>();
        private int at;

        Parser(String file, String marked, Register register) {
            this.file = file;
            this.marked = marked;
            this.register = register;
            this.types = new CiteTable(register, Locale.ROOT);
        }

        MarkedText parse() {
            Map<String, String> properties = firstLine();
            while (at < marked.length()) {
                char c = marked.charAt(at);
                if (c == OPEN) {
                    mark();
                } else if (c == CLOSE) {
                    throw broken("en ⟧ uten ⟦ foran");
                } else {
                    text.append(c);
                    at++;
                }
            }
            return new MarkedText(file, text.toString(), properties, mentions, lookalikes);
        }

        private Map<String, String> firstLine() {
            int end = marked.indexOf('\n');
            String line = marked.substring(0, end < 0 ? marked.length() : end).strip();
            if (!line.startsWith("#! ")) {
                throw broken("første linje skal være som «#! kind=mandate language=nob noise=clean»");
            }
            var properties = new LinkedHashMap<String, String>();
            for (String part : line.substring(3).split(" +", -1)) {
                int equals = part.indexOf('=');
                String key = equals < 0 ? part : part.substring(0, equals);
                Pattern values = PROPERTIES.get(key);
                if (equals < 0 || values == null || properties.containsKey(key)) {
                    throw broken("«%s» er ikke en egenskap, eller den står to ganger".formatted(part));
                }
                String value = part.substring(equals + 1);
                if (!values.matcher(value).matches()) {
                    throw broken("%s kan ikke være «%s»".formatted(key, value));
                }
                properties.put(key, value);
            }
            if (!properties.keySet().containsAll(Set.of("kind", "language", "noise"))) {
                throw broken("første linje mangler kind, language eller noise");
            }
            at = end < 0 ? marked.length() : end + 1;
            return properties;
        }

        private void mark() {
            int close = marked.indexOf(CLOSE, at);
            int next = marked.indexOf(OPEN, at + 1);
            if (close < 0 || next >= 0 && next < close) {
                throw broken("en ⟦ uten ⟧ etter");
            }
            String[] parts = BAR.split(marked.substring(at + 1, close), -1);
            String words = parts[0].replace("\\¦", "¦");
            if (words.isEmpty() || !words.equals(words.strip())) {
                throw broken("merkede ord kan ikke være tomme eller begynne eller slutte med mellomrom");
            }
            if (parts.length < 2) {
                throw broken("«%s» har ingen id".formatted(TabSeparated.oneLine(words)));
            }
            int start = text.length();
            text.append(words);
            if (parts[1].equals("not")) {
                if (parts.length > 2) {
                    throw broken("«not» kan ikke ha noe etter seg");
                }
                lookalikes.add(new Lookalike(file, start, text.length(), words));
            } else {
                mentions.add(
                        mention(start, words, parts[1], Arrays.asList(parts).subList(2, parts.length)));
            }
            at = close + 1;
        }

        private Gold mention(int start, String words, String id, List<String> parts) {
            List<String> alternatives = List.of();
            String pinpoint = "";
            var flags = new ArrayList<String>();
            for (String part : parts) {
                Matcher written = PINPOINT.matcher(part);
                if (FLAGS.contains(part)) {
                    flags.add(part);
                } else if (part.startsWith(ALTERNATIVES)) {
                    alternatives =
                            Arrays.asList(part.substring(ALTERNATIVES.length()).split(",", -1));
                } else if (pinpoint.isEmpty() && written.matches()) {
                    pinpoint = part;
                } else {
                    throw broken("forstår ikke «%s»".formatted(part));
                }
            }
            alternatives.forEach(this::type);
            boolean local = flags.contains("local");
            String type = type(id);
            return new Gold(
                    file,
                    start,
                    text.length(),
                    words,
                    local ? "local_plan" : type,
                    id,
                    alternatives,
                    pinpoint,
                    flags.contains("vague") ? "vague" : flags.contains("ambiguous") ? "ambiguous" : "sure",
                    local ? "local" : "national",
                    flags.contains("anaphora"));
        }

        /// The type that an id tells; also refuses ids that neither the register nor a series of numbers knows.
        private String type(String id) {
            if (id.equals("?")) {
                return "other";
            }
            try {
                var document = new GoverningDocumentId(id);
                if (register.find(document).isPresent() || CiteTable.isOfSeries(id)) {
                    return types.type(document);
                }
            } catch (IllegalArgumentException e) {
                throw broken("«%s» er ikke en id".formatted(id));
            }
            throw broken("registeret har ikke «%s», og det er ikke id-en til noe nummerert".formatted(id));
        }

        private IllegalArgumentException broken(String what) {
            long line =
                    1 + marked.substring(0, at).chars().filter(c -> c == '\n').count();
            return new IllegalArgumentException("%s, linje %d: %s.".formatted(file, line, what));
        }
    }
}
