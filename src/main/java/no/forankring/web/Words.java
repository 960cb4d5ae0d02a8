package no.forankring.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.forankring.document.Veiled;
import no.forankring.register.PartialDate;
import no.forankring.trace.Step;
import org.springframework.context.MessageSource;

/// The reader's language: message texts, the field's words, dates and numbers.
final class Words {

    /// The forms that the pages speak, bokmål first.
    static final List<String> LANGUAGES = List.of("nb", "nn", "en");

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private static final Pattern MASKED = Pattern.compile(Veiled.MASK + "+(?:\\s{1,3}" + Veiled.MASK + "+)*");

    private final MessageSource messages;
    private final String language;
    private final Locale locale;

    Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.language = languageOf(locale);
        // Plain English would write dates the American way.
        this.locale = language.equals("en") ? Locale.UK : Locale.of(language);
    }

    static String languageOf(Locale locale) {
        return LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : LANGUAGES.getFirst();
    }

    /// The tag for `html lang`.
    public String language() {
        return language;
    }

    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.of(language));
    }

    /// Words of a document as one reads them: what is withheld is said, not drawn.
    public String shown(String text) {
        return text.indexOf(Veiled.MASK) < 0 ? text : MASKED.matcher(text).replaceAll(of("withheld.place"));
    }

    /// One text for 1, another for all other numbers.
    public String count(String key, long number) {
        return of(key + (number == 1 ? ".one" : ".many"), number(number));
    }

    /// The name of a class, as in `LearningNetwork`; an unknown one is shown as it is.
    public String type(String localName) {
        return orElse("type." + localName, localName);
    }

    /// A relation read from its subject: «er forankret i».
    public String relation(String localName) {
        return orElse("relation." + localName, localName);
    }

    /// The heading over things that stand as subjects of a relation to the thing at hand.
    public String incoming(String localName) {
        return orElse("incoming." + localName, localName);
    }

    /// The heading over things that stand as objects of a relation from the thing at hand.
    public String outgoing(String localName) {
        return orElse("outgoing." + localName, localName);
    }

    /// What a statement leads to: a thing by its name, a step of progress in words.
    String object(Step step) {
        String label = step.object().label();
        return step.predicate().equals("progress") ? orElse("progress." + label, label) : shown(label);
    }

    public String strength(String localName) {
        return orElse("strength." + localName, localName);
    }

    public String status(String localName) {
        return orElse("status." + localName, localName);
    }

    public String state(String state) {
        return orElse("state." + state, state);
    }

    /// The kind of a document: mandat, årsrapport …
    public String documentKind(String code) {
        return orElse("kind." + code.replace(' ', '-'), code);
    }

    public String languageName(String tag) {
        return orElse("language." + tag, tag);
    }

    public String orElse(String key, String fallback) {
        String text = messages.getMessage(key, null, fallback, Locale.of(language));
        return text == null ? fallback : text;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// A share between 0 and 1, in whole per cent.
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    public String date(PartialDate date) {
        return switch (date.text().length()) {
            case 4 -> date.text();
            case 7 -> YearMonth.parse(date.text()).format(DateTimeFormatter.ofPattern("LLLL yyyy", locale));
            default -> date(LocalDate.parse(date.text()));
        };
    }

    /// @param month from 1
    public String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /// An ISO date in words; anything else as it is.
    public String date(String iso) {
        return iso.matches("\\d{4}(-\\d{2}(-\\d{2})?)?") ? date(new PartialDate(iso)) : iso;
    }

    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(language.equals("en") ? "d MMMM yyyy" : "d. MMMM yyyy", locale));
    }

    public String time(Instant instant) {
        return instant.atZone(ZONE)
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale));
    }
}
