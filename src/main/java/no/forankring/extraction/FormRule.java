package no.forankring.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Span;

/// Reads the fields of forms, each of what the form or the heading above names.
final class FormRule {

    private static final Set<LabeledField.Kind> GOVERNING =
            EnumSet.of(LabeledField.Kind.ANCHOR, LabeledField.Kind.FOLLOWS_UP, LabeledField.Kind.CONTRIBUTES);

    private final Scene scene;
    private final Namer namer;
    private final PurposeRule purposes;
    private final FieldRule fields;
    private final Deque<FormField> waiting;
    private Optional<FormField> last = Optional.empty();

    FormRule(Scene scene, Namer namer, PurposeRule purposes, FieldRule fields) {
        this.scene = scene;
        this.namer = namer;
        this.purposes = purposes;
        this.fields = fields;
        this.waiting = new ArrayDeque<>(FormField.find(scene.document.text()).stream()
                .filter(field -> !isHeadingOfList(field))
                .toList());
    }

    /// Governing documents that stand one a passage below a heading are a list, and read as one.
    private boolean isHeadingOfList(FormField field) {
        return field.what() instanceof FormField.What.Of of
                && GOVERNING.contains(of.kind())
                && passageAt(field.lines().getFirst().start())
                        != passageAt(field.lines().getLast().start());
    }

    /// The passage that holds an offset; the next one where none does.
    private int passageAt(int offset) {
        List<Passage> passages = scene.document.passages();
        int low = 0;
        int high = passages.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (passages.get(middle).span().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// What proves a field: the label with what was filled in where both are one passage, else what was filled in.
    private Span evidence(FormField field) {
        Span filled = new Span(
                field.lines().getFirst().start(), field.lines().getLast().end());
        return passageAt(field.span().start()) == passageAt(filled.start()) ? field.span() : filled;
    }

    /// Whether a field begins right below a passage, which then names what the fields are about.
    boolean beginsBelow(Passage passage) {
        return !waiting.isEmpty()
                && waiting.peek().span().start() > passage.span().end()
                && scene.document
                        .text()
                        .substring(passage.span().end(), waiting.peek().span().start())
                        .isBlank();
    }

    /// Reads the fields that a passage holds or lies in.
    ///
    /// @return whether nothing of the passage is left for others to read
    boolean read(Passage passage) {
        boolean inField =
                last.filter(field -> field.span().overlaps(passage.span())).isPresent();
        while (!waiting.isEmpty()
                && waiting.peek().span().start() < passage.span().end()) {
            FormField field = waiting.poll();
            if (field.span().end() <= passage.span().start()) {
                continue;
            }
            last = Optional.of(field);
            inField |= read(field);
        }
        return inField && last.filter(FormRule::isTold).isPresent();
    }

    private static boolean isTold(FormField field) {
        return !(field.what() instanceof FormField.What.Of of && of.kind() == LabeledField.Kind.TELLS);
    }

    private boolean read(FormField field) {
        DocumentText document = scene.document;
        Span filled = new Span(
                field.lines().getFirst().start(), field.lines().getLast().end());
        String value = filled.cut(document.text());
        return switch (field.what()) {
            case FormField.What.Of of -> {
                if (of.kind() == LabeledField.Kind.FOR_WHOM) {
                    scene.subject()
                            .ifPresent(subject ->
                                    purposes.targets(value, filled.start(), evidence(field), Optional.of(subject)));
                } else if (of.kind() == LabeledField.Kind.RUN_BY || of.kind() == LabeledField.Kind.TAKES_PART) {
                    for (Span line : lines(field)) {
                        String words = line.cut(document.text());
                        boolean first = line.start() == filled.start();
                        if (first || !namer.agents(words, line.start()).isEmpty()) {
                            fields.read(of.kind(), field.label(), words, line.start(), evidence(field));
                        }
                    }
                } else if (of.kind() != LabeledField.Kind.TELLS) {
                    fields.read(of.kind(), field.label(), value, filled.start(), evidence(field));
                }
                yield of.kind() != LabeledField.Kind.TELLS;
            }
            case FormField.What.Name name -> {
                topic(field.lines().getFirst());
                yield true;
            }
            case FormField.What.Goal goal -> {
                goals(field);
                yield true;
            }
            case FormField.What.Count count -> {
                FigureRule.find(field.label().replaceAll("\\s*[(*:].*$", "") + ": " + value, evidence(field))
                        .forEach(figure ->
                                scene.subject().ifPresent(subject -> scene.collector.addFigure(subject.key(), figure)));
                yield true;
            }
        };
    }

    /// Names that a line wraps are one line's; each other line tells of others.
    private List<Span> lines(FormField field) {
        boolean wrapped = field.lines().stream()
                .skip(1)
                .anyMatch(line -> Character.isLowerCase(scene.document.text().charAt(line.start())));
        return wrapped
                ? List.of(new Span(
                        field.lines().getFirst().start(),
                        field.lines().getLast().end()))
                : field.lines();
    }

    /// What the fields below are about.
    private void topic(Span line) {
        String words = line.cut(scene.document.text());
        List<Named> names = NameFinder.find(words, line.start(), true);
        EntityType type = NameFinder.type(words);
        Entity entity = names.isEmpty()
                ? namer.addActivity(
                        Words.clean(words), type.isActivity() ? type : EntityType.ACTIVITY, line, Namer.year(words))
                : namer.add(names.getFirst());
        scene.topic = Optional.of(entity);
        scene.remember(entity);
    }

    /// Each line that begins with a capital is a goal of its own.
    private void goals(FormField field) {
        String text = scene.document.text();
        int start = -1;
        int end = 0;
        for (Span line : field.lines()) {
            boolean begins = start < 0 || Character.isUpperCase(text.charAt(line.start()));
            if (begins && start >= 0) {
                goal(new Span(start, end));
            }
            start = begins ? line.start() : start;
            end = line.end();
        }
        goal(new Span(start, end));
    }

    private void goal(Span span) {
        purposes.goal(span, span.cut(scene.document.text()), span.start(), scene.bearer(), "goal");
    }
}
