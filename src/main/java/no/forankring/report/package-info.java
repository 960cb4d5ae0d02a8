/// What do we hand to those who asked? Ready reports over the graph.
///
/// The door is [Reports]. A report is a file `ontology/reports/{name}.rq`: a SPARQL query with its title, description,
/// parameters and columns in comments at the top, in bokmål, nynorsk and English. It becomes a [ReportTable], and that
/// a
/// file for a spreadsheet, a text document or a browser ([ReportFormat]).
///
/// Values that people give are bound to the query's variables, never pasted into its text. Every file says where its
/// rows
/// come from, on which date, and after which change to the graph.
///
/// A new report is a new file and a line in `ontology/reports/reports.txt`. Nothing else changes.
@org.jspecify.annotations.NullMarked
package no.forankring.report;
