package no.forankring.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.forankring.document.Passage.Kind;

/// Turns a [Draft] into a [DocumentText]: gives each block its id, the headings above it and its language, and finds
/// the document's title, language and date. Linear in the text.
final class DocumentReader {

    private static final int LONGEST_PASSAGE = 8_000;
    private static final int LONGEST_IN_PATH = 300;
    private static final int LONGEST_TITLE = 300;
    /// More would be a text that nobody wrote; it would fill the memory of those who read it.
    static final int MOST_PASSAGES = 400_000;

    private static final Set<String> NO_TITLES =
            Set.of("untitled", "uten navn", "document", "dokument", "presentation", "title", "tittel", "layout 1");

    private DocumentReader() {}

    /// @throws UnreadableFile when there are more passages than [#MOST_PASSAGES]
    static DocumentText readFile(Draft draft) {
        if (draft.blocks().size() > MOST_PASSAGES) {
            throw UnreadableFile.tooManyPassages(MOST_PASSAGES);
        }
        return read(draft);
    }

    static DocumentText read(Draft draft) {
        List<Block> blocks = split(draft.text(), draft.blocks());
        List<LanguageGuess> guesses = new ArrayList<>(blocks.size());
        LanguageGuess whole = LanguageGuess.of("");
        for (Block block : blocks) {
            LanguageGuess guess = LanguageGuess.of(draft.text().subSequence(block.start(), block.end()));
            guesses.add(guess);
            whole.add(guess);
        }
        Language language = whole.language();
        if (language == Language.UNDETERMINED) {
            Language declared = Language.parse(draft.language());
            // A declaration that the words contradict is a template's, not the author's.
            if (declared != Language.ENG || !whole.isNorwegian()) {
                language = declared;
            }
        }
        List<Passage> passages = passages(draft.text(), blocks, guesses, language);
        String title = title(draft, passages);
        Optional<LocalDate> date = draft.date().or(() -> DocumentDates.find(title, passages, draft.created()));
        return new DocumentText(
                draft.text(), title, language, date, draft.pages(), passages, List.of(), draft.keepsColors());
    }

    private static List<Passage> passages(
            String text, List<Block> blocks, List<LanguageGuess> guesses, Language documentLanguage) {
        List<Passage> passages = new ArrayList<>(blocks.size());
        Map<String, Integer> seen = new HashMap<>(blocks.size() * 2);
        var ids = new Ids();
        List<String> names = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        List<String> path = List.of();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean heading = block.kind() == Kind.HEADING;
            if (heading) {
                while (!levels.isEmpty() && levels.getLast() >= block.level()) {
                    levels.removeLast();
                    names.removeLast();
                }
                path = List.copyOf(names);
            }
            String words = text.substring(block.start(), block.end());
            String hash = ids.hash(words);
            int count = seen.merge(hash, 1, Integer::sum);
            Language language = guesses.get(i).language();
            passages.add(new Passage(
                    new PassageId(count == 1 ? hash : hash + "-" + count),
                    block.kind(),
                    new Span(block.start(), block.end()),
                    words,
                    i,
                    path,
                    block.level(),
                    block.page(),
                    language == Language.UNDETERMINED ? documentLanguage : language,
                    block.cells(),
                    block.columns(),
                    block.shadings()));
            if (heading) {
                names.add(nameInPath(words));
                levels.add(block.level());
                path = List.copyOf(names);
            }
        }
        return passages;
    }

    /// A heading as those below it name it.
    static String nameInPath(String heading) {
        String name = CleanText.of(heading).text();
        return name.length() > LONGEST_IN_PATH ? name.substring(0, LONGEST_IN_PATH) : name;
    }

    /// Cuts blocks that are longer than anyone cites, after a sentence where there is one.
    private static List<Block> split(String text, List<Block> blocks) {
        List<Block> result = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            int start = block.start();
            if (block.kind() != Kind.TABLE_ROW) {
                while (block.end() - start > LONGEST_PASSAGE) {
                    int cut = cutAfterSentence(text, start, start + LONGEST_PASSAGE);
                    int end = cut;
                    while (end > start && StructureBuilder.isSpace(text.charAt(end - 1))) {
                        end--;
                    }
                    if (end > start) {
                        result.add(new Block(
                                block.kind() == Kind.HEADING ? Kind.PARAGRAPH : block.kind(),
                                start,
                                end,
                                block.kind() == Kind.HEADING ? 0 : block.level(),
                                block.page()));
                    }
                    start = cut;
                    while (start < block.end() && StructureBuilder.isSpace(text.charAt(start))) {
                        start++;
                    }
                }
            }
            if (start == block.start()) {
                result.add(block);
            } else if (start < block.end()) {
                result.add(new Block(Kind.PARAGRAPH, start, block.end(), 0, block.page()));
            }
        }
        return result;
    }

    private static int cutAfterSentence(String text, int start, int most) {
        int space = -1;
        for (int at = most; at > start + LONGEST_PASSAGE / 2; at--) {
            if (StructureBuilder.isSpace(text.charAt(at - 1))) {
                if (at >= 2 && (text.charAt(at - 2) == '.' || text.charAt(at - 1) == '\n')) {
                    return at;
                }
                if (space < 0) {
                    space = at;
                }
            }
        }
        if (space > 0) {
            return space;
        }
        return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }

    private static final int LONGEST_LINE_OF_TITLE = 160;
    private static final Pattern SECTION = Pattern.compile(
            "^\\d+(?:\\.\\d+)*\\.?\\s|^(?:innhold|innhald|innholdsfortegnelse|bakgrunn|innledning|innleiing|sammendrag|samandrag|forord|føreord|om\\s+planen|mål|formål|føremål|hvorfor|kvifor|hva|kva|hvem|kven)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern INCOMPLETE = Pattern.compile(
            "(?:mandat(?:\\s+og\\s+\\p{L}+)?|årsrapport|årsmelding|evaluering|evalueringsrapport|sluttrapport|rapport|handlingsplan|aktivitetsplan|strategi|temaplan|referat|program|invitasjon|saksframlegg)(?:\\s+(?:19|20)\\d\\d(?:\\s*[–-]\\s*(?:19|20)?\\d\\d)?)?|(?:[\\p{L}-]+\\s+){1,3}kommune|(?:usht|statsforvalt\\p{L}+|utviklingssenter)\\s.{3,90}|helse\\s+og\\s+omsorg|[\\p{L} ]{3,40}helsesamarbeid(?:et)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern KIND_WORD = Pattern.compile(
            "mandat|rapport|melding|plan\\b|plan\\s|strategi|evaluering|program|referat|invitasjon|nettverk|prosjekt",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NOT_OF_TITLE = Pattern.compile(
            "^(?:vedt(?:att|eke|atte)|godkjent|saksn|sak\\b|dato|publisert|revidert|oppdatert|til\\b|fra\\b|frå\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BREADCRUMBS = Pattern.compile("\\S\\s+>\\s+\\S.*\\s>\\s|^\\[ ");
    // "Referat fra møtet" with a line of "=" below
    private static final Pattern UNDERLINE = Pattern.compile("\\s+(?:={4,}|-{4,}|_{4,}|~{4,}|\\*{4,})$");
    /// What stands far to the right on the line is a date or a stamp.
    private static final Pattern WIDE_GAP = Pattern.compile(" {4,}|\\t");

    private static String title(Draft draft, List<Passage> passages) {
        String given = CleanText.of(draft.title()).text();
        if (isSensible(given)) {
            return shortened(given);
        }
        int first = firstHeading(passages);
        String opening = opening(passages);
        boolean told = !opening.isEmpty()
                && (first < 0
                        || first == 0
                        || isSection(passages.get(first))
                        || KIND_WORD.matcher(opening).find());
        if (told) {
            return shortened(opening);
        }
        if (first >= 0) {
            return shortened(CleanText.of(passages.get(first).text()).text());
        }
        for (Passage passage : passages.subList(0, Math.min(5, passages.size()))) {
            String words = CleanText.of(passage.text()).text();
            if (passage.kind() != Kind.TABLE_ROW
                    && words.length() >= 3
                    && words.length() <= 160
                    && !words.endsWith(".")
                    && hasLetter(words)) {
                return words;
            }
        }
        return "";
    }

    private static int firstHeading(List<Passage> passages) {
        for (int i = 0; i < Math.min(40, passages.size()); i++) {
            if (passages.get(i).kind() == Kind.HEADING && passages.get(i).text().length() >= 3) {
                return i;
            }
        }
        return -1;
    }

    /// A heading that begins the text, and so is not the document's title: "1. Bakgrunn", "Innhold".
    private static boolean isSection(Passage heading) {
        return SECTION.matcher(heading.text().strip()).find();
    }

    /// The short lines at the very top: what the document is, and of what. "Mandat" or the name of an organization
    /// alone
    /// is no title, so it takes the next line with it.
    private static String opening(List<Passage> passages) {
        var opening = new StringBuilder();
        for (Passage passage : passages.subList(0, Math.min(4, passages.size()))) {
            String whole = CleanText.of(passage.text()).text();
            String words = WIDE_GAP.split(passage.text().strip(), 2)[0];
            words = UNDERLINE.matcher(CleanText.of(words).text()).replaceFirst("");
            if (opening.isEmpty() && BREADCRUMBS.matcher(whole).find()) {
                continue;
            }
            boolean fits = (passage.kind() == Kind.PARAGRAPH || passage.kind() == Kind.HEADING)
                    && words.length() >= 3
                    && words.length() <= LONGEST_LINE_OF_TITLE
                    && !words.endsWith(".")
                    && !words.endsWith(":")
                    && hasLetter(words)
                    && (opening.isEmpty()
                            || !isSection(passage)
                                    && !NOT_OF_TITLE.matcher(words).find());
            if (!fits) {
                break;
            }
            opening.append(opening.isEmpty() ? "" : " – ").append(words);
            if (!INCOMPLETE.matcher(words).matches()) {
                break;
            }
        }
        return opening.toString();
    }

    private static String shortened(String title) {
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }

    private static boolean hasLetter(String words) {
        return words.chars().anyMatch(Character::isLetter);
    }

    /// Whether a title in the metadata is one: not a file name, a template's name or what a program puts there.
    private static boolean isSensible(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        if (title.length() < 4 || !hasLetter(title) || NO_TITLES.contains(lower)) {
            return false;
        }
        for (String ending : new String[] {
            ".doc", ".docx", ".pdf", ".dot", ".dotx", ".indd", ".odt", ".rtf", ".pptx", ".ppt", ".xlsx", ".xls", ".txt",
            ".htm", ".html"
        }) {
            if (lower.endsWith(ending)) {
                return false;
            }
        }
        return !lower.startsWith("microsoft word")
                && !lower.startsWith("microsoft powerpoint")
                && !lower.startsWith("powerpoint")
                && !lower.startsWith("lysbilde")
                && !lower.startsWith("slide ");
    }

    /// Hashes the words of passages with white space folded.
    static final class Ids {
        private final MessageDigest digest;
        private final StringBuilder folded = new StringBuilder();

        Ids() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }

        String hash(String words) {
            folded.setLength(0);
            boolean space = false;
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (StructureBuilder.isSpace(c)) {
                    space = !folded.isEmpty();
                } else {
                    if (space) {
                        folded.append(' ');
                        space = false;
                    }
                    folded.append(c);
                }
            }
            byte[] hash = digest.digest(folded.toString().getBytes(StandardCharsets.UTF_8));
            return "p-" + HexFormat.of().formatHex(hash, 0, 5);
        }
    }
}
