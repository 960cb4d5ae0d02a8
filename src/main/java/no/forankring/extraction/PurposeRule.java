package no.forankring.extraction;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// Takes out goals and target groups, and ties them to the thing that has them.
final class PurposeRule {

    private static final Pattern MARK = Cues.pattern(
            "\\s*(?:[•▪◦·*✓✔o–-]{1,2}\\s+|\\d{1,2}(?:[.)]\\s+|\\s+(?=\\p{Lu}))|\\(?(?:[a-zæøå]|[ivx]{1,4})\\)\\s+|\\p{Lu}\\d{0,2}[.)]?\\s{1,}(?=\\p{Lu})|(?:hoved|hovud|del|effekt|resultat)?mål\\s+\\p{Lu}?\\d+(?:\\.\\d{1,3}){0,6}\\s*[:.–-]?\\s*)");
    private static final Pattern PEOPLE = Cues.pattern(
            "(?<!\\p{L})(?:for|til)\\s+((?:(?:alle|nye|unge|eldre|voksne|vaksne|yngre|overordnet|faglig|ansatte|tverrfaglige|tverrfaglege)\\s+)*[\\p{L}-]*(?:leder|leiar|sykepleier|sjukepleiar|koordinator|kontakt|kontaktar|rådgiver|rådgivar|veileder|rettleiar|person|hjelper|hjelpar|terapeut|lege|lækjar|trener|trenar|agent|vakt|utvikler|utviklar|behandler|behandlar|pårørende|pårørande|foreldre|ansatte|tilsette|frivillige|eldre|ungdom|student|lærling|kokk|politiker|politikar|ansvarlig|ansvarleg|bruker|brukar|lærer|lærar|team|skuler|skular|instruktør|innbygger|innbyggjar|hjemmeboende|heimebuande|superbruker|assistent|fagarbeider|fagarbeidar)(?:e|er|ere|ar|arar|ane|ene|r|or)?(?!\\p{L})(?:\\s+(?:(?:i|med|over|uten|utan|på|innen|innan|som)\\s+|og\\s+(?=\\p{L}))[\\p{L}\\d-]+(?:\\s+(?:og\\s+)?(?!\\()[\\p{Ll}\\d-]+){0,4})?)");
    // "Delvis nådd" tells how it went; a number alone is a cell.
    private static final Pattern NO_GOAL = Cues.pattern(
            "^(?:[\\d\\s.,%–-]+|ikk(?:e|je)\\s+\\p{L}+(?:\\s+(?:ennå|enno))?$|(?:nesten\\s+|delvis\\s+|ikke\\s+|ikkje\\s+)?(?:nådd|oppnådd)\\b.*|på\\s+veg\\b.*|er\\s+.*)$");
    private static final Pattern TARGET_END = Cues.pattern(
            "\\s+og\\s+(?:har|er|skal|var|ble|blir|vart|legges|leggast|bygget|bygd|bygger|byggjer|ligger|ligg|drives|handler|tar|tek|varer|arrangeres|holdes|møtes)(?!\\p{L})|,\\s+(?:og|men|som|der|slik|gjerne|med|utvikl\\p{L}+|laget|lagd|drevet|drive)\\s|\\s+(?:på\\s+(?:teams|nett)|slik\\s+at)(?!\\p{L})|,\\s+\\p{L}+\\s+(?:er|har|skal)\\s");
    private static final Pattern WIDE_GAP = Pattern.compile("\\S {3,}\\S");
    private static final int SHORTEST_GOAL = 8;
    private static final int SHORTEST_TARGET = 4;

    private final Scene scene;

    PurposeRule(Scene scene) {
        this.scene = scene;
    }

    /// A goal that words under a heading, in an item or in a cell tell whole; empty when they are too few.
    ///
    /// @param words of the document, beginning at `start`
    Optional<Entity> goal(Span evidence, String words, int start, Optional<Entity> subject, String kind) {
        Span local = withoutMark(words);
        String name = Words.clean(local.cut(words));
        if (name.length() < SHORTEST_GOAL
                || NO_GOAL.matcher(name).find()
                || WIDE_GAP.matcher(local.cut(words)).find()) {
            return Optional.empty();
        }
        Entity goal = add(name, Scene.offset(local, start), subject, kind);
        Optional<Entity> bearer = subject.or(() -> scene.plan).or(() -> scene.owner);
        bearer.ifPresent(entity -> scene.state(
                entity,
                Type.HAS_GOAL,
                goal,
                evidence,
                Strength.NAMED,
                subject.isPresent(),
                "goal-list",
                subject.isPresent() ? 0.9 : 0.7));
        return Optional.of(goal);
    }

    /// Without the letter, number or bullet that an item begins with: "a)", "A1", "✓", "Delmål 2:".
    private static Span withoutMark(String words) {
        Matcher mark = MARK.matcher(words);
        return Sentences.trim(words, mark.lookingAt() ? mark.end() : 0, words.length());
    }

    private Entity add(String name, Span span, Optional<Entity> subject, String kind) {
        return scene.collector.add(
                "mal-" + Words.slug(name),
                EntityType.GOAL,
                name,
                span,
                subject.map(Entity::key).orElse(""),
                OptionalInt.empty(),
                kind);
    }

    void targets(String words, int start, Span evidence, Optional<Entity> subject) {
        Span local = Sentences.trim(words, 0, words.length());
        String name = Words.clean(words);
        if (name.length() < SHORTEST_TARGET) {
            return;
        }
        Entity target = target(name, Scene.offset(local, start));
        subject.ifPresent(entity ->
                scene.state(entity, Type.TARGET_GROUP, target, evidence, Strength.NAMED, true, "target-list", 0.9));
    }

    private Entity target(String name, Span span) {
        return scene.collector.add(
                "malgruppe-" + Words.slug(name), EntityType.TARGET_GROUP, name, span, "", OptionalInt.empty(), "");
    }

    /// "Formålet med kurset er å …", "Nettverket retter seg mot …".
    void read(Utterance sentence) {
        String words = sentence.words();
        Matcher purpose = Cues.PURPOSE.matcher(words);
        if (purpose.find()) {
            purpose(sentence, purpose.start(), purpose.end(), 0.85, "purpose");
        } else {
            Matcher contributes = Cues.CONTRIBUTES.matcher(words);
            boolean ofAThing = sentence.things().stream().anyMatch(thing -> thing.type() != EntityType.BODY);
            if (contributes.find() && ofAThing) {
                purpose(sentence, contributes.start(), contributes.end(), 0.7, "shall-contribute");
            }
        }
        Matcher targets = Cues.TARGETS.matcher(words);
        if (targets.find() && sentence.citations().isEmpty()) {
            int end = targetEnd(words, targets.end());
            String name = Words.clean(words.substring(targets.end(), end));
            Optional<Entity> subject = sentence.firstThing().map(Spoken::entity).or(scene::subject);
            if (name.length() >= SHORTEST_TARGET && subject.isPresent()) {
                Entity target = target(
                        name,
                        new Span(
                                sentence.span().start() + targets.end(),
                                sentence.span().start() + end));
                scene.state(
                        subject.get(),
                        Type.TARGET_GROUP,
                        target,
                        sentence.span(),
                        sentence.strength(),
                        !sentence.things().isEmpty(),
                        "targets",
                        0.85);
            }
        }
    }

    /// "Nettverk for ressurspersoner i …", "kurs for teamledere": the people after "for" are whom it is meant for.
    void targetsOf(Entity thing, Span evidence) {
        if (thing.type().isAgent() || thing.type() == EntityType.GOAL || thing.type() == EntityType.TARGET_GROUP) {
            return;
        }
        Matcher people = PEOPLE.matcher(thing.span().cut(scene.document.text()));
        if (people.find()) {
            Span span = new Span(
                    thing.span().start() + people.start(1), thing.span().start() + people.end(1));
            Entity target = target(Words.clean(people.group(1)), span);
            scene.state(thing, Type.TARGET_GROUP, target, evidence, Strength.NAMED, false, "for-whom", 0.72);
        }
    }

    private void purpose(Utterance sentence, int cue, int from, double confidence, String rule) {
        String words = sentence.words();
        int end = end(words, from);
        String name = Words.clean(words.substring(from, end));
        Span told = new Span(sentence.span().start() + from, sentence.span().start() + end);
        boolean known = scene.collector.all().stream()
                .anyMatch(goal -> goal.type() == EntityType.GOAL && goal.span().overlaps(told));
        if (name.length() < SHORTEST_GOAL || known) {
            return;
        }
        Optional<Entity> named = sentence.things().stream()
                .filter(thing -> sentence.start(thing) < from)
                .reduce((first, second) -> second)
                .map(Spoken::entity);
        Optional<Entity> subject = named.or(scene::subject).or(() -> scene.plan).or(() -> scene.owner);
        Entity goal = add(
                name,
                told,
                subject,
                words.substring(cue, from).toLowerCase(java.util.Locale.ROOT).contains("formål") ? "purpose" : "goal");
        boolean explicit = named.isPresent();
        subject.ifPresent(entity -> scene.state(
                entity,
                Type.HAS_GOAL,
                goal,
                sentence.span(),
                sentence.strength(),
                explicit,
                rule,
                explicit ? confidence : confidence - 0.15));
    }

    /// Where those whom a thing is for are told: before a verb of the same subject, or another clause.
    private static int targetEnd(String words, int from) {
        Matcher end = TARGET_END.matcher(words);
        int stop = end(words, from);
        return end.find(from) ? Math.min(stop, end.start()) : stop;
    }

    private static int end(String words, int from) {
        Matcher end = Cues.GOAL_END.matcher(words);
        return end.find(from) ? end.start() : words.length();
    }
}
