package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// Tells which thing or agent words stand for: by name, by a name told before, or by a noun that points back.
final class Namer {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20[0-4]\\d)(?!\\d)");
    // "Nettverkssamling" and "1. samling" name nothing without their network.
    private static final Pattern GENERIC = Cues.pattern(
            "^(?:\\d+\\.\\s*)?(?:(?:åpen|open|digital|fysisk)\\s+)?\\p{L}*(?:samling|fagdag|webinar|kurs|workshop|konferanse|dialogmøte|seminar)(?:er|ar|a)?$");
    private static final Pattern QUOTED_CORE = Pattern.compile("«([^»]{4,100})»");
    private static final Pattern NETWORK_NOUN = Cues.pattern(
            "(?<!\\p{L})(?:(?:lærings|fag|kompetanse|ressurs)?nettverke(?:t|ts)|nettverk(?:s)?samling\\p{L}*|mandatet|nettverksdeltak\\p{L}+)(?!\\p{L})");
    private static final Pattern ACTIVITY_NOUN = Cues.pattern(
            "(?<!\\p{L})(samling(?:en|a)|oppstart(?:s)?samling(?:en|a)?|[\\p{L}-]{3,}samling(?:en|a)|fagdag(?:en)|webinar(?:et|ene|a)|kurs(?:et|ene|a)|konferansen|workshop(?:en)|dialogmøte(?:t|ne)|seminaret|verkstedet|e-læring(?:en|a)|læringsløpet)(?!\\p{L})");
    private static final Pattern PROJECT_NOUN =
            Cues.pattern("(?<!\\p{L})(?:forsknings|forskings|samarbeids|utviklings)?prosjektet(?!\\p{L})");
    private static final Pattern BODY_NOUN = Cues.pattern(
            "(?<!\\p{L})((?:styrings|arbeids|referanse|ressurs|fag|prosjekt|samarbeids)grupp(?:en|a)|gruppen|gruppa|fagrådet|samarbeidsrådet|brukerrådet|brukarrådet|rådet|utvalget|utvalet|styret|støtteapparatet)(?!\\p{L})");
    private static final Pattern WE = Cues.pattern(
            "(?<!\\p{L})(vi|oss|me|vårt\\s+team|teamet\\s+vårt|USHT|utviklingssenteret|ressurssenteret)(?!\\p{L}|\\s+(?:i\\s+)?\\p{Lu}|\\p{P}?è?ne)");
    private static final Pattern THE_MUNICIPALITY = Cues.pattern("(?<!\\p{L})kommunens?(?!\\p{L})");
    private static final Pattern THE_CENTER = Cues.pattern("(?<!\\p{L})(?:senteret|sekretariatet)(?!\\p{L})");
    // "Temaplanen bygger på …", "Denne planen"
    private static final Pattern PLAN_NOUN = Cues.pattern(
            "(?<!\\p{L})(?:(?:tema|handlings|aktivitets|kompetanse|tiltaks|folkehelse|omsorgs|demens|kommunedel|rekrutterings|digitaliserings)?planen|(?:\\p{L}+)?strategien|strategi(?:en|a)|tiltaka|tiltakene)(?!\\p{L})");
    private static final Pattern GOVERNOR =
            Cues.pattern("(?<!\\p{L})(?:statsforvalt(?:eren|er|aren|ar)|fylkesmannen)(?!\\p{L}|\\s+i\\s)");
    // "Det er et ledd i …", "Det eies av …", "Den hadde 34 deltakere"; not "Det er viktig", "Det ble holdt"
    private static final Pattern PRONOUN = Cues.pattern(
            "^(Det|Den|Han|Dette|Denne)\\s+(?:(?!finn|fins|gjeld|gjelder|kom|kjem|gikk|gjekk|trengs|trengst|skjer|skjedd|viser|hend|heter|heiter|står|gjenstår|vises|vil|kan|må|bør|er|var|ble|blei|vart|blir|har|skal|hadde)(?:\\p{L}{2,}(?:er|ar|es|ast|te|et|a)|tok|tek|går|bygde|fekk|fikk)\\s+(?!en\\s|et\\s|ei\\s|ein\\s|eit\\s|to\\s|tre\\s|fire\\s|fem\\s|seks\\s|\\d|ikk(?:e|je)\\s+(?:en|et|ei|ein|eit)\\s)|hadde\\s+(?!en\\s|et\\s|ei\\s|vært|vore)|(?:er|var|ble|blei|vart|blir|blei)\\s+(?:\\p{L}+\\s+)?(?:(?:et|eit|en|ein)\\s+(?:\\p{L}+\\s+)?(?:ledd|del|samarbeid|oppfølging|svar|bidrag|samarbeidsprosjekt)|eitt\\s+av|forankr|heimla|hjemlet|finansiert|opprett|etablert|initiert|knytt|basert|tufta|grunna|rett[ae]|leda|ledet|leidd|lagd|laget|laga|drive|drevet|arranger|skipa|eid|bygd)|har\\s+(?:\\p{L}+\\s+)?(?:utspring|som\\s+mål|grunnlag|deltakere|medlemmer|medlemer)|skal\\s+(?:òg\\s+|også\\s+)?(?:hjelpe|bidra|medverke|gjøre|gjere|gi|gje|styrke|sikre|dekke|svare|vera|være|vere)\\s)");
    // "vårens samling", "Oktobersamlingen", "Samlingen i november"
    private static final String MONTH = "januar|februar|mars|april|mai|juni|august|september|oktober|november|desember";
    static final Pattern SEASON = Cues.pattern(
            "(?<!\\p{L})(?:(vår|høst|haust|" + MONTH
                    + ")(?:en|ens\\s+|s\\s+)?(?:[\\p{L}-]*\\s+)?(?:[\\p{L}]*nettverks)?samling(?:en|a)?|(?:nettverks)?samling(?:en|a)\\s+(?:i|på)\\s+("
                    + MONTH
                    + "|våren|hausten|høsten)|(første|andre|tredje|fjerde|femte|neste|siste|avsluttende|avsluttande|digitale|fysiske?)\\s+(?:nettverks|lærings)?samling(?:en|a)?)(?!\\p{L})");
    // "fire møter i året", "møtes 1-2 ganger per semester", "to møter"
    private static final Pattern MEETINGS = Cues.pattern(
            "(?<![\\p{L}\\d])(?:(\\d{1,2})\\s*[-–]\\s*)?" + Words.NUMBER
                    + "(?:\\s+til\\s+" + Words.NUMBER
                    + ")?\\s+(?:\\p{L}+\\s+){0,2}?(?:\\p{L}*møter?|gang(?:er)?|gong(?:er)?)(?!\\p{L})(\\s+(?:i\\s+året|per\\s+år|pr\\.?\\s+år|hvert\\s+år|kvart\\s+år|årlig|i\\s+(?:halvåret|semesteret)|p(?:e)?r\\.?\\s+(?:halvår|semester)))?");
    private static final Pattern IN_CHARGE = Pattern.compile(
            "\\b(?:i\\s+regi\\s+av|(?:arrangert|driftes|drives|drevet|drive|driven|arrangeres|ledes|ledet|leidd|eies|finansiert|initiert)\\s+av)\\s+((?:\\p{Lu}[\\p{L}/&.-]*(?:\\s+(?:og\\s+)?\\p{Lu}[\\p{L}/&-]*){0,3}(?:,\\s+|\\s+og\\s+)?){1,6})");
    private static final Pattern CAPITAL_NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}/&-]*(?:\\s+(?!og\\s)\\p{Lu}[\\p{L}/&-]*){0,3}(?:\\s+og\\s+\\p{Lu}\\p{L}+(?=\\s*\\.))?");
    private static final Pattern NOT_A_RUNNER = Pattern.compile(
            "^(?:Vi|Det|Den|De|Dei|Her|I|På|Alle|Nasjonalt?|Regionalt?|Norsk|Nordisk|Utviklingssenter|USHT)$|[Nn]ettverk|[Pp]rosjekt|[Gg]ruppe");

    // "Rehabnettverket, som nettverket het fram til 2022", "i daglig tale kalles …"
    private static final Pattern CALLED = Cues.pattern(
            "(?<!\\p{L})(?:het|hette|heitte|kalles|kallast|kalte|kalla|kaller|kallar|i\\s+daglig\\s+tale|til\\s+dagl(?:ig|eg)|på\\s+folkemunne)(?!\\p{L})");
    private static final Pattern SURVEY = Cues.pattern("undersøk|skjema|intervju|kartlegging");
    // "Nettverket møtes to ganger": the meetings are the network's own
    private static final Pattern MEETS = Cues.pattern(
            "(?<!\\p{L})(?:møtes|møttes|møtest|møttest|samles|samlast|møtt|har\\s+hatt|hadde)\\s+(?:\\p{L}+\\s+)?$");
    private static final Pattern SURVEY_NOUN =
            Cues.pattern("(?<!\\p{L})(?:undersøkelsen|undersøkinga|skjemaet|kartleggingen|kartlegginga)(?!\\p{L})");
    // Bodies that something has of its own; a council of elders is nobody's but the municipality's
    private static final Pattern OF_ITS_OWN = Cues.pattern(
            "^(?:styrings|arbeids|prosjekt|program|kjerne|referanse|koordinerings|rekrutterings|nettverks)grupp|^(?:fag|samarbeids|bruker|brukar|råds)rådet|^programkomit|^(?:arbeids|fag)utval|^(?:program|prosjekt)styre|^brukerpanel|^brukarpanel");

    private static final Pattern LISTED_NAME = Pattern.compile(
            "(?:^|,|;|/|\\s(?:og|samt|med)\\s)\\s{0,9}(\\p{Lu}[\\p{L}\\d&-]+(?:\\s+(?:\\p{Lu}[\\p{L}\\d&-]*|(?:i|på|ved|for)\\s+\\p{L}[\\p{L}-]+|team|avdeling|regionråd|forskning|forsking|analyse|senter|sør|nord|vest|øst)){0,4}?)(?=\\s{0,9}(?:$|,|;|\\.|\\(|/|\\s(?:og|samt)\\s))");
    private static final Pattern NO_AGENT = Cues.pattern(
            "(?:leder(?:en|ne)?|leiar(?:en|ane)?|rådgiv(?:er|ar)(?:en|ar)?|rådgjevar(?:en)?|sjef(?:en)?|direktør(?:en)?|koordinator(?:en)?|ansvarl?e?i?g|sykepleier(?:en|e)?|sjukepleiar(?:en|ar)?|fagutvikl(?:er|ar)(?:en)?|kontakt(?:en)?|konsulent(?:en)?|lege(?:n)?|terapeut(?:en)?|overlege(?:n)?|medarbeid(?:er|ar)(?:en)?|assistent|rektor|ordfør(?:er|ar)(?:en)?|veileder|rettleiar|psykolog(?:en)?|utvikler|instruktør(?:er|ar)?|ansatte|tilsette|elever|elevar|studenter|studentar)(?:\\s+\\S+){0,2}$|^(?:alle|ingen|ikke|ikkje|begge|hver|kvar|flere|fleire|kommun(?:en|ene|ane|er|ar)|nettverk|eget|eigen|intern|ekstern|digital|fysisk|vår|høst|haust|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|løpende|løpande|planlagt|gjennomført|avklares|ferdig|utsatt|hele|heile|tverrfaglig|enhetene|einingane|deltak|medlem|representant|team|prosjekt|leverandør|pårørende|pårørande|frivillige|brukere|brukarar|innbyggere|innbyggjarar|medl|den|det|de|dei|vi|hvem|kven|uavklart|se|sjå|jf|utgår|status|teams|zoom|nett|skype|grøn|grønn|gul|raud|rød|dato|uavklart|kommunikasjon|administrasjon|ledelse|leiing)(?!\\p{L})|\\d{3}");
    private static final Pattern HOUSE = Cues.pattern(
            "(?:hotell(?:et)?|hotel|rådhus(?:et)?|kulturhus(?:et)?|kultursenter|samfunnshus(?:et)?|bygdehus|grendehus|kommunehus(?:et)?|folkets\\s+hus|konferansesenter|kurssenter|bibliotek(?:et)?|sykehjem(?:met)?|sjukeheim(?:en)?|helsehus(?:et)?|omsorgssenter(?:et)?|bofellesskap|skole|skule|folkehøg(?:skole|skule)|høg(?:skole|skule)|høyskole|universitet(?:et)?|sykehus(?:et)?|sjukehus(?:et)?|helsesenter|frivilligsentral(?:en)?|bo-\\s+og\\s+behandlingssenter|simuleringssenter(?:et)?|museum|museet|kirke|kyrkje|fjellstue|fjellstove|pensjonat|gjestegård|helsesportssenter|kunnskapssenter)$");

    private final Scene scene;
    private final PlaceFinder places;
    /// Names told before, by the words that any later mention repeats.
    private final Map<String, String> cores = new LinkedHashMap<>();

    private Optional<Pattern> bareName = Optional.empty();

    /// The keys of gatherings that are only counted.
    private final Set<String> counts = new HashSet<>();

    Namer(Scene scene, PlaceFinder places) {
        this.scene = scene;
        this.places = places;
    }

    /// A survey, a questionnaire or interviews.
    static boolean isSurvey(Entity entity) {
        return entity.type() == EntityType.ACTIVITY
                && SURVEY.matcher(entity.name()).find();
    }

    static OptionalInt year(String words) {
        Matcher year = YEAR.matcher(words);
        return year.find() ? OptionalInt.of(Integer.parseInt(year.group(1))) : OptionalInt.empty();
    }

    // ----- adding what is named

    Entity add(Named named) {
        return add(named, "");
    }

    Entity add(Named named, String parent) {
        Optional<Entity> told = core(named.name())
                .flatMap(core -> Optional.ofNullable(cores.get(core)))
                .flatMap(scene.collector::find);
        if (told.isPresent()) {
            return told.get();
        }
        Entity added;
        if (named.isNetwork()) {
            Optional<Entity> known = scene.collector
                    .find(named.key())
                    .or(() -> scene.collector.networkThatSays(named.name()))
                    .or(() -> scene.collector.networkAlike(named.name()));
            added = known.or(() -> headedBy(named))
                    .map(network -> fuller(network, named))
                    .orElseGet(() -> scene.collector.add(named, parent, OptionalInt.empty()));
        } else if (named.type() == EntityType.BODY) {
            added = addBody(named);
        } else {
            added = addActivity(named.name(), named.type(), named.span(), OptionalInt.empty());
        }
        core(named.name()).ifPresent(core -> cores.putIfAbsent(core, added.key()));
        return added;
    }

    /// A section that a network's heading begins, and whose first words name a network, tells of one network.
    private Optional<Entity> headedBy(Named named) {
        Optional<Entity> headed = scene.topic.filter(topic -> scene.freshTopic
                && topic.type().isNetwork()
                && !topic.span().overlaps(named.span())
                && named.span().start() == scene.sentenceStart);
        return headed.or(() -> scene.calledOtherwise ? network() : Optional.empty());
    }

    /// Of a compound and a name in several words the latter tells more.
    private Entity fuller(Entity network, Named named) {
        boolean compound = network.name().matches("(?iu)[\\p{L}-]+nettverk");
        return compound && named.name().contains(" ") && !named.name().equals(network.name())
                ? scene.collector.rename(network, named.name(), named.span())
                : network;
    }

    private Entity addBody(Named named) {
        boolean common = !named.name().strip().contains(" ");
        String key = named.key()
                + (common ? scene.owner.map(owner -> "-" + owner.key()).orElse("") : "");
        Optional<Entity> known = scene.collector.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        // The working group that a network's section tells of is the network's, the advisory board of a report its
        // owner's.
        Optional<Entity> whole = scene.subject()
                .filter(subject -> subject.type().isNetwork() || subject.type().isProject())
                .or(() -> scene.owner);
        Entity body = scene.collector.add(
                key,
                EntityType.BODY,
                named.name(),
                named.span(),
                whole.map(Entity::key).orElse(""),
                OptionalInt.empty(),
                "");
        if (common && OF_ITS_OWN.matcher(named.name()).find()) {
            whole.ifPresent(entity ->
                    scene.state(body, Type.PART_OF, entity, named.span(), Strength.NAMED, false, "body-of", 0.7));
        }
        return body;
    }

    /// Later mentions repeat what stands in quotation marks, or an abbreviation.
    private static Optional<String> core(String name) {
        Matcher quoted = QUOTED_CORE.matcher(name);
        return quoted.find() ? Optional.of(quoted.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /// Makes words stand for a thing from here on.
    void teach(String words, Entity entity) {
        if (words.length() >= 4) {
            cores.putIfAbsent(words.toLowerCase(Locale.ROOT), entity.key());
        }
    }

    /// Activities happen in a year, so the year is part of the key; projects go on.
    Entity addActivity(String name, EntityType type, Span span, OptionalInt said) {
        OptionalInt year = said.isPresent() ? said : year(name).isPresent() ? year(name) : scene.year;
        String key = Words.key(name);
        String parent = "";
        if (GENERIC.matcher(name).find() && scene.subject().isPresent()) {
            parent = scene.subject().get().key();
            key = key + "-" + parent;
        }
        boolean lasting =
                type.isProject() || type == EntityType.E_LEARNING || type == EntityType.COURSE && name.contains("«");
        return scene.collector.add(
                lasting || year.isPresent() && key.endsWith(suffix(year)) ? key : key + suffix(year),
                type,
                name,
                span,
                parent,
                lasting ? year(name) : year,
                "");
    }

    static String suffix(OptionalInt year) {
        return year.isPresent() ? "-" + year.getAsInt() : "";
    }

    Entity addAgent(Named named) {
        return scene.collector.add(named, "", OptionalInt.empty());
    }

    /// "To samlinger" are no thing beside the two that are told of.
    void dropCounted() {
        for (String key : counts) {
            scene.collector.find(key).ifPresent(several -> {
                boolean told = scene.collector.all().stream()
                        .anyMatch(other -> !counts.contains(other.key())
                                && other.parent().equals(several.parent())
                                && (other.type() == EntityType.GATHERING || other.type() == EntityType.ACTIVITY)
                                && other.year().equals(several.year()));
                if (told) {
                    scene.collector.drop(key);
                }
            });
        }
    }

    // ----- agents

    /// Organizations, municipalities and the owner as "vi", in the order of the words.
    List<Spoken> agents(String words, int origin) {
        var agents = new ArrayList<Spoken>();
        List<Named> organizations = new ArrayList<>(OrganizationFinder.find(words, origin));
        runners(organizations, words, origin);
        for (Named organization : organizations) {
            if (organization.type() != EntityType.MUNICIPALITY) {
                agents.add(new Spoken(addAgent(organization), organization.span(), true));
            }
        }
        List<Named> taken = organizations.stream()
                .filter(organization -> organization.type() != EntityType.MUNICIPALITY)
                .toList();
        for (Named place : places.find(words, origin, taken)) {
            agents.add(new Spoken(addAgent(place), place.span(), true));
        }
        scene.governor.ifPresent(governor -> point(agents, GOVERNOR, words, origin, governor, true));
        scene.owner.ifPresent(owner -> {
            Optional<Pattern> ownerName = bareName(owner);
            point(agents, WE, words, origin, owner, false);
            ownerName.ifPresent(name -> point(agents, name, words, origin, owner, true));
            if (owner.type() == EntityType.MUNICIPALITY) {
                point(agents, THE_MUNICIPALITY, words, origin, owner, false);
            } else {
                point(agents, THE_CENTER, words, origin, owner, false);
            }
        });
        agents.sort(Comparator.comparing(Spoken::span));
        return agents;
    }

    /// "Brattnes er med i …": the owner by its name alone.
    private Optional<Pattern> bareName(Entity owner) {
        if (owner.type() != EntityType.MUNICIPALITY) {
            return Optional.empty();
        }
        String name = owner.name().replaceFirst("(?i)\\s+(?:kommune|herad)$", "");
        if (bareName.isEmpty() && name.length() > 3) {
            String titled = name.equals(name.toUpperCase(Locale.ROOT))
                    ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)
                    : name;
            bareName = Optional.of(Pattern.compile("(?<![\\p{L}-])" + Pattern.quote(titled)
                    + "(?!\\p{L}|-|\\s+(?:kommune|sykehus|sykehjem|bo-|\\p{Lu}))"));
        }
        return bareName;
    }

    /// Whoever stands after "i regi av" runs a thing, so a name there is an organization's, known or not.
    private static void runners(List<Named> organizations, String words, int origin) {
        Matcher regi = IN_CHARGE.matcher(words);
        while (regi.find()) {
            Matcher name = CAPITAL_NAME.matcher(words).region(regi.start(1), regi.end(1));
            while (name.find()) {
                Span span = new Span(origin + name.start(), origin + name.end());
                if (organizations.stream().noneMatch(other -> other.span().overlaps(span))
                        && !NOT_A_RUNNER.matcher(name.group()).find()) {
                    String clean = Words.clean(name.group());
                    organizations.add(new Named(EntityType.ORGANIZATION, OrganizationFinder.key(clean), clean, span));
                }
            }
        }
        organizations.sort(Comparator.comparing(Named::span));
    }

    /// Those whom a cell or a field names who run a thing: also names that nothing else shows to be an organization's,
    /// but no titles of posts.
    List<Spoken> agentsListed(String words, int origin) {
        var agents = new ArrayList<>(agents(words, origin));
        Matcher item = LISTED_NAME.matcher(words);
        while (item.find()) {
            String name = Words.clean(item.group(1));
            Span span = new Span(origin + item.start(1), origin + item.end(1));
            if (agents.stream().anyMatch(agent -> agent.span().overlaps(span))
                    || NO_AGENT.matcher(name).find()
                    || name.split(" ").length > 4) {
                continue;
            }
            Optional<Entity> owner = scene.owner.filter(
                    known -> OrganizationFinder.key(known.name()).equals(OrganizationFinder.key(name)));
            Named named = places.isTold(name)
                    ? places.municipality(name, span)
                    : NameFinder.type(name) == EntityType.BODY
                            ? Named.of(EntityType.BODY, Words.indefinite(name), span)
                            : new Named(EntityType.ORGANIZATION, OrganizationFinder.key(name), name, span);
            agents.add(new Spoken(
                    owner.orElseGet(() -> named.type() == EntityType.BODY ? add(named) : addAgent(named)), span, true));
        }
        agents.sort(Comparator.comparing(Spoken::span));
        return agents;
    }

    /// Those whom a cell or a line names, also a municipality by its name alone.
    List<Spoken> agentsOrPlaces(String words, int origin) {
        List<Spoken> agents = agents(words, origin);
        return agents.isEmpty() ? places("i " + words.strip(), origin - 2) : agents;
    }

    /// A municipality by a name that a list or a label says is one's.
    List<Spoken> municipality(String name, Span span) {
        return List.of(new Spoken(addAgent(places.municipality(name, span)), span, true));
    }

    /// Where something can be held: municipalities, and houses by their names.
    List<Spoken> venues(String words, int origin) {
        var venues = new ArrayList<Spoken>();
        for (Spoken agent : agents(words, origin)) {
            if (agent.named() && isPlace(agent)) {
                venues.add(agent);
            }
        }
        if (venues.isEmpty()) {
            venues.addAll(places("i " + words, origin - 2));
        }
        return venues;
    }

    /// Whether a name is that of a house where something can be held.
    static boolean isHouse(String name) {
        return HOUSE.matcher(name).find() || name.matches("(?:Ting|Råd|Kultur|Samfunns|Grende)huset\\s.*");
    }

    /// A municipality, or an organization whose name is that of a house.
    static boolean isPlace(Spoken agent) {
        return agent.type() == EntityType.MUNICIPALITY
                || agent.type() == EntityType.ORGANIZATION
                        && isHouse(agent.entity().name());
    }

    List<Spoken> places(String words, int origin) {
        var spoken = new ArrayList<Spoken>();
        for (Named place : places.find(words, 0, List.of())) {
            Span span = new Span(
                    Math.max(0, place.span().start() + origin), place.span().end() + origin);
            spoken.add(new Spoken(addAgent(new Named(place.type(), place.key(), place.name(), span)), span, true));
        }
        return spoken;
    }

    private static void point(
            List<Spoken> agents, Pattern noun, String words, int origin, Entity entity, boolean named) {
        Matcher pointing = noun.matcher(words);
        while (pointing.find()) {
            Span span = new Span(origin + pointing.start(), origin + pointing.end());
            if (agents.stream().noneMatch(agent -> agent.span().overlaps(span))) {
                agents.add(new Spoken(entity, span, named));
            }
        }
    }

    // ----- things

    /// The things that a sentence speaks of, in its order.
    List<Spoken> things(String words, Span sentence) {
        var things = new ArrayList<Spoken>();
        int origin = sentence.start();
        scene.sentenceStart = origin;
        scene.calledOtherwise = CALLED.matcher(words).find();
        for (Named named : NameFinder.find(words, origin, false)) {
            things.add(new Spoken(add(named), named.span(), true));
        }
        scene.calledOtherwise = false;
        if (!things.isEmpty()) {
            scene.freshTopic = false;
        }
        repeated(things, words, origin);
        Optional<Entity> network = network();
        if (network.isPresent()) {
            seasonal(things, words, sentence, network.get());
        }
        pointBack(things, words, origin, NETWORK_NOUN, this::networkFor);
        pointBack(
                things,
                words,
                origin,
                PROJECT_NOUN,
                noun -> last(entity -> entity.type().isProject()));
        pointBack(things, words, origin, BODY_NOUN, this::bodyFor);
        pointBack(things, words, origin, ACTIVITY_NOUN, this::activityFor);
        pointBack(things, words, origin, PLAN_NOUN, this::planFor);
        pointBack(things, words, origin, SURVEY_NOUN, noun -> scene.last(Namer::isSurvey));
        pronoun(things, words, origin);
        things.sort(Comparator.comparing(Spoken::span));
        return things;
    }

    /// "Strategien" is the plan that the document is only when that calls itself so; "denne planen" always is.
    private Optional<Entity> planFor(String noun) {
        boolean strategy = noun.contains("strategi");
        return scene.plan.filter(
                plan -> !strategy || plan.name().toLowerCase(Locale.ROOT).contains("strategi"));
    }

    /// "Det arrangeres av …" is about what the sentence before was about.
    private void pronoun(List<Spoken> things, String words, int origin) {
        Matcher pronoun = PRONOUN.matcher(words);
        if (pronoun.find()) {
            Span span = new Span(origin + pronoun.start(1), origin + pronoun.end(1));
            scene.antecedent().ifPresent(entity -> things.add(new Spoken(entity, span, false)));
        }
    }

    /// What was told by name before: "Gode pasientforløp arrangeres av …".
    private void repeated(List<Spoken> things, String words, int origin) {
        String lower = words.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> core : cores.entrySet()) {
            for (int at = lower.indexOf(core.getKey()); at >= 0; at = lower.indexOf(core.getKey(), at + 1)) {
                Span span = new Span(origin + at, origin + at + core.getKey().length());
                boolean whole = (at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1)))
                        && (span.end() - origin == lower.length()
                                || !Character.isLetterOrDigit(lower.charAt(span.end() - origin)));
                boolean capital = Character.isUpperCase(words.charAt(at)) || !Character.isLetter(words.charAt(at));
                if (whole
                        && capital
                        && things.stream().noneMatch(thing -> thing.span().overlaps(span))) {
                    scene.collector
                            .find(core.getValue())
                            .ifPresent(entity -> things.add(new Spoken(entity, span, true)));
                }
            }
        }
    }

    private void pointBack(
            List<Spoken> things,
            String words,
            int origin,
            Pattern noun,
            java.util.function.Function<String, Optional<Entity>> resolver) {
        Matcher pointing = noun.matcher(words);
        while (pointing.find()) {
            Span span = new Span(origin + pointing.start(), origin + pointing.end());
            if (things.stream().anyMatch(thing -> thing.span().overlaps(span))) {
                continue;
            }
            resolver.apply(pointing.group().toLowerCase(Locale.ROOT))
                    .ifPresent(entity -> things.add(new Spoken(entity, span, false)));
        }
    }

    private Optional<Entity> last(Predicate<Entity> fits) {
        return scene.topic.filter(fits).or(() -> scene.last(fits)).or(() -> scene.main.filter(fits));
    }

    private Optional<Entity> networkFor(String noun) {
        if (noun.startsWith("lærings")) {
            return last(entity -> entity.type() == EntityType.LEARNING_NETWORK);
        }
        return network().or(() -> scene.last(entity -> entity.type().isNetwork()));
    }

    /// The network that the section, or else the document, is about.
    Optional<Entity> network() {
        return scene.topic
                .filter(entity -> entity.type().isNetwork())
                .or(() -> scene.topic.isEmpty()
                        ? scene.main.filter(entity -> entity.type().isNetwork())
                        : Optional.empty())
                .or(() -> scene.topic
                        .filter(entity -> entity.type().isActivity())
                        .flatMap(entity -> scene.collector
                                .find(entity.parent())
                                .filter(parent -> parent.type().isNetwork())));
    }

    private Optional<Entity> activityFor(String noun) {
        Predicate<Entity> fits = entity -> entity.type().isActivity()
                && !entity.type().isProject()
                && (noun.startsWith("e-læring") || noun.startsWith("læringsløp"))
                        == (entity.type() == EntityType.E_LEARNING)
                && (!noun.startsWith("kurs")
                        || entity.type() == EntityType.COURSE
                        || entity.type() == EntityType.E_LEARNING);
        if (noun.startsWith("kurs")) {
            Predicate<Entity> course =
                    entity -> entity.type() == EntityType.COURSE || entity.type() == EntityType.E_LEARNING;
            return scene.last(course).or(() -> scene.topic.filter(course)).or(() -> scene.main.filter(course));
        }
        return scene.last(fits).or(() -> scene.topic.filter(fits)).or(() -> scene.main.filter(fits));
    }

    private Optional<Entity> bodyFor(String noun) {
        String stem = noun.replaceAll("(en|et|a)$", "");
        return scene.last(entity -> entity.type() == EntityType.BODY
                        && (stem.equals("grupp")
                                || stem.equals("råd")
                                || stem.equals("utval")
                                || stem.equals("utvalg")
                                || entity.name().toLowerCase(Locale.ROOT).contains(stem)))
                .or(() -> scene.collector.all().stream()
                        .filter(entity -> entity.type() == EntityType.BODY
                                && stem.length() > 6
                                && entity.name().toLowerCase(Locale.ROOT).startsWith(stem))
                        .findFirst());
    }

    /// "Vårens samling hadde …, og høstens samling hadde …": each with the figures that follow it.
    private void seasonal(List<Spoken> things, String words, Span sentence, Entity network) {
        List<MatchResult> times = SEASON.matcher(words).results().toList();
        OptionalInt year = year(words).isPresent() ? year(words) : scene.year;
        for (int i = 0; i < times.size(); i++) {
            MatchResult time = times.get(i);
            Span span = new Span(sentence.start() + time.start(), sentence.start() + time.end());
            if (things.stream().anyMatch(thing -> thing.span().overlaps(span))) {
                continue;
            }
            String season = (time.group(1) != null
                            ? time.group(1)
                            : time.group(2) != null ? time.group(2) : time.group(3))
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("(?<=vår|høst|haust)en$", "");
            Entity gathering = scene.collector.add(
                    Words.slug(season + "samling") + "-" + network.key() + suffix(year),
                    EntityType.GATHERING,
                    Words.clean(time.group()),
                    span,
                    network.key(),
                    year,
                    "");
            scene.state(
                    gathering,
                    Type.PART_OF,
                    network,
                    sentence,
                    Cues.strength(words, Strength.NAMED),
                    scene.topic.isPresent(),
                    "gathering-of",
                    0.85);
            int end = i + 1 < times.size() ? times.get(i + 1).start() : words.length();
            if (times.size() > 1) {
                FigureRule.find(words.substring(time.end(), end), sentence)
                        .forEach(figure -> scene.collector.addFigure(gathering.key(), figure));
            }
            things.add(new Spoken(gathering, span, true));
        }
    }

    /// "gjennomførte to samlinger", "holdt … en åpen fagdag": things held that have no name of their own.
    ///
    /// @param named what the sentence speaks of by name, which is no phrase beside
    List<Spoken> gatherings(
            String words, Span sentence, List<Spoken> named, Optional<Entity> network, Strength strength) {
        var found = new ArrayList<Spoken>();
        OptionalInt said = year(words);
        for (ActivityPhrases.Phrase phrase : ActivityPhrases.find(words)) {
            Span span = new Span(sentence.start() + phrase.start(), sentence.start() + phrase.end());
            if (named.stream().anyMatch(thing -> thing.named() && thing.span().overlaps(span))) {
                continue;
            }
            boolean gathering = ActivityPhrases.isGathering(phrase.noun());
            boolean ofBody = phrase.noun().equals("møte")
                    && (network.isEmpty() || named.stream().anyMatch(thing -> thing.type() == EntityType.BODY));
            if (ofBody) {
                continue;
            }
            int count = phrase.count().orElse(1);
            boolean ofNetwork = gathering && network.isPresent();
            if (ofNetwork && count > 1) {
                count(network.get(), phrase, count, sentence);
            }
            OptionalInt year = phrase.yearly() ? OptionalInt.empty() : said.isPresent() ? said : scene.year;
            Spoken held = held(words, sentence, phrase, named, ofNetwork ? network : Optional.empty(), year, strength);
            if (ofNetwork && count > 1 && !phrase.about() && !phrase.yearly()) {
                counts.add(held.key());
            }
            if (count > 1) {
                count(held.entity(), phrase, count, sentence);
            }
            found.add(held);
        }
        return found;
    }

    private void count(Entity bearer, ActivityPhrases.Phrase phrase, int count, Span sentence) {
        Figure.Kind kind = countedKind(phrase.noun(), phrase.yearly());
        scene.collector.addFigure(
                bearer.key(), FigureRule.figure(kind, Integer.toString(count), null, false, sentence));
    }

    private static Figure.Kind countedKind(String noun, boolean yearly) {
        if (noun.contains("webinar")) {
            return yearly ? Figure.Kind.WEBINARS_PER_YEAR : Figure.Kind.WEBINARS;
        }
        if (noun.contains("møte")) {
            return yearly ? Figure.Kind.MEETINGS_PER_YEAR : Figure.Kind.MEETINGS;
        }
        if (noun.contains("kurs")) {
            return Figure.Kind.COURSES;
        }
        return yearly ? Figure.Kind.GATHERINGS_PER_YEAR : Figure.Kind.GATHERINGS;
    }

    private Spoken held(
            String words,
            Span sentence,
            ActivityPhrases.Phrase phrase,
            List<Spoken> speaksOf,
            Optional<Entity> network,
            OptionalInt year,
            Strength strength) {
        Span span = new Span(sentence.start() + phrase.named(), sentence.start() + phrase.end());
        String whole = network.map(Entity::key).orElse("");
        String name = Words.clean(words.substring(phrase.named(), phrase.end()));
        EntityType type = NameFinder.type(phrase.noun());
        boolean lone = whole.isEmpty() && !phrase.about();
        String context = lone ? scene.subject().map(Entity::key).orElse("") : whole;
        Optional<Entity> told =
                phrase.about() ? scene.collector.find(Words.key(name) + suffix(year)) : Optional.empty();
        if (told.isPresent()) {
            return new Spoken(told.get(), span, true);
        }
        Entity entity = scene.collector.add(
                Words.slug(name) + (context.isEmpty() ? "" : "-" + context) + suffix(year),
                type.isNetwork() || type == EntityType.BODY ? EntityType.ACTIVITY : type,
                name,
                span,
                whole,
                year,
                "");
        boolean said = network.isPresent()
                && speaksOf.stream().anyMatch(thing -> thing.key().equals(whole));
        boolean ours = phrase.noun().endsWith("samling") || phrase.noun().endsWith("møte");
        network.ifPresent(parent -> scene.state(
                entity,
                Type.PART_OF,
                parent,
                sentence,
                strength,
                said,
                said ? "gathering-of" : ours ? "gathering-in-section" : "held-in-section",
                said ? 0.85 : ours ? 0.78 : 0.65));
        return new Spoken(entity, span, true);
    }

    void meetings(String words, Span sentence, Entity body) {
        Matcher meetings = MEETINGS.matcher(words);
        if (!meetings.find()) {
            return;
        }
        String often = meetings.group(4) == null ? "" : meetings.group(4).toLowerCase(Locale.ROOT);
        if (often.isEmpty()
                && !meetings.group().toLowerCase(Locale.ROOT).contains("møte")
                && !MEETS.matcher(words.substring(0, meetings.start())).find()) {
            return;
        }
        if (body.type().isNetwork()
                && !MEETS.matcher(words.substring(0, meetings.start())).find()) {
            return;
        }
        Figure.Kind kind = often.contains("halv") || often.contains("semester")
                ? Figure.Kind.MEETINGS_PER_SEMESTER
                : often.isEmpty() ? Figure.Kind.MEETINGS : Figure.Kind.MEETINGS_PER_YEAR;
        OptionalInt last = Words.number(meetings.group(3) == null ? meetings.group(2) : meetings.group(3));
        String first = meetings.group(1) != null
                ? meetings.group(1)
                : meetings.group(3) == null
                        ? ""
                        : Words.number(meetings.group(2)).toString().replaceAll("\\D", "");
        if (last.isPresent()) {
            String number = Integer.toString(last.getAsInt());
            scene.collector.addFigure(
                    body.key(),
                    first.isEmpty()
                            ? FigureRule.figure(kind, number, null, false, sentence)
                            : FigureRule.figure(kind, first, number, false, sentence));
        }
    }

    /// A gathering that names a network, or stands in its section, is part of it.
    void partOfNetwork(Entity entity, Span evidence, Strength strength) {
        if (entity.type().isNetwork()) {
            return;
        }
        var named = NameFinder.find(entity.name(), 0, true).stream()
                .filter(Named::isNetwork)
                .findFirst()
                .flatMap(network -> scene.collector.find(network.key()));
        boolean gathering = entity.type() == EntityType.GATHERING
                || GENERIC.matcher(entity.name()).find();
        var network = named.or(() ->
                gathering ? scene.subject().filter(subject -> subject.type().isNetwork()) : Optional.empty());
        network.ifPresent(whole -> scene.state(
                entity,
                Type.PART_OF,
                whole,
                evidence,
                strength,
                named.isPresent(),
                named.isPresent() ? "named-after" : "gathering-of",
                named.isPresent() ? 0.9 : 0.78));
    }
}
