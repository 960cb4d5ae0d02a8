package no.forankring.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.forankring.extraction.LinkKind;
import no.forankring.ingest.LinkPolicy;
import no.forankring.ingest.LinkPolicy.Measured;

/// How often a machine was right about one kind of statement, over all the rules that make it.
///
/// @param kind in words
/// @param right of how many that were marked by people, in words
/// @param share that was right, in per cent
/// @param becomes whether it is stated as a fact without a person: all of it, part of it or none, in words
record MeasuredKind(String kind, String right, String share, String becomes) {

    private record Name(LinkKind.Sort sort, String name) {}

    /// Those measured most often first.
    static List<MeasuredKind> of(LinkPolicy policy, Words words) {
        Map<Name, List<Measured>> byName = policy.kinds().entrySet().stream()
                .filter(kind -> kind.getValue().all().measured() > 0)
                .collect(Collectors.groupingBy(
                        kind -> new Name(kind.getKey().sort(), kind.getKey().name()),
                        () -> new TreeMap<>(Comparator.comparing(Name::sort).thenComparing(Name::name)),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var rows = new ArrayList<Map.Entry<Name, List<Measured>>>(byName.entrySet());
        rows.sort(Comparator.comparingInt((Map.Entry<Name, List<Measured>> row) -> measured(row.getValue()))
                .reversed());
        return rows.stream()
                .map(row -> row(row.getKey(), row.getValue(), words))
                .toList();
    }

    private static MeasuredKind row(Name name, List<Measured> rules, Words words) {
        int right = rules.stream().mapToInt(rule -> rule.all().right()).sum();
        int measured = measured(rules);
        long automatic = rules.stream().filter(Measured::automatic).count();
        return new MeasuredKind(
                name.sort() == LinkKind.Sort.THING ? words.type(name.name()) : words.relation(name.name()),
                words.of("help.measured.of", words.number(right), words.number(measured)),
                words.percent((double) right / measured),
                words.of(
                        automatic == 0
                                ? "help.measured.never"
                                : automatic == rules.size() ? "help.measured.always" : "help.measured.some"));
    }

    private static int measured(List<Measured> rules) {
        return rules.stream().mapToInt(rule -> rule.all().measured()).sum();
    }
}
