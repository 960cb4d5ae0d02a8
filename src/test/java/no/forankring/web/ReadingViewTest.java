package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.citation.Explanation;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Span;
import no.forankring.document.Veiled;
import no.forankring.document.Withheld;
import no.forankring.testing.EdgeExamples;
import no.forankring.testing.FakeReview;
import no.forankring.trace.DocumentView;
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

    @Test
    void saysWhatKindOfWordsAreWithheldInPlaceOfThem() {
        DocumentText text = Documents.plainText("Ta kontakt med Kari Eksempel på\nkari@fjordvik.example i dag.\n");
        int name = text.text().indexOf("Kari");
        int address = text.text().indexOf("kari@");
        DocumentText shown = Veiled.of(
                text,
                List.of(
                        new Withheld(new Span(name, name + 13), "name"),
                        new Withheld(new Span(address, address + 21), "e-mail")),
                line -> line);

        var view = ReadingView.of(
                withoutMentions(), Optional.of(shown), List.of(), new Words(new AnyMessages(), Locale.of("nb")));

        assertThat(view.blocks().getFirst().items().getFirst().pieces())
                .extracting(Piece::text)
                .containsExactly("Ta kontakt med ", "withheld.place.name", " på\n", "withheld.place.e-mail", " i dag.");
        assertThat(view.blocks().getFirst().items().getFirst().pieces())
                .extracting(Piece::withheld)
                .containsExactly(false, true, false, true, false);
        assertThat(view.withheld()).isEqualTo("withheld.note.many");
    }

    private static DocumentView withoutMentions() {
        DocumentView example = EdgeExamples.document(EdgeExamples.DOCUMENT).orElseThrow();
        return new DocumentView(
                example.id(),
                example.title(),
                example.fileName(),
                example.source(),
                example.kind(),
                example.language(),
                example.date(),
                example.sha256(),
                example.mediaType(),
                example.version(),
                example.pages(),
                List.of());
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
