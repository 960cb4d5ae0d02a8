package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.forankring.document.DocumentText;
import no.forankring.document.Passage;
import no.forankring.document.Passage.Kind;
import no.forankring.document.Span;

/// The items of lists that say what a text is anchored in: `Nettverket er forankret i følgende styrende dokumenter:`
/// and its relatives.
///
/// Each item names one or more documents. There a name needs no other sign, and an item in which nothing is recognized
/// is a question to a person.
final class AnchorLists {

    private static final int LONGEST_OPENING = 300;
    private static final int LONGEST_ITEM = 300;
    private static final Pattern OPENING = Pattern.compile(
            "\\bforankr(?:et|ede|a|ing|ingen|inga)\\b.{0,60}\\b(?:følgende|følgjande|desse|disse)\\b"
                    + "|\\bforankr(?:et|a)\\s+i\\s*:?\\s*$"
                    + "|\\bsty(?:rende|rande|rings)[\\s-]*(?:dokument|føring)"
                    + "|\\b(?:sentrale|nasjonale|aktuelle|viktige|overordn(?:ede|a))\\s+(?:føring|dokument|styringssignal)"
                    + "|\\b(?:bygg(?:er|jer)|bygd|hvil(?:er)?|kvil(?:er)?|basert)\\s+på\\s+(?:følgende|følgjande|desse|disse)"
                    + "|^\\s*(?:\\d+(?:\\.\\d+)*\\.?\\s*)?(?:forankring|lovgrunnlag|rettslig grunnlag|rettsleg grunnlag"
                    + "|lover og forskrifter|lover, forskrifter og veiledere|aktuelt lovverk)\\s*:?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private AnchorLists() {}

    /// In text order; empty when the text has no such list.
    static List<Span> items(DocumentText document) {
        var items = new ArrayList<Span>();
        boolean open = false;
        boolean listed = false;
        for (Passage passage : document.passages()) {
            boolean item = passage.kind() == Kind.LIST_ITEM;
            if (item && open) {
                listed = true;
                if (passage.span().length() <= LONGEST_ITEM) {
                    items.add(passage.span());
                }
            } else if (!item) {
                // "Lover:" may part the items of one list.
                boolean label = open && listed && passage.kind() == Kind.PARAGRAPH && isLabel(passage.text());
                open = label || opens(passage);
                listed = false;
            }
        }
        return items;
    }

    private static boolean isLabel(String text) {
        String words = text.strip();
        return words.length() <= 40 && words.endsWith(":");
    }

    private static boolean opens(Passage passage) {
        if (passage.kind() == Kind.TABLE_ROW || passage.span().length() > LONGEST_OPENING) {
            return false;
        }
        return OPENING.matcher(passage.text()).find();
    }
}
