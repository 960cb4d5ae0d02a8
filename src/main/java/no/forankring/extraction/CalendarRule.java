package no.forankring.extraction;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// Reads the lines of a calendar: a date, and behind a gap what is held, for whom and where.
final class CalendarRule {

    private static final String MONTH = "(?:jan|feb|mars|april|mai|juni|juli|aug|sept?|okt|nov|des)\\p{L}{0,8}\\.?";
    // "8. november     Webinar om …, for superbrukere", "12.03.  Kurs …", "Avlyst   Fagdag …"
    private static final Pattern LINE = Cues.pattern(
            "(?m)^[ \\t]{0,20}(?:\\d{1,2}\\.(?:\\s?(?:–|-|og)\\s?\\d{1,2}\\.)?\\s?(?:"
                    + MONTH
                    + "|\\d{1,2}\\.)(?:\\s?20\\d\\d)?|avlyst|utsatt|utsett)(?: {2,40}|\\t{1,3})(\\p{Lu}(?:(?! {3}|\\t)[^\\n]){4,160})$");
    private static final Pattern NAME_END = Pattern.compile(",\\s");
    private static final Pattern FOR = Cues.pattern(",\\s+for\\s+(?=\\p{L})");
    private static final int LONGEST_NAME = 110;

    private final Scene scene;
    private final Namer namer;
    private final PurposeRule purposes;

    CalendarRule(Scene scene, Namer namer, PurposeRule purposes) {
        this.scene = scene;
        this.namer = namer;
        this.purposes = purposes;
    }

    /// @return whether the passage holds such lines
    boolean read(Passage passage) {
        Matcher line = LINE.matcher(passage.text());
        boolean any = false;
        while (line.find()) {
            String words = line.group(1);
            Matcher end = NAME_END.matcher(words);
            String name = Words.clean(end.find() ? words.substring(0, end.start()) : words);
            if (name.length() > LONGEST_NAME || NameFinder.isSentence(" " + words + " ")) {
                continue;
            }
            any = true;
            read(name, words, passage.span().start() + line.start(1), line.group());
        }
        return any;
    }

    private void read(String name, String words, int origin, String line) {
        EntityType type = NameFinder.type(name);
        OptionalInt year = Namer.year(line);
        Span span = new Span(origin, origin + Math.min(words.length(), name.length()));
        Span evidence = new Span(origin, origin + words.length());
        Entity activity = namer.addActivity(name, type.isActivity() ? type : EntityType.ACTIVITY, span, year);
        Strength strength = Cues.strength(line, Strength.PLANNED);
        Matcher people = FOR.matcher(words);
        if (people.find()) {
            int stop = words.indexOf(',', people.end());
            String group = words.substring(people.end(), stop < 0 ? words.length() : stop);
            purposes.targets(group, origin + people.end(), evidence, Optional.of(activity));
        }
        int rest = Math.min(words.length(), name.length());
        for (Spoken place : namer.venues(words.substring(rest), origin + rest)) {
            scene.state(activity, Type.TAKES_PLACE_AT, place.entity(), evidence, strength, true, "schedule", 0.85);
        }
        scene.citationsIn(evidence)
                .forEach(citation ->
                        scene.state(activity, Type.FULFILS, citation, evidence, strength, true, "held-on", 0.8));
    }
}
