/// What do I search for again and again, and what is new since I last looked?
///
/// The door is [SavedSearches]. A saved search belongs to an account and is seen by nobody else: what a person looks
/// for
/// tells of that person. It is therefore not in the graph, which anybody may query and whose journal forgets nothing,
/// but in a file of its own beside the accounts, `saved-searches.json`, which is in every backup.
///
/// What is new is what matches the search and was taken in, or came in a new version, after the account last said it
/// had
/// seen the search. Nothing is kept of what was found, so it holds after a restore and a rebuilt index too, and what is
/// withheld of a document shows here no more than in any other search.
@org.jspecify.annotations.NullMarked
package no.forankring.saved;
