package no.forankring.sparql;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;

/// Reads what clients send: whole, under a cap, and parsed before anything waits in a queue.
final class RequestBody {

    // As in "application/sparql-query; charset=utf-8".
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

    private RequestBody() {}

    /// The media type without parameters, in lower case; empty when there is none.
    static String mediaType(HttpServletRequest request) {
        String contentType = request.getContentType();
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /// The body as text. SPARQL is UTF-8 by definition.
    static String text(HttpServletRequest request, long maxBytes, String what) {
        // Not the request's encoding: a filter in front may have set that to UTF-8.
        Matcher charset = CHARSET.matcher(String.valueOf(request.getContentType()));
        if (charset.find() && !charset.group(1).toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii")) {
            throw SparqlException.unsupported(what + " må være kodet i UTF-8, ikke " + charset.group(1) + ".");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(request, maxBytes, what)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw SparqlException.badRequest(what + " er ikke gyldig UTF-8. Lagre den som UTF-8 og send den på nytt.");
        }
    }

    private static byte[] bytes(HttpServletRequest request, long maxBytes, String what) {
        String packed = request.getHeader("Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            throw SparqlException.unsupported(what + " kan ikke være pakket (" + packed + "). Send den upakket.");
        }
        if (request.getContentLengthLong() > maxBytes) {
            throw SparqlException.tooLarge(what, maxBytes);
        }
        try (InputStream in = request.getInputStream()) {
            var bytes = new ByteArrayOutputStream();
            var buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
                if (bytes.size() > maxBytes) {
                    throw SparqlException.tooLarge(what, maxBytes);
                }
            }
            return bytes.toByteArray();
        } catch (IOException gone) {
            throw new ClientGoneException(new UncheckedIOException(gone));
        }
    }

    /// The triples of an RDF body in any syntax.
    ///
    /// @param base what relative addresses are relative to
    static List<Triple> triples(HttpServletRequest request, long maxBytes, String base) {
        String mediaType = mediaType(request);
        if (mediaType.equals("multipart/form-data")) {
            return parts(request, maxBytes, base);
        }
        return triples(bytes(request, maxBytes, "Innholdet"), lang(mediaType), base);
    }

    // Files from a form, each in a format of its own.
    private static List<Triple> parts(HttpServletRequest request, long maxBytes, String base) {
        var triples = new ArrayList<Triple>();
        long left = maxBytes;
        try {
            for (Part part : request.getParts()) {
                String type = part.getContentType() == null ? "" : part.getContentType();
                Lang lang = lang(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
                left -= part.getSize();
                if (left < 0) {
                    throw SparqlException.tooLarge("Innholdet", maxBytes);
                }
                try (InputStream in = part.getInputStream()) {
                    triples.addAll(triples(in.readAllBytes(), lang, base));
                }
            }
            return triples;
        } catch (IOException gone) {
            throw new ClientGoneException(new UncheckedIOException(gone));
        } catch (ServletException | IllegalStateException odd) {
            throw SparqlException.badRequest("Skjemaet med filer kan ikke leses: " + odd.getMessage());
        }
    }

    private static Lang lang(String mediaType) {
        Lang lang = RDFLanguages.contentTypeToLang(mediaType);
        if (lang == null || !(RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang)) || isBinary(lang)) {
            throw SparqlException.unsupported(
                    mediaType.isEmpty()
                            ? "Sett Content-Type til RDF-formatet som sendes, for eksempel text/turtle."
                            : "Innhold av typen «%s» leses ikke. Send %s."
                                    .formatted(mediaType, SparqlQueries.offered(ResultFormat.graphs())));
        }
        return lang;
    }

    // They read lengths from the data before anything is checked.
    private static boolean isBinary(Lang lang) {
        return lang.equals(Lang.RDFTHRIFT) || lang.equals(Lang.RDFPROTO) || lang.equals(Lang.RDFNULL);
    }

    static List<Triple> triples(byte[] body, Lang lang, String base) {
        var triples = new ArrayList<Triple>();
        try {
            RDFParser.create()
                    .source(new ByteArrayInputStream(body))
                    .forceLang(lang)
                    .base(base)
                    .errorHandler(new Objections())
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            triples.add(triple);
                        }

                        @Override
                        public void quad(Quad quad) {
                            if (!quad.isDefaultGraph()) {
                                throw SparqlException.badRequest(
                                        "Innholdet har navngitte grafer. Send én graf om gangen, med ?graph= i adressen.");
                            }
                            triples.add(quad.asTriple());
                        }
                    });
            return triples;
        } catch (JenaException unreadable) {
            throw SparqlException.unreadable("Innholdet", unreadable);
        } catch (StackOverflowError tooDeep) {
            throw SparqlException.tooComplex();
        }
    }

    /// An absolute address, as clients name graphs.
    static String absolute(String iri) {
        try {
            if (IRIx.create(iri).isAbsolute()) {
                return iri;
            }
        } catch (IRIException odd) {
            throw SparqlException.badRequest("«%s» er ikke en gyldig adresse: %s".formatted(iri, odd.getMessage()));
        }
        throw SparqlException.badRequest("«%s» er ikke en hel adresse. Skriv den helt ut, som http://…".formatted(iri));
    }

    private static final class Objections implements ErrorHandler {
        @Override
        public void warning(String message, long line, long col) {}

        @Override
        public void error(String message, long line, long col) {
            throw new RiotException("linje %d, tegn %d: %s".formatted(line, col, message));
        }

        @Override
        public void fatal(String message, long line, long col) {
            error(message, line, col);
        }
    }
}
