package no.forankring.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.forankring.document.Documents;
import no.forankring.document.Sha256;

/// Compares the originals on the disk with what the graph says that we hold.
final class OriginalsCheck {

    private final Documents documents;

    OriginalsCheck(Documents documents) {
        this.documents = documents;
    }

    /// What is wrong, one sentence each.
    ///
    /// @param repair whether originals that were changed are moved aside, so that the same file can be taken in again
    List<String> differences(List<StoredDocuments.Stored> stored, boolean repair) {
        var differences = new ArrayList<String>();
        Documents.Holdings holdings = documents.holdings(repair);
        for (StoredDocuments.Stored document : stored) {
            if (holdings.changed().contains(document.sha256())) {
                differences.add(
                        "Originalen til dokumentet %s er endret på disken. %s Last opp den samme filen på nytt, eller legg den tilbake fra en sikkerhetskopi."
                                .formatted(document.id(), aside(repair)));
            } else if (!holdings.whole().contains(document.sha256())) {
                differences.add(
                        "Originalen til dokumentet %s mangler. Last opp den samme filen på nytt, eller legg den tilbake fra en sikkerhetskopi."
                                .formatted(document.id()));
            }
        }
        Set<Sha256> rest = new HashSet<>(holdings.changed());
        stored.forEach(document -> rest.remove(document.sha256()));
        rest.forEach(
                sha256 -> differences.add("Originalen %s, som ikke hører til noe dokument nå, er endret på disken. %s"
                        .formatted(sha256, aside(repair))));
        holdings.strange()
                .forEach(name -> differences.add("Filen %s er ingen original. Flytt den ut av files.".formatted(name)));
        return differences;
    }

    private static String aside(boolean repair) {
        return repair ? "Den er lagt til side med endelsen .damaged." : "Kjør check --repair for å legge den til side.";
    }
}
