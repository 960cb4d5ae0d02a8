package no.forankring.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.forankring.register.RegisterException.Problem;

/// Reads the official names of acts in force, `ontology/acts/*.tsv`: more acts than the register describes, and less
/// about each.
final class CurrentActs {

    private static final String FOLDER = "ontology/acts/";
    private static final List<String> FILES = List.of("lover.tsv", "forskrifter.tsv");
    private static final String HEADER = "id\ttitle\tshort-title\tabbreviation\tin-force-from";

    private final List<GoverningDocument> acts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private CurrentActs() {}

    static List<GoverningDocument> builtIn() {
        var reader = new CurrentActs();
        for (String file : FILES) {
            reader.add(file, ProgramFiles.text(FOLDER + file));
        }
        return reader.acts();
    }

    /// @throws RegisterException when a line is broken; the message lists every such line
    static List<GoverningDocument> read(String file, String text) {
        var reader = new CurrentActs();
        reader.add(file, text);
        return reader.acts();
    }

    private List<GoverningDocument> acts() {
        if (!problems.isEmpty()) {
            throw RegisterException.broken(problems);
        }
        return List.copyOf(acts);
    }

    private void add(String file, String text) {
        int number = 0;
        boolean header = true;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (header) {
                header = false;
                if (!line.equals(HEADER)) {
                    problem(file, number, "the names of the columns are not the expected ones", "Write " + HEADER);
                }
                continue;
            }
            try {
                acts.add(act(line.split("\t", -1)));
            } catch (IllegalArgumentException e) {
                problem(file, number, String.valueOf(e.getMessage()), "Compare it with the lines above.");
            }
        }
    }

    private void problem(String file, int line, String what, String remedy) {
        problems.add(new Problem(file, line, "whole line", what, remedy));
    }

    private static GoverningDocument act(String[] fields) {
        if (fields.length < 2 || fields.length > 5 || fields[1].isBlank()) {
            throw new IllegalArgumentException(
                    "a line has an id, a title and at most three more fields, but got " + fields.length);
        }
        String id = fields[0];
        if (!id.matches("(lov|for)-\\d{4}-\\d\\d-\\d\\d(-\\d+)?")) {
            throw new IllegalArgumentException("the id is written lov-2011-06-24-30, but got " + id);
        }
        boolean law = id.startsWith("lov-");
        String abbreviation = field(fields, 3);
        // The dot is often left out; beside a § both mean the act.
        List<String> abbreviations = abbreviation.isEmpty()
                ? List.of()
                : List.of(abbreviation + ".", abbreviation.toLowerCase(java.util.Locale.ROOT));
        String inForce = field(fields, 4);
        return new GoverningDocument(
                new GoverningDocumentId(id),
                law ? DocumentType.LAW : DocumentType.REGULATION,
                "",
                id.substring(4, 8),
                fields[1],
                "nob",
                field(fields, 2),
                List.of(),
                abbreviations,
                List.of(),
                "",
                Optional.of(new PartialDate(id.substring(4, 14))),
                inForce.isEmpty() ? Optional.empty() : Optional.of(new PartialDate(inForce)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of("https://lovdata.no/eli/" + (law ? "lov/" : "forskrift/")
                        + id.substring(4).replace('-', '/')),
                GoverningDocument.Certainty.VERIFIED,
                Set.of("title"));
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index].strip() : "";
    }
}
