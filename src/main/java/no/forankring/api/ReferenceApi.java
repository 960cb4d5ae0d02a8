package no.forankring.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.forankring.graph.Addresses;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.ReferenceList;
import no.forankring.register.Register;
import no.forankring.trace.Step;
import no.forankring.trace.Trace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What does a thing rest on or cite, as a list of references?
@RestController
class ReferenceApi {

    private final ApiSources sources;
    private final Register register;

    ReferenceApi(ApiSources sources, Register register) {
        this.sources = sources;
        this.register = register;
    }

    /// @param of an address or an id: of a network, an activity or a document; or of a governing document alone
    /// @param format `txt`, `bib` or `ris`
    @GetMapping("/api/references")
    ResponseEntity<String> references(
            @RequestParam String of,
            @RequestParam(defaultValue = "txt") String format,
            @RequestParam(defaultValue = "false") boolean suggestions) {
        Trace trace = sources.trace(of, suggestions)
                .orElseThrow(() ->
                        ApiProblem.unknown("Noe", of, "Finn id-er i /api/register, /api/documents eller /api/search."));
        Map<String, GoverningDocument> documents = new LinkedHashMap<>();
        Stream.concat(Stream.of(trace.root()), trace.outgoing().stream().map(Step::object))
                .filter(thing -> thing.kind().equals(Addresses.GOVERNING_DOCUMENT))
                .filter(thing -> thing.id().matches("[a-z0-9]+(-[a-z0-9]+)*"))
                .forEach(thing -> register.findNamed(new GoverningDocumentId(thing.id()))
                        .ifPresent(document -> documents.putIfAbsent(thing.id(), document)));
        List<GoverningDocument> list = List.copyOf(documents.values());
        return switch (format) {
            case "txt" -> file(ReferenceList.text(list), "text/plain;charset=UTF-8", format);
            case "bib" -> file(ReferenceList.bibtex(list), "application/x-bibtex;charset=UTF-8", format);
            case "ris" -> file(ReferenceList.ris(list), "application/x-research-info-systems;charset=UTF-8", format);
            default -> throw ApiProblem.invalid("format er txt, bib eller ris, men var «%s».".formatted(format));
        };
    }

    private static ResponseEntity<String> file(String text, String type, String suffix) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"referanser." + suffix + "\"")
                .body(text);
    }
}
