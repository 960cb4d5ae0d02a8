package no.forankring.document;

import java.util.Locale;
import java.util.Optional;

/// The color that a table's cell is filled with.
///
/// @param name what people call it
/// @param hex as in `C6EFCE`: red, green and blue, two digits each, in upper case
public record CellColor(Name name, String hex) {

    /// The colors that people tell apart in a plan. White, black and what is nearly so are none.
    public enum Name {
        GREEN,
        YELLOW,
        ORANGE,
        RED,
        PINK,
        PURPLE,
        BLUE,
        GREY
    }

    /// A difference between the strongest and the weakest part that an eye does not see as a color.
    private static final int NO_COLOR = 12;

    /// @throws IllegalArgumentException when the hex value is not six digits
    public CellColor {
        if (!hex.matches("[0-9A-F]{6}")) {
            throw new IllegalArgumentException("A color is six hexadecimal digits, as in C6EFCE, but got " + hex);
        }
    }

    /// @param rgb red, green and blue in the lowest 24 bits
    /// @return empty for white, black and what is nearly so
    static Optional<CellColor> of(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        return name(red, green, blue, most, least)
                .map(name -> new CellColor(name, String.format(Locale.ROOT, "%06X", rgb & 0xFFFFFF)));
    }

    /// From six digits, with or without `#` before them; empty for anything else.
    static Optional<CellColor> ofHex(String hex) {
        String digits = hex.startsWith("#") ? hex.substring(1) : hex;
        return digits.length() == 6 && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)
                ? of(Integer.parseInt(digits, 16))
                : Optional.empty();
    }

    private static Optional<Name> name(int red, int green, int blue, int most, int least) {
        if (most - least < NO_COLOR) {
            return most > 0xF4 || most < 0x40 ? Optional.empty() : Optional.of(Name.GREY);
        }
        if (most < 0x40) {
            return Optional.empty();
        }
        double spread = most - least;
        double hue = most == red
                ? 60 * ((green - blue) / spread)
                : most == green ? 60 * ((blue - red) / spread + 2) : 60 * ((red - green) / spread + 4);
        double degrees = (hue + 360) % 360;
        if (degrees < 15 || degrees >= 345) {
            return Optional.of(Name.RED);
        }
        if (degrees < 40) {
            return Optional.of(Name.ORANGE);
        }
        if (degrees < 68) {
            return Optional.of(Name.YELLOW);
        }
        if (degrees < 172) {
            return Optional.of(Name.GREEN);
        }
        if (degrees < 255) {
            return Optional.of(Name.BLUE);
        }
        return Optional.of(degrees < 310 ? Name.PURPLE : Name.PINK);
    }
}
