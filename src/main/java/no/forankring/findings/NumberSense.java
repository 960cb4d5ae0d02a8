package no.forankring.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;

/// Finds the numbers of a document that do not agree with each other.
///
/// Pure: the same text gives the same findings. A false alarm costs more than a miss, so whatever the words leave open
/// (about, at least, of which, among others) is left alone.
public final class NumberSense {

    private NumberSense() {}

    /// In text order; empty when all numbers agree, or none are told twice.
    public static List<Finding> findings(DocumentText document) {
        List<Passage> passages = document.passages();
        var findings = new ArrayList<Finding>();
        findings.addAll(ShareCheck.find(passages));
        findings.addAll(SumCheck.find(passages));
        findings.addAll(ItemsCheck.find(passages));
        findings.addAll(GatheringCheck.find(passages));
        findings.addAll(TableCheck.find(passages));
        findings.sort(Comparator.comparing((Finding finding) -> finding.claim().start())
                .thenComparing(Finding::kind)
                .thenComparing(finding -> String.join(" ", finding.arguments())));
        return findings;
    }
}
