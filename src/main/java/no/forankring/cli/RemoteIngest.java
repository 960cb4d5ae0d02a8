package no.forankring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import no.forankring.document.DocumentId;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends files to a running service and follows each to its outcome.
final class RemoteIngest {

    private static final long POLL_MILLISECONDS = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String server;
    private final String token;

    private RemoteIngest(String server, String token) {
        this.server = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        this.token = token;
    }

    /// One job over all files; each is sent and followed before the next.
    ///
    /// @throws IOException when the service cannot be reached or refuses the token
    static Job run(String server, @Nullable String token, List<Source> sources, Consumer<Job> progress)
            throws IOException, InterruptedException {
        if (token == null || token.isBlank()) {
            throw new IOException(
                    "Tjenesten krever en nøkkel: gi den med --token eller i miljøvariabelen FORANKRING_TOKEN.");
        }
        var remote = new RemoteIngest(server, token);
        var files = new ArrayList<Job.FileProgress>();
        Instant started = Instant.now();
        for (Source source : sources) {
            files.add(new Job.FileProgress(source.name(), Job.Stage.DONE, Optional.of(remote.send(source))));
            progress.accept(new Job("", server, "cli", started, Optional.empty(), sources.size(), files.size(), files));
        }
        return new Job("", server, "cli", started, Optional.of(Instant.now()), sources.size(), files.size(), files);
    }

    private FileOutcome send(Source source) throws IOException, InterruptedException {
        JsonNode accepted = ask(upload(source));
        String job = accepted.path("id").asString("");
        while (true) {
            JsonNode state = ask(request("/api/jobs/" + job).GET().build());
            JsonNode file = state.path("files").path(0);
            String outcome = file.path("outcome").asString("");
            switch (outcome) {
                case "read" -> {
                    return new FileOutcome.Ingested(
                            new DocumentId(file.path("document").asString()),
                            file.path("version").asInt(),
                            file.path("passages").asInt(),
                            file.path("mentions").asInt(),
                            file.path("links").asInt(),
                            file.path("suggestions").asInt());
                }
                case "unchanged" -> {
                    return new FileOutcome.Unchanged(
                            new DocumentId(file.path("document").asString()));
                }
                case "failed" -> {
                    return new FileOutcome.Failed(
                            file.path("reason").asString(), file.path("message").asString());
                }
                default -> Thread.sleep(POLL_MILLISECONDS);
            }
        }
    }

    private HttpRequest upload(Source source) {
        String boundary = "forankring-" + UUID.randomUUID();
        String name = source.name().replace("\"", "%22").replace("\r", "").replace("\n", "");
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, name);
        String tail = "\r\n--%s--\r\n".formatted(boundary);
        return request("/api/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(head, source, tail)))
                .build();
    }

    private static InputStream body(String head, Source source, String tail) {
        try {
            return new SequenceInputStream(java.util.Collections.enumeration(List.of(
                    new java.io.ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
                    source.opener().open(),
                    new java.io.ByteArrayInputStream(tail.getBytes(StandardCharsets.UTF_8)))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.net.ConnectException e) {
            throw new IOException("Ingen tjeneste svarer på %s. Start den, eller rett adressen.".formatted(server), e);
        }
        JsonNode body = response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        if (response.statusCode() >= 400) {
            String detail = body.path("detail").asString("");
            throw new IOException("Tjenesten svarte %d på %s. %s"
                    .formatted(response.statusCode(), request.uri().getPath(), detail));
        }
        return body;
    }
}
