package no.forankring.report;

import no.forankring.sparql.FakeGraphStore;

/// A small graph in which documents say things, each with the words that prove it.
final class SaidGraph {

    private final StringBuilder trig = new StringBuilder();
    private int links;

    /// @param kind as in `mandat`
    SaidGraph document(String id, String title, String kind, String date) {
        trig.append("""
                <{base}/graph/document/%1$s> { <{base}/id/document/%1$s> a fa:Document ; dcterms:title "%2$s"@nb ;
                    fa:documentKind "%3$s" ; dcterms:date "%4$s"^^xsd:date . }
                """.formatted(id, title, kind, date));
        return this;
    }

    /// @param path as in `network/demens`
    SaidGraph thing(String document, String path, String type, String label) {
        trig.append("<{base}/graph/document/%s> { <{base}/id/%s> a fa:%s ; rdfs:label \"%s\"@nb . }\n"
                .formatted(document, path, type, label));
        return this;
    }

    SaidGraph goal(String document, String path, String label, String kind) {
        thing(document, path, "Goal", label);
        trig.append(
                "<{base}/graph/document/%s> { <{base}/id/%s> fa:goalKind \"%s\" . }\n".formatted(document, path, kind));
        return this;
    }

    /// A fact, proved by the whole of a passage.
    SaidGraph fact(String document, String subject, String predicate, String object, String text, String section) {
        return link(document, "", "Automatic", subject, predicate, object, text, section);
    }

    SaidGraph suggestion(
            String document, String subject, String predicate, String object, String text, String section) {
        return link(document, "/suggestions", "Suggested", subject, predicate, object, text, section);
    }

    /// @param object a path, or a literal in quotes
    private SaidGraph link(
            String document,
            String place,
            String status,
            String subject,
            String predicate,
            String object,
            String text,
            String section) {
        int n = ++links;
        trig.append("""
                <{base}/graph/document/%1$s%2$s> {
                  <{base}/id/link/%1$s/%3$d> a fa:Link ; fa:status fa:%4$s ; rdf:subject <{base}/id/%5$s> ;
                      rdf:predicate fa:%6$s ; rdf:object %7$s ; fa:confidence 0.9 ; fa:evidence <{base}/id/evidence/%1$s/%3$d> .
                  <{base}/id/evidence/%1$s/%3$d> oa:hasSource <{base}/id/passage/%1$s/p-%3$d> ;
                      oa:hasSelector <{base}/id/selector/%1$s/%3$d> .
                  <{base}/id/selector/%1$s/%3$d> oa:exact "%8$s" ; oa:start 0 ; oa:end %9$d .
                  <{base}/id/passage/%1$s/p-%3$d> dcterms:isPartOf <{base}/id/document/%1$s> ; fa:text "%8$s" ;
                      fa:section "%10$s" ; fa:ordinal %3$d .
                }
                """.formatted(
                        document,
                        place,
                        n,
                        status,
                        subject,
                        predicate,
                        object.startsWith("\"") ? object : "<{base}/id/" + object + ">",
                        text.replace("\t", "\\t"),
                        text.codePointCount(0, text.length()),
                        section));
        return this;
    }

    FakeGraphStore store() {
        return new FakeGraphStore("http://forankring.test").with(trig.toString());
    }
}
