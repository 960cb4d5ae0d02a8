package no.forankring.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.register.GoverningDocument;
import no.forankring.register.Register;

/// What one would write instead of a recognizer: all names of a register and all forms as one regular expression.
///
/// Fair to regular expressions: compiled once, tried only where a word begins, the longest name first, white space as
/// it comes, and it only finds; it resolves nothing.
final class PatternUnion {

    private static final List<String> FORMS = List.of(
            // § 3-1 første ledd bokstav a, §§ 5–7
            "§§?\\s*\\d+(?:\\s?[a-z](?![\\p{L}]))?(?:[-–]\\d+)?(?:\\s+\\p{L}+\\s+ledd)?(?:\\s+bokstav\\s+[a-z])?",
            // lov 24. juni 2011 nr. 30
            "(?:lov|forskrift)(?:\\s+av)?\\s+\\d{1,2}\\.?\\s+(?:januar|februar|mars|april|mai|juni|juli|august|september"
                    + "|oktober|november|desember)\\s+\\d{4}(?:\\s+nr\\.?\\s*\\d+)?",
            // LOV-2011-06-24-30
            "(?:LOV|FOR)[-\\s]?\\d{4}-\\d\\d-\\d\\d(?:-\\d+)?",
            // Meld. St. 15 (2017–2018), St.meld. nr. 47 (2008–2009)
            "(?:Meld\\.?\\s*St\\.?|St\\.?\\s*meld\\.?|stortingsmelding)\\s*(?:nr\\.?\\s*)?\\d{1,3}"
                    + "(?:\\s*\\(\\d{4}\\s*[-–]\\s*\\d{2,4}\\))?",
            // Prop. 91 L (2010–2011), Ot.prp. nr. 13 (1998–99), Innst. 255 S (2014–2015), Dok. 8:111 S (2018–2019)
            "(?:Prop\\.?|Ot\\.?\\s*prp\\.?|St\\.?\\s*prp\\.?|Innst\\.?|Dok(?:ument)?\\.?)\\s*(?:[LSO]\\.?\\s*)?(?:nr\\.?\\s*)?"
                    + "\\d{1,3}(?::\\d+)?(?:\\s*(?:LS|L|S))?(?:\\s*\\(\\d{4}\\s*[-–]\\s*\\d{2,4}\\))?",
            // NOU 2023: 4
            "NOU\\s+\\d{4}\\s*:\\s*\\d{1,2}",
            // rundskriv I-9/2015, IS-2442
            "(?:rundskriv\\s+)?(?:[A-Z]{1,2}-\\d+/\\d{2,4}|I[SK]-\\d{3,4})",
            // forordning (EU) 2016/679, direktiv 2011/24/EU
            "(?:forordning|direktiv)\\s*(?:\\((?:EU|EF|EØF)\\)\\s*)?(?:nr\\.?\\s*)?\\d+/\\d+(?:/E[UF])?",
            // lovdata.no/eli/lov/2011/06/24/30
            "(?:https?://)?(?:www\\.)?(?:lovdata|regjeringen|helsedirektoratet)\\.no/\\S+");

    private final Pattern pattern;
    private final int names;

    PatternUnion(Register register) {
        List<String> all = namesOf(register);
        names = all.size();
        var alternatives = new ArrayList<>(FORMS);
        for (String name : all) {
            alternatives.add(escaped(name));
        }
        pattern = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    int names() {
        return names;
    }

    /// How many places of the text it finds.
    long find(String text) {
        long found = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found++;
        }
        return found;
    }

    private static List<String> namesOf(Register register) {
        Set<String> names = new LinkedHashSet<>();
        for (GoverningDocument document : register.all()) {
            names.add(document.title());
            names.add(document.shortTitle());
            names.addAll(document.aliases());
            names.addAll(document.ambiguousAliases());
            names.addAll(document.erroneousAliases());
        }
        return names.stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String escaped(String name) {
        var words = new ArrayList<String>();
        for (String word : name.strip().split("\\s+")) {
            words.add(Pattern.quote(word));
        }
        return String.join("\\s+", words);
    }
}
