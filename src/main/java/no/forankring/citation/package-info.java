/// Recognizes citations in running text and links each to the governing document it names.
///
/// The door is [CitationRecognizer]. Give it a document and it answers with one [Resolution] for every mention, in text
/// order. Pure: no I/O, no Spring; the same text and the same register give the same answer.
///
/// 1. read: [Tokens] reads the text once into words, numbers and § signs over a normalised view that maps back;
///    [Lookalikes] puts right what scanning has done to them;
/// 2. find: the [NameIndex], a trie over the words of the register, finds names, and each [CitationForm] reads around
///    its cues;
/// 3. compose: what stands side by side and names the same document becomes one mention ([Composer]);
/// 4. resolve: [Resolver] decides, first what stands by itself ([NumberResolver], [NameResolver]), then what needs the
///    rest of the text, last what hangs on something named before: provisions ([SectionResolver]), articles and points
///    ([PartResolver]), "reformen", "loven § 5" ([BackReferences]);
/// 5. ask: an item of a list of governing documents ([AnchorLists]) in which nothing was found is a question to a
/// person;
/// 6. learned: where all this leaves a mention open, a [LearnedAlias] that a person has accepted settles it, in the
///    documents it counts in; it never overrules what the text or the register settles;
/// 7. explain: every decision carries its [Reason]s, in bokmål, nynorsk or English, and [Explanation] tells them as a
///    tree.
///
/// Recognition never guesses between two documents: it reports the candidates, and a person decides. The work grows
/// with the length of the text alone, not with the size of the register.
///
/// A new way of citing is a new [CitationForm]: one class, one table of wordings in the tests, one line in the list of
/// forms. [CiteTable] prints what was recognized, [Evaluation] measures it against the mentions of a [MarkedText].
@org.jspecify.annotations.NullMarked
package no.forankring.citation;
