package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;
import no.forankring.register.Geography;

/// One reading of one document, passage by passage: remembers under which heading and of which thing it reads.
final class Reading {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20[0-4]\\d)(?!\\d)");
    private static final Pattern TITLE_KIND = Cues.pattern(
            "^(?:møte\\s+i|møtereferat|protokoll|møteprotokoll|mandat|retningslinjer\\s+for|retningsliner\\s+for|vedtekter\\s+for|føresegner\\s+for|rammer\\s+for|opplegg\\s+for|arbeidsform\\s+for|grunnlag\\s+for|om\\s+\\p{L}*nettverk|søknad|program|evaluering|midtveisevaluering|erfaringer\\s+fra|erfaringar\\s+frå|evalueringsrapport|referat|invitasjon|innkalling|konferanse|sluttrapport|prosjekt|forprosjekt|\\p{L}*nettverk|årsrapport\\s+(?:for\\s+)?(?:\\p{L}*nettverk)|årsmelding\\s+(?:for\\s+)?(?:\\p{L}*nettverk)|fagdag|kurs|samling|webinar|rapport\\s+f)");
    private static final Pattern SERIES = Cues.pattern(
            "^(?:årsrapport|årsmelding|aktivitetsplan|handlingsplan|årshjul|strategi|temaplan)(?!\\s+(?:for\\s+)?\\p{L}*nettverk)");
    private static final Pattern WIDE_GAP = Pattern.compile(" {4,}|\\t");
    private static final Pattern GOVERNOR_LINE = Cues.pattern("^(?:statsforvalt|fylkesmann)");
    // "Vedtatt av styringsgruppa 14. mars", "Saksnr. 23/00871"
    private static final Pattern STAMP = Cues.pattern(
            "^(?:vedt(?:att|eke)|godkjent|saksn|rapport\\s+f?r[åa]|dato|publisert|revidert|oppdatert|handsama|behandlet|til\\b|\\[)");
    // "MANDAT", "Evaluering 2022"
    private static final Pattern KIND_LINE = Cues.pattern(
            "(?:mandat(?:\\s+og\\s+\\p{L}+)?|prosjektbeskriv\\p{L}+|prosjektskildring|(?:slutt|års?|midtveis)?evaluering|evalueringsrapport|sluttrapport|program|invitasjon|referat|års(?:rapport|melding))(?:\\s+20\\d\\d)?");
    private static final Pattern PLAN_TITLE = Cues.pattern("(?:strategi|plan|program)(?:en|a)?(?!\\p{L})");
    private static final Pattern NO_PLAN = Cues.pattern(
            "^(?:mandat|referat|evaluering|årsrapport|årsmelding|invitasjon|innkalling|program\\s+for\\s+(?:lærings|kurs|fagdag|samling|konferanse|seminar)|saksframlegg|sak\\b|høring|høyring|rapport|søknad|om\\s)");
    private static final Pattern EVALUATION =
            Cues.pattern("^(?:års?evaluering|evaluering|evalueringsrapport)(?:en|a)?\\s*(?:av|for|–|-)?\\s*");
    private static final Pattern EVALUATION_LINE = Cues.pattern(
            "(?:slutt|års?|midtveis|undervegs|underveis)?evaluering(?:srapport)?(?:\\s+20\\d\\d(?:\\s*[–-]\\s*20\\d\\d)?)?");
    private static final Pattern INVITES = Cues.pattern("\\binviter\\p{L}+\\s+til\\b");
    private static final Pattern LEAD = Cues.pattern(
            "^(?:\\d+\\.\\s*)?(?:vi\\s+(?:skal\\s+)?|USHT\\s+)?(leder?|leier|lede|drifter?|driver?|arrangerer|ansvar\\s+for|bidrar?\\s+(?:i|til|inn\\s+i)|bidra\\s+i|deltar?\\s+(?:i|på)|delta\\s+i|deltek\\s+i|samarbeider\\s+om)\\s*:\\s*$");
    private static final Pattern LEADS = Cues.pattern("^(?:led|lei|drift|driv|arranger|ansvar)");
    private static final Pattern TERM =
            Cues.pattern("^(\\p{L}[\\p{L}\\s,/()–-]{2,60}):\\s+(?=(?:formål|føremål|mål|hensikt)(?:et|en)?\\s)");
    private static final Pattern INLINE_ITEM = Pattern.compile("(?<!\\d)[1-9]\\)\\s+(\\p{Lu}[^,.;:)]{3,90})");
    private static final Pattern LINE = Pattern.compile("(?m)^.*\\S.*$");
    private static final Pattern GOAL_LINE = Cues.pattern(
            "\\s*(?:[•▪◦·*✓✔–-]{1,2}\\s|\\p{Lu}\\d{1,2}[.)]?\\s|\\d{1,2}[.)]?\\s{1,}|(?:hoved|hovud|del)?mål\\s+(?:\\p{Lu}?\\d|\\p{Lu}[:.])|\\([ivx]{1,4}\\)\\s)");
    private static final Pattern GOAL_CODE = Pattern.compile(
            "^\\s*(?:(?:(?:Hoved|Hovud|Del)?[Mm]ål|[\\p{L}]+område)\\s+)?(\\p{Lu}?\\d{1,2}(?:\\.\\d{1,2})?|\\p{Lu}(?=[.):]|\\s{2}|\\s+[–-]))[.):]?\\s");
    private static final Pattern LABELED_LINE = Cues.pattern(
            "^(?:\\p{Lu}[\\p{L} ]{2,24}:|forankr|bygg(?:er|jer)\\s+på|tar\\s+utgangspunkt|tek\\s+utgangspunkt|formål|føremål|mål)");
    private static final Pattern GOALS_GO_ON =
            Cues.pattern("\\bskal\\s+(?:\\p{L}+\\s+){0,3}(?:ha|få|kunne|vere|være)$");
    private static final Pattern MEASURE_END =
            Cues.pattern("[.:;!?](?=\\s|$)|,\\s+(?:etter|jf|slik|der|som)\\s|\\s+held\\s+fram|\\s+\\(");
    private static final Pattern UNDER_GOAL = Cues.pattern("\\((?:del)?mål\\s+(\\d{1,2})\\)");
    private static final Pattern MEASURES = Cues.pattern(
            "^(?:\\d+(?:\\.\\d{1,3}){0,6}\\.?\\s+)?(?:tiltak|handlingsdel|dette\\s+(?:skal|vil)\\s+vi\\s+gj(?:øre|ere)|interne\\s+aktiviteter)(?:\\s+(?:i\\s+)?20\\d\\d)?\\s*:?$");
    private static final Pattern WE_WILL = Cues.pattern(
            "^(?:slik\\s+(?:gjør|gjer|vil)\\s+vi.*|tiltak\\b.*|dette\\s+(?:gjør|gjer)\\s+vi.*)\\s*:$|\\b(?:vil|skal)\\s+vi(?:\\s+\\p{L}+)?\\s*:?$|\\bvi\\s+(?:vil|skal)\\s*:?$");
    private static final Pattern RESPONSIBLE = Cues.pattern("\\bAnsvar(?:lig|leg)?\\s*:\\s*");
    private static final Pattern DATED = Pattern.compile(
            "(?m)^[ \\t]*(?:[•–-]\\s*)?((?:Webinar|Samling|Fagdag|Temadag|Kurs|Seminar|Konferanse|Workshop)(?:\\s\\d{1,2})?(?:,|\\s(?:i|på)\\s)[^:\\n]{3,60}:\\s*\\p{Lu}[^.\\n]{2,90})\\.([^\\n]*)$");
    // "Samling 2      Måling og tavlemøter, 5. juni 2024, digitalt"
    private static final Pattern SCHEDULE = Pattern.compile(
            "(?m)^\\s{0,60}(?:Samling|Modul|Webinar|Fagdag)\\s+(\\d{1,2})(?:\\s{2,60}|\\s*:\\s*)(\\p{Lu}(?:(?! {2}|\\t)[^,\\n]){3,80})(.*)$");
    private static final Pattern TIMED = Cues.pattern(
            "(?m)^[ \\t]{0,20}(?:[•–-]\\s)?(\\p{Lu}[^\\n\\t]{4,80}?)(?: {3,60}|\\t+)((?:vår|høst|haust|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|uke|veke|hele|heile|løpende|månedlig|årlig|hver|kvar|\\d{1,2}\\.\\s|20\\d\\d|q[1-4])[^\\n]{0,60})$");
    private static final Pattern GATHERINGS =
            Cues.pattern("\\bsamling(?:ene|ane|er|ar)\\b|\\bfagdag(?:ene|ane|er|ar)\\b");
    private static final Pattern SURVEY = Cues.pattern(
            "(?:spørre|spørje|bruker|brukar|medarbeider)undersøk(?:else|ing)(?:n|a|en)?|(?:fokus)?gruppeintervju(?:et|a)?");
    // Above what is read, has been replaced or is only drawn upon
    private static final Pattern NO_GROUNDS = Cues.pattern(
            "kilde|kjelde|litteratur|referanse|lenke|lenkje|(?<!\\p{L})les(?:e)?(?!\\p{L})|avløs|avløys|erstatt|utgått|utgåtte|forelda|bakgrunnsstoff|ikk(?:e|je)(?!\\p{L})|vedlegg|forbered|ta\\s+med|kurs|opplæring|høring|høyring|(?<!\\p{L})tal(?:l)?(?!\\p{L})|pensum|rutine");
    private static final Pattern LABEL = Cues.pattern(
            "^\\s*(?:vertskommune|leder|leiar|ansvar(?:lig|leg)?|kontakt(?:person)?|dato|sted|stad|tid|e-post|telefon|målgruppe|deltakere|deltakarar|medlemmer|eier|eigar|prosjekteier|merknad)\\s*:");
    // What stands among gatherings and is none
    private static final Pattern NO_ITEM = Cues.pattern(
            "^(?:\\d+(?:\\.\\d{1,3}){0,6}\\.?\\s+)?(?:påmeld|forbered|praktisk|ta\\s+med|til\\s+samling|avgrens|tall|tal$|resultat|frist|kontakt|program|økonomi|vurdering|deltak\\p{L}+\\s+vurdering|medverknad|medvirkning|oppfølging|\\p{L}+\\s+20\\d\\d$)");
    private static final Pattern OPENING_CONTACT = Cues.pattern("^kontakt(?:person)?");

    private static final Pattern MINUTES =
            Cues.pattern("^(?:referat|møtereferat|møte\\s+i|protokoll|møteprotokoll|innkalling)");

    private static final int LONGEST_HEADING = 300;
    private static final int LONGEST_LINE = 90;
    private static final int OWNER_IS_NAMED = 3;
    private static final int FIRST_LINES = 6;
    /// A thing named this early in a paragraph is what the paragraph tells of.
    private static final int OPENS_WITHIN = 6;
    /// How early in an item of a list of documents its document stands.
    private static final int EARLY = 60;
    private static final int SHORTEST_LIST = 3;
    private static final int LONGEST_LIST = 60;

    private enum Mode {
        NONE,
        GOALS,
        TARGETS,
        ANCHORS,
        FOCUS,
        RUN_BY_OWNER,
        ATTENDED_BY_OWNER,
        MEMBERS
    }

    private final DocumentText document;
    private final List<Passage> passages;
    private final Scene scene;
    private final Namer namer;
    private final PurposeRule purposes;
    private final GoverningRule governing;
    private final AgentRule agents;
    private final FigureRule figures;
    private final EvaluationRule evaluations;
    private final TableReader tables;
    private final FieldRule fields;
    private final FormRule forms;
    private final CalendarRule calendar;
    private final List<FlatTable> flatTables;
    private int nextFlatTable;
    private final Set<Span> readTables = new HashSet<>();

    /// What those belong to who are listed, where the words above the list say so.
    private Optional<Entity> memberOf = Optional.empty();
    /// What an item of the list at hand began with.
    private Optional<Entity> listTopic = Optional.empty();
    /// What the form read last was about.
    private Optional<EntityType> formType = Optional.empty();

    private int passageStart;
    /// Text stands between the heading that named the topic and here.
    private boolean textSinceHeading;
    private int topicLevel;
    private int goalLevel = Integer.MAX_VALUE;
    /// The level of the heading "Tiltak" that we are under; 0 when under none.
    private int measureLevel;
    /// The list that follows tells what the owner will do.
    private boolean willDo;
    /// The level of the heading that says what its items are.
    private int typeLevel;
    private Mode mode = Mode.NONE;
    private String goalKind = "goal";
    /// A mode begun by a sentence ending in a colon holds for the list that follows and no longer.
    private boolean modeEndsWithList;
    private boolean modeIsExplicit;
    private boolean inList;
    private boolean afterColon;
    private boolean afterHeading;
    /// The topic is an item's, which lines such as "Formål: …" below it tell more of.
    private boolean itemTopic;
    /// "Overordnet mål:" is followed by the goal itself.
    private boolean wholeGoal;

    Reading(DocumentText document, List<Resolution> citations, Geography geography) {
        this.document = document;
        this.passages = Layout.of(document);
        this.scene = new Scene(document, citations, documentYear(document));
        this.namer = new Namer(scene, new PlaceFinder(geography, day(document, scene.year), document.text()));
        this.purposes = new PurposeRule(scene);
        this.governing = new GoverningRule(scene);
        this.agents = new AgentRule(scene);
        this.evaluations = new EvaluationRule(scene);
        this.figures = new FigureRule(scene.collector);
        this.fields = new FieldRule(scene, namer, purposes);
        this.forms = new FormRule(scene, namer, purposes, fields);
        this.calendar = new CalendarRule(scene, namer, purposes);
        this.tables = new TableReader(scene, namer, purposes, this::readDetail);
        this.flatTables = FlatTable.all(document.text());
    }

    Extraction read() {
        findMain();
        tellNames();
        for (int i = 0; i < passages.size(); i++) {
            if (!passages.get(i).text().isBlank() && !passages.get(i).text().contains(".....")) {
                afterColon = i > 0 && passages.get(i - 1).text().strip().endsWith(":");
                afterHeading = i > 0 && passages.get(i - 1).kind() == Passage.Kind.HEADING;
                read(passages.get(i), i);
            }
        }
        tables.finish();
        namer.dropCounted();
        for (Entity thing : scene.collector.all()) {
            document.passageAt(thing.span().start())
                    .ifPresent(passage -> purposes.targetsOf(thing, Scene.trimmed(passage)));
        }
        Extraction found = scene.extraction();
        return new Extraction(found.entities(), found.relations(), tables.statuses());
    }

    private static Optional<java.time.LocalDate> day(DocumentText document, OptionalInt year) {
        return year.isPresent() ? Optional.of(java.time.LocalDate.of(year.getAsInt(), 12, 31)) : document.date();
    }

    private static OptionalInt documentYear(DocumentText document) {
        OptionalInt titled = Namer.year(document.title());
        if (titled.isEmpty() && !document.passages().isEmpty()) {
            titled = Namer.year(document.passages().getFirst().text());
        }
        OptionalInt common = commonYear(document);
        return titled.isPresent()
                ? titled
                : document.date().map(date -> OptionalInt.of(date.getYear())).orElse(common);
    }

    /// The year that the text speaks of more than of all others together.
    private static OptionalInt commonYear(DocumentText document) {
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

    // ----- before the reading: whose it is, what it is about, which names it tells

    /// The title is one of the first short lines.
    private void findMain() {
        findOwner();
        List<Passage> passages = document.passages();
        boolean kindBefore = false;
        for (int i = 0; i < Math.min(FIRST_LINES, passages.size()); i++) {
            Passage passage = passages.get(i);
            String text = passage.text().strip();
            boolean line = text.length() < LONGEST_HEADING
                    && passage.kind() != Passage.Kind.TABLE_ROW
                    && !(text.length() > LONGEST_LINE && text.endsWith("."));
            if (!line) {
                break;
            }
            if (STAMP.matcher(text).find()) {
                continue;
            }
            if (KIND_LINE.matcher(text).matches()) {
                kindBefore = true;
                continue;
            }
            boolean titled = TITLE_KIND.matcher(text).find() || kindBefore || isNameAlone(passage);
            if (titled && !SERIES.matcher(text).find() && tellMain(passage)) {
                break;
            }
        }
        findPlan();
    }

    private boolean tellMain(Passage passage) {
        String text = passage.text();
        var names = NameFinder.find(text, passage.span().start(), true).stream()
                .filter(named -> named.type() != EntityType.BODY
                        || isMandate() && named.span().start() - passage.span().start() < 14
                        || MINUTES.matcher(text).find())
                .toList();
        if (names.isEmpty()) {
            return false;
        }
        Entity named = namer.add(names.getFirst());
        scene.main = Optional.of(named);
        evaluation(passage, named);
        return true;
    }

    private boolean isMandate() {
        return document.title().toLowerCase(java.util.Locale.ROOT).contains("mandat");
    }

    /// "Evaluering av nettverk for demens 2022" evaluates it, and so does "Årsevaluering 2023" beside its name.
    private void evaluation(Passage passage, Entity named) {
        for (Passage line : document.passages()
                .subList(0, Math.min(FIRST_LINES, document.passages().size()))) {
            if (EVALUATION_LINE.matcher(line.text().strip()).matches()) {
                Span span = Scene.trimmed(line);
                Entity act =
                        namer.addActivity(Words.clean(line.text()), EntityType.ACTIVITY, span, Namer.year(line.text()));
                scene.state(act, Type.EVALUATES, named, span, Strength.EVALUATED, true, "evaluation-title", 0.9);
                return;
            }
        }
        Matcher evaluation = EVALUATION.matcher(document.title().strip());
        if (evaluation.find()) {
            Span span = Scene.trimmed(passage);
            Entity act = namer.addActivity(
                    Words.clean(document.title()), EntityType.ACTIVITY, span, Namer.year(document.title()));
            scene.state(act, Type.EVALUATES, named, span, Strength.EVALUATED, true, "evaluation-title", 0.9);
        }
    }

    /// The plan that the document is, from its title.
    private void findPlan() {
        if (scene.main.isPresent() || NO_PLAN.matcher(document.title()).find()) {
            return;
        }
        for (Passage passage : document.passages()
                .subList(0, Math.min(FIRST_LINES, document.passages().size()))) {
            String line = WIDE_GAP.split(passage.text().strip(), 2)[0];
            String title = Words.clean(line);
            if (title.length() > LONGEST_LINE + 30
                    || line.endsWith(".")
                    || NO_PLAN.matcher(title).find()) {
                continue;
            }
            if (PLAN_TITLE.matcher(title).find() && !STAMP.matcher(title).find()) {
                int start = passage.span().start() + passage.text().indexOf(line);
                scene.plan = Optional.of(scene.collector.add(
                        "lokal-" + Words.slug(title),
                        EntityType.LOCAL_PLAN,
                        title,
                        new Span(start, start + line.length()),
                        scene.owner.map(Entity::key).orElse(""),
                        scene.year,
                        ""));
                return;
            }
        }
    }

    /// Whoever the title or the first lines name; else the center or municipality that is named far more than others.
    private void findOwner() {
        for (Passage passage : document.passages()
                .subList(0, Math.min(FIRST_LINES, document.passages().size()))) {
            String first = WIDE_GAP.split(passage.text().strip(), 2)[0];
            boolean attending = LabeledField.of(passage.text())
                    .filter(field ->
                            field.kind() == LabeledField.Kind.TAKES_PART || field.kind() == LabeledField.Kind.PLACE)
                    .isPresent();
            if (attending) {
                continue;
            }
            boolean letterhead = GOVERNOR_LINE.matcher(first).find() && first.length() < LONGEST_LINE;
            scene.owner = OrganizationFinder.owners(
                            passage.text(), passage.span().start())
                    .stream()
                    .filter(organization -> letterhead || !isGovernor(organization))
                    .findFirst()
                    .or(() -> letterheadOf(first, passage.span().start()))
                    .map(this::addOwner);
            scene.ownerIsClear = scene.owner.isPresent();
            if (scene.owner.isPresent() || passage.text().length() > 400) {
                break;
            }
        }
        countOwners();
    }

    /// The organization whose name is most of a line at the top.
    private static Optional<Named> letterheadOf(String line, int origin) {
        return OrganizationFinder.find(line, origin).stream()
                .filter(organization -> 2 * organization.span().length() > line.length())
                .filter(organization -> !Namer.isHouse(organization.name())
                        && LabeledField.of(line).isEmpty())
                .filter(organization -> !organization.key().equals("helsedirektoratet"))
                .findFirst();
    }

    private static boolean isGovernor(Named organization) {
        return GOVERNOR_LINE.matcher(organization.name()).find();
    }

    private Entity addOwner(Named named) {
        if (named.type() == EntityType.MUNICIPALITY) {
            return namer.agents(named.name(), named.span().start()).stream()
                    .map(Spoken::entity)
                    .findFirst()
                    .orElseGet(() -> namer.addAgent(named));
        }
        return namer.addAgent(named);
    }

    private void countOwners() {
        var counts = new HashMap<String, Integer>();
        var first = new HashMap<String, Named>();
        var governors = new HashMap<String, Named>();
        for (Named named : OrganizationFinder.owners(document.text(), 0)) {
            if (isGovernor(named)) {
                governors.putIfAbsent(named.key(), named);
                continue;
            }
            counts.merge(named.key(), 1, Integer::sum);
            first.putIfAbsent(named.key(), named);
        }
        if (governors.size() == 1) {
            scene.governor = governors.values().stream().findFirst().map(namer::addAgent);
        }
        if (scene.owner.isPresent()) {
            return;
        }
        // A center writes of the municipalities it serves; they do not make its report theirs.
        boolean center = counts.keySet().stream().anyMatch(key -> key.startsWith("usht-"));
        counts.keySet().removeIf(key -> center && !key.startsWith("usht-"));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Named> leading = first.values().stream()
                .filter(named -> 2 * counts.getOrDefault(named.key(), 0) >= most && counts.containsKey(named.key()))
                .toList();
        if (most >= OWNER_IS_NAMED) {
            // Of those named often, the one of whose places the text speaks most.
            scene.owner = leading.stream()
                    .max(Comparator.comparingLong(this::mentionsOfPlaces).thenComparing(Named::key))
                    .filter(named -> counts.getOrDefault(named.key(), 0) == most
                            || named.key().startsWith("usht-"))
                    .map(this::addOwner);
        }
    }

    private long mentionsOfPlaces(Named organization) {
        return Pattern.compile("\\p{Lu}\\p{Ll}+")
                .matcher(organization.name())
                .results()
                .mapToLong(place -> Pattern.compile(Pattern.quote(place.group()))
                        .matcher(document.text())
                        .results()
                        .count())
                .sum();
    }

    /// The names that headings and quotation marks tell, so that sentences before and after them can repeat them.
    private void tellNames() {
        for (Passage passage : passages) {
            boolean heading = passage.kind() == Passage.Kind.HEADING;
            for (Named named : NameFinder.find(passage.text(), passage.span().start(), heading)) {
                if (named.name().contains("«")) {
                    namer.add(named);
                }
            }
        }
    }

    // ----- passages

    private void read(Passage passage, int index) {
        if (isFlat(passage)) {
            return;
        }
        if (forms.read(passage)) {
            formType = scene.topic.map(Entity::type).or(() -> formType);
            mode = Mode.NONE;
            textSinceHeading = true;
            return;
        }
        scene.beginParagraph();
        passageStart = passage.span().start();
        if (passage.kind() != Passage.Kind.HEADING) {
            textSinceHeading = true;
            groundsListed(passage, index);
        }
        if (kind(passage) != Passage.Kind.LIST_ITEM) {
            listTopic = Optional.empty();
        }
        switch (kind(passage)) {
            case HEADING -> {
                // "Overordnet mål:" and "A1  Flere eldre deltar" are set like headings, and are goals.
                boolean wholeStatement = mode == Mode.GOALS
                        && afterHeading
                        && passage.text().strip().length() > LONGEST_LINE / 3
                        && Cues.GOAL_SENTENCE.matcher(passage.text()).find()
                        && !GOALS_GO_ON.matcher(passage.text().strip()).find();
                if (mode == Mode.GOALS
                        && (afterColon
                                || wholeStatement
                                || GOAL_LINE.matcher(passage.text()).lookingAt() && goalsAreMarked(passage))) {
                    readPurpose(passage);
                } else {
                    readHeading(passage, index);
                }
            }
            case TABLE_ROW -> {
                inList = false;
                namer.agents(passage.text(), passage.span().start());
                if (mode == Mode.MEMBERS) {
                    addMembers(passage);
                } else if (passage.cells().size() == 2
                        && passage.columns().isEmpty()
                        && LabeledField.of(passage.text()).isPresent()) {
                    readSentence(Scene.trimmed(passage));
                } else {
                    tables.read(passage);
                }
            }
            case LIST_ITEM -> {
                inList = true;
                readItem(passage);
            }
            case PARAGRAPH -> readParagraph(passage);
        }
    }

    /// "Eier: USHT Fjordvik" set by itself looks like a heading, and is none; a line that is a network's name and
    /// nothing else heads what stands below it.
    private Passage.Kind kind(Passage passage) {
        return switch (passage.kind()) {
            case HEADING ->
                LabeledField.of(passage.text()).isPresent() || mode == Mode.MEMBERS && isMemberLine(passage)
                        ? Passage.Kind.PARAGRAPH
                        : Passage.Kind.HEADING;
            case PARAGRAPH -> isNameAlone(passage) ? Passage.Kind.HEADING : Passage.Kind.PARAGRAPH;
            default -> passage.kind();
        };
    }

    private static boolean isNameAlone(Passage passage) {
        String text = passage.text().strip();
        if (text.isEmpty()
                || text.length() > LONGEST_LINE
                || text.matches("(?s).*[.:;,\\n\\t].*")
                || !Character.isUpperCase(text.charAt(0))
                || WIDE_GAP.matcher(text).find()) {
            return false;
        }
        return NameFinder.find(text, 0, true).stream()
                .anyMatch(named -> (named.isNetwork() || named.type().isProject())
                        && named.span().start() == 0
                        && named.span().end() > text.length() - 12);
    }

    /// A list that consists of governing documents tells what rests on them, whatever the words above it, unless those
    /// say that they are sources or are no longer in force.
    private void groundsListed(Passage first, int index) {
        if (index == 0 || mode != Mode.NONE || !isShortItem(first)) {
            return;
        }
        Passage lead = passages.get(index - 1);
        boolean introduces =
                lead.kind() == Passage.Kind.HEADING || lead.text().strip().endsWith(":");
        if (!introduces || NO_GROUNDS.matcher(lead.text()).find()) {
            return;
        }
        int items = 0;
        int citing = 0;
        for (int i = index; i < passages.size() && isShortItem(passages.get(i)); i++) {
            items++;
            Span span = passages.get(i).span();
            if (scene.citationsIn(span).stream()
                    .anyMatch(citation -> citation.mention().span().start() - span.start() < EARLY)) {
                citing++;
            }
            if (items > LONGEST_LIST) {
                break;
            }
        }
        if (items >= SHORTEST_LIST && citing * 10 >= items * 6) {
            mode = Mode.ANCHORS;
            modeIsExplicit = false;
            modeEndsWithList = true;
        }
    }

    private static boolean isShortItem(Passage passage) {
        return passage.kind() == Passage.Kind.LIST_ITEM
                && passage.text().length() < 3 * LONGEST_LINE
                && !NameFinder.isSentence(" " + passage.text() + " ");
    }

    /// "A1  Flere eldre deltar", or a number and a wide gap in a list that a colon began; "3 Målgruppe" is a heading.
    private boolean goalsAreMarked(Passage passage) {
        Matcher code = GOAL_CODE.matcher(passage.text());
        return code.find()
                && (Character.isLetter(code.group(1).charAt(0))
                        || modeEndsWithList && code.group().endsWith("  "))
                && Outline.itemType(passage.text()).isEmpty();
    }

    /// Whether a passage is part of a flat table, which is read when its first passage comes.
    private boolean isFlat(Passage passage) {
        while (nextFlatTable < flatTables.size()
                && flatTables.get(nextFlatTable).span().end() <= passage.span().start()) {
            nextFlatTable++;
        }
        if (passage.kind() == Passage.Kind.TABLE_ROW
                || nextFlatTable == flatTables.size()
                || !flatTables.get(nextFlatTable).span().overlaps(passage.span())) {
            return false;
        }
        FlatTable table = flatTables.get(nextFlatTable);
        if (readTables.add(table.span())) {
            table.rows()
                    .forEach(row -> namer.agents(
                            row.span().cut(document.text()), row.span().start()));
            tables.read(table);
        }
        return true;
    }

    /// Lines below a row tell more of it.
    private void readDetail(Span span, Entity entity) {
        Optional<Entity> before = scene.topic;
        scene.topic = Optional.of(entity);
        readSentence(span);
        scene.topic = before;
    }

    private void readHeading(Passage passage, int index) {
        String text = passage.text();
        Optional<EntityType> type = Outline.itemType(text);
        boolean ofOthers = Outline.isOfOthers(text);
        if (ofOthers) {
            type = Optional.of(EntityType.NETWORK);
        }
        boolean common = Outline.isCommon(text);
        if (scene.topic.isPresent()
                && (passage.level() <= topicLevel || type.isPresent() || isNextTopic(text, common))) {
            scene.topic = Optional.empty();
        }
        if (passage.level() <= goalLevel) {
            scene.sectionGoal = Optional.empty();
        }
        Matcher under = UNDER_GOAL.matcher(text);
        if (under.find()) {
            scene.sectionGoal = scene.goalMarked(under.group(1));
            goalLevel = passage.level();
        }
        if (MEASURES.matcher(text.strip()).find()) {
            measureLevel = passage.level();
        } else if (passage.level() <= measureLevel) {
            measureLevel = 0;
        }
        if (type.isPresent()) {
            scene.itemType = type;
            typeLevel = passage.level();
        }
        if (type.isEmpty() && passage.level() <= typeLevel) {
            scene.itemType = Optional.empty();
            typeLevel = 0;
        }
        scene.forget(entity -> entity.type().isActivity() && !Namer.isSurvey(entity));
        boolean goal = Cues.GOAL_NUMBERED.matcher(text).find();
        Optional<Entity> topic = goal ? Optional.empty() : topic(passage, index, common);
        scene.freshTopic = topic.filter(entity -> entity.type().isNetwork()).isPresent();
        textSinceHeading &= topic.isEmpty();
        topic.ifPresent(entity -> {
            scene.topic = Optional.of(entity);
            topicLevel = passage.level();
            scene.remember(entity);
            headed(passage, entity);
        });
        startMode(passage, true);
        if (ofOthers) {
            mode = Mode.ATTENDED_BY_OWNER;
        }
        focusOrGoal(passage);
        if (scene.sectionGoal.isPresent()) {
            goalLevel = Math.min(goalLevel, passage.level());
        }
    }

    /// A heading without a number after text is of the same rank as the one above that text, whatever its looks; but
    /// one
    /// such as "Formål" or "Deltakere" tells more of it.
    private boolean isNextTopic(String text, boolean common) {
        return textSinceHeading
                && Outline.numbering(text) == 0
                && !common
                && !Cues.GOAL_HEADING.matcher(text).find()
                && !Cues.TARGET_HEADING.matcher(text).find()
                && !Cues.ANCHOR_HEADING.matcher(text).find()
                && !Cues.ANCHOR_LIST.matcher(text).find()
                && !Cues.MEMBER_HEADING.matcher(text.strip()).find()
                && !Cues.FOCUS_LIST.matcher(text).find();
    }

    /// The thing that a heading names.
    private Optional<Entity> topic(Passage passage, int index, boolean common) {
        int number = Outline.numbering(passage.text());
        String text = passage.text().substring(number);
        int origin = passage.span().start() + number;
        if (index < FIRST_LINES
                && scene.main.isPresent()
                && scene.main.get().span().overlaps(passage.span())) {
            return Optional.empty();
        }
        if (scene.itemType.filter(EntityType::isProject).isPresent() && Outline.endsInYear(text)) {
            return Optional.of(headedProject(text, Scene.trimmed(passage)));
        }
        var names = NameFinder.find(text, origin, true);
        if (!names.isEmpty()) {
            return Optional.of(namer.add(names.getFirst()));
        }
        if (Outline.isAction(text)) {
            return Optional.of(namer.addActivity(
                    Words.clean(text), EntityType.ACTIVITY, Scene.trimmed(passage), Namer.year(text)));
        }
        if (Outline.isRole(text)) {
            role(text, Scene.trimmed(passage));
            return Optional.empty();
        }
        if (!common && forms.beginsBelow(passage) && text.length() < LONGEST_LINE && formType.isPresent()) {
            return Optional.of(namer.add(Named.of(formType.get(), Words.clean(text), Scene.trimmed(passage))));
        }
        surveyNamed(text, origin);
        if (common || Outline.itemType(text).isPresent() || text.length() > LONGEST_LINE + 40) {
            return Optional.empty();
        }
        var quoted = NameFinder.quotedItem(text, origin, scene.itemType.orElse(EntityType.PROJECT));
        if (quoted.isPresent() && quoted.get().span().length() > text.strip().length() - 12) {
            return quoted.map(namer::add);
        }
        boolean cited = !scene.citationsIn(passage.span()).isEmpty();
        boolean organization = !OrganizationFinder.find(text, origin).isEmpty();
        boolean named = scene.itemType.isPresent()
                && !NameFinder.isSentence(text)
                && !cited
                && !organization
                && Character.isUpperCase(text.strip().charAt(0))
                && !NO_ITEM.matcher(text).find()
                && !Cues.GOAL_HEADING.matcher(text).find()
                && !Cues.TARGET_HEADING.matcher(text).find()
                && !Cues.ANCHOR_HEADING.matcher(text).find()
                && !Cues.FOCUS_LIST.matcher(text).find();
        if (!named) {
            return Optional.empty();
        }
        EntityType type = scene.itemType.orElseThrow();
        String body = body(index);
        boolean fits = type.isNetwork()
                ? Outline.speaksOfGatherings(body)
                : type.isProject()
                        ? Outline.speaksOfProject(body)
                        : NameFinder.type(text) != EntityType.ACTIVITY
                                || !ActivityPhrases.find("holdt " + text + " i").isEmpty();
        if (!fits) {
            return Optional.empty();
        }
        Named name = Named.of(type, Words.clean(text), Scene.trimmed(passage));
        Entity entity = namer.add(name);
        namer.teach(name.name(), entity);
        return Optional.of(entity);
    }

    /// "Resultat frå spørjeundersøkinga": what is told below are the survey's figures.
    private void surveyNamed(String text, int origin) {
        Matcher survey = SURVEY.matcher(text);
        if (survey.find()) {
            Entity entity = namer.addActivity(
                    Words.clean(survey.group()),
                    EntityType.ACTIVITY,
                    new Span(origin + survey.start(), origin + survey.end()),
                    OptionalInt.empty());
            scene.main.ifPresent(evaluated -> scene.state(
                    entity,
                    Type.EVALUATES,
                    evaluated,
                    new Span(origin, origin + text.stripTrailing().length()),
                    Strength.CARRIED_OUT,
                    false,
                    "survey",
                    0.7));
            scene.remember(entity);
        }
    }

    private Entity headedProject(String text, Span span) {
        return namer.addActivity(Words.clean(text), scene.itemType.orElseThrow(), span, Namer.year(text));
    }

    /// The text between a heading and the next one.
    private String body(int heading) {
        var body = new StringBuilder();
        for (int i = heading + 1; i < passages.size() && passages.get(i).kind() != Passage.Kind.HEADING; i++) {
            body.append(passages.get(i).text()).append('\n');
        }
        return body.toString();
    }

    /// A heading that names a thing and cites a document ties the two: "Demensplan 2025 – «Rett hjem»".
    private void headed(Passage passage, Entity entity) {
        Span span = Scene.trimmed(passage);
        boolean followsUp = Cues.FULFILS.matcher(passage.text()).find();
        for (Resolution citation : scene.citationsIn(passage.span())) {
            boolean inQuotes = entity.name().contains("«")
                    && entity.name().contains(citation.mention().text());
            scene.state(
                    entity,
                    followsUp || inQuotes ? Type.FULFILS : Type.ANCHORED_IN,
                    citation,
                    span,
                    Strength.NAMED,
                    true,
                    "heading",
                    inQuotes ? 0.7 : 0.85);
        }
        if (entity.type() == EntityType.BODY) {
            scene.owner.ifPresent(
                    owner -> scene.state(entity, Type.PART_OF, owner, span, Strength.NAMED, false, "body-of", 0.7));
        }
    }

    /// "Innsatsområde 1: Aktivitet", "Mål 2: Flere bor hjemme" tell the goal in the heading itself.
    private void focusOrGoal(Passage passage) {
        String text = passage.text();
        Matcher focus = Cues.FOCUS_HEADING.matcher(text);
        if (focus.find()) {
            scene.sectionGoal = headedGoal(passage, focus.end(), "focus-area");
            return;
        }
        Matcher goal = Cues.GOAL_NUMBERED.matcher(text);
        boolean several = goal.results().count() > 1;
        goal.reset();
        if (several) {
            goalLines(passage);
        } else if (goal.find()) {
            scene.sectionGoal = headedGoal(passage, goal.end(), Outline.kindOfGoal(text));
        }
    }

    private Optional<Entity> headedGoal(Passage passage, int from, String kind) {
        Optional<Entity> goal = purposes.goal(
                Scene.trimmed(passage),
                passage.text().substring(from),
                passage.span().start() + from,
                scene.bearer(),
                kind);
        Matcher code = GOAL_CODE.matcher(passage.text());
        if (goal.isPresent() && code.find()) {
            scene.mark(code.group(1), goal.get());
        }
        return goal;
    }

    /// Goals that stand one on each line, by their letters and numbers.
    private void goalLines(Passage passage) {
        Matcher line = LINE.matcher(passage.text());
        int start = -1;
        int end = 0;
        while (line.find()) {
            boolean begins = GOAL_LINE.matcher(line.group()).lookingAt();
            if (begins && start >= 0) {
                goalLine(passage, start, end);
            }
            if (begins || start < 0) {
                start = line.start();
            }
            end = line.end();
        }
        if (start >= 0) {
            goalLine(passage, start, end);
        }
    }

    private void goalLine(Passage passage, int start, int end) {
        String words = passage.text().substring(start, end);
        int origin = passage.span().start() + start;
        purposes.goal(
                        new Span(origin, origin + words.length()),
                        words,
                        origin,
                        scene.bearer(),
                        words.strip().startsWith("Delmål") ? "sub-goal" : goalKind)
                .ifPresent(goal -> {
                    Matcher code = GOAL_CODE.matcher(words);
                    if (code.find()) {
                        scene.mark(code.group(1), goal);
                    }
                });
    }

    private void role(String text, Span span) {
        String name = Words.clean(text).replaceFirst("^\\d+\\.\\s*", "");
        Entity role = scene.collector.add(
                "rolle-" + Words.slug(name)
                        + scene.owner.map(owner -> "-" + owner.key()).orElse(""),
                EntityType.ROLE,
                name,
                span,
                scene.owner.map(Entity::key).orElse(""),
                OptionalInt.empty(),
                "");
        scene.owner.ifPresent(
                owner -> scene.state(role, Type.PART_OF, owner, span, Strength.NAMED, false, "body-of", 0.7));
    }

    private void startMode(Passage passage, boolean heading) {
        String text = passage.text().strip();
        if (heading && mode == Mode.GOALS && GOALS_GO_ON.matcher(text).find()) {
            // "Når læringsnettverket er slutt, skal teamene ha" goes on with the goals.
            return;
        }
        inList = false;
        modeEndsWithList = !heading;
        modeIsExplicit = Cues.ANCHOR_LIST.matcher(text).find();
        boolean lead = heading || text.endsWith(":");
        Matcher owners = LEAD.matcher(text);
        if (owners.find()) {
            mode = LEADS.matcher(owners.group(1)).find() ? Mode.RUN_BY_OWNER : Mode.ATTENDED_BY_OWNER;
        } else if (lead
                && (modeIsExplicit
                        || heading && Cues.ANCHOR_HEADING.matcher(text).find())) {
            mode = Mode.ANCHORS;
        } else if (lead && Cues.TARGET_HEADING.matcher(text).find()) {
            mode = Mode.TARGETS;
        } else if (lead
                && Cues.FOCUS_LIST.matcher(text).find()
                && !Cues.FOCUS_HEADING.matcher(text).find()) {
            mode = Mode.FOCUS;
        } else if (lead
                && (Cues.MEMBER_HEADING.matcher(text).find()
                        || !heading && Cues.MEMBERS_FOLLOW.matcher(text).find())) {
            mode = Mode.MEMBERS;
            memberOf = heading
                    ? Optional.empty()
                    : namer.things(text, Scene.trimmed(passage)).stream()
                            .map(Spoken::entity)
                            .filter(thing -> thing.type().isNetwork()
                                    || thing.type().isProject()
                                    || thing.type() == EntityType.BODY)
                            .findFirst();
        } else if (heading
                        && Cues.GOAL_HEADING.matcher(text).find()
                        && !Cues.GOAL_NUMBERED.matcher(text).find()
                || !heading && Cues.GOAL_LEAD.matcher(text).matches()
                || Cues.GOALS_FOLLOW.matcher(text).find()) {
            mode = Mode.GOALS;
            wholeGoal = text.endsWith(":");
            goalKind = Outline.kindOfGoal(text);
        } else {
            mode = Mode.NONE;
        }
    }

    private void readItem(Passage passage) {
        Matcher owners = LEAD.matcher(passage.text().strip());
        if (owners.find()) {
            startMode(passage, false);
            return;
        }
        switch (mode) {
            case GOALS -> goalLine(passage, 0, passage.text().length());
            case TARGETS ->
                purposes.targets(passage.text(), passage.span().start(), Scene.trimmed(passage), scene.bearer());
            case ANCHORS -> addAnchors(passage);
            case FOCUS -> addFocus(passage);
            case MEMBERS -> addMembers(passage);
            case RUN_BY_OWNER, ATTENDED_BY_OWNER -> addOfOwner(passage);
            case NONE -> {
                Optional<Entity> before = scene.topic;
                if (listTopic.isPresent()
                        && scene.topic
                                .filter(topic -> topic.type().isActivity()
                                        || topic.type().isNetwork())
                                .isEmpty()) {
                    scene.topic = listTopic;
                }
                Optional<Entity> thing =
                        itemThing(passage).or(() -> measureLevel > 0 || willDo ? measure(passage) : Optional.empty());
                if (thing.isPresent()) {
                    scene.topic = thing;
                    if (opensList(passage, thing.get())) {
                        listTopic = thing;
                    }
                }
                readSentences(passage);
                boolean nameAlone = thing.isPresent()
                        && passage.text().strip().length() - thing.get().name().length() < 12;
                scene.topic = nameAlone ? thing : before;
                itemTopic = nameAlone;
                topicLevel = nameAlone ? Integer.MAX_VALUE : topicLevel;
            }
        }
    }

    /// A list whose first item begins with a network's or a project's name may tell of it in the items below.
    private static boolean opensList(Passage passage, Entity thing) {
        return (thing.type().isNetwork() || thing.type().isProject())
                && thing.span().start() - passage.span().start() < OPENS_WITHIN;
    }

    /// The thing that an item names: by its noun, or because the section says what its items are.
    private Optional<Entity> itemThing(Passage passage) {
        String text = passage.text();
        int origin = passage.span().start();
        List<Named> names = NameFinder.find(text, origin, true);
        Optional<Entity> thing = Optional.empty();
        for (Named named : names) {
            Entity entity = namer.add(named);
            thing = thing.isPresent() ? thing : Optional.of(entity);
        }
        if (thing.isEmpty() && scene.itemType.isPresent()) {
            thing = NameFinder.quotedItem(
                            text.replaceFirst("^\\d{1,2}\\.\\s*", match(text)), origin, scene.itemType.get())
                    .map(namer::add)
                    .or(() -> researchItem(passage));
        }
        thing.ifPresent(entity -> {
            scene.remember(entity);
            for (Resolution citation : scene.citationsIn(passage.span())) {
                if (citation.mention().span().end() > passage.span().end() - 3
                        || Cues.FULFILS.matcher(text).find()) {
                    scene.state(
                            entity,
                            Cues.FULFILS.matcher(text).find() ? Type.FULFILS : Type.ANCHORED_IN,
                            citation,
                            Scene.trimmed(passage),
                            Cues.strength(text, Strength.NAMED),
                            true,
                            "item",
                            0.8);
                }
            }
        });
        return thing;
    }

    /// White space of the same length, so that offsets stay.
    private static String match(String text) {
        Matcher number = Pattern.compile("^\\d{1,2}\\.\\s*").matcher(text);
        return number.find() ? " ".repeat(number.end()) : "";
    }

    /// "Ph.d. … 2020-2023 i regi av …", "ASCOT (…) 2021–2024 i regi av …" in a section on research.
    private Optional<Entity> researchItem(Passage passage) {
        String text = passage.text();
        if (scene.itemType.filter(type -> type.isProject()).isEmpty()) {
            return Optional.empty();
        }
        Matcher name = Pattern.compile(
                        "^(?:\\d{1,2}\\.\\s*)?([^.:]{3,120}?(?:\\.\\s?d\\.[^.:]{3,120}?)?)(?=\\s+i\\s+regi\\s|[.:](?:\\s|$)|$)")
                .matcher(text.strip());
        if (!name.find()
                || name.group(1).startsWith("Vi ")
                || NameFinder.isSentence(name.group(1) + " ")
                || !Outline.speaksOfProject(text)) {
            return Optional.empty();
        }
        int start = passage.span().start() + text.indexOf(name.group(1));
        return Optional.of(namer.addActivity(
                Words.clean(name.group(1)),
                scene.itemType.orElseThrow(),
                new Span(start, start + name.group(1).length()),
                Namer.year(name.group(1))));
    }

    /// "Lede: 1. Nettverk for …" and "Delta i: …" tell what the owner does with each item.
    private void addOfOwner(Passage passage) {
        Optional<Entity> thing = itemThing(passage);
        Span evidence = Scene.trimmed(passage);
        if (thing.isPresent() && scene.owner.isPresent()) {
            boolean runs = mode == Mode.RUN_BY_OWNER;
            scene.state(
                    thing.get(),
                    runs ? Type.ORGANISED_BY : Type.PARTICIPANT,
                    scene.owner.get(),
                    evidence,
                    Strength.NAMED,
                    scene.ownerIsClear,
                    runs ? "runs-list" : "attends-list",
                    scene.ownerIsClear ? 0.85 : 0.75);
        }
        readSentences(passage);
    }

    /// Who is named at the beginning of an item under "Medlemmer" belongs.
    private void addMembers(Passage passage) {
        Optional<Entity> whole = memberOf.or(scene::subject);
        List<Spoken> agents = namer.agents(passage.text(), passage.span().start());
        if (agents.isEmpty()) {
            // "Sogndal" alone in a cell, "Luster" alone on a line.
            String first = passage.text().strip().split("[\\t\\n(,:;–-]", 2)[0];
            agents = namer.agents("i " + first.strip(), passage.span().start() - 2);
        }
        int origin = passage.span().start();
        for (Spoken agent : agents) {
            String before = passage.text().substring(0, Math.max(0, agent.span().start() - origin));
            if (agent.named() && whole.isPresent() && !before.contains(". ")) {
                scene.state(
                        whole.get(),
                        Type.PARTICIPANT,
                        agent.entity(),
                        Scene.trimmed(passage),
                        Strength.NAMED,
                        true,
                        "member-list",
                        0.88);
            }
        }
    }

    /// What the owner aims at: documents it rests on, and areas of its own.
    private void addFocus(Passage passage) {
        List<Resolution> cited = scene.citationsIn(passage.span());
        Optional<Entity> bearer = scene.subject().or(() -> scene.plan).or(() -> scene.owner);
        for (Resolution citation : cited) {
            bearer.ifPresent(entity -> scene.state(
                    entity,
                    Type.ANCHORED_IN,
                    citation,
                    Scene.trimmed(passage),
                    Strength.ANCHORED,
                    false,
                    "focus-list",
                    0.75));
        }
        if (cited.isEmpty() && passage.text().strip().length() < 2 * LONGEST_LINE) {
            purposes.goal(Scene.trimmed(passage), passage.text(), passage.span().start(), scene.bearer(), "focus-area");
        }
    }

    private void readParagraph(Passage passage) {
        String text = passage.text();
        if (itemTopic && !LABELED_LINE.matcher(text.strip()).find()) {
            // What stands after a list is not about its last item.
            scene.topic = Optional.empty();
            itemTopic = false;
        }
        if (inList && modeEndsWithList) {
            mode = Mode.NONE;
        }
        String stripped = text.strip();
        boolean likeHeading = text.length() < LONGEST_LINE && !stripped.matches("(?s).*[.;,]");
        if (likeHeading
                && (Cues.ANCHOR_LINE.matcher(text).find()
                        || Cues.GOAL_HEADING.matcher(text).find()
                                && !Cues.GOAL_LEAD.matcher(text).lookingAt()
                        || Cues.TARGET_HEADING.matcher(text).find()
                        || Cues.MEMBER_HEADING.matcher(stripped).find()
                        || Cues.FOCUS_LIST.matcher(text).find()
                        || Cues.GOALS_FOLLOW.matcher(stripped).find()
                        || Cues.ANCHOR_LIST.matcher(text).find()
                                && scene.citationsIn(passage.span()).isEmpty()
                        || stripped.endsWith(":"))) {
            startMode(passage, !stripped.endsWith(":"));
            if (mode != Mode.NONE) {
                return;
            }
        } else if (stripped.endsWith(":")
                && (Cues.ANCHOR_LIST.matcher(text).find()
                        || Cues.FOCUS_LIST.matcher(text).find()
                        || Cues.MEMBERS_FOLLOW.matcher(lastSentence(passage)).find()
                        || LEAD.matcher(stripped).find()
                        || Cues.GOAL_LEAD.matcher(text).find())) {
            startMode(passage, false);
            if (mode == Mode.MEMBERS) {
                readSentences(passage);
            }
            return;
        }
        if (mode == Mode.MEMBERS && isMemberLine(passage)) {
            addMembers(passage);
            return;
        }
        focusOrGoal(passage);
        term(passage);
        readPurpose(passage);
        if (calendar.read(passage) || timed(passage)) {
            return;
        }
        inlineGatherings(passage);
        schedule(passage);
        dated(passage);
        willDo = WE_WILL.matcher(stripped).find();
        Optional<Entity> before = scene.topic;
        if (measureLevel > 0 || RESPONSIBLE.matcher(text).find()) {
            measure(passage).ifPresent(entity -> scene.topic = Optional.of(entity));
        }
        if (!OPENING_CONTACT.matcher(stripped).find()) {
            readSentences(passage);
        }
        if (measureLevel > 0 || RESPONSIBLE.matcher(text).find()) {
            scene.topic = before;
        }
    }

    private static String lastSentence(Passage passage) {
        Span last = Sentences.of(passage).getLast();
        return passage.text()
                .substring(
                        last.start() - passage.span().start(),
                        last.end() - passage.span().start())
                .strip();
    }

    /// "Fjordvik" or "USHT Fjordvik (to medlemmer)" alone on a line, below words that say who belongs.
    private boolean isMemberLine(Passage passage) {
        String text = passage.text().strip();
        return !text.isEmpty()
                && text.length() < LONGEST_LINE
                && !text.matches("(?s).*[.:!?]")
                && !NameFinder.isSentence(" " + text + " ")
                && Character.isUpperCase(text.charAt(0))
                && !namer.agents("i " + text, passage.span().start() - 2).isEmpty();
    }

    /// What an item or the first words of a paragraph among measures will do, or has done.
    private Optional<Entity> measure(Passage passage) {
        String text = passage.text();
        Span first = Sentences.of(passage).getFirst();
        String words = first.cut(document.text());
        Matcher end = MEASURE_END.matcher(words);
        String name = Words.clean(end.find() ? words.substring(0, end.start()) : words)
                .replaceFirst("^(?:\\d{1,2}[.)]|[a-zæøå]\\)|o|–|-)\\s+", "");
        boolean sentence = NameFinder.isSentence(" " + name + " ") && passage.kind() != Passage.Kind.LIST_ITEM;
        if (NO_ITEM.matcher(name).find() || LABEL.matcher(text).find()) {
            return Optional.empty();
        }
        if (sentence || name.length() < 5 || name.length() > 2 * LONGEST_LINE || name.endsWith(":")) {
            return Optional.empty();
        }
        EntityType type = NameFinder.type(name);
        boolean held = type.isActivity();
        int at = Math.max(0, text.indexOf(name.length() > 12 ? name.substring(0, 12) : name));
        Span span = new Span(
                passage.span().start() + at,
                Math.min(
                        passage.span().start() + at + name.length(),
                        passage.span().end()));
        Entity entity = namer.addActivity(name, held ? type : EntityType.ACTIVITY, span, Namer.year(words));
        Matcher responsible = RESPONSIBLE.matcher(text);
        Span evidence = Scene.trimmed(passage);
        Strength strength = Cues.strength(text, Strength.PLANNED);
        if (responsible.find()) {
            String after = text.substring(responsible.end()).split("[.\\n]", 2)[0];
            List<Spoken> agentsNamed = namer.agents(after, passage.span().start() + responsible.end());
            if (agentsNamed.isEmpty()
                    && after.matches("\\p{Lu}[\\p{L}-]{4,40}(?:\\s+\\p{Lu}?[\\p{L}-]+){0,3}")
                    && !after.matches("(?i).*(?:sjef|leder|leiar|rådgiv|direktør|koordinator).*")) {
                String clean = Words.clean(after);
                Span named = new Span(
                        passage.span().start() + responsible.end(),
                        passage.span().start() + responsible.end() + after.length());
                agentsNamed = List.of(new Spoken(
                        namer.addAgent(new Named(EntityType.ORGANIZATION, OrganizationFinder.key(clean), clean, named)),
                        named,
                        true));
            }
            for (Spoken agent : agentsNamed) {
                scene.state(entity, Type.ORGANISED_BY, agent.entity(), evidence, strength, true, "plan-row", 0.9);
            }
        }
        scene.sectionGoal.ifPresent(
                goal -> scene.state(entity, Type.CONTRIBUTES_TO, goal, evidence, strength, false, "under-goal", 0.8));
        return Optional.of(entity);
    }

    /// "Webinar 1, 9. februar: Dysfagi. 83 påloggingar." in a list of what was held.
    private void dated(Passage passage) {
        Optional<Entity> network = namer.network();
        Matcher line = DATED.matcher(passage.text());
        while (network.isPresent() && line.find()) {
            int origin = passage.span().start();
            String name = Words.clean(line.group(1));
            OptionalInt said = Namer.year(line.group());
            OptionalInt year = said.isPresent() ? said : scene.year;
            Entity gathering = scene.collector.add(
                    Words.slug(name) + Namer.suffix(year),
                    NameFinder.type(name),
                    name,
                    new Span(origin + line.start(1), origin + line.end(1)),
                    network.get().key(),
                    year,
                    "");
            Span evidence = new Span(origin + line.start(), origin + line.end());
            Strength strength = Cues.strength(line.group(), Strength.CARRIED_OUT);
            scene.state(gathering, Type.PART_OF, network.get(), evidence, strength, true, "schedule", 0.88);
            FigureRule.find(line.group(), evidence).forEach(figure -> figures.add(gathering.key(), figure));
            for (Spoken place : namer.agents(line.group(1), origin + line.start(1))) {
                if (place.named()) {
                    scene.state(
                            gathering, Type.TAKES_PLACE_AT, place.entity(), evidence, strength, true, "schedule", 0.8);
                }
            }
            for (Spoken guest : namer.agents(line.group(2), origin + line.start(2))) {
                if (guest.named()) {
                    scene.state(gathering, Type.PARTICIPANT, guest.entity(), evidence, strength, true, "schedule", 0.8);
                }
            }
        }
    }

    /// "Samling 2   Måling og tavlemøter, 5. juni 2024, digitalt" in the program of a network.
    private void schedule(Passage passage) {
        Optional<Entity> network = namer.network();
        Matcher line = SCHEDULE.matcher(passage.text());
        while (network.isPresent() && line.find()) {
            String name = Words.clean(line.group(2));
            int origin = passage.span().start();
            OptionalInt said = Namer.year(line.group(3));
            Span span = new Span(origin + line.start(2), origin + line.end(2));
            Span evidence = new Span(origin + line.start(), origin + line.end());
            Entity gathering = scene.collector.add(
                    Words.slug(name) + "-" + network.get().key() + Namer.suffix(said),
                    EntityType.GATHERING,
                    name,
                    span,
                    network.get().key(),
                    said,
                    "");
            namer.teach("samling " + line.group(1), gathering);
            scene.state(gathering, Type.PART_OF, network.get(), evidence, Strength.PLANNED, true, "schedule", 0.9);
            for (Spoken place : namer.agents(line.group(3), origin + line.start(3))) {
                if (place.named()) {
                    scene.state(
                            gathering,
                            Type.TAKES_PLACE_AT,
                            place.entity(),
                            evidence,
                            Strength.PLANNED,
                            true,
                            "schedule",
                            0.85);
                }
            }
        }
    }

    /// "Kurs i legemiddelsamstemming      vår 2023" on a line of its own is an activity, of what the document is about.
    private boolean timed(Passage passage) {
        Matcher line = TIMED.matcher(passage.text());
        boolean any = false;
        while (line.find()) {
            String name = Words.clean(line.group(1));
            boolean told = scene.itemType.filter(EntityType::isActivity).isPresent()
                    || NameFinder.type(name) != EntityType.ACTIVITY
                    || !ActivityPhrases.find(name + " i").isEmpty();
            if (!told || NameFinder.isSentence(" " + name + " ")) {
                continue;
            }
            any = true;
            int origin = passage.span().start();
            List<Named> networks = NameFinder.find(line.group(1), origin + line.start(1), true).stream()
                    .filter(Named::isNetwork)
                    .toList();
            if (!networks.isEmpty()) {
                // "Demensnettverket i Fjordvik      2016" tells since when there is one.
                networks.forEach(namer::add);
                continue;
            }
            Span evidence = new Span(origin + line.start(1), origin + line.end());
            EntityType type = NameFinder.type(name);
            Entity activity = namer.addActivity(
                    name,
                    type.isActivity() ? type : EntityType.ACTIVITY,
                    new Span(origin + line.start(1), origin + line.end(1)),
                    Namer.year(line.group(2)));
            scene.subject()
                    .filter(whole -> whole.type().isNetwork() || whole.type().isProject())
                    .ifPresent(whole -> scene.state(
                            activity,
                            Type.PART_OF,
                            whole,
                            evidence,
                            Strength.PLANNED,
                            false,
                            "gathering-in-section",
                            0.78));
        }
        return any;
    }

    private void readPurpose(Passage passage) {
        String text = passage.text();
        int origin = passage.span().start();
        Matcher goalLead = Cues.GOAL_LEAD.matcher(text);
        Matcher targetLead = Cues.TARGET_LEAD.matcher(text);
        if (goalLead.find() && !text.substring(goalLead.end()).isBlank()) {
            purposes.goal(
                    Scene.trimmed(passage),
                    text.substring(goalLead.end()),
                    origin + goalLead.end(),
                    scene.subject(),
                    Outline.kindOfGoal(goalLead.group()));
        } else if (targetLead.find() && !text.substring(targetLead.end()).isBlank()) {
            purposes.targets(
                    text.substring(targetLead.end()),
                    origin + targetLead.end(),
                    Scene.trimmed(passage),
                    scene.bearer());
        } else if (mode == Mode.TARGETS && !inList) {
            Span sentence = Sentences.of(passage).getFirst();
            String words = sentence.cut(document.text());
            if (!Cues.TARGETS.matcher(words).find()) {
                purposes.targets(words, sentence.start(), Scene.trimmed(passage), scene.bearer());
            }
            mode = Mode.NONE;
        } else if (mode == Mode.GOALS && GOAL_LINE.matcher(text).lookingAt()) {
            goalLines(passage);
        } else if (mode == Mode.GOALS
                && (wholeGoal && afterColon || passage.kind() == Passage.Kind.HEADING)
                && text.strip().length() < 2 * LONGEST_LINE) {
            purposes.goal(Scene.trimmed(passage), text, origin, scene.bearer(), goalKind);
            mode = Mode.NONE;
        } else if (mode == Mode.GOALS && !inList && !modeEndsWithList) {
            Span sentence = Sentences.of(passage).getFirst();
            String words = sentence.cut(document.text());
            boolean told = Cues.PURPOSE.matcher(words).find();
            if (!told
                    && !words.endsWith(":")
                    && Cues.GOAL_SENTENCE.matcher(words).find()) {
                purposes.goal(Scene.trimmed(passage), words, sentence.start(), scene.bearer(), goalKind);
                mode = Mode.NONE;
            }
        } else if (mode == Mode.ANCHORS
                && !modeEndsWithList
                && (modeIsExplicit || !NameFinder.isSentence(" " + text.strip() + " "))) {
            addAnchors(passage);
        }
    }

    /// "Dialogmøter: Formålet er å …" names a way of working and its purpose.
    private void term(Passage passage) {
        Matcher term = TERM.matcher(passage.text());
        if (!term.find()) {
            return;
        }
        String name = Words.clean(term.group(1));
        Span span =
                new Span(passage.span().start() + term.start(1), passage.span().start() + term.end(1));
        if (Outline.isRole(name)) {
            role(name, span);
            return;
        }
        boolean network = NameFinder.type(name).isNetwork();
        Entity entity = scene.collector.add(
                "metode-" + Words.slug(name)
                        + scene.owner.map(owner -> "-" + owner.key()).orElse(""),
                network ? EntityType.ACTIVITY : NameFinder.type(name),
                name,
                span,
                scene.owner.map(Entity::key).orElse(""),
                OptionalInt.empty(),
                "");
        scene.topic = Optional.of(entity);
        topicLevel = Integer.MAX_VALUE;
        scene.remember(entity);
    }

    /// "temaer for samlingene: 1) Seksualitet og overgrep, med …": each numbered theme is a gathering.
    private void inlineGatherings(Passage passage) {
        Optional<Entity> network = namer.network();
        if (network.isEmpty() || !GATHERINGS.matcher(passage.text()).find()) {
            return;
        }
        var items = INLINE_ITEM.matcher(passage.text()).results().toList();
        if (items.size() < 2) {
            return;
        }
        for (var item : items) {
            String name = Words.clean(item.group(1));
            Span span = new Span(
                    passage.span().start() + item.start(1), passage.span().start() + item.end(1));
            Entity gathering = scene.collector.add(
                    Words.slug(name) + "-" + network.get().key() + Namer.suffix(scene.year),
                    EntityType.GATHERING,
                    name,
                    span,
                    network.get().key(),
                    scene.year,
                    "");
            namer.teach(name, gathering);
            scene.state(
                    gathering,
                    Type.PART_OF,
                    network.get(),
                    Scene.trimmed(passage),
                    Cues.strength(passage.text(), Strength.NAMED),
                    true,
                    "gathering-of",
                    0.85);
        }
    }

    private void addAnchors(Passage passage) {
        Optional<Entity> subject = scene.subject().or(() -> scene.plan);
        boolean ofOwner = subject.isEmpty();
        subject = subject.or(() -> scene.owner);
        // The owner's grounds may be those of a plan that is not taken out, so only a clear list ties them to it.
        if (subject.isEmpty() || ofOwner && !(modeIsExplicit && passage.kind() == Passage.Kind.LIST_ITEM)) {
            return;
        }
        Span evidence = Scene.trimmed(passage);
        for (Resolution citation : scene.citationsIn(passage.span())) {
            scene.state(
                    subject.get(),
                    Type.ANCHORED_IN,
                    citation,
                    evidence,
                    Strength.ANCHORED,
                    modeIsExplicit && !ofOwner,
                    modeIsExplicit ? "anchor-list" : "anchor-heading",
                    ofOwner ? 0.6 : modeIsExplicit ? 0.95 : 0.82);
        }
    }

    // ----- sentences

    private void readSentences(Passage passage) {
        for (Span sentence : Sentences.of(passage)) {
            readSentence(sentence);
        }
    }

    private void readSentence(Span span) {
        String words = span.cut(document.text());
        Matcher goal = Cues.GOAL_LEAD.matcher(words);
        if (goal.lookingAt()
                && scene.topic.isPresent()
                && !words.substring(goal.end()).isBlank()) {
            purposes.goal(
                    span,
                    words.substring(goal.end()),
                    span.start() + goal.end(),
                    scene.topic,
                    Outline.kindOfGoal(goal.group()));
        }
        if (fields.read(words, span)) {
            fieldFigures(words, span);
            return;
        }
        Strength strength = Cues.strength(words, Strength.NAMED);
        List<Spoken> things = new ArrayList<>(namer.things(words, span));
        Optional<Entity> network = things.stream()
                .map(Spoken::entity)
                .filter(entity -> entity.type().isNetwork())
                .findFirst()
                .or(namer::network);
        for (Spoken gathering : namer.gatherings(words, span, things, network, strength)) {
            if (things.stream().noneMatch(thing -> thing.span().overlaps(gathering.span()) && thing.named())) {
                things.removeIf(thing -> thing.span().overlaps(gathering.span()));
                things.add(gathering);
            }
        }
        things.sort(Comparator.comparing(Spoken::span));
        var sentence = new Utterance(
                words, span, things, namer.agents(words, span.start()), scene.citationsIn(span), strength);
        invited(sentence);
        readFigures(sentence);
        things.stream()
                .map(Spoken::entity)
                .filter(entity ->
                        entity.type() == EntityType.BODY || entity.type().isNetwork())
                .findFirst()
                .or(() -> scene.topic.filter(entity -> entity.type() == EntityType.BODY))
                .ifPresent(body -> namer.meetings(words, span, body));
        purposes.read(sentence);
        agents.read(sentence);
        evaluations.read(sentence);
        governing.read(sentence);
        remember(sentence);
    }

    /// "Deltakere: 58 ernæringskontakter fra 11 kommuner" counts those of what the field is about.
    private void fieldFigures(String words, Span span) {
        scene.subject()
                .ifPresent(subject -> FigureRule.findAll(words, span).stream()
                        .filter(found -> bears(subject, found))
                        .forEach(found -> figures.add(subject.key(), found.figure())));
    }

    private void invited(Utterance sentence) {
        Optional<Entity> invited = scene.main.filter(entity -> !entity.type().isNetwork());
        Optional<Spoken> network = sentence.things().stream()
                .filter(thing -> thing.type().isNetwork())
                .findFirst();
        if (network.isPresent()
                && invited.isPresent()
                && INVITES.matcher(sentence.words()).find()) {
            scene.state(
                    invited.get(),
                    Type.PART_OF,
                    network.get().entity(),
                    sentence.span(),
                    Strength.PLANNED,
                    true,
                    "invitation",
                    0.85);
        }
    }

    /// Each figure belongs to the thing that was held which the sentence names last before it, else first after it;
    /// else
    /// to what the sentence is about, or the gathering told of before.
    private void readFigures(Utterance sentence) {
        // Two gatherings in one sentence have their own figures each, and those are read with their names.
        if (Namer.SEASON.matcher(sentence.words()).results().count() > 1) {
            return;
        }
        List<Spoken> held = sentence.things().stream()
                .filter(thing -> thing.type().isActivity())
                .toList();
        for (FigureRule.Found found : FigureRule.findAll(sentence.words(), sentence.span())) {
            Optional<Entity> bearer = held.stream()
                    .filter(thing -> sentence.start(thing) <= found.at())
                    .reduce((first, second) -> second)
                    .or(() -> held.stream().findFirst())
                    .or(() -> sentence.things().stream()
                            .filter(thing -> thing.type() != EntityType.LOCAL_PLAN)
                            .findFirst())
                    .map(Spoken::entity)
                    .or(this::countedBefore);
            if (found.isOfASurvey()) {
                bearer = survey(sentence);
            }
            bearer.filter(entity -> bears(entity, found))
                    .ifPresent(entity -> figures.add(entity.key(), found.figure()));
        }
    }

    /// Answers are a survey's, and those who sit in a body are not those who attended it.
    private static boolean bears(Entity entity, FigureRule.Found found) {
        boolean participants = found.figure().kind() == Figure.Kind.PARTICIPANTS;
        return entity.type() != EntityType.LOCAL_PLAN
                && !(participants && entity.type() == EntityType.BODY)
                && !(participants && entity.type().isNetwork() && !found.countsAttending());
    }

    private Optional<Entity> survey(Utterance sentence) {
        return sentence.things().stream()
                .map(Spoken::entity)
                .filter(Namer::isSurvey)
                .findFirst()
                .or(() -> scene.last(Namer::isSurvey));
    }

    private Optional<Entity> countedBefore() {
        return scene.inParagraph()
                .or(() -> scene.topic.filter(entity -> entity.type() != EntityType.BODY))
                .or(() -> scene.main);
    }

    private boolean isFirstOfPassage(Span sentence) {
        return sentence.start() - passageStart <= OPENS_WITHIN;
    }

    private void remember(Utterance sentence) {
        List<Entity> gatherings = sentence.things().stream()
                .map(Spoken::entity)
                .filter(entity -> entity.type() == EntityType.GATHERING)
                .distinct()
                .toList();
        sentence.things().forEach(thing -> scene.remember(thing.entity()));
        scene.told(
                sentence.things().stream().map(Spoken::entity).toList(),
                sentence.things().stream()
                        .map(Spoken::entity)
                        .filter(thing -> thing.type() != EntityType.BODY)
                        .findFirst());
        sentence.firstThing()
                .filter(thing -> thing.named() && sentence.start(thing) <= OPENS_WITHIN)
                .filter(thing -> isFirstOfPassage(sentence.span()))
                .map(Spoken::entity)
                .filter(thing -> thing.type() != EntityType.BODY && thing.type() != EntityType.LOCAL_PLAN)
                .ifPresent(scene::open);
        if (gatherings.size() > 1) {
            // Of two gatherings in one sentence, "samlingen" in the next may mean either.
            scene.forget(entity -> entity.type() == EntityType.GATHERING);
        }
    }
}
