package no.forankring.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;

/// The shapes an answer can have: tables for SELECT and ASK, graphs for CONSTRUCT and DESCRIBE.
public enum ResultFormat {
    JSON(true, "json", List.of("application/sparql-results+json", "application/json"), ResultSetLang.RS_JSON, null),
    XML(true, "xml", List.of("application/sparql-results+xml", "application/xml"), ResultSetLang.RS_XML, null),
    CSV(true, "csv", List.of("text/csv"), ResultSetLang.RS_CSV, null),
    TSV(true, "tsv", List.of("text/tab-separated-values"), ResultSetLang.RS_TSV, null),
    /// For people at a terminal; the whole answer is held in memory to align the columns.
    TABLE(true, "table", List.of("text/plain"), ResultSetLang.RS_Text, null),

    TURTLE(false, "ttl", List.of("text/turtle", "application/x-turtle"), Lang.TURTLE, RDFFormat.TURTLE_BLOCKS),
    JSONLD(false, "jsonld", List.of("application/ld+json", "application/json"), Lang.JSONLD, RDFFormat.JSONLD_PRETTY),
    NTRIPLES(false, "nt", List.of("application/n-triples", "text/plain"), Lang.NTRIPLES, RDFFormat.NTRIPLES),
    RDFXML(false, "rdf", List.of("application/rdf+xml", "application/xml"), Lang.RDFXML, RDFFormat.RDFXML_PLAIN),
    TRIG(false, "trig", List.of("application/trig"), Lang.TRIG, RDFFormat.TRIG_BLOCKS),
    NQUADS(false, "nq", List.of("application/n-quads"), Lang.NQUADS, RDFFormat.NQUADS);

    private final boolean table;
    private final String code;
    private final List<String> mediaTypes;
    private final Lang lang;
    private final @Nullable RDFFormat rdf;

    ResultFormat(boolean table, String code, List<String> mediaTypes, Lang lang, @Nullable RDFFormat rdf) {
        this.table = table;
        this.code = code;
        this.mediaTypes = mediaTypes;
        this.lang = lang;
        this.rdf = rdf;
    }

    /// The short name, also the suffix of addresses under `/data`: `json`, `ttl` …
    public String code() {
        return code;
    }

    /// The media type that answers carry.
    public String mediaType() {
        return mediaTypes.getFirst();
    }

    /// All media types that ask for it, the best first.
    List<String> mediaTypes() {
        return mediaTypes;
    }

    Lang lang() {
        return lang;
    }

    RDFFormat rdf() {
        if (rdf == null) {
            throw new IllegalStateException(this + " is a format of tables");
        }
        return rdf;
    }

    boolean isTable() {
        return table;
    }

    boolean fits(Query query) {
        return table == (query.isSelectType() || query.isAskType());
    }

    static List<ResultFormat> tables() {
        return List.of(JSON, XML, CSV, TSV);
    }

    static List<ResultFormat> graphs() {
        return List.of(TURTLE, JSONLD, NTRIPLES, RDFXML, TRIG, NQUADS);
    }

    static List<ResultFormat> fitting(Query query) {
        return query.isSelectType() || query.isAskType() ? tables() : graphs();
    }

    /// By short name or media type, as in `csv`, `turtle` or `text/turtle`; empty when unknown. Names that both a table
    /// and a graph may carry, as `xml`, are read as a table when `wantsTable`.
    static Optional<ResultFormat> named(String name, boolean wantsTable) {
        String wanted = name.strip().toLowerCase(java.util.Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.table == wantsTable)
                .filter(format -> format.code.equals(wanted)
                        || format.mediaTypes.contains(wanted)
                        || format.otherNames().contains(wanted))
                .findFirst();
    }

    private List<String> otherNames() {
        return switch (this) {
            case TURTLE -> List.of("turtle");
            case JSONLD -> List.of("json-ld", "json");
            case NTRIPLES -> List.of("ntriples", "n-triples");
            case RDFXML -> List.of("rdfxml", "rdf/xml", "xml");
            case NQUADS -> List.of("nquads", "n-quads");
            case TABLE -> List.of("text");
            case JSON, XML, CSV, TSV, TRIG -> List.of();
        };
    }
}
