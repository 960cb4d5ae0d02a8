package no.forankring.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The colors that a page of HTML fills its cells with: by `bgcolor`, by a style of their own, or by a class that a
/// `style` element of the file defines. A cell without one has that of its row. Style sheets elsewhere are not read.
final class CssColors {

    private static final int LONGEST_SHEET = 400_000;
    private static final int LONGEST_STYLE = 4_000;
    private static final int MOST_CLASSES = 5_000;

    // `.gul`, `td.gul`, also several with commas between; no selector that looks at what stands around.
    private static final Pattern RULE = Pattern.compile("([^{}]{1,2000}+)\\{([^{}]{0,4000}+)\\}");
    private static final Pattern CLASS = Pattern.compile("(?:td|th|tr)?\\.([\\w-]{1,100})");
    private static final Pattern BACKGROUND =
            Pattern.compile("(?:^|;)\\s{0,20}background(?:-color)?\\s{0,20}:([^;]{1,500})");
    private static final Pattern COLOR = Pattern.compile(
            "#[0-9a-f]{6}\\b|#[0-9a-f]{3}\\b|rgba?\\(\\s?(\\d{1,3})\\s?,\\s?(\\d{1,3})\\s?,\\s?(\\d{1,3})|\\b[a-z]{3,20}\\b");

    /// Those names of CSS that people give to cells.
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("red", 0xFF0000),
            Map.entry("darkred", 0x8B0000),
            Map.entry("crimson", 0xDC143C),
            Map.entry("firebrick", 0xB22222),
            Map.entry("tomato", 0xFF6347),
            Map.entry("salmon", 0xFA8072),
            Map.entry("lightsalmon", 0xFFA07A),
            Map.entry("lightcoral", 0xF08080),
            Map.entry("coral", 0xFF7F50),
            Map.entry("pink", 0xFFC0CB),
            Map.entry("lightpink", 0xFFB6C1),
            Map.entry("orange", 0xFFA500),
            Map.entry("darkorange", 0xFF8C00),
            Map.entry("gold", 0xFFD700),
            Map.entry("yellow", 0xFFFF00),
            Map.entry("lightyellow", 0xFFFFE0),
            Map.entry("khaki", 0xF0E68C),
            Map.entry("lemonchiffon", 0xFFFACD),
            Map.entry("green", 0x008000),
            Map.entry("lime", 0x00FF00),
            Map.entry("limegreen", 0x32CD32),
            Map.entry("lightgreen", 0x90EE90),
            Map.entry("palegreen", 0x98FB98),
            Map.entry("darkgreen", 0x006400),
            Map.entry("forestgreen", 0x228B22),
            Map.entry("seagreen", 0x2E8B57),
            Map.entry("mediumseagreen", 0x3CB371),
            Map.entry("yellowgreen", 0x9ACD32),
            Map.entry("greenyellow", 0xADFF2F),
            Map.entry("springgreen", 0x00FF7F),
            Map.entry("olivedrab", 0x6B8E23),
            Map.entry("blue", 0x0000FF),
            Map.entry("lightblue", 0xADD8E6),
            Map.entry("skyblue", 0x87CEEB),
            Map.entry("lightskyblue", 0x87CEFA),
            Map.entry("steelblue", 0x4682B4),
            Map.entry("navy", 0x000080),
            Map.entry("purple", 0x800080),
            Map.entry("violet", 0xEE82EE),
            Map.entry("lavender", 0xE6E6FA),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("lightgray", 0xD3D3D3),
            Map.entry("lightgrey", 0xD3D3D3),
            Map.entry("silver", 0xC0C0C0),
            Map.entry("white", 0xFFFFFF),
            Map.entry("black", 0x000000));

    private final Map<String, Integer> classes;

    private CssColors(Map<String, Integer> classes) {
        this.classes = classes;
    }

    static CssColors of(Document document) {
        Map<String, Integer> classes = new HashMap<>();
        for (Element style : document.select("style")) {
            String sheet = style.data();
            if (sheet.length() <= LONGEST_SHEET) {
                read(sheet.replaceAll("(?s)/\\*.{0,10000}?\\*/", " ").toLowerCase(Locale.ROOT), classes);
            }
        }
        return new CssColors(classes);
    }

    private static void read(String sheet, Map<String, Integer> classes) {
        Matcher rule = RULE.matcher(sheet);
        while (rule.find() && classes.size() < MOST_CLASSES) {
            Optional<Integer> background = background(rule.group(2));
            if (background.isPresent()) {
                for (String selector : rule.group(1).split(",")) {
                    Matcher named = CLASS.matcher(selector.strip());
                    if (named.matches()) {
                        classes.put(named.group(1), background.get());
                    }
                }
            }
        }
    }

    /// The color of a cell.
    Optional<CellColor> of(Element cell) {
        Optional<Integer> own = rgb(cell);
        Element row = cell.parent();
        return own.or(() -> row != null && row.normalName().equals("tr") ? rgb(row) : Optional.empty())
                .flatMap(CellColor::of);
    }

    private Optional<Integer> rgb(Element element) {
        if (element.hasAttr("style")) {
            Optional<Integer> own = background(element.attr("style").toLowerCase(Locale.ROOT));
            if (own.isPresent()) {
                return own;
            }
        }
        if (!classes.isEmpty() && element.hasAttr("class")) {
            for (String name : element.classNames()) {
                Integer known = classes.get(name.toLowerCase(Locale.ROOT));
                if (known != null) {
                    return Optional.of(known);
                }
            }
        }
        return color(element.attr("bgcolor").toLowerCase(Locale.ROOT));
    }

    private static Optional<Integer> background(String style) {
        if (style.length() > LONGEST_STYLE) {
            return Optional.empty();
        }
        Matcher background = BACKGROUND.matcher(style);
        Optional<Integer> last = Optional.empty();
        while (background.find()) {
            Optional<Integer> color = color(background.group(1));
            last = color.isPresent() ? color : last;
        }
        return last;
    }

    private static Optional<Integer> color(String value) {
        if (value.length() > LONGEST_STYLE) {
            return Optional.empty();
        }
        Matcher color = COLOR.matcher(value);
        while (color.find()) {
            String found = color.group();
            if (found.startsWith("#")) {
                String digits = found.length() == 7
                        ? found.substring(1)
                        : "" + found.charAt(1) + found.charAt(1) + found.charAt(2) + found.charAt(2) + found.charAt(3)
                                + found.charAt(3);
                return Optional.of(Integer.parseInt(digits, 16));
            }
            if (color.group(1) != null) {
                return Optional.of(part(color.group(1)) << 16 | part(color.group(2)) << 8 | part(color.group(3)));
            }
            Integer named = NAMES.get(found);
            if (named != null) {
                return Optional.of(named);
            }
        }
        return Optional.empty();
    }

    private static int part(String digits) {
        return Math.min(255, Integer.parseInt(digits));
    }
}
