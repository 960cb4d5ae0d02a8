package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forankring.citation.CitationRecognizer;
import no.forankring.citation.CiteTable;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.extraction.DocumentOwner;
import no.forankring.register.Register;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints every mention of a governing document in plain-text files, and what it was linked to.
@CommandLine.Command(
        name = "cite",
        description = "Finn det tekstfiler viser til, og hva det er. Filene leses som UTF-8, tegn for tegn.")
final class CiteCommand extends Command {

    enum Format {
        tsv,
        json
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Filer med ren tekst.")
    List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "tsv|json", defaultValue = "tsv", description = "Format (standard: tsv).")
    Format format = Format.tsv;

    @Override
    public Integer call() {
        Register register = Register.builtIn();
        var recognizer = new CitationRecognizer(register);
        var table = new CiteTable(register, Locale.of("nb"));
        var objects = new ArrayList<String>();
        if (format == Format.tsv) {
            out().print(CiteTable.HEADER);
        }
        int unread = 0;
        for (Path file : files) {
            String text;
            try {
                text = PlainTextFile.read(file);
            } catch (IOException e) {
                err().println(e.getMessage());
                unread++;
                continue;
            }
            DocumentText document = Documents.plainText(text);
            List<Resolution> found =
                    recognizer.recognize(document, DocumentOwner.of(document).map(DocumentOwner::owner));
            if (format == Format.tsv) {
                out().print(table.tsv(file.toString(), found));
            } else {
                objects.add(table.json(file.toString(), found));
            }
        }
        if (format == Format.json) {
            out().print(oneArray(objects));
        }
        out().flush();
        return unread == 0 ? OK : unread == files.size() ? FAILED : FINDINGS;
    }

    /// One array with the elements of all.
    static String oneArray(List<String> arrays) {
        List<String> inside = arrays.stream()
                .map(String::strip)
                .map(array -> array.substring(1, array.length() - 1).strip())
                .filter(elements -> !elements.isEmpty())
                .toList();
        return inside.isEmpty() ? "[]\n" : "[\n  " + String.join(",\n  ", inside) + "\n]\n";
    }
}
