package no.forankring.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.citation.Resolution;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// Reads a row of a plan by the headings of its columns.
final class TableReader {

    private static final Pattern NAME_COLUMN = Cues.pattern(
            "^(?:aktivitet|tiltak|fagnettverk|navn$|namn$|samling|arrangement|kurs|prosjekt|nettverk|læringsnettverk|hva|kva|møteplass|innsats|tema)\\p{L}*(?:\\s*(?:/|og)\\s*\\p{L}+)?(?:\\s+i\\s+20\\d\\d)?$");
    private static final Pattern NUMBER_COLUMN = Cues.pattern("^(?:nr\\.?|#|id|kode)$");
    private static final Pattern TOGETHER_COLUMN = Cues.pattern("^sam(?:men|an)\\s+med|^samarbeid");
    private static final Pattern WHOLE_COLUMN = Cues.pattern("^(?:hører\\s+til|høyrer\\s+til|del\\s+av|nettverk$)");
    private static final Pattern MEMBER_COLUMN = Cues.pattern(
            "^(?:virksomhet|verksemd|kommune|organisasjon|medlem|deltak(?:er|ar)|deltagar|institusjon|part)(?:er|ar|r|ne|ane|ene)?$");
    private static final Pattern ROLE_COLUMN = Cues.pattern("^(?:funksjon|rolle)");
    private static final Pattern RUNNING_ROLE = Cues.pattern("sekretariat|vert|^led|^lei|koordin|drift");
    private static final Pattern GOVERNING_COLUMN = Cues.pattern(
            "oppfølging\\s+av|følg(?:er|jer)\\s+opp|forankr|styrende|styrande|føring|hjemmel|heimel|lovverk|bygg(?:er|jer)\\s+på|grunn(?:lag|gitt|gjeve)");
    private static final Pattern ANCHOR_COLUMN =
            Cues.pattern("forankr|hjemmel|heimel|bygg(?:er|jer)\\s+på|grunn(?:lag|gitt|gjeve)|føring");
    private static final Pattern GOAL_COLUMN = Cues.pattern(
            "^(?:del|hoved|hovud|resultat|effekt)?(?:mål|formål|føremål|målsetting|hensikt)(?:\\s+(?:i|med|for)\\s+.*)?$");
    private static final Pattern TARGET_COLUMN =
            Cues.pattern("^målgruppe|^for\\s+(?:hvem|kven)|^(?:hvem|kven)\\s+(?:er\\s+)?(?:det\\s+)?for$");
    private static final Pattern OWNER_COLUMN = Cues.pattern(
            "^(?:ansvar|ansvarlig|ansvarleg|arrangør|eier|eigar|hvem(?!\\s+(?:er\\s+)?(?:med|delta|for))|kven(?!\\s+(?:er\\s+)?(?:med|delta|for))|driv|drift|led(?:er|es)|lei(?:ar|er|a)(?:\\s|$)|sekretariat|vert|koordin)|^(?:hvem|kven)\\s+(?:holder|held|driver|driv|leder|leier|arrangerer)");
    private static final Pattern STATUS_COLUMN =
            Cues.pattern("^status|^stode|^gjennomført|^fremdrift|^framdrift|^vurdering|^måloppnåelse");
    private static final Pattern TIME_COLUMN = Cues.pattern("^(?:tid|dato|når|frist|år|oppstart|periode)");
    private static final Pattern PLACE_COLUMN = Cues.pattern("^(?:sted|stad|hvor|kvar$|kvar\\s|lokale)");
    private static final Pattern ATTENDING_COLUMN = Cues.pattern(
            "^delta(?:k|g|r)|^medlem|^med$|^piloter|^(?:hvem|kven)\\s+(?:er\\s+)?(?:med|delta)|^kommun(?:er|ar)$");
    private static final Pattern COUNT_COLUMN = Cues.pattern(
            "^(?:antall\\s+|antal\\s+)?(?:delta(?:k|g)|kommun|team|møtt|frammøtte)|^(?:antall\\s+|antal\\s+)?(?:samling(?:er|ar)|møte(?:r)?)(?:\\s|$)");
    private static final Pattern REGISTERED_COLUMN = Cues.pattern("^(?:antall\\s+|antal\\s+)?påmeld");
    private static final Pattern MEASURE_COLUMN = Cues.pattern("^tiltak");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\s*(?:ca\\.?\\s*)?(\\d{1,4})\\s*");
    // A cell under "Samlinger" may hold a number alone.
    private static final Pattern NAMING = Cues.pattern("\\p{L}{4}");
    // "Åpne møteplasser (A1, B2)"
    private static final Pattern GOAL_MARK = Pattern.compile(
            "\\((?:(?:del)?mål\\s+)?((?:\\p{Lu}?\\d{1,2}(?:\\.\\d{1,2})?)(?:\\s*(?:,|og)\\s*\\p{Lu}?\\d{1,2}(?:\\.\\d{1,2})?)*)\\)");
    private static final Pattern AIM_COLUMN = Cues.pattern("^(?:bidrar\\s+til|bidreg\\s+til|støtter|del?mål|mål)$");
    private static final Pattern AIM = Cues.pattern("(?:hoved|hovud|del)?mål\\s+(\\p{Lu}?\\d{1,2}(?:\\.\\d{1,2})?)");
    // "Rådgiver 2", "Leder": somebody at the owner's
    private static final Pattern TITLE_OF_SOMEBODY = Cues.pattern(
            "(?:leder|leiar|rådgiver|rådgivar|rådgjevar|sjef|direktør|direktøren|koordinator|ansvarlig|sykepleier|sjukepleiar|fagutvikler|fagutviklar)(?:en|n)?(?:\\s+\\S+){0,2}$");
    // "A1  Kurs …", "1.2 Førebyggjande heimebesøk"
    private static final Pattern ROW_CODE =
            Pattern.compile("^\\s*(?:\\p{Lu}?\\d{1,2}(?:\\.\\d{1,2}){0,2}|\\p{Lu})[.):]?\\s+(?=\\p{Lu})");
    private static final Pattern NO_NAME = Pattern.compile("^[\\d\\s.,%–-]*$");

    private final Scene scene;
    private final Namer namer;
    private final PurposeRule purposes;
    /// Reads a line below a row as sentences on the row's thing.
    private final BiConsumer<Span, Entity> details;

    private final StatusReader statuses;
    private final MemberMatrix matrix;
    /// The keys of what rows told of, by the marks of those rows.
    private final Map<String, String> byMark = new HashMap<>();

    TableReader(Scene scene, Namer namer, PurposeRule purposes, BiConsumer<Span, Entity> details) {
        this.scene = scene;
        this.namer = namer;
        this.purposes = purposes;
        this.details = details;
        this.statuses = new StatusReader(scene.document);
        this.matrix = new MemberMatrix(scene);
    }

    void read(Passage passage) {
        List<String> columns = passage.columns();
        if (columns.size() != passage.cells().size() || columns.isEmpty()) {
            readCells(passage);
            return;
        }
        List<String> cells = passage.cells().stream()
                .map(cell -> cell.cut(scene.document.text()))
                .toList();
        read(columns, new FlatTable.Row(cells, passage.cells(), List.of(), Scene.trimmed(passage)));
    }

    void read(FlatTable table) {
        for (FlatTable.Row row : table.rows()) {
            read(table.columns(), row);
        }
    }

    /// States what could not be told before all was read.
    void finish() {
        matrix.state();
    }

    /// How far the items of the tables read so far have come.
    List<PlanStatus> statuses() {
        return statuses.statuses();
    }

    private void read(List<String> columns, FlatTable.Row row) {
        Span evidence = row.span();
        int name = columns.getFirst().isBlank() ? 0 : column(columns, NAME_COLUMN);
        int number = column(columns, NUMBER_COLUMN);
        String mark = number < 0 ? "" : row.cells().get(number).strip();
        if (name < 0 && byMark.containsKey(mark)) {
            scene.collector.find(byMark.getOrDefault(mark, "")).ifPresent(known -> {
                Strength told = Cues.strength(evidence.cut(scene.document.text()), Strength.NAMED);
                readAgents(row, columns, known, told);
                readFigures(row, columns, known);
                readCitations(row, columns, -1, known, told);
            });
            return;
        }
        if (name < 0 && MEMBER_COLUMN.matcher(columns.getFirst().strip()).find()) {
            readMember(row, columns);
            return;
        }
        int status = column(columns, STATUS_COLUMN);
        Strength strength = Cues.strength(
                status >= 0 ? row.cells().get(status) : evidence.cut(scene.document.text()), Strength.NAMED);
        Optional<Entity> subject = name < 0
                        || !NAMING.matcher(row.cells().get(name)).find()
                        || NO_NAME.matcher(row.cells().get(name)).matches()
                ? Optional.empty()
                : Optional.of(addRow(row, name, columns));
        subject.ifPresent(entity -> {
            if (!mark.isEmpty()) {
                byMark.putIfAbsent(mark, entity.key());
            }
            namer.partOfNetwork(entity, evidence, strength);
            partOfMarked(row, columns, entity, strength);
            scene.remember(entity);
        });
        readGoals(row, columns, name, subject, strength);
        if (subject.isPresent()) {
            Entity entity = subject.get();
            readAgents(row, columns, entity, strength);
            readFigures(row, columns, entity);
            readCitations(row, columns, name, entity, strength);
            contributes(row, columns, entity, strength);
            statuses.read(row, status, entity);
            row.details().forEach(detail -> details.accept(detail, entity));
        }
    }

    /// "Hører til: N2" names by its mark what another row told of.
    private void partOfMarked(FlatTable.Row row, List<String> columns, Entity entity, Strength strength) {
        int whole = column(columns, WHOLE_COLUMN);
        if (whole >= 0) {
            Optional.ofNullable(byMark.get(row.cells().get(whole).strip()))
                    .flatMap(scene.collector::find)
                    .ifPresent(other ->
                            scene.state(entity, Type.PART_OF, other, row.span(), strength, true, "plan-row", 0.9));
        }
    }

    /// A row of a table of those who belong to what the section is about.
    private void readMember(FlatTable.Row row, List<String> columns) {
        if (MemberMatrix.ticks(row)) {
            matrix.read(
                    row,
                    columns,
                    namer.agentsOrPlaces(
                            row.cells().getFirst(), row.spans().getFirst().start()));
            return;
        }
        Optional<Entity> whole =
                scene.subject().filter(thing -> !thing.type().isAgent() || thing.type() == EntityType.BODY);
        int role = column(columns, ROLE_COLUMN);
        String said = role < 0 ? "" : row.cells().get(role);
        for (Spoken agent : namer.agentsOrPlaces(
                row.cells().getFirst(), row.spans().getFirst().start())) {
            whole.ifPresent(entity -> {
                scene.state(
                        entity,
                        Type.PARTICIPANT,
                        agent.entity(),
                        row.span(),
                        Strength.NAMED,
                        true,
                        "member-list",
                        0.88);
                if (RUNNING_ROLE.matcher(said).find()) {
                    scene.state(
                            entity,
                            Type.ORGANISED_BY,
                            agent.entity(),
                            row.span(),
                            Strength.NAMED,
                            true,
                            "plan-row",
                            0.9);
                }
            });
        }
    }

    private void readGoals(
            FlatTable.Row row, List<String> columns, int name, Optional<Entity> subject, Strength strength) {
        int goal = column(columns, GOAL_COLUMN);
        if (goal >= 0
                && goal != name
                && !AIM.matcher(row.cells().get(goal)).matches()
                && NAMING.matcher(row.cells().get(goal)).find()) {
            boolean measure = name >= 0
                    && MEASURE_COLUMN.matcher(columns.get(name).strip()).find()
                    && goal < name;
            Optional<Entity> aim = purposes.goal(
                    row.span(),
                    row.cells().get(goal),
                    row.spans().get(goal).start(),
                    measure ? scene.bearer() : subject.or(scene::bearer),
                    "goal");
            if (measure && subject.isPresent() && aim.isPresent()) {
                scene.state(subject.get(), Type.CONTRIBUTES_TO, aim.get(), row.span(), strength, true, "plan-row", 0.9);
            }
        }
        int target = column(columns, TARGET_COLUMN);
        if (target >= 0
                && subject.isPresent()
                && NAMING.matcher(row.cells().get(target)).find()) {
            purposes.targets(row.cells().get(target), row.spans().get(target).start(), row.span(), subject);
        }
    }

    /// A measure that stands under a goal, or names its mark in brackets, contributes to it.
    private void contributes(FlatTable.Row row, List<String> columns, Entity subject, Strength strength) {
        if (!subject.type().isActivity() && !subject.type().isNetwork()) {
            return;
        }
        int column = column(columns, AIM_COLUMN);
        if (column >= 0) {
            String bare = row.cells().get(column).strip();
            if (bare.length() <= 12
                    && bare.matches(
                            "\\p{Lu}?\\d{0,2}(?:\\.\\d)?(?:\\s*(?:,|og)\\s*\\p{Lu}?\\d{0,2}(?:\\.\\d)?){0,3}")) {
                for (String code : bare.split("\\s*(?:,|og)\\s*", -1)) {
                    scene.goalMarked(code)
                            .ifPresent(goal -> scene.state(
                                    subject, Type.CONTRIBUTES_TO, goal, row.span(), strength, true, "goal-mark", 0.92));
                }
            }
            Matcher aim = AIM.matcher(row.cells().get(column));
            while (aim.find()) {
                scene.goalMarked(aim.group(1))
                        .ifPresent(goal -> scene.state(
                                subject, Type.CONTRIBUTES_TO, goal, row.span(), strength, true, "goal-mark", 0.92));
            }
        }
        Matcher mark = GOAL_MARK.matcher(row.span().cut(scene.document.text()));
        if (mark.find()) {
            for (String code : mark.group(1).split("\\s*(?:,|og)\\s*")) {
                scene.goalMarked(code)
                        .ifPresent(goal -> scene.state(
                                subject, Type.CONTRIBUTES_TO, goal, row.span(), strength, true, "goal-mark", 0.92));
            }
        } else if (scene.sectionGoal.isPresent()) {
            scene.state(
                    subject,
                    Type.CONTRIBUTES_TO,
                    scene.sectionGoal.get(),
                    row.span(),
                    strength,
                    false,
                    "under-goal",
                    0.8);
        }
    }

    private void readAgents(FlatTable.Row row, List<String> columns, Entity subject, Strength strength) {
        int responsible = column(columns, OWNER_COLUMN);
        boolean stated = false;
        if (responsible >= 0) {
            for (Spoken agent : namer.agentsListed(
                    row.cells().get(responsible), row.spans().get(responsible).start())) {
                scene.state(subject, Type.ORGANISED_BY, agent.entity(), row.span(), strength, true, "plan-row", 0.9);
                stated = true;
            }
        }
        if (!stated
                && responsible >= 0
                && scene.plan.isPresent()
                && !row.cells().get(responsible).isBlank()
                && TITLE_OF_SOMEBODY
                        .matcher(row.cells().get(responsible).strip())
                        .find()
                && scene.owner.isPresent()) {
            scene.state(
                    subject, Type.ORGANISED_BY, scene.owner.get(), row.span(), strength, false, "plan-of-owner", 0.6);
        }
        int together = column(columns, TOGETHER_COLUMN);
        if (together >= 0) {
            for (Spoken agent : namer.agentsListed(
                    row.cells().get(together), row.spans().get(together).start())) {
                scene.state(subject, Type.ORGANISED_BY, agent.entity(), row.span(), strength, true, "plan-row", 0.8);
            }
        }
        int place = column(columns, PLACE_COLUMN);
        if (place >= 0 && row.spans().get(place).length() > 0) {
            for (Spoken agent :
                    namer.venues(row.cells().get(place), row.spans().get(place).start())) {
                scene.state(subject, Type.TAKES_PLACE_AT, agent.entity(), row.span(), strength, true, "plan-row", 0.85);
            }
        }
        int attending = column(columns, ATTENDING_COLUMN);
        if (attending >= 0) {
            for (Spoken agent : namer.agentsOrPlaces(
                    row.cells().get(attending), row.spans().get(attending).start())) {
                scene.state(subject, Type.PARTICIPANT, agent.entity(), row.span(), strength, true, "plan-row", 0.85);
            }
        }
    }

    private void readFigures(FlatTable.Row row, List<String> columns, Entity subject) {
        for (int c = 0; c < columns.size(); c++) {
            String heading = columns.get(c).strip();
            String cell = row.cells().get(c);
            Matcher number = WHOLE_NUMBER.matcher(cell);
            if (REGISTERED_COLUMN.matcher(heading).find() && number.matches()) {
                scene.collector.addFigure(
                        subject.key(),
                        FigureRule.figure(Figure.Kind.REGISTERED, number.group(1), null, false, row.span()));
                continue;
            }
            if (c > 0
                    && heading.matches("(?iu)(?:antall\\s+|antal\\s+)?(?:samling(?:er|ar)|møte(?:r)?)(?:\\s.*)?")
                    && number.matches()) {
                boolean meetings = heading.toLowerCase(Locale.ROOT).contains("møte");
                scene.collector.addFigure(
                        subject.key(),
                        FigureRule.figure(
                                meetings ? Figure.Kind.MEETINGS : Figure.Kind.GATHERINGS,
                                number.group(1),
                                null,
                                false,
                                row.span()));
                continue;
            }
            String words = COUNT_COLUMN.matcher(heading).find() && number.matches()
                    ? "Antall " + noun(heading) + ": " + number.group(1)
                    : cell;
            FigureRule.find(words, row.span()).forEach(figure -> scene.collector.addFigure(subject.key(), figure));
        }
    }

    private static String noun(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        return lower.contains("kommun") ? "kommuner" : lower.contains("team") ? "team" : "deltakere";
    }

    private void readCitations(FlatTable.Row row, List<String> columns, int name, Entity subject, Strength strength) {
        for (int c = 0; c < columns.size(); c++) {
            boolean governs = GOVERNING_COLUMN.matcher(columns.get(c)).find();
            if (!governs && c != name) {
                continue;
            }
            boolean anchors = ANCHOR_COLUMN.matcher(columns.get(c)).find();
            for (Resolution citation : scene.citationsIn(row.spans().get(c))) {
                scene.state(
                        subject,
                        anchors ? Type.ANCHORED_IN : Type.FULFILS,
                        citation,
                        row.span(),
                        anchors && strength == Strength.NAMED ? Strength.ANCHORED : strength,
                        true,
                        governs ? "plan-row" : "named-after",
                        governs ? 0.9 : 0.78);
            }
        }
    }

    /// A table without column headings: only what the cells say themselves.
    private void readCells(Passage passage) {
        List<Span> cells = passage.cells().isEmpty() ? List.of(passage.span()) : passage.cells();
        Optional<Entity> named = Optional.empty();
        for (Span cell : cells) {
            String words = cell.cut(scene.document.text());
            Matcher goal = Cues.GOAL_LEAD.matcher(words);
            if (goal.find()) {
                purposes.goal(
                        Scene.trimmed(passage),
                        words.substring(goal.end()),
                        cell.start() + goal.end(),
                        named.or(scene::subject),
                        "goal");
                continue;
            }
            for (Named name : NameFinder.find(words, cell.start(), true)) {
                Entity entity = namer.add(name);
                named = named.isPresent() ? named : Optional.of(entity);
            }
        }
        if (named.isPresent()) {
            Strength strength = Cues.strength(passage.text(), Strength.NAMED);
            for (Resolution citation : scene.citationsIn(passage.span())) {
                scene.state(
                        named.get(),
                        Type.FULFILS,
                        citation,
                        Scene.trimmed(passage),
                        strength,
                        true,
                        "named-after",
                        0.7);
            }
        }
    }

    private Entity addRow(FlatTable.Row row, int column, List<String> columns) {
        String words = row.cells().get(column);
        int origin = row.spans().get(column).start();
        String unmarked = GOAL_MARK.matcher(words).replaceAll("");
        Matcher code = ROW_CODE.matcher(unmarked);
        int coded = code.find() ? code.end() : 0;
        origin += coded;
        String plain = unmarked.substring(coded).strip();
        var names = NameFinder.find(plain, origin, true);
        Span trimmed = Sentences.trim(plain, 0, plain.length());
        boolean whole = !names.isEmpty() && names.getFirst().span().start() <= origin + trimmed.start()
                || names.stream().anyMatch(named -> named.span().length() > trimmed.length() - 4)
                || Words.clean(plain).startsWith("Prosjekt") && !names.isEmpty();
        if (whole) {
            return namer.add(names.getFirst());
        }
        names.forEach(namer::add);
        int time = column(columns, TIME_COLUMN);
        OptionalInt year = time >= 0 ? Namer.year(row.cells().get(time)) : OptionalInt.empty();
        EntityType type = columnType(columns.get(column)).orElse(NameFinder.type(plain));
        if (columnType(columns.get(column)).isPresent() && !NameFinder.isSentence(" " + plain + " ")) {
            return namer.add(
                    Named.of(type, Words.clean(plain), new Span(origin + trimmed.start(), origin + trimmed.end())));
        }
        if (type == EntityType.NETWORK || type == EntityType.LEARNING_NETWORK || type == EntityType.BODY) {
            // "Nytt mandat for nettverk for …" is something done, not the network.
            type = EntityType.ACTIVITY;
        }
        Span span = row.spans().get(column);
        return namer.addActivity(Words.clean(plain), type, new Span(span.start() + coded, span.end()), year);
    }

    /// What the rows are where the heading of their names says so.
    private static Optional<EntityType> columnType(String heading) {
        return switch (heading.strip().toLowerCase(Locale.ROOT)) {
            case "nettverk", "fagnettverk", "nettverket" -> Optional.of(EntityType.NETWORK);
            case "læringsnettverk" -> Optional.of(EntityType.LEARNING_NETWORK);
            case "prosjekt", "prosjekter" -> Optional.of(EntityType.PROJECT);
            default -> Optional.empty();
        };
    }

    private static int column(List<String> columns, Pattern heading) {
        for (int i = 0; i < columns.size(); i++) {
            if (heading.matcher(columns.get(i).strip()).find()) {
                return i;
            }
        }
        return -1;
    }
}
