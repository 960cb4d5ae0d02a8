package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.forankring.document.Span;

/// A field of a form that came out as lines: its label alone on a line, what was filled in on the lines below.
///
/// @param lines the filled-in lines, in order; at least one
/// @param span from the label to the end of the last line
record FormField(What what, String label, List<Span> lines, Span span) {

    /// What a field tells: one of the kinds of labeled fields, or what only forms have.
    sealed interface What {
        record Of(LabeledField.Kind kind) implements What {}

        /// The name of what the fields below are about.
        record Name() implements What {}

        record Goal() implements What {}

        /// A number, which the label says of what.
        record Count() implements What {}
    }

    private static final Pattern NAME = Cues.pattern(
            "(?:tiltakets\\s+|aktivitetens\\s+|prosjektets\\s+|nettverkets\\s+)?(?:navn|namn|tittel)(?:\\s+på\\s+\\p{L}+)?|(?:tiltak|aktivitet|prosjekt|nettverk|arrangement|kurs)(?:s?navn|s?namn|ets\\s+navn)?");
    private static final Pattern GOAL = Cues.pattern(
            "(?:hoved|hovud|del)?(?:mål|målsetting|målsetning|formål|føremål|hensikt)(?:et|en|a)?(?:\\s+(?:med|for)\\s+\\p{L}+)?");
    private static final Pattern COUNT = Cues.pattern("(?:antall|antal|tal\\s+på)\\s+\\p{L}+");
    // "Målgruppe *", "Antall deltakere (unike)", "Resultat (fritekst, maks 500 tegn)"
    private static final Pattern DECORATION = Pattern.compile("\\s*(?:\\*|\\([^)]{1,40}\\)|:)\\s*$");
    private static final Pattern STARRED = Pattern.compile(".{3,60}\\*");

    // "B1  Flere …", "1. …", "• …": a list, and nothing filled in
    private static final Pattern MARKED =
            Pattern.compile("(?:[•▪◦·*–-]|\\p{Lu}?\\d{1,2}(?:\\.\\d{1,2})?[.):]?|\\p{Ll}\\))\\s+\\p{L}");

    private static final int LONGEST_LABEL = 45;
    private static final int MOST_VALUES = 8;
    private static final int FEWEST_FIELDS = 3;
    /// How many lines may lie between two fields of one form.
    private static final int WITHIN = 14;

    private record Line(Span span, boolean afterBlank) {}

    FormField {
        lines = List.copyOf(lines);
    }

    /// The fields of the forms in a text, in its order; lines that look like one label alone are none. Linear in the
    /// text.
    static List<FormField> find(String text) {
        List<Line> lines = lines(text);
        var found = new ArrayList<FormField>();
        var at = new ArrayList<Integer>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String label = lines.get(i).span().cut(text);
            Optional<What> what = what(label);
            if (what.isEmpty()) {
                continue;
            }
            var values = new ArrayList<Span>();
            for (int next = i + 1; next < lines.size() && values.size() < MOST_VALUES; next++) {
                Line line = lines.get(next);
                String words = line.span().cut(text);
                if (line.afterBlank() || isLabel(words)) {
                    break;
                }
                values.add(line.span());
            }
            boolean listed = !values.isEmpty()
                    && MARKED.matcher(values.getFirst().cut(text)).lookingAt();
            if (!values.isEmpty() && !listed) {
                found.add(new FormField(
                        what.get(),
                        label,
                        values,
                        new Span(lines.get(i).span().start(), values.getLast().end())));
                at.add(i);
            }
        }
        return formsOnly(found, at);
    }

    private static List<FormField> formsOnly(List<FormField> fields, List<Integer> at) {
        var kept = new ArrayList<FormField>();
        int from = 0;
        for (int i = 1; i <= fields.size(); i++) {
            if (i == fields.size() || at.get(i) - at.get(i - 1) > WITHIN) {
                List<FormField> form = fields.subList(from, i);
                if (form.stream().map(FormField::label).distinct().count() >= FEWEST_FIELDS) {
                    kept.addAll(form);
                }
                from = i;
            }
        }
        return kept;
    }

    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        boolean blank = true;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            Span span = Sentences.trim(text, at, stop);
            if (span.length() == 0) {
                blank = true;
            } else {
                lines.add(new Line(span, blank));
                blank = false;
            }
            at = stop + 1;
        }
        return lines;
    }

    private static boolean isLabel(String line) {
        return STARRED.matcher(line).matches() || what(line).isPresent();
    }

    private static Optional<What> what(String line) {
        if (line.length() > LONGEST_LABEL || line.isEmpty() || !Character.isUpperCase(line.charAt(0))) {
            return Optional.empty();
        }
        String label = line;
        for (String shorter = ""; !shorter.equals(label); ) {
            shorter = label;
            label = DECORATION.matcher(label).replaceFirst("");
        }
        if (COUNT.matcher(label).matches()) {
            return Optional.of(new What.Count());
        }
        if (GOAL.matcher(label).matches()) {
            return Optional.of(new What.Goal());
        }
        if (NAME.matcher(label).matches()) {
            return Optional.of(new What.Name());
        }
        return LabeledField.kind(label).map(What.Of::new);
    }
}
