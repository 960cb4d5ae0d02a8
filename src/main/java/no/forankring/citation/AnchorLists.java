package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final List<String> WORDS = List.of(
            "orankr",
            "tyrende",
            "tyrande",
            "tyrings",
            "øring",
            "okument",
            "ygger på",
            "yggjer på",
            "ygd på",
            "viler på",
            "vil på",
            "asert på",
            "ovgrunnlag",
            "grunnlag",
            "over og forskrifter",
            "over, forskrifter",
            "ktuelt lovverk");

    private AnchorLists() {}

    /// In text order; empty when the text has no such list.
    static List<Span> items(DocumentText document) {
        var items = new ArrayList<Span>();
        boolean open = false;
        boolean listed = false;
        // Looked at only when an item follows: most passages lead no list.
        Passage leader = null;
        for (Passage passage : document.passages()) {
            if (passage.kind() == Kind.LIST_ITEM) {
                open |= leader != null && opens(leader);
                leader = null;
                listed |= open;
                if (open && passage.span().length() <= LONGEST_ITEM) {
                    items.add(passage.span());
                }
            } else {
                // "Lover:" may part the items of one list.
                open = listed && passage.kind() == Kind.PARAGRAPH && isLabel(passage.text());
                listed = false;
                leader = passage;
            }
        }
        return items;
    }

    private static boolean isLabel(String text) {
        String words = text.strip();
        return words.length() <= 40 && words.endsWith(":");
    }

    /// One of the words that every opening has, without the letter that may be a capital.
    private static boolean mayOpen(String text) {
        for (String word : WORDS) {
            if (text.contains(word)) {
                return true;
            }
        }
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static boolean opens(Passage passage) {
        if (passage.kind() == Kind.TABLE_ROW || passage.span().length() > LONGEST_OPENING) {
            return false;
        }
        return mayOpen(passage.text()) && OPENING.matcher(passage.text()).find();
    }
}
