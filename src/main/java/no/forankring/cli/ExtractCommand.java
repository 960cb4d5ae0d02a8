package no.forankring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import no.forankring.citation.CitationRecognizer;
import no.forankring.document.DocumentId;
import no.forankring.document.Documents;
import no.forankring.document.ParseLimits;
import no.forankring.document.ReadOutcome;
import no.forankring.extraction.ActivityExtractor;
import no.forankring.extraction.ExtractTable;
import no.forankring.extraction.Extraction;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.privacy.Withholding;
import no.forankring.register.Register;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the networks, activities and goals that files speak of and how they are tied to what is cited.
///
/// Nothing is kept: the files are read in a temporary folder.
@CommandLine.Command(
        name = "extract",
        description = "Finn nettverk, aktiviteter og mål i filer, og hva de er knyttet til.")
final class ExtractCommand extends Command {

    enum Format {
        tsv,
        ttl
    }

    private static final long POLL_MILLISECONDS = 100;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Filer i alle formater som kan leses inn.")
    List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "tsv|ttl", defaultValue = "tsv", description = "Format (standard: tsv).")
    Format format = Format.tsv;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var folder = TemporaryFolder.create()) {
            int unread = format == Format.tsv ? table(folder.path()) : turtle(folder.path());
            out().flush();
            return unread == 0 ? OK : unread == files.size() ? FAILED : FINDINGS;
        }
    }

    private int table(Path folder) throws IOException {
        SequencedMap<String, Extraction> extractions = new LinkedHashMap<>();
        var recognizer = new CitationRecognizer(Register.builtIn());
        var extractor = new ActivityExtractor();
        int unread = 0;
        try (Documents documents = Documents.open(folder, ParseLimits.DEFAULT, Withholding.strict())) {
            for (Path file : files) {
                switch (read(documents, file)) {
                    case ReadOutcome.Read read ->
                        extractions.put(
                                file.toString(), extractor.extract(read.text(), recognizer.recognize(read.text())));
                    case ReadOutcome.Unreadable unreadable -> {
                        err().println("%s: %s".formatted(file, unreadable.message()));
                        unread++;
                    }
                }
            }
        }
        out().print(ExtractTable.of(extractions));
        return unread;
    }

    private static ReadOutcome read(Documents documents, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return documents.read(
                    documents.keep(bytes), file.toAbsolutePath().getFileName().toString());
        } catch (NoSuchFileException e) {
            return new ReadOutcome.Unreadable("missing", "Finner ikke filen. Se etter at stien er riktig skrevet.");
        } catch (IOException e) {
            return new ReadOutcome.Unreadable(
                    "disk",
                    "Filen kan ikke leses (%s). Se etter at du har lov til å lese den.".formatted(e.getMessage()));
        }
    }

    /// What taking in the files would state. Suggestions are links only, so they cannot be taken for facts.
    private int turtle(Path folder) throws InterruptedException {
        Graph graph = GraphFactory.createDefaultGraph();
        int unread = 0;
        try (OpenHome home = OpenHome.open(folder, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC())) {
            List<Source> sources = files.stream()
                    .map(file -> new Source(file.toString().replace('\\', '/'), () -> Files.newInputStream(file)))
                    .toList();
            String id = home.ingest().submit("extract", "extract", sources);
            for (Job.FileProgress file : finished(home, id).files()) {
                switch (file.outcome().orElseThrow()) {
                    case FileOutcome.Ingested ingested -> copy(home, ingested.document(), graph);
                    case FileOutcome.LinkedAgain again -> copy(home, again.document(), graph);
                    case FileOutcome.Unchanged same -> copy(home, same.document(), graph);
                    case FileOutcome.Failed failed -> {
                        err().println("%s: %s".formatted(file.name(), failed.message()));
                        unread++;
                    }
                }
            }
        }
        graph.getPrefixMapping()
                .setNsPrefix("fa", Fa.NS)
                .setNsPrefix("rdf", RDF.uri)
                .setNsPrefix("rdfs", RDFS.uri)
                .setNsPrefix("dcterms", DCTerms.NS)
                .setNsPrefix("oa", "http://www.w3.org/ns/oa#")
                .setNsPrefix("prov", "http://www.w3.org/ns/prov#")
                .setNsPrefix("eli", "http://data.europa.eu/eli/ontology#")
                .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
        out().print(RDFWriter.source(graph).lang(Lang.TURTLE).asString());
        return unread;
    }

    private static Job finished(OpenHome home, String id) throws InterruptedException {
        while (true) {
            Optional<Job> job = home.ingest().job(id);
            if (job.isPresent() && job.get().finished().isPresent()) {
                return job.get();
            }
            Thread.sleep(POLL_MILLISECONDS);
        }
    }

    private static void copy(OpenHome home, DocumentId document, Graph into) {
        Addresses addresses = home.graph().addresses();
        home.graph().read(state -> {
            for (Node name :
                    List.of(addresses.documentGraph(document.value()), addresses.suggestionsGraph(document.value()))) {
                state.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> into.add(quad.asTriple()));
            }
            return Boolean.TRUE;
        });
    }
}
