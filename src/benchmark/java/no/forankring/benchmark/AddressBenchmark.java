package no.forankring.benchmark;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;

/// How long a running service takes for addresses, from the request to the last byte.
public final class AddressBenchmark {

    private static final int WARM = 10;

    private AddressBenchmark() {}

    /// Arguments: the base address, the rounds, and paths with their queries.
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        System.out.printf("%10s %10s %10s %10s  address%n", "p50", "p99", "slowest", "bytes");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : Arrays.asList(args).subList(2, args.length)) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(args[0] + path)).build();
                var taken = new long[rounds];
                long bytes = 0;
                for (int round = -WARM; round < rounds; round++) {
                    long before = System.nanoTime();
                    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
                    try (InputStream body = response.body()) {
                        bytes = body.readAllBytes().length;
                    }
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException("%s answers %d".formatted(path, response.statusCode()));
                    }
                    if (round >= 0) {
                        taken[round] = System.nanoTime() - before;
                    }
                }
                Arrays.sort(taken);
                System.out.printf(
                        Locale.ROOT,
                        "%7.1f ms %7.1f ms %7.1f ms %10d  %s%n",
                        taken[rounds / 2] / 1e6,
                        taken[Math.min(rounds - 1, rounds * 99 / 100)] / 1e6,
                        taken[rounds - 1] / 1e6,
                        bytes,
                        path);
            }
        }
    }
}
