package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.document.DocumentKind;
import no.forankring.ingest.Job;
import no.forankring.register.DocumentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ONLY_BOKMAAL = Pattern.compile(
            "(?iU)\\b(ikke|noen|noe|hva|hvor|hvordan|hvem|hvilken|hvilke|hvilket|fra|mye|bare|være|hver|hvert"
                    + "|uten|mer|dokumenter|aktiviteter|koblinger|kobling|henvisninger|jeg|selv|kommer|gjøre|skrevet)\\b");
    private static final Pattern NORWEGIAN =
            Pattern.compile("(?iU)\\b(og|ikke|som|er|med|eller|hva|dokumenter|kobling|forslag)\\b|\\w[æøå]|[æøå]\\w");
    private static final Pattern QUOTED = Pattern.compile("[«“][^»”]*[»”]");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @ParameterizedTest
    @ValueSource(strings = {"_nn", "_en"})
    void everyKeyOfBokmaalStandsInTheOtherLanguages(String language) throws IOException {
        assertThat(messages(language).stringPropertyNames())
                .isEqualTo(messages("").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nn", "_en"})
    void noTextIsEmptyAndNoQuoteIsSwallowedByTheFormatting(String language) throws IOException {
        messages(language)
                .forEach((key, text) -> assertThat((String) text)
                        .as(key.toString())
                        .isNotBlank()
                        .doesNotContain("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_nn", "_en"})
    void theSamePlacesAreFilledInEveryLanguage(String language) throws IOException {
        Properties bokmaal = messages("");
        Properties other = messages(language);

        for (String key : bokmaal.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(bokmaal.getProperty(key)));
        }
    }

    @Test
    void everyKeyThatATemplateNamesExists() throws IOException {
        Properties messages = messages("");
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            for (Path template : templates.toList()) {
                var keys = Pattern.compile("#\\{([a-zA-Z.]+)[}(]").matcher(Files.readString(template));
                while (keys.find()) {
                    assertThat(messages).as("%s", template).containsKey(keys.group(1));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfTheRegisterHasAName(DocumentType type) throws IOException {
        assertThat(messages("")).containsKey("type." + type.code());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfDocumentHasAName(DocumentKind kind) throws IOException {
        assertThat(messages("")).containsKey("kind." + kind.code());
    }

    @ParameterizedTest
    @EnumSource
    void everyStageOfAJobHasAName(Job.Stage stage) throws IOException {
        assertThat(messages("")).containsKey("job.stage." + stage.name());
    }

    /// In the pages and in all that the features say in words of their own.
    @ParameterizedTest
    @ValueSource(strings = {"_nn", "_en"})
    void noWordOfBokmaalIsLeftUntranslated(String language) throws IOException {
        Pattern words = language.equals("_nn") ? ONLY_BOKMAAL : NORWEGIAN;
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            List<Path> translated = files.filter(file -> file.toString().endsWith(language + ".properties"))
                    .toList();
            assertThat(translated).hasSizeGreaterThan(5);
            for (Path file : translated) {
                var messages = new Properties();
                messages.load(Files.newBufferedReader(file));
                messages.forEach((key, text) -> {
                    // What stands between quotes is cited, and a language goes by its own name.
                    String own = QUOTED.matcher((String) text).replaceAll("").replaceAll("(?iu)bokmål", "");
                    assertThat(words.matcher(own)
                                    .results()
                                    .map(found -> found.group())
                                    .toList())
                            .as("%s in %s", key, file)
                            .isEmpty();
                });
            }
        }
    }

    @Test
    void datesAndNumbersAreWrittenAsInTheReadersLanguage() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages");
        source.setDefaultEncoding("UTF-8");
        LocalDate day = LocalDate.of(2026, 11, 3);

        assertThat(new Words(source, Locale.of("nb")).date(day)).isEqualTo("3. november 2026");
        assertThat(new Words(source, Locale.of("nn")).date(day)).isEqualTo("3. november 2026");
        assertThat(new Words(source, Locale.of("en")).date(day)).isEqualTo("3 November 2026");
        assertThat(new Words(source, Locale.of("nb")).number(23_411)).isEqualTo("23\u00a0411");
        assertThat(new Words(source, Locale.of("nn")).number(23_411)).isEqualTo("23\u00a0411");
        assertThat(new Words(source, Locale.of("en")).number(23_411)).isEqualTo("23,411");
        assertThat(new Words(source, Locale.of("nb")).percent(0.878)).isEqualTo("88\u00a0%");
        assertThat(new Words(source, Locale.of("en")).percent(0.878)).isEqualTo("88%");
    }

    private static TreeSet<String> places(String text) {
        var places = new TreeSet<String>();
        var found = Pattern.compile("\\{\\d}").matcher(text);
        while (found.find()) {
            places.add(found.group());
        }
        return places;
    }

    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        String name = "/messages" + language + ".properties";
        try (InputStream bytes = MessagesTest.class.getResourceAsStream(name)) {
            assertThat(bytes).as(name).isNotNull();
            messages.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
