package no.forankring.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a format's extractor hands over: the text as read and its blocks in text order.
///
/// @param title as the metadata have it; empty when they do not
/// @param language as declared; empty when not
/// @param date the document's own date where metadata that can be trusted give one
/// @param created when the file was made, to be believed only when the text agrees
/// @param pages 0 where the format has none
/// @param keepsColors whether a cell without a color had none
record Draft(
        String text,
        List<Block> blocks,
        String title,
        String language,
        Optional<LocalDate> date,
        Optional<LocalDate> created,
        int pages,
        boolean keepsColors) {

    Draft {
        blocks = List.copyOf(blocks);
    }

    static Draft of(String text, List<Block> blocks) {
        return new Draft(text, blocks, "", "", Optional.empty(), Optional.empty(), 0, false);
    }
}
