/// Builds the sample documents in `corpus/` from their sources in `corpus/source/`.
///
/// The door is [CorpusBuilder]: it reads each source ([CorpusSource]) and hands it to the writer of its format. The
/// same sources give the same bytes on every machine, so nothing is compressed and every date is the document's own.
/// How to rebuild them stands in `corpus/source/README.md`.
@org.jspecify.annotations.NullMarked
package no.forankring.corpus;
