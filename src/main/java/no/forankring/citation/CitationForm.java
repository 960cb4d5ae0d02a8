package no.forankring.citation;

import java.util.List;

/// One way of citing.
///
/// A new way of citing is a new form: one class, one table of wordings in the tests, one line in
/// [CitationRecognizer]'s list.
interface CitationForm {

    /// The words at which the form wants to look; it is asked at no other token.
    List<Cue> cues();

    /// Reads a citation around the token, adds it to the reading's findings and says where it ends.
    ///
    /// @return the token after what was read, or `token` when nothing was
    int read(Reading reading, int token);
}
