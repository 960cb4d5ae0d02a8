package no.forankring.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// Nothing has this address; the error page says where to look instead.
final class NotFoundException extends ResponseStatusException {

    NotFoundException(String what) {
        super(HttpStatus.NOT_FOUND, what);
    }
}
