package no.forankring.api;

import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import no.forankring.trace.Path;
import no.forankring.trace.PathFilter;
import no.forankring.trace.Paths;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which ways lead from one thing to another?
@RestController
class PathApi {

    private final Paths paths;

    PathApi(Paths paths) {
        this.paths = paths;
    }

    /// @param place words of the name of a municipality or a unit on the way
    /// @param rung the lowest step of the ladder, from 1 (named) to 6 (effect measured); 0 for all
    /// @param format `json`, or `ttl` for the statements of the ways in Turtle
    @GetMapping("/api/paths")
    ResponseEntity<?> between(
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int rung,
            @RequestParam(defaultValue = "false") boolean suggestions,
            @RequestParam(defaultValue = "json") String format) {
        if (!year.isEmpty() && !year.matches("\\d{4}")) {
            throw ApiProblem.invalid("year er et årstall som 2024, men var «%s».".formatted(year));
        }
        Paths.Found found = paths.between(
                from,
                to,
                new PathFilter(
                        year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
                        place,
                        rung,
                        suggestions));
        if (found.from().isEmpty() || found.to().isEmpty()) {
            throw ApiProblem.unknown(
                    "Noe",
                    found.from().isEmpty() ? from : to,
                    "Finn id-er i /api/register, /api/documents eller /api/search.");
        }
        return switch (format) {
            case "json" -> ResponseEntity.ok(PathsJson.of(found));
            case "ttl" -> {
                var text = new StringWriter();
                RDFDataMgr.write(text, paths.statements(found.paths()), Lang.TURTLE);
                yield ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/turtle;charset=UTF-8"))
                        .body(text.toString());
            }
            default -> throw ApiProblem.invalid("format er json eller ttl, men var «%s».".formatted(format));
        };
    }

    /// @param more true when there are more ways than are told
    /// @param searchedDocuments in how many documents this was looked for: nothing found is not nothing there
    record PathsJson(ThingJson from, ThingJson to, List<PathJson> paths, boolean more, long searchedDocuments) {

        static PathsJson of(Paths.Found found) {
            return new PathsJson(
                    ThingJson.of(found.from().orElseThrow()),
                    ThingJson.of(found.to().orElseThrow()),
                    found.paths().stream().map(PathJson::of).toList(),
                    found.more(),
                    found.searched());
        }
    }

    /// @param weakest the place of the step that carries least, from 0
    record PathJson(List<PartJson> steps, int weakest) {

        static PathJson of(Path path) {
            return new PathJson(path.steps().stream().map(PartJson::of).toList(), path.weakest());
        }
    }

    /// @param forward true when the way goes from the subject to the object
    /// @param best the words that prove it best
    /// @param date of their document, ISO; empty when it has none
    record PartJson(
            TraceApi.StepJson step,
            boolean forward,
            TraceApi.EvidenceJson best,
            String date,
            String confirmedBy,
            String confirmedAt) {

        static PartJson of(Path.Part part) {
            return new PartJson(
                    TraceApi.StepJson.of(part.step()),
                    part.forward(),
                    TraceApi.EvidenceJson.of(part.best()),
                    part.date(),
                    part.confirmation().map(said -> said.who()).orElse(""),
                    part.confirmation().map(said -> said.when().toString()).orElse(""));
        }
    }
}
