package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.ObjectRef;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// One reading of one document, passage by passage: remembers under which heading and of which network it reads.
final class Reading {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20[0-4]\\d)(?!\\d)");
    private static final Pattern NAME_COLUMN =
            Cues.pattern("^(?:aktivitet|tiltak|samling|arrangement|kurs|prosjekt|nettverk)\\p{L}*$");
    private static final Pattern GOVERNING_COLUMN =
            Cues.pattern("forankr|styrende|styrande|føring|hjemmel|heimel|lovverk");
    private static final Pattern ANCHOR_COLUMN = Cues.pattern("forankr|hjemmel|heimel");
    private static final Pattern GOAL_COLUMN =
            Cues.pattern("^(?:del|hoved|hovud)?(?:mål|formål|føremål)(?:\\s+i\\s+.*)?$");
    private static final Pattern TARGET_COLUMN = Cues.pattern("^målgruppe");
    private static final Pattern OWNER_COLUMN = Cues.pattern("^(?:ansvar|ansvarlig|ansvarleg|arrangør|eier|eigar)");
    private static final Pattern STATUS_COLUMN = Cues.pattern("^status");
    private static final Pattern TIME_COLUMN = Cues.pattern("^(?:tid|dato|når|frist|år)");
    // "Nettverkssamling" and "1. samling" name nothing without their network.
    private static final Pattern GENERIC = Cues.pattern(
            "^(?:\\d+\\.\\s*)?(?:(?:åpen|open|digital|fysisk)\\s+)?\\p{L}*(?:samling|fagdag|webinar|kurs|workshop|konferanse|dialogmøte|seminar)(?:er|ar|a)?$");
    private static final Pattern NETWORK_NOUN =
            Cues.pattern("(?<!\\p{L})(?:\\p{L}*nettverket|nettverkets|\\p{L}*nettverk(?:s)?samling\\p{L}*)(?!\\p{L})");
    private static final Pattern MANDATE_NOUN = Cues.pattern("(?<!\\p{L})mandatet(?!\\p{L})");
    private static final Pattern ACTIVITY_NOUN = Cues.pattern(
            "(?<!\\p{L})(samling(?:en|a)|\\p{Lu}\\p{Ll}+samling(?:en|a)|fagdagen|webinar(?:et|ene|a)|kurs(?:et|ene|a)|konferansen|workshopen|prosjektet|dialogmøte(?:t|ne)|seminaret)(?!\\p{L})");
    // "vårens samling", "Oktobersamlingen", "Samlingen i november"
    private static final String MONTH = "januar|februar|mars|april|mai|juni|august|september|oktober|november|desember";
    private static final Pattern SEASON = Cues.pattern("(?<!\\p{L})(?:(vår|høst|haust|" + MONTH
            + ")(?:ens\\s+|s\\s+)?(?:nettverks)?samling(?:en|a)?|samling(?:en|a)\\s+i\\s+(" + MONTH + "))(?!\\p{L})");
    // "to samlinger", "tre digitale samlinger", "fire samlinger i året"
    private static final Pattern COUNTED = Cues.pattern(
            "(?<!\\p{L})" + Words.NUMBER
                    + "\\s+(?:\\p{L}+\\s+)?(?:nettverks)?samling(?:er|ar)(\\s+(?:i\\s+året|hvert\\s+år|kvart\\s+år|årlig|årleg))?");
    // "en åpen fagdag", "én digital samling"
    private static final Pattern ONE = Cues.pattern(
            "(?<!\\p{L})(?:en|én|ein|et|eit|ett)\\s+((?:åpen|open|digital|fysisk|digitalt)\\s+)?(samling|fagdag|webinar|konferanse|workshop|dialogmøte|seminar)(?!\\p{L})");
    private static final Pattern FIGURE = Cues.pattern("(?<!\\p{L})" + Words.NUMBER
            + "\\s+(?:\\p{L}+\\s+)?(delta[kg](?:ere|arar|erar)|kommun(?:er|ar)|team)(?!\\p{L})");
    private static final Pattern TITLE_KIND = Cues.pattern(
            "^(?:mandat|program|evaluering|referat|invitasjon|innkalling|konferanse|sluttrapport|prosjekt|nettverk|fagnettverk|læringsnettverk)");
    private static final Pattern SERIES =
            Cues.pattern("^(?:årsrapport|årsmelding|aktivitetsplan|handlingsplan|årshjul|strategi|temaplan)");

    // "Det var 21 deltakere fra 11 kommuner" tells of the gathering named before.
    private static final Pattern COUNTING = Cues.pattern("^det\\s+var\\b");
    private static final Pattern INVITES = Cues.pattern("\\binviter\\p{L}+\\s+til\\b");
    // A cell under "Samlinger" may hold a number alone.
    private static final Pattern NAMING = Cues.pattern("\\p{L}{4}");

    private enum Mode {
        NONE,
        GOALS,
        TARGETS,
        ANCHORS
    }

    private final DocumentText document;
    private final List<Resolution> citations;
    private final Collector collector = new Collector();
    private final OptionalInt documentYear;

    /// What the document as a whole is about, when its title says so.
    private Optional<Entity> main = Optional.empty();
    /// Whose document it is.
    private Optional<Entity> owner = Optional.empty();

    private Optional<Entity> section = Optional.empty();
    private int sectionLevel;
    private Optional<Entity> lastActivity = Optional.empty();
    private Mode mode = Mode.NONE;
    /// A mode begun by a sentence ending in a colon holds for the list that follows and no longer.
    private boolean modeEndsWithList;
    private boolean modeIsExplicit;
    private boolean inList;

    Reading(DocumentText document, List<Resolution> citations) {
        this.document = document;
        this.citations = List.copyOf(citations);
        this.documentYear = documentYear();
    }

    Extraction read() {
        findMain();
        for (Passage passage : document.passages()) {
            if (!passage.text().isBlank()) {
                read(passage);
            }
        }
        return collector.extraction();
    }

    private OptionalInt documentYear() {
        OptionalInt titled = year(document.title());
        if (titled.isEmpty() && !document.passages().isEmpty()) {
            titled = year(document.passages().getFirst().text());
        }
        return titled.isPresent()
                ? titled
                : document.date().map(date -> OptionalInt.of(date.getYear())).orElseGet(this::commonYear);
    }

    /// The year that the text speaks of more than of all others together.
    private OptionalInt commonYear() {
        var counts = new TreeMap<Integer, Integer>();
        YEAR.matcher(document.text())
                .results()
                .forEach(year -> counts.merge(Integer.valueOf(year.group(1)), 1, Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .filter(year -> all >= 5 && year.getValue() * 2 > all)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    private static OptionalInt year(String words) {
        var year = YEAR.matcher(words);
        return year.find() ? OptionalInt.of(Integer.parseInt(year.group(1))) : OptionalInt.empty();
    }

    /// The title is the first heading, or the first lines where the reader saw no heading.
    private void findMain() {
        List<Passage> passages = document.passages();
        for (int i = 0; i < Math.min(3, passages.size()); i++) {
            Passage passage = passages.get(i);
            String text = passage.text();
            boolean title = i == 0
                    ? text.length() < 300 && passage.kind() != Passage.Kind.TABLE_ROW
                    : passage.kind() == Passage.Kind.HEADING;
            if (title
                    && !SERIES.matcher(text.strip()).find()
                    && TITLE_KIND.matcher(text.strip()).find()) {
                var names = NameFinder.find(text, passage.span().start(), true);
                if (!names.isEmpty()) {
                    main = Optional.of(add(names.getFirst(), ""));
                    break;
                }
            }
        }
        findOwner();
    }

    /// Whoever the title or the first lines name; a county governor is often named first and seldom the owner.
    private void findOwner() {
        for (Passage passage :
                document.passages().subList(0, Math.min(4, document.passages().size()))) {
            owner = OrganizationFinder.find(passage.text(), passage.span().start()).stream()
                    .filter(organization -> !organization.name().startsWith("Statsforvalt"))
                    .findFirst()
                    .map(this::addOrganization);
            if (owner.isPresent() || passage.text().length() > 400) {
                return;
            }
        }
    }

    private void read(Passage passage) {
        List<Entity> organizations = OrganizationFinder.find(
                        passage.text(), passage.span().start())
                .stream()
                .map(this::addOrganization)
                .toList();
        switch (passage.kind()) {
            case HEADING -> readHeading(passage);
            case TABLE_ROW -> {
                inList = false;
                readRow(passage);
            }
            case LIST_ITEM -> {
                inList = true;
                readItem(passage, organizations);
            }
            case PARAGRAPH -> readParagraph(passage, organizations);
        }
    }

    private void readHeading(Passage passage) {
        if (section.isPresent() && passage.level() <= sectionLevel) {
            section = Optional.empty();
        }
        lastActivity = Optional.empty();
        var names = NameFinder.find(passage.text(), passage.span().start(), true);
        if (!names.isEmpty()) {
            Entity entity = add(names.getFirst(), "");
            section = Optional.of(entity);
            sectionLevel = passage.level();
        }
        startMode(passage, true);
    }

    private void startMode(Passage passage, boolean heading) {
        String text = passage.text().strip();
        inList = false;
        modeEndsWithList = !heading;
        modeIsExplicit = Cues.ANCHOR_LIST.matcher(text).find();
        boolean lead = heading || text.endsWith(":");
        if (lead
                && (modeIsExplicit
                        || heading && Cues.ANCHOR_HEADING.matcher(text).find())) {
            mode = Mode.ANCHORS;
        } else if (heading && Cues.TARGET_HEADING.matcher(text).find()) {
            mode = Mode.TARGETS;
        } else if (heading && Cues.GOAL_HEADING.matcher(text).find()
                || !heading && Cues.GOAL_LEAD.matcher(text).matches()) {
            mode = Mode.GOALS;
        } else {
            mode = Mode.NONE;
        }
    }

    private void readItem(Passage passage, List<Entity> organizations) {
        switch (mode) {
            case GOALS -> addGoal(passage, passage.text(), passage.span().start(), subject());
            case TARGETS -> addTargets(passage.text(), passage.span().start(), passage, subject());
            case ANCHORS -> addAnchors(passage);
            case NONE -> {
                for (Named named :
                        NameFinder.find(passage.text(), passage.span().start(), true)) {
                    lastActivity = Optional.of(add(named, ""));
                }
                readSentences(passage, organizations);
            }
        }
    }

    private void readParagraph(Passage passage, List<Entity> organizations) {
        String text = passage.text();
        if (inList && modeEndsWithList) {
            mode = Mode.NONE;
        }
        boolean likeHeading = text.length() < 90 && !text.strip().matches("(?s).*[.;,]");
        if (likeHeading
                && (Cues.ANCHOR_LINE.matcher(text).find()
                        || Cues.GOAL_HEADING.matcher(text).find()
                        || Cues.TARGET_HEADING.matcher(text).find()
                        || text.strip().endsWith(":"))) {
            startMode(passage, !text.strip().endsWith(":"));
            if (mode != Mode.NONE) {
                return;
            }
        } else if (text.strip().endsWith(":")
                && (Cues.ANCHOR_LIST.matcher(text).find()
                        || Cues.GOAL_LEAD.matcher(text).find())) {
            startMode(passage, false);
            return;
        }
        Matcher goalLead = Cues.GOAL_LEAD.matcher(text);
        Matcher targetLead = Cues.TARGET_LEAD.matcher(text);
        if (goalLead.find() && !text.substring(goalLead.end()).isBlank()) {
            addGoal(passage, text.substring(goalLead.end()), passage.span().start() + goalLead.end(), subject());
        } else if (targetLead.find() && !text.substring(targetLead.end()).isBlank()) {
            addTargets(text.substring(targetLead.end()), passage.span().start() + targetLead.end(), passage, subject());
        } else if (mode == Mode.TARGETS && !inList) {
            Span sentence = Sentences.of(passage).getFirst();
            addTargets(sentence.cut(document.text()), sentence.start(), passage, subject());
            mode = Mode.NONE;
        } else if (mode == Mode.GOALS && !inList && !modeEndsWithList) {
            Span sentence = Sentences.of(passage).getFirst();
            String words = sentence.cut(document.text());
            if (!words.endsWith(":") && Cues.GOAL_SENTENCE.matcher(words).find()) {
                addGoal(passage, words, sentence.start(), subject());
                mode = Mode.NONE;
            }
        } else if (mode == Mode.ANCHORS && modeIsExplicit && !modeEndsWithList) {
            addAnchors(passage);
        }
        readSentences(passage, organizations);
    }

    /// What a statement without a named subject is about.
    private Optional<Entity> subject() {
        return section.or(() -> main);
    }

    private void addAnchors(Passage passage) {
        boolean ofOwner = subject().isEmpty();
        Optional<Entity> subject = subject().or(() -> owner);
        // The owner's grounds are said of a plan that we do not take out, so only a clear list ties them to it.
        if (subject.isEmpty() || ofOwner && !(modeIsExplicit && passage.kind() == Passage.Kind.LIST_ITEM)) {
            return;
        }
        Span evidence = trimmed(passage);
        for (Resolution citation : citationsIn(passage.span())) {
            addGoverning(
                    subject.get(),
                    Type.ANCHORED_IN,
                    citation,
                    evidence,
                    Strength.ANCHORED,
                    modeIsExplicit && !ofOwner,
                    ofOwner ? 0.6 : modeIsExplicit ? 0.95 : 0.75);
        }
    }

    private void addGoal(Passage passage, String words, int start, Optional<Entity> subject) {
        Span local = Sentences.trim(words, 0, words.length());
        String name = Words.clean(words);
        if (name.length() < 8) {
            return;
        }
        Entity goal = collector.add(
                "mal-" + Words.slug(words),
                EntityType.GOAL,
                name,
                new Span(start + local.start(), start + local.end()),
                subject.map(Entity::key).orElse(""),
                OptionalInt.empty());
        Optional<Entity> bearer = subject.or(() -> owner);
        bearer.ifPresent(entity -> addOther(
                entity,
                Type.HAS_GOAL,
                goal,
                trimmed(passage),
                Strength.NAMED,
                subject.isPresent(),
                subject.isPresent() ? 0.9 : 0.6));
    }

    private void addTargets(String words, int start, Passage passage, Optional<Entity> subject) {
        Span local = Sentences.trim(words, 0, words.length());
        String name = Words.clean(words);
        if (name.length() < 4) {
            return;
        }
        Entity target = collector.add(
                "malgruppe-" + Words.slug(words),
                EntityType.TARGET_GROUP,
                name,
                new Span(start + local.start(), start + local.end()),
                "",
                OptionalInt.empty());
        subject.ifPresent(
                entity -> addOther(entity, Type.TARGET_GROUP, target, trimmed(passage), Strength.NAMED, true, 0.9));
    }

    private void readRow(Passage passage) {
        List<String> columns = passage.columns();
        if (columns.size() != passage.cells().size() || columns.isEmpty()) {
            readCells(passage);
            return;
        }
        Span evidence = trimmed(passage);
        int name = column(columns, NAME_COLUMN);
        int status = column(columns, STATUS_COLUMN);
        Strength strength = Cues.strength(status >= 0 ? cell(passage, status) : passage.text(), Strength.NAMED);
        Optional<Entity> subject =
                name < 0 || !NAMING.matcher(cell(passage, name)).find()
                        ? Optional.empty()
                        : Optional.of(addRow(passage, name, columns));
        subject.ifPresent(entity -> partOfNetwork(entity, passage, evidence, strength));

        int goal = column(columns, GOAL_COLUMN);
        if (goal >= 0 && goal != name && !cell(passage, goal).isBlank()) {
            addGoal(passage, cell(passage, goal), passage.cells().get(goal).start(), subject.or(this::subject));
        }
        int target = column(columns, TARGET_COLUMN);
        if (target >= 0 && subject.isPresent()) {
            addTargets(cell(passage, target), passage.cells().get(target).start(), passage, subject);
        }
        if (subject.isEmpty()) {
            return;
        }
        int responsible = column(columns, OWNER_COLUMN);
        if (responsible >= 0) {
            for (Named organization : OrganizationFinder.find(
                    cell(passage, responsible), passage.cells().get(responsible).start())) {
                addOther(
                        subject.get(), Type.ORGANISED_BY, addOrganization(organization), evidence, strength, true, 0.9);
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            boolean governs = GOVERNING_COLUMN.matcher(columns.get(c)).find();
            for (Resolution citation : citationsIn(passage.cells().get(c))) {
                if (!governs && c != name) {
                    continue;
                }
                boolean anchors = ANCHOR_COLUMN.matcher(columns.get(c)).find();
                addGoverning(
                        subject.get(),
                        anchors ? Type.ANCHORED_IN : Type.FULFILS,
                        citation,
                        evidence,
                        anchors && strength == Strength.NAMED ? Strength.ANCHORED : strength,
                        true,
                        governs ? 0.9 : 0.7);
            }
        }
    }

    /// A table without column headings: only what the cells say themselves.
    private void readCells(Passage passage) {
        List<Span> cells = passage.cells().isEmpty() ? List.of(passage.span()) : passage.cells();
        Optional<Entity> named = Optional.empty();
        for (Span cell : cells) {
            String words = cell.cut(document.text());
            Matcher goal = Cues.GOAL_LEAD.matcher(words);
            if (goal.find()) {
                addGoal(passage, words.substring(goal.end()), cell.start() + goal.end(), named.or(this::subject));
                continue;
            }
            for (Named name : NameFinder.find(words, cell.start(), true)) {
                Entity entity = add(name, "");
                named = named.isPresent() ? named : Optional.of(entity);
            }
        }
        if (named.isPresent()) {
            Strength strength = Cues.strength(passage.text(), Strength.NAMED);
            for (Resolution citation : citationsIn(passage.span())) {
                addGoverning(named.get(), Type.FULFILS, citation, trimmed(passage), strength, true, 0.7);
            }
        }
    }

    private Entity addRow(Passage passage, int column, List<String> columns) {
        Span cell = passage.cells().get(column);
        String words = cell.cut(document.text());
        var names = NameFinder.find(words, cell.start(), true);
        Span trimmed = Sentences.trim(words, 0, words.length());
        boolean whole = !names.isEmpty() && names.getFirst().span().start() <= cell.start() + trimmed.start()
                || names.stream().anyMatch(named -> named.span().length() > trimmed.length() - 4)
                || Words.clean(words).startsWith("Prosjekt") && !names.isEmpty();
        if (whole) {
            return add(names.getFirst(), "");
        }
        names.forEach(named -> add(named, ""));
        int time = column(columns, TIME_COLUMN);
        OptionalInt year = time >= 0 ? year(cell(passage, time)) : OptionalInt.empty();
        EntityType type = NameFinder.type(words);
        if (type == EntityType.NETWORK) {
            // "Nytt mandat for nettverk for …" is something done, not the network.
            type = EntityType.ACTIVITY;
        }
        return addActivity(Words.clean(words), type, offset(trimmed, cell.start()), year);
    }

    private void partOfNetwork(Entity entity, Passage passage, Span evidence, Strength strength) {
        if (isNetwork(entity)) {
            return;
        }
        var named = NameFinder.find(entity.name(), 0, true).stream()
                .filter(Named::isNetwork)
                .findFirst()
                .flatMap(network -> collector.find(network.key()));
        boolean gathering = entity.type() == EntityType.GATHERING
                || GENERIC.matcher(entity.name()).find();
        var network = named.or(() -> gathering ? subject().filter(Reading::isNetwork) : Optional.empty());
        network.ifPresent(whole -> addOther(
                entity, Type.PART_OF, whole, evidence, strength, named.isPresent(), named.isPresent() ? 0.9 : 0.75));
    }

    private static int column(List<String> columns, Pattern heading) {
        for (int i = 0; i < columns.size(); i++) {
            if (heading.matcher(columns.get(i).strip()).find()) {
                return i;
            }
        }
        return -1;
    }

    private String cell(Passage passage, int column) {
        return passage.cells().get(column).cut(document.text());
    }

    private void readSentences(Passage passage, List<Entity> organizations) {
        for (Span sentence : Sentences.of(passage)) {
            readSentence(passage, sentence, organizations);
        }
    }

    private void readSentence(Passage passage, Span sentence, List<Entity> organizations) {
        String words = sentence.cut(document.text());
        List<Entity> spoken = spoken(words, sentence);
        Optional<Entity> network = spoken.stream().filter(Reading::isNetwork).findFirst();
        Strength strength = Cues.strength(words, Strength.NAMED);
        if (network.isPresent()) {
            spoken = new ArrayList<>(spoken);
            gatherings(words, sentence, network.get(), strength).forEach(spoken::add);
        }
        Optional<Entity> invited = main.filter(entity -> !isNetwork(entity));
        if (network.isPresent() && invited.isPresent() && INVITES.matcher(words).find()) {
            addOther(invited.get(), Type.PART_OF, network.get(), sentence, Strength.PLANNED, true, 0.85);
        }
        figures(words, spoken);
        organizedBy(words, sentence, spoken, strength);
        cited(words, sentence, spoken, strength);
    }

    /// The things that a sentence speaks of, in its order: by name, or by a noun that stands for one named before.
    private List<Entity> spoken(String words, Span sentence) {
        var spoken = new ArrayList<Entity>();
        var named = NameFinder.find(words, sentence.start(), false);
        for (Named name : named) {
            spoken.add(add(name, ""));
        }
        if (spoken.stream().noneMatch(Reading::isNetwork)) {
            boolean noun = NETWORK_NOUN.matcher(words).find()
                    || MANDATE_NOUN.matcher(words).find();
            if (noun) {
                section.filter(Reading::isNetwork)
                        .or(() -> main.filter(Reading::isNetwork))
                        .ifPresent(spoken::add);
            }
        }
        Optional<Entity> network = section.filter(Reading::isNetwork).or(() -> main.filter(Reading::isNetwork));
        List<Entity> seasonal =
                network.map(whole -> seasonal(words, sentence, whole)).orElse(List.of());
        spoken.addAll(seasonal);
        if (seasonal.isEmpty()
                && named.isEmpty()
                && ACTIVITY_NOUN.matcher(words).find()) {
            lastActivity
                    .or(() -> section.filter(entity -> !isNetwork(entity)))
                    .or(() -> main.filter(entity -> !isNetwork(entity)))
                    .ifPresent(spoken::add);
        }
        if (seasonal.size() > 1) {
            // Of two gatherings in one sentence, "samlingen" in the next may mean either.
            lastActivity = Optional.empty();
            return spoken;
        }
        spoken.stream()
                .filter(entity -> !isNetwork(entity))
                .reduce((first, second) -> second)
                .ifPresent(entity -> lastActivity = Optional.of(entity));
        return spoken;
    }

    /// "Vårens samling hadde …, og høstens samling hadde …": each with the figures that follow it.
    private List<Entity> seasonal(String words, Span sentence, Entity network) {
        List<MatchResult> times = SEASON.matcher(words).results().toList();
        OptionalInt year = year(words).isPresent() ? year(words) : documentYear;
        var found = new ArrayList<Entity>();
        for (int i = 0; i < times.size(); i++) {
            MatchResult time = times.get(i);
            String season = time.group(1) != null ? time.group(1) : time.group(2);
            Entity gathering = collector.add(
                    Words.slug(season + "samling") + "-" + network.key() + suffix(year),
                    EntityType.GATHERING,
                    Words.clean(time.group()),
                    new Span(sentence.start() + time.start(), sentence.start() + time.end()),
                    network.key(),
                    year);
            addOther(
                    gathering,
                    Type.PART_OF,
                    network,
                    sentence,
                    Cues.strength(words, Strength.NAMED),
                    section.isPresent(),
                    0.8);
            int end = i + 1 < times.size() ? times.get(i + 1).start() : words.length();
            if (times.size() > 1) {
                figures(words.substring(time.end(), end), List.of(gathering));
            }
            found.add(gathering);
        }
        return found;
    }

    /// "gjennomførte to samlinger", "holdt … en åpen fagdag": gatherings without a name of their own.
    private List<Entity> gatherings(String words, Span sentence, Entity network, Strength strength) {
        var found = new ArrayList<Entity>();
        OptionalInt year = year(words).isPresent() ? year(words) : documentYear;
        Matcher counted = COUNTED.matcher(words);
        if (counted.find()) {
            boolean yearly = counted.group(2) != null;
            Words.number(counted.group(1))
                    .ifPresent(number ->
                            collector.addNumber(network.key(), yearly ? "gatheringsPerYear" : "gatherings", number));
            found.add(part(
                    "samlinger",
                    EntityType.GATHERING,
                    counted,
                    sentence,
                    network,
                    yearly ? OptionalInt.empty() : year,
                    strength));
        }
        Matcher one = ONE.matcher(words);
        while (one.find()) {
            String noun = (one.group(1) == null ? "" : one.group(1)) + one.group(2);
            Entity single = part(noun, NameFinder.type(noun), one, sentence, network, year, strength);
            found.add(single);
            lastActivity = Optional.of(single);
        }
        return found;
    }

    private Entity part(
            String noun,
            EntityType type,
            Matcher at,
            Span sentence,
            Entity network,
            OptionalInt year,
            Strength strength) {
        Entity entity = collector.add(
                Words.slug(noun) + "-" + network.key() + suffix(year),
                type,
                Words.clean(at.group()),
                new Span(sentence.start() + at.start(), sentence.start() + at.end()),
                network.key(),
                year);
        addOther(entity, Type.PART_OF, network, sentence, strength, true, 0.85);
        return entity;
    }

    private void figures(String words, List<Entity> spoken) {
        Optional<Entity> bearer = spoken.stream()
                .filter(entity -> !isNetwork(entity))
                .reduce((first, second) -> second)
                .or(() -> spoken.stream().findFirst())
                .or(() -> COUNTING.matcher(words).find() ? lastActivity : Optional.empty());
        Matcher figure = FIGURE.matcher(words);
        // Two gatherings in one sentence have two sets of figures, and we do not know whose is whose.
        if (bearer.isEmpty() || SEASON.matcher(words).results().count() > 1) {
            return;
        }
        while (figure.find()) {
            String noun = figure.group(2).toLowerCase(Locale.ROOT);
            String name =
                    noun.startsWith("delt") ? "participants" : noun.startsWith("team") ? "teams" : "municipalities";
            Words.number(figure.group(1))
                    .ifPresent(number -> collector.addNumber(bearer.get().key(), name, number));
        }
    }

    private void organizedBy(String words, Span sentence, List<Entity> spoken, Strength strength) {
        if (spoken.isEmpty()) {
            return;
        }
        Entity thing = spoken.getFirst();
        Matcher runs = Cues.RUNS.matcher(words);
        var organizations = OrganizationFinder.find(words, sentence.start());
        if (runs.find() && !organizations.isEmpty()) {
            Matcher runBy = Cues.RUN_BY.matcher(words);
            boolean passive = runBy.find();
            int near = sentence.start() + (passive ? runBy.end() : 0);
            for (Named organization : organizations) {
                boolean responsible = passive
                        ? organization.span().start() >= near
                                && organization.span().start() - near < 25
                        : organization.span().end() <= sentence.start() + runs.start();
                if (responsible) {
                    addOther(thing, Type.ORGANISED_BY, addOrganization(organization), sentence, strength, true, 0.9);
                    near = passive ? organization.span().end() : near;
                }
            }
            return;
        }
        if (Cues.TAKES_PART.matcher(words).find()) {
            for (Named organization : organizations) {
                if (organization.type() == EntityType.MUNICIPALITY) {
                    addOther(thing, Type.PARTICIPANT, addOrganization(organization), sentence, strength, true, 0.8);
                }
            }
        }
    }

    /// Ties what the sentence speaks of to what it cites, when a cue stands between or before them.
    private void cited(String words, Span sentence, List<Entity> spoken, Strength strength) {
        List<Resolution> cited = citationsIn(sentence);
        if (cited.isEmpty() || Cues.denies(words)) {
            return;
        }
        Matcher superseded = Cues.SUPERSEDED_BY.matcher(words);
        int limit = superseded.find() ? sentence.start() + superseded.start() : sentence.end();
        Matcher anchored = Cues.ANCHORED.matcher(words);
        Matcher fulfils = Cues.FULFILS.matcher(words);
        boolean isAnchored = anchored.find();
        boolean isFulfilled = fulfils.find();
        boolean isTheme = !isFulfilled && Cues.THEME.matcher(words).find();
        if (!isAnchored && !isFulfilled && !isTheme) {
            return;
        }
        Optional<Entity> named = spoken.stream()
                .filter(entity -> !isNetwork(entity))
                .findFirst()
                .or(() -> spoken.stream().findFirst());
        if (isAnchored && !isFulfilled) {
            named = spoken.stream().findFirst();
        }
        Optional<Entity> subject = named.or(this::subject);
        if (subject.isEmpty()) {
            return;
        }
        for (Resolution citation : cited) {
            if (citation.mention().span().start() >= limit) {
                continue;
            }
            boolean afterAnchor =
                    isAnchored && citation.mention().span().start() >= sentence.start() + anchored.start();
            boolean afterFulfils =
                    isFulfilled && citation.mention().span().start() >= sentence.start() + fulfils.start();
            boolean toGround = isAnchored && words.contains("til grunn");
            if (afterFulfils && (!afterAnchor || fulfils.start() > anchored.start())) {
                addGoverning(
                        subject.get(),
                        Type.FULFILS,
                        citation,
                        sentence,
                        strength,
                        named.isPresent(),
                        named.isPresent() ? 0.85 : 0.55);
            } else if (afterAnchor || toGround) {
                addGoverning(
                        subject.get(),
                        Type.ANCHORED_IN,
                        citation,
                        sentence,
                        strength == Strength.NAMED ? Strength.ANCHORED : strength,
                        named.isPresent(),
                        named.isPresent() ? 0.9 : 0.55);
            } else if (isTheme && !words.contains("jf")) {
                addGoverning(
                        subject.get(),
                        Type.FULFILS,
                        citation,
                        sentence,
                        strength,
                        named.isPresent(),
                        named.isPresent() ? 0.7 : 0.45);
            }
        }
    }

    private List<Resolution> citationsIn(Span span) {
        return citations.stream()
                .filter(citation -> span.contains(citation.mention().span()))
                .toList();
    }

    private void addGoverning(
            Entity subject,
            Type type,
            Resolution citation,
            Span evidence,
            Strength strength,
            boolean explicit,
            double confidence) {
        switch (citation) {
            case Resolution.Resolved resolved ->
                collector.add(new Relation(
                        subject.key(),
                        type,
                        new ObjectRef.Governing(resolved.target(), true),
                        evidence,
                        strength,
                        explicit,
                        confidence * resolved.confidence()));
            case Resolution.Ambiguous ambiguous ->
                ambiguous
                        .candidates()
                        .forEach(candidate -> collector.add(new Relation(
                                subject.key(),
                                type,
                                new ObjectRef.Governing(candidate.target(), false),
                                evidence,
                                strength,
                                false,
                                confidence * candidate.score() / 2)));
            case Resolution.Unresolved unresolved -> {
                // Silence: what the register does not know is shown as a mention, never as a link.
            }
        }
    }

    private void addOther(
            Entity subject,
            Type type,
            Entity object,
            Span evidence,
            Strength strength,
            boolean explicit,
            double confidence) {
        if (!subject.key().equals(object.key())) {
            collector.add(new Relation(
                    subject.key(), type, new ObjectRef.Other(object.key()), evidence, strength, explicit, confidence));
        }
    }

    private Entity add(Named named, String parent) {
        if (named.isNetwork()) {
            Optional<Entity> known = collector.find(named.key()).or(() -> collector.networkThatSays(named.name()));
            return known.isPresent()
                    ? known.get()
                    : collector.add(named.key(), named.type(), named.name(), named.span(), parent, OptionalInt.empty());
        }
        return addActivity(named.name(), named.type(), named.span(), OptionalInt.empty());
    }

    /// Activities happen in a year, so the year is part of the key; projects go on.
    private Entity addActivity(String name, EntityType type, Span span, OptionalInt said) {
        OptionalInt year = said.isPresent() ? said : year(name).isPresent() ? year(name) : documentYear;
        String key = Words.key(name);
        String parent = "";
        if (GENERIC.matcher(name).find() && subject().isPresent()) {
            parent = subject().get().key();
            key = key + "-" + parent;
        }
        boolean lasting = type == EntityType.PROJECT || type == EntityType.COURSE && name.contains("«");
        return collector.add(
                lasting || year.isPresent() && key.endsWith(suffix(year)) ? key : key + suffix(year),
                type,
                name,
                span,
                parent,
                lasting ? OptionalInt.empty() : year);
    }

    private static String suffix(OptionalInt year) {
        return year.isPresent() ? "-" + year.getAsInt() : "";
    }

    private Entity addOrganization(Named organization) {
        return collector.add(
                OrganizationFinder.key(organization),
                organization.type(),
                organization.name(),
                organization.span(),
                "",
                OptionalInt.empty());
    }

    private static boolean isNetwork(Entity entity) {
        return entity.type() == EntityType.NETWORK || entity.type() == EntityType.LEARNING_NETWORK;
    }

    private static Span trimmed(Passage passage) {
        return offset(
                Sentences.trim(passage.text(), 0, passage.text().length()),
                passage.span().start());
    }

    private static Span offset(Span span, int origin) {
        return new Span(origin + span.start(), origin + span.end());
    }
}
