package no.forankring.findings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Passage;
import no.forankring.document.Span;

/// Tables whose last row is not what those above make, whose shares do not make a whole, and numbers in the text that
/// a column does not give.
final class TableCheck {

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern TOTAL =
            Pattern.compile("(?:sum|totalt?|til\\s?sammen|til\\s?saman|i\\s+alt|samlet)(?:\\s+\\p{L}+)?\\s*:?", I);
    private static final Pattern SUBTOTAL =
            Pattern.compile(".*(?:sum|totalt?|delsum|mellomsum|gjennomsnitt|snitt).*", I);
    private static final Pattern SHARES = Pattern.compile(".*(?:andel|prosent|%|fordeling).*", I);
    private static final Pattern NOT_ADDED = Pattern.compile(
            ".*(?:andel|prosent|%|snitt|gjennomsnitt|\\bår\\b|\\bnr\\b|nummer|score|skår|indeks|rate|alder|uke|måned|månad|dato|kl\\b).*",
            I);
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:,\\d{1,2})?)\\s*%?");
    private static final Pattern TIME = Pattern.compile("(?:19|20)\\d\\d|(?:uke|måned|kvartal|vår|høst|haust).*", I);
    private static final Pattern SEVERAL_ANSWERS =
            Pattern.compile("fler[e]?\\s+(?:svar|kryss|alternativ)|fleire\\s+(?:svar|kryss|alternativ)", I);
    // "har holdt sju samlinger siden oppstarten", "til sammen 210 deltakere"
    private static final Pattern ALL_OF = Pattern.compile(
            "(?:siden\\s+oppstart|sidan\\s+oppstart|i\\s+perioden|til\\s?sammen|til\\s?saman|totalt|i\\s+alt)", I);

    private TableCheck() {}

    static List<Finding> find(List<Passage> passages) {
        var findings = new ArrayList<Finding>();
        boolean severalAnswers = passages.stream()
                .anyMatch(passage -> SEVERAL_ANSWERS.matcher(passage.text()).find());
        for (List<Passage> table : tables(passages)) {
            total(table, findings);
            if (!severalAnswers) {
                distribution(table, findings);
            }
            columns(table, passages, findings);
        }
        return findings;
    }

    private static List<List<Passage>> tables(List<Passage> passages) {
        var tables = new ArrayList<List<Passage>>();
        for (Passage passage : passages) {
            if (passage.kind() != Passage.Kind.TABLE_ROW || passage.columns().isEmpty()) {
                continue;
            }
            Passage before = tables.isEmpty() ? null : tables.getLast().getLast();
            if (before != null
                    && before.ordinal() + 1 == passage.ordinal()
                    && before.columns().equals(passage.columns())) {
                tables.getLast().add(passage);
            } else {
                tables.add(new ArrayList<>(List.of(passage)));
            }
        }
        return tables;
    }

    private static void total(List<Passage> table, List<Finding> findings) {
        Passage last = table.getLast();
        List<Passage> rows = table.subList(0, table.size() - 1);
        if (rows.size() < 2
                || !TOTAL.matcher(cell(last, 0)).matches()
                || rows.stream().anyMatch(row -> SUBTOTAL.matcher(cell(row, 0)).matches())) {
            return;
        }
        for (int column = 1; column < last.columns().size(); column++) {
            String heading = last.columns().get(column).strip();
            Optional<BigDecimal> said = number(last, column);
            Optional<BigDecimal> sum = sum(rows, column);
            if (said.isEmpty() || sum.isEmpty() || NOT_ADDED.matcher(heading).matches()) {
                continue;
            }
            BigDecimal difference = said.get().subtract(sum.get()).abs();
            if (difference.compareTo(tolerance(rows, column)) > 0) {
                // One person may take part in several: the total may be of different ones.
                boolean people = heading.toLowerCase(Locale.ROOT).matches(".*(?:deltak|person|ansatt|kommun|bruker).*")
                        && said.get().compareTo(sum.get()) < 0;
                findings.add(new Finding(
                        Finding.Kind.TOTAL,
                        last.span(),
                        rows.stream().map(Passage::span).toList(),
                        List.of(heading, Numerals.text(sum.get()), cell(last, 0).strip(), Numerals.text(said.get())),
                        people ? 0.4 : 0.9));
            }
        }
    }

    private static void distribution(List<Passage> table, List<Finding> findings) {
        List<Passage> rows =
                TOTAL.matcher(cell(table.getLast(), 0)).matches() ? table.subList(0, table.size() - 1) : table;
        if (rows.size() < 3
                || rows.stream()
                        .anyMatch(row -> TIME.matcher(cell(row, 0).strip()).matches())) {
            return;
        }
        for (int column = 1; column < rows.getFirst().columns().size(); column++) {
            if (!SHARES.matcher(rows.getFirst().columns().get(column)).matches()) {
                continue;
            }
            BigDecimal sum = BigDecimal.ZERO;
            boolean all = true;
            int decimals = 0;
            for (Passage row : rows) {
                Matcher share = PERCENT.matcher(cell(row, column).strip());
                all = all && share.matches();
                if (all) {
                    sum = sum.add(new BigDecimal(share.group(1).replace(',', '.')));
                    decimals = Math.max(decimals, Numerals.decimals(share.group(1)));
                }
            }
            BigDecimal off = sum.subtract(BigDecimal.valueOf(100)).abs();
            BigDecimal rounding =
                    BigDecimal.valueOf(rows.size()).movePointLeft(decimals).max(BigDecimal.ONE);
            // Shares far from a whole are shares of different wholes.
            if (all && off.compareTo(rounding) > 0 && off.compareTo(BigDecimal.TEN) <= 0) {
                findings.add(new Finding(
                        Finding.Kind.DISTRIBUTION,
                        rows.getFirst().span(),
                        rows.subList(1, rows.size()).stream().map(Passage::span).toList(),
                        List.of(Numerals.text(sum)),
                        0.6));
            }
        }
    }

    /// "Nettverket har holdt åtte samlinger siden oppstarten" and a column «Samlinger» of 2, 1, 2 and 2.
    private static void columns(List<Passage> table, List<Passage> passages, List<Finding> findings) {
        if (table.size() < 3
                || TOTAL.matcher(cell(table.getLast(), 0)).matches()
                || !table.stream()
                        .allMatch(row -> TIME.matcher(cell(row, 0).strip()).matches())) {
            return;
        }
        for (int column = 1; column < table.getFirst().columns().size(); column++) {
            String heading = table.getFirst().columns().get(column).strip();
            Optional<BigDecimal> sum = sum(table, column);
            if (sum.isEmpty() || !heading.matches("(?iu)samlinger|samlingar|møter|møte|fagdager|kurs|webinarer")) {
                continue;
            }
            Pattern claim = Pattern.compile(
                    "(?<![\\p{L}\\d,.])(" + Numerals.SEVERAL + ")\\s+(?:\\p{Ll}+e\\s+)?"
                            + Pattern.quote(heading.toLowerCase(Locale.ROOT)) + "(?!\\p{L})",
                    I);
            for (Passage passage : passages) {
                if (passage.kind() == Passage.Kind.TABLE_ROW) {
                    continue;
                }
                for (Sentence sentence : Sentence.of(passage)) {
                    Matcher number = claim.matcher(sentence.text());
                    if (number.find() && ALL_OF.matcher(sentence.text()).find()) {
                        int said = Numerals.of(number.group(1)).orElse(0);
                        if (sum.get().compareTo(BigDecimal.valueOf(said)) != 0) {
                            List<Span> rows = table.stream().map(Passage::span).toList();
                            findings.add(new Finding(
                                    Finding.Kind.COLUMN,
                                    sentence.span(),
                                    rows,
                                    List.of(number.group(), heading, Numerals.text(sum.get())),
                                    0.6));
                        }
                    }
                }
            }
        }
    }

    /// Empty when a cell holds more than a number; a dash and nothing count as 0.
    private static Optional<BigDecimal> sum(List<Passage> rows, int column) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean some = false;
        for (Passage row : rows) {
            String text = cell(row, column).strip();
            if (text.isEmpty() || text.matches("[-–—]")) {
                continue;
            }
            Optional<BigDecimal> number = Numerals.cell(text);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            some = true;
            sum = sum.add(number.get());
        }
        return some ? Optional.of(sum) : Optional.empty();
    }

    private static BigDecimal tolerance(List<Passage> rows, int column) {
        int decimals = rows.stream()
                .mapToInt(row -> Numerals.decimals(cell(row, column).strip()))
                .max()
                .orElse(0);
        return decimals == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(rows.size()).movePointLeft(decimals).divide(BigDecimal.TWO);
    }

    private static Optional<BigDecimal> number(Passage row, int column) {
        return Numerals.cell(cell(row, column));
    }

    private static String cell(Passage row, int column) {
        return column < row.cells().size()
                ? row.cells().get(column).relativeTo(row.span().start()).cut(row.text())
                : "";
    }
}
