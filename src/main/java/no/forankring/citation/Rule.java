package no.forankring.citation;

/// Which rule chose the target. Each rule's precision is measured and published; only rules above the
/// threshold make facts without a person.
public enum Rule {
    /// An official address or id stands in the text: LOV-2011-06-24-30, an ELI.
    ADDRESS,
    /// Series, number and session: Meld. St. 15 (2017–2018).
    SERIES_NUMBER,
    /// Date and number: lov 24. juni 2011 nr. 30.
    DATE_NUMBER,
    /// A name that fits one document only.
    UNIQUE_NAME,
    /// A spelling that a person has accepted in review.
    LEARNED,
    /// A name or number that fits several; the words around it, the kind word or an earlier full citation decide.
    CONTEXT,
    /// A wrong form with one safe repair: the right number in the wrong series, a known misspelling.
    REPAIR,
    /// A long name with a typing error.
    FUZZY_NAME,
    /// "loven § 5", "samme lov", "meldingen": tied to what was named before.
    BACK_REFERENCE
}
