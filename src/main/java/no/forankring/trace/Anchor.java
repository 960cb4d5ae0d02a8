package no.forankring.trace;

import java.util.List;
import no.forankring.register.GoverningDocument;
import no.forankring.register.Standing;

/// What something rests on, judged on the day it is of and today.
///
/// @param step the statement that says most, with its proof
/// @param year of what rests; empty when no document tells
/// @param day on which it is judged: a day, a month or a year; empty when neither the thing nor its document has one
/// @param then how the governing document stood on that day; as today where there is none
/// @param now how it stands today
/// @param instead what holds today in its place; empty when nothing does, or when it holds itself
public record Anchor(Step step, String year, String day, Standing then, Standing now, List<GoverningDocument> instead) {

    public Anchor {
        instead = List.copyOf(instead);
    }
}
