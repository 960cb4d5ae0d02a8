package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

class MessagesTest {

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
