package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import no.forankring.extraction.ExtractedTable;
import no.forankring.extraction.ExtractionTables;
import no.forankring.ingest.PolicyTable;
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
            "Har mappen entities.tsv og relations.tsv, måles også nettverk, aktiviteter, tall og det som er sagt om dem.",
            "Med --law måles det mot lenkene i lovene og hjemlene og endringene i Lovtidend,"
                    + " slik Lovdata har merket dem i de åpne dataene sine."
        })
final class EvaluateCommand extends Command {

    /// The part of `docs/quality.md` on the open gold set.
    static final String SECTION = "open-gold";

    /// The part of `docs/quality.md` on which links become facts.
    static final String POLICY_SECTION = "link-policy";

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
                    "Et tidligere svar fra cite (tsv), en linked.tsv eller en extracted.tsv: vis hva som er vunnet"
                            + " og tapt siden da.")
    @Nullable
    Path against;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Skriv tallene i en side i Markdown, mellom linjene «<!-- measured NAME -->» og"
                    + " «<!-- /measured -->», med det som er vunnet og tapt siden linked.tsv i mappen; den fornyes."
                    + " Nettverk, aktiviteter og sammenhenger skrives i delen NAME-extraction.")
    @Nullable
    Path page;

    @Option(
            names = "--section",
            paramLabel = "NAME",
            defaultValue = SECTION,
            description = "Hvilken del av siden --report skriver (standard: ${DEFAULT-VALUE}).")
    String section = SECTION;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Skriv i denne filen, som ontology/link-policy.tsv, hvor presist hvert slag kobling er, og om"
                    + " det blir fakta av seg selv. Tersklene i filen beholdes. Med --report skrives det også i delen"
                    + " link-policy av siden.")
    @Nullable
    Path policy;

    @Option(names = "--also", paramLabel = "DIR", description = "Regn med denne mappen også, for --policy.")
    List<Path> also = List.of();

    @Option(names = "--local", description = "Regn også med planer som kommuner og andre har selv.")
    boolean local;

    @Option(names = "--law", description = "Mål mot lovfiler fra Lovdatas åpne data.")
    boolean law;

    @Option(
            names = "--errors",
            description = "Vis alt av nettverk, aktiviteter, tall og sammenhenger som mangler eller er feil. Med --law:"
                    + " vis hver lenke som ikke ble funnet eller fikk feil svar, og et utvalg av det som ble funnet"
                    + " utenfor lenkene.")
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
        boolean againstThings = against != null && ExtractedTable.is(PlainTextFile.read(against));
        boolean lost = folder.hasMentions() && evaluateMentions(folder, register, againstThings ? null : against);
        lost |= folder.hasThings() && evaluateThings(folder, register, againstThings ? against : null);
        out().flush();
        return lost ? FINDINGS : OK;
    }

    /// Whether something was lost.
    private boolean evaluateThings(GoldFolder folder, Register register, @Nullable Path against) throws IOException {
        Optional<ExtractedTable> earlier =
                against == null ? Optional.empty() : Optional.of(ExtractedTable.parse(PlainTextFile.read(against)));
        var measured = ThingsMeasured.of(folder, register);
        out().print(measured.tables().text());
        if (errors) {
            ExtractionTables.errors(measured.perFile()).forEach(out()::println);
        }
        if (page != null) {
            measured.publish(folder, new MeasuredSection(page, section + ThingsMeasured.SECTION), earlier);
        }
        if (policy != null) {
            renewPolicy(measured, register, policy);
        }
        if (earlier.isEmpty()) {
            return false;
        }
        List<ExtractedTable.Difference> differences =
                ExtractedTable.of(measured.perFile()).since(earlier.get());
        for (ExtractedTable.Difference difference : differences) {
            ExtractedTable.Line line = difference.line();
            out().println(String.join(
                    "\t",
                    difference.gained() ? "gained" : "lost",
                    line.what(),
                    line.file(),
                    line.kind(),
                    TraceCommand.oneLine(line.subject()),
                    TraceCommand.oneLine(line.object()),
                    line.state()));
        }
        long gained =
                differences.stream().filter(ExtractedTable.Difference::gained).count();
        out().println("gained %d, lost %d".formatted(gained, differences.size() - gained));
        return gained < differences.size();
    }

    private void renewPolicy(ThingsMeasured measured, Register register, Path policy) throws IOException {
        var measurement = new PolicyMeasurement().add(name(gold), measured);
        for (Path more : also) {
            measurement.add(name(more), ThingsMeasured.of(new GoldFolder(more), register));
        }
        PolicyTable renewed = measurement.renew(policy, LocalDate.now());
        if (page != null) {
            new MeasuredSection(page, POLICY_SECTION).write(renewed.markdown());
        }
    }

    /// As it was given, without what lies above where it was called from.
    private static String name(Path folder) {
        return folder.isAbsolute() || folder.startsWith("..")
                ? folder.normalize().getFileName().toString()
                : folder.normalize().toString();
    }

    /// Whether something was lost.
    private boolean evaluateMentions(GoldFolder folder, Register register, @Nullable Path against) throws IOException {
        var evaluation = new Evaluation(folder.texts(register), local);
        Optional<LinkedTable> earlier = against == null ? Optional.empty() : Optional.of(earlier(against, evaluation));
        EvaluationReport report = evaluation.report(register);
        out().print(EvaluationTables.text(report));
        boolean lost =
                earlier.isPresent() && printDifferences(LinkedTable.of(report).since(earlier.get()));
        if (page != null) {
            publish(folder, report, earlier, new MeasuredSection(page, section));
        }
        return lost;
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
