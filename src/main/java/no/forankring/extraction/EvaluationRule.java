package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// Reads who evaluates what: "X evaluerer prosjektet", "Planen evalueres årlig av Y", "Evalueringen gjøres av Z", and
/// the surveys and interviews of a document that is an evaluation itself.
final class EvaluationRule {

    // "evaluerer læringsnettverket", "skal evaluere planen", "følgjeevaluerer prosjektet", "intervjuet tre grupper"
    private static final Pattern ACTIVE = Cues.pattern(
            "(?<!\\p{L})(?:(?:følg[je]*)?evaluer(?:er|ar|te|a|e)|(?:har|hadde)\\s+(?:\\p{L}+\\s+)?(?:følg[je]*)?evaluer(?:t|a))(?!\\p{L})\\s+(?=\\p{L})(?!alle\\s|hver|kvar)");
    private static final Pattern PASSIVE = Cues.pattern(
            "(?<!\\p{L})(?:evalueres|evaluerast|(?:skal|blir|vert|bli|er|ble|blei|vart)\\s+(?:\\p{L}+\\s+)?evaluert|skal\\s+evalueres)(?!\\p{L})");
    // "Midtveisevaluering av planen gjøres …", "har gjort en egen evaluering", "NORCE gjør følgeforskning"
    private static final Pattern NOUN = Cues.pattern(
            "(?<!\\p{L})(?:ekstern\\s+|egen\\s+|eigen\\s+|samlet\\s+|samla\\s+|uavhengig\\s+)?(?:(?:slutt|midtveis|midtvegs|undervegs|underveis|følge|følgje|års?|eigen|egen|etter|prosess)?evaluering(?:en|a)?|(?:følge|følgje)(?:forskning|forsking|evaluering)(?:en|a)?|gjennomgang(?:en)?(?=\\s+av\\s+(?:nettverk|mandat|prosjekt|plan|lærings)))(?:\\s+av\\s+(?:hele\\s+|heile\\s+)?\\p{Ll}[\\p{L}-]+)?(?!\\p{L})");
    private static final Pattern DONE = Cues.pattern(
            "(?<!\\p{L})(?:gjøres|gjerast|gjennomføres|gjennomførast|gjennomfører|gjennomførte|gjort|gjord|gjør|gjer|utføres|utfører|utførte|levert|leverer|lager|lagar|laget|laga|følger|følgjer|skal\\s+gjøres|skal\\s+gjennomføres|(?:står|stå|stod|sto)\\s+(?:\\p{L}+\\s+)?for|foreta(?:r|s)?|foretok|skrevet|skrive|skriv(?:er)?)(?!\\p{L})");
    private static final Pattern BY = Cues.pattern("(?<!\\p{L})(?:av|ved)\\s+(?:\\p{Ll}+\\s+)?$");
    private static final Pattern OBJECT_END = Cues.pattern(
            "[.,;:()]|\\s+(?:i\\s+20\\d\\d|våren|hausten|høsten|innen|innan|og|for\\s+å|etter|når|som|av|ved|gjennom|hvert|kvart|årlig)(?!\\p{L})");
    private static final int LONGEST = 90;

    private final Scene scene;

    EvaluationRule(Scene scene) {
        this.scene = scene;
    }

    void read(Utterance sentence) {
        if (Cues.denies(sentence.words())) {
            return;
        }
        Matcher active = ACTIVE.matcher(sentence.words());
        Matcher passive = PASSIVE.matcher(sentence.words());
        if (active.find()) {
            active(sentence, active.start(), active.end());
        } else if (passive.find()) {
            passive(sentence, passive.start(), passive.end());
        } else {
            noun(sentence);
        }
    }

    private void active(Utterance sentence, int verb, int end) {
        String words = sentence.words();
        List<Spoken> agents = before(sentence, verb);
        Optional<Spoken> object = evaluated(sentence, end);
        if (agents.isEmpty() || object.isEmpty()) {
            return;
        }
        Matcher stop = OBJECT_END.matcher(words);
        int to = Math.max(
                stop.find(end) ? stop.start() : words.length(), Math.min(words.length(), sentence.end(object.get())));
        state(
                sentence,
                activity(sentence, verb, Math.min(to, verb + LONGEST)),
                object.get().entity(),
                agents);
    }

    private void passive(Utterance sentence, int verb, int end) {
        Optional<Spoken> object = sentence.things().stream()
                .filter(thing -> sentence.end(thing) <= verb && thing.type() != EntityType.BODY)
                .reduce((first, second) -> second);
        List<Spoken> agents = after(sentence, end);
        if (object.isEmpty()) {
            return;
        }
        int from = sentence.start(object.get()) == 0 ? 0 : verb;
        int to = agents.isEmpty() ? sentence.words().length() : sentence.end(agents.getLast());
        Matcher stop = Pattern.compile("[.,;]").matcher(sentence.words());
        if (stop.find(end)) {
            to = Math.min(to, stop.start());
        }
        state(
                sentence,
                activity(sentence, from, Math.min(to, from + LONGEST)),
                object.get().entity(),
                agents);
    }

    private void noun(Utterance sentence) {
        String words = sentence.words();
        Matcher noun = NOUN.matcher(words);
        if (!noun.find() || !DONE.matcher(words).find()) {
            return;
        }
        List<Spoken> agents = after(sentence, noun.end());
        if (agents.isEmpty()) {
            agents = before(sentence, noun.start());
        }
        Optional<Entity> object = evaluated(sentence, noun.start())
                .or(() -> evaluated(sentence, 0))
                .map(Spoken::entity)
                .or(() -> scene.antecedent().filter(EvaluationRule::canBeEvaluated))
                .or(scene::subject)
                .or(() -> scene.plan);
        if (agents.isEmpty() || object.isEmpty()) {
            return;
        }
        state(sentence, activity(sentence, noun.start(), noun.end()), object.get(), agents);
    }

    private static boolean canBeEvaluated(Entity entity) {
        return entity.type().isNetwork() || entity.type().isActivity() || entity.type() == EntityType.LOCAL_PLAN;
    }

    /// What is evaluated: a network, a project or a plan, and no evaluation.
    private static Optional<Spoken> evaluated(Utterance sentence, int from) {
        return sentence.things().stream()
                .filter(thing -> sentence.end(thing) > from && canBeEvaluated(thing.entity()))
                .filter(thing -> !NOUN.matcher(thing.entity().name()).find())
                .findFirst();
    }

    private static List<Spoken> before(Utterance sentence, int verb) {
        var agents = new ArrayList<Spoken>();
        sentence.agents().stream()
                .filter(agent -> sentence.end(agent) <= verb && verb - sentence.end(agent) < LONGEST)
                .reduce((first, second) -> second)
                .ifPresent(agents::add);
        if (agents.isEmpty()) {
            sentence.things().stream()
                    .filter(thing -> thing.type() == EntityType.BODY && sentence.end(thing) <= verb)
                    .findFirst()
                    .ifPresent(agents::add);
        }
        return agents;
    }

    private static List<Spoken> after(Utterance sentence, int from) {
        var agents = new ArrayList<Spoken>();
        java.util.stream.Stream.concat(
                        sentence.agents().stream(),
                        sentence.things().stream().filter(thing -> thing.type() == EntityType.BODY))
                .filter(agent -> sentence.start(agent) >= from
                        && BY.matcher(sentence.words().substring(0, sentence.start(agent)))
                                .find())
                .findFirst()
                .ifPresent(agents::add);
        return agents;
    }

    private Entity activity(Utterance sentence, int from, int to) {
        Span local = Sentences.trim(sentence.words(), from, to);
        String name = Words.clean(local.cut(sentence.words()));
        Span span = Scene.offset(local, sentence.span().start());
        Optional<Entity> known = sentence.things().stream()
                .filter(thing -> thing.span().overlaps(span) && thing.type() == EntityType.ACTIVITY)
                .map(Spoken::entity)
                .filter(thing -> NOUN.matcher(thing.name()).find())
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        OptionalInt said = Namer.year(sentence.words());
        String context = scene.subject().or(() -> scene.plan).map(Entity::key).orElse("");
        return scene.collector.add(
                Words.slug(name.toLowerCase(Locale.ROOT))
                        + (context.isEmpty() ? "" : "-" + context)
                        + Namer.suffix(said),
                EntityType.ACTIVITY,
                name,
                span,
                "",
                said,
                "");
    }

    private void state(Utterance sentence, Entity evaluation, Entity object, List<Spoken> agents) {
        boolean said = sentence.speaksOf(object.key());
        Strength strength = sentence.strength() == Strength.NAMED ? Strength.PLANNED : sentence.strength();
        scene.state(evaluation, Type.EVALUATES, object, sentence.span(), strength, said, "evaluates", 0.85);
        for (Spoken agent : agents) {
            scene.state(
                    evaluation, Type.ORGANISED_BY, agent.entity(), sentence.span(), strength, true, "evaluates", 0.85);
        }
    }
}
