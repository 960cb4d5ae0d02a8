package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forankring.citation.CitationRecognizer;
import no.forankring.citation.CiteTable;
import no.forankring.citation.Evaluation;
import no.forankring.citation.LawTextEvaluation;
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

    private static final int SAMPLE = 200;

    @Parameters(
            paramLabel = "DIR",
            description = "Mappen med mentions.tsv. Tekstene ligger i samme mappe eller i ../corpus."
                    + " Med --law: mappen med lovfiler (.xml), pakket ut.")
    Path gold = Path.of("");

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Et tidligere svar fra cite (tsv): vis hva som er vunnet og tapt siden da.")
    @Nullable
    Path against;

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
        if (errors) {
            evaluation.errors().forEach(out()::println);
            evaluation.sampleOutside(SAMPLE).forEach(out()::println);
        }
        out().flush();
        return OK;
    }

    private int evaluateMarked() throws IOException {
        List<Evaluation.Gold> marked = marked(PlainTextFile.read(gold.resolve("mentions.tsv")));
        List<CiteTable.Row> earlier = against == null ? List.of() : predictions(against);
        Map<String, Path> texts = texts(marked);
        var evaluation = new Evaluation(marked, local);
        List<CiteTable.Row> now = recognize(texts);
        out().print(Evaluation.text(evaluation.report(now)));
        boolean lost = false;
        if (against != null) {
            int gains = 0;
            int losses = 0;
            for (Evaluation.Difference difference : evaluation.against(earlier, now)) {
                Evaluation.Gold mention = difference.mention();
                out().println("%s\t%s\t%d\t%s\t%s"
                        .formatted(
                                difference.gained() ? "gained" : "lost",
                                mention.file(),
                                mention.start(),
                                TraceCommand.oneLine(mention.text()),
                                mention.id()));
                gains += difference.gained() ? 1 : 0;
                losses += difference.gained() ? 0 : 1;
            }
            out().println("gained %d, lost %d".formatted(gains, losses));
            lost = losses > 0;
        }
        out().flush();
        return lost ? FINDINGS : OK;
    }

    private List<Evaluation.Gold> marked(String tsv) throws IOException {
        try {
            List<Evaluation.Gold> marked = Evaluation.readGold(tsv);
            if (!marked.isEmpty()) {
                return marked;
            }
        } catch (NumberFormatException e) {
            throw unfit(gold.resolve("mentions.tsv"), e);
        }
        throw unfit(gold.resolve("mentions.tsv"), null);
    }

    private static List<CiteTable.Row> predictions(Path file) throws IOException {
        try {
            return Evaluation.readPredictions(PlainTextFile.read(file));
        } catch (NumberFormatException e) {
            throw unfit(file, e);
        }
    }

    private static IOException unfit(Path file, @Nullable Exception cause) {
        return new IOException(
                "%s har ingen rader som kan leses. Den skal være skilt med tabulator, med minst kolonnene file, start, end, text og id i første linje."
                        .formatted(file),
                cause);
    }

    /// Where each marked text lies; one that is missing would make the figures wrong, so then nothing is measured.
    private Map<String, Path> texts(List<Evaluation.Gold> marked) throws IOException {
        Map<String, Path> texts = new LinkedHashMap<>();
        var missing = new ArrayList<String>();
        for (Evaluation.Gold mention : marked) {
            String name = mention.file();
            if (texts.containsKey(name) || missing.contains(name)) {
                continue;
            }
            List.of(
                            gold.resolve(name),
                            gold.toAbsolutePath().resolveSibling("corpus").resolve(name))
                    .stream()
                    .map(Path::normalize)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresentOrElse(path -> texts.put(name, path), () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            throw new IOException("Finner ikke tekstene %s. Legg dem i %s eller i mappen corpus ved siden av."
                    .formatted(String.join(", ", missing), gold));
        }
        return texts;
    }

    private static List<CiteTable.Row> recognize(Map<String, Path> texts) throws IOException {
        Register register = Register.builtIn();
        var recognizer = new CitationRecognizer(register);
        var table = new CiteTable(register, Locale.of("nb"));
        var rows = new ArrayList<CiteTable.Row>();
        for (Map.Entry<String, Path> text : texts.entrySet()) {
            var document = Documents.plainText(PlainTextFile.read(text.getValue()));
            rows.addAll(table.rows(text.getKey(), recognizer.recognize(document)));
        }
        return rows;
    }
}
