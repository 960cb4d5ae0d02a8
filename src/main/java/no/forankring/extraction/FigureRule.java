package no.forankring.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import org.jspecify.annotations.Nullable;

/// Reads numbers of participants, municipalities, teams, gatherings, respondents, and shares and scores.
final class FigureRule {

    private static final String ABOUT =
            "((?:nærmere|nesten|rundt|omkring|omtrent|om\\s+lag|ca\\.?|cirka|over|under|minst|inntil|mer\\s+enn|meir\\s+enn|i\\s+(?:under|over)kant\\s+av)\\s+)?";
    private static final String MANY =
            "(\\d{1,3}(?:[\\u00A0 .]\\d{3})+|\\d{1,4}|" + Words.NUMBER.substring(Words.NUMBER.indexOf('|') + 1);
    private static final String PEOPLE =
            "delta[kg](?:ere|arar|erar)|pålogging(?:er|ar)|personer|personar|påmeld(?:te|e)|frammøtte|fremmøtte|ansatte|tilsette|medlemmer|medlemer|medlemmene|elever|elevar|student(?:er|ar)|[\\p{L}]*sykepleiere|[\\p{L}]*sjukepleiarar|\\p{L}*ledere|\\p{L}*leiarar|assistenter|assistentar|barn|unge|instruktør(?:er|ar)|rekruttar|rekrutter|koordinatorer|koordinatorar|\\p{L}*kontakt(?:er|ar)|fagfolk|helsefagarbeidere|vernepleiere|politikere|politikarar|frivillige|pårørende|pårørande|innbyggere|innbyggjarar|mennesker|menneske|\\p{L}*behandlere|\\p{L}*behandlarar|\\p{L}*pleiere|\\p{L}*pleiarar|\\p{L}*arbeidere|\\p{L}*arbeidarar|\\p{L}*rådgivere|\\p{L}*terapeuter|\\p{L}*terapeutar|leger|legar|stk|pers";
    // "29 deltakere", "75-150 deltakere", "nærmere 200 deltakere", "to digitale webinarer", "64 medlemmer"
    private static final Pattern COUNT = Cues.pattern("(?<![\\p{L}\\d.,/§-])(?<!§\\s)" + ABOUT + MANY
            + "(?:\\s*(?:[-–]|og|til)\\s*(\\d{1,4}))?(?!\\s*(?:%|prosent|kroner|kr\\b|mill|år|timer|timar|dager|dagar|uker|veker|måneder|månader|av\\s))\\s+(?:(?!av\\s|til\\s|og\\s|i\\s|på\\s|for\\s|fra\\s|frå\\s)[\\p{L}-]+\\s+){0,2}?("
            + PEOPLE + "|kommun(?:er|ar|ene|ane)|team|respondent(?:er|ar)|webinar(?:er)?)(?!\\p{L})");
    // "Antall deltakere: 34", "Antal kommunar: 11"
    private static final Pattern LABELED = Cues.pattern(
            "\\b(?:antall|antal|talet\\s+på|tal\\s+på)\\s+(?:unike\\s+)?(delta[kg](?:ere|arar|erar)|kommun(?:er|ar)|team|respondent(?:er|ar)|påmeldte|samling(?:er|ar)|møter?|webinar(?:er)?|kurs|medlemm?(?:er|ar))\\s*(?::|var|er)?\\s*(\\d{1,4})(?!\\d|\\s*%)");
    // "18 av 24 deltakere svarte (72 prosent)", "22 svar (71 %)": the first is the respondents.
    private static final Pattern ANSWERED = Cues.pattern(
            "(?<!\\d)(\\d{1,4})\\s+(?:av\\s+(?:de\\s+|dei\\s+)?(\\d{1,4})\\s+)?(?:[\\p{L}-]+\\s+){0,3}?(?:som\\s+|har\\s+)?(?:svart|svarte|besvarte|svara|svar)(?!\\p{L})(?:\\s+på\\s+\\p{L}+)?(?:\\s*[(,]\\s*(\\d{1,3})\\s*(?:%|prosent)\\)?)?");
    // "svarte 203 av 390 deltakere, 52 prosent", "svarte 148 av 231 (64 prosent)"
    private static final Pattern ANSWERED_OF = Cues.pattern(
            "\\b(?:svarte|svara|besvarte|svart)\\s+(?:i\\s+alt\\s+|dei\\s+|de\\s+)?(\\d{1,4})(?:\\s+av\\s+(?:de\\s+|dei\\s+)?(\\d{1,4}))?(?:\\s+\\p{L}+){0,2}?(?:\\s*[(,]\\s*(\\d{1,3})\\s*(?:%|prosent)\\)?)?(?!\\s*(?:%|prosent))");
    // "På samlinga kom 33", "Der var vi 33", "På nett 52"
    private static final Pattern CAME = Cues.pattern(
            "(?<!\\d)(?=\\d{1,4}\\s+(?:(?:personer|personar|mennesker|tilsette|ansatte)\\s+)?(?:møtte|deltok|har\\s+fullført|fullførte|har\\s+gjennomført))(?<came>\\d{1,4})|\\b(?:kom|møtte|møtte\\s+det|kom\\s+det|deltok|var\\s+vi|var\\s+det|samlet|samla|teken\\s+av|teke\\s+av|tatt\\s+av)\\s+(?<number>\\d{1,4})(?=\\s*[.,;]|\\s+(?:på|i|fra|frå|ansatte|tilsette|personer|personar|av)\\b|$)(?!\\s*(?:%|prosent|kroner|\\d|av\\s+\\d))");
    private static final Pattern RESPONSE_SHARE = Cues.pattern(
            "\\bsvarprosent(?:en)?\\s+(?:var|er|ble|blei|vart|på)?\\s*(?:på\\s+)?(\\d{1,3}(?:,\\d)?)\\s*(?:%|prosent)?|(?<!\\d)(\\d{1,3}(?:,\\d)?)\\s*(?:%|prosent)\\s+(?:svarte|svara|har\\s+svart|besvarte)");
    private static final Pattern SCORE = Cues.pattern(
            "\\b(?:gjennomsnitt(?:et|lig|leg)?|snitt(?:et|score|skår)?|score|skår)(?:en)?\\s+(?:\\p{L}+\\s+){0,3}?(?:på|var|er|ble|blei|vart|:)?\\s*(\\d(?:[,.]\\d{1,2})?)(?:\\s+av\\s+(?:\\d{1,2}))?(?!\\d|\\s*(?:%|prosent|deltak|timer))|(?<![\\d,])(\\d,\\d{1,2})\\s+i\\s+snitt");
    // "utsendt til 31 personer", "til alle 64 medlemmene"
    private static final Pattern SENT = Cues.pattern(
            "\\b(?:undersøk\\p{L}+|\\p{L}*undersøk\\p{L}+|skjema(?:et)?|spørjeskjema|spørreskjema|evaluering\\p{L}*)\\s+(?:gikk\\s+|gjekk\\s+|ble\\s+sendt\\s+|vart\\s+send\\s+)?(?:ut\\s+)?til\\s+(?:alle\\s+|dei\\s+|de\\s+)?(\\d{1,4})(?!\\d)");
    private static final Pattern EACH = Cues.pattern(
            "\\b(?:hver|kvar)\\s+(?:samling|gang|gong)\\b|\\b(?:i\\s+)?(?:snitt|gjennomsnitt)(?:et)?\\b|\\bper\\s+samling\\b|\\bkvar\\s+gong\\b");
    private static final Pattern ATTENDING =
            Pattern.compile("^(?:delta|pålogg|påmeld|frammøt|fremmøt|medlem|kommun|team|webinar|respondent|person)");
    // "Hver kommune oppnevner to …", "team med tre til fem …"
    private static final Pattern OF_EACH = Cues.pattern(
            "(?<!\\p{L})(?:hver|kvar|hvert|kvart)\\s+(?!samling|gang|gong)\\p{L}+(?:\\s+\\p{L}+){0,4}\\s+$|\\bteam\\s+(?:med|på)\\s+(?:\\p{L}+\\s+){0,3}$|\\btil\\s+$");
    private static final Pattern CUMULATIVE = Cues.pattern("til\\s+sammen|til\\s+saman|i\\s+alt|totalt|samlet");

    private final Collector collector;

    FigureRule(Collector collector) {
        this.collector = collector;
    }

    /// A figure and where it begins, counted from the words' beginning.
    ///
    /// @param noun what is counted, in lower case, where a noun says so; else empty
    record Found(Figure figure, int at, String noun) {

        Found(Figure figure, int at) {
            this(figure, at, "");
        }

        boolean isOfASurvey() {
            return figure.kind() == Figure.Kind.RESPONDENTS
                    || figure.kind() == Figure.Kind.RESPONSE_SHARE
                    || figure.kind() == Figure.Kind.INVITED
                    || figure.kind() == Figure.Kind.SCORE;
        }

        /// Members, those who attended or signed up; not two contacts that each municipality has.
        boolean countsAttending() {
            return noun.isEmpty() || ATTENDING.matcher(noun).find();
        }
    }

    void add(String key, Figure figure) {
        collector.addFigure(key, figure);
    }

    static List<Figure> find(String words, Span evidence) {
        return findAll(words, evidence).stream().map(Found::figure).toList();
    }

    static List<Found> findAll(String words, Span evidence) {
        var found = new ArrayList<Found>();
        Matcher sent = SENT.matcher(words);
        int sentAt = -1;
        if (sent.find()) {
            sentAt = sent.start(1);
            found.add(new Found(figure(Figure.Kind.INVITED, sent.group(1), null, false, evidence), sentAt));
        }
        Matcher answeredOf = ANSWERED_OF.matcher(words);
        Matcher answered = ANSWERED.matcher(words);
        int respondents = -1;
        boolean of = answeredOf.find();
        if (of || answered.find()) {
            answered = of ? answeredOf : answered;
            respondents = answered.start(1);
            found.add(
                    new Found(figure(Figure.Kind.RESPONDENTS, answered.group(1), null, false, evidence), respondents));
            if (answered.group(2) != null) {
                found.add(new Found(
                        figure(Figure.Kind.INVITED, answered.group(2), null, false, evidence), answered.start(2)));
                sentAt = answered.start(2);
            }
            if (answered.group(3) != null) {
                found.add(new Found(
                        figure(Figure.Kind.RESPONSE_SHARE, answered.group(3), null, false, evidence),
                        answered.start(3)));
            }
        }
        boolean each = EACH.matcher(words).find() && !CUMULATIVE.matcher(words).find();
        Matcher count = COUNT.matcher(words);
        while (count.find()) {
            boolean ofEach = OF_EACH.matcher(words.substring(0, count.start(2))).find();
            if (count.start(2) == respondents || count.start(2) == sentAt || ofEach) {
                continue;
            }
            kind(count.group(4), each)
                    .ifPresent(kind -> number(count.group(2))
                            .ifPresent(number -> found.add(new Found(
                                    figure(
                                            kind,
                                            Integer.toString(number),
                                            count.group(3),
                                            count.group(1) != null,
                                            evidence),
                                    count.start(2),
                                    count.group(4).toLowerCase(Locale.ROOT)))));
        }
        if (found.stream().noneMatch(one -> one.figure().kind() == Figure.Kind.PARTICIPANTS)) {
            Matcher came = CAME.matcher(words);
            if (came.find()) {
                String number = came.group("came") == null ? came.group("number") : came.group("came");
                found.add(new Found(figure(Figure.Kind.PARTICIPANTS, number, null, false, evidence), came.start()));
            }
        }
        Matcher labeled = LABELED.matcher(words);
        while (labeled.find()) {
            kind(labeled.group(1), false)
                    .ifPresent(kind -> found.add(
                            new Found(figure(kind, labeled.group(2), null, false, evidence), labeled.start(2))));
        }
        Matcher share = RESPONSE_SHARE.matcher(words);
        if (share.find()) {
            String value = share.group(1) != null ? share.group(1) : share.group(2);
            found.add(new Found(figure(Figure.Kind.RESPONSE_SHARE, value, null, false, evidence), share.start()));
        }
        Matcher score = SCORE.matcher(words);
        if (score.find()) {
            String value = score.group(1) != null ? score.group(1) : score.group(2);
            found.add(new Found(figure(Figure.Kind.SCORE, value, null, false, evidence), score.start()));
        }
        return found;
    }

    private static OptionalInt number(String words) {
        String plain = words.replaceAll("(?<=\\d)[\\u00A0 .](?=\\d)", "");
        return Words.number(plain);
    }

    private static Optional<Figure.Kind> kind(String noun, boolean each) {
        String lower = noun.toLowerCase(Locale.ROOT);
        if (lower.startsWith("kommun")) {
            return Optional.of(Figure.Kind.MUNICIPALITIES);
        }
        if (lower.startsWith("team")) {
            return Optional.of(Figure.Kind.TEAMS);
        }
        if (lower.startsWith("webinar")) {
            return Optional.of(Figure.Kind.WEBINARS);
        }
        if (lower.startsWith("samling")) {
            return Optional.of(Figure.Kind.GATHERINGS);
        }
        if (lower.startsWith("møte")) {
            return Optional.of(Figure.Kind.MEETINGS);
        }
        if (lower.startsWith("kurs")) {
            return Optional.of(Figure.Kind.COURSES);
        }
        if (lower.startsWith("respondent")) {
            return Optional.of(Figure.Kind.RESPONDENTS);
        }
        return Optional.of(each ? Figure.Kind.PARTICIPANTS_PER_GATHERING : Figure.Kind.PARTICIPANTS);
    }

    static Figure figure(Figure.Kind kind, String value, @Nullable String upTo, boolean about, Span evidence) {
        return new Figure(
                kind,
                new BigDecimal(value.replace(',', '.')),
                Optional.ofNullable(upTo).map(BigDecimal::new),
                about,
                evidence);
    }
}
