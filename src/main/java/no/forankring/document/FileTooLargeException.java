package no.forankring.document;

import java.io.IOException;

/// A file beyond [ParseLimits#fileBytes()]; nothing of it was stored. The message is in bokmål and says what to do.
public final class FileTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    FileTooLargeException(long limit) {
        super(UnreadableFile.tooLargeMessage(limit));
    }
}
