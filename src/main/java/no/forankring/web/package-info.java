/// The pages, as people see us: plain HTML made on the server, which works without script.
///
/// One controller per feature (`SearchPage`, `GoverningPages`, `DocumentPages` …) asks the doors through
/// [PageSources], makes a view record in which every word is already in the reader's language, and names a template
/// under `templates/`. Words stand in `messages*.properties`, bokmål first; a test compares the three files.
///
/// [SecurityConfiguration] says who may do what, for pages and programs alike: reading is open, writing needs a login
/// or
/// a token.
///
/// Public are only [QueryRunner] and [QueryAnswer], by which the wiring gives the SPARQL page its engine.
@org.jspecify.annotations.NullMarked
package no.forankring.web;
