package no.forankring.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.graph.Addresses;
import no.forankring.trace.Listing;
import no.forankring.trace.Thing;
import org.springframework.stereotype.Component;

/// Things by the names that people know them by, for fields that ask for one.
@Component
class ThingNames {

    // "Demensplan 2025 (plan-demensplan-2025)"
    private static final Pattern OFFERED = Pattern.compile(".*\\(([^()\\s]+)\\)");

    private final PageSources sources;

    ThingNames(PageSources sources) {
        this.sources = sources;
    }

    /// Each as its name with its id behind, in alphabetical order.
    List<String> offered() {
        return all().map(thing -> "%s (%s)".formatted(thing.label(), thing.id()))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .distinct()
                .toList();
    }

    /// The id that was meant: of what was offered, or of the one thing of that name. Anything else is given back as it
    /// was typed, since it may be an id or an address.
    String idOf(String typed) {
        String wanted = typed.strip();
        Matcher offered = OFFERED.matcher(wanted);
        if (offered.matches()) {
            return all().map(Thing::id)
                    .filter(id -> id.equals(offered.group(1)))
                    .findFirst()
                    .orElse(wanted);
        }
        List<String> named = all().filter(thing -> thing.label().equalsIgnoreCase(wanted))
                .map(Thing::id)
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : wanted;
    }

    private Stream<Thing> all() {
        return Stream.of(Addresses.GOVERNING_DOCUMENT, Addresses.NETWORK, Addresses.ACTIVITY)
                .flatMap(kind -> sources.list(kind).stream())
                .filter(listing -> listing.incoming() + listing.outgoing() > 0)
                .map(Listing::thing);
    }
}
