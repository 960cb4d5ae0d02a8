/// The register of governing documents: what exists, what it is called, what is in force on a date.
///
/// The door is [Register]. It is compiled from the YAML files under `ontology/register`, which a domain
/// expert edits and a diff shows; a row that breaks a rule stops the start with a message that names file,
/// row and remedy. [RegisterRdf] says the same in triples.
@org.jspecify.annotations.NullMarked
package no.forankring.register;
