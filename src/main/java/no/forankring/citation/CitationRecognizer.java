package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.forankring.document.DocumentText;
import no.forankring.document.Owner;
import no.forankring.document.Span;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import org.jspecify.annotations.Nullable;

/// Finds the citations in a document and links each to the governing document it names.
///
/// The same text, register and learned aliases give the same answer. Safe for many threads. Making one reads the whole
/// register; keep it and use it for many documents. The work for a text grows with its length alone.
public final class CitationRecognizer {

    private static final List<CitationForm> FORMS = List.of(
            new AddressForm(),
            new ActIdForm(),
            new DateNumberForm(),
            new ParliamentPaperForm(),
            new OfficialReportForm(),
            new CircularForm(),
            new EuActForm(),
            new PartForm());

    /// Asked last, where neither a number nor a name stands.
    private static final CitationForm KINDS = new KindForm();

    private static final CitationForm[][] BY_CUE = byCue(FORMS);
    private static final CitationForm[][] KINDS_BY_CUE = byCue(List.of(KINDS));

    /// Cues at which something may begin, by their number.
    private static final boolean[] OPENING = opening();

    private final NameIndex names;
    private final LearnedNames learned;

    public CitationRecognizer(Register register) {
        this(register, List.of());
    }

    /// @param aliases what people have accepted in review
    public CitationRecognizer(Register register, List<LearnedAlias> aliases) {
        this(new NameIndex(register), aliases);
    }

    private CitationRecognizer(NameIndex names, List<LearnedAlias> aliases) {
        this.names = names;
        this.learned = new LearnedNames(aliases, names);
    }

    /// A recognizer that knows these aliases in place of its own. Quick: the register is not read again.
    public CitationRecognizer taught(List<LearnedAlias> aliases) {
        return new CitationRecognizer(names, aliases);
    }

    /// One resolution for every mention, in text order; empty when the document cites nothing. Aliases that count in
    /// one owner's documents alone are left out.
    public List<Resolution> recognize(DocumentText document) {
        return recognize(document, Optional.empty());
    }

    /// @param owner whom the document comes from; empty when nobody knows
    public List<Resolution> recognize(DocumentText document, Optional<Owner> owner) {
        return recognize(new Reading(document, names), learned, owner);
    }

    /// Why these words cannot become an alias of a document, with what to do instead; empty when they can.
    ///
    /// @param words as [LearnedAlias#nameIn] gives them
    /// @param owner in whose documents they would count; empty: in all
    public Optional<Reason> objection(String words, GoverningDocumentId document, Optional<Owner> owner) {
        return new AliasRules(names, taught(List.of()), learned).objection(words, document, owner);
    }

    /// How many looks at tokens a document takes, for tests of how the work grows.
    long work(DocumentText document) {
        var reading = new Reading(document, names);
        recognize(reading, learned, Optional.empty());
        return reading.tokens.looks();
    }

    private static List<Resolution> recognize(Reading reading, LearnedNames learned, Optional<Owner> owner) {
        find(reading);
        Composer.compose(reading);
        learned.mark(reading, owner);
        var resolutions = new ArrayList<Resolution>();
        for (Finding finding : withQuestions(reading, new Resolver(reading, owner).resolve())) {
            reading.tokens.looked(finding.end - finding.start);
            Resolution resolution = resolution(finding, reading.document.text());
            if (resolution != null) {
                resolutions.add(resolution);
            }
        }
        return List.copyOf(resolutions);
    }

    /// Items of anchor lists in which nothing was found: each is a question to a person.
    private static List<Finding> withQuestions(Reading reading, List<Finding> findings) {
        if (reading.anchors.isEmpty()) {
            return findings;
        }
        var all = new ArrayList<Finding>(findings.size() + reading.anchors.size());
        int next = 0;
        for (Span item : reading.anchors) {
            boolean named = false;
            while (next < findings.size() && findings.get(next).start < item.end()) {
                Finding finding = findings.get(next);
                named |= finding.end > item.start();
                all.add(finding);
                next++;
            }
            Finding question = named ? null : question(reading, item);
            if (question != null) {
                all.add(question);
            }
        }
        all.addAll(findings.subList(next, findings.size()));
        return all;
    }

    private static @Nullable Finding question(Reading reading, Span item) {
        int from = reading.tokens.firstFrom(item.start());
        int to = reading.tokens.firstFrom(item.end());
        if (from >= to) {
            return null;
        }
        var finding = new Finding(Finding.Kind.UNKNOWN, Mention.ANCHOR_ITEM, from, to, reading.tokens);
        finding.type = "other";
        finding.decision = Decision.unresolved(finding.type, List.of(Reason.of(Mention.ANCHOR_ITEM)));
        return finding;
    }

    private static CitationForm[][] byCue(List<CitationForm> forms) {
        var table = new CitationForm[Cue.ALL.length][];
        for (Cue cue : Cue.ALL) {
            table[cue.ordinal()] =
                    forms.stream().filter(form -> form.cues().contains(cue)).toArray(CitationForm[]::new);
        }
        return table;
    }

    private static boolean[] opening() {
        var opening = new boolean[Cue.ALL.length];
        for (Cue cue : Cue.ALL) {
            int word = cue.ordinal();
            opening[word] = BY_CUE[word].length > 0
                    || KINDS_BY_CUE[word].length > 0
                    || cue == Cue.CHAPTER
                    || cue == Cue.ACTION_PLAN
                    || cue == Cue.ASSIGNMENT;
        }
        return opening;
    }

    private static void find(Reading reading) {
        Tokens tokens = reading.tokens;
        NameIndex names = reading.names;
        int count = tokens.count();
        int token = 0;
        while (token < count) {
            token = mayBegin(tokens, names, token) ? Math.max(token + 1, readAt(reading, token)) : token + 1;
        }
        tokens.looked(count);
    }

    /// Most words begin nothing, and this is all that is done with them: false only where [#readAt] would find nothing.
    private static boolean mayBegin(Tokens tokens, NameIndex names, int token) {
        int word = tokens.wordAt(token);
        if (word >= 0) {
            if (names.begins(word) || names.isAbbreviation(word)) {
                return true;
            }
            if (word < OPENING.length) {
                return OPENING[word];
            }
        } else if (word != Tokens.UNKNOWN) {
            return word == Tokens.SECTION || tokens.dollarBefore(token) || MisreadSection.isFive(tokens, token);
        }
        int length = tokens.foldedLength(token);
        if (length <= 2 && MisreadSection.isLetter(tokens, token)) {
            return true;
        }
        return length == 1 ? CircularForm.mayStart(tokens, token) : CompoundForm.mayStart(tokens, token);
    }

    private static int readAt(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        int word = tokens.word(token);
        if (word == Tokens.NUMBER) {
            return MisreadSection.read(reading, token);
        }
        if (word == Tokens.SECTION) {
            return SectionForm.read(reading, token);
        }
        if (tokens.foldedLength(token) <= 2 && MisreadSection.isLetter(tokens, token)) {
            int to = MisreadSection.read(reading, token);
            if (to > token) {
                return to;
            }
        }
        if (word >= 0) {
            if (word < BY_CUE.length) {
                for (CitationForm form : BY_CUE[word]) {
                    int to = form.read(reading, token);
                    if (to > token) {
                        return to;
                    }
                }
                if (word == Cue.CHAPTER.ordinal()) {
                    return SectionForm.chapters(reading, token);
                }
            }
            int to = NameForm.read(reading, token);
            if (to > token) {
                return to;
            }
            if (reading.names.isAbbreviation(word)) {
                to = AbbreviationForm.read(reading, token);
                if (to > token) {
                    return to;
                }
            }
            if (word < KINDS_BY_CUE.length) {
                if (word == Cue.ACTION_PLAN.ordinal()) {
                    return actionPlan(reading, token);
                }
                if (word == Cue.ASSIGNMENT.ordinal()) {
                    return assignment(reading, token);
                }
                for (CitationForm form : KINDS_BY_CUE[word]) {
                    to = form.read(reading, token);
                    if (to > token) {
                        return to;
                    }
                }
                return token;
            }
        }
        if (CircularForm.mayStart(tokens, token)) {
            int to = new CircularForm().read(reading, token);
            if (to > token) {
                return to;
            }
        }
        return CompoundForm.mayStart(tokens, token) ? CompoundForm.read(reading, token) : token;
    }

    private static int actionPlan(Reading reading, int token) {
        int to = KINDS.read(reading, token);
        Finding last = reading.last();
        if (to > token && last != null && last.kind != Finding.Kind.BACK) {
            return to;
        }
        return reading.tokens.form(token) == Lexicon.PLURAL ? token : CompoundForm.addLocal(reading, token);
    }

    private static int assignment(Reading reading, int token) {
        var finding = new Finding(Finding.Kind.UNKNOWN, "assignment", token, token + 1, reading.tokens);
        finding.type = "assignment";
        reading.add(finding);
        return token + 1;
    }

    private static @Nullable Resolution resolution(Finding finding, String text) {
        Decision decision = finding.decision;
        if (decision == null) {
            return null;
        }
        int end = closed(text, finding.start, finding.end);
        var mention = new Mention(new Span(finding.start, end), text.substring(finding.start, end), finding.form);
        Option chosen = decision.chosen();
        if (chosen != null) {
            return new Resolution.Resolved(
                    mention,
                    new Target(chosen.id(), finding.pinpoint),
                    decision.rule(),
                    decision.confidence(),
                    decision.reasons(),
                    candidates(decision, finding.pinpoint));
        }
        if (decision.isAmbiguous()) {
            return new Resolution.Ambiguous(mention, candidates(decision, finding.pinpoint), decision.reasons());
        }
        return new Resolution.Unresolved(mention, decision.type(), decision.reasons());
    }

    /// The end with the bracket or quotation mark that closes one opened within the mention.
    private static int closed(String text, int start, int end) {
        if (end >= text.length()) {
            return end;
        }
        char open = switch (text.charAt(end)) {
            case ')' -> '(';
            case ']' -> '[';
            case '»' -> '«';
            case '”' -> '“';
            default -> 0;
        };
        if (open == 0) {
            return end;
        }
        int depth = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            depth += c == open ? 1 : c == text.charAt(end) ? -1 : 0;
        }
        return depth > 0 ? end + 1 : end;
    }

    private static List<Candidate> candidates(Decision decision, Pinpoint pinpoint) {
        var candidates = new ArrayList<Candidate>();
        for (Decision.Ranked ranked : decision.others()) {
            candidates.add(new Candidate(new Target(ranked.option().id(), pinpoint), ranked.score(), ranked.reasons()));
        }
        return candidates;
    }
}
