package no.forankring.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.privacy.NameRuns.Run;

/// Finds the names of persons that stand with contact details.
///
/// A name does so on the same line or in the same table row, in the lines of a signature or a contact block above it,
/// in a
/// list of members with their addresses, after a word such as «Kontaktperson», and where the address is made of the
/// name.
/// A name found in one place is found everywhere in the text. Looks at a fixed number of words around each detail, so
/// it
/// is linear in the text.
final class NameFinder {

    /// Contact details nearer than this belong to one list.
    private static final int LIST_GAP = 600;
    private static final int BEFORE_LIST = 700;
    private static final int AFTER_LIST = 160;
    private static final int BLOCK_LINES = 6;
    private static final int SHORT_LINE = 110;
    private static final int LONG_LINE = 600;
    private static final int LABEL_LINES = 10;
    private static final int MOST_AROUND = 400;
    private static final int LONGEST_REPEATED = 8;

    // «Kontaktperson», «Kontaktpersoner i kommunen:», «Saksbehandler:», «Kontakt oss:»
    private static final Pattern LABEL = Pattern.compile(
            "^\\W{0,4}(?:kontaktperson(?:er|ar)?|kontaktinfo(?:rmasjon)?|kontakt|saksbehandler|saksbehandlar|vår ref(?:eranse)?|contact(?: person)?)\\b.{0,60}$",
            Pattern.CASE_INSENSITIVE);
    // «Saksbehandler Kari Eksempel», «Kontaktperson – Kari Eksempel»
    private static final Pattern NAMED_BY_ROLE = Pattern.compile(
            "\\W{0,4}(?:kontaktperson|saksbehandler|saksbehandlar)[\\s:–-]{1,4}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNATURE = Pattern.compile(
            "^\\W{0,4}(?:med\\s+)?(?:vennlig|venleg|beste?|hjertelig|kind|best|warm)\\s+(?:hilsen|helsing|regards)\\W*.{0,40}$|^\\W{0,4}(?:mvh|hilsen|helsing|hilsning|sincerely|regards)\\b\\W*.{0,40}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL_HEADER = Pattern.compile(
            "^\\W{0,4}(?:fra|frå|til|kopi(?: til)?|blindkopi|from|to|cc|bcc|sender|reply-to|avsender|avsendar|mottaker|mottakar)\\s?:.*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTACT_COLUMN =
            Pattern.compile("e-?post|e-?mail|mail|telefon|tlf|mobil|kontaktinfo", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_COLUMN = Pattern.compile(
            "navn|namn|name|kontakt|medlem|deltak|deltag|representant|leder|leiar|person|ansvarlig",
            Pattern.CASE_INSENSITIVE);

    private final DocumentText document;
    private final String text;
    private final TextWords words;
    private final NameRuns reader;
    private final List<Run> runs;
    /// The number of the run that begins at or after each word, to find those of a range quickly.
    private final int[] runStarts;
    private final List<PersonalData> details;
    private final TreeMap<Integer, Span> names = new TreeMap<>();
    long steps;

    /// @param details the contact details found, by place
    NameFinder(DocumentText document, TextWords words, List<PersonalData> details) {
        this.document = document;
        this.text = document.text();
        this.words = words;
        this.details = details;
        this.reader = new NameRuns(text, words);
        this.runs = reader.find();
        this.runStarts = runs.stream().mapToInt(run -> words.start(run.first())).toArray();
        this.steps = reader.steps;
    }

    List<Run> runs() {
        return runs;
    }

    /// Adds names, one for each place.
    ///
    /// @param known names that are withheld for another reason, and so everywhere
    void find(List<PersonalData> found, List<Span> known) {
        known.forEach(span -> names.put(span.start(), span));
        besideDetails();
        inLists();
        afterLabels();
        inContactTables();
        byTheirAddress();
        everywhere();
        names.values().stream()
                .sorted(Comparator.comparing(Span::start))
                .map(span -> new PersonalData(PersonalData.Kind.NAME, span, value(span)))
                .forEach(found::add);
    }

    private String value(Span span) {
        return normal(span.cut(text));
    }

    static String normal(String name) {
        String spaced = name.replaceAll("[\\s.]+", " ").strip().toLowerCase(Locale.ROOT);
        return spaced;
    }

    // ---- beside a detail ----

    private void besideDetails() {
        for (PersonalData detail : details) {
            int line = words.lineAt(detail.span().start());
            Span region = regionOf(detail, line);
            for (Run run : runsIn(region)) {
                if (run.strong() || beginsLine(run) || beginsCell(run) || fits(run, detail)) {
                    accept(run);
                } else if (isNear(run, detail)) {
                    accept(run);
                }
            }
            surnameFirst(region);
            block(line);
        }
    }

    /// The line of a detail, or the whole row where it stands in a table.
    private Span regionOf(PersonalData detail, int line) {
        int at = detail.span().start();
        Span region = new Span(words.lineStart(line), words.lineEnd(line));
        var passage = document.passageAt(at).filter(found -> found.span().end() > at);
        if (passage.isPresent() && passage.get().kind() == Passage.Kind.TABLE_ROW) {
            Span row = passage.get().span();
            region = new Span(Math.min(row.start(), region.start()), Math.max(row.end(), region.end()));
        }
        // The sentence may have begun on the line before, and a list item may be wrapped.
        if (passage.isPresent() && passage.get().kind() != Passage.Kind.HEADING) {
            Span whole = passage.get().span();
            region = new Span(
                    Math.max(Math.min(region.start(), whole.start()), region.start() - 200),
                    Math.min(Math.max(region.end(), whole.end()), region.end() + 100));
        }
        return new Span(Math.max(region.start(), at - LONG_LINE), Math.min(region.end(), at + LONG_LINE));
    }

    /// «Eksempel, Kari  912 34 567»
    private void surnameFirst(Span region) {
        for (Run run : runsIn(region)) {
            int before = run.first() - 1;
            if (before >= 0
                    && WordLists.isGiven(words.word(run.first()))
                    && text.substring(words.end(before), words.start(run.first()))
                            .matches(",[ \u00a0]")
                    && reader.isNamePart(before)
                    && words.line(before) == words.line(run.first())) {
                put(new Span(words.start(before), words.end(run.last())));
            }
        }
    }

    /// The short lines right above a detail: name, role, unit, address.
    private void block(int line) {
        int lines = 0;
        int blanks = 0;
        for (int above = line - 1; above >= 0 && lines < BLOCK_LINES; above--) {
            Span span = new Span(words.lineStart(above), words.lineEnd(above));
            steps++;
            if (span.length() == 0
                    || text.substring(span.start(), Math.min(span.end(), span.start() + 200))
                            .isBlank()) {
                if (++blanks > 1 || lines > 0) {
                    return;
                }
                continue;
            }
            if (span.length() > SHORT_LINE) {
                return;
            }
            lines++;
            for (Run run : runsIn(span)) {
                if (run.strong() || fillsLine(run)) {
                    accept(run);
                    goesOn(run);
                }
            }
        }
    }

    // ---- lists of members with their addresses ----

    private void inLists() {
        int i = 0;
        while (i < details.size()) {
            int last = i;
            while (last + 1 < details.size()
                    && details.get(last + 1).span().start()
                                    - details.get(last).span().end()
                            <= LIST_GAP) {
                last++;
            }
            if (last > i) {
                Span zone = new Span(
                        Math.max(0, details.get(i).span().start() - BEFORE_LIST),
                        Math.min(text.length(), details.get(last).span().end() + AFTER_LIST));
                for (Run run : runsIn(zone)) {
                    if (run.strong() || fillsLine(run)) {
                        accept(run);
                        goesOn(run);
                    }
                }
            }
            i = last + 1;
        }
    }

    /// A surname that was cut off to the next line: «Kari Anne⏎⏎Eksempel».
    private void goesOn(Run run) {
        int next = run.last() + 1;
        if (next >= words.count() || !isBlankOver(words.end(run.last()), words.start(next))) {
            return;
        }
        int last = next;
        int line = words.line(next);
        while (last + 1 < words.count() && words.line(last + 1) == line && last - next < 3) {
            last++;
        }
        boolean wholeLine = last + 1 >= words.count() || words.line(last + 1) != line;
        boolean letters =
                text.substring(words.start(next), words.lineEnd(line)).strip().length()
                        <= words.end(last) - words.start(next) + 1;
        if (!wholeLine || !letters || last - next > 1 || words.line(next) == words.line(run.last())) {
            return;
        }
        for (int word = next; word <= last; word++) {
            if (!reader.isNamePart(word) || WordLists.isPlace(words.word(word))) {
                return;
            }
        }
        // Two words more are a surname only after given names alone; else another line of the same block.
        if (last > next && (hasSurname(run) || WordLists.isGiven(words.word(next)) && run.length() > 1)) {
            return;
        }
        put(new Span(words.start(run.first()), words.end(last)));
    }

    private boolean hasSurname(Run run) {
        return !WordLists.isGiven(words.word(run.last()));
    }

    /// At most two line ends and otherwise only spaces.
    private boolean isBlankOver(int from, int to) {
        if (to - from > MOST_AROUND) {
            return false;
        }
        int ends = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                ends++;
            } else if (!Character.isWhitespace(c) && c != '\u00a0') {
                return false;
            }
        }
        steps += to - from;
        return ends > 0 && ends <= 2;
    }

    // ---- after labels ----

    private void afterLabels() {
        for (int line = 0; line < words.lineCount(); line++) {
            int start = words.lineStart(line);
            int length = words.lineEnd(line) - start;
            steps++;
            if (length == 0 || length > LONG_LINE) {
                continue;
            }
            String written = text.substring(start, words.lineEnd(line));
            steps += length;
            if (MAIL_HEADER.matcher(written).matches()) {
                acceptStrong(new Span(start, words.lineEnd(line)));
            } else if (SIGNATURE.matcher(written).matches()) {
                acceptStrong(new Span(start, words.lineEnd(line)));
                below(line, 3, 2, 1);
            } else if (LABEL.matcher(written).matches()) {
                acceptStrong(new Span(start, words.lineEnd(line)));
                int colon = written.indexOf(':');
                if (colon >= 0) {
                    for (Run run : runsIn(new Span(start + colon, words.lineEnd(line)))) {
                        if (text.substring(start + colon + 1, words.start(run.first()))
                                .isBlank()) {
                            accept(run);
                        }
                    }
                }
                for (Run run : runsIn(new Span(start, words.lineEnd(line)))) {
                    if (NAMED_BY_ROLE
                            .matcher(text.substring(start, words.start(run.first())))
                            .matches()) {
                        accept(run);
                    }
                }
                if (colon < 0 || written.substring(colon + 1).isBlank()) {
                    below(line, LABEL_LINES, 1, LABEL_LINES);
                }
            }
        }
    }

    /// The lines under a label, until a blank one that does not follow at once.
    ///
    /// @param unknown in how many of them a name need not begin with a known given name
    private void below(int label, int most, int blanksFirst, int unknown) {
        int seen = 0;
        int blanks = 0;
        for (int line = label + 1; line < words.lineCount() && seen < most; line++) {
            Span span = new Span(words.lineStart(line), words.lineEnd(line));
            steps++;
            if (span.length() > SHORT_LINE) {
                return;
            }
            if (span.cut(text).isBlank()) {
                if (seen > 0 || ++blanks > blanksFirst) {
                    return;
                }
                continue;
            }
            seen++;
            for (Run run : runsIn(span)) {
                if (run.strong()
                        || (seen <= unknown
                                && beginsLine(run)
                                && (fillsLine(run) || text.startsWith(",", words.end(run.last()))))) {
                    accept(run);
                    goesOn(run);
                }
            }
        }
    }

    private void acceptStrong(Span region) {
        runsIn(region).stream().filter(Run::strong).forEach(this::accept);
    }

    // ---- contact tables ----

    private void inContactTables() {
        for (Passage passage : document.passages()) {
            steps++;
            List<String> columns = passage.columns();
            if (columns.isEmpty()
                    || columns.stream()
                            .noneMatch(column -> CONTACT_COLUMN.matcher(column).find())) {
                continue;
            }
            for (int i = 0; i < passage.cells().size() && i < columns.size(); i++) {
                steps++;
                boolean named = NAME_COLUMN.matcher(columns.get(i)).find();
                for (Run run : runsIn(passage.cells().get(i))) {
                    if (run.strong() || (named && beginsCell(run))) {
                        accept(run);
                    }
                }
            }
        }
    }

    // ---- addresses made of names ----

    /// «kari.eksempel@…» is Kari Eksempel, wherever in the text she is named.
    private void byTheirAddress() {
        Set<String> made = new HashSet<>();
        for (PersonalData detail : details) {
            if (detail.kind() == PersonalData.Kind.E_MAIL) {
                List<String> parts = parts(detail);
                if (parts.size() > 1) {
                    made.add(parts.getFirst() + " " + parts.getLast());
                }
            }
        }
        if (made.isEmpty()) {
            return;
        }
        for (Run run : runs) {
            if (run.length() > 1
                    && made.contains(
                            WordLists.fold(words.word(run.first())) + " " + WordLists.fold(words.word(run.last())))) {
                accept(run);
            }
        }
    }

    private static List<String> parts(PersonalData address) {
        String local = address.value().substring(0, address.value().indexOf('@'));
        var parts = new ArrayList<String>();
        for (String part : local.split("[^\\p{L}]+")) {
            if (!part.isEmpty()) {
                parts.add(WordLists.fold(part));
            }
        }
        return parts;
    }

    /// Whether the local part is made of the beginnings of the run's words: «kareks» of Kari Eksempel.
    private boolean fits(Run run, PersonalData detail) {
        if (detail.kind() != PersonalData.Kind.E_MAIL) {
            return false;
        }
        String local = String.join("", parts(detail));
        int at = 0;
        int used = 0;
        for (int word = run.first(); word <= run.last(); word++) {
            String part = WordLists.fold(words.word(word));
            int same = 0;
            while (same < part.length() && at < local.length() && part.charAt(same) == local.charAt(at)) {
                same++;
                at++;
            }
            used += same > 0 ? 1 : 0;
        }
        return used > 1 && at == local.length() && at >= 3;
    }

    // ---- everywhere ----

    private void everywhere() {
        Map<String, Integer> wanted = new HashMap<>();
        for (Span name : names.values()) {
            int from = words.firstFrom(name.start());
            int to = words.firstFrom(name.end());
            if (to - from > 1 && to - from <= LONGEST_REPEATED) {
                wanted.put(key(from, to, false), to - from);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        int longest = wanted.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (Run run : runs) {
            // A run may have begun earlier than the name, or gone on after it.
            for (int from = Math.max(0, run.first() - 1); from < run.last(); from++) {
                for (int to = from + 2; to <= Math.min(words.count(), from + longest); to++) {
                    steps++;
                    if (wanted.containsKey(key(from, to, false)) || wanted.containsKey(key(from, to, true))) {
                        put(new Span(words.start(from), words.end(to - 1)));
                    }
                }
            }
        }
    }

    /// @param genitive without the -s of the last word
    private String key(int from, int to, boolean genitive) {
        var key = new StringBuilder();
        for (int word = from; word < to; word++) {
            key.append(words.word(word).toLowerCase(Locale.ROOT)).append(' ');
        }
        String whole = key.toString().strip();
        return genitive && whole.endsWith("s") ? whole.substring(0, whole.length() - 1) : whole;
    }

    // ---- places ----

    private List<Run> runsIn(Span region) {
        int from = java.util.Arrays.binarySearch(runStarts, region.start());
        from = from >= 0 ? from : -from - 1;
        int to = from;
        while (to < runs.size() && runStarts[to] < region.end()) {
            to++;
            steps++;
        }
        return runs.subList(from, to);
    }

    private boolean beginsLine(Run run) {
        int start = words.lineStart(words.line(run.first()));
        int at = words.start(run.first());
        return at - start <= 6 && text.substring(start, at).chars().noneMatch(Character::isLetter);
    }

    private boolean fillsLine(Run run) {
        int line = words.line(run.first());
        return beginsLine(run)
                && run.length() <= 4
                && run.length() > 1
                && text.substring(words.end(run.last()), words.lineEnd(line)).isBlank();
    }

    /// At the beginning of a cell of a table row.
    private boolean beginsCell(Run run) {
        int at = words.start(run.first());
        return at > 0 && text.charAt(at - 1) == '\t';
    }

    /// «Kari på 912 34 567»
    private boolean isNear(Run run, PersonalData detail) {
        int gap = detail.span().start() - words.end(run.last());
        return gap >= 0
                && gap <= 30
                && words.line(run.first()) == words.lineAt(detail.span().start());
    }

    private void accept(Run run) {
        put(new Span(words.start(run.first()), words.end(run.last())));
    }

    /// The longer of two names that overlap.
    private void put(Span name) {
        var before = names.floorEntry(name.start());
        if (before != null && before.getValue().end() >= name.end()) {
            return;
        }
        if (before != null && before.getValue().end() > name.start()) {
            names.put(before.getKey(), new Span(before.getKey(), name.end()));
            return;
        }
        names.subMap(name.start(), name.end()).clear();
        names.put(name.start(), name);
    }
}
