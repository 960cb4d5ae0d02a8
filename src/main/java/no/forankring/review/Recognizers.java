package no.forankring.review;

import java.util.List;
import no.forankring.citation.CitationRecognizer;
import no.forankring.citation.LearnedAlias;
import no.forankring.graph.GraphStore;
import no.forankring.register.Register;

/// The recognizer that knows what people have taught, at any time.
///
/// Looks whether the graph has changed each time it is asked, so that whoever asks after a decision gets what follows
/// from it. Safe for many threads.
public final class Recognizers {

    private final GraphStore graph;
    private volatile Known known;

    /// @param change the newest change to the graph when the aliases were read
    private record Known(long change, List<LearnedAlias> aliases, CitationRecognizer recognizer) {}

    public Recognizers(GraphStore graph, Register register) {
        this.graph = graph;
        this.known = new Known(-1, List.of(), new CitationRecognizer(register));
    }

    /// Ask anew for each document; what one has been given does not learn.
    public CitationRecognizer current() {
        Known before = known;
        long change = graph.lastChange();
        if (change == before.change) {
            return before.recognizer;
        }
        List<LearnedAlias> aliases = graph.read(state -> new AliasRdf(state, graph.addresses()).all());
        CitationRecognizer recognizer =
                aliases.equals(before.aliases) ? before.recognizer : before.recognizer.taught(aliases);
        known = new Known(change, aliases, recognizer);
        return recognizer;
    }
}
