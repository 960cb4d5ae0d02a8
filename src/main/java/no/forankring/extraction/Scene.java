package no.forankring.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.ObjectRef;
import no.forankring.extraction.Relation.Strength;
import no.forankring.extraction.Relation.Type;

/// What a reading remembers: whose document it is, what it is about, what the section is about and what was named last.
final class Scene {

    private static final int REMEMBERED = 12;

    final DocumentText document;
    final Collector collector = new Collector();
    final OptionalInt year;
    private final List<Resolution> citations;

    /// What the document as a whole is about, when its title says so.
    Optional<Entity> main = Optional.empty();
    /// The plan that the document is, when its title says so.
    Optional<Entity> plan = Optional.empty();
    /// Whose document it is.
    Optional<Entity> owner = Optional.empty();
    /// False when the owner is only named more often than others.
    boolean ownerIsClear;
    /// The only county governor that the document names in full.
    Optional<Entity> governor = Optional.empty();
    /// What the section is about.
    Optional<Entity> topic = Optional.empty();
    /// Where the sentence at hand begins.
    int sentenceStart = -1;
    /// The sentence at hand tells another name of the network.
    boolean calledOtherwise;
    /// The heading above named the network, and nothing was said of it yet.
    boolean freshTopic;
    /// What the items and headings of the section are, when its heading says so: "Nettverk", "Prosjekter".
    Optional<EntityType> itemType = Optional.empty();

    /// The goal that the section stands under, as a heading tells it.
    Optional<Entity> sectionGoal = Optional.empty();

    private final Map<String, Entity> goalsByMark = new HashMap<>();
    private final Deque<Entity> recent = new ArrayDeque<>();
    /// What the paragraph at hand opened with.
    private Optional<Entity> opening = Optional.empty();
    /// What the sentence before this one in the paragraph was about.
    private Optional<Entity> before = Optional.empty();
    private Optional<Entity> bodyBefore = Optional.empty();
    /// What was held, and told of last in the paragraph at hand.
    private Optional<Entity> held = Optional.empty();

    Scene(DocumentText document, List<Resolution> citations, OptionalInt year) {
        this.document = document;
        this.citations = List.copyOf(citations);
        this.year = year;
    }

    List<Resolution> citationsIn(Span span) {
        return citations.stream()
                .filter(citation -> span.contains(citation.mention().span()))
                .toList();
    }

    /// What a statement without a named subject is about.
    Optional<Entity> subject() {
        return topic.or(() -> main);
    }

    /// What has the goals of a section: what the section is about, else the plan that the document is.
    Optional<Entity> bearer() {
        return subject().or(() -> plan);
    }

    /// Forgets what the paragraph before this one was about.
    void beginParagraph() {
        opening = Optional.empty();
        before = Optional.empty();
        bodyBefore = Optional.empty();
        held = Optional.empty();
    }

    void open(Entity entity) {
        opening = Optional.of(entity);
    }

    /// Notes what a sentence of the paragraph was about, in its order.
    void told(List<Entity> things, Optional<Entity> about) {
        before = about.or(() -> before);
        bodyBefore = things.stream()
                .filter(thing -> thing.type() == EntityType.BODY)
                .findFirst()
                .or(() -> bodyBefore);
        List<Entity> gatherings = things.stream()
                .filter(thing -> thing.type().isActivity() && !thing.type().isProject() && !countsSeveral(thing))
                .distinct()
                .toList();
        if (!gatherings.isEmpty()) {
            held = gatherings.size() == 1 ? Optional.of(gatherings.getFirst()) : Optional.empty();
        }
    }

    private static boolean countsSeveral(Entity thing) {
        return Words.number(thing.name().split(" ", 2)[0]).orElse(1) > 1;
    }

    /// What "det" and "den" at the beginning of a sentence point to: what the sentence before was about.
    Optional<Entity> antecedent() {
        return before.or(() -> opening);
    }

    /// What a sentence tells of that names nothing: what was held, as the paragraph told last, or what it opened with.
    Optional<Entity> current() {
        return held.or(() -> before.filter(thing -> thing.type() != EntityType.LOCAL_PLAN))
                .or(() -> opening)
                .or(this::subject);
    }

    /// The body that the paragraph spoke of last.
    Optional<Entity> bodyBefore() {
        return bodyBefore;
    }

    /// The same within the paragraph alone.
    Optional<Entity> inParagraph() {
        return held.or(() -> opening);
    }

    /// Notes the letter and number that a goal goes by, as in "A1".
    void mark(String code, Entity goal) {
        goalsByMark.putIfAbsent(code, goal);
    }

    Optional<Entity> goalMarked(String code) {
        return Optional.ofNullable(goalsByMark.get(code));
    }

    /// Notes that a thing was spoken of, so that a noun can point back to it.
    void remember(Entity entity) {
        recent.removeIf(other -> other.key().equals(entity.key()));
        recent.addFirst(entity);
        if (recent.size() > REMEMBERED) {
            recent.removeLast();
        }
    }

    void forget(Predicate<Entity> which) {
        recent.removeIf(which);
    }

    /// The thing spoken of last that fits.
    Optional<Entity> last(Predicate<Entity> fits) {
        return recent.stream().filter(fits).findFirst();
    }

    void state(
            Entity subject,
            Type type,
            Entity object,
            Span evidence,
            Strength strength,
            boolean explicit,
            String rule,
            double confidence) {
        if (!subject.key().equals(object.key())) {
            collector.add(new Relation(
                    subject.key(),
                    type,
                    new ObjectRef.Other(object.key()),
                    evidence,
                    strength,
                    explicit,
                    rule,
                    confidence));
        }
    }

    /// States a tie to what a citation means; a suggestion for each candidate where it may mean several.
    void state(
            Entity subject,
            Type type,
            Resolution citation,
            Span evidence,
            Strength strength,
            boolean explicit,
            String rule,
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
                        rule,
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
                                rule,
                                confidence * candidate.score() / 2)));
            case Resolution.Unresolved unresolved -> {
                // Silence: what the register does not know is shown as a mention, never as a link.
            }
        }
    }

    /// What was taken out, with every span within one passage of the document: where a page parts a sentence, the words
    /// before the break stand for it.
    Extraction extraction() {
        return collector.extraction(this::withinPassage);
    }

    private Span withinPassage(Span span) {
        return document.passageAt(span.start())
                .filter(passage -> passage.span().end() < span.end())
                .map(passage -> Scene.offset(
                        Sentences.trim(
                                document.text()
                                        .substring(span.start(), passage.span().end()),
                                0,
                                passage.span().end() - span.start()),
                        span.start()))
                .orElse(span);
    }

    static Span trimmed(Passage passage) {
        return offset(
                Sentences.trim(passage.text(), 0, passage.text().length()),
                passage.span().start());
    }

    static Span offset(Span span, int origin) {
        return new Span(origin + span.start(), origin + span.end());
    }
}
