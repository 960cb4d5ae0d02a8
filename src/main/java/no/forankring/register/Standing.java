package no.forankring.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Whether a governing document held on a day or in a period, and if not, in which way it had grown old.
///
/// @param state the way
/// @param successors what had come in its place by then; empty unless the state tells of one
/// @param since the last day of the old, or the first day of what is to come; empty where the register knows none
public record Standing(State state, List<Successor> successors, String since) {

    public enum State {
        IN_FORCE,
        /// It begins later.
        NOT_YET,
        /// The same document, under another name.
        RENAMED,
        /// There is a new edition.
        REVISED,
        /// Another document carries it on.
        CONTINUED,
        /// Another document holds in its place.
        REPLACED,
        /// Its period is over, and the register knows of nothing after it.
        ENDED,
        /// The register has no such row.
        UNKNOWN;

        /// True when something else should be named in its place.
        public boolean outdated() {
            return switch (this) {
                case RENAMED, REVISED, CONTINUED, REPLACED, ENDED -> true;
                case IN_FORCE, NOT_YET, UNKNOWN -> false;
            };
        }
    }

    public Standing {
        successors = List.copyOf(successors);
    }

    /// How a document stood between two days, both included. What held on one of them held.
    ///
    /// @param words as the document was named; a name that it had laid off before `from` makes it RENAMED
    public static Standing of(Register register, GoverningDocumentId id, String words, LocalDate from, LocalDate to) {
        Optional<GoverningDocument> row = register.find(id);
        if (row.isEmpty()) {
            return new Standing(State.UNKNOWN, List.of(), "");
        }
        GoverningDocument document = row.get();
        Optional<PartialDate> begins = document.inForceFrom();
        if (begins.filter(first -> to.isBefore(first.earliest())).isPresent()) {
            return new Standing(
                    State.NOT_YET, List.of(), begins.map(PartialDate::text).orElse(""));
        }
        Optional<PartialDate> ends = document.inForceTo();
        boolean ended = ends.filter(last -> from.isAfter(last.latest())).isPresent();
        String end = ends.map(PartialDate::text).orElse("");
        List<Successor> begun = register.successors(id).stream()
                .filter(successor -> hasBegun(successor.newer(), from))
                .toList();
        for (Successor.Kind kind : Successor.Kind.values()) {
            boolean known = begun.stream().anyMatch(successor -> successor.kind() == kind);
            // What is replaced on paper holds until its last day; what is carried on may hold beside.
            if (known && (ended || ends.isEmpty())) {
                return new Standing(state(begun), begun, end);
            }
        }
        if (ended) {
            return new Standing(State.ENDED, List.of(), end);
        }
        return document.lineage().formerNames().stream()
                .filter(former -> from.isAfter(former.until().latest()))
                .filter(former -> Register.key(words).contains(Register.key(former.name())))
                .findFirst()
                .map(former ->
                        new Standing(State.RENAMED, List.of(), former.until().text()))
                .orElseGet(() -> new Standing(State.IN_FORCE, List.of(), end));
    }

    /// Something that replaces it counts before something that carries a part of it on.
    private static State state(List<Successor> begun) {
        for (Successor.Kind kind : List.of(
                Successor.Kind.RENAMED, Successor.Kind.REVISED, Successor.Kind.REPLACED, Successor.Kind.CONTINUED)) {
            if (begun.stream().anyMatch(successor -> successor.kind() == kind)) {
                return switch (kind) {
                    case RENAMED -> State.RENAMED;
                    case REVISED -> State.REVISED;
                    case REPLACED -> State.REPLACED;
                    case CONTINUED -> State.CONTINUED;
                };
            }
        }
        throw new IllegalArgumentException("There is at least one successor");
    }

    private static boolean hasBegun(GoverningDocument newer, LocalDate day) {
        return newer.inForceFrom()
                .or(newer::date)
                .map(begin -> !day.isBefore(begin.earliest()))
                .orElse(true);
    }

    /// What holds on a day in the place of a document: the successors that hold, and the successors of those that do
    /// not. Empty when nothing does; the document itself when it holds.
    public static List<GoverningDocument> inForce(Register register, GoverningDocumentId id, LocalDate day) {
        var holding = new LinkedHashMap<GoverningDocumentId, GoverningDocument>();
        var seen = new LinkedHashSet<GoverningDocumentId>();
        var waiting = new ArrayList<>(List.of(id));
        while (!waiting.isEmpty()) {
            GoverningDocumentId next = waiting.removeFirst();
            if (!seen.add(next)) {
                continue;
            }
            Standing standing = of(register, next, "", day, day);
            if (standing.state() == State.IN_FORCE) {
                register.find(next).ifPresent(document -> holding.put(next, document));
            }
            standing.successors()
                    .forEach(successor -> waiting.add(successor.newer().id()));
        }
        return List.copyOf(holding.values());
    }
}
