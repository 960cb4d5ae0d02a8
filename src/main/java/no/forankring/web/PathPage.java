package no.forankring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import no.forankring.report.ReportFormat;
import no.forankring.trace.Path;
import no.forankring.trace.PathFilter;
import no.forankring.trace.Thing;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is the way between two things, and which step of it is the weakest?
@Controller
class PathPage {

    private static final String REPORT = "/rapporter/sporing-mellom-to/fil.";

    private final no.forankring.trace.Paths ways;
    private final ThingNames names;
    private final MessageSource messages;

    PathPage(no.forankring.trace.Paths ways, ThingNames names, MessageSource messages) {
        this.ways = ways;
        this.names = names;
        this.messages = messages;
    }

    /// @param from a thing by its name, its id or its address
    /// @param to another
    /// @param ar a year; anything else is all of them
    /// @param sted a municipality or unit on the way
    /// @param styrke the lowest step of the ladder, from 1
    @GetMapping(path = "/sporing", params = "fra")
    String ways(
            @RequestParam("fra") String from,
            @RequestParam(name = "til", defaultValue = "") String to,
            @RequestParam(defaultValue = "") String ar,
            @RequestParam(defaultValue = "") String sted,
            @RequestParam(defaultValue = "0") String styrke,
            @RequestParam(defaultValue = "false") boolean forslag,
            Model model,
            Locale locale) {
        var words = new Words(messages, locale);
        String fra = from.isBlank() ? "" : names.idOf(from);
        String til = to.isBlank() ? "" : names.idOf(to);
        boolean asked = !fra.isBlank() && !til.isBlank();
        OptionalInt year = ar.matches("\\d{4}") ? OptionalInt.of(Integer.parseInt(ar)) : OptionalInt.empty();
        int rung = styrke.matches("[1-6]") ? Integer.parseInt(styrke) : 0;
        var found = asked
                ? ways.between(fra, til, new PathFilter(year, sted, rung, forslag))
                : new no.forankring.trace.Paths.Found(
                        java.util.Optional.empty(), java.util.Optional.empty(), List.of(), false, 0);
        var rungs = new ArrayList<Choice>();
        rungs.add(new Choice("0", words.of("paths.rung.all")));
        List<String> ladder = List.of("Named", "Anchored", "Planned", "CarriedOut", "Evaluated", "EffectMeasured");
        for (int i = 0; i < ladder.size(); i++) {
            rungs.add(new Choice(String.valueOf(i + 1), words.strength(ladder.get(i))));
        }
        String query = "from=%s&to=%s&place=%s&suggestions=%s%s%s"
                .formatted(
                        Paths.encode(fra),
                        Paths.encode(til),
                        Paths.encode(sted),
                        forslag ? "ja" : "nei",
                        year.isPresent() ? "&year=" + ar : "",
                        rung > 0 ? "&rung=" + rung : "");
        List<Choice> files = new ArrayList<>(List.of(ReportFormat.values()).stream()
                .map(format -> new Choice(
                        REPORT + format.suffix() + "?" + query, format.suffix().toUpperCase(Locale.ROOT)))
                .toList());
        String api = "/api/paths?from=%s&to=%s&place=%s&suggestions=%s&rung=%d%s"
                .formatted(
                        Paths.encode(fra),
                        Paths.encode(til),
                        Paths.encode(sted),
                        forslag,
                        rung,
                        year.isPresent() ? "&year=" + ar : "");
        files.add(new Choice(api, "JSON"));
        files.add(new Choice(api + "&format=ttl", "RDF"));
        model.addAttribute("names", names.offered());
        model.addAttribute(
                "view",
                new View(
                        from,
                        to,
                        ar,
                        sted,
                        styrke,
                        forslag,
                        rungs,
                        asked,
                        unknown(asked, fra, til, found, words),
                        words.count("paths.found", found.paths().size())
                                + (found.more() ? " " + words.of("paths.more") : ""),
                        words.count("governing.searched", found.searched()),
                        found.paths().stream().map(path -> way(path, words)).toList(),
                        files));
        return "paths";
    }

    private static String unknown(
            boolean asked, String from, String to, no.forankring.trace.Paths.Found found, Words words) {
        if (!asked || found.from().isPresent() && found.to().isPresent()) {
            return "";
        }
        return words.of("trace.unknown", found.from().isEmpty() ? from : to);
    }

    private static WayView way(Path path, Words words) {
        Path.Part weakest = path.steps().get(path.weakest());
        var parts = new ArrayList<PartView>();
        for (int i = 0; i < path.steps().size(); i++) {
            parts.add(part(
                    path.steps().get(i), i == path.weakest() && path.steps().size() > 1, words));
        }
        Thing last = path.steps().getLast().to();
        return new WayView(
                ThingLink.of(path.steps().getFirst().from(), words),
                ThingLink.of(last, words),
                parts,
                words.of(
                        "paths.weakest",
                        words.shown(weakest.step().subject().label()),
                        words.relation(weakest.step().predicate()),
                        words.shown(weakest.step().object().label())));
    }

    private static PartView part(Path.Part part, boolean weakest, Words words) {
        return new PartView(
                words.of(
                        "paths.statement",
                        words.shown(part.step().subject().label()),
                        words.relation(part.step().predicate()),
                        words.shown(part.step().object().label())),
                ThingLink.of(part.to(), words),
                part.step().strength().isEmpty()
                        ? ""
                        : words.strength(part.step().strength()),
                words.status(part.step().status()),
                part.step().status().equals("Suggested"),
                words.of("paths.certainty", "%.0f".formatted(part.step().confidence() * 100)),
                part.confirmation()
                        .map(said -> words.of("paths.confirmed", said.who(), words.time(said.when())))
                        .orElse(""),
                part.date().isEmpty() ? "" : words.date(part.date()),
                weakest,
                EvidenceCard.of(part.best(), words));
    }

    /// @param unknown that nothing has one of the names; empty otherwise
    record View(
            String from,
            String to,
            String year,
            String place,
            String rung,
            boolean suggestions,
            List<Choice> rungs,
            boolean asked,
            String unknown,
            String count,
            String searched,
            List<WayView> ways,
            List<Choice> files) {}

    record Choice(String value, String text) {}

    record WayView(ThingLink from, ThingLink to, List<PartView> parts, String weakest) {}

    /// @param statement the statement in words
    /// @param to the thing that the way comes to
    /// @param confirmed who said that it is right, and when; empty when nobody has
    record PartView(
            String statement,
            ThingLink to,
            String strength,
            String status,
            boolean suggested,
            String certainty,
            String confirmed,
            String date,
            boolean weakest,
            EvidenceCard evidence) {}
}
