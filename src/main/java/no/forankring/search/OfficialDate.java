package no.forankring.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The date and number by which acts are cited in running text: `24. juni 2011 nr. 30`, `10 feb 1967`.
///
/// @param first the token of the day
/// @param id as in `2011-06-24-30`, or the date alone for acts without a number
record OfficialDate(int first, String id) {

    private static final Pattern DAY = Pattern.compile("\\d{1,2}");
    private static final Pattern YEAR = Pattern.compile("1[6-9]\\d\\d|20\\d\\d");

    private static final Map<String, String> MONTHS = Map.ofEntries(
            Map.entry("januar", "01"),
            Map.entry("jan", "01"),
            Map.entry("februar", "02"),
            Map.entry("feb", "02"),
            Map.entry("mars", "03"),
            Map.entry("april", "04"),
            Map.entry("apr", "04"),
            Map.entry("mai", "05"),
            Map.entry("juni", "06"),
            Map.entry("jun", "06"),
            Map.entry("juli", "07"),
            Map.entry("jul", "07"),
            Map.entry("august", "08"),
            Map.entry("aug", "08"),
            Map.entry("september", "09"),
            Map.entry("sep", "09"),
            Map.entry("sept", "09"),
            Map.entry("oktober", "10"),
            Map.entry("okt", "10"),
            Map.entry("november", "11"),
            Map.entry("nov", "11"),
            Map.entry("desember", "12"),
            Map.entry("des", "12"));

    /// The date whose last token stands at `last`; empty when none ends there.
    static Optional<OfficialDate> endingAt(List<Token> tokens, int last) {
        if (tokens.get(last).kind() != Token.Kind.NUMBER) {
            return Optional.empty();
        }
        boolean numbered = last >= 4 && tokens.get(last - 1).exact().equals("nr");
        int year = numbered ? last - 2 : last;
        if (year < 2 || tokens.get(last).exact().length() > 5) {
            return Optional.empty();
        }
        String month = MONTHS.get(tokens.get(year - 1).exact());
        String day = tokens.get(year - 2).exact();
        if (month == null
                || !DAY.matcher(day).matches()
                || !YEAR.matcher(tokens.get(year).exact()).matches()) {
            return Optional.empty();
        }
        String date =
                "%s-%s-%2s".formatted(tokens.get(year).exact(), month, day).replace(' ', '0');
        return Optional.of(new OfficialDate(
                year - 2, numbered ? date + "-" + tokens.get(last).exact() : date));
    }
}
