package no.forankring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import no.forankring.backup.Backup;
import org.jspecify.annotations.Nullable;

/// Fetches a backup from a running service and compares its checksums before it gets its name.
final class RemoteBackup {

    private RemoteBackup() {}

    /// @throws IOException when the service cannot be reached or refuses, or what came is not whole
    static Backup.Restored fetch(String server, @Nullable String token, Path target)
            throws IOException, InterruptedException {
        if (token == null || token.isBlank()) {
            throw new IOException(
                    "Tjenesten krever en nøkkel: gi den med --token eller i miljøvariabelen FORANKRING_TOKEN.");
        }
        String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/backup"))
                .header("Authorization", "Bearer " + token)
                .build();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(
                            "Tjenesten svarte %d på /api/backup. Nøkkelen må tilhøre en konto som kan se personopplysninger."
                                    .formatted(response.statusCode()));
                }
                Files.copy(body, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            Backup.Restored whole = Backup.verify(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return whole;
        } catch (java.net.ConnectException e) {
            throw new IOException("Ingen tjeneste svarer på %s. Start den, eller rett adressen.".formatted(server), e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
