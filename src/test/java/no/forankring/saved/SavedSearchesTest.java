package no.forankring.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import no.forankring.search.SearchQuery.Sort;
import no.forankring.testing.FakeSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedSearchesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-03T09:20:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @Test
    void keepsASearchForItsAccountOverAReopening() throws Exception {
        SavedSearch kept = open().save(
                        "kari",
                        "Måltider i Fjordvik",
                        " måltid ",
                        Map.of("type", List.of("mandat", "referat"), "year", List.of()),
                        Sort.MOST_USED);

        assertThat(open().of("kari")).extracting(SavedSearches.Watched::saved).containsExactly(kept);
        assertThat(kept.text()).isEqualTo("måltid");
        assertThat(kept.filters()).isEqualTo(Map.of("type", List.of("mandat", "referat")));
        assertThat(open().of("ola")).isEmpty();
        assertThat(open().find("ola", kept.id())).isEmpty();
        assertThat(open().seen("ola", kept.id())).isFalse();
        assertThat(open().delete("ola", kept.id())).isFalse();
        Path file = home.resolve("saved-searches.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void namesTheSameSearchAnewInPlaceOfKeepingItTwice() {
        SavedSearches saved = open();
        SavedSearch first = saved.save("kari", "", "måltid", Map.of(), Sort.RELEVANCE);
        SavedSearch second = saved.save("kari", "Mat", "måltid", Map.of(), Sort.RELEVANCE);
        saved.save("kari", "Mat", "måltid", Map.of("year", List.of("2025")), Sort.RELEVANCE);

        assertThat(first.name()).isEqualTo("måltid");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(saved.of("kari")).hasSize(2);
    }

    @Test
    void forgetsASearch() {
        SavedSearches saved = open();
        String id = saved.save("kari", "", "måltid", Map.of(), Sort.RELEVANCE).id();

        assertThat(saved.delete("kari", id)).isTrue();

        assertThat(open().of("kari")).isEmpty();
    }

    @Test
    void refusesWhatIsNoSearchAndSaysWhy() {
        SavedSearches saved = open();

        assertThatThrownBy(() -> saved.save("kari", "tomt", "  ", Map.of(), Sort.RELEVANCE))
                .isInstanceOf(SavedSearchException.class)
                .hasMessageContaining("verken ord eller filtre");
        assertThatThrownBy(() -> saved.save("kari", "n".repeat(121), "mat", Map.of(), Sort.RELEVANCE))
                .hasMessageContaining("navnet");
        assertThatThrownBy(() -> saved.save("kari", "", "m".repeat(1001), Map.of(), Sort.RELEVANCE))
                .hasMessageContaining("søket");
        assertThatThrownBy(() -> saved.save("kari", "", "mat", Map.of("farge", List.of("rød")), Sort.RELEVANCE))
                .hasMessageContaining("farge");
        for (int i = 0; i < SavedSearches.MOST; i++) {
            saved.save("kari", "", "mat " + i, Map.of(), Sort.RELEVANCE);
        }
        assertThatThrownBy(() -> saved.save("kari", "", "enda mer", Map.of(), Sort.RELEVANCE))
                .hasMessageContaining("200");
        assertThat(saved.of("kari")).hasSize(SavedSearches.MOST);
    }

    @Test
    void saysWhatToDoWithAFileThatCannotBeRead() throws Exception {
        Files.writeString(home.resolve("saved-searches.json"), "{\"accounts\": {\"kari\"");

        assertThatThrownBy(this::open).isInstanceOf(SavedSearchException.class).hasMessageContaining("sikkerhetskopi");
    }

    private SavedSearches open() {
        return SavedSearches.open(home, new FakeSearch(), CLOCK);
    }
}
