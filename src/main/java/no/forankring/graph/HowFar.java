package no.forankring.graph;

/// Hears how far long work has come, on the thread that works; so it must be quick.
@FunctionalInterface
public interface HowFar {

    HowFar UNHEARD = (done, total) -> {};

    /// @param total 0 where it is not known beforehand
    void at(long done, long total);
}
