package no.forankring.graph;

import java.time.Instant;

/// One change to the graph as the journal keeps it, without its quads.
///
/// @param number from 1, without gaps
/// @param who the account or program that asked for it
/// @param why what for, in one line
/// @param added number of quads added; 0 for both counts when nothing changed and so nothing was written
/// @param deleted number of quads deleted
public record Change(long number, Instant at, String who, String why, long added, long deleted) {}
