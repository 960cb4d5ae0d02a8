package no.forankring.testing;

import java.util.HashMap;
import no.forankring.extraction.ExtractionReport.Counted;
import no.forankring.extraction.LinkKind;
import no.forankring.ingest.LinkPolicy;

/// A policy for tests of what people do with facts.
public final class StatedPolicy {

    private StatedPolicy() {}

    /// What documents say is a fact, however well or badly its kind is measured.
    public static LinkPolicy stated() {
        var all = new Counted(100, 100);
        var kinds = new HashMap<LinkKind, LinkPolicy.Measured>();
        LinkPolicy.PUBLISHED
                .kinds()
                .forEach((kind, measured) ->
                        kinds.put(kind, new LinkPolicy.Measured(all, Counted.NONE, measured.bar(), true)));
        return new LinkPolicy(LinkPolicy.PUBLISHED.citation(), kinds);
    }
}
