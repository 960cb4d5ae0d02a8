package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import no.forankring.graph.Change;
import no.forankring.graph.GraphException;
import no.forankring.graph.GraphStore;
import org.apache.jena.riot.Lang;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/dump/fakta.nq`, `/dump/fakta-2026-01-31.trig.gz`, `/dump/alt.nq`: whole data sets, by name and date.
///
/// Facts are for anybody; `alt` holds suggestions, decisions and provenance too and is for those who are logged in.
/// `PUT /dump/alt` puts a data set in place of all that is there, `POST` adds it.
@RestController
class DumpsController {

    // As in fakta-2026-01-31.nq.gz
    private static final Pattern NAME =
            Pattern.compile("(fakta|alt)(?:-(\\d{4}-\\d{2}-\\d{2}|\\d{1,15}))?\\.(nq|trig)(\\.gz)?");

    private final GraphStore store;
    private final DataSets dataSets;
    private final SparqlSettings settings;

    DumpsController(GraphStore store, SparqlSettings settings) {
        this.store = store;
        this.dataSets = new DataSets(store);
        this.settings = settings;
    }

    @GetMapping("/dump/{name}")
    void get(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
        Matcher asked = NAME.matcher(name);
        if (!asked.matches()) {
            throw SparqlException.noSuchThing(
                    "Datasettet «%s» finnes ikke. Hent fakta.nq, fakta.trig eller alt.nq, med dato som i fakta-2026-01-31.nq og .gz for pakket."
                            .formatted(name));
        }
        boolean all = asked.group(1).equals("alt");
        if (all) {
            Answers.writer(request);
        }
        OptionalLong known = Moments.read("dato", asked.group(2), store);
        boolean packed = asked.group(4) != null;
        Lang lang = asked.group(3).equals("nq") ? Lang.NQUADS : Lang.TRIG;
        String tag = "\"%s-%d\"".formatted(name, known.orElseGet(store::lastChange));
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(
                packed ? "application/gzip" : lang.getContentType().getContentTypeStr());
        response.setHeader("Content-Disposition", "attachment; filename=\"forankring-" + name + "\"");
        response.setHeader(Answers.CHANGE, String.valueOf(known.orElseGet(store::lastChange)));
        response.setBufferSize(64 * 1024);
        try {
            OutputStream out = response.getOutputStream();
            @Nullable GZIPOutputStream gzip = packed ? new GZIPOutputStream(out, 1 << 16) : null;
            dataSets.write(all ? DataSets.Content.ALL : DataSets.Content.FACTS, lang, known, gzip == null ? out : gzip);
            if (gzip != null) {
                gzip.finish();
            }
        } catch (GraphException notThere) {
            throw SparqlException.noSuchThing(String.valueOf(notThere.getMessage()));
        } catch (IOException gone) {
            throw new ClientGoneException(new UncheckedIOException(gone));
        }
    }

    @PutMapping("/dump/alt")
    void put(HttpServletRequest request, HttpServletResponse response) {
        load(request, response, true);
    }

    @PostMapping("/dump/alt")
    void post(HttpServletRequest request, HttpServletResponse response) {
        load(request, response, false);
    }

    private void load(HttpServletRequest request, HttpServletResponse response, boolean replace) {
        String who = Answers.writer(request);
        Lang lang = switch (RequestBody.mediaType(request)) {
            case "application/n-quads" -> Lang.NQUADS;
            case "application/trig" -> Lang.TRIG;
            default ->
                throw SparqlException.unsupported(
                        "Send datasettet som application/n-quads eller application/trig, gjerne pakket med gzip.");
        };
        Path file = received(request, settings.maxLoad().toBytes());
        try {
            Change change = dataSets.load(
                    who, replace ? "Erstattet hele datasettet" : "La til et datasett", file, lang, replace);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader(Answers.CHANGE, String.valueOf(change.number()));
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException left) {
                file.toFile().deleteOnExit();
            }
        }
    }

    // The whole body before anything waits for it, so that a slow sender holds nobody up.
    private static Path received(HttpServletRequest request, long most) {
        try {
            Path file = Files.createTempFile("forankring-load", ".rdf");
            try (InputStream in = request.getInputStream();
                    OutputStream out = Files.newOutputStream(file)) {
                var buffer = new byte[1 << 16];
                long bytes = 0;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                    if (bytes > most) {
                        Files.deleteIfExists(file);
                        throw SparqlException.tooLarge("Datasettet", most);
                    }
                    out.write(buffer, 0, read);
                }
                return file;
            }
        } catch (IOException gone) {
            throw new ClientGoneException(new UncheckedIOException(gone));
        }
    }
}
