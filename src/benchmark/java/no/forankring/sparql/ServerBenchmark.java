package no.forankring.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long two SPARQL servers take for the same queries over HTTP, asked in turn in one run.
public final class ServerBenchmark {

    private static final int WARM = 5;
    private static final String LIMIT = "\nLIMIT 1000";
    private static final Pattern REQUIRED = Pattern.compile("(?m)^#\\+ parameter \\S+ \\S+:");
    private static final Pattern FIRST_GROUP = Pattern.compile("WHERE\\s*\\{");
    private static final Pattern ROWS = Pattern.compile("(?m)$");

    private ServerBenchmark() {}

    private record Query(String name, String text) {}

    private record Answer(long nanoseconds, int rows) {}

    /// Arguments: the query address of ours, that of the other, the folder with `.rq` files (those that must be given
    /// something are left out), the rounds, and the governing document that `?about` means.
    public static void main(String[] args) throws Exception {
        var ours = URI.create(args[0]);
        var other = URI.create(args[1]);
        int rounds = Integer.parseInt(args[3]);
        System.out.printf(
                "%-40s %7s %10s %10s %10s %10s %6s %6s%n",
                "query", "rows", "p50", "p99", "peer p50", "peer p99", "p50", "p99");
        double logarithms = 0;
        List<Query> queries = queries(Path.of(args[2]), args[4]);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Query query : queries) {
                var mine = new long[rounds];
                var theirs = new long[rounds];
                int rows = 0;
                for (int round = -WARM; round < rounds; round++) {
                    boolean first = round % 2 == 0;
                    Answer one = ask(client, first ? ours : other, query.text);
                    Answer two = ask(client, first ? other : ours, query.text);
                    if (one.rows != two.rows) {
                        throw new IllegalStateException("%s gives %d rows here and %d there"
                                .formatted(query.name, first ? one.rows : two.rows, first ? two.rows : one.rows));
                    }
                    rows = one.rows;
                    if (round >= 0) {
                        mine[round] = (first ? one : two).nanoseconds;
                        theirs[round] = (first ? two : one).nanoseconds;
                    }
                }
                Arrays.sort(mine);
                Arrays.sort(theirs);
                System.out.printf(
                        Locale.ROOT,
                        "%-40s %7d %7.1f ms %7.1f ms %7.1f ms %7.1f ms %6.2f %6.2f%n",
                        query.name,
                        rows,
                        at(mine, 0.5),
                        at(mine, 0.99),
                        at(theirs, 0.5),
                        at(theirs, 0.99),
                        at(mine, 0.5) / at(theirs, 0.5),
                        at(mine, 0.99) / at(theirs, 0.99));
                logarithms += Math.log(at(mine, 0.5) / at(theirs, 0.5));
            }
        }
        System.out.printf(
                Locale.ROOT, "geometric mean of the p50 ratios: %.2f%n", Math.exp(logarithms / queries.size()));
    }

    private static List<Query> queries(Path folder, String about) throws IOException {
        var queries = new ArrayList<Query>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".rq"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                if (REQUIRED.matcher(text).find()) {
                    continue;
                }
                if (text.contains("?about")) {
                    text = FIRST_GROUP.matcher(text).replaceFirst("WHERE { VALUES ?about { <" + about + "> }");
                }
                queries.add(new Query(file.getFileName().toString(), text.contains("LIMIT") ? text : text + LIMIT));
            }
        }
        return queries;
    }

    private static Answer ask(HttpClient client, URI server, String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/tab-separated-values")
                .POST(BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        long before = System.nanoTime();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        String body;
        try (InputStream in = response.body()) {
            body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        long taken = System.nanoTime() - before;
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%s answers %d: %s".formatted(server, response.statusCode(), body));
        }
        return new Answer(taken, (int) ROWS.matcher(body.strip()).results().count() - 1);
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * part))] / 1e6;
    }
}
