package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.citation.Explanation;
import no.forankring.testing.EdgeExamples;
import no.forankring.testing.FakeReview;
import no.forankring.web.ReadingView.Block;
import no.forankring.web.ReadingView.Item;
import no.forankring.web.ReadingView.Piece;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class ReadingViewTest {

    private final ReadingView view = ReadingView.of(
            EdgeExamples.document(EdgeExamples.DOCUMENT).orElseThrow(),
            Optional.of(EdgeExamples.text()),
            explanations(),
            new Words(new AnyMessages(), Locale.of("nb")));

    @Test
    void showsEveryWordOfTheDocumentOnceAndInOrder() {
        String shown = view.blocks().stream()
                .flatMap(block -> block.items().stream())
                .map(ReadingViewTest::textOf)
                .collect(Collectors.joining("\n"));

        assertThat(shown).isEqualTo(EdgeExamples.text().text().strip());
    }

    @Test
    void leadsAResolvedMentionToItsTargetAndTheOthersToTheList() {
        List<Piece> mentions = view.blocks().stream()
                .flatMap(block -> block.items().stream())
                .flatMap(item -> item.cells().stream())
                .flatMap(List::stream)
                .filter(Piece::mention)
                .toList();

        assertThat(mentions)
                .extracting(Piece::state)
                .containsExactly("resolved", "resolved", "ambiguous", "unresolved");
        assertThat(mentions)
                .extracting(Piece::href)
                .containsExactly(
                        "/styrende-dokumenter/meldst-15-2017-2018",
                        "/styrende-dokumenter/for-2016-10-28-1250",
                        "#m-3",
                        "#m-4");
    }

    @Test
    void joinsListItemsAndTableRowsAndMarksEachNewPage() {
        assertThat(view.blocks())
                .extracting(Block::kind)
                .containsExactly(
                        "page",
                        "heading",
                        "paragraph",
                        "page",
                        "heading",
                        "paragraph",
                        "paragraph",
                        "heading",
                        "list",
                        "table");
        assertThat(view.blocks().getLast().columns()).containsExactly("Samling", "Måned");
        assertThat(view.blocks().getLast().items()).hasSize(2);
    }

    @Test
    void saysThatTheTextIsNotAtHandRatherThanShowingAnEmptyDocument() {
        var without = ReadingView.of(
                EdgeExamples.document(EdgeExamples.DOCUMENT).orElseThrow(),
                Optional.empty(),
                explanations(),
                new Words(new AnyMessages(), Locale.of("nb")));

        assertThat(without.readable()).isFalse();
        assertThat(without.mentions()).hasSize(4);
    }

    @Test
    void tellsUnderEachMentionWhy() {
        assertThat(view.mentions())
                .allSatisfy(row -> assertThat(row.why())
                        .extracting(Why::text)
                        .contains("lest som: nummer på en stortingsmelding"));
    }

    private static List<Explanation> explanations() {
        return FakeReview.explain(EdgeExamples.document(EdgeExamples.DOCUMENT).orElseThrow().mentions().stream()
                .map(Why::about)
                .toList());
    }

    private static String textOf(Item item) {
        return item.cells().stream()
                .map(cell -> cell.stream().map(Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\t"));
    }

    /// Every key is its own text.
    private static final class AnyMessages extends StaticMessageSource {
        AnyMessages() {
            setUseCodeAsDefaultMessage(true);
        }
    }
}
