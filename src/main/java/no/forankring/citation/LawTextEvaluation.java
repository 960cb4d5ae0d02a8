package no.forankring.citation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;

/// Measures recognition inside the text of laws and regulations, against what their publisher has marked.
///
/// A consolidated act carries links; the text is recognized without them and each link is then asked for: its act, its
/// § or chapter, its full address down to the punktum. The Gazette has no links but says in its head which provisions
/// a document is based on, and at each change which provision is changed.
///
/// A publisher does not link everything, so a citation outside the links is no error: it is counted and listed for
/// reading. Precision is that of the resolved citations that lie on a link.
public final class LawTextEvaluation {

    /// One law or regulation as plain text, with what its file says about the text.
    ///
    /// @param own the document's own id, as in `lov-2007-06-29-73`
    /// @param links where links stood, in text order
    /// @param basis where the legal basis is written, with the addresses that the head gives for it
    /// @param changes where each change to another document is ordered, with the addresses that it changes
    public record Law(String file, String own, String text, List<Mark> links, List<Marks> basis, List<Marks> changes) {
        public Law {
            links = List.copyOf(links);
            basis = List.copyOf(basis);
            changes = List.copyOf(changes);
        }
    }

    /// A stretch of the text and the address that belongs to it.
    public record Mark(Span span, String address) {}

    /// A stretch of the text and the addresses that are written somewhere in it.
    public record Marks(Span span, List<String> addresses) {
        public Marks {
            addresses = List.copyOf(addresses);
        }
    }

    /// How a link names its target, so that errors can be read by kind.
    enum Kind {
        ID("id"),
        DATE("date and number"),
        DATE_IN_LIST("date in a list"),
        RESOLUTION("resolution"),
        OWN_SECTION("own §"),
        OTHER_SECTION("§ alone, other act"),
        ITEM("number in a list"),
        PART("ledd, nr., punktum alone"),
        CHAPTER("chapter alone"),
        ABBREVIATION("abbreviation"),
        NAME("name"),
        EU("EU act"),
        AGREEMENT("agreement"),
        BASIS("legal basis"),
        CHANGED_ACT("changed act"),
        CHANGE("change address");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /// What became of the links of one kind.
    private static final class Count {
        int links;
        int nameable;
        int found;
        int act;
        int nameableAct;
        int section;
        int exact;
        int wrong;

        void add(Count other) {
            links += other.links;
            nameable += other.nameable;
            found += other.found;
            act += other.act;
            nameableAct += other.nameableAct;
            section += other.section;
            exact += other.exact;
            wrong += other.wrong;
        }
    }

    private static final Pattern MONTH = Pattern.compile(
            "(?iu)\\d{1,2}\\.?\\s+(jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\\p{L}*\\.?\\s+\\d{4}");
    private static final Pattern ITEM = Pattern.compile("\\d+(\\s?[-–]\\s?\\d+)?(\\s?\\p{L})?");
    private static final Pattern ABBREVIATED = Pattern.compile("(?u)\\p{L}{2,10}\\.\\s.*");
    private static final int CONTEXT = 40;

    private final Register register;
    private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
    private final List<String> errors = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();
    private int onLinks;
    private int rightAct;
    private int rightSection;
    private int beside;
    private int unresolvedBeside;
    private int inBasis;
    private int rightInBasis;
    private int unwritten;
    private int files;

    public LawTextEvaluation(Register register) {
        this.register = register;
    }

    /// Compares what was recognized in one text with what its file marks.
    public void add(Law law, List<Resolution> recognized) {
        files++;
        var rows = new Rows(recognized);
        for (Mark link : law.links()) {
            LawAddress.parse(link.address()).ifPresent(address -> {
                List<Resolution> hits = rows.in(link.span());
                count(law, kind(law, link, address), link, address, hits);
            });
        }
        judge(law, recognized);
        for (Marks basis : law.basis()) {
            addresses(law, basis, rows, Kind.BASIS);
            judgeBasis(law, basis, rows.in(basis.span()));
        }
        for (Marks change : law.changes()) {
            addresses(law, change, rows, Kind.CHANGE);
        }
    }

    private void addresses(Law law, Marks marks, Rows rows, Kind kind) {
        List<Resolution> hits = rows.in(marks.span());
        String text = marks.span().cut(law.text());
        for (String written : marks.addresses()) {
            LawAddress.parse(written).ifPresent(address -> {
                if (!isWritten(text, address, kind)) {
                    unwritten++;
                    return;
                }
                Kind of = kind == Kind.CHANGE && address.parts().isEmpty() ? Kind.CHANGED_ACT : kind;
                count(law, of, new Mark(marks.span(), written), address, hits);
            });
        }
    }

    /// The words that give the address are there: the date of the act, the number of the §. A head often names what
    /// the text only implies.
    private static boolean isWritten(String text, LawAddress address, Kind kind) {
        String[] id = address.document().split("-");
        if (kind == Kind.BASIS && id.length >= 4) {
            var day = Pattern.compile(
                    "(?<!\\d)%d\\.?\\s+\\p{L}+\\.?\\s+%s(?!\\d)".formatted(Integer.parseInt(id[3]), id[1]));
            if (!day.matcher(text).find()) {
                return false;
            }
        }
        for (LawAddress.Part part : address.parts()) {
            if (part.level() == LawAddress.Level.SECTION) {
                return isWrittenSection(text, part.number());
            }
        }
        return true;
    }

    private static boolean isWrittenSection(String text, String section) {
        // "§ 9 A-1", "§ 10 a" and "§ 1a" are all written for the same.
        String loose = section.replaceAll("(\\d)(\\p{L})", "$1\\\\s?$2");
        return Pattern.compile("(?iu)(?<![\\d-])%s(?![\\d\\p{L}]|-\\d)".formatted(loose))
                .matcher(text)
                .find();
    }

    private void count(Law law, Kind kind, Mark mark, LawAddress address, List<Resolution> hits) {
        boolean act = false;
        boolean section = false;
        boolean exact = false;
        boolean other = false;
        for (Resolution hit : hits) {
            if (hit instanceof Resolution.Resolved resolved) {
                boolean same = resolved.target().document().value().equals(address.document());
                Pinpoint pinpoint = resolved.target().pinpoint();
                act |= same;
                section |= same && address.isSection(pinpoint);
                exact |= same && address.isExactly(pinpoint);
                other |= !same;
            }
        }
        boolean nameable = isNameable(law, kind, address);
        var count = counts.computeIfAbsent(kind, key -> new Count());
        count.links++;
        count.nameable += nameable ? 1 : 0;
        count.found += hits.isEmpty() ? 0 : 1;
        count.act += act ? 1 : 0;
        count.nameableAct += act && nameable ? 1 : 0;
        count.section += section ? 1 : 0;
        count.exact += exact ? 1 : 0;
        count.wrong += !act && other ? 1 : 0;
        if (!exact) {
            String verdict = hits.isEmpty()
                    ? "missed"
                    : act ? section ? "part" : "section" : other ? "wrong" : nameable ? "unlinked" : "unnameable";
            errors.add(line(verdict, law, kind.label, mark.span(), mark.address(), hits));
        }
    }

    /// The act is known by name, or the words say its date or id, or it is the text itself.
    private boolean isNameable(Law law, Kind kind, LawAddress address) {
        return switch (kind) {
            case ID, DATE, DATE_IN_LIST, RESOLUTION, OWN_SECTION, EU, CHANGE, CHANGED_ACT, BASIS -> true;
            case AGREEMENT -> false;
            default ->
                address.document().equals(law.own())
                        || register.findNamed(new GoverningDocumentId(address.document()))
                                .isPresent();
        };
    }

    /// Precision: every resolved citation that lies on links must name their act, and one of their provisions.
    private void judge(Law law, List<Resolution> recognized) {
        if (law.links().isEmpty()) {
            return;
        }
        int first = 0;
        List<Mark> links = law.links();
        for (Resolution resolution : recognized) {
            Span span = resolution.mention().span();
            while (first < links.size() && links.get(first).span().end() <= span.start()) {
                first++;
            }
            boolean on = false;
            boolean act = true;
            boolean section = false;
            for (int i = first; i < links.size() && links.get(i).span().start() < span.end(); i++) {
                LawAddress address = LawAddress.parse(links.get(i).address()).orElse(null);
                if (address != null && resolution instanceof Resolution.Resolved resolved) {
                    on = true;
                    act &= resolved.target().document().value().equals(address.document());
                    section |= address.isSection(resolved.target().pinpoint());
                }
            }
            if (on) {
                onLinks++;
                rightAct += act ? 1 : 0;
                rightSection += act && section ? 1 : 0;
            } else if (resolution instanceof Resolution.Resolved) {
                beside++;
                outside.add(line("outside", law, resolution.mention().form(), span, "", List.of(resolution)));
            } else {
                unresolvedBeside++;
            }
        }
    }

    private void judgeBasis(Law law, Marks basis, List<Resolution> hits) {
        var expected = basis.addresses().stream()
                .flatMap(address -> LawAddress.parse(address).stream())
                .toList();
        for (Resolution hit : hits) {
            if (hit instanceof Resolution.Resolved resolved) {
                inBasis++;
                boolean right = expected.stream()
                        .anyMatch(address -> address.document()
                                        .equals(resolved.target().document().value())
                                && (resolved.target().pinpoint().isWhole()
                                        || address.isSection(resolved.target().pinpoint())));
                rightInBasis += right ? 1 : 0;
                if (!right) {
                    errors.add(line(
                            "extra",
                            law,
                            Kind.BASIS.label,
                            hit.mention().span(),
                            String.join(" ", basis.addresses()),
                            List.of(hit)));
                }
            }
        }
    }

    static Kind kind(Law law, Mark link, LawAddress address) {
        String text = link.span().cut(law.text()).strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (address.document().startsWith("eu-")) {
            return Kind.EU;
        }
        if (address.document().startsWith("avt-")) {
            return Kind.AGREEMENT;
        }
        if (lower.startsWith("lov/") || lower.startsWith("forskrift/")) {
            return Kind.ID;
        }
        if (lower.startsWith("res.") || lower.startsWith("kgl") || lower.contains("vedtak")) {
            return Kind.RESOLUTION;
        }
        var date = MONTH.matcher(text);
        if (date.find()) {
            return date.start() == 0 ? Kind.DATE_IN_LIST : Kind.DATE;
        }
        if (lower.startsWith("§")) {
            return address.document().equals(law.own()) ? Kind.OWN_SECTION : Kind.OTHER_SECTION;
        }
        if (ITEM.matcher(text).matches()) {
            return Kind.ITEM;
        }
        if (lower.startsWith("kap")) {
            return Kind.CHAPTER;
        }
        if (lower.endsWith("ledd") || lower.endsWith("punktum") || lower.startsWith("nr") || text.length() <= 2) {
            return Kind.PART;
        }
        return ABBREVIATED.matcher(text).matches() ? Kind.ABBREVIATION : Kind.NAME;
    }

    private static String line(String verdict, Law law, String kind, Span span, String address, List<Resolution> hits) {
        String text = law.text();
        boolean wide = span.length() > 3 * CONTEXT;
        String before = text.substring(Math.max(0, span.start() - CONTEXT), span.start());
        String words = wide ? text.substring(span.start(), span.start() + 3 * CONTEXT) + "…" : span.cut(text);
        String after = wide ? "" : text.substring(span.end(), Math.min(text.length(), span.end() + CONTEXT));
        var said = new StringBuilder();
        for (Resolution hit : hits.size() > 4 ? hits.subList(0, 4) : hits) {
            said.append(said.isEmpty() ? "" : " | ")
                    .append(hit.mention().text())
                    .append(" → ")
                    .append(named(hit));
        }
        return "%s\t%s\t%s\t%d\t%s\t%s\t%s"
                .formatted(
                        verdict,
                        kind,
                        law.file(),
                        span.start(),
                        TabSeparated.oneLine(before + "⟦" + words + "⟧" + after),
                        address,
                        TabSeparated.oneLine(said.toString()));
    }

    private static String named(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved resolved ->
                (resolved.target().document().value() + " "
                                + resolved.target().pinpoint().text())
                        .strip();
            case Resolution.Ambiguous ambiguous -> "?";
            case Resolution.Unresolved unresolved -> "-";
        };
    }

    /// Errors one a line, tab-separated: verdict, kind, file, offset, words in context, address, what was recognized.
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /// Resolved citations outside all links, evenly drawn from all files, for reading by eye.
    public List<String> sampleOutside(int size) {
        var sample = new ArrayList<String>();
        Set<Integer> drawn = new HashSet<>();
        for (int i = 0; i < size && !outside.isEmpty(); i++) {
            int index = (int) ((long) i * outside.size() / size);
            if (drawn.add(index)) {
                sample.add(outside.get(index));
            }
        }
        return sample;
    }

    /// Links whose act was linked right, of all links of consolidated acts; 1 where there are none.
    public double recall() {
        Count all = linked();
        return all.links == 0 ? 1 : (double) all.act / all.links;
    }

    /// Resolved citations on links that name the right act and provision; 1 where there are none.
    public double precision() {
        return onLinks == 0 ? 1 : (double) rightSection / onLinks;
    }

    private Count linked() {
        var all = new Count();
        counts.forEach((kind, count) -> {
            if (kind.compareTo(Kind.BASIS) < 0) {
                all.add(count);
            }
        });
        return all;
    }

    /// The figures as a table for people.
    public String text() {
        var text = new StringBuilder();
        text.append("%-26s %7s %8s %7s %7s %9s %7s %7s %8s %8s %8s%n"
                .formatted(
                        "kind",
                        "links",
                        "nameable",
                        "found",
                        "act",
                        "+section",
                        "exact",
                        "wrong",
                        "recall",
                        "+sect.",
                        "nameable"));
        counts.forEach((kind, count) -> {
            if (kind.compareTo(Kind.BASIS) < 0) {
                text.append(row(kind.label, count));
            }
        });
        if (linked().links > 0) {
            text.append(row("all links", linked()));
        }
        counts.forEach((kind, count) -> {
            if (kind.compareTo(Kind.BASIS) >= 0) {
                text.append(row(kind.label, count));
            }
        });
        text.append("%d files; %d addresses that the text does not write%n".formatted(files, unwritten));
        if (onLinks > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "resolved on links %d: right act %.4f, right act and section %.4f%n",
                    onLinks,
                    (double) rightAct / onLinks,
                    precision()));
            text.append("outside links: %d resolved, %d unresolved or ambiguous%n".formatted(beside, unresolvedBeside));
        }
        if (inBasis > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "resolved in legal bases %d: among those of the head %.4f%n",
                    inBasis,
                    (double) rightInBasis / inBasis));
        }
        return text.toString();
    }

    private static String row(String label, Count count) {
        return String.format(
                Locale.ROOT,
                "%-26s %7d %8d %7d %7d %9d %7d %7d %8.4f %8.4f %8.4f%n",
                label,
                count.links,
                count.nameable,
                count.found,
                count.act,
                count.section,
                count.exact,
                count.wrong,
                share(count.act, count.links),
                share(count.section, count.links),
                share(count.nameableAct, count.nameable));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    /// Resolutions by place: they stand in text order and do not overlap.
    private record Rows(List<Resolution> all) {

        List<Resolution> in(Span span) {
            int low = 0;
            int high = all.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (all.get(middle).mention().span().end() <= span.start()) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            int to = low;
            while (to < all.size() && all.get(to).mention().span().start() < span.end()) {
                to++;
            }
            return all.subList(low, to);
        }
    }
}
