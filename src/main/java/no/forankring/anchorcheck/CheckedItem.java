package no.forankring.anchorcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import no.forankring.document.Passage;

/// One item of the list: a bullet, a line or a sentence that names governing documents.
///
/// @param anchors what it names, in text order; empty where nothing was recognized
/// @param remarks on the item as a whole; those on each document stand with it
public record CheckedItem(Passage passage, List<CheckedAnchor> anchors, List<Remark> remarks) {

    private static final String SECTION = "§ ";

    public CheckedItem {
        anchors = List.copyOf(anchors);
        remarks = List.copyOf(remarks);
    }

    /// The heaviest of all remarks.
    public Remark.Weight weight() {
        var all = new ArrayList<>(remarks);
        anchors.forEach(anchor -> all.addAll(anchor.remarks()));
        return all.stream()
                .map(remark -> remark.kind().weight())
                .max(Comparator.naturalOrder())
                .orElse(Remark.Weight.RIGHT);
    }

    /// The item as it should be written, one line for each document. Where only a person can say what is meant, the
    /// item's own words.
    public List<String> corrected() {
        var provisions = new LinkedHashMap<String, List<String>>();
        for (CheckedAnchor anchor : anchors) {
            List<String> named = provisions.computeIfAbsent(anchor.whole(), none -> new ArrayList<>());
            if (!anchor.provision().isEmpty()) {
                named.add(anchor.provision());
            }
        }
        List<String> references = provisions.entrySet().stream()
                .map(entry -> (entry.getKey() + " " + together(entry.getValue())).strip())
                .toList();
        boolean asks = anchors.isEmpty()
                || anchors.stream().anyMatch(anchor -> anchor.whole().isEmpty());
        return asks ? List.of(passage.text().strip().replaceAll("\\s+", " ")) : references;
    }

    /// `§ 3-1` and `§ 4-1` as `§§ 3-1 og 4-1`.
    private static String together(List<String> provisions) {
        boolean sections = provisions.size() > 1
                && provisions.stream()
                        .allMatch(provision -> provision.startsWith(SECTION) && !provision.contains("ledd"));
        if (!sections) {
            return String.join(", ", provisions);
        }
        List<String> numbers = provisions.stream()
                .map(provision -> provision.substring(SECTION.length()))
                .toList();
        return "§§ " + String.join(", ", numbers.subList(0, numbers.size() - 1)) + " og " + numbers.getLast();
    }
}
