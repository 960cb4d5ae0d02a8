package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.citation.Resolution;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// States what a labeled field says of the thing that its section, its item or the document is about.
final class FieldRule {

    private static final Pattern NOTHING = Cues.pattern(
            "^(?:[–-]|ikk(?:e|je)\\b|ingen\\b|ukjent|ukjend|uavklart|avklares|ikke\\s+avklart|ennå\\s+ikke|enno\\s+ikkje)");
    /// After these the value tells of others, who only pay or were asked.
    private static final Pattern ASIDE = Cues.pattern(
            ",\\s+som\\s|,?\\s+(?:med\\s+(?:støtte|midler|midlar|tilskudd|tilskot|bistand)\\s+(?:fra|frå|av)|på\\s+(?:oppdrag|vegne)\\s+(?:fra|frå|av)|etter\\s+(?:oppdrag|avtale)|finansiert\\b|støttet\\s+av|støtta\\s+av)");
    private static final Pattern ITEM = Pattern.compile(
            "(?:^|,|;|\\s(?:og|samt)\\s|/)\\s*(\\p{Lu}[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+)?)(?=\\s*(?:$|,|;|\\.|\\(|\\sog\\s|\\ssamt\\s|/))");

    private final Scene scene;
    private final Namer namer;
    private final PurposeRule purposes;

    FieldRule(Scene scene, Namer namer, PurposeRule purposes) {
        this.scene = scene;
        this.namer = namer;
        this.purposes = purposes;
    }

    /// @param words the line, beginning at `span`
    /// @return whether it is a field that leaves nothing for the rules of running text
    boolean read(String words, Span span) {
        return LabeledField.of(words)
                .map(field -> read(
                        field.kind(),
                        field.label(),
                        field.value().cut(words),
                        span.start() + field.value().start(),
                        span))
                .orElse(false);
    }

    /// @param origin where the value begins in the document
    boolean read(LabeledField.Kind kind, String label, String value, int origin, Span evidence) {
        Optional<Entity> subject = scene.subject();
        if (NOTHING.matcher(value).find()) {
            return kind != LabeledField.Kind.TELLS;
        }
        return switch (kind) {
            case RUN_BY -> agents(subject, Type.ORGANISED_BY, label, value, origin, evidence);
            case TAKES_PART -> agents(subject, Type.PARTICIPANT, label, value, origin, evidence);
            case ANCHOR -> cites(subject, Type.ANCHORED_IN, evidence);
            case FOLLOWS_UP -> cites(subject, Type.FULFILS, evidence);
            case CONTRIBUTES -> cites(subject, Type.CONTRIBUTES_TO, evidence);
            case PLACE -> places(subject, value, origin, evidence);
            case FOR_WHOM -> {
                purposes.targets(value, origin, evidence, subject);
                yield subject.isPresent();
            }
            case PART_OF -> partOf(subject, value, origin, evidence);
            case TELLS -> false;
        };
    }

    private boolean agents(Optional<Entity> subject, Type type, String label, String value, int origin, Span evidence) {
        Matcher aside = ASIDE.matcher(value);
        String words = aside.find() ? value.substring(0, aside.start()) : value;
        if (type == Type.ORGANISED_BY && subject.isPresent()) {
            List<Named> named = NameFinder.find(words, origin, true).stream()
                    .filter(name -> name.isNetwork() || name.type() == EntityType.BODY)
                    .filter(name -> name.span().start() < origin + 3)
                    .toList();
            if (!named.isEmpty()) {
                scene.state(
                        subject.get(),
                        type,
                        namer.add(named.getFirst()),
                        evidence,
                        Cues.strength(value, Strength.NAMED),
                        true,
                        "field",
                        0.85);
                return true;
            }
        }
        List<Spoken> agents = new ArrayList<>(
                type == Type.ORGANISED_BY ? namer.agentsListed(words, origin) : namer.agents(words, origin));
        if (type == Type.PARTICIPANT && label.toLowerCase(Locale.ROOT).contains("kommun")) {
            agents.addAll(listed(words, origin, agents));
        }
        if (subject.isEmpty() || agents.isEmpty()) {
            return false;
        }
        for (Spoken agent : agents) {
            scene.state(
                    subject.get(),
                    type,
                    agent.entity(),
                    evidence,
                    Cues.strength(value, Strength.NAMED),
                    true,
                    "field",
                    0.9);
        }
        return true;
    }

    /// Names of a list that stands as a whole for those who take part are municipalities, where no word says otherwise.
    private List<Spoken> listed(String words, int origin, List<Spoken> known) {
        var found = new ArrayList<Spoken>();
        boolean municipalities = known.stream().anyMatch(agent -> agent.type() == EntityType.MUNICIPALITY);
        if (!municipalities) {
            return found;
        }
        Matcher item = ITEM.matcher(words);
        while (item.find()) {
            Span span = new Span(origin + item.start(1), origin + item.end(1));
            if (known.stream().noneMatch(agent -> agent.span().overlaps(span))) {
                found.addAll(namer.municipality(item.group(1), span));
            }
        }
        return found;
    }

    private boolean cites(Optional<Entity> subject, Type type, Span evidence) {
        List<Resolution> cited = scene.citationsIn(evidence);
        Optional<Entity> bearer = subject.or(() -> scene.plan);
        if (bearer.isEmpty() || cited.isEmpty()) {
            return false;
        }
        Strength strength = type == Type.ANCHORED_IN ? Strength.ANCHORED : Strength.NAMED;
        for (Resolution citation : cited) {
            scene.state(bearer.get(), type, citation, evidence, strength, true, "field", 0.9);
        }
        return true;
    }

    private boolean places(Optional<Entity> subject, String value, int origin, Span evidence) {
        if (subject.filter(thing -> thing.type().isActivity()).isEmpty()) {
            return false;
        }
        List<Spoken> places = namer.venues(value, origin);
        places.forEach(place -> scene.state(
                subject.get(), Type.TAKES_PLACE_AT, place.entity(), evidence, Strength.NAMED, true, "field", 0.88));
        return !places.isEmpty();
    }

    private boolean partOf(Optional<Entity> subject, String value, int origin, Span evidence) {
        Optional<Entity> whole = NameFinder.find(value, origin, true).stream()
                .filter(named -> named.isNetwork() || named.type().isProject())
                .findFirst()
                .map(namer::add);
        if (subject.isEmpty() || whole.isEmpty()) {
            return false;
        }
        scene.state(subject.get(), Type.PART_OF, whole.get(), evidence, Strength.NAMED, true, "field", 0.88);
        return true;
    }
}
