package no.forankring.identity;

import java.util.List;
import java.util.Optional;

/// What a person is asked about names, answers and takes back. Narrow, so that a test can answer by hand.
public interface IdentityDesk {

    /// Two things that may be one, with what speaks for it and against it.
    ///
    /// @param one the address of the one that more documents name
    record Pair(String one, String other, Comparison comparison) {}

    /// @param linkAgain the documents that speak of what was decided and must be linked again to follow it
    record Decided(List<IdentityDecision> decisions, List<String> linkAgain) {
        public Decided {
            decisions = List.copyOf(decisions);
            linkAgain = List.copyOf(linkAgain);
        }
    }

    /// The pairs that wait for a person, the surest first.
    List<Pair> pairs();

    /// Notes what a person says of two things; `SAME` makes them one at once, at the address `kept`, and the other
    /// address leads there. What was said of the two before no longer counts. Durable when this returns.
    ///
    /// @param verdict anything but `SPLIT`
    /// @throws IdentityException when one is not known, or they can never be one
    Decided decide(String kept, String other, IdentityDecision.Verdict verdict, String why, String who);

    /// Parts names from a thing: what these documents name so is one other thing from now on.
    ///
    /// @param namings ids of [Naming]s of the thing, not all of them
    /// @throws IdentityException when the thing has no such names, or none would be left
    Decided split(String thing, List<String> namings, String why, String who);

    /// Takes a decision back, as if nobody had taken it.
    ///
    /// @throws IdentityException when there is none of that id
    Decided takeBack(String decision, String who);

    /// The newest first.
    List<IdentityDecision> decisions();

    /// By which names documents speak of a thing, given by its address or one merged with it; empty when none does.
    List<Naming> names(String thing);

    /// Where an address leads that no longer names anything by itself; empty when it leads nowhere else.
    Optional<String> forward(String address);
}
