package no.forankring.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.forankring.search.ParsedQuery.Beginning;
import no.forankring.search.ParsedQuery.Item;
import no.forankring.search.ParsedQuery.Official;
import no.forankring.search.ParsedQuery.Phrase;
import no.forankring.search.ParsedQuery.Word;

/// Says in words how a query was read.
final class Understood {

    /// As one writes it who has not chosen a language.
    static final Locale BOKMAL = Locale.of("nb");

    private static final int MOST_LISTED = 12;
    /// Values that are codes, and are said in words.
    private static final Set<String> CODES = Set.of(
            "nb",
            "nn",
            "en",
            "und",
            "in-force",
            "outdated",
            "since-replaced",
            "undated",
            "cites-replaced",
            "cites-ended",
            "anchors");

    private static final Set<String> CODED = Set.of("language", "status", "relation");

    private final Locale locale;

    Understood(Locale locale) {
        this.locale = locale;
    }

    String inWords(ParsedQuery parsed, Map<String, Set<String>> filters, List<Note> remarks) {
        var sentence = new StringBuilder();
        if (parsed.clauses().isEmpty()) {
            sentence.append(text("all-documents"));
        } else {
            List<String> clauses = parsed.clauses().stream()
                    .map(clause ->
                            listed(clause.items().stream().map(this::shown).toList(), "or"))
                    .toList();
            sentence.append(text("documents-with", listed(few(clauses), "and")));
        }
        if (!parsed.excluded().isEmpty()) {
            sentence.append(text(
                    "without",
                    listed(few(parsed.excluded().stream().map(this::shown).toList()), "and")));
        }
        filters.forEach((name, values) -> sentence.append(text("filter", field(name), values(name, values))));
        for (Note remark : remarks) {
            sentence.append(". ").append(remark.text(locale));
        }
        return sentence.append('.').toString();
    }

    private String text(String key, Object... arguments) {
        return Note.of(key, arguments).text(locale);
    }

    String field(String name) {
        return text("field-" + name);
    }

    String values(String field, Collection<String> values) {
        if (field.equals("year") && values.size() > 1) {
            List<Integer> years = values.stream()
                    .filter(value -> value.matches("\\d{4}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
            if (years.size() == values.size() && years.getLast() - years.getFirst() == years.size() - 1) {
                return years(years.getFirst(), years.getLast());
            }
        }
        List<String> shown = values.stream()
                .map(value -> CODES.contains(value) && CODED.contains(field) ? text("value-" + value) : value)
                .toList();
        return listed(few(shown), "or");
    }

    private String years(int first, int last) {
        if (last == ForgivingParser.LAST_YEAR) {
            return text("from-year", first);
        }
        return first == ForgivingParser.FIRST_YEAR ? text("to-year", last) : first + "–" + last;
    }

    /// Of a long list the first ones and the last.
    private static List<String> few(List<String> values) {
        if (values.size() <= MOST_LISTED) {
            return values;
        }
        var few = new ArrayList<>(values.subList(0, MOST_LISTED - 2));
        few.add("…");
        few.add(values.getLast());
        return few;
    }

    private String shown(Item item) {
        return switch (item) {
            case Word word -> text("word", word.shown());
            case Phrase phrase -> text("phrase", phrase.shown());
            case Official official -> text("word", official.shown());
            case Beginning beginning -> text("beginning", beginning.prefix());
        };
    }

    private String listed(List<String> parts, String last) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return text(last, String.join(", ", parts.subList(0, parts.size() - 1)), parts.getLast());
    }

    /// Names in quotes, in a row.
    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(name -> "«" + name + "»").toList());
    }
}
