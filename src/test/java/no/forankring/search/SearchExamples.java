package no.forankring.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import no.forankring.document.DocumentId;
import no.forankring.document.Language;
import no.forankring.document.Passage;
import no.forankring.document.PassageId;
import no.forankring.document.Span;

/// Makes documents and queries in one line.
final class SearchExamples {

    private static final String[] WORDS = {
        "sykehjem",
        "sykehjemmet",
        "sjukeheim",
        "demens",
        "demensplan",
        "demensomsorg",
        "kommune",
        "kommunen",
        "kommunar",
        "tjeneste",
        "tenester",
        "pårørende",
        "parorende",
        "pårørande",
        "lindrende",
        "behandling",
        "§ 4-2",
        "§ 3-1",
        "2017–2018",
        "2018",
        "nettverk",
        "læring",
        "e-læring",
        "for",
        "før",
        "og",
        "i",
        "det",
        "rapport",
        "kreft",
        "samling",
        "veileder",
        "rettleiar",
        "plan",
        "omsorg",
        "FOR-2016-10-28-1250",
        "hol.",
        "NOU 2023: 4",
        "kompetanse",
        "mestring"
    };

    private static final String[] SIGNS = {
        "\"",
        "«",
        "»",
        "-",
        "--",
        "OR",
        "AND",
        "ELLER",
        "*",
        "?",
        "(",
        ")",
        "type:",
        "år:",
        "år:x",
        "type:\"",
        ":",
        "§",
        "§§",
        "~",
        "^3",
        "\\",
        "/",
        "[",
        "]",
        "{",
        "&&",
        "||",
        "|",
        "!",
        "+",
        "\u0000",
        "\ud83d\ude00",
        "\ud83d",
        "å\u030a",
        "\u00ad",
        "\u200b",
        "\n",
        "\t",
        "<b>",
        "&lt;",
        "'",
        "%",
        "=",
        "=x",
        "~x",
        "+x"
    };

    private SearchExamples() {}

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    static LongStream fewSeeds() {
        return LongStream.range(0, 12);
    }

    /// Words and signs in any order, as no sane person types.
    static String noise(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        int pieces = random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            text.append(random.nextBoolean() ? pick(random, WORDS) : pick(random, SIGNS));
            if (random.nextInt(3) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    static String words(Random random, int count) {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add(pick(random, WORDS));
        }
        return String.join(" ", words);
    }

    static String word(Random random) {
        return pick(random, WORDS);
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    static List<IndexedDocument> documents(long seed, int count) {
        var random = new Random(seed);
        var documents = new ArrayList<IndexedDocument>();
        for (int d = 0; d < count; d++) {
            var texts = new ArrayList<String>();
            int passages = random.nextInt(6);
            for (int p = 0; p < passages; p++) {
                texts.add(words(random, 1 + random.nextInt(12)));
            }
            documents.add(new IndexedDocument(
                    new DocumentId("dok-" + d),
                    "stempel-" + d,
                    words(random, 1 + random.nextInt(4)),
                    "fil-" + d + ".txt",
                    List.of("mandat", "årsrapport", "referat", "annet").get(random.nextInt(4)),
                    random.nextInt(5) == 0 ? OptionalInt.empty() : OptionalInt.of(2018 + random.nextInt(4)),
                    Language.values()[random.nextInt(3)],
                    random.ints(random.nextInt(4), 0, 6)
                            .mapToObj(i -> "lov-" + i)
                            .distinct()
                            .toList(),
                    passages(texts)));
        }
        return documents;
    }

    static IndexedDocument document(String id, String title, String... passages) {
        return new IndexedDocument(
                new DocumentId(id),
                "stempel",
                title,
                id + ".docx",
                "annet",
                OptionalInt.empty(),
                Language.NOB,
                List.of(),
                passages(List.of(passages)));
    }

    /// Passages one after the other; one that begins with `# ` is a heading of those that follow.
    static List<Passage> passages(List<String> texts) {
        var passages = new ArrayList<Passage>();
        var seen = new java.util.HashMap<String, Integer>();
        int at = 0;
        List<String> path = List.of();
        for (String written : texts) {
            boolean heading = written.startsWith("# ");
            String text = heading ? written.substring(2) : written;
            int times = seen.merge(text, 1, Integer::sum);
            passages.add(new Passage(
                    new PassageId("p-" + hash(text) + (times > 1 ? "-" + times : "")),
                    heading ? Passage.Kind.HEADING : Passage.Kind.PARAGRAPH,
                    new Span(at, at + text.length()),
                    text,
                    passages.size(),
                    heading ? List.of() : path,
                    heading ? 1 : 0,
                    1 + passages.size() / 3,
                    Language.NOB,
                    List.of(),
                    List.of()));
            if (heading) {
                path = List.of(text);
            }
            at += text.length() + 1;
        }
        return passages;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static SearchQuery query(String text) {
        return new SearchQuery(text, Map.of(), 1, 100);
    }
}
