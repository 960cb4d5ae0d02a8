package no.forankring.web;

import java.io.ByteArrayOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A file that the browser keeps.
final class Download {

    private Download() {}

    /// @param name with its ending, in ASCII
    static ResponseEntity<byte[]> of(ByteArrayOutputStream bytes, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes.toByteArray());
    }
}
