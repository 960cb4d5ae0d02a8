package no.forankring.privacy;

import java.time.Instant;
import no.forankring.document.DocumentId;

/// That a person has released something about a person in one document: from then on it is shown.
///
/// @param fingerprint of what is released, from [Withholding#fingerprint]; it tells nothing without the key
/// @param kind as in `e-mail`
/// @param why in the words of whoever released it; may be empty
public record Release(DocumentId document, String fingerprint, String kind, String who, Instant when, String why) {}
