/// The register of governing documents: what exists, what it is called, what is in force on a date; and the
/// municipalities and counties, with their numbers, names and successors.
///
/// The doors are [Register] and [Geography]. They are read from the YAML files under `ontology/register` and the
/// tab-separated ones under `ontology/geography`, which a domain expert edits and a diff shows; a row that breaks a
/// rule
/// stops the start with a message that names file, line, row and remedy. [RegisterRdf] and [GeographyRdf] say the same
/// in triples.
///
/// A new document is a new entry in one of the files; a new file is a new line in `ontology/register/files.txt`. A new
/// rule for entries is a method of `RegisterRules` and an example in its tests.
@org.jspecify.annotations.NullMarked
package no.forankring.register;
