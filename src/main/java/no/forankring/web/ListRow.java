package no.forankring.web;

import no.forankring.trace.Listing;

/// A row in a list of things.
///
/// @param resting how many statements point to it, in words
/// @param from how many statements it makes, in words
record ListRow(ThingLink thing, String detail, long incoming, long outgoing, String resting, String from) {

    static ListRow of(Listing listing, Words words) {
        return new ListRow(
                ThingLink.of(listing.thing(), words),
                words.shown(listing.detail()),
                listing.incoming(),
                listing.outgoing(),
                words.count("list.resting", listing.incoming()),
                words.count("list.from", listing.outgoing()));
    }
}
