package no.forankring.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.forankring.search.ParsedQuery.Beginning;
import no.forankring.search.ParsedQuery.Item;
import no.forankring.search.ParsedQuery.Phrase;
import no.forankring.search.ParsedQuery.Word;

/// Says in bokmål how a query was read.
final class Understood {

    private Understood() {}

    static String inWords(ParsedQuery parsed, Map<String, Set<String>> filters, List<String> remarks) {
        var sentence = new StringBuilder();
        if (parsed.clauses().isEmpty()) {
            sentence.append("Alle dokumenter");
        } else {
            List<String> clauses = parsed.clauses().stream()
                    .map(clause ->
                            clause.items().stream().map(Understood::shown).collect(Collectors.joining(" eller ")))
                    .toList();
            sentence.append("Dokumenter med ").append(listed(clauses, "og"));
        }
        if (!parsed.excluded().isEmpty()) {
            List<String> excluded =
                    parsed.excluded().stream().map(Understood::shown).toList();
            sentence.append(", uten ").append(listed(excluded, "og"));
        }
        filters.forEach((name, values) ->
                sentence.append("; ").append(facet(name)).append(' ').append(values(values)));
        for (String remark : remarks) {
            sentence.append(". ").append(remark);
        }
        return sentence.append('.').toString();
    }

    static String facet(String name) {
        return switch (name) {
            case "year" -> "år";
            case "language" -> "språk";
            case "cites" -> "siterer";
            default -> name;
        };
    }

    static String values(Collection<String> values) {
        List<String> shown = values.stream().map(Understood::language).toList();
        return listed(shown.size() > 5 ? shortened(shown) : shown, "eller");
    }

    private static List<String> shortened(List<String> values) {
        var few = new ArrayList<>(values.subList(0, 3));
        few.add("…");
        few.add(values.getLast());
        return few;
    }

    private static String language(String value) {
        return switch (value) {
            case "nb" -> "bokmål";
            case "nn" -> "nynorsk";
            case "en" -> "engelsk";
            case "und" -> "ukjent";
            default -> value;
        };
    }

    private static String shown(Item item) {
        return switch (item) {
            case Word word -> "«" + word.shown() + "»";
            case Phrase phrase -> "ordene «" + phrase.shown() + "» etter hverandre";
            case Beginning beginning -> "ord som begynner på «" + beginning.prefix() + "»";
        };
    }

    private static String listed(List<String> parts, String last) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + last + " " + parts.getLast();
    }
}
