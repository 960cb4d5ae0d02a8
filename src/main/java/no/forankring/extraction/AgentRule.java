package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.extraction.Relation.Type;

/// Tells who runs a thing, who takes part in it, and where it is held.
final class AgentRule {

    // Between two of a list: ", ", " og ", " samt ", "; a parenthesis on a place may stand between.
    private static final Pattern LISTED = Pattern.compile(
            "(?s)\\s{0,60}(?:\\([^)]{0,60}\\))?\\s{0,60}(?:,|og|samt|&|/|,\\s{0,60}og|i\\s+samarbeid\\s+med)?\\s{0,60}(?:\\p{L}{1,60}\\s+i\\s+)?");
    private static final Pattern HELD = Cues.pattern(
            "\\b(?:arranger(?:t|es|a|te|ast)|holdt|avholdt|heldt|holdes|gjennomført|gjennomføres|samla|samles|gikk|fant\\s+sted|var|ble|blir|er|møtes|møttes)\\b");
    private static final Pattern PLACED =
            Cues.pattern("(?:\\bi|\\bpå|\\bved|\\bhos)\\s+(?:(?-i:\\p{Ll})\\p{L}*\\s+(?:i\\s+|på\\s+)?)?$");
    // "Fagdag om ernæring, Fjordvik rådhus, 12. mars"
    private static final Pattern PLACED_BY_COMMA = Pattern.compile("(?:,|\\s–|:)\\s{1,3}$");
    private static final Pattern AND_PLACE = Pattern.compile("(?:\\sog|,)\\s{1,3}$");
    // "i Fjordvik kommune", "ved Fjordvik sykehus holdt innlegg" tell whose somebody is
    private static final Pattern NOT_A_PLACE = Cues.pattern(
            "\\s+kommune|\\s+(?:holdt|heldt|innledet|innleia|deltok|fortalte|fortalde|la\\s|bidro|har\\s|er\\s|skal\\s)");
    private static final Pattern MEETS =
            Cues.pattern("(?<!\\p{L})(?:samling|fagdag|konferanse|kurs|møte|seminar|workshop|webinar|samlast|samles)");
    private static final int NEAR_PLACE = 40;
    // "holdt innlegg" is to speak, and not to hold the gathering
    private static final Pattern SPEAKS = Cues.pattern("\\binnlegg\\b|\\bforedrag\\b");
    private static final Pattern HOLDS = Cues.pattern("^(?:holdt|heldt|holder|har|hadde)");
    private static final Pattern TEAM_LIST = Cues.pattern(
            "\\bteam\\s+(?:fra|frå)\\b|\\bdelta(?:r|k)\\b|\\bdeltok\\b|\\bdeltek\\b|\\binnled(?:et|et)\\b|\\bbidro\\b|\\bmøte[rt]?\\b|\\bmøtte\\b|\\bla\\b.{0,200}\\bfram\\b|\\bheldt\\b.{0,200}\\binnlegg\\b|\\bsit\\b|\\bsitter\\b");

    // "Kvitdal kommune er vertskommune" says of what by standing under it
    private static final Pattern HOST = Cues.pattern("sekretariat|vertskommune");

    private static final Pattern WITHOUT_OBJECT = Cues.pattern(
            "\\s*(?:(?:det|dette|den|sammen|saman|i\\s+fellesskap|i\\s+lag|faglig|fagleg|fast)\\s*){0,2}[.!]?\\s*");
    // "…, som" between what is run and who runs it
    private static final Pattern RELATIVE =
            Cues.pattern("(?:\\s*[»”\"])?(?:\\s*\\([^)]{1,40}\\))?,?\\s+(?:som|er\\s+det)\\s+(?:òg\\s+|også\\s+)?");
    private static final Pattern SOON = Cues.pattern("\\s+(?:også|òg|da|difor|derfor|nå|no|til)\\s+");
    private static final Pattern OURS = Cues.pattern(
            "\\ber\\s+(?:det\\s+\\p{L}+\\s+)?(?:nettverket\\s+)?(?:vårt|vår)(?!\\p{L})|\\ber\\s+det\\s+\\p{L}+\\s+vi\\s+har\\b");
    // "består av", "sitter": all who are named in the clause belong, whatever role of theirs is named before
    private static final Pattern COMPOSED = Cues.pattern(
            "\\b(?:består|bestod|besto|bestått)\\s+(?:\\p{L}+\\s+)?av\\b|\\bsett\\s+saman\\s+av\\b|\\bsatt\\s+sammen\\s+av\\b|\\bsam(?:men|an)sett?\\s+av\\b|\\b(?:medlemm?(?:er|ar)|representant(?:er|ar)?|team|deltakere|deltakarar)\\s+(?:fra|frå)\\b|^(?:her|der)\\s+(?:sitter|sit|satt|møter|deltar|deltek)\\b|^med\\s+i\\s+\\p{L}+\\s+(?:er|sitter|sit)\\b|\\bteam\\s*:|\\bpartn(?:erne|arane)\\s+i\\s+[^.:]{3,50}?\\s+er\\b|\\bhar\\s+hatt\\s+med\\s+seg\\b|\\b(?:grupp[ea]|gruppen|gruppa|råd|rådet|utval(?:g|get|et)?|panel|komit[eé])\\s+med\\s+(?:medlemm?(?:er|ar)\\s+(?:fra|frå)\\s+)?|\\bi\\s+(?:den|rådet|gruppa|gruppen|utvalget|utvalet|styret|styringsgrupp\\p{L}+)\\s+(?:satt|sat|sitter|sit)\\b|\\bvar\\s+med\\s*:|\\b(?:på|i)meldt(?:e)?\\s*:|\\ber\\s+med\\s*:");
    private static final Pattern HERE = Cues.pattern(
            "^(?:her|der|med\\s+i|i\\s+(?:den\\s+satt|den\\s+sit|rådet|gruppa|gruppen|utvalget|utvalet))\\b");
    private static final Pattern CLAUSE_END = Cues.pattern(
            ";|\\.\\s|,?\\s+og\\s+(?:har|hadde|møtes|møttes|møtest|ble|vart|skal|rapporterer|ledes)(?!\\p{L})|,\\s+(?:men|som|der)\\s");

    private final Scene scene;

    AgentRule(Scene scene) {
        this.scene = scene;
    }

    void read(Utterance sentence) {
        if (sentence.agents().isEmpty()) {
            return;
        }
        boolean denied = Cues.denies(sentence.words());
        var runners = new ArrayList<Spoken>();
        if (!denied) {
            runners.addAll(runners(sentence));
            participants(sentence, runners);
        }
        places(sentence);
    }

    private Optional<Spoken> thing(Utterance sentence) {
        return sentence.firstThing();
    }

    private List<Spoken> runners(Utterance sentence) {
        String words = sentence.words();
        var runners = new ArrayList<Spoken>();
        Matcher runBy = Cues.RUN_BY.matcher(words);
        while (runBy.find()) {
            int at = runBy.end();
            int cue = runBy.start();
            List<Spoken> listed = listed(sentence, at);
            Optional<Spoken> thing =
                    nearest(sentence, cue).or(() -> thing(sentence)).or(() -> subject());
            if (Cues.EXAMINES.matcher(runBy.group()).find()) {
                thing = sentence.things().stream()
                        .filter(spoken -> spoken.type() == EntityType.ACTIVITY)
                        .findFirst();
            }
            Optional<Spoken> run = thing;
            String said = runBy.group().toLowerCase(Locale.ROOT);
            boolean together = said.contains("samarbe") || said.endsWith(" med");
            boolean among = said.endsWith("samarbeid mellom");
            for (Spoken agent : listed) {
                run.filter(spoken -> !spoken.key().equals(agent.key())).ifPresent(spoken -> {
                    if (among && agent.type() == EntityType.MUNICIPALITY) {
                        // "Et samarbeid mellom kommunene A og B" has them as members.
                        scene.state(
                                spoken.entity(),
                                Type.PARTICIPANT,
                                agent.entity(),
                                sentence.span(),
                                sentence.strength(),
                                true,
                                "among",
                                0.88);
                        runners.add(agent);
                        return;
                    }
                    scene.state(
                            spoken.entity(),
                            Type.ORGANISED_BY,
                            agent.entity(),
                            sentence.span(),
                            sentence.strength(),
                            true,
                            together ? "together-with" : "run-by",
                            together ? 0.75 : 0.92);
                    runners.add(agent);
                });
            }
        }
        Matcher runs = Cues.RUNS.matcher(words);
        boolean speaks = SPEAKS.matcher(words).find();
        while (runs.find()) {
            if (!(speaks && HOLDS.matcher(runs.group()).find())) {
                run(sentence, runs, runners);
            }
        }
        own(sentence, runners);
        return runners;
    }

    /// Who stands before a verb of running, or right after it as "driver vi", runs what the verb tells of.
    private void run(Utterance sentence, MatchResult verb, List<Spoken> runners) {
        List<Spoken> before = sentence.agents().stream()
                .filter(agent -> sentence.end(agent) <= verb.start()
                        || sentence.start(agent) >= verb.end()
                                && !agent.named()
                                && follows(sentence, verb.end(), agent))
                .toList();
        if (verb.group().toLowerCase(Locale.ROOT).startsWith("inviter")) {
            before = before.stream()
                    .filter(agent -> sentence.end(agent) <= verb.start())
                    .toList();
        }
        List<Spoken> adjacent = adjacentTo(sentence, before, verb.start());
        List<Spoken> agents = adjacent.isEmpty() ? bodies(sentence, verb) : adjacent;
        if (agents.isEmpty()) {
            return;
        }
        Optional<Spoken> thing = runThing(sentence, verb, agents);
        if (thing.isEmpty()) {
            return;
        }
        for (Spoken agent : agents) {
            if (runners.stream().anyMatch(other -> other.key().equals(agent.key()))
                    || agent.key().equals(thing.get().key())) {
                continue;
            }
            scene.state(
                    thing.get().entity(),
                    Type.ORGANISED_BY,
                    agent.entity(),
                    sentence.span(),
                    sentence.strength(),
                    true,
                    adjacent.isEmpty() ? "body-runs" : "runs",
                    agent.named() ? 0.9 : scene.ownerIsClear ? 0.82 : 0.7);
            runners.add(agent);
        }
    }

    /// "…, som KS driver" tells of what stands before "som"; else what follows the verb, or what the sentence names
    /// first.
    private Optional<Spoken> runThing(Utterance sentence, MatchResult verb, List<Spoken> agents) {
        int first = agents.stream().mapToInt(sentence::start).min().orElse(verb.start());
        String words = sentence.words();
        if (first > 0 && verb.start() > first) {
            Optional<Spoken> relative = sentence.things().stream()
                    .filter(thing -> sentence.end(thing) <= first)
                    .filter(thing -> RELATIVE.matcher(words.substring(sentence.end(thing), first))
                            .matches())
                    .reduce((one, other) -> other);
            if (relative.isPresent()) {
                return relative;
            }
        }
        List<Spoken> things = sentence.things().stream()
                .filter(thing -> thing.type() != EntityType.BODY && !agents.contains(thing))
                .toList();
        return things.stream()
                .filter(thing -> sentence.start(thing) >= verb.start())
                .findFirst()
                .or(() -> things.stream().findFirst())
                .or(() -> HOST.matcher(verb.group()).find() || isWhole(sentence, verb) ? subject() : Optional.empty());
    }

    /// "KS og USHT Fjordvik arrangerer sammen." has no object of its own, and tells of what the section is about.
    private static boolean isWhole(Utterance sentence, MatchResult verb) {
        return WITHOUT_OBJECT.matcher(sentence.words().substring(verb.end())).matches();
    }

    /// "holder nettverket en åpen fagdag", "Kjernegruppa arrangerer …": a network or a body that holds something.
    private static List<Spoken> bodies(Utterance sentence, MatchResult verb) {
        List<Spoken> after = sentence.things().stream()
                .filter(thing ->
                        sentence.start(thing) >= verb.end() && thing.type().isActivity())
                .toList();
        if (after.isEmpty()) {
            return List.of();
        }
        return sentence.things().stream()
                .filter(thing -> thing.type().isNetwork() || thing.type() == EntityType.BODY)
                .filter(thing -> sentence.end(thing) <= verb.start()
                                && sentence.between(sentence.end(thing), verb.start())
                                                .length()
                                        < 30
                        || sentence.start(thing) >= verb.end() && follows(sentence, verb.end(), thing))
                .limit(1)
                .toList();
    }

    private static boolean follows(Utterance sentence, int end, Spoken spoken) {
        String gap = sentence.between(end, sentence.start(spoken));
        return gap.isBlank() || SOON.matcher(gap).matches();
    }

    /// "er det eldste nettverket vårt", "Seminaret er vårt bidrag": what is ours we run.
    private void own(Utterance sentence, List<Spoken> runners) {
        Optional<Spoken> thing = sentence.firstThing()
                .filter(spoken -> spoken.type().isNetwork() || spoken.type().isActivity());
        if (thing.isPresent()
                && scene.owner.isPresent()
                && runners.isEmpty()
                && OURS.matcher(sentence.words()).find()) {
            scene.state(
                    thing.get().entity(),
                    Type.ORGANISED_BY,
                    scene.owner.get(),
                    sentence.span(),
                    sentence.strength(),
                    true,
                    "ours",
                    0.8);
        }
    }

    /// Of the agents before a verb, those that stand in one list which reaches the verb.
    private static List<Spoken> adjacentTo(Utterance sentence, List<Spoken> before, int verb) {
        var chosen = new ArrayList<Spoken>();
        int next = verb;
        for (int i = before.size() - 1; i >= 0; i--) {
            Spoken agent = before.get(i);
            String gap = sentence.between(sentence.end(agent), next);
            boolean joined = chosen.isEmpty()
                    ? gap.length() < 60 && !gap.contains(". ")
                    : LISTED.matcher(gap).matches() || gap.strip().equals("sammen med");
            if (!joined) {
                break;
            }
            chosen.add(agent);
            next = sentence.start(agent);
        }
        return chosen.reversed();
    }

    /// The agents of the list that begins at an offset, or soon after it.
    private static List<Spoken> listed(Utterance sentence, int from) {
        var listed = new ArrayList<Spoken>();
        int at = from;
        for (Spoken agent : sentence.agents()) {
            if (sentence.start(agent) < from) {
                continue;
            }
            if (!agent.named() && !listed.isEmpty()) {
                // ", og vi deltar …" begins another statement.
                break;
            }
            String gap = sentence.between(at, sentence.start(agent));
            boolean joined = listed.isEmpty()
                    ? gap.length() < 40 && !gap.contains(".") && !gap.contains(",")
                    : LISTED.matcher(gap).matches()
                            || gap.length() < 24 && !gap.contains(".") && (gap.contains(",") || gap.contains(" og "));
            if (!joined) {
                break;
            }
            listed.add(agent);
            at = sentence.end(agent);
        }
        return listed;
    }

    private static Optional<Spoken> nearest(Utterance sentence, int before) {
        return sentence.lastThingBefore(before);
    }

    private Optional<Spoken> subject() {
        return scene.current().map(entity -> new Spoken(entity, entity.span(), false));
    }

    /// The body that the sentence before was about, for "Her sitter …".
    private Optional<Spoken> body() {
        return scene.bodyBefore().map(entity -> new Spoken(entity, entity.span(), false));
    }

    private void participants(Utterance sentence, List<Spoken> runners) {
        String words = sentence.words();
        var stated = new ArrayList<Spoken>();
        Matcher with = Cues.WITH.matcher(words);
        while (with.find()) {
            for (Spoken agent : listed(sentence, with.end())) {
                stated.add(agent);
            }
        }
        Matcher composed = COMPOSED.matcher(words);
        while (composed.find()) {
            Matcher end = CLAUSE_END.matcher(words);
            int stop = end.find(composed.end()) ? end.start() : words.length();
            int from = composed.end();
            sentence.agents().stream()
                    .filter(agent -> agent.named()
                            && sentence.start(agent) >= from
                            && sentence.end(agent) <= stop
                            && !stated.contains(agent))
                    .forEach(stated::add);
        }
        Matcher takesPart = Cues.TAKES_PART.matcher(words);
        if (takesPart.find()) {
            for (Spoken agent : adjacentTo(
                    sentence,
                    sentence.agents().stream()
                            .filter(agent -> sentence.end(agent) <= takesPart.start()
                                    || !agent.named()
                                            && sentence.start(agent) >= takesPart.end()
                                            && follows(sentence, takesPart.end(), agent))
                            .toList(),
                    takesPart.start())) {
                stated.add(agent);
            }
            for (Spoken agent : listed(sentence, takesPart.end())) {
                if (agent.named() && TEAM_LIST.matcher(words).find()) {
                    stated.add(agent);
                }
            }
        }
        if (stated.isEmpty()) {
            return;
        }
        Optional<Spoken> thing = attended(sentence, takesPart.hasMatch() ? takesPart.start() : words.length())
                .or(() -> HERE.matcher(words).find() ? body() : Optional.empty())
                .or(this::subject);
        if (thing.isEmpty()) {
            return;
        }
        boolean inSentence = sentence.speaksOf(thing.get().key());
        if (!inSentence) {
            // "Vi deltar på kurs" in a section about something else does not make us attend that.
            stated.removeIf(agent -> !agent.named());
        }
        for (Spoken agent : stated) {
            boolean runner = runners.stream().anyMatch(other -> other.key().equals(agent.key()));
            if (!runner && !agent.key().equals(thing.get().key())) {
                scene.state(
                        thing.get().entity(),
                        Type.PARTICIPANT,
                        agent.entity(),
                        sentence.span(),
                        sentence.strength(),
                        inSentence,
                        agent.named() ? "takes-part" : "we-take-part",
                        (inSentence ? 0.85 : 0.7) * (agent.named() || scene.ownerIsClear ? 1 : 0.85));
            }
        }
    }

    /// "Teamet fra Eidsvoll deltok på Pasientsikkerhetskonferansen": what they took part in follows the verb.
    private static Optional<Spoken> attended(Utterance sentence, int verb) {
        return sentence.things().stream()
                .filter(thing -> sentence.start(thing) >= verb)
                .findFirst()
                .or(() -> sentence.things().stream()
                        .reduce((first, second) ->
                                first.type().isNetwork() && second.type().isActivity() ? second : first));
    }

    /// Where a gathering is held stands after "i", "på", "ved" or "hos", or between commas, close behind what is held,
    /// or in a sentence that says it was held.
    private void places(Utterance sentence) {
        String words = sentence.words();
        boolean held = HELD.matcher(words).find();
        for (Spoken agent : sentence.agents()) {
            if (!agent.named()
                    || !Namer.isPlace(agent)
                    || NOT_A_PLACE.matcher(after(sentence, agent)).lookingAt()) {
                continue;
            }
            String before = words.substring(0, sentence.start(agent));
            boolean placed = PLACED.matcher(before).find() || alsoPlaced(sentence, agent, before);
            boolean listed = PLACED_BY_COMMA.matcher(before).find();
            if (!placed && !listed) {
                continue;
            }
            Optional<Spoken> thing = heldBefore(sentence, agent, held && placed);
            thing.filter(spoken -> !overlaps(spoken, agent))
                    .ifPresent(spoken -> scene.state(
                            spoken.entity(),
                            Type.TAKES_PLACE_AT,
                            agent.entity(),
                            sentence.span(),
                            sentence.strength(),
                            true,
                            held ? "held-at" : "placed",
                            held ? 0.85 : 0.8));
        }
    }

    private static boolean overlaps(Spoken thing, Spoken place) {
        return thing.entity().key().equals(place.key());
    }

    private static String after(Utterance sentence, Spoken agent) {
        return sentence.words().substring(Math.min(sentence.words().length(), sentence.end(agent)));
    }

    /// "i Seljord og Vinje": the second is placed by what stands before the first.
    private static boolean alsoPlaced(Utterance sentence, Spoken agent, String before) {
        return AND_PLACE.matcher(before).find()
                && sentence.agents().stream()
                        .anyMatch(other -> other != agent
                                && sentence.end(other) <= sentence.start(agent)
                                && sentence.start(agent) - sentence.end(other) < 8
                                && PLACED.matcher(sentence.words().substring(0, sentence.start(other)))
                                        .find());
    }

    /// What is held nearest before a place; anywhere before it, or first after it, where the sentence says it was held.
    private Optional<Spoken> heldBefore(Utterance sentence, Spoken place, boolean said) {
        List<Spoken> held = sentence.things().stream()
                .filter(thing -> thing.type().isActivity() && !thing.type().isProject())
                .toList();
        Optional<Spoken> near = held.stream()
                .filter(thing -> sentence.start(thing) < sentence.start(place))
                .reduce((first, second) -> second)
                .filter(thing -> said
                        || sentence.between(sentence.end(thing), sentence.start(place))
                                        .length()
                                < NEAR_PLACE);
        if (near.isPresent() || !said) {
            return near;
        }
        return held.stream()
                .findFirst()
                .or(() -> MEETS.matcher(sentence.words()).find()
                        ? sentence.things().stream()
                                .filter(thing -> thing.type().isNetwork())
                                .findFirst()
                        : Optional.empty());
    }
}
