package no.forankring.api;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import no.forankring.document.DocumentId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Which spellings have people taught, and which documents shall be linked again because of it?
@RestController
class AliasApi {

    private final ApiSources sources;

    AliasApi(ApiSources sources) {
        this.sources = sources;
    }

    /// The oldest first.
    @GetMapping("/api/aliases")
    Aliases all() {
        return new Aliases(
                sources.review().aliases().stream().map(AliasJson::of).toList());
    }

    /// Takes a spelling back and answers with it. Documents that were linked by it are so until they are linked again.
    @DeleteMapping("/api/aliases/{id}")
    AliasJson forget(@PathVariable String id, Principal who) {
        return sources.review()
                .forget(id, who.getName())
                .map(AliasJson::of)
                .orElseThrow(() -> ApiProblem.unknown("Skrivemåten", id, "Se listen i /api/aliases."));
    }

    /// Links documents again with what is known now, from the text as read.
    @PostMapping("/api/link-again")
    ResponseEntity<Accepted> linkAgain(@RequestBody Request request, Principal who) {
        List<DocumentId> documents = documents(request);
        if (documents.isEmpty()) {
            throw ApiProblem.invalid("Ingen dokumenter å lese på nytt. Gi words, ord som står i dem, eller documents.");
        }
        String title = request.words() == null ? documents.size() + " dokumenter" : "«%s»".formatted(request.words());
        String id = sources.linkAgain(who.getName(), title, documents);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/jobs/" + id))
                .body(new Accepted(id, "/api/jobs/" + id, documents.size()));
    }

    private List<DocumentId> documents(Request request) {
        if (request.documents() != null) {
            return request.documents().stream().map(DocumentId::new).toList();
        }
        return request.words() == null || request.words().isBlank() ? List.of() : sources.holding(request.words());
    }

    record Aliases(List<AliasJson> aliases) {}

    /// @param words every document that holds them is linked again
    /// @param documents ids of the documents to link again
    record Request(@Nullable String words, @Nullable List<String> documents) {}

    /// @param job the address that tells how it goes
    record Accepted(String id, String job, int documents) {}
}
