package no.forankring.sparql;

/// The one who asked left before the answer was whole. Nobody is told.
final class ClientGoneException extends RuntimeException {

    ClientGoneException(Throwable cause) {
        super("The client left before the answer was sent.", cause);
    }
}
