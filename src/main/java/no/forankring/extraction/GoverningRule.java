package no.forankring.extraction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.citation.Resolution;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// Ties what a sentence speaks of to what it cites, by the cue that stands nearest to the citation.
final class GoverningRule {

    /// How far before the citation a cue may stand, in characters; a list of citations may lie between.
    private static final int REACH = 600;
    private static final int NEAR = 45;

    // "Strategien er …", "Samarbeidsavtalen med høgskolen er …", "Kommunens kompetanseplan …" speak of something else
    private static final Pattern OTHER_SUBJECT = Cues.pattern(
            "^(?:(?:dei|de|den|det)\\s+(?:\\p{L}+\\s+)?)?(?!(?:arbeidet|satsing(?:en|a)|mandatet|tilbudet|innsatsen|opplegget|forankringa|forankringen|tema(?:et)?|\\p{L}*grunnlaget|tiltaket|innholdet|innhaldet|ordningen|ordninga|oppgaven|oppgåva|oppdraget)(?!\\p{L}))(?:\\p{L}+s\\s+\\p{Ll}[\\p{L}-]*|\\p{L}*(?:planen|strategien|avtalen|avtalene|oversikten|oversikta|rapporten|meldingen|meldinga|medlemm?ene|sentralen|senteret|programmet|tilskudd(?:et)?|tilskotet|utredningen|tjenesten|tenesta|besøka|kurs[ae]|kursene|prosjektet|nettverket|samlingen|samlinga|fagdagen|kurset)|[\\p{L}]{5,}(?:tilbudet|ordningen|ordninga|skolen|skulen|rådgivningen|analysen))(?!\\p{L})");
    // "samling om barneperspektivet i …"
    private static final Pattern ABOUT = Cues.pattern("\\s(?:om|for)\\s+(?:\\p{L}+\\s+){0,4}(?:i\\s+)?$");

    private final Scene scene;

    GoverningRule(Scene scene) {
        this.scene = scene;
    }

    private record Reading(Type type, String rule, int at, double confidence) {}

    private record Subject(Entity entity, boolean explicit, double weight) {}

    void read(Utterance sentence) {
        if (sentence.citations().isEmpty()
                || Cues.denies(sentence.words())
                || Cues.EARLIER.matcher(sentence.words()).find()) {
            return;
        }
        Matcher superseded = Cues.SUPERSEDED_BY.matcher(sentence.words());
        int limit = superseded.find() ? superseded.start() : sentence.words().length();
        for (Resolution citation : sentence.citations()) {
            if (sentence.start(citation) < limit) {
                read(sentence, citation);
            }
        }
    }

    private void read(Utterance sentence, Resolution citation) {
        Optional<Reading> reading = reading(sentence, citation);
        if (reading.isEmpty()) {
            return;
        }
        Reading cue = reading.get();
        Optional<Subject> subject = subject(sentence, citation, cue);
        if (subject.isEmpty()) {
            return;
        }
        Strength strength = cue.type() == Type.ANCHORED_IN && sentence.strength() == Strength.NAMED
                ? Strength.ANCHORED
                : sentence.strength();
        scene.state(
                subject.get().entity(),
                cue.type(),
                citation,
                sentence.span(),
                strength,
                subject.get().explicit(),
                cue.rule(),
                cue.confidence() * subject.get().weight());
    }

    /// The cue before the citation that stands nearest, or else one after it.
    private static Optional<Reading> reading(Utterance sentence, Resolution citation) {
        String words = sentence.words();
        if (heldOn(sentence, citation).isPresent()) {
            return Optional.of(new Reading(Type.FULFILS, "held-on", sentence.start(citation), 0.85));
        }
        int at = sentence.start(citation);
        int anchored = Cues.lastEnd(Cues.ANCHORED, words, at);
        int near = Cues.lastEnd(Cues.ANCHORED_NEAR, words, at);
        int fulfils = Cues.lastEnd(Cues.FULFILS, words, at);
        int theme = Cues.lastEnd(Cues.THEME, words, at);
        int contributes = Cues.lastEnd(Cues.HELPS_ON, words, at);
        if (contributes >= Math.max(anchored, fulfils - 40) && contributes > theme && at - contributes <= NEAR * 2) {
            return Optional.of(new Reading(Type.CONTRIBUTES_TO, "contribute-cue", contributes, 0.85));
        }
        if (at - near > NEAR) {
            near = -1;
        }
        int best = Math.max(Math.max(anchored, near), Math.max(fulfils, theme));
        if (best >= 0 && at - best <= REACH) {
            if (best == anchored) {
                return Optional.of(new Reading(Type.ANCHORED_IN, "anchor-cue", best, 0.92));
            }
            if (best == fulfils) {
                return Optional.of(new Reading(Type.FULFILS, "fulfil-cue", best, 0.88));
            }
            if (best == near) {
                return Optional.of(new Reading(Type.ANCHORED_IN, "near-cue", best, 0.75));
            }
            return Optional.of(new Reading(Type.FULFILS, "theme-cue", best, 0.8));
        }
        int end = sentence.end(citation);
        int ground = Cues.firstStart(Cues.GROUND_OF, words, end);
        int fulfilled = Cues.firstStart(Cues.FULFILLED_BY, words, end);
        int was = Cues.firstStart(Cues.THEME, words, end);
        int first = least(ground, fulfilled, was);
        if (first < 0 || first - end > REACH / 2) {
            return Optional.empty();
        }
        if (first == ground) {
            return Optional.of(new Reading(Type.ANCHORED_IN, "ground-cue", first, 0.85));
        }
        return Optional.of(new Reading(Type.FULFILS, first == fulfilled ? "fulfilled-cue" : "theme-cue", first, 0.8));
    }

    private static int least(int... offsets) {
        int least = -1;
        for (int offset : offsets) {
            if (offset >= 0 && (least < 0 || offset < least)) {
                least = offset;
            }
        }
        return least;
    }

    private Optional<Subject> subject(Utterance sentence, Resolution citation, Reading cue) {
        int at = sentence.start(citation);
        boolean cueBefore = cue.at() <= at;
        Optional<Subject> held = heldOn(sentence, citation);
        if (held.isPresent()) {
            return held;
        }
        // "På vårens samling var tema …": what happened there and then comes before the network it belongs to.
        Optional<Spoken> thing = sentence.things().stream()
                .filter(spoken -> !spoken.span().overlaps(citation.mention().span()))
                .filter(spoken -> !cueBefore || sentence.start(spoken) < cue.at())
                .reduce((first, second) -> better(first, second));
        if (thing.isEmpty()) {
            thing = sentence.things().stream()
                    .filter(spoken -> !spoken.span().overlaps(citation.mention().span()))
                    .findFirst();
        }
        if (thing.isPresent()) {
            return thing.map(spoken -> new Subject(spoken.entity(), true, spoken.named() ? 1.0 : 0.95));
        }
        if (cueBefore && OTHER_SUBJECT.matcher(sentence.words()).find()) {
            return Optional.empty();
        }
        if (cue.rule().startsWith("theme")) {
            return scene.current()
                    .filter(entity ->
                            entity.type().isActivity() || entity.type().isNetwork())
                    .map(entity -> new Subject(entity, false, 0.6));
        }
        Optional<Spoken> agent = sentence.agents().stream()
                .filter(spoken -> sentence.start(spoken) < at)
                .filter(spoken -> scene.owner.map(Entity::key).equals(Optional.of(spoken.key())))
                .findFirst();
        // In a section about a thing, "we" do what is told there with it.
        if (agent.isPresent() && scene.topic.isEmpty()) {
            return Optional.of(new Subject(agent.get().entity(), true, scene.ownerIsClear ? 0.8 : 0.7));
        }
        return scene.current()
                .map(entity -> new Subject(entity, false, 0.6))
                .or(() -> scene.plan.map(entity -> new Subject(entity, false, 0.7)))
                .or(() -> scene.owner.map(entity -> new Subject(entity, false, 0.55)));
    }

    /// "en samling om plan- og bygningsloven", "nettverket for Leve hele livet": named by what it is about.
    private static Optional<Subject> heldOn(Utterance sentence, Resolution citation) {
        return sentence.things().stream()
                .filter(thing -> thing.type() != EntityType.LOCAL_PLAN && thing.type() != EntityType.BODY)
                .filter(thing -> isAbout(sentence, thing, citation))
                .findFirst()
                .map(thing -> new Subject(thing.entity(), true, 1.0));
    }

    private static boolean isAbout(Utterance sentence, Spoken thing, Resolution citation) {
        int at = sentence.start(citation);
        if (sentence.start(thing) >= at) {
            return false;
        }
        String between = sentence.words().substring(sentence.start(thing), at);
        return sentence.end(thing) >= at - 1 && ABOUT.matcher(between).find();
    }

    private static Spoken better(Spoken first, Spoken second) {
        boolean sameNetwork = first.type().isNetwork() && second.type().isActivity();
        return sameNetwork ? second : first;
    }
}
