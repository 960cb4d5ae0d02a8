package no.forankring.citation;

/// The part of a document that is cited, from the outside in.
///
/// @param unit what the number in `section` counts: sections of an act, articles of a convention, points of a
/// proposition
/// @param chapter as in `kap. 4 A` written `4A`; empty when a § is given or the whole act is meant
/// @param section as in `§ 10 a` written `10a`; empty when a chapter or the whole act is meant
/// @param subsection the ledd, as a number from 1, `-1` for the last, `-2` for the one before it; 0 when none is given
/// @param letter the bokstav, as in `a`; may name a range as `a-c`; empty when none is given
/// @param number the nummer, as in `6`; may name a range as `4-6`; empty when none is given
/// @param sentence the punktum, from 1; 0 when none is given
/// @param to for a range (`§§ 5–7`) the last section; empty for a single one
public record Pinpoint(
        Unit unit,
        String chapter,
        String section,
        int subsection,
        String letter,
        String number,
        int sentence,
        String to) {

    /// What documents are divided into, with the word that is written before the number.
    public enum Unit {
        SECTION("§", "para"),
        ARTICLE("artikkel", "artikkel"),
        POINT("punkt", "punkt"),
        PAGE("side", "side"),
        GOAL("mål", "maal"),
        TARGET("delmål", "delmaal"),
        ANNEX("vedlegg", "vedlegg");

        final String word;
        private final String code;

        Unit(String word, String code) {
            this.word = word;
            this.code = code;
        }

        /// The word in addresses: `para`, `artikkel`, `maal`.
        public String code() {
            return code;
        }
    }

    /// A chapter or section of an act.
    public Pinpoint(
            String chapter, String section, int subsection, String letter, String number, int sentence, String to) {
        this(Unit.SECTION, chapter, section, subsection, letter, number, sentence, to);
    }

    /// An article, a point, a page, with what it is divided into.
    static Pinpoint of(Unit unit, String section, String number, String letter, String to) {
        return new Pinpoint(unit, "", section, 0, letter, number, 0, to);
    }

    /// The whole document.
    public static final Pinpoint WHOLE = new Pinpoint("", "", 0, "", "", 0, "");

    public static Pinpoint section(String section) {
        return new Pinpoint("", section, 0, "", "", 0, "");
    }

    public static Pinpoint chapter(String chapter) {
        return new Pinpoint(chapter, "", 0, "", "", 0, "");
    }

    public boolean isWhole() {
        return chapter.isEmpty() && section.isEmpty();
    }

    /// The one written form, in bokmål: `§ 4-1 tredje ledd bokstav a`, `kap. 4A`; empty for the whole document.
    public String text() {
        if (isWhole()) {
            return "";
        }
        var text = new StringBuilder();
        if (section.isEmpty()) {
            text.append("kap. ").append(chapter);
        } else if (to.isEmpty()) {
            text.append(unit.word).append(' ').append(section);
        } else {
            text.append(unit == Unit.SECTION ? "§§" : unit.word).append(' ');
            text.append(section).append("–").append(to);
        }
        if (subsection != 0) {
            text.append(' ').append(ordinal(subsection)).append(" ledd");
        }
        if (!number.isEmpty()) {
            text.append(" nr. ").append(number);
        }
        if (!letter.isEmpty()) {
            text.append(" bokstav ").append(letter);
        }
        if (sentence != 0) {
            text.append(' ').append(ordinal(sentence)).append(" punktum");
        }
        return text.toString();
    }

    private static String ordinal(int number) {
        return switch (number) {
            case -2 -> "nest siste";
            case -1 -> "siste";
            case 1 -> "første";
            case 2 -> "andre";
            case 3 -> "tredje";
            case 4 -> "fjerde";
            case 5 -> "femte";
            case 6 -> "sjette";
            case 7 -> "sjuende";
            case 8 -> "åttende";
            case 9 -> "niende";
            case 10 -> "tiende";
            default -> number + ".";
        };
    }
}
