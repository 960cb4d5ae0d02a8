package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address in the files of Lovdata: `lov/2007-06-29-73/§4-4/ledd/2`, `forskrift/2005-08-19-901`,
/// `lov/1963-06-21-23/kapv`, `eu/32013l0034`.
///
/// @param document the id in the register's form, as in `lov-2007-06-29-73`
/// @param parts below the act, with what they are numbered by, outermost first; empty for the whole act
record LawAddress(String document, List<Part> parts) {

    /// What a part of an act is called.
    enum Level {
        CHAPTER,
        SECTION,
        SUBSECTION,
        LETTER,
        NUMBER,
        SENTENCE
    }

    record Part(Level level, String number) {}

    private static final Pattern ACT = Pattern.compile("(lov|forskrift)/(\\d{4}-\\d\\d-\\d\\d(?:-\\d+)?)");
    private static final Pattern CELEX = Pattern.compile("eu/3(\\d{4})[a-z]+(\\d{4})");
    private static final Pattern CHAPTER = Pattern.compile("kap(?:ittel_)?([0-9]+[a-z]?|[ivxlc]+)");

    LawAddress {
        parts = List.copyOf(parts);
    }

    /// Empty for what is no address of an act: `#kapittel-1`, `legal-areas/08`.
    static Optional<LawAddress> parse(String address) {
        String[] steps = address.strip().split("/");
        if (steps.length < 2) {
            return Optional.empty();
        }
        String root = steps[0] + "/" + steps[1];
        var act = ACT.matcher(root);
        if (act.matches()) {
            String prefix = act.group(1).equals("lov") ? "lov-" : "for-";
            return Optional.of(new LawAddress(prefix + act.group(2), parts(steps)));
        }
        var celex = CELEX.matcher(root);
        if (celex.matches()) {
            String id = "eu-%s-%d".formatted(celex.group(1), Integer.parseInt(celex.group(2)));
            return Optional.of(new LawAddress(id, List.of()));
        }
        return steps[0].equals("avtale") ? Optional.of(new LawAddress(steps[1], List.of())) : Optional.empty();
    }

    private static List<Part> parts(String[] steps) {
        var parts = new ArrayList<Part>();
        for (int i = 2; i < steps.length; i++) {
            String step = steps[i].toLowerCase(Locale.ROOT);
            var chapter = CHAPTER.matcher(step);
            if (step.startsWith("§")) {
                parts.add(new Part(Level.SECTION, step.substring(1)));
            } else if (chapter.matches()) {
                parts.add(new Part(Level.CHAPTER, chapter.group(1)));
            } else if (i + 1 < steps.length) {
                Level level = level(step);
                if (level == null) {
                    break;
                }
                parts.add(new Part(level, steps[i + 1].toLowerCase(Locale.ROOT)));
                i++;
            } else {
                break;
            }
        }
        return parts;
    }

    private static @org.jspecify.annotations.Nullable Level level(String word) {
        return switch (word) {
            case "ledd" -> Level.SUBSECTION;
            case "bokstav" -> Level.LETTER;
            case "nummer" -> Level.NUMBER;
            case "setning" -> Level.SENTENCE;
            default -> null;
        };
    }

    /// True when the pinpoint lies in the same § or chapter, or spans it; always true of a whole act.
    boolean isSection(Pinpoint pinpoint) {
        for (Part part : parts) {
            if (part.level == Level.SECTION) {
                return same(part.number, pinpoint.section())
                        || same(part.number, pinpoint.to())
                        || !pinpoint.to().isEmpty() && between(pinpoint, part.number);
            }
            if (part.level == Level.CHAPTER && pinpoint.section().isEmpty()) {
                return same(part.number, pinpoint.chapter());
            }
        }
        return true;
    }

    /// True when the pinpoint says all that the address says, ledd and punktum included.
    boolean isExactly(Pinpoint pinpoint) {
        if (!isSection(pinpoint)) {
            return false;
        }
        boolean first = true;
        for (Part part : parts) {
            boolean right = switch (part.level) {
                case CHAPTER, SECTION -> true;
                case SUBSECTION -> !first || same(part.number, Integer.toString(pinpoint.subsection()));
                case LETTER -> spans(pinpoint.letter(), part.number);
                case NUMBER -> isItem(pinpoint.number(), part.number);
                case SENTENCE -> same(part.number, Integer.toString(pinpoint.sentence()));
            };
            if (!right) {
                return false;
            }
            first &= part.level != Level.SUBSECTION;
        }
        return true;
    }

    private static boolean between(Pinpoint range, String number) {
        int dash = number.lastIndexOf('-');
        String chapter = number.substring(0, dash + 1);
        if (!range.section().toLowerCase(Locale.ROOT).startsWith(chapter)
                || !range.to().toLowerCase(Locale.ROOT).startsWith(chapter)) {
            return false;
        }
        int from = leading(range.section().substring(dash + 1));
        int to = leading(range.to().substring(dash + 1));
        int value = leading(number.substring(dash + 1));
        return from > 0 && value > from && value < to;
    }

    private static int leading(String number) {
        int value = 0;
        for (int i = 0; i < number.length() && i < 6 && Character.isDigit(number.charAt(i)); i++) {
            value = value * 10 + number.charAt(i) - '0';
        }
        return value;
    }

    private static boolean spans(String letters, String letter) {
        if (letters.length() == 3 && letters.charAt(1) == '-' && letter.length() == 1) {
            return letters.charAt(0) <= letter.charAt(0) && letter.charAt(0) <= letters.charAt(2);
        }
        return same(letter, letters);
    }

    private static boolean isItem(String numbers, String number) {
        int dash = numbers.indexOf('-');
        if (dash < 0) {
            return same(number, numbers);
        }
        int value = leading(number);
        return leading(numbers) <= value && value <= leading(numbers.substring(dash + 1));
    }

    private static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }
}
