/// How do programs ask the graph directly? The SPARQL protocol, the graph store protocol and linked data.
///
/// The door for the rest of the product is [SparqlQueries]: a query in text, a format, an answer. The protocols are
/// thin
/// controllers over it:
///
/// 1. `/sparql` answers queries. The text is parsed and checked ([SparqlText]), and runs on one of a few threads with
///    room for deep recursion ([QueryThreads]), in one read of the store, under a time limit and a cap on the answer;
/// 2. `/update` and `/graphs` change the graph. The whole body is read and parsed before anything is queued, and
///    the change runs on the store's buffered view ([StoreView]), where blank nodes get addresses and the default graph
///    means the graph of confirmed facts;
/// 3. `/dump` and `/historikk/…` give whole data sets, earlier states and differences ([DataSets], [Moments]), and
///    [TextSearch] lets a query search the passages;
/// 4. `/id/…` sends a reader on to the page or to the data of a thing; `/data/…`, `/graph/…` and `/ns` give the data.
///
/// We promise that no request makes us fetch anything from elsewhere, load a class or run longer than its limit
/// ([SafeArq]), and that an answer that had to be cut never looks whole.
///
/// A new result format is one constant in [ResultFormat]. A new function that queries may call is registered with
/// ARQ's registry after [SafeArq#harden]; nothing else is let through.
@org.jspecify.annotations.NullMarked
package no.forankring.sparql;
