package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import no.forankring.document.DocumentText;
import no.forankring.document.Span;
import no.forankring.register.GoverningDocumentId;
import org.jspecify.annotations.Nullable;

/// One document being read: its tokens and what has been found so far. Used by one thread.
final class Reading {

    final DocumentText document;
    final Tokens tokens;
    final NameIndex names;
    final List<Finding> findings = new ArrayList<>();
    /// Items of lists that say what the text is anchored in, in text order.
    final List<Span> anchors;
    private int groups;

    Reading(DocumentText document, NameIndex names) {
        this.document = document;
        this.names = names;
        this.anchors = AnchorLists.items(document);
        this.tokens = new Tokens(document.text(), names.lexicon, document.passages());
    }

    /// Adds a finding; what was found before inside it gives way.
    void add(Finding finding) {
        while (!findings.isEmpty() && findings.getLast().to > finding.from) {
            findings.removeLast();
            tokens.looked(1);
        }
        findings.add(finding);
    }

    @Nullable
    Finding last() {
        return findings.isEmpty() ? null : findings.getLast();
    }

    /// The token begins an item of such a list.
    boolean beginsAnchor(int token) {
        int offset = tokens.start(token);
        int low = 0;
        int high = anchors.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span item = anchors.get(middle);
            if (offset < item.start()) {
                high = middle - 1;
            } else if (offset >= item.end()) {
                low = middle + 1;
            } else {
                return token == 0 || tokens.start(token - 1) < item.start();
            }
        }
        return false;
    }

    int newGroup() {
        return groups++;
    }

    /// The document with the id, in the register or not.
    Option option(String id) {
        Row row = names.row(id);
        return row != null
                ? Option.of(row, Option.Source.EXACT)
                : new Option(new GoverningDocumentId(id), null, Option.Source.EXACT);
    }

    void addNumber(Numbers.Read read, String form) {
        var finding = new Finding(Finding.Kind.NUMBER, form, read.from(), read.to(), tokens);
        finding.designation = read.designation();
        finding.rule = Rule.SERIES_NUMBER;
        finding.end = Numbers.endOf(tokens, read.from(), read.to());
        add(finding);
    }

    boolean isAnd(int token) {
        return tokens.is(token, Cue.OG) || tokens.is(token, Cue.SAMT) || tokens.is(token, Cue.ELLER);
    }

    /// The title that goes on after date and number: it confirms the number, or shows that the number is wrong.
    void titleAfterNumber(Finding finding, NameIndex.Match name) {
        for (Option option : finding.options) {
            for (Option named : name.options()) {
                if (option.id().equals(named.id())) {
                    extend(finding, name.to());
                    return;
                }
            }
        }
        boolean unlisted = finding.options.stream().allMatch(option -> option.row() == null);
        if (unlisted
                && name.options().size() == 1
                && !name.prefix()
                && name.strength() == NameIndex.Strength.STRONG
                && isSlip(finding.options, name.options().getFirst().id().value())) {
            finding.options = name.options();
            finding.rule = Rule.REPAIR;
            finding.evidence.add(Reason.of(
                    "number-repaired-by-title", name.options().getFirst().label()));
            extend(finding, name.to());
        }
    }

    /// True when the id written differs from the one meant in the day, the month, the year or the number alone; an act
    /// of the same title with another date is an older one.
    private static boolean isSlip(List<Option> written, String meant) {
        if (written.isEmpty()) {
            return true;
        }
        String[] one = written.getFirst().id().value().split("-");
        String[] other = meant.split("-");
        int different = 0;
        for (int i = 1; i < Math.min(one.length, other.length); i++) {
            different += one[i].equals(other[i]) ? 0 : 1;
        }
        return different <= 1;
    }

    void extend(Finding finding, int to) {
        finding.to = to;
        finding.end = tokens.end(to - 1);
        // "… helse- og omsorgstjenester m.m."
        String text = document.text();
        for (String tail : List.of(" m.m.", " mv.", " m.v.", " m.fl.", " o.a.")) {
            if (text.startsWith(tail, finding.end)) {
                finding.end += tail.length();
                while (tokens.isWord(finding.to) && tokens.start(finding.to) < finding.end) {
                    finding.to++;
                    tokens.looked(1);
                }
                return;
            }
        }
    }
}
