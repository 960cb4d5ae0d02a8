package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.forankring.citation.CitationRecognizer;
import no.forankring.citation.Evaluation;
import no.forankring.citation.EvaluationReport;
import no.forankring.citation.EvaluationTables;
import no.forankring.citation.LawTextEvaluation;
import no.forankring.citation.LinkedTable;
import no.forankring.document.Documents;
import no.forankring.register.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures the recognizer against texts that people have marked, or against laws as their publisher has linked them.
@CommandLine.Command(
        name = "evaluate",
        description = {
            "Mål hvor godt det som vises til, blir funnet, mot tekster som mennesker har merket.",
            "Med --law måles det mot lenkene i lovene og hjemlene og endringene i Lovtidend,"
                    + " slik Lovdata har merket dem i de åpne dataene sine."
        })
final class EvaluateCommand extends Command {

    /// The part of `docs/quality.md` on the open gold set.
    static final String SECTION = "open-gold";

    private static final int SAMPLE = 200;

    @Parameters(
            paramLabel = "DIR",
            description = "Mappen med merkede tekster (.txt), som corpus/quality; eller med mentions.tsv og tekstene"
                    + " i samme mappe eller i ../corpus."
                    + " Med --law: mappen med lovfiler (.xml), pakket ut.")
    Path gold = Path.of("");

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "Et tidligere svar fra cite (tsv), eller en linked.tsv: vis hva som er vunnet og tapt siden da.")
    @Nullable
    Path against;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Skriv tallene i en side i Markdown, mellom linjene «<!-- measured NAME -->» og"
                    + " «<!-- /measured -->», med det som er vunnet og tapt siden linked.tsv i mappen; den fornyes.")
    @Nullable
    Path page;

    @Option(
            names = "--section",
            paramLabel = "NAME",
            defaultValue = SECTION,
            description = "Hvilken del av siden --report skriver (standard: ${DEFAULT-VALUE}).")
    String section = SECTION;

    @Option(names = "--local", description = "Regn også med planer som kommuner og andre har selv.")
    boolean local;

    @Option(names = "--law", description = "Mål mot lovfiler fra Lovdatas åpne data.")
    boolean law;

    @Option(
            names = "--errors",
            description = "Med --law: vis hver lenke som ikke ble funnet eller fikk feil svar, og et utvalg av det som"
                    + " ble funnet utenfor lenkene.")
    boolean errors;

    @Override
    public Integer call() throws IOException {
        return law ? evaluateLaws() : evaluateMarked();
    }

    private int evaluateLaws() throws IOException {
        List<Path> files = Files.isDirectory(gold) ? LawFile.in(gold) : List.of();
        if (files.isEmpty()) {
            throw new IOException(
                    "Det er ingen .xml-filer i %s. Pakk ut et arkiv fra Lovdatas åpne data der.".formatted(gold));
        }
        Register register = Register.builtIn();
        var recognizer = new CitationRecognizer(register);
        var evaluation = new LawTextEvaluation(register);
        for (Path file : files) {
            LawTextEvaluation.Law read = LawFile.read(file);
            evaluation.add(read, recognizer.recognize(Documents.plainText(read.text())));
        }
        out().print(evaluation.text());
        if (page != null) {
            new MeasuredSection(page, section).write("```\n" + evaluation.text().strip() + "\n```");
        }
        if (errors) {
            evaluation.errors().forEach(out()::println);
            evaluation.sampleOutside(SAMPLE).forEach(out()::println);
        }
        out().flush();
        return OK;
    }

    private int evaluateMarked() throws IOException {
        if (local && page != null) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--report måler uten --local.");
        }
        var folder = new GoldFolder(gold);
        Register register = Register.builtIn();
        var evaluation = new Evaluation(folder.texts(register), local);
        Optional<LinkedTable> earlier = against == null ? Optional.empty() : Optional.of(earlier(against, evaluation));
        EvaluationReport report = evaluation.report(register);
        out().print(EvaluationTables.text(report));
        boolean lost =
                earlier.isPresent() && printDifferences(LinkedTable.of(report).since(earlier.get()));
        if (page != null) {
            publish(folder, report, earlier, new MeasuredSection(page, section));
        }
        out().flush();
        return lost ? FINDINGS : OK;
    }

    /// Writes the figures into the page, with what was gained and lost since the last time, and keeps the new links to
    /// compare with the next time.
    ///
    /// @param earlier what to compare with when the folder does not hold the last time's links
    static void publish(
            GoldFolder folder, EvaluationReport report, Optional<LinkedTable> earlier, MeasuredSection section)
            throws IOException {
        LinkedTable now = LinkedTable.of(report);
        section.write(EvaluationTables.markdown(
                report, folder.linked().or(() -> earlier).map(now::since)));
        folder.renewLinked(now);
    }

    /// Whether something was lost.
    private boolean printDifferences(List<LinkedTable.Difference> differences) {
        for (LinkedTable.Difference difference : differences) {
            LinkedTable.Line mention = difference.mention();
            out().println("%s\t%s\t%d\t%s\t%s"
                    .formatted(
                            difference.gained() ? "gained" : "lost",
                            mention.file(),
                            mention.start(),
                            TraceCommand.oneLine(mention.text()),
                            mention.id()));
        }
        long gained =
                differences.stream().filter(LinkedTable.Difference::gained).count();
        long lost = differences.size() - gained;
        out().println("gained %d, lost %d".formatted(gained, lost));
        return lost > 0;
    }

    private static LinkedTable earlier(Path file, Evaluation evaluation) throws IOException {
        String text = PlainTextFile.read(file);
        try {
            return LinkedTable.is(text)
                    ? LinkedTable.parse(text)
                    : LinkedTable.of(evaluation.report(Evaluation.readPredictions(text)));
        } catch (NumberFormatException e) {
            throw GoldFolder.unfit(file, e);
        }
    }
}
